"""Counting hours: elapsed time across daylight saving, and where the last hour goes."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

from legalcase.errors import MissingInputError, UnsupportedQuestionError

if TYPE_CHECKING:
    from datetime import date

    from legalcase.counting.engine.walk import Walk
    from legalcase.counting.rules.parts.closed_days import Roll
    from legalcase.counting.rules.venue import ClosedDays

__all__ = ["run_hours"]

_ONE_DAY = timedelta(days=1)


def run_hours(walk: Walk) -> tuple[datetime, datetime]:
    """Count a period in hours; return (due, nominal) as aware datetimes.

    Raises `MissingInputError` without a time of day, and `UnsupportedQuestionError`
    where the rule says nothing of hours, of service or of suspension in hours.
    """
    anchor, recipe = _begun(walk), walk.recipe
    count, settings = recipe.count, recipe.settings
    roll, closed = recipe.roll, recipe.closed
    walk.steps.append(("trigger", anchor, anchor, settings.hours_clause, ()))
    hours = timedelta(hours=count.period.number)
    passed: list[tuple[date, str]] = []
    if not settings.hours_of_open_days:
        nominal = _elapsed(anchor, recipe.sign * hours)
    else:
        nominal = _open_hours(anchor, recipe.sign, hours, closed, passed)
    rolls = settings.hours_roll_on and recipe.is_rolled
    nominal = _end_of_day(walk, nominal, roll, closed, rolls=rolls)
    stops = recipe.recess is not None or bool(recipe.tolls)
    if stops:
        _refuse_recess(walk, anchor, nominal)
    walk.steps.append(("count", anchor, nominal, recipe.clause, tuple(passed)))
    due = nominal
    if rolls:
        due = _roll(walk, nominal, roll, closed)
        if stops:
            recess = recipe.recess
            found = (*recipe.tolls, *(() if recess is None else (recess,)))
            if any(one.sees_the_roll is not False for one in found):
                _refuse_recess(walk, nominal, due)
    if count.inaccessible:
        due = _accessible(walk, due, closed)
    return due, nominal


def _begun(walk: Walk) -> datetime:
    """Return the instant from which hours are counted, what bars that refused."""
    recipe, anchor = walk.recipe, walk.anchor
    count, settings = recipe.count, recipe.settings
    if settings.hours_of_open_days is None:
        msg = (
            f"{count.rule.id} does not say how hours are counted. Give the period "
            "in days, or another rule."
        )
        raise UnsupportedQuestionError(msg, field="period", value=count.period)
    if not isinstance(anchor, datetime):
        msg = (
            f"{count.period} runs from an instant, and {anchor} has no time of day. "
            "Pass an aware datetime: "
            f"datetime(2026, 6, 3, 9, 30, tzinfo=ZoneInfo({_zone(walk)!r})), say."
        )
        raise MissingInputError(msg, field="after", value=anchor)
    if count.given.suspensions:
        msg = "Hours are not counted around suspensions. Count them in two parts."
        raise UnsupportedQuestionError(msg, field="suspensions", value=None)
    if recipe.extra is not None:
        msg = (
            f"No rule entered says how service by {count.given.service} lengthens a "
            "period in hours. Leave service= out, and add the time yourself."
        )
        raise UnsupportedQuestionError(msg, field="service", value=count.given.service)
    if recipe.added:
        msg = (
            f"{count.rule.id} does not say how time is added to a period in hours. "
            "Leave it out, and add it yourself."
        )
        raise UnsupportedQuestionError(msg, field="added", value=count.given.added)
    return anchor


def _refuse_recess(walk: Walk, start: datetime, end: datetime) -> None:
    """Refuse hours that meet a recess which bears on a period of this nature."""
    recipe = walk.recipe
    windows = recipe.windows_of(recipe.recess, (), recipe.tolls)
    first, last = sorted((start.toordinal(), end.toordinal()))
    met = windows.between(first, last)
    if met:
        msg = (
            f"Hours are not counted around a recess ({windows.clause(met[0])}). Count "
            "them in two parts, or give a nature that the recess does not stop."
        )
        value = walk.recipe.count.period
        raise UnsupportedQuestionError(msg, field="period", value=value)


def _end_of_day(
    walk: Walk, moment: datetime, roll: Roll, closed: ClosedDays, *, rolls: bool
) -> datetime:
    """Return midnight as the last second of the day that it ends.

    Unless the first instant of the next day, read literally, leads to an earlier end:
    no rule says on which day a period ends that ends between two.
    """
    if moment.hour or moment.minute or moment.second or moment.microsecond:
        return moment
    last_second = datetime.combine(
        moment.date() - _ONE_DAY, time(23, 59, 59), tzinfo=moment.tzinfo
    )
    if not rolls:
        return last_second
    ends = {one: _rolled(walk, one, roll, closed)[0] for one in (last_second, moment)}
    return min(ends, key=lambda one: ends[one].astimezone(UTC))


def _zone(walk: Walk) -> str:
    """Return the zone of the court or of the rule's courts; else one as an example."""
    count = walk.recipe.count
    zones = count.venue.zones
    return zones[0] if zones else count.rule.zone or "America/New_York"


def _elapsed(start: datetime, length: timedelta) -> datetime:
    """Add elapsed time: an hour is an hour, whatever the clocks do."""
    return (start.astimezone(UTC) + length).astimezone(start.tzinfo)


def _midnight(moment: datetime, days: int) -> datetime:
    day = moment.date() + days * _ONE_DAY
    return datetime.combine(day, time(), tzinfo=moment.tzinfo)


def _open_hours(
    start: datetime,
    sign: int,
    length: timedelta,
    closed: ClosedDays,
    passed: list[tuple[date, str]],
) -> datetime:
    """Count only the hours of open days."""
    moment, left = start, length
    while True:
        edge = _midnight(moment, 1 if sign > 0 else 0)
        if sign < 0 and edge == moment:
            edge = _midnight(moment, -1)
        day = moment.date() if sign > 0 else (moment - timedelta(microseconds=1)).date()
        ordinal = day.toordinal()
        if closed.is_closed(ordinal):
            passed.append(closed.closure_on(ordinal))
        else:
            room = abs(edge.astimezone(UTC) - moment.astimezone(UTC))
            if left <= room:
                return _elapsed(moment, sign * left)
            left -= room
        moment = edge


def _roll(walk: Walk, moment: datetime, roll: Roll, closed: ClosedDays) -> datetime:
    """Move an end off a closed day, and leave a step."""
    moved, passed = _rolled(walk, moment, roll, closed)
    if not passed:
        return moment
    if moved == moment:
        walk.steps.append(("stay", moment, moment, roll.clause, passed))
    else:
        clause = walk.recipe.settings.hours_clause
        walk.steps.append(("roll", moment, moved, clause, passed))
    return moved


def _rolled(
    walk: Walk, moment: datetime, roll: Roll, closed: ClosedDays
) -> tuple[datetime, tuple[tuple[date, str], ...]]:
    """Return where an end goes, and the closed days that it passes or stays on."""
    if not closed.is_closed(moment.toordinal()):
        return moment, ()
    if roll.acts is not None and walk.recipe.act not in roll.acts:
        return moment, (closed.closure_on(moment.toordinal()),)
    passed = []
    moved = moment
    while closed.is_closed(moved.toordinal()):
        passed.append(closed.closure_on(moved.toordinal()))
        moved = _same_time(moved, walk.recipe.sign)
    return moved, tuple(passed)


def _same_time(moment: datetime, days: int) -> datetime:
    """Return the same time of day on another day (the earlier of two equal times)."""
    return datetime.combine(
        moment.date() + days * _ONE_DAY, moment.timetz().replace(fold=0)
    )


def _accessible(walk: Walk, moment: datetime, closed: ClosedDays) -> datetime:
    count, settings = walk.recipe.count, walk.recipe.settings
    if (
        moment.toordinal() not in count.inaccessible
        or walk.recipe.act not in settings.inaccessible_acts
    ):
        return moment
    passed, moved = [], moment
    while True:
        ordinal = moved.toordinal()
        if ordinal in count.inaccessible:
            passed.append((moved.date(), "clerk's office inaccessible"))
        elif closed.is_closed(ordinal):
            passed.append(closed.closure_on(ordinal))
        else:
            break
        moved = _same_time(moved, 1)
    clause = settings.inaccessible_clause
    walk.steps.append(("inaccessible", moment, moved, clause, tuple(passed)))
    return moved
