"""A hearing at 23:00 is found on the next day."""

from __future__ import annotations

from datetime import UTC
from typing import Any

from attrs import evolve
from wrapped import Reading, Unit, Wrapped

from legalcase.ports import DueQuery

CAUGHT_BY = ("LC-FIND-005",)
#: What fails with it, by the same fault.
WITH_IT = (
    "LC-FIND-004",
    "LC-FIND-006",
    "LC-FIND-008",
    "LC-FIND-014",
)


class Looks:
    """How it reads."""

    inner: Any
    store: Any

    def find(self, query: Any, *, after: Any = None, limit: Any = 100) -> Any:
        """Take the day of the instant in UTC."""
        page = self.inner.find(query, after=after, limit=limit)
        if not isinstance(query, DueQuery):
            return page
        rows = [
            row if row.at is None else row._replace(due=row.at.astimezone(UTC).date())
            for row in page.rows
        ]
        return evolve(page, rows=tuple(rows))


class Reads(Looks, Reading):
    """A reading that does so."""


class Works(Looks, Unit):
    """A unit of work that does so."""


class Store(Wrapped):
    """A store that does so."""

    reading = Reads
    unit = Works
