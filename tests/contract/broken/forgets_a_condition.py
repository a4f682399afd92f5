"""A condition is not looked at where the unit has appended to the case before."""

from __future__ import annotations

from typing import Any

from wrapped import Unit, Wrapped

CAUGHT_BY = ("LC-MODEL-001",)


class Works(Unit):
    """A unit of work that does so."""

    def append(self, lines: Any, *, expected: Any, unless: Any = None) -> None:
        """Look at it the first time."""
        own = self.__dict__.setdefault("own", set())
        if isinstance(expected, dict) and own & set(expected):
            unless = None
        super().append(lines, expected=expected, unless=unless)
        own |= set(expected)


class Store(Wrapped):
    """A store that does so."""

    unit = Works
