"""Venue: where the count happens: calendars by role, time zones, cut-offs."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final, TypeVar

from attrs import evolve, field, frozen

from legalcase.calendars.entries.falls import WEEKDAYS
from legalcase.calendars.laid.bounds import not_known
from legalcase.errors import CalendarOutOfBoundsError
from legalcase.kept import Kept
from legalcase.sealed import Sealed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from legalcase.authority import Authority
    from legalcase.calendars.closures import Closure
    from legalcase.calendars.court_calendar import CourtCalendar
    from legalcase.counting.rules.counting_rule import Choices
    from legalcase.counting.rules.parts.closed_days import ClosedSpec

__all__ = ["ClosedDays", "Venue"]

T = TypeVar("T")

#: So many masks, and venues under other readings, are kept of a venue.
_MOST: Final = 64
#: With so many sets of closures of a caller's own: each has masks, of 100 kB and more.
_FEW: Final = 4
#: So many values are shared by the counts at a venue.
_MOST_ALIKE: Final = 512


class ClosedDays(Sealed):
    """The days that a rule calls closed at a venue, as one mask over the horizon.

    `unfilled` are the roles that the rule names and nobody filled.
    """

    __slots__ = ("_closures", "first", "last", "mask", "sources", "unfilled")

    def __init__(self, venue: Venue, spec: ClosedSpec) -> None:
        calendars = dict(venue.calendars)
        self._closures: dict[int, tuple[date, str]] = {}
        self.sources = tuple(
            (calendars[role], kinds) for role, kinds in spec if role in calendars
        )
        self.unfilled = tuple(role for role, _ in spec if role not in calendars)
        self.first = max((c.first.toordinal() for c, _ in self.sources), default=1)
        self.last = min(
            (c.last.toordinal() for c, _ in self.sources), default=date.max.toordinal()
        )
        # Calendars without a common day leave nothing to look at.
        length = max(0, self.last - self.first + 1)
        union = 0
        for calendar, kinds in self.sources:
            start = self.first - calendar.first.toordinal()
            mask = calendar.mask(kinds)[start : start + length]
            union |= int.from_bytes(mask, "big")
        # A rule that closes no day (it never rolls) has no mask and no bounds.
        self.mask = union.to_bytes(length if self.sources else 0, "big")

    def is_closed(self, ordinal: int) -> bool:
        """Tell whether that day is closed; raises outside the horizon."""
        if not self.first <= ordinal <= self.last:
            raise self.out_of_bounds(ordinal)
        return bool(self.mask) and self.mask[ordinal - self.first] == 1

    def counted_back(self) -> ClosedDays:
        """Return the same days for a count back: where nobody knows, an error."""
        unknown = [
            (calendar.first.toordinal(), mask, calendar)
            for calendar, kinds in self.sources
            if (mask := calendar.unknown(kinds)) is not None
        ]
        return _CountedBack(self, unknown) if unknown else self

    def check_known(self, first: int, last: int) -> None:
        """Raise if a day of that span is not known; of a count forward all may be."""

    def closure_on(self, ordinal: int) -> tuple[date, str]:
        """Return a closed day with the name of what closes it."""
        found = self._closures.get(ordinal)
        if found is None:
            found = date.fromordinal(ordinal), self._name_of(ordinal)
            self._closures[ordinal] = found
        return found

    def _name_of(self, ordinal: int) -> str:
        for calendar, kinds in self.sources:
            for name, kind, _ in calendar.entries().get(ordinal, ()):
                if kind in kinds:
                    return name
        return WEEKDAYS[(ordinal + 6) % 7].capitalize()

    def out_of_bounds(self, ordinal: int) -> CalendarOutOfBoundsError:
        """Return the error for a day outside the horizon of the calendars."""
        asked = date.fromordinal(ordinal)
        ends = next(c for c, _ in self.sources if not c.first <= asked <= c.last)
        return CalendarOutOfBoundsError.of(ends.id, asked, ends.first, ends.last)


class _CountedBack(ClosedDays):
    """Closed days of a count back: a day that nobody knows would make it end late."""

    __slots__ = ("_unknown",)

    def __init__(
        self, days: ClosedDays, unknown: list[tuple[int, bytes, CourtCalendar]]
    ) -> None:
        for name in ClosedDays.__slots__:
            setattr(self, name, getattr(days, name))
        self._unknown = unknown

    def is_closed(self, ordinal: int) -> bool:
        """Tell whether that day is closed; raises where nobody knows."""
        if super().is_closed(ordinal):
            return True
        self.check_known(ordinal, ordinal)
        return False

    def check_known(self, first: int, last: int) -> None:
        """Raise if a day of that span is not known."""
        for start, mask, calendar in self._unknown:
            place = mask.find(1, max(first - start, 0), max(last - start + 1, 0))
            if place >= 0:
                raise not_known(calendar.definition, date.fromordinal(start + place))


def _kept() -> Kept[Any, Any]:
    return Kept(_MOST)


def _few() -> Kept[Any, Any]:
    return Kept(_FEW)


def _shared() -> Kept[Any, Any]:
    return Kept(_MOST_ALIKE)


@frozen(kw_only=True)
class Venue:
    """The calendars that fill the roles of a rule, with zones and cut-offs.

    `calendars` are (role, calendar) pairs; `zones` IANA names, several for a court
    across zones; `cut_offs` (papers, hour) pairs; `courts` the court's id and those
    of the courts above it, nearest first; `authority` is that of the court's entry.
    """

    calendars: tuple[tuple[str, CourtCalendar], ...]
    zones: tuple[str, ...] = ()
    cut_offs: tuple[tuple[str, str], ...] = ()
    courts: tuple[str, ...] = ()
    forum: str | None = None
    authority: Authority | None = field(default=None, eq=False, repr=False)
    _closed: Kept[ClosedSpec, ClosedDays] = field(
        init=False, factory=_kept, eq=False, repr=False
    )
    _variants: Kept[Choices, Venue] = field(
        init=False, factory=_kept, eq=False, repr=False
    )
    _with_more: Kept[tuple[Closure, ...], Venue] = field(
        init=False, factory=_few, eq=False, repr=False
    )

    _alike: Kept[Any, Any] = field(init=False, factory=_shared, eq=False, repr=False)

    def __getstate__(self) -> dict[str, Any]:
        """Pickle without the derived masks."""
        names = ("calendars", "zones", "cut_offs", "courts", "forum", "authority")
        return {name: getattr(self, name) for name in names}

    def __setstate__(self, state: dict[str, Any]) -> None:
        """Restore without the derived masks."""
        derived = {
            "_closed": _kept(),
            "_variants": _kept(),
            "_with_more": _few(),
            "_alike": Kept(_MOST_ALIKE),
        }
        for name, value in {**state, **derived}.items():
            object.__setattr__(self, name, value)

    def alike(self, key: object, value: T) -> T:
        """Return what is kept here under a key: this value, if nothing is so far.

        Counts at one venue share what is the same for them, the days in dispute above
        all, so that many of them can be kept ready.
        """
        found: T | None = self._alike.get(key)
        if found is None:
            found = self._alike[key] = value
        return found

    def calendar(self, role: str) -> CourtCalendar | None:
        """Return the calendar of a role, or ``None`` if nobody filled it."""
        for name, calendar in self.calendars:
            if name == role:
                return calendar
        return None

    def closed(self, spec: ClosedSpec) -> ClosedDays:
        """Return the days that `spec` calls closed here."""
        found = self._closed.get(spec)
        if found is None:
            found = ClosedDays(self, spec)
            self._closed[spec] = found
        return found

    def with_closures(self, closures: Iterable[Closure]) -> Venue:
        """Return the venue with more closures on the calendar of the court.

        The same closures give the same venue: what it has found is not found again.
        """
        given = tuple(closures)
        found = self._with_more.get(given)
        if found is None:
            calendars = tuple(
                (role, calendar.with_closures(given) if role == "court" else calendar)
                for role, calendar in self.calendars
            )
            found = self._with_more[given] = evolve(self, calendars=calendars)
        return found

    def under(self, choices: Choices) -> Venue:
        """Return the venue with its calendars under the readings chosen."""
        found = self._variants.get(choices)
        if found is None:
            changed = []
            for role, calendar in self.calendars:
                mine = frozenset(
                    (key.partition("#")[2], name)
                    for key, name in choices
                    if any(
                        key == f"{owner}#{dispute.id}"
                        for owner, dispute in calendar_disputes(calendar)
                    )
                )
                changed.append((role, calendar.under(mine) if mine else calendar))
            found = evolve(self, calendars=tuple(changed))
            self._variants[choices] = found
        return found


def calendar_disputes(calendar: CourtCalendar) -> list[tuple[str, Any]]:
    """Return (id of the calendar that has it, dispute), a base's included."""
    return list(calendar.definition.owned_disputes())
