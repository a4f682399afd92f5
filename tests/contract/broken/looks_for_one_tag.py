"""Of several tags, the first one counts."""

from __future__ import annotations

from typing import Any

from attrs import evolve
from wrapped import Reading, Unit, Wrapped

from legalcase.ports import LineQuery

CAUGHT_BY = ("LC-FIND-010",)
#: What fails with it, by the same fault.
WITH_IT = ("LC-ERASE-001",)


class Looks:
    """How it reads."""

    inner: Any
    store: Any

    def find(self, query: Any, *, after: Any = None, limit: Any = 100) -> Any:
        """Take the first."""
        if isinstance(query, LineQuery):
            query = evolve(query, tags=query.tags[:1])
        return self.inner.find(query, after=after, limit=limit)


class Reads(Looks, Reading):
    """A reading that does so."""


class Works(Looks, Unit):
    """A unit of work that does so."""


class Store(Wrapped):
    """A store that does so."""

    reading = Reads
    unit = Works
