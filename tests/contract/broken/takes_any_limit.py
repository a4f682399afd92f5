"""How many rows a page may have is not looked at."""

from __future__ import annotations

from typing import Any

from wrapped import Reading, Unit, Wrapped

CAUGHT_BY = ("LC-FIND-015",)


class Looks:
    """How it reads."""

    inner: Any
    store: Any

    def find(self, query: Any, *, after: Any = None, limit: Any = 100) -> Any:
        """Take what can be taken."""
        if type(limit) is not int or not 0 < limit <= 10_000:
            limit = 100
        return self.inner.find(query, after=after, limit=limit)


class Reads(Looks, Reading):
    """A reading that does so."""


class Works(Looks, Unit):
    """A unit of work that does so."""


class Store(Wrapped):
    """A store that does so."""

    reading = Reads
    unit = Works
