"""The text is made anew: what this version does not know is gone."""

from __future__ import annotations

from typing import Any

from attrs import evolve
from wrapped import Changing, Wrapped

CAUGHT_BY = ("LC-TEXT-005",)
#: What fails with it, by the same fault.
WITH_IT = ("LC-REFUSE-007",)


class Kept(Changing):
    """What is kept is something else."""

    def change(self, line: Any) -> Any:
        """Change it."""
        return evolve(line)


class Store(Wrapped):
    """A store that does so."""

    unit = Kept
