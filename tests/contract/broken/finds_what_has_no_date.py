"""What has no date is due in every span."""

from __future__ import annotations

from typing import Any

from attrs import evolve
from wrapped import Reading, Unit, Wrapped

from legalcase.ports import DueQuery

CAUGHT_BY = ("LC-FIND-007",)
#: What fails with it, by the same fault.
WITH_IT = (
    "LC-FIND-005",
    "LC-FIND-006",
    "LC-FIND-014",
)


class Looks:
    """How it reads."""

    inner: Any
    store: Any

    def find(self, query: Any, *, after: Any = None, limit: Any = 100) -> Any:
        """Add it."""
        page = self.inner.find(query, after=after, limit=limit)
        if isinstance(query, DueQuery) and (query.due_from or query.due_until):
            free = self.inner.find(evolve(query, due_from=None, due_until=None)).rows
            undated = [row for row in free if row.due is None]
            page = evolve(page, rows=(*page.rows, *undated))
        return page


class Reads(Looks, Reading):
    """A reading that does so."""


class Works(Looks, Unit):
    """A unit of work that does so."""


class Store(Wrapped):
    """A store that does so."""

    reading = Reads
    unit = Works
