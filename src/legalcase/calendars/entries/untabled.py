"""Where a table of dates ends, and with it what a calendar knows."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from legalcase.calendars.entries.entered import Gap
from legalcase.calendars.entries.observance import OBSERVED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.calendars.entries.entered import Holiday
    from legalcase.calendars.entries.observance import Observance

__all__ = ["gaps_of"]

#: A day that nobody knows can be observed on another, some days off.
_AROUND: Final = timedelta(days=7)
_WEEK: Final = range(7)
_YEAR: Final = 366
_Windows = tuple[tuple[tuple[int, int], tuple[int, int]], ...]


def gaps_of(
    holiday: Holiday, used: Observance, start: date, stop: date
) -> Iterator[Gap]:
    """Yield when, in a span, a holiday falls on days that its table does not tell.

    `used` is the observance of holidays that have none of their own.
    """
    moves = _can_move(holiday, used)
    known = holiday.known
    if known is None:
        return
    text = (
        f"The days of {holiday.name} are entered from {known[0]} through {known[1]}: "
        "on which it falls before and after is not known here."
    )
    for first, last in holiday.not_covered(start, stop):
        yield Gap(
            text=text,
            first=_moved(first, -_AROUND) if moves else first,
            last=_moved(last, _AROUND) if moves else last,
            windows=_around(holiday.windows) if moves else holiday.windows,
        )


def _can_move(holiday: Holiday, used: Observance) -> bool:
    """Tell whether a day of it can be observed elsewhere: of several in a row, none."""
    if all(first != last for first, last, _ in holiday.on):
        return False
    observance = holiday.observance
    if observance is None:
        if used.kinds.isdisjoint({holiday.kind, *holiday.further}):
            return False
        observance = used
    return any(OBSERVED[observance.on_weekday(day)][0] for day in _WEEK)


def _moved(day: date, by: timedelta) -> date:
    try:
        return day + by
    except OverflowError:
        return day


def _around(windows: _Windows) -> _Windows:
    """Return parts of the year, a week longer on both sides; 2024 has every day."""
    found = []
    for first, last in windows:
        low, high = date(2024, *first), date(2024, *last)
        if (high - low).days % _YEAR + 2 * _AROUND.days >= _YEAR:
            return ()  # at any time
        low, high = low - _AROUND, high + _AROUND
        found.append(((low.month, low.day), (high.month, high.day)))
    return tuple(found)
