"""Layers of a calendar: its base below, its own days above, what is laid over on top.

What a layer opens is opened of the layers below it and of the weekend; what a layer
above it closes is closed all the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from legalcase.calendars.closures import SHUTTING
from legalcase.calendars.entries.observance import OBSERVED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.authority import Authority
    from legalcase.calendars.closures import Closure
    from legalcase.calendars.entries.definition import CalendarDefinition, Holiday
    from legalcase.calendars.entries.observance import Observance
    from legalcase.calendars.entries.openings import Opening

__all__ = ["Entries", "Laid", "entries_of", "laid_out"]

#: By ordinal: the (name, kind, authority) of each closure on that day; read-only.
Entries = Mapping[int, tuple[tuple[str, str, "Authority"], ...]]
#: By ordinal: the kinds of holiday that take a weekday.
_Taken = dict[int, set[str]]


class Laid(NamedTuple):
    """All closures of a calendar by ordinal, and the days that it opens."""

    entries: Entries
    openings: Mapping[int, Opening]

    def by_day(self) -> dict[int, frozenset[str]]:
        """Return the kinds of closure of each day, and whether it is opened."""
        found = {
            day: frozenset(kind for _, kind, _ in entries)
            for day, entries in self.entries.items()
        }
        for day in self.openings:
            found[day] = found.get(day, frozenset()) | {"(opened)"}
        return found


class _Layers:
    """What the layers so far have entered and opened."""

    def __init__(self) -> None:
        self.found: dict[int, list[tuple[str, str, Authority]]] = {}
        self.opened: dict[int, Opening] = {}

    def enter(
        self, day: int, name: str, kinds: tuple[str, ...], authority: Authority
    ) -> None:
        """Enter a closure, of each of its kinds."""
        entries = self.found.setdefault(day, [])
        entries += ((name, kind, authority) for kind in kinds)

    def open(self, opening: Opening, shutting: frozenset[str]) -> None:
        """Open a day: of what was entered, that remains which shuts no court."""
        day = opening.on.toordinal()
        left = [entry for entry in self.found.get(day, ()) if entry[1] not in shutting]
        self.found.pop(day, None)
        if left:
            self.found[day] = left
        self.opened[day] = opening

    def shut(self, before: dict[int, int], shutting: frozenset[str]) -> None:
        """Close anew what was opened below; `before` tells how many entries it had."""
        for day in list(self.opened):
            entered = self.found.get(day, [])[before.get(day, 0) :]
            if any(kind in shutting for _, kind, _ in entered):
                del self.opened[day]


def entries_of(definition: CalendarDefinition, overlay: tuple[Closure, ...]) -> Entries:
    """Return all closures of a calendar by ordinal, one year past both horizons."""
    return laid_out(definition, overlay).entries


def laid_out(definition: CalendarDefinition, overlay: tuple[Closure, ...]) -> Laid:
    """Return the closures and openings of a calendar, one year past both horizons.

    The years around the horizon are generated too, because a holiday of 1 January
    can be observed on 31 December.
    """
    layers = _Layers()
    years = range(definition.first.year - 1, definition.last.year + 2)
    _lay(definition, years, definition.without, layers)
    for closure in overlay:
        day = closure.on.toordinal()
        layers.enter(day, closure.name, (closure.kind,), closure.authority)
        if closure.kind in SHUTTING:
            layers.opened.pop(day, None)
    return Laid(
        MappingProxyType({day: tuple(found) for day, found in layers.found.items()}),
        MappingProxyType(layers.opened),
    )


def _lay(
    definition: CalendarDefinition,
    years: range,
    without: frozenset[str],
    layers: _Layers,
) -> _Taken:
    """Enter the days of a calendar; return the weekdays that its holidays take."""
    taken: _Taken = {}
    base = definition.base
    if base is not None and not definition.observes_base:
        taken = _lay(base, years, without | base.without, layers)
    before = {day: len(layers.found.get(day, ())) for day in layers.opened}
    own = list(_own(definition, without))
    holidays = [
        holiday
        for level, out in own
        for holiday in level.holidays
        if holiday.id not in out
    ]
    _hold(definition, holidays, years, taken, layers)
    first = date(max(years.start, date.min.year), 1, 1).toordinal()
    last = date(min(years.stop - 1, date.max.year), 12, 31).toordinal()
    for level, out in own:
        for closure in level.closures:
            if closure.id not in out:
                start = max(closure.first.toordinal(), first)
                stop = min(closure.last.toordinal(), last)
                kinds = (closure.kind, *closure.further)
                for day in range(start, stop + 1):
                    layers.enter(day, closure.name, kinds, closure.authority)
    shutting = SHUTTING | definition.closed_by
    layers.shut(before, shutting)
    for level, out in own:
        for opening in level.openings:
            if not opening.id or opening.id not in out:
                layers.open(opening, shutting)
    return taken


def _own(
    definition: CalendarDefinition, without: frozenset[str]
) -> Iterator[tuple[CalendarDefinition, frozenset[str]]]:
    """Yield what makes up one layer: the base that is observed as this is, then this.

    Each with the ids that are left out of it.
    """
    base = definition.base
    if base is not None and definition.observes_base:
        yield from _whole(base, without | base.without)
    yield definition, without


def _whole(
    definition: CalendarDefinition, without: frozenset[str]
) -> Iterator[tuple[CalendarDefinition, frozenset[str]]]:
    """Yield a calendar and all that it is based on, the lowest first."""
    if definition.base is not None:
        yield from _whole(definition.base, without | definition.base.without)
    yield definition, without


def _hold(
    definition: CalendarDefinition,
    holidays: list[Holiday],
    years: range,
    taken: _Taken,
    layers: _Layers,
) -> None:
    """Enter holidays, in the order of their days, where they fall and are observed."""
    nominal = []
    for index, holiday in enumerate(holidays):
        observance = _observance_of(holiday, definition)
        for year in years:
            for day in holiday.days_in(year):
                weekday = (day + 6) % 7
                rests = weekday in definition.weekend_on(day)
                moves = (
                    observance is not None
                    and not holiday.lasts(day)
                    and observance.moves_from(weekday, weekend=rests)
                )
                nominal.append((day, index, rests, moves))
    nominal.sort()
    for day, index, rests, moves in nominal:
        if not rests and not moves:
            holiday = holidays[index]
            taken.setdefault(day, set()).update((holiday.kind, *holiday.further))
    for day, index, rests, moves in nominal:
        holiday = holidays[index]
        kinds = (holiday.kind, *holiday.further)
        authority = holiday.authority_on(day)
        # A holiday of a weekday that is held on another is none on its own.
        if rests or not moves:
            layers.enter(day, holiday.name, kinds, authority)
        observance = _observance_of(holiday, definition)
        if moves and observance is not None:
            held = _held_on(day, kinds, observance, definition, taken)
            layers.enter(held, f"{holiday.name} (observed)", kinds, authority)


def _observance_of(
    holiday: Holiday, definition: CalendarDefinition
) -> Observance | None:
    """Return how a holiday is observed that falls on a day when it is moved, if it is.

    The calendar's observance is for the kinds of holiday that it names: days on which
    only the courts rest are not made up for.
    """
    if holiday.observance is not None:
        return holiday.observance
    kinds = (holiday.kind, *holiday.further)
    observance = definition.observance
    return None if observance.kinds.isdisjoint(kinds) else observance


def _held_on(
    day: int,
    kinds: tuple[str, ...],
    observance: Observance,
    definition: CalendarDefinition,
    taken: _Taken,
) -> int:
    """Return the day on which a holiday is observed in place of its own.

    A weekday is free that holds no day of the kinds observed, nor of the holiday's.
    """
    step, until = OBSERVED[observance.on_weekday((day + 6) % 7)]
    held = day + step
    if until == "once":
        return held
    if until == "monday":
        while (held + 6) % 7:
            held += step
    else:
        minding = {*observance.kinds, *kinds}
        while (held + 6) % 7 in definition.weekend_on(held) or not minding.isdisjoint(
            taken.get(held, ())
        ):
            held += step
    taken.setdefault(held, set()).update(kinds)
    return held
