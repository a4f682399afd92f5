"""Lines are appended in any order, and numbered anew."""

from __future__ import annotations

from typing import Any

from attrs import evolve
from wrapped import Unit, Wrapped

CAUGHT_BY = ("LC-REFUSE-002",)
#: What fails with it, by the same fault.
WITH_IT = ("LC-REFUSE-009",)


class Works(Unit):
    """A unit of work that does so."""

    def append(self, lines: Any, *, expected: Any, unless: Any = None) -> None:
        """Number them as they come."""
        if isinstance(expected, dict) and len(expected) == 1 and lines:
            (stream,) = expected
            if {getattr(line, "stream", None) for line in lines} == {stream}:
                start = expected[stream] + 1 if type(expected[stream]) is int else 1
                lines = [
                    line
                    if line.number == number
                    else evolve(
                        line, number=number, event_id=f"{line.event_id}-{number}"
                    )
                    for number, line in enumerate(lines, start)
                ]
        super().append(lines, expected=expected, unless=unless)


class Store(Wrapped):
    """A store that does so."""

    unit = Works
