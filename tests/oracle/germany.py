"""German procedural periods: BGB 187 to 193, ZPO 222 and 224.

A backward period is never rolled (ZPO 222(2) and BGB 193 speak of the end of a period
that still runs). Reading of an extension: `nominal-end` (from the end before it was
rolled, OLG Rostock 28.7.2003, 3 U 151/03; nobody is known to have held so before).
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from oracle import holidays_europe
from oracle.question import (
    DAY,
    OutOfScopeError,
    Question,
    count_days,
    is_weekend,
    plain_end,
    roll,
)

ROSTOCK = date(2003, 7, 28)


def _closed(question: Question, day: date) -> bool:
    """Whether it is a Saturday, a Sunday or a holiday at the court's seat."""
    return (
        is_weekend(day)
        or day in question.extra_holidays
        or holidays_europe.germany(question.land, day)
    )


def hours(question: Question) -> datetime:
    """Count hours, those of Saturdays, Sundays and holidays left out (ZPO 222(3))."""
    if not isinstance(question.trigger, datetime) or not question.forward:
        message = "hours need an instant, and run forward"
        raise OutOfScopeError(message)
    zone = question.trigger.tzinfo
    if zone is None:
        message = "hours need an instant with its zone"
        raise OutOfScopeError(message)
    moment = question.trigger.astimezone(UTC)
    left = timedelta(hours=question.period_number)
    while True:
        today = moment.astimezone(zone).date()
        midnight = datetime.combine(today + DAY, time(0), zone).astimezone(UTC)
        if not _closed(question, today):
            if left <= midnight - moment:
                return (moment + left).astimezone(zone)
            left -= midnight - moment
        moment = midnight


def answer(question: Question, reading: str | None = None) -> date:
    """Count from the day after the trigger; roll the end forward (BGB 187(1), 188)."""
    if reading is not None:
        message = f"a plain period has no reading {reading}"
        raise OutOfScopeError(message)
    if question.unit == "hours":
        return hours(question)
    if question.unit == "clear days":  # Ladungs- and Einlassungsfrist: both ends out
        return count_days(question.start, question.period_number + 1, question.sign)
    end = plain_end(question)
    if not question.forward:
        return end
    return roll(end, lambda day: _closed(question, day), 1)


def extended(question: Question, reading: str | None = None) -> date:
    """Count an extension from a period's nominal end, given as the trigger.

    BGB 190 and BGH 14.12.2005, IX ZB 198/04: the new period runs from the rolled end.
    """
    start = question.start
    if reading != "nominal-end" or start < ROSTOCK:
        start = roll(start, lambda day: _closed(question, day), 1)
    moved = Question(
        system=question.system,
        period_number=question.period_number,
        unit=question.unit,
        trigger=start,
        land=question.land,
        extra_holidays=question.extra_holidays,
    )
    return answer(moved)
