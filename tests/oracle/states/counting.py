"""The steps that the computing rules of the American states have in common.

A rule is what its text says of five things: which days are closed, which periods pass
over them, when the count begins, what the manner of service adds, and whether the end
is moved before days are added. A count back that ends on a closed day ends on the open
day before it, the one that nobody can call late, unless the text says otherwise.

Readings, several at once joined by a plus sign: `roll-first` (the end is moved before
days are added, and again after), `later` (a count back ends on the open day after),
`all` (a short period passes over every closed day: the text says that of those between,
and of the last day what it says of any), `plain-start` (the count begins on the next
day, open or not).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from oracle.question import (
    DAY,
    Closed,
    OutOfScopeError,
    Question,
    count_days,
    is_weekend,
    plain_end,
    roll,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

DAYS, OPEN_DAYS = "days", "open days"


@dataclass(frozen=True, kw_only=True)
class Rule:
    """What a text says of computing; each manner of service with the days it adds."""

    first: date
    holiday: Callable[[date], object]
    added: Mapping[str, tuple[int, str]] = field(default_factory=dict)
    short: Callable[[int], bool] = lambda _days: False
    short_ends_open: bool = True  # or on any day, before it is moved or days are added
    rolls_before_adding: bool = False
    shifted_start: bool = False
    adds_backward: bool = True
    office_may_be_shut: bool = False
    knows_hours: bool = False


def less_than(limit: int) -> Callable[[int], bool]:
    """Build the test of a period so short that closed days are not counted in it."""
    return lambda days: days < limit


def text_of(question: Question) -> date:
    """Give the day whose text applies."""
    return question.as_of or question.start


def closed_days(question: Question, rule: Rule) -> Closed:
    """Build the test of a day: Saturday, Sunday, holiday, or what the question adds."""

    def closed(day: date) -> bool:
        return (
            is_weekend(day)
            or day in question.extra_holidays
            or rule.holiday(day) is not None
        )

    return closed


def _added(question: Question, rule: Rule) -> tuple[int, str]:
    """Find what the manner of service adds; nothing where nobody said how."""
    if question.service is None or question.table == "none":
        return (0, DAYS)
    if question.service not in rule.added:
        message = f"{question.system} does not name service by {question.service}"
        raise OutOfScopeError(message)
    if not question.forward and not rule.adds_backward:
        return (0, DAYS)
    return rule.added[question.service]


def _counted(
    question: Question, rule: Rule, closed: Closed, chosen: frozenset[str]
) -> date:
    """Count the period itself, before the end is moved or days are added."""
    start = question.start
    step = question.sign * DAY
    if rule.shifted_start and "plain-start" not in chosen:
        # The first day counted is an open one; the day before it is then the last
        # that is not counted.
        start = roll(start + step, closed, question.sign) - step
    moved = replace(question, trigger=start)
    days = question.period_number * (7 if question.unit == "weeks" else 1)
    if question.unit not in {"days", "weeks"} or not rule.short(days):
        return plain_end(moved)
    if rule.short_ends_open or "all" in chosen:
        return count_days(start, days, question.sign, closed)
    return count_days(start, days - 1, question.sign, closed) + step


def _hours(question: Question, rule: Rule) -> datetime:
    """Count hours as they pass; an end on a closed day moves to the same hour."""
    moment = question.trigger
    if not rule.knows_hours or not question.forward or question.service is not None:
        message = f"of hours {question.system} says nothing that was read"
        raise OutOfScopeError(message)
    if not isinstance(moment, datetime) or moment.tzinfo is None:
        message = "hours need an instant with its zone"
        raise OutOfScopeError(message)
    passed = moment.astimezone(UTC) + timedelta(hours=question.period_number)
    local = passed.astimezone(moment.tzinfo)
    day = roll(local.date(), closed_days(question, rule), 1)
    return local.replace(year=day.year, month=day.month, day=day.day)


def answer(question: Question, rule: Rule, reading: str | None = None) -> date:
    """Count, add the days of service and move the end, in the order of the rule."""
    if text_of(question) < rule.first:
        message = f"{question.system} as of {text_of(question)} was not read"
        raise OutOfScopeError(message)
    if question.unit == "hours":
        return _hours(question, rule)
    chosen = frozenset((reading or "").split("+"))
    closed = closed_days(question, rule)
    step = 1 if question.forward or "later" in chosen else -1
    number, kind = _added(question, rule)
    end = _counted(question, rule, closed, chosen)
    if rule.rolls_before_adding or "roll-first" in chosen:
        end = roll(end, closed, step)
    end = count_days(end, number, question.sign, closed if kind == OPEN_DAYS else None)
    end = roll(end, closed, step)
    if rule.office_may_be_shut and question.act in {None, "file"}:
        while end in question.inaccessible:
            end = roll(end + DAY, closed, 1)
    return end
