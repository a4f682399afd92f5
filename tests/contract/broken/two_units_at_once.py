"""Units of work know nothing of each other until they are committed."""

from __future__ import annotations

from typing import Any

from attrs import evolve
from wrapped import Wrapped

CAUGHT_BY = ("LC-SHARE-003",)


class Works:
    """A unit of work that writes only in the end, behind whatever is there."""

    def __init__(self, store: Any) -> None:
        self.store = store
        self.lines: list[Any] = []

    def events(self, stream: str) -> Any:
        """What is there, and what is to come."""
        own = [line for line in self.lines if line.stream == stream]
        with self.store.inner.read() as reader:
            return (*reader.events(stream), *own)

    def append(self, lines: Any, *, expected: Any, unless: Any = None) -> None:
        """Keep them for later; nobody looks what is expected."""
        self.unless = expected and unless
        self.lines += lines

    def commit(self) -> None:
        """Write them all, behind whatever came meanwhile."""
        with self.store.inner.begin() as work:
            for line in self.lines:
                try:
                    last = len(work.events(line.stream))
                except LookupError:
                    last = 0
                moved = evolve(line, number=last + 1)
                work.append([moved], expected={line.stream: last})
            work.commit()

    def __enter__(self) -> Any:
        """Enter it."""
        return self

    def __exit__(self, *error: object) -> None:
        """Forget what was not committed."""


class Store(Wrapped):
    """A store that does so."""

    def begin(self, *, by: Any = None, reason: Any = None) -> Any:
        """Begin another one beside those that are open."""
        assert (by, reason) == (None, None)
        return Works(self)
