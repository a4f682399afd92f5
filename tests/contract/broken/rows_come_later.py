"""What lists say is written after the commit, by somebody else."""

from __future__ import annotations

from typing import Any

from wrapped import Reading, Unit, Wrapped

from legalcase.ports import LineQuery

CAUGHT_BY = ("LC-FIND-008",)


class Reads(Reading):
    """A reading whose rows are those before the last commit."""

    store: Any

    def find(self, query: Any, *, after: Any = None, limit: Any = 100) -> Any:
        """Look at what is written."""
        if isinstance(query, LineQuery):
            return super().find(query, after=after, limit=limit)
        super().find(query, after=after, limit=limit)
        return self.store.before.find(query, after=after, limit=limit)


class Works(Unit):
    """A unit of work that writes no rows."""

    store: Any

    def commit(self) -> None:
        """Leave the rows as they are."""
        before = self.store.inner.read()
        super().commit()
        self.store.before = before


class Store(Wrapped):
    """A store that does so."""

    reading = Reads
    unit = Works

    def __init__(self) -> None:
        super().__init__()
        self.before = self.inner.read()
