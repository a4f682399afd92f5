"""A second arithmetic of counts, day by day: it shares no line with the engine."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Container

__all__ = ["counted", "eve", "is_closed", "rolled"]

ONE = timedelta(days=1)


def is_closed(day: date, holidays: Container[date]) -> bool:
    """A weekend day, or one of those."""
    return day.isoweekday() in {6, 7} or day in holidays


def counted(
    number: int,
    event: date,
    sign: int,
    *,
    included: bool = False,
    first_open: Callable[[date], bool] | None = None,
    counts: Callable[[date], bool] | None = None,
) -> date:
    """The last of so many days: looked at one after the other, each by itself."""
    day, begun, found = event, False, 0
    if not included:
        day += sign * ONE
    while True:
        begun = begun or first_open is None or first_open(day)
        if begun and (counts is None or counts(day)):
            found += 1
            if found == number:
                return day
        day += sign * ONE


def eve(first: date, months: int) -> date:
    """The last day of so many months of which `first` is the first day."""
    place = first.year * 12 + first.month - 1 + months
    year, month = divmod(place, 12)
    days = monthrange(year, month + 1)[1]
    if first.day > days:
        return date(year, month + 1, days)
    return date(year, month + 1, first.day) - ONE


def rolled(day: date, sign: int, shut: Callable[[date], bool]) -> date:
    """The first day on that way that is not shut, or the day itself."""
    while shut(day):
        day += sign * ONE
    return day
