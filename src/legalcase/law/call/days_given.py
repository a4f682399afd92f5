"""Days, ranges of days and lengths of time that were given to a call, checked."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Final

from legalcase.dates import DateRange, Period, as_date
from legalcase.errors import InvalidTypeError, InvalidValueError
from legalcase.shown import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["dates", "ranges", "time_given"]

#: Twenty-five years of days: nobody lists more by hand, and each costs time and room.
_MOST_DAYS: Final = 10_000
#: The units in which time is added.
_ADDED: Final = ("day", "court day", "week", "month")


def dates(values: object, name: str) -> tuple[date, ...]:
    """Return the days of an iterable of dates, sorted, each once."""
    if isinstance(values, date | str) or not isinstance(values, Iterable):
        msg = (
            f"{name}= needs several dates, not {shown(values)}. Pass a list, "
            "[date(2026, 7, 3)], say."
        )
        raise InvalidTypeError(msg, field=name, value=values)
    return tuple(sorted({as_date(value, name) for value in _some(values, name)}))


def _some(values: Iterable[object], name: str) -> Iterator[object]:
    """Yield the values given; raises `InvalidValueError` for more than make sense."""
    for count, value in enumerate(values):
        if count == _MOST_DAYS:
            msg = (
                f"{name}= has more than {_MOST_DAYS} entries, and no calendar is so "
                "long. Pass those near the period, or a calendar of your own."
            )
            raise InvalidValueError(msg, field=name, value=None)
        yield value


def ranges(values: object) -> tuple[DateRange, ...]:
    """Return suspensions if they are ranges of dates."""
    if isinstance(values, DateRange | str) or not isinstance(values, Iterable):
        msg = (
            f"suspensions= needs several DateRange, not {shown(values)}. Pass a list, "
            "[DateRange.through(first, last)], say."
        )
        raise InvalidTypeError(msg, field="suspensions", value=values)
    found: list[DateRange] = []
    for value in _some(values, "suspensions"):
        if not isinstance(value, DateRange):
            msg = (
                f"{shown(value)} is no DateRange. Pass DateRange.through(first, last), "
                "say."
            )
            raise InvalidTypeError(msg, field="suspensions", value=value)
        found.append(value)
    return tuple(found)


def time_given(value: object) -> Period | None:
    """Return time that is to be added, as a period: a number is one of days.

    Raises `InvalidPeriodError` for what is none, and `InvalidValueError` for a unit
    in which none is added.
    """
    if value is None:
        return None
    if type(value) is int:
        value = Period(value, "day")
    if isinstance(value, str):
        value = Period.parse(value)
    if not isinstance(value, Period):
        msg = (
            f"added= needs days or a period, not {shown(value)}. Pass 3, or "
            "'2 court days'."
        )
        raise InvalidTypeError(msg, field="added", value=value)
    if value.unit not in _ADDED:
        msg = (
            f"added= is {value}, and time is added in days, court days, weeks or "
            "months. Give it in one of these."
        )
        raise InvalidValueError(msg, field="added", value=value)
    return value
