"""A reading begins with its first question."""

from __future__ import annotations

from typing import Any

from wrapped import Reading, Wrapped

CAUGHT_BY = ("LC-READ-002",)
#: What fails with it, by the same fault.
WITH_IT = ("LC-SHARE-005",)


class Reads(Reading):
    """A reading that does so."""

    inner: Any

    def events(self, stream: str) -> Any:
        """Begin now."""
        return self.begun().events(stream)

    def find(self, query: Any, *, after: Any = None, limit: Any = 100) -> Any:
        """Begin now."""
        return self.begun().find(query, after=after, limit=limit)

    def changes_since(self, cursor: Any, *, limit: Any = 100) -> Any:
        """Begin now."""
        return self.begun().changes_since(cursor, limit=limit)

    def begun(self) -> Any:
        """Return the reading."""
        if not hasattr(self, "first"):
            self.first = self.inner
            self.inner = self.store.inner.read()
        return self.inner


class Store(Wrapped):
    """A store that does so."""

    reading = Reads
