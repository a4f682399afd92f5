"""Late: the hour from which an event counts as of a later day, and as of which."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from legalcase.calendars.entries.falls import WEEKDAYS
from legalcase.counting.rules.words.closed_sets import meant

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Late", "hour_of", "late_of", "minutes"]

#: No minute of a day is so late.
_NEVER: Final = 24 * 60
_OTHERWISE: Final = "otherwise"


class Late(NamedTuple):
    """By weekday, Monday first: from which minute an event is late, and to what.

    `to` is ``"day"``, ``"court day"`` or ``"monday"``: the next of these.
    """

    until: tuple[int, ...]
    to: tuple[str, ...]
    clause: str

    @property
    def said(self) -> str:
        """The hour, or the hours by weekday, as a question asks for them."""
        if len(set(self.until)) == 1:
            return hour_of(self.until[0])
        hours = [
            f"{hour_of(minute)} on a {day.capitalize()}"
            for day, minute in zip(WEEKDAYS, self.until, strict=True)
            if minute < _NEVER
        ]
        return ", ".join(hours)


def minutes(hour: str) -> int:
    """Read ``"16:30"`` as minutes after midnight."""
    hours, _, rest = hour.partition(":")
    return int(hours) * 60 + int(rest)


def late_of(table: Mapping[str, Any], clause: str) -> Late | None:
    """Return from when an event is late by `trigger_day`, ``None`` for never."""
    if "until" not in table:
        return None
    late = _by_weekday(table.get("late", "next day"), "next day")
    return Late(
        until=tuple(map(minutes, _by_weekday(table["until"], "24:00"))),
        to=tuple(meant("trigger_day", "late", word) for word in late),
        clause=clause,
    )


def _by_weekday(value: Any, unsaid: str) -> list[str]:  # noqa: ANN401 - text, or a table
    if isinstance(value, str):
        return [value] * len(WEEKDAYS)
    otherwise = value.get(_OTHERWISE, unsaid)
    return [value.get(day, otherwise) for day in WEEKDAYS]


def hour_of(minute: int) -> str:
    """Write minutes after midnight as ``"16:30"``."""
    return f"{minute // 60:02d}:{minute % 60:02d}"
