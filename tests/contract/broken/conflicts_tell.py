"""A conflict says with what."""

from __future__ import annotations

from typing import Any

from wrapped import Unit, Wrapped

from legalcase.errors import ConflictError

CAUGHT_BY = ("LC-COND-007",)


class Works(Unit):
    """A unit of work that does so."""

    def append(self, lines: Any, *, expected: Any, unless: Any = None) -> None:
        """Say it."""
        try:
            super().append(lines, expected=expected, unless=unless)
        except ConflictError as error:
            with self.store.inner.read() as reader:
                row = reader.find(unless.query).rows[-1]
            raise ConflictError(f"{error} It is {row.stream}.") from None


class Store(Wrapped):
    """A store that does so."""

    unit = Works
