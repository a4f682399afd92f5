"""Of a commit to several streams, the first one alone is told."""

from __future__ import annotations

from typing import Any

from attrs import evolve
from wrapped import Reading, Unit, Wrapped

CAUGHT_BY = (
    "LC-CHANGE-001",
    "LC-CHANGE-002",
)
#: What fails with it, by the same fault.
WITH_IT = (
    "LC-CHANGE-003",
    "LC-CHANGE-007",
)


class Reads(Reading):
    """A reading that tells less."""

    store: Any

    def changes_since(self, cursor: Any, *, limit: Any = 100) -> Any:
        """Leave out the others."""
        page = super().changes_since(cursor, limit=limit)
        rows = tuple(row for row in page.rows if row[:2] not in self.store.lost)
        return evolve(page, rows=rows)


class Works(Unit):
    """A unit of work of which less is told."""

    store: Any

    def append(self, lines: Any, *, expected: Any, unless: Any = None) -> None:
        """Note what will be lost."""
        super().append(lines, expected=expected, unless=unless)
        others = list(expected.items())
        if not hasattr(self, "first"):
            self.first = others.pop(0)[0]
        self.store.lost |= {(s, n + 1) for s, n in others if s != self.first}


class Store(Wrapped):
    """A store that does so."""

    reading = Reads
    unit = Works

    def __init__(self) -> None:
        super().__init__()
        self.lost: set[tuple[str, int]] = set()
