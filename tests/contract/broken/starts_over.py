"""After a cursor that it does not know, a page begins anew."""

from __future__ import annotations

from typing import Any

from wrapped import Reading, Unit, Wrapped

from legalcase.errors import InvalidValueError

CAUGHT_BY = (
    "LC-PAGE-004",
    "LC-PAGE-006",
)
#: What fails with it, by the same fault.
WITH_IT = (
    "LC-PAGE-005",
    "LC-UNIT-012",
)


class Looks:
    """How it reads."""

    inner: Any
    store: Any

    def find(self, query: Any, *, after: Any = None, limit: Any = 100) -> Any:
        """Begin anew."""
        try:
            return self.inner.find(query, after=after, limit=limit)
        except InvalidValueError:
            return self.inner.find(query, limit=limit)


class Reads(Looks, Reading):
    """A reading that does so."""


class Works(Looks, Unit):
    """A unit of work that does so."""


class Store(Wrapped):
    """A store that does so."""

    reading = Reads
    unit = Works
