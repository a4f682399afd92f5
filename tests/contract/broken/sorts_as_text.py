"""Lines come in the order of their numbers as texts: 10 before 2."""

from __future__ import annotations

from typing import Any

from wrapped import Reading, Unit, Wrapped

CAUGHT_BY = ("LC-KEEP-004",)
#: What fails with it, by the same fault.
WITH_IT = (
    "LC-FIND-001",
    "LC-FIND-002",
    "LC-FIND-003",
    "LC-FIND-004",
    "LC-FIND-005",
    "LC-FIND-006",
    "LC-FIND-007",
    "LC-FIND-008",
    "LC-SHARE-006",
    "LC-SHARE-007",
    "LC-VERIFY-001",
)


class Looks:
    """How it reads."""

    inner: Any
    store: Any

    def events(self, stream: str) -> Any:
        """Sort them."""
        lines = self.inner.events(stream)
        return tuple(sorted(lines, key=lambda line: str(line.number)))


class Reads(Looks, Reading):
    """A reading that does so."""


class Works(Looks, Unit):
    """A unit of work that does so."""


class Store(Wrapped):
    """A store that does so."""

    reading = Reads
    unit = Works
