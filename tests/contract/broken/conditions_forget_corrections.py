"""A condition does not look at what a correction says."""

from __future__ import annotations

from typing import Any

from wrapped import Unit, Wrapped

from legalcase.errors import ConflictError
from legalcase.ports import AppendCondition

CAUGHT_BY = ("LC-COND-005",)


class Works(Unit):
    """A unit of work that does so."""

    def append(self, lines: Any, *, expected: Any, unless: Any = None) -> None:
        """Look at what was said first."""
        if isinstance(unless, AppendCondition):
            with self.store.inner.read() as reader:
                told = reader.changes_since(unless.after, limit=10_000).rows
                rows = reader.find(unless.query, limit=10_000).rows
            since = {(e.stream, n) for e in told for n in range(e.first, e.last + 1)}
            if any(
                (e.stream, e.number) in since for e in rows if e.kind != "corrected"
            ):
                raise ConflictError("Something matters.")
            unless = None
        super().append(lines, expected=expected, unless=unless)


class Store(Wrapped):
    """A store that does so."""

    unit = Works
