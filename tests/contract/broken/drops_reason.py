"""Why somebody recorded is not kept."""

from __future__ import annotations

from typing import Any

from attrs import evolve
from wrapped import Changing, Wrapped

CAUGHT_BY = ("LC-KEEP-009",)


class Kept(Changing):
    """What is kept is something else."""

    def change(self, line: Any) -> Any:
        """Change it."""
        return evolve(line, reason=None)


class Store(Wrapped):
    """A store that does so."""

    unit = Kept
