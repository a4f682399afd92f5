"""A date that was computed is kept as one that was ordered."""

from __future__ import annotations

from typing import Any

from attrs import evolve
from wrapped import Changing, Wrapped

from legalcase.model import Computed, Ordered

CAUGHT_BY = ("LC-KEEP-012",)
#: What fails with it, by the same fault.
WITH_IT = ("LC-FIND-001",)


class Kept(Changing):
    """What is kept is something else."""

    def change(self, line: Any) -> Any:
        """Change it."""
        terms: Any = getattr(line.event, "terms", None)
        if not isinstance(getattr(terms, "basis", None), Computed):
            return line
        basis = Ordered(due=line.recorded_at.date(), authority="none")
        event = evolve(line.event, terms=evolve(terms, basis=basis))
        return evolve(line, event=event)


class Store(Wrapped):
    """A store that does so."""

    unit = Kept
