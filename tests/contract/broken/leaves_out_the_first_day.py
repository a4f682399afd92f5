"""Cases with something due on the first day of a span are not found."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from attrs import evolve
from wrapped import Reading, Unit, Wrapped

from legalcase.ports import CaseQuery

CAUGHT_BY = ("LC-FIND-003",)


class Looks:
    """How it reads."""

    inner: Any
    store: Any

    def find(self, query: Any, *, after: Any = None, limit: Any = 100) -> Any:
        """Begin a day later."""
        if isinstance(query, CaseQuery) and query.due_from is not None:
            day = query.due_from + timedelta(1)
            if query.due_until is None or day <= query.due_until:
                query = evolve(query, due_from=day)
        return self.inner.find(query, after=after, limit=limit)


class Reads(Looks, Reading):
    """A reading that does so."""


class Works(Looks, Unit):
    """A unit of work that does so."""


class Store(Wrapped):
    """A store that does so."""

    reading = Reads
    unit = Works
