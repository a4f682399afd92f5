"""A unit of work reads the store as it was before it."""

from __future__ import annotations

from typing import Any

from wrapped import Unit, Wrapped

CAUGHT_BY = ("LC-UNIT-003",)
#: What fails with it, by the same fault.
WITH_IT = (
    "LC-CHANGE-002",
    "LC-ERASE-003",
    "LC-FIND-014",
    "LC-UNIT-006",
)


class Works(Unit):
    """A unit of work that does so."""

    def __init__(self, inner: Any, store: Any) -> None:
        super().__init__(inner, store)
        self.before = store.inner.read()

    def events(self, stream: str) -> Any:
        """Ask the store."""
        return self.before.events(stream)


class Store(Wrapped):
    """A store that does so."""

    unit = Works
