"""Who follows is told the last commit again."""

from __future__ import annotations

from typing import Any

from attrs import evolve
from wrapped import Reading, Unit, Wrapped

CAUGHT_BY = ("LC-CHANGE-004",)
#: What fails with it, by the same fault.
WITH_IT = (
    "LC-CHANGE-003",
    "LC-CHANGE-005",
    "LC-CHANGE-007",
    "LC-CHANGE-008",
    "LC-COND-002",
)


class Looks:
    """How it reads."""

    inner: Any
    store: Any

    def changes_since(self, cursor: Any, *, limit: Any = 100) -> Any:
        """Go back one."""
        page = self.inner.changes_since(cursor, limit=limit)
        if page.next is None and len(page.rows) > 1:
            before = self.inner.changes_since(cursor, limit=len(page.rows) - 1)
            return evolve(page, position=before.position)
        if page.next is None and page.rows and cursor is not None:
            return evolve(page, position=cursor)
        return page


class Reads(Looks, Reading):
    """A reading that does so."""


class Works(Looks, Unit):
    """A unit of work that does so."""


class Store(Wrapped):
    """A store that does so."""

    reading = Reads
    unit = Works
