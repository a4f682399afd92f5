"""An event whose id is taken gets another one."""

from __future__ import annotations

from typing import Any

from attrs import evolve
from wrapped import Unit, Wrapped

from legalcase.errors import StorageError

CAUGHT_BY = ("LC-REFUSE-005",)


class Works(Unit):
    """A unit of work that does so."""

    def append(self, lines: Any, *, expected: Any, unless: Any = None) -> None:
        """Give others."""
        try:
            super().append(lines, expected=expected, unless=unless)
        except StorageError:
            lines = [
                evolve(one, event_id=f"{one.event_id}-{one.stream}") for one in lines
            ]
            super().append(lines, expected=expected, unless=unless)


class Store(Wrapped):
    """A store that does so."""

    unit = Works
