"""The position of a page is that of the store by the time it is asked."""

from __future__ import annotations

from typing import Any

from attrs import evolve
from wrapped import Reading, Wrapped

CAUGHT_BY = ("LC-READ-001",)
#: What fails with it, by the same fault.
WITH_IT = (
    "LC-READ-002",
    "LC-READ-003",
)


class Reads(Reading):
    """A reading that does so."""

    def find(self, query: Any, *, after: Any = None, limit: Any = 100) -> Any:
        """Look at the store."""
        page = self.inner.find(query, after=after, limit=limit)
        with self.store.inner.read() as reader:
            now = reader.find(query, limit=1).position
        return evolve(page, position=now)


class Store(Wrapped):
    """A store that does so."""

    reading = Reads
