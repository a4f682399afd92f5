"""Of several streams in one unit of work, only the last is kept."""

from __future__ import annotations

from typing import Any

from wrapped import Unit, Wrapped

CAUGHT_BY = ("LC-UNIT-004",)


class Works(Unit):
    """A unit of work that does so."""

    def append(self, lines: Any, *, expected: Any, unless: Any = None) -> None:
        """Keep the last alone."""
        if isinstance(expected, dict) and len(expected) > 1:
            stream = list(expected)[-1]
            lines = [line for line in lines if line.stream == stream]
            expected = {stream: expected[stream]}
        super().append(lines, expected=expected, unless=unless)


class Store(Wrapped):
    """A store that does so."""

    unit = Works
