"""A unit of work reads on after its end."""

from __future__ import annotations

from typing import Any

from wrapped import Unit, Wrapped

from legalcase.errors import StorageError

CAUGHT_BY = ("LC-UNIT-006",)
#: What fails with it, by the same fault.
WITH_IT = ("LC-ERASE-003",)


class Works(Unit):
    """A unit of work that does so."""

    def events(self, stream: str) -> Any:
        """Ask the store."""
        try:
            return super().events(stream)
        except StorageError:
            with self.store.inner.read() as reader:
                return reader.events(stream)


class Store(Wrapped):
    """A store that does so."""

    unit = Works
