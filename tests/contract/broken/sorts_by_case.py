"""What is due comes case by case, not by date."""

from __future__ import annotations

from typing import Any

from attrs import evolve
from wrapped import Reading, Unit, Wrapped

from legalcase.ports import DueQuery

CAUGHT_BY = ("LC-FIND-004",)
#: What fails with it, by the same fault.
WITH_IT = (
    "LC-FIND-005",
    "LC-FIND-006",
    "LC-FIND-014",
    "LC-PAGE-001",
    "LC-PAGE-002",
)


class Looks:
    """How it reads."""

    inner: Any
    store: Any

    def find(self, query: Any, *, after: Any = None, limit: Any = 100) -> Any:
        """Sort it."""
        page = self.inner.find(query, after=after, limit=limit)
        if isinstance(query, DueQuery):
            page = evolve(page, rows=tuple(sorted(page.rows, key=lambda r: r.case_id)))
        return page


class Reads(Looks, Reading):
    """A reading that does so."""


class Works(Looks, Unit):
    """A unit of work that does so."""


class Store(Wrapped):
    """A store that does so."""

    reading = Reads
    unit = Works
