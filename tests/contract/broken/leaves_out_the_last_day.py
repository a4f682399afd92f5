"""What is due on the last day of a span is not found."""

from __future__ import annotations

from typing import Any

from attrs import evolve
from wrapped import Reading, Unit, Wrapped

from legalcase.ports import DueQuery

CAUGHT_BY = ("LC-FIND-005",)
#: What fails with it, by the same fault.
WITH_IT = ("LC-FIND-006",)


class Looks:
    """How it reads."""

    inner: Any
    store: Any

    def find(self, query: Any, *, after: Any = None, limit: Any = 100) -> Any:
        """Leave it out."""
        page = self.inner.find(query, after=after, limit=limit)
        until = getattr(query, "due_until", None)
        if isinstance(query, DueQuery) and until is not None:
            page = evolve(
                page, rows=tuple(row for row in page.rows if row.due != until)
            )
        return page


class Reads(Looks, Reading):
    """A reading that does so."""


class Works(Looks, Unit):
    """A unit of work that does so."""


class Store(Wrapped):
    """A store that does so."""

    reading = Reads
    unit = Works
