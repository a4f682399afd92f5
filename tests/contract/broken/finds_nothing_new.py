"""A unit of work finds the store as it was before it."""

from __future__ import annotations

from typing import Any

from wrapped import Unit, Wrapped

CAUGHT_BY = (
    "LC-FIND-014",
    "LC-UNIT-003",
)
#: What fails with it, by the same fault.
WITH_IT = (
    "LC-ERASE-003",
    "LC-PAGE-003",
    "LC-SHARE-004",
    "LC-UNIT-006",
)


class Works(Unit):
    """A unit of work that does so."""

    def __init__(self, inner: Any, store: Any) -> None:
        super().__init__(inner, store)
        self.before = store.inner.read()

    def find(self, query: Any, *, after: Any = None, limit: Any = 100) -> Any:
        """Ask the store."""
        return self.before.find(query, after=after, limit=limit)


class Store(Wrapped):
    """A store that does so."""

    unit = Works
