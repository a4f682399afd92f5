"""What a calendar is made of: holidays by rule, closures by date, observance."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from attrs import evolve, field, frozen

from legalcase.calendars.observance import Observance
from legalcase.errors import InvalidValueError
from legalcase.sealed import same_fields
from legalcase.shown import shown

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from legalcase.authority import Authority, Dispute
    from legalcase.calendars.falls import Falls
    from legalcase.calendars.openings import Opening

__all__ = [
    "CalendarDefinition",
    "Gap",
    "Holiday",
    "Observance",
    "SpecialClosure",
]

_WEEK: Final = frozenset(range(7))
_WEEKEND: Final = frozenset({5, 6})
_NOT_MOVED: Final = Observance()
#: In days. A calendar of more years is of no use, and takes room for every day.
_LONGEST_HORIZON: Final = 400 * 366


@frozen(kw_only=True)
class Holiday:
    """A holiday that returns every year, or every few years: by rule, or as gazetted.

    `to` is its last day, where it lasts several days (of the next year, where that is
    earlier in the year than the first). `first` and `last` are tested on the nominal
    date, of several days on each, both inclusive; `every` is (step in years, a year
    in which it fell), and `not_in` years in which it did not, by its first day.

    `on` are, in place of `falls`, the dates given out: (first day, last day, authority
    if not the holiday's), in order. They are all that fell within `covers`, both ends
    included, or from the first to the last of them; else nobody knows the day, which
    can lie in the parts of the year that `windows` are, or anywhere. `further` are
    kinds of closure that it is besides `kind`.
    """

    id: str
    name: str
    kind: str
    authority: Authority
    falls: Falls | None = None
    first: date | None = None
    last: date | None = None
    every: tuple[int, int] | None = field(default=None)
    not_in: tuple[int, ...] = ()
    observance: Observance | None = None
    to: Falls | None = None
    on: tuple[tuple[date, date, Authority | None], ...] = field(default=())
    covers: tuple[date, date] | None = None
    windows: tuple[tuple[tuple[int, int], tuple[int, int]], ...] = ()
    further: tuple[str, ...] = ()

    @on.validator
    def _check_on(self, _: object, value: tuple[object, ...]) -> None:
        if (self.falls is None) != bool(value):
            msg = (
                f"The holiday {shown(self.id)} needs one of falls and on. Say by which "
                "rule it falls, or on which dates."
            )
            raise InvalidValueError(msg, field="on", value=value)

    @every.validator
    def _check_every(self, _: object, value: tuple[int, int] | None) -> None:
        if value is not None and value[0] < 1:
            msg = (
                f"A holiday cannot return every {shown(value[0])} years. Give 1 or "
                "more."
            )
            raise InvalidValueError(msg, field="every", value=value)

    def days_in(self, year: int) -> Iterable[int]:
        """Return the ordinals of its nominal days that begin in `year`, in order."""
        if self.on:
            return self._given_in(year)
        if self.to is None or self.falls is None:
            day = self.nominal_in(year)
            return () if day is None else (day,)
        if year in self.not_in or not self._is_its_turn(year):
            return ()
        if not date.min.year < year < date.max.year:
            return ()
        start, end = self.falls.ordinal_in(year), self.to.ordinal_in(year)
        if end < start:
            end = self.to.ordinal_in(year + 1)
        first, last = self.first or date.min, self.last or date.max
        return range(max(start, first.toordinal()), min(end, last.toordinal()) + 1)

    def nominal_in(self, year: int) -> int | None:
        """Return the ordinal of its nominal day in `year`, if it falls then."""
        if year in self.not_in or not self._is_its_turn(year):
            return None
        first, last = self.first or date.min, self.last or date.max
        # The year first: it can tell without finding Easter.
        if not first.year <= year <= last.year:
            return None
        if self.falls is None:
            return None
        day = self.falls.ordinal_in(year)
        return day if first.toordinal() <= day <= last.toordinal() else None

    def _given_in(self, year: int) -> Iterable[int]:
        low = (self.first or date.min).toordinal()
        high = (self.last or date.max).toordinal()
        for start, end, _ in self.on:
            if start.year == year:
                first, last = max(start.toordinal(), low), min(end.toordinal(), high)
                yield from range(first, last + 1)

    def _row_of(self, day: int) -> tuple[date, date, Authority | None] | None:
        """Return the dates given out that hold a day."""
        for row in self.on:
            if row[0].toordinal() <= day <= row[1].toordinal():
                return row
        return None

    def lasts(self, day: int) -> bool:
        """Tell whether a nominal day is one of several in a row."""
        row = self._row_of(day)
        return self.to is not None if row is None else row[0] != row[1]

    def authority_on(self, day: int) -> Authority:
        """Return on what a nominal day rests: its own gazette, or the holiday's."""
        row = self._row_of(day)
        return self.authority if row is None or row[2] is None else row[2]

    @property
    def known(self) -> tuple[date, date] | None:
        """The first and the last date between which all its dates are given out."""
        if not self.on:
            return None
        return self.covers or (self.on[0][0], max(end for _, end, _ in self.on))

    def not_covered(self, first: date, last: date) -> Iterator[tuple[date, date]]:
        """Yield the parts of a span in which nobody knows its day."""
        known = self.known
        if known is None:
            return
        low, high = known[0].toordinal(), known[1].toordinal()
        start = max(first, self.first or first).toordinal()
        stop = min(last, self.last or last).toordinal()
        for begin, end in ((start, min(stop, low - 1)), (max(start, high + 1), stop)):
            if begin <= end:
                yield date.fromordinal(begin), date.fromordinal(end)

    def _is_its_turn(self, year: int) -> bool:
        if self.every is None:
            return True
        step, since = self.every
        return year >= since and (year - since) % step == 0


@frozen(kw_only=True)
class SpecialClosure:
    """Days that were closed once, by proclamation or order; both ends included."""

    id: str
    first: date
    last: date
    name: str
    kind: str
    authority: Authority
    further: tuple[str, ...] = ()


@frozen(kw_only=True)
class Gap:
    """Days that a calendar lacks: what they are, and when they can fall.

    `falls` is their day of the year, where it is known; `windows` are the parts of the
    year, as (month, day) pairs, both ends included; with neither they can fall at any
    time. `first` and `last` bound the years, ``None`` where open.
    """

    text: str
    first: date | None = None
    last: date | None = None
    windows: tuple[tuple[tuple[int, int], tuple[int, int]], ...] = ()
    falls: Falls | None = None

    def can_hold(self, day: date) -> bool:
        """Tell whether one of the days that are missing could be `day`."""
        if not (self.first or date.min) <= day <= (self.last or date.max):
            return False
        if self.falls is not None:
            return self.falls.ordinal_in(day.year) == day.toordinal()
        place = (day.month, day.day)
        return not self.windows or any(
            low <= place <= high if low <= high else place >= low or place <= high
            for low, high in self.windows
        )


@frozen(kw_only=True, eq=False)
class CalendarDefinition:
    """A calendar as the law data states it.

    `first` and `last` are the horizon, both inclusive. `closed_by` are the kinds of
    closure that `is_open` counts. `incomplete` says what is missing, `gaps` when that
    can fall (with none it can at any time). `weekends` are, where the weekend was not
    always the same, (first day, days, authority) of each in order, and `weekend` is
    then the last of them. With `observes_base` the holidays of `base` that have no
    observance of their own take this calendar's, and its weekend. `edition` digests
    the text of the data (and of the calendar that it is based on); whoever changes a
    copy keeps it, so that equality looks at everything.
    """

    id: str
    name: str
    first: date
    last: date
    authority: Authority
    edition: str
    closed_by: frozenset[str]
    weekend: frozenset[int] = _WEEKEND
    observance: Observance = _NOT_MOVED
    holidays: tuple[Holiday, ...] = ()
    closures: tuple[SpecialClosure, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    base: CalendarDefinition | None = None
    without: frozenset[str] = frozenset()
    incomplete: str | None = None
    gaps: tuple[Gap, ...] = ()
    weekends: tuple[tuple[date, frozenset[int], Authority], ...] = ()
    openings: tuple[Opening, ...] = ()
    observes_base: bool = False

    def __attrs_post_init__(self) -> None:
        """Refuse a horizon or a weekend with which no day could be found."""
        if not 0 <= (self.last - self.first).days <= _LONGEST_HORIZON:
            msg = (
                f"The horizon of a calendar cannot be {self.first} through "
                f"{self.last}. Give at most 400 years, the first day first."
            )
            raise InvalidValueError(msg, field="last", value=self.last)
        for weekend in (self.weekend, *(days for _, days, _ in self.weekends)):
            if not weekend < _WEEK:
                msg = (
                    "A weekend is of some days of the week, 0 (Monday) to 6 (Sunday), "
                    f"and not {shown(sorted(weekend))}. Leave it out for Saturday and "
                    "Sunday."
                )
                raise InvalidValueError(msg, field="weekend", value=weekend)

    def __eq__(self, other: object) -> bool:
        """Compare everything: whoever changes a copy keeps its id and edition."""
        return same_fields(self, other)

    def __hash__(self) -> int:
        """Hash by id and edition: what is equal has the same."""
        return hash((self.id, self.edition))

    def weekend_on(self, ordinal: int) -> frozenset[int]:
        """Return the days of the week that were the weekend at that time."""
        return self._weekend_at(ordinal)[0]

    def weekend_authority(self, ordinal: int) -> Authority:
        """Return on what the weekend of that time rests."""
        return self._weekend_at(ordinal)[1]

    def _weekend_at(self, ordinal: int) -> tuple[frozenset[int], Authority]:
        for first, days, authority in reversed(self.weekends):
            if first.toordinal() <= ordinal:
                return days, authority
        return self.weekend, self.authority

    def lacking(
        self, days: Collection[date], kinds: frozenset[str] | None = None
    ) -> tuple[str, ...]:
        """Return what is missing that could fall on one of those days.

        With `kinds`, of the days that a table does not reach only those of such kinds.
        """
        gaps = self.gaps
        if self.incomplete and not gaps:
            gaps = (Gap(text=self.incomplete),)
        gaps += self.untabled(kinds)
        found = (gap.text for gap in gaps if any(map(gap.can_hold, days)))
        return tuple(dict.fromkeys(found))

    @property
    def lacks_something(self) -> bool:
        """Whether it says that days are missing, or has a table of dates that ends."""
        return bool(self.incomplete) or any(
            holiday.on for level in self.levels() for holiday in level.holidays
        )

    def levels(self) -> Iterator[CalendarDefinition]:
        """Yield the calendar, and those that it is based on, from the top."""
        level: CalendarDefinition | None = self
        while level is not None:
            yield level
            level = level.base

    def untabled(self, kinds: frozenset[str] | None = None) -> tuple[Gap, ...]:
        """Return when a holiday of some kinds falls on a day that nobody knows.

        Those are the times that a table of dates does not reach, by the calendar and
        by what it is based on.
        """
        from legalcase.calendars.untabled import gaps_of

        return gaps_of(self, kinds)

    def all_disputes(self) -> tuple[Dispute, ...]:
        """Return its disputes and those of the calendars that it is based on."""
        return tuple(dispute for _, dispute in self.owned_disputes())

    def owned_disputes(self) -> tuple[tuple[str, Dispute], ...]:
        """Return the same as (id of the calendar that has it, dispute)."""
        inherited = self.base.owned_disputes() if self.base is not None else ()
        return (*((self.id, dispute) for dispute in self.disputes), *inherited)

    def under(self, choices: frozenset[tuple[str, str]]) -> CalendarDefinition:
        """Return the calendar as it is under the readings chosen, (dispute, name)."""
        changed = self
        for dispute in self.disputes:
            for reading in dispute.readings:
                if (dispute.id, reading.name) in choices:
                    changed = _under_reading(changed, reading.change)
        if self.base is not None:
            base = self.base.under(choices)
            if base is not self.base:
                changed = evolve(changed, base=base)
        return changed


def _under_reading(
    definition: CalendarDefinition, change: Mapping[str, Any]
) -> CalendarDefinition:
    """Lay a reading's change over a calendar."""
    if "observance" in change:
        table = change["observance"]
        if not isinstance(table, Mapping):
            msg = (
                f"A reading cannot change the observance to {shown(table)}. Give a "
                "table with saturday or sunday."
            )
            raise InvalidValueError(msg, field="change", value=change)
        definition = evolve(definition, observance=Observance.of(table))
    if "without" in change:
        without = definition.without | frozenset(change["without"])
        definition = evolve(definition, without=without)
    if "counted_as" in change:
        definition = _counted_as(definition, change["counted_as"])
    return definition


def _counted_as(
    definition: CalendarDefinition, kinds: Mapping[str, str]
) -> CalendarDefinition:
    """Return a calendar, and its base, whose closures of some kinds are of others."""
    base = definition.base
    return evolve(
        definition,
        holidays=tuple(
            evolve(
                holiday,
                kind=kinds.get(holiday.kind, holiday.kind),
                further=tuple(kinds.get(kind, kind) for kind in holiday.further),
            )
            for holiday in definition.holidays
        ),
        closures=tuple(
            evolve(
                closure,
                kind=kinds.get(closure.kind, closure.kind),
                further=tuple(kinds.get(kind, kind) for kind in closure.further),
            )
            for closure in definition.closures
        ),
        base=None if base is None else _counted_as(base, kinds),
    )
