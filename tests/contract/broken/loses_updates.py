"""Whoever comes second is appended behind the first, unasked."""

from __future__ import annotations

from typing import Any

from attrs import evolve
from wrapped import Unit, Wrapped

from legalcase.errors import StaleCaseError

CAUGHT_BY = ("LC-SHARE-002",)
#: What fails with it, by the same fault.
WITH_IT = (
    "LC-REFUSE-003",
    "LC-REFUSE-010",
    "LC-SHARE-003",
    "LC-UNIT-005",
)


class Works(Unit):
    """A unit of work that does so."""

    def append(self, lines: Any, *, expected: Any, unless: Any = None) -> None:
        """Number them anew where others were faster."""
        try:
            super().append(lines, expected=expected, unless=unless)
        except StaleCaseError as error:
            (stream,) = expected
            start = error.found
            lines = [evolve(line, number=start + n) for n, line in enumerate(lines, 1)]
            super().append(lines, expected={stream: start}, unless=unless)


class Store(Wrapped):
    """A store that does so."""

    unit = Works
