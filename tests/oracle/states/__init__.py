"""How nine American states count, each from the words of its own rule.

A state is a small module: its holidays, its rule, what the manner of service adds.
What their rules have in common is walked in `oracle.states.counting`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from oracle.states import (
    florida,
    georgia,
    illinois,
    michigan,
    new_york,
    north_carolina,
    ohio,
    pennsylvania,
    texas,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import ModuleType

__all__ = ["STATES"]

#: By rule, the module that counts by it: whoever asks of the states asks of these.
STATES: Mapping[str, ModuleType] = {
    "us-ny/cplr": new_york,
    "us-tx/trcp": texas,
    "us-tx/trap": texas,
    "us-fl/rgpja": florida,
    "us-il/statutes": illinois,
    "us-pa/rja": pennsylvania,
    "us-oh/civr": ohio,
    "us-ga/ocga": georgia,
    "us-nc/rcp": north_carolina,
    "us-mi/mcr": michigan,
}
