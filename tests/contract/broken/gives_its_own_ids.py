"""Events get other ids than they were given."""

from __future__ import annotations

from typing import Any

from attrs import evolve
from wrapped import Changing, Wrapped

CAUGHT_BY = ("LC-KEEP-011",)


class Kept(Changing):
    """What is kept is something else."""

    def change(self, line: Any) -> Any:
        """Change it."""
        return evolve(line, event_id=f"{line.stream}/{line.number}")


class Store(Wrapped):
    """A store that does so."""

    unit = Kept
