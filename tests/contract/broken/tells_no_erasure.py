"""That somebody was erased is told to nobody."""

from __future__ import annotations

from typing import Any

from attrs import evolve
from wrapped import Reading, Unit, Wrapped

CAUGHT_BY = ("LC-CHANGE-008",)


class Looks:
    """How it reads."""

    inner: Any
    store: Any

    def changes_since(self, cursor: Any, *, limit: Any = 100) -> Any:
        """Leave it out."""
        page = self.inner.changes_since(cursor, limit=limit)
        return evolve(page, rows=tuple(row for row in page.rows if row.first))


class Reads(Looks, Reading):
    """A reading that does so."""


class Works(Looks, Unit):
    """A unit of work that does so."""


class Store(Wrapped):
    """A store that does so."""

    reading = Reads
    unit = Works
