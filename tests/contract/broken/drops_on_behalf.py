"""For whom somebody recorded is not kept."""

from __future__ import annotations

from typing import Any

from attrs import evolve
from wrapped import Changing, Wrapped

CAUGHT_BY = ("LC-KEEP-009",)
#: What fails with it, by the same fault.
WITH_IT = (
    "LC-REFUSE-007",
    "LC-TEXT-005",
)


class Kept(Changing):
    """What is kept is something else."""

    def change(self, line: Any) -> Any:
        """Change it."""
        return evolve(line, on_behalf_of=None)


class Store(Wrapped):
    """A store that does so."""

    unit = Kept
