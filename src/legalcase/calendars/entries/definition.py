"""What a calendar is made of: holidays by rule, closures by date, observance."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from attrs import evolve, frozen

from legalcase.calendars.entries.entered import Gap, Holiday, SpecialClosure
from legalcase.calendars.entries.observance import Observance
from legalcase.calendars.entries.untabled import gaps_of
from legalcase.errors import InvalidValueError
from legalcase.sealed import same_fields
from legalcase.shown import shown

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from legalcase.authority import Authority, Dispute
    from legalcase.calendars.entries.openings import Opening

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


@frozen(kw_only=True, eq=False)
class CalendarDefinition:
    """A calendar as the law data states it.

    `first` and `last` are the horizon, both inclusive. `closed_by` are the kinds of
    closure that `is_open` counts. `incomplete` says what is missing, `gaps` when that
    can fall (with none it can at any time). `weekends` are, where the weekend was not
    always the same, (first day, days, authority) of each in order, and `weekend` is
    then the last of them. With `observes_base` the holidays of `base` that have no
    observance of their own take this calendar's, and its weekend. What is
    `only_a_base` is no court's calendar. `edition` digests
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
    only_a_base: bool = False

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
        found: list[Gap] = []
        without, above = self.without, None
        for level in self.levels():
            without |= level.without
            observance = above or level.observance
            for holiday in level.holidays:
                mine = {holiday.kind, *holiday.further}
                if holiday.id not in without and (kinds is None or kinds & mine):
                    found += gaps_of(holiday, observance, self.first, self.last)
            above = observance if level.observes_base else None
        return tuple(found)

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
