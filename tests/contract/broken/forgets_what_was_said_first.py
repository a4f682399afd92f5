"""A line that was corrected is found by what is right alone."""

from __future__ import annotations

from typing import Any

from attrs import evolve
from wrapped import Reading, Unit, Wrapped

from legalcase.ports import LineQuery

CAUGHT_BY = ("LC-FIND-011",)


class Looks:
    """How it reads."""

    inner: Any
    store: Any

    def find(self, query: Any, *, after: Any = None, limit: Any = 100) -> Any:
        """Leave out what was corrected."""
        page = self.inner.find(query, after=after, limit=limit)
        if isinstance(query, LineQuery) and query.tags:
            page = evolve(page, rows=tuple(row for row in page.rows if self.holds(row)))
        return page

    def holds(self, row: Any) -> bool:
        """Tell whether nobody has corrected a line."""
        lines = self.inner.events(row.stream)
        name = lines[row.number - 1].event_id
        return all(getattr(line.event, "event_id", None) != name for line in lines)


class Reads(Looks, Reading):
    """A reading that does so."""


class Works(Looks, Unit):
    """A unit of work that does so."""


class Store(Wrapped):
    """A store that does so."""

    reading = Reads
    unit = Works
