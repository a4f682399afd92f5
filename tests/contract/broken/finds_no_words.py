"""It does not say that it finds words, and finds none."""

from __future__ import annotations

from typing import Any

from attrs import evolve
from wrapped import Reading, Wrapped

CAUGHT_BY = ("LC-FIND-013",)


class Reads(Reading):
    """A reading that does so."""

    def find(self, query: Any, *, after: Any = None, limit: Any = 100) -> Any:
        """Find nothing."""
        page = super().find(query, after=after, limit=limit)
        if getattr(query, "text", None) is not None:
            page = evolve(page, rows=())
        return page


class Store(Wrapped):
    """A store that does so."""

    reading = Reads

    @property
    def capabilities(self) -> frozenset[str]:
        """Leave one out."""
        return frozenset(self.inner.capabilities - {"text"})
