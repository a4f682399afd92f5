"""Cases come in the order in which they were opened."""

from __future__ import annotations

from typing import Any

from attrs import evolve
from wrapped import Reading, Unit, Wrapped

from legalcase.ports import CaseQuery, LineQuery

CAUGHT_BY = (
    "LC-PAGE-001",
    "LC-UNIT-004",
)
#: What fails with it, by the same fault.
WITH_IT = (
    "LC-COND-002",
    "LC-FIND-001",
    "LC-FIND-003",
    "LC-FIND-014",
    "LC-PAGE-003",
    "LC-PAGE-007",
    "LC-SHARE-004",
    "LC-TEXT-004",
    "LC-UNIT-003",
)


class Looks:
    """How it reads."""

    inner: Any
    store: Any

    def find(self, query: Any, *, after: Any = None, limit: Any = 100) -> Any:
        """Sort them."""
        page = self.inner.find(query, after=after, limit=limit)
        if isinstance(query, CaseQuery):
            opened = self.inner.find(LineQuery(tags=("kind:case-opened",)), limit=9_999)
            order = [row.stream[5:] for row in opened.rows]
            rows = sorted(page.rows, key=lambda row: order.index(row.case_id))
            page = evolve(page, rows=tuple(rows))
        return page


class Reads(Looks, Reading):
    """A reading that does so."""


class Works(Looks, Unit):
    """A unit of work that does so."""


class Store(Wrapped):
    """A store that does so."""

    reading = Reads
    unit = Works
