"""A cursor says how many rows were seen: one that comes before moves all others."""

from __future__ import annotations

from typing import Any

from wrapped import Reading, Unit, Wrapped

from legalcase.errors import InvalidValueError
from legalcase.ports import Page

CAUGHT_BY = ("LC-PAGE-002",)
#: What fails with it, by the same fault.
WITH_IT = (
    "LC-PAGE-004",
    "LC-PAGE-005",
)


class Looks:
    """How it reads."""

    inner: Any
    store: Any

    def find(self, query: Any, *, after: Any = None, limit: Any = 100) -> Any:
        """Count them."""
        page = self.inner.find(query, limit=10_000)
        seen = 0
        if after is not None:
            if (
                not isinstance(after, str)
                or after[:2] != "o:"
                or not after[2:].isdigit()
            ):
                raise InvalidValueError("No cursor.", field="after", value=None)
            seen = int(after[2:])
        self.inner.find(query, limit=limit)
        rows = page.rows[seen : seen + limit]
        is_last = seen + limit >= len(page.rows)
        return Page(rows, None if is_last else f"o:{seen + limit}", page.position)


class Reads(Looks, Reading):
    """A reading that does so."""


class Works(Looks, Unit):
    """A unit of work that does so."""


class Store(Wrapped):
    """A store that does so."""

    reading = Reads
    unit = Works
