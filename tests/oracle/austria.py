"""Austrian procedural periods: ZPO 125, 126 and 222, before 2011 the recess of 225.

Readings: `rest-added` (of months, served inside a window: from the day of service,
then the rest of the window), `window-after-roll` (an end that rolls into a window is
not reached before the window has passed; adopted is that the windows see the raw end)
and `stay` (of a backward period: not rolled).
"""

from __future__ import annotations

from datetime import date

from oracle import holidays_europe
from oracle.question import (
    DAY,
    OutOfScopeError,
    Question,
    easter,
    is_weekend,
    plain_end,
    roll,
)

PRESENT_WINDOWS = date(2011, 5, 1)
LAST_RECESS_ENDED = date(2011, 1, 7)
ERV_NEXT_DAY = date(2012, 5, 1)
APPEAL = "appeal-notfrist"
ORDINARY = "ordinary"


def in_window(day: date) -> bool:
    """Whether time stands still: to 17 August, and in the old recess to the 25th."""
    number = (day.month, day.day)
    last = (8, 17) if day >= PRESENT_WINDOWS else (8, 25)
    return (7, 15) <= number <= last or number >= (12, 24) or number <= (1, 6)


def is_stopped(question: Question) -> bool:
    """Whether such a period stops: today appeals alone, before 2011 nearly all.

    Before 2011 `notfrist` stands for what the recess left alone: urgent matters,
    appeals from judgments by default (former ZPO 225(2)).
    """
    if question.nature == APPEAL:
        return True
    # By the summer of 2011 the text had changed.
    return question.nature == ORDINARY and question.start < LAST_RECESS_ENDED


def _closed(question: Question, day: date) -> bool:
    """Whether it is a Saturday, a Sunday, a holiday or Good Friday (ZPO 126(2))."""
    return (
        is_weekend(day)
        or day in question.extra_holidays
        or holidays_europe.austria(day)
    )


def _from(question: Question, start: date) -> Question:
    """Put the same period again, from another day."""
    return Question(
        system=question.system,
        period_number=question.period_number,
        unit=question.unit,
        direction=question.direction,
        trigger=start,
    )


def suspended_end(question: Question, reading: str | None = None) -> date:
    """Count the days of an appellate Notfrist one by one, outside the windows.

    Service inside a window counts as service on the window's last day (OGH
    1 Ob 233/15v; RS0037360).
    """
    start = question.start
    if reading != "rest-added":
        while in_window(start) and in_window(start + DAY):
            start += DAY
    left = (plain_end(_from(question, start)) - start).days
    end = start
    while left:
        end += DAY
        if not in_window(end):
            left -= 1
    return end


def answer(question: Question, reading: str | None = None) -> date:
    """Count, pass over the windows if they stop the period, and roll forward."""
    is_suspended = is_stopped(question)
    if is_suspended and not question.forward:
        message = "whether a window stretches a count back was not read"
        raise OutOfScopeError(message)
    end = suspended_end(question, reading) if is_suspended else plain_end(question)
    if is_suspended and question.start < LAST_RECESS_ENDED and end >= PRESENT_WINDOWS:
        message = f"which text governs across {PRESENT_WINDOWS} was not read"
        raise OutOfScopeError(message)
    if reading == "stay":
        return end
    # ZPO 126(2): the next working day is then the last day of the period.
    end = roll(end, lambda day: _closed(question, day), 1)
    if is_suspended and reading == "window-after-roll":
        end = roll(end, lambda day: _closed(question, day) or in_window(day), 1)
    return end


def served_electronically(arrived: date) -> date:
    """Find the day of service through the ERV (GOG 89d(2) since 2012-05-01).

    The working day after arrival; Saturdays are none, Good Friday is one.
    """
    if arrived < ERV_NEXT_DAY:
        message = f"GOG 89d(2) was read as in force from {ERV_NEXT_DAY}"
        raise OutOfScopeError(message)

    def is_off(day: date) -> bool:
        good_friday = easter(day.year) - 2 * DAY
        return is_weekend(day) or (day != good_friday and holidays_europe.austria(day))

    return roll(arrived + DAY, is_off, 1)
