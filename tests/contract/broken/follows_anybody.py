"""Changes after a cursor of another store are all there are."""

from __future__ import annotations

from typing import Any

from wrapped import Reading, Unit, Wrapped

from legalcase.errors import InvalidValueError

CAUGHT_BY = ("LC-PAGE-005",)
#: What fails with it, by the same fault.
WITH_IT = ("LC-PAGE-006",)


class Looks:
    """How it reads."""

    inner: Any
    store: Any

    def changes_since(self, cursor: Any, *, limit: Any = 100) -> Any:
        """Begin anew."""
        try:
            return self.inner.changes_since(cursor, limit=limit)
        except InvalidValueError:
            return self.inner.changes_since(None, limit=limit)


class Reads(Looks, Reading):
    """A reading that does so."""


class Works(Looks, Unit):
    """A unit of work that does so."""


class Store(Wrapped):
    """A store that does so."""

    reading = Reads
    unit = Works
