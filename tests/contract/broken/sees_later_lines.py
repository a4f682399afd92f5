"""A reading sees what is committed while it lasts."""

from __future__ import annotations

from typing import Any

from wrapped import Reading, Wrapped

CAUGHT_BY = (
    "LC-READ-001",
    "LC-READ-003",
)
#: What fails with it, by the same fault.
WITH_IT = (
    "LC-READ-002",
    "LC-READ-005",
    "LC-SHARE-005",
    "LC-SHARE-007",
)


class Reads(Reading):
    """A reading that does so."""

    def events(self, stream: str) -> Any:
        """Ask the store."""
        with self.store.inner.read() as reader:
            return reader.events(stream)


class Store(Wrapped):
    """A store that does so."""

    reading = Reads
