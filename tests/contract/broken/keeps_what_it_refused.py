"""Streams are appended one after the other: those before a refusal stay."""

from __future__ import annotations

from typing import Any

from wrapped import Unit, Wrapped

CAUGHT_BY = ("LC-UNIT-005",)


class Works(Unit):
    """A unit of work that does so."""

    def append(self, lines: Any, *, expected: Any, unless: Any = None) -> None:
        """Append each by itself."""
        if not isinstance(expected, dict) or len(expected) < 2:
            super().append(lines, expected=expected, unless=unless)
            return
        for stream, number in expected.items():
            own = [line for line in lines if line.stream == stream]
            super().append(own, expected={stream: number}, unless=unless)


class Store(Wrapped):
    """A store that does so."""

    unit = Works
