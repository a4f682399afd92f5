"""What is not committed is there for everybody, until it is taken back."""

from __future__ import annotations

from typing import Any

from wrapped import Reading, Unit, Wrapped

CAUGHT_BY = ("LC-SHARE-004",)
#: What fails with it, by the same fault.
WITH_IT = ("LC-SHARE-005",)


class Reads(Reading):
    """A reading that looks into open units."""

    store: Any

    def events(self, stream: str) -> Any:
        """What is there, and what may come."""
        more = [line for line in self.store.pending if line.stream == stream]
        return (*super().events(stream), *more)


class Works(Unit):
    """A unit of work into which others look."""

    store: Any

    def append(self, lines: Any, *, expected: Any, unless: Any = None) -> None:
        """Show them."""
        super().append(lines, expected=expected, unless=unless)
        self.store.pending += lines

    def __exit__(self, kind: Any, error: Any, traceback: Any) -> Any:
        """Take them back."""
        self.store.pending.clear()
        return super().__exit__(kind, error, traceback)

    def commit(self) -> None:
        """Keep them."""
        super().commit()
        self.store.pending.clear()


class Store(Wrapped):
    """A store that does so."""

    reading = Reads
    unit = Works

    def __init__(self) -> None:
        super().__init__()
        self.pending: list[Any] = []
