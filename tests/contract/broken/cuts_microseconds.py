"""Instants are kept to the second."""

from __future__ import annotations

from typing import Any

from attrs import evolve
from wrapped import Changing, Wrapped

CAUGHT_BY = ("LC-KEEP-006",)
#: What fails with it, by the same fault.
WITH_IT = (
    "LC-REFUSE-007",
    "LC-TEXT-005",
)


class Kept(Changing):
    """What is kept is something else."""

    def change(self, line: Any) -> Any:
        """Change it."""
        at = line.recorded_at.replace(microsecond=0)
        return evolve(line, recorded_at=at)


class Store(Wrapped):
    """A store that does so."""

    unit = Kept
