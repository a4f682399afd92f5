"""Recipe: a count under the readings chosen, compiled."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from attrs import evolve

from legalcase.authority import Authority
from legalcase.calendars.closures import Closure
from legalcase.counting.engine.first_day import first_day_for
from legalcase.counting.engine.minimum import minimum_for
from legalcase.counting.rules.closed_sets import Order
from legalcase.dates import Period
from legalcase.errors import (
    RoleNotFilledError,
    UnknownNameError,
    UnsupportedQuestionError,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import EllipsisType

    from legalcase.counting.engine.count import Count
    from legalcase.counting.rules.counting_rule import Choices
    from legalcase.counting.rules.settings import (
        ClosedSpec,
        ExtraTime,
        Settings,
        Suspension,
    )
    from legalcase.counting.rules.venue import ClosedDays, Venue
    from legalcase.counting.rules.windows import Windows

__all__ = ["LATE", "Recipe", "join", "recipe_of"]

#: The reading of fact that an event without a time of day came after the cut-off.
LATE = ("#time-of-day", "late")
_fromordinal = date.fromordinal


class Recipe:
    """A `Count` as the readings chosen make it, with what each of its walks needs."""

    __slots__ = (
        "_windows",
        "act",
        "clause",
        "closed",
        "count",
        "deemed",
        "ends",
        "extra",
        "first_day",
        "is_included",
        "is_late",
        "late",
        "minimum",
        "nature",
        "order",
        "parts",
        "plain_days",
        "roll",
        "settings",
        "sign",
        "unit",
        "units",
        "venue",
    )

    def __init__(self, count: Count, settings: Settings, choices: Choices) -> None:
        self.count = count
        self.settings = settings
        self.venue = count.venue.under(choices) if choices else count.venue
        self.sign = count.sign
        self.act = count.act or settings.act
        if count.inaccessible and self.act in settings.closing_acts:
            self.venue = _closed_on(count, settings, self.venue)
        self.nature = count.nature or settings.nature
        # What is counted one after the other, and in which units.
        self.parts = count.period.parts
        self.units = tuple(_unit(count, part.unit, settings) for part in self.parts)
        self.unit = self.units[0] if len(self.units) == 1 else count.period.unit
        self.roll = settings.roll(count.sign).of(count.bound)
        self.closed = self.venue.closed(self.roll.closed)
        self.late = LATE in choices
        self._windows: Windows | None = None
        extra, self.order = (
            (None, Order()) if count.served else _extra_time(count, settings)
        )
        self.extra = extra if extra is not None and extra.number else None
        # Served on a day that is no court day, a paper was served on the next.
        is_deemed = extra is not None and extra.from_court_day and self.sign > 0
        self.deemed = extra if is_deemed else None
        if self.deemed is None and self.sign > 0 and not count.served:
            self.deemed = settings.deemed
        # An event from which a count goes back was no step that anybody took late.
        self.is_late = settings.late if self.sign > 0 else None
        self.clause = join(count.cite, settings.count_clause)
        # Which day is the first, where it is not the one after the trigger.
        self.first_day = first_day_for(self)
        self.is_included = self.first_day is not None and self.first_day.is_included
        self.minimum = minimum_for(self)
        # What `days.plain_days` says of it, once it was asked.
        self.plain_days: int | EllipsisType | None = ...
        # When its due day ends, and by whose clocks, once `instant_of` was asked.
        self.ends: tuple[int, tuple[str, ...]] | EllipsisType | None = ...
        # A closed day that nobody knows of leaves a roll back too late.
        if self.closed.unfilled and self.roll.step < 0:
            raise _role_missing(count, self.closed.unfilled[0])

    def counted(self, spec: ClosedSpec) -> ClosedDays:
        """Return the days that a count leaves out.

        Raises `RoleNotFilledError` where one that nobody knows of makes a count back
        end too late.
        """
        closed = self.venue.closed(spec)
        if closed.unfilled and self.sign < 0:
            raise _role_missing(self.count, closed.unfilled[0])
        return closed

    @property
    def runs_freely(self) -> bool:
        """Whether no window can stop it."""
        return self.recess is None and not self.count.given.suspensions

    @property
    def recess(self) -> Suspension | None:
        """The recess of the rule, if it stops a period of this nature."""
        recess = self.settings.suspension
        return recess if recess is not None and recess.stops(self.nature) else None

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
            from legalcase.counting.rules.windows import Windows

            recess = self.recess
            if self.sign < 0:
                _check_recess(self)
            closed = self.counted(recess.days) if recess and recess.days else None
            self._windows = Windows(recess, self.count.given.suspensions, closed)
        return self._windows


def _unit(count: Count, unit: str, settings: Settings) -> str:
    """Return the unit in which a part is counted: of days, what the rule means.

    Raises `UnsupportedQuestionError` for clear days where days mean court days.
    """
    meant = settings.days(count.sign)
    if unit == "clear day" and meant == "court day":
        msg = (
            f"Days are court days under {count.rule.id}, and nobody said which days "
            f"{count.period} leave out. Give the period in days or in court days."
        )
        raise UnsupportedQuestionError(msg, field="period", value=count.period)
    return meant if unit == "day" else unit


def _check_recess(recipe: Recipe) -> None:
    """Refuse to count back past a recess that stands in no calendar at hand."""
    for role, calendar in recipe.without_recess():
        rule = recipe.count.rule.id
        msg = (
            f"{rule} needs a calendar with the days of its recess to count back, and "
            f"{calendar} has none: the date could be too late. Give a calendar that "
            "has them, or court=."
        )
        raise RoleNotFilledError(msg, role=role, rule=rule)


def _closed_on(count: Count, settings: Settings, venue: Venue) -> Venue:
    """Return the venue with the days closed on which its office was inaccessible."""
    authority = Authority(cite=settings.inaccessible_clause)
    return venue.with_closures(
        Closure(
            on=_fromordinal(day),
            name="clerk's office inaccessible",
            kind="office-closed",
            authority=authority,
        )
        for day in sorted(count.inaccessible)
    )


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


def _extra_time(count: Count, settings: Settings) -> tuple[ExtraTime | None, Order]:
    """Stage 6: the time that the method of service adds, and the order.

    Raises `UnknownNameError` for a method or a table that the rule does not list.
    """
    method = count.given.service
    if method is None:
        return None, Order()
    name = count.table or settings.table_for(count.sign)
    if name in {"none", "notice only"}:
        _check_method(count, settings, method)
        return None, Order()
    table = settings.service.get(name)
    if table is None:
        kind = f"table of service in {count.rule.id}:"
        raise UnknownNameError.among(kind, name, {*settings.service, "none"})
    extra = table.methods.get(method)
    if extra is None:
        kind = f"method of service under {count.rule.id}:"
        raise UnknownNameError.among(kind, method, table.methods)
    return extra, table.order


def _check_method(count: Count, settings: Settings, method: str) -> None:
    """Refuse a method that no table of the rule knows, though none is used here."""
    known = {name for table in settings.service.values() for name in table.methods}
    known |= {name for table in settings.completion.values() for name in table}
    if known and method not in known:
        kind = f"method of service under {count.rule.id}:"
        raise UnknownNameError.among(kind, method, known)


def _role_missing(count: Count, role: str) -> RoleNotFilledError:
    msg = (
        f"{count.rule.id} needs the calendar of the role {role!r} to count back, "
        "and nobody filled it: the date could be too late. Give court= or forum=."
    )
    return RoleNotFilledError(msg, role=role, rule=count.rule.id)


def join(*clauses: str) -> str:
    """Return the citations that are not empty, one after the other, each once."""
    return "; ".join(dict.fromkeys(clause for clause in clauses if clause))
