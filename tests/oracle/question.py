"""The words a question is put in, and the few date steps every system shares."""

from __future__ import annotations

import calendar
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

DAY = timedelta(days=1)
FIRST_YEAR = 1986
LAST_YEAR = 2036
MONTHS = 12

Closed = Callable[[date], bool]


class OutOfScopeError(ValueError):
    """The oracle does not know the law of that time, or of that kind of period."""


@dataclass(frozen=True, kw_only=True)
class Question:
    """What is asked: a period, its direction, its trigger and the facts that matter."""

    system: str
    period_number: int
    unit: str
    trigger: date
    direction: str = "after"
    service: str | None = None
    forum: str | tuple[str, ...] | None = None
    act: str | None = None
    nature: str | None = None
    extra_holidays: tuple[date, ...] = ()
    inaccessible: tuple[date, ...] = ()
    as_of: date | None = None
    land: str | None = None
    paper: str | None = None
    table: str | None = None

    @property
    def forward(self) -> bool:
        """Whether the period runs after its trigger."""
        return self.direction == "after"

    @property
    def start(self) -> date:
        """The trigger's day, local to the court, without its hour."""
        return day_of(self.trigger)

    @property
    def sign(self) -> int:
        """One step in the direction of the count, in days."""
        return 1 if self.forward else -1


def day_of(moment: date) -> date:
    """Take the day of a date or of a local time."""
    return moment.date() if isinstance(moment, datetime) else moment


def within_horizon(day: date) -> date:
    """Give the day back if the holiday rules reach it, and refuse it otherwise."""
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        message = f"{day} is outside {FIRST_YEAR} to {LAST_YEAR}"
        raise OutOfScopeError(message)
    return day


def is_weekend(day: date) -> bool:
    """Whether the day is a Saturday or a Sunday."""
    return day.weekday() >= calendar.SATURDAY


def months_away(day: date, months: int) -> date:
    """Find the day of the same number, or the last of a month too short for it."""
    year, month = day.year, day.month
    for _ in range(abs(months)):
        month += 1 if months > 0 else -1
        if month > MONTHS:
            year, month = year + 1, 1
        elif month < 1:
            year, month = year - 1, MONTHS
    last = calendar.monthrange(year, month)[1]
    return date(year, month, min(day.day, last))


def roll(day: date, closed: Closed, step: int) -> date:
    """Go on, one day at a time, until a day that is not closed."""
    while closed(day):
        day += step * DAY
    return day


def count_days(
    day: date, number: int, step: int, skipped: Closed | None = None
) -> date:
    """Count a number of days one by one, passing over those that do not count."""
    left = number
    while left:
        day += step * DAY
        if skipped is None or not skipped(day):
            left -= 1
    return day


def plain_end(question: Question, skipped: Closed | None = None) -> date:
    """Count the period itself: days one by one, months and years by their number."""
    number = question.period_number
    if question.unit == "days":
        return count_days(question.start, number, question.sign, skipped)
    if question.unit == "weeks":
        return count_days(question.start, 7 * number, question.sign, skipped)
    if question.unit == "months":
        return months_away(question.start, question.sign * number)
    if question.unit == "years":
        return months_away(question.start, question.sign * MONTHS * number)
    message = f"{question.system} does not know periods in {question.unit}"
    raise OutOfScopeError(message)


def easter(year: int) -> date:
    """Find Easter Sunday by the anonymous Gregorian computus (Meeus, ch. 8)."""
    golden = year % 19
    century, of_century = divmod(year, 100)
    leap_centuries, rest = divmod(century, 4)
    moon = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap_centuries - moon + 15) % 30
    leap_years, rest_years = divmod(of_century, 4)
    to_sunday = (32 + 2 * rest + 2 * leap_years - epact - rest_years) % 7
    correction = (golden + 11 * epact + 22 * to_sunday) // 451
    month, day = divmod(epact + to_sunday - 7 * correction + 114, 31)
    return date(year, month, day + 1)


def days_named(text: str) -> frozenset[date]:
    """Read a list of days, apart by spaces."""
    return frozenset(date.fromisoformat(day) for day in text.split())


def is_nth(day: date, weekday: int, nth: int) -> bool:
    """Whether the day is the n-th such weekday of its month."""
    return day.weekday() == weekday and (day.day - 1) // 7 == nth - 1


def is_last(day: date, weekday: int) -> bool:
    """Whether the day is the last such weekday of its month."""
    return day.weekday() == weekday and (day + 7 * DAY).month != day.month
