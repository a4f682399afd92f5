"""A page has one row more than was asked for."""

from __future__ import annotations

from typing import Any

from wrapped import Reading, Unit, Wrapped

CAUGHT_BY = ("LC-PAGE-001",)
#: What fails with it, by the same fault.
WITH_IT = ("LC-PAGE-007",)


class Looks:
    """How it reads."""

    inner: Any
    store: Any

    def find(self, query: Any, *, after: Any = None, limit: Any = 100) -> Any:
        """Give one more."""
        self.inner.find(query, after=after, limit=limit)
        more = limit + 1 if limit < 10_000 else limit
        return self.inner.find(query, after=after, limit=more)


class Reads(Looks, Reading):
    """A reading that does so."""


class Works(Looks, Unit):
    """A unit of work that does so."""


class Store(Wrapped):
    """A store that does so."""

    reading = Reads
    unit = Works
