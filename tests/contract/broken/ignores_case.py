"""Ids are compared without regard to capitals, as some databases do."""

from __future__ import annotations

from typing import Any

from wrapped import Reading, Unit, Wrapped

from legalcase.ports import LineQuery

CAUGHT_BY = ("LC-TEXT-004",)
#: What fails with it, by the same fault.
WITH_IT = (
    "LC-FIND-001",
    "LC-FIND-002",
    "LC-FIND-003",
    "LC-FIND-004",
    "LC-FIND-005",
    "LC-FIND-006",
)


class Looks:
    """How it reads."""

    inner: Any
    store: Any

    def events(self, stream: Any) -> Any:
        """Take the first that looks like it."""
        for row in self.inner.find(LineQuery(), limit=10_000).rows:
            if isinstance(stream, str) and row.stream.lower() == stream.lower():
                return self.inner.events(row.stream)
        return self.inner.events(stream)


class Reads(Looks, Reading):
    """A reading that does so."""


class Works(Looks, Unit):
    """A unit of work that does so."""


class Store(Wrapped):
    """A store that does so."""

    reading = Reads
    unit = Works
