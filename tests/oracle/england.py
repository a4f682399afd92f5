"""Periods of the Civil Procedure Rules, and the practice of the court's portals.

CPR 2.8 to 2.10, 6.14 and 6.26. Readings of a count: `cautious` (a backward period for
the court office that ends on a closed day moves away from the event; 2.8(5) by its
words goes on to the next open day), `literal-start` (the day before five or fewer
clear days may itself be one that does not count). Reading of 6.14: `one-business-day`
(only the second day need be a business day).
"""

from __future__ import annotations

from datetime import date, datetime, time

from oracle import holidays_europe
from oracle.question import (
    DAY,
    OutOfScopeError,
    Question,
    count_days,
    day_of,
    is_weekend,
    plain_end,
    roll,
)

CPR_BEGAN = date(1999, 4, 26)
PART_6_BEGAN = date(2008, 10, 1)
SHORT = 5
SERVICE_CUT_OFF = time(16, 30)
PORTAL_CUT_OFF = time(16, 0)


def is_business_day(day: date, extra: tuple[date, ...] = ()) -> bool:
    """Whether it is no Saturday, Sunday, bank holiday or named day (CPR 6.2(b))."""
    return not (
        is_weekend(day) or day in extra or holidays_europe.england(day) is not None
    )


def _count(question: Question, start: date, reading: str | None) -> date:
    """Count the period, in clear days where the rule means them (CPR 2.8(2)-(4))."""

    def off(day: date) -> bool:
        return not is_business_day(day, question.extra_holidays)

    number, sign = question.period_number, question.sign
    if question.unit not in {"days", "clear days"}:
        moved = Question(
            system=question.system,
            period_number=number,
            unit=question.unit,
            direction=question.direction,
            trigger=start,
        )
        return plain_end(moved)
    skipped = off if number <= SHORT else None
    end = count_days(start, number, sign, skipped)
    # A forward period in days ends with an act, on its last day; one that runs up to
    # or back from an event leaves both ends out.
    if question.unit == "days" and question.forward:
        return end
    return count_days(end, 1, sign, None if reading == "literal-start" else skipped)


def answer(question: Question, reading: str | None = None) -> date:
    """Count under CPR 2.8; roll only an act at the court office (2.8(5))."""
    if question.start < CPR_BEGAN:
        message = f"the Civil Procedure Rules began on {CPR_BEGAN}"
        raise OutOfScopeError(message)
    if question.system == "gb-eaw/portal":
        return portal(question)
    end = _count(question, question.start, reading)
    if question.act != "file":
        return end

    def office_closed(day: date) -> bool:
        return (
            not is_business_day(day, question.extra_holidays)
            or day in question.inaccessible
        )

    step = -1 if reading == "cautious" and not question.forward else 1
    return roll(end, office_closed, step)


def portal(question: Question) -> date:
    """Count as the court's portals do: from 4 pm the next day, then roll forward."""
    if not question.forward:
        message = "the portals count forward"
        raise OutOfScopeError(message)
    start = question.start
    trigger = question.trigger
    if isinstance(trigger, datetime) and trigger.time() >= PORTAL_CUT_OFF:
        start += DAY
    end = _count(question, start, None)
    return roll(end, lambda day: not is_business_day(day, question.extra_holidays), 1)


def served_on(
    step: date, method: str, paper: str | None = None, reading: str | None = None
) -> date:
    """Find the deemed day of service (CPR 6.14 for a claim form, else 6.26)."""
    day = day_of(step)
    if day < PART_6_BEGAN:
        message = f"rules 6.14 and 6.26 began on {PART_6_BEGAN}"
        raise OutOfScopeError(message)

    def off(each: date) -> bool:
        return not is_business_day(each)

    if paper == "claim-form":
        if reading == "one-business-day":
            return roll(day + 2 * DAY, off, 1)
        return count_days(day, 2, 1, off)
    if method in {"mail", "document-exchange"}:
        return roll(day + 2 * DAY, off, 1)
    if method in {"permitted-address", "fax", "email", "electronic", "personal"}:
        if not isinstance(step, datetime):
            message = f"service by {method} needs its time of day"
            raise OutOfScopeError(message)
        in_time = not off(day) and step.time() < SERVICE_CUT_OFF
        return day if in_time else roll(day + DAY, off, 1)
    message = f"CPR 6.26 does not name service by {method}"
    raise OutOfScopeError(message)
