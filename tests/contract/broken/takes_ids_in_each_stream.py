"""An id of an event is looked up in its own stream alone."""

from __future__ import annotations

from typing import Any

from attrs import evolve
from wrapped import Unit, Wrapped

from legalcase.errors import InvalidValueError, StorageError

CAUGHT_BY = ("LC-REFUSE-004",)
#: What fails with it, by the same fault.
WITH_IT = (
    "LC-REFUSE-005",
    "LC-REFUSE-007",
)


class Works(Unit):
    """A unit of work that does so."""

    def append(self, lines: Any, *, expected: Any, unless: Any = None) -> None:
        """Give each that comes again another one."""
        try:
            super().append(lines, expected=expected, unless=unless)
        except (InvalidValueError, StorageError):
            if not isinstance(lines, tuple) or not isinstance(expected, dict):
                raise
            ids = [getattr(one, "event_id", None) for one in lines]
            if None in ids or len({*ids, "case-1/1"}) > len(ids):
                raise
            lines = [
                evolve(one, event_id=f"{one.event_id}-{one.number}") for one in lines
            ]
            super().append(lines, expected=expected, unless=unless)


class Store(Wrapped):
    """A store that does so."""

    unit = Works
