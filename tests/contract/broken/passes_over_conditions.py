"""A condition is taken, and not looked at."""

from __future__ import annotations

from typing import Any

from wrapped import Unit, Wrapped

from legalcase.ports import AppendCondition

CAUGHT_BY = ("LC-COND-001",)
#: What fails with it, by the same fault.
WITH_IT = (
    "LC-COND-003",
    "LC-COND-004",
    "LC-COND-005",
    "LC-COND-007",
    "LC-COND-009",
    "LC-COND-010",
    "LC-PAGE-005",
)


class Works(Unit):
    """A unit of work that does so."""

    def append(self, lines: Any, *, expected: Any, unless: Any = None) -> None:
        """Append at once."""
        if isinstance(unless, AppendCondition):
            unless = None
        super().append(lines, expected=expected, unless=unless)


class Store(Wrapped):
    """A store that does so."""

    unit = Works
