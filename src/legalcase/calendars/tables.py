"""Tables behind a calendar: entries by day, masks of closed days, ranks of open ones.

A mask is one byte a day over the horizon, 1 for closed. A rank table answers "how
many court days before this one" and "which is the n-th" by one look-up each, so that
counting costs the same over ten days and over ten years.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from itertools import accumulate
from types import MappingProxyType
from typing import TYPE_CHECKING

from legalcase.calendars.definition import OBSERVED

if TYPE_CHECKING:
    from legalcase.authority import Authority
    from legalcase.calendars.closures import Closure
    from legalcase.calendars.definition import CalendarDefinition, Holiday

__all__ = ["Entries", "RankTable", "entries_of", "weekend_mask"]

#: By ordinal: the (name, kind, authority) of each closure on that day; read-only.
Entries = Mapping[int, tuple[tuple[str, str, "Authority"], ...]]
_Found = dict[int, list[tuple[str, str, "Authority"]]]
#: By ordinal: the kinds of holiday that take a weekday.
_Taken = dict[int, set[str]]

_SWAP = bytes([1, 0]) + bytes(254)


def entries_of(definition: CalendarDefinition, overlay: tuple[Closure, ...]) -> Entries:
    """Return all closures of a calendar by ordinal, one year past both horizons.

    The years around the horizon are generated too, because a holiday of 1 January
    can be observed on 31 December.
    """
    found: _Found = {}
    years = range(definition.first.year - 1, definition.last.year + 2)
    _collect(definition, years, definition.without, found)
    for closure in overlay:
        entry = (closure.name, closure.kind, closure.authority)
        found.setdefault(closure.on.toordinal(), []).append(entry)
    return MappingProxyType({day: tuple(entries) for day, entries in found.items()})


def _collect(
    definition: CalendarDefinition,
    years: range,
    without: frozenset[str],
    found: _Found,
) -> _Taken:
    """Enter the closures of a calendar; return the weekdays that its holidays take."""
    taken: _Taken = {}
    base = definition.base
    if base is not None:
        taken = _collect(base, years, without | base.without, found)
    weekend = definition.weekend
    nominal = sorted(
        (day, index)
        for index, holiday in enumerate(definition.holidays)
        if holiday.id not in without
        for year in years
        for day in holiday.days_in(year)
    )
    for day, index in nominal:
        if (day + 6) % 7 not in weekend:
            taken.setdefault(day, set()).add(definition.holidays[index].kind)
    for day, index in nominal:
        holiday = definition.holidays[index]
        found.setdefault(day, []).append(
            (holiday.name, holiday.kind, holiday.authority)
        )
        if (day + 6) % 7 in weekend:
            observed = _observed(day, holiday, definition, taken)
            if observed is not None:
                found.setdefault(observed, []).append(
                    (f"{holiday.name} (observed)", holiday.kind, holiday.authority)
                )
    first = date(max(years.start, date.min.year), 1, 1).toordinal()
    last = date(min(years.stop - 1, date.max.year), 12, 31).toordinal()
    for closure in definition.closures:
        if closure.id not in without:
            start = max(closure.first.toordinal(), first)
            stop = min(closure.last.toordinal(), last)
            for day in range(start, stop + 1):
                found.setdefault(day, []).append(
                    (closure.name, closure.kind, closure.authority)
                )
    return taken


def _observed(
    day: int, holiday: Holiday, definition: CalendarDefinition, taken: _Taken
) -> int | None:
    """Return the day on which a holiday of the weekend is observed, if another.

    The calendar's observance is for the kinds of holiday that it names: days on which
    only the courts rest are not made up for. Nor is a weekday taken by such a day.
    Of several days in a row, none is moved.
    """
    if holiday.to is not None:
        return None
    observance = holiday.observance
    if observance is None:
        observance = definition.observance
        if holiday.kind not in observance.kinds:
            return None
    step, to_free = OBSERVED[observance.on_weekday((day + 6) % 7)]
    if not step:
        return None
    observed = day + step
    if to_free:
        weekend, kinds = definition.weekend, {*observance.kinds, holiday.kind}
        while (observed + 6) % 7 in weekend or not kinds.isdisjoint(
            taken.get(observed, ())
        ):
            observed += 1
        taken.setdefault(observed, set()).add(holiday.kind)
    return observed


def weekend_mask(first: int, last: int, weekend: frozenset[int]) -> bytearray:
    """Return the mask of the weekend days from `first` through `last` (ordinals)."""
    week = bytes(1 if (first + offset + 6) % 7 in weekend else 0 for offset in range(7))
    length = last - first + 1
    return bytearray((week * (length // 7 + 1))[:length])


class RankTable:
    """Open days by rank: `opens[n]` is the n-th, `before[i]` how many precede day i."""

    __slots__ = ("before", "first", "length", "opens")

    def __init__(self, first: int, mask: bytes) -> None:
        self.first = first
        self.length = len(mask)
        self.before = [0, *accumulate(mask.translate(_SWAP))]
        fromordinal = date.fromordinal
        self.opens = [
            fromordinal(first + index) for index, shut in enumerate(mask) if not shut
        ]
