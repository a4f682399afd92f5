"""A reading tells what is committed while it lasts."""

from __future__ import annotations

from typing import Any

from wrapped import Reading, Wrapped

CAUGHT_BY = ("LC-READ-001",)
#: What fails with it, by the same fault.
WITH_IT = (
    "LC-READ-002",
    "LC-READ-003",
    "LC-READ-005",
)


class Reads(Reading):
    """A reading that does so."""

    def changes_since(self, cursor: Any, *, limit: Any = 100) -> Any:
        """Ask the store."""
        with self.store.inner.read() as reader:
            return reader.changes_since(cursor, limit=limit)


class Store(Wrapped):
    """A store that does so."""

    reading = Reads
