"""What a calendar is made of: holidays by rule, closures by date, observance."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from attrs import evolve, field, frozen

from legalcase.errors import InvalidValueError
from legalcase.sealed import same_fields
from legalcase.shown import shown

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from legalcase.authority import Authority, Dispute
    from legalcase.calendars.falls import Falls

__all__ = [
    "OBSERVED",
    "CalendarDefinition",
    "Gap",
    "Holiday",
    "Observance",
    "SpecialClosure",
]

_SATURDAY, _SUNDAY = 5, 6
_LEGAL: Final = frozenset({"legal-holiday"})
_WEEK: Final = frozenset(range(7))
#: What becomes of a holiday on a weekend, by the format's words: by how many days it
#: moves (0: it stays), and whether on, over weekdays that a holiday takes.
OBSERVED: Final[Mapping[str, tuple[int, bool]]] = MappingProxyType(
    {
        "none": (0, False),
        "previous day": (-1, False),
        "next day": (1, False),
        "next free weekday": (1, True),
    }
)
#: In days. A calendar of more years is of no use, and takes room for every day.
_LONGEST_HORIZON: Final = 400 * 366


@frozen(kw_only=True)
class Observance:
    """What happens to a holiday that falls on a Saturday or a Sunday.

    The values are ``"none"``, ``"previous day"``, ``"next day"`` and
    ``"next free weekday"``. It is for holidays of `kinds`, and of the kind of the
    holiday whose own it is; a weekday is free that holds none of these.
    """

    saturday: str = "none"
    sunday: str = "none"
    kinds: frozenset[str] = _LEGAL

    @classmethod
    def of(cls, table: Mapping[str, Any]) -> Observance:
        """Return what a table of the format says."""
        return cls(
            saturday=table.get("saturday", "none"),
            sunday=table.get("sunday", "none"),
            kinds=frozenset(table.get("kinds", _LEGAL)),
        )

    def on_weekday(self, weekday: int) -> str:
        """Return what happens on that weekday (Monday is 0)."""
        if weekday == _SATURDAY:
            return self.saturday
        return self.sunday if weekday == _SUNDAY else "none"


@frozen(kw_only=True)
class Holiday:
    """A holiday that returns every year, or every few years, by rule.

    `to` is its last day, where it lasts several days (of the next year, where that is
    earlier in the year than the first). `first` and `last` are tested on the nominal
    date, of several days on each, both inclusive; `every` is (step in years, a year
    in which it fell), and `not_in` years in which it did not, by its first day.
    """

    id: str
    name: str
    falls: Falls
    kind: str
    authority: Authority
    first: date | None = None
    last: date | None = None
    every: tuple[int, int] | None = field(default=None)
    not_in: tuple[int, ...] = ()
    observance: Observance | None = None
    to: Falls | None = None

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
        if self.to is None:
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
        day = self.falls.ordinal_in(year)
        return day if first.toordinal() <= day <= last.toordinal() else None

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
    can fall (with none it can at any time). `edition` digests the text of the data
    (and of the calendar that it is based on); whoever changes a copy keeps it, so that
    equality looks at everything.
    """

    id: str
    name: str
    first: date
    last: date
    authority: Authority
    edition: str
    closed_by: frozenset[str]
    weekend: frozenset[int] = frozenset({_SATURDAY, _SUNDAY})
    observance: Observance = Observance()
    holidays: tuple[Holiday, ...] = ()
    closures: tuple[SpecialClosure, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    base: CalendarDefinition | None = None
    without: frozenset[str] = frozenset()
    incomplete: str | None = None
    gaps: tuple[Gap, ...] = ()

    def __attrs_post_init__(self) -> None:
        """Refuse a horizon or a weekend with which no day could be found."""
        if not 0 <= (self.last - self.first).days <= _LONGEST_HORIZON:
            msg = (
                f"The horizon of a calendar cannot be {self.first} through "
                f"{self.last}. Give at most 400 years, the first day first."
            )
            raise InvalidValueError(msg, field="last", value=self.last)
        if not self.weekend < _WEEK:
            msg = (
                "A weekend is of some days of the week, 0 (Monday) to 6 (Sunday), and "
                f"not {shown(sorted(self.weekend))}. Leave it out for Saturday and "
                "Sunday."
            )
            raise InvalidValueError(msg, field="weekend", value=self.weekend)

    def __eq__(self, other: object) -> bool:
        """Compare everything: whoever changes a copy keeps its id and edition."""
        return same_fields(self, other)

    def __hash__(self) -> int:
        """Hash by id and edition: what is equal has the same."""
        return hash((self.id, self.edition))

    def lacking(self, days: Collection[date]) -> tuple[str, ...]:
        """Return what is missing that could fall on one of those days."""
        gaps = self.gaps
        if self.incomplete and not gaps:
            gaps = (Gap(text=self.incomplete),)
        return tuple(gap.text for gap in gaps if any(map(gap.can_hold, days)))

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
            evolve(holiday, kind=kinds.get(holiday.kind, holiday.kind))
            for holiday in definition.holidays
        ),
        closures=tuple(
            evolve(closure, kind=kinds.get(closure.kind, closure.kind))
            for closure in definition.closures
        ),
        base=None if base is None else _counted_as(base, kinds),
    )
