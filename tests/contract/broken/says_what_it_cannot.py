"""It says that it finds words, and does not."""

from __future__ import annotations

from typing import Any

from wrapped import Reading, Unit, Wrapped

from legalcase.errors import UnsupportedQuestionError

CAUGHT_BY = ("LC-FIND-012",)


class Looks:
    """How it reads."""

    inner: Any
    store: Any

    def find(self, query: Any, *, after: Any = None, limit: Any = 100) -> Any:
        """Refuse it."""
        if getattr(query, "text", None) is not None:
            raise UnsupportedQuestionError("No words.", field="text", value=None)
        return self.inner.find(query, after=after, limit=limit)


class Reads(Looks, Reading):
    """A reading that does so."""


class Works(Looks, Unit):
    """A unit of work that does so."""


class Store(Wrapped):
    """A store that does so."""

    reading = Reads
    unit = Works
