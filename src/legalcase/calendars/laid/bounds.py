"""Bounds of a calendar: where it ends, or a table of dates in it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from legalcase.errors import CalendarOutOfBoundsError
from legalcase.shown import shown

if TYPE_CHECKING:
    from legalcase.calendars.entries.definition import CalendarDefinition

__all__ = ["beyond", "not_known", "unknown_mask"]


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
