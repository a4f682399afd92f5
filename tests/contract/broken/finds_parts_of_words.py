"""Words are found by any part of them, as with LIKE."""

from __future__ import annotations

from typing import Any

from attrs import evolve
from wrapped import Reading, Unit, Wrapped

from legalcase.ports import CaseQuery

CAUGHT_BY = ("LC-FIND-012",)


class Looks:
    """How it reads."""

    inner: Any
    store: Any

    def find(self, query: Any, *, after: Any = None, limit: Any = 100) -> Any:
        """Look for letters."""
        self.inner.find(query, after=after, limit=limit)
        if not isinstance(query, CaseQuery) or query.text is None:
            return self.inner.find(query, after=after, limit=limit)
        asked = query.text.strip("*").lower().split()
        page = self.inner.find(evolve(query, text=None), limit=limit)
        rows = [
            row
            for row in page.rows
            if any(
                all(word in (line.text or str(line.event)).lower() for word in asked)
                for line in self.inner.events(f"case:{row.case_id}")
            )
        ]
        return evolve(page, rows=tuple(rows))


class Reads(Looks, Reading):
    """A reading that does so."""


class Works(Looks, Unit):
    """A unit of work that does so."""


class Store(Wrapped):
    """A store that does so."""

    reading = Reads
    unit = Works
