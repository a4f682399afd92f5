"""Numbers go through a float, and lose digits."""

from __future__ import annotations

import json
from typing import Any

from attrs import evolve
from wrapped import Changing, Wrapped

from legalcase.kernel import UnknownEvent

CAUGHT_BY = ("LC-TEXT-006",)
#: What fails with it, by the same fault.
WITH_IT = (
    "LC-REFUSE-007",
    "LC-TEXT-007",
    "LC-TEXT-008",
)


class Kept(Changing):
    """What is kept is something else."""

    def change(self, line: Any) -> Any:
        """Change it."""
        if not isinstance(line.event, UnknownEvent):
            return line
        payload = json.dumps(json.loads(line.event.payload), separators=(",", ":"))
        return evolve(line, event=evolve(line.event, payload=payload))


class Store(Wrapped):
    """A store that does so."""

    unit = Kept
