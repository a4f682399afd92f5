"""Where a calendar ends, or a table of dates in it, and with it what it knows."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from legalcase.calendars.definition import Gap
from legalcase.calendars.observance import OBSERVED
from legalcase.errors import CalendarOutOfBoundsError
from legalcase.shown import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.calendars.definition import CalendarDefinition, Holiday
    from legalcase.calendars.observance import Observance

__all__ = ["beyond", "gaps_of", "not_known", "unknown_mask"]

#: A day that nobody knows can be observed on another, some days off.
_AROUND: Final = timedelta(days=7)
_WEEK: Final = range(7)
_YEAR: Final = 366
_Windows = tuple[tuple[tuple[int, int], tuple[int, int]], ...]


def gaps_of(
    definition: CalendarDefinition, kinds: frozenset[str] | None
) -> tuple[Gap, ...]:
    """Return what the tables of a calendar, and of its bases, do not reach.

    Of holidays of some kinds; ``None`` is all.
    """
    found: list[Gap] = []
    without = definition.without
    observance: Observance | None = None
    for level in definition.levels():
        without |= level.without
        used = observance or level.observance
        for holiday in level.holidays:
            mine = {holiday.kind, *holiday.further}
            if holiday.id in without or not (kinds is None or kinds & mine):
                continue
            found += _gaps(holiday, definition, used)
        observance = used if level.observes_base else None
    return tuple(found)


def _gaps(
    holiday: Holiday, definition: CalendarDefinition, used: Observance
) -> Iterator[Gap]:
    """Yield when a holiday falls on days that its table does not tell."""
    moves = _can_move(holiday, used)
    known = holiday.known
    if known is None:
        return
    text = (
        f"The days of {holiday.name} are entered from {known[0]} through {known[1]}: "
        "on which it falls before and after is not known here."
    )
    for first, last in holiday.not_covered(definition.first, definition.last):
        yield Gap(
            text=text,
            first=_moved(first, -_AROUND) if moves else first,
            last=_moved(last, _AROUND) if moves else last,
            windows=_around(holiday.windows) if moves else holiday.windows,
        )


def _can_move(holiday: Holiday, used: Observance) -> bool:
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


def unknown_mask(definition: CalendarDefinition, kinds: frozenset[str]) -> bytes | None:
    """Return one byte a day over the horizon, 1 where a holiday may fall unknown.

    ``None`` where no table of dates ends within the horizon.
    """
    gaps = definition.untabled(kinds)
    if not gaps:
        return None
    first, last = definition.first.toordinal(), definition.last.toordinal()
    mask = bytearray(last - first + 1)
    for gap in gaps:
        low = max(first, (gap.first or date.min).toordinal())
        high = min(last, (gap.last or date.max).toordinal())
        for ordinal in range(low, high + 1):
            if not gap.windows or gap.can_hold(date.fromordinal(ordinal)):
                mask[ordinal - first] = 1
    return bytes(mask)


def not_known(definition: CalendarDefinition, day: date) -> CalendarOutOfBoundsError:
    """Return the error for a day on which a holiday may fall that nobody knows."""
    why = " ".join(definition.lacking((day,)))
    msg = (
        f"Whether {day} is a day of rest, the calendar {definition.id!r} cannot tell. "
        f"{why} Give a calendar that has the dates of that year."
    )
    return CalendarOutOfBoundsError(
        msg,
        subject=definition.id,
        asked=day,
        first=definition.first,
        last=definition.last,
    )


def beyond(
    definition: CalendarDefinition, day: date, count: int
) -> CalendarOutOfBoundsError:
    """Return the error for court days that lead out of a calendar."""
    first, last = definition.first, definition.last
    msg = (
        f"{shown(count)} court days from {day} leave the calendar {definition.id!r}, "
        f"which covers {first} through {last}. Load a calendar that "
        "reaches further; this one does not guess."
    )
    return CalendarOutOfBoundsError(
        msg, subject=definition.id, asked=day, first=first, last=last
    )
