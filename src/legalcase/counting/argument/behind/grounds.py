"""Grounds of a count: what decided its date, and at which days it looked."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Final, NamedTuple

from attrs import evolve

from legalcase.calendars.laid.layers import entries_of
from legalcase.counting.argument.behind.instant import instant_of
from legalcase.counting.engine.recipe import recipe_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from legalcase.authority import Authority
    from legalcase.calendars.court_calendar import CourtCalendar
    from legalcase.calendars.entries.definition import CalendarDefinition
    from legalcase.calendars.entries.openings import Opening
    from legalcase.counting.engine.count import Count
    from legalcase.counting.engine.inputs import Inputs
    from legalcase.counting.engine.recipe import Recipe
    from legalcase.counting.engine.steps import Outcome, RawStep
    from legalcase.counting.rules.parts.closed_days import ClosedSpec

__all__ = [
    "closed_at",
    "days_looked_at",
    "grounds_of",
    "is_within",
    "opened_days",
    "provisions",
]

_fromordinal = date.fromordinal
#: What a recess did, by the code of the step that it left.
_BY_RECESS: Final = frozenset({"suspend", "ends-after"})
#: What a provision of the rule decided, by the code of the step that it left.
_DID: Final = {
    "trigger": "the first day",
    "late": "the hour of the event",
    "deemed": "the day on which it counts as served",
    "included": "that the day of the event counts",
    "begin": "the day on which the count begins",
    "count": "how it is counted",
    "minimum": "the court days that it must have",
    "one-period": "how it is counted as one with the time added",
    "suspend": "the days that do not count",
    "ends-after": "where it ends that ended in a recess",
    "roll-first": "where an extension begins",
    "roll": "the move off a closed day",
    "stay": "that nothing moves",
    "named-day": "the weekday on which it ends",
    "inaccessible": "an office that cannot be reached",
    "complete": "when service is complete",
}
#: Of these the count looked at every day, not only at the one on which it ended.
_WHOLE: Final = frozenset(
    {
        *("add-court-days", "roll-first", "roll", "stay", "inaccessible", "complete"),
        *("late", "begin", "minimum"),
    }
)


def grounds_of(
    count: Count, outcome: Outcome, asked: Callable[[], Inputs]
) -> Iterator[tuple[str, Authority]]:
    """Yield (name, authority) of what decided the date, besides the time itself.

    That is what of the rule acted, each closure that was passed over, and the record
    of the court where a calendar or an hour is known from it alone.
    """
    yield from _of_the_rule(count, outcome)
    court = count.venue.authority
    for closure in _closures(count, outcome):
        yield f"{closure.name} in {closure.calendar.id}", closure.authority
        if court is not None and _chose(asked(), count, closure):
            yield f"{count.venue.courts[0]} (whose holidays count there)", court
    for opening, calendar in _opened(count, outcome):
        yield f"{opening.name} on {opening.on} in {calendar}", opening.authority
    if court is not None and _ends_by_its_hour(count, outcome):
        yield f"{count.venue.courts[0]} (the hour at which its day ends)", court


def _ends_by_its_hour(count: Count, outcome: Outcome) -> bool:
    """Tell whether the hour of the last day is known from the court's record alone."""
    recipe = recipe_of(count, count.chosen)
    table = recipe.settings.end_of_day or {}
    hour = dict(recipe.venue.cut_offs).get("electronic")
    if hour is None or hour == table.get("electronic"):
        return False
    return not isinstance(outcome.due, datetime) and (
        instant_of(count, outcome) is not None
    )


class _Passed(NamedTuple):
    """A closure that a count passed over: from which calendar, in which role."""

    ordinal: int
    name: str
    role: str
    calendar: CourtCalendar
    authority: Authority


def _chose(inputs: Inputs, count: Count, closure: _Passed) -> bool:
    """Tell whether a closure counts by the court's record, and nothing else says so."""
    if closure.role != "court":
        return inputs.forum is None
    if inputs.calendar is not None:
        return False
    # The calendar of every court under the rule may be its own, or the base of it.
    definition: CalendarDefinition | None = closure.calendar.definition
    while definition is not None and definition.id != count.rule.default_calendar:
        definition = definition.base
    if definition is None:
        return True
    entries = entries_of(definition, ()).get(closure.ordinal, ())
    return closure.name not in [name for name, _, _ in entries]


def _of_the_rule(count: Count, outcome: Outcome) -> Iterator[tuple[str, Authority]]:
    rule, authority = count.rule, count.version.authority
    if authority.verified == "text":
        yield rule.id, authority
        return
    if not authority.read:
        yield f"{rule.id} as it stood from {count.version.first}", authority
        return
    unread: dict[str, str] = {}
    for step in outcome.steps:
        if step[0] == "add-given":
            continue  # nobody says that a rule has it
        for cite in provisions(step[3].removeprefix(count.cite).removeprefix("; ")):
            # Nothing is left where it is the citation of the time itself.
            if cite and not any(is_within(cite, one) for one in authority.read):
                unread.setdefault(cite, _did(step))
    for cite, did in unread.items():
        yield f"{cite} ({did})", authority
    if not unread:
        yield rule.id, evolve(authority, verified="text")


def _did(step: RawStep) -> str:
    """Say what a provision decided: ``"the 2 court days for service"``."""
    code, start, end, _, closures = step
    if code not in {"add", "add-court-days", "add-distance"}:
        return _DID.get(code, code)
    days = abs(end.toordinal() - start.toordinal()) - len(closures)
    unit = "court day" if code == "add-court-days" else "day"
    why = "distance" if code == "add-distance" else "service"
    return f"the {days} {unit}{'' if days == 1 else 's'} for {why}"


def provisions(clause: str) -> Iterator[str]:
    """Yield each provision of a clause in full; cases that support it are left out."""
    code = None
    for part in clause.split("; "):
        first, *others = part.split(", ")
        if others and others[0].startswith("§ "):
            # Of a chapter (Mass. Gen. Laws ch. 260, § 2A): its section is no other.
            first = f"{first}, {others.pop(0)}"
        lead = first[: len(first) - len(first.rpartition(" ")[2])]
        if code is not None and lead != code:
            continue
        code = lead
        yield first
        # A number that stands alone; the volume of a reporter begins a citation.
        numbers = (other for other in others if other[:1].isdigit())
        yield from (f"{lead}{number}" for number in numbers if " " not in number)


def is_within(cite: str, provision: str) -> bool:
    """Tell whether a provision is another, or a part of it: § 12a(a) is in § 12a."""
    rest = cite.removeprefix(provision)
    return len(rest) < len(cite) and not (rest[:1].isalnum() or rest[:1] == ".")


def _closures(count: Count, outcome: Outcome) -> Iterator[_Passed]:
    """Yield each closure that a count passed over, from the court's own calendar first.

    A day on which the nation and the state keep the same holiday needs no state.
    """
    named = {
        (day.toordinal(), name)
        for *_, closures in outcome.steps
        for day, name in closures
    }
    calendars = recipe_of(count, count.chosen).venue.calendars
    for ordinal, name in sorted(named):
        found = [
            _Passed(ordinal, name, role, calendar, authority)
            for role, calendar in sorted(calendars, key=lambda one: one[0] != "court")
            for entry, _, authority in calendar.entries().get(ordinal, ())
            if entry == name
        ]
        yield from found[:1]
    yield from _of_the_recess(count, outcome)


def _of_the_recess(count: Count, outcome: Outcome) -> Iterator[_Passed]:
    """Yield each entry of a calendar whose days stopped the time, once."""
    recipe = recipe_of(count, count.chosen)
    recess, steps = recipe.recess, outcome.steps
    if recess is None or not _BY_RECESS & {step[0] for step in steps}:
        return
    ends = [end.toordinal() for step in steps for end in step[1:3]]
    seen: set[tuple[str, str]] = set()
    for role, kinds in recess.days:
        calendar = recipe.venue.calendar(role)
        if calendar is None:
            continue
        entries = calendar.entries()
        for ordinal in range(min(ends), max(ends) + 1):
            for name, kind, authority in entries.get(ordinal, ()):
                if kind in kinds and (role, name) not in seen:
                    seen.add((role, name))
                    yield _Passed(ordinal, name, role, calendar, authority)


def _opened(count: Count, outcome: Outcome) -> Iterator[tuple[Opening, str]]:
    if any(calendar.laid().openings for _, calendar in count.venue.calendars):
        yield from opened_days(count, days_looked_at(count, outcome))


def opened_days(count: Count, days: Collection[date]) -> Iterator[tuple[Opening, str]]:
    """Yield each of some days that a calendar in use opens, with that calendar's id."""
    recipe = recipe_of(count, count.chosen)
    minded = {role for spec in closed_at(recipe) for role, _ in spec}
    for role, calendar in recipe.venue.calendars:
        openings = calendar.laid().openings if role in minded else {}
        if openings:
            for day in sorted(days):
                opening = openings.get(day.toordinal())
                if opening is not None:
                    yield opening, calendar.id


def closed_at(recipe: Recipe) -> Iterator[ClosedSpec]:
    """Yield which days a count took for closed, or for stopped, at each stage."""
    count, settings = recipe.count, recipe.settings
    if not count.served:
        yield recipe.roll.closed
        if recipe.first_day is not None and recipe.first_day.is_open:
            yield recipe.first_day.closed
        if settings.short is not None and _is_short(recipe):
            yield settings.short.skip
        if recipe.recess is not None and recipe.recess.days:
            yield recipe.recess.days
    in_court_days = (
        count.served
        or "court day" in recipe.units
        or recipe.minimum is not None
        or recipe.deemed is not None
        or (recipe.is_late is not None and "court day" in recipe.is_late.to)
        or any(extra.unit == "court day" for extra in recipe.added)
    )
    if in_court_days and settings.court_closed is not None:
        yield settings.court_closed


def _is_short(recipe: Recipe) -> bool:
    """Tell whether the period is one of those that leave out closed days."""
    period, short = recipe.count.period, recipe.settings.short
    days = period.number * (7 if period.unit == "week" else 1)
    in_days = recipe.unit in {"day", "clear day", "week"}
    return short is not None and in_days and short.covers(days, recipe.sign)


def days_looked_at(count: Count, outcome: Outcome) -> set[date]:
    """Return the days of which a count asked whether they are closed.

    A count of plain days asks of its last day alone, and of those that the move off
    it passes; one that leaves days out, or whose recess stands in a calendar, asks of
    every day.
    """
    recipe = recipe_of(count, count.chosen)
    hours = count.period.unit == "hour" and bool(recipe.settings.hours_of_open_days)
    leaves_out = (
        hours
        or recipe.minimum is not None
        or "court day" in recipe.units
        or _is_short(recipe)
    )
    asked = {"count", "suspend", "one-period"} if leaves_out else set()
    if recipe.recess is not None and recipe.recess.days:
        asked = {"count", "suspend", "one-period", "ends-after"}
        asked |= {"add", "add-distance", "add-given"}
    days: set[date] = set()
    for code, start, end, _, _ in outcome.steps:
        if code in _WHOLE or code in asked:
            low, high = sorted((start.toordinal(), end.toordinal()))
            days.update(map(_fromordinal, range(low, high + 1)))
        elif code != "trigger":
            days.add(_fromordinal(end.toordinal()))
        if code == "begin" or (code == "trigger" and recipe.first_day is not None):
            days.add(_fromordinal(end.toordinal() + recipe.sign))
    ends = (outcome.due, outcome.nominal)
    days.update(end.date() if isinstance(end, datetime) else end for end in ends)
    return days
