"""Recipe: a count under the readings chosen, compiled."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from attrs import evolve

from legalcase.counting.engine.compiling import (
    check_recess,
    closed_on,
    counted_by,
    covers,
    role_missing,
    unit_of,
)
from legalcase.counting.engine.stages.extra_time import extra_time, hour_counted_back
from legalcase.counting.engine.stages.first_day import first_day_for
from legalcase.counting.engine.stages.minimum import minimum_for
from legalcase.counting.engine.time_added import join, parts_of, time_added
from legalcase.counting.rules.words.closed_sets import Order
from legalcase.dates import Period

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import EllipsisType

    from legalcase.counting.engine.count import Count
    from legalcase.counting.rules.counting_rule import Choices
    from legalcase.counting.rules.parts.closed_days import ClosedSpec
    from legalcase.counting.rules.parts.suspension import Suspension
    from legalcase.counting.rules.settings import ExtraTime, Settings
    from legalcase.counting.rules.venue import ClosedDays
    from legalcase.counting.rules.windows import Windows
    from legalcase.dates import DateRange

    Carrier = tuple[Suspension, Windows]

__all__ = ["LATE", "Recipe", "join", "recipe_of"]

#: The reading of fact that an event without a time of day came after the cut-off.
LATE = ("#time-of-day", "late")
_fromordinal = date.fromordinal


class Recipe:
    """A `Count` as the readings chosen make it, with what each of its walks needs."""

    __slots__ = (
        "_carriers",
        "_windows",
        "act",
        "added",
        "as_one",
        "carried",
        "clause",
        "closed",
        "count",
        "deemed",
        "ends",
        "extra",
        "first_day",
        "is_late",
        "is_rolled",
        "late",
        "minimum",
        "nature",
        "order",
        "parts",
        "plain_days",
        "roll",
        "runs_freely",
        "settings",
        "sign",
        "tolls",
        "unit",
        "units",
        "venue",
        "whole",
    )

    def __init__(
        self,
        count: Count,
        settings: Settings,
        choices: Choices,
        whole: Recipe | None = None,
    ) -> None:
        self.count = count
        # Of what it is a part: a period with the time added, counted as one.
        self.whole = whole
        self.settings = settings
        self.venue = count.venue.under(choices) if choices else count.venue
        self.sign = count.sign
        self.act = count.act or settings.act
        if count.inaccessible and self.act in settings.closing_acts:
            self.venue = closed_on(count, settings, self.venue)
        self.nature = count.nature or settings.nature
        # What is counted one after the other, and in which units.
        self.parts = count.period.parts
        # A part of what is counted as one says its unit itself: what days mean was
        # asked of the period, and is not asked of weeks and of the days added.
        self.units = tuple(
            unit_of(count, part.unit, settings) if whole is None else part.unit
            for part in self.parts
        )
        self.unit = self.units[0] if len(self.units) == 1 else count.period.unit
        self.roll = settings.roll(count.sign).of(count.bound).for_act(self.act)
        self.is_rolled = count.served or covers(self.roll.periods, count.period)
        if not self.is_rolled:
            self.roll = self.roll._replace(step=0)
        self.closed = self.venue.closed(self.roll.closed)
        self.late = LATE in choices
        self._windows: Windows | None = None
        self._carriers: tuple[Carrier, ...] | None = None
        # What carries a period on that ends in it: a recess, orders that held once.
        self.tolls = self._tolls_that_bear()
        recess = self.recess
        found = (*self.tolls, *(() if recess is None else (recess,)))
        self.carried = tuple(one for one in found if one.effect.moves)
        # Whether no window can stop it.
        self.runs_freely = not count.given.suspensions and len(found) == len(
            self.carried
        )
        extra, self.order = (
            (None, Order())
            if count.served or whole is not None
            else extra_time(count, settings)
        )
        adds = extra is not None and (extra.number or extra.until is not None)
        self.extra = extra if adds else None
        if extra is not None and extra.until is not None and self.sign < 0:
            raise hour_counted_back(count, extra)
        self.added: tuple[ExtraTime, ...] = ()
        if whole is None:
            self.added, self.order = time_added(self)
        # The parts in which a period is counted that is one with the time added.
        self.as_one: tuple[Recipe, ...] = ()
        if self.added and self.order.as_one:
            self.as_one = tuple(
                Recipe(part, settings, choices, self) for part in parts_of(self)
            )
        # Served on a day that is no court day, a paper was served on the next.
        is_deemed = extra is not None and extra.from_court_day and self.sign > 0
        self.deemed = extra if is_deemed else None
        if self.deemed is None and self.sign > 0 and not count.served:
            self.deemed = settings.deemed
        # An event from which a count goes back was no step that anybody took late.
        self.is_late = settings.late if self.sign > 0 else None
        self.clause = join(count.cite, counted_by(count, settings))
        # Which day is the first, where it is not the one after the trigger.
        self.first_day = first_day_for(self)
        self.minimum = minimum_for(self) if whole is None else None
        # What `days.plain_days` says of it, once it was asked.
        self.plain_days: int | EllipsisType | None = ...
        # When its due day ends, and by whose clocks, once `instant_of` was asked.
        self.ends: tuple[int, tuple[str, ...]] | EllipsisType | None = ...
        # A closed day that nobody knows of leaves a roll back too late.
        if self.closed.unfilled and self.roll.step < 0:
            raise role_missing(count, self.closed.unfilled[0])
        if self.roll.step < 0:
            self.closed = self.closed.counted_back()

    @property
    def is_included(self) -> bool:
        """Whether the day of the event is the first that counts."""
        return self.first_day is not None and self.first_day.is_included

    def counted(self, spec: ClosedSpec) -> ClosedDays:
        """Return the days that a count leaves out.

        Raises `RoleNotFilledError` where one that nobody knows of makes a count back
        end too late; so do the days themselves past a table of dates.
        """
        closed = self.venue.closed(spec)
        if closed.unfilled and self.sign < 0:
            raise role_missing(self.count, closed.unfilled[0])
        return closed.counted_back() if self.sign < 0 else closed

    def _tolls_that_bear(self) -> tuple[Suspension, ...]:
        """Return the orders that bear on a period of this kind and length."""
        if self.whole is not None:
            return self.whole.tolls
        if self.count.served or not self.settings.tolls:
            return ()
        return tuple(
            toll
            for toll in self.settings.tolls
            if toll.stops(self.nature) and covers(toll.periods, self.count.period)
        )

    @property
    def stopping(self) -> Suspension | None:
        """The recess of the rule, if its days do not count for this period."""
        recess = self.recess
        return None if recess is None or recess.effect.moves else recess

    @property
    def recess(self) -> Suspension | None:
        """The recess of the rule, if it bears on a period of this kind and length."""
        if self.whole is not None:
            return self.whole.recess
        recess = self.settings.suspension
        if recess is None or self.count.served or not recess.stops(self.nature):
            return None
        return recess if covers(recess.periods, self.count.period) else None

    def without_recess(self) -> tuple[tuple[str, str], ...]:
        """Return (role, calendar) where the recess should stand and no day of it does.

        Whatever a reading takes out of a calendar stands in it all the same.
        """
        if self.recess is None:
            return ()
        calendars = dict(self.count.venue.calendars)
        written = self.settings.data["suspension"].get("days", {})
        return tuple(
            (role, calendars[role].id)
            for role, kinds in self.recess.days
            if role in calendars
            and not calendars[role].days_of_kinds(kinds.union(written[role]))
        )

    @property
    def windows(self) -> Windows | None:
        """The windows that stop this period, if any do: found once."""
        if self._windows is None and not self.runs_freely:
            stays = self.count.given.suspensions
            tolls = tuple(toll for toll in self.tolls if not toll.effect.moves)
            self._windows = self.windows_of(self.stopping, stays, tolls)
        return self._windows

    @property
    def carriers(self) -> tuple[Carrier, ...]:
        """What carries on a period that ends in it, each with its windows."""
        if self._carriers is None:
            self._carriers = tuple(
                (
                    one,
                    self.windows_of(None, (), (one,))
                    if one.dates
                    else self.windows_of(one),
                )
                for one in self.carried
            )
        return self._carriers

    def windows_of(
        self,
        recess: Suspension | None,
        stays: tuple[DateRange, ...] = (),
        tolls: tuple[Suspension, ...] = (),
    ) -> Windows:
        """Return the windows of a recess at this venue, and of stays.

        Raises `RoleNotFilledError` where it stands in no calendar at hand, counting
        back.
        """
        from legalcase.counting.rules.windows import Windows

        if self.sign < 0:
            check_recess(self)
        closed = self.counted(recess.days) if recess and recess.days else None
        return Windows(recess, stays, closed, tolls)


def recipe_of(count: Count, choices: Choices) -> Recipe:
    """Return the count under the readings chosen, compiled once."""
    recipe: Recipe | None = count.recipes.get(choices)
    if recipe is None:
        changed = count
        changes: tuple[Mapping[str, Any], ...] = ()
        if choices and count.changes:
            changes = tuple(
                change for key, change in count.changes.items() if key in choices
            )
            for change in changes:
                changed = _changed(changed, change)
        settings = changed.rule.settings(changed.version, choices, changes)
        recipe = Recipe(changed, settings, choices)
        count.recipes[choices] = recipe
    return recipe


def _changed(count: Count, change: Mapping[str, Any]) -> Count:
    """Apply what a deadline's reading changes in the count itself."""
    changed: dict[str, Any] = {}
    if "service_extension" in change:
        changed["table"] = change["service_extension"]
    if "period" in change:
        changed["period"] = Period.parse(change["period"])
    for key in ("act", "nature"):
        if key in change:
            changed[key] = change[key]
    return evolve(count, **changed) if changed else count
