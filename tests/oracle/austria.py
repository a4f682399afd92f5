"""Austrian procedural periods: ZPO 125, 126 and 222 (since 2011-05-01).

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
    is_weekend,
    plain_end,
    roll,
)

PRESENT_WINDOWS = date(2011, 5, 1)
SUSPENDED = "appeal-notfrist"


def in_window(day: date) -> bool:
    """Whether the day lies in 15 July to 17 August or 24 December to 6 January."""
    number = (day.month, day.day)
    return (7, 15) <= number <= (8, 17) or number >= (12, 24) or number <= (1, 6)


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
    """Count, pass over the windows if an appellate Notfrist, and roll forward."""
    is_suspended = question.nature == SUSPENDED
    if is_suspended and question.start < PRESENT_WINDOWS:
        message = f"the court vacations before {PRESENT_WINDOWS} are out of scope"
        raise OutOfScopeError(message)
    if is_suspended and not question.forward:
        message = "an appellate Notfrist runs forward"
        raise OutOfScopeError(message)
    end = suspended_end(question, reading) if is_suspended else plain_end(question)
    if reading == "stay":
        return end
    # ZPO 126(2): the next working day is then the last day of the period.
    end = roll(end, lambda day: _closed(question, day), 1)
    if is_suspended and reading == "window-after-roll":
        end = roll(end, lambda day: _closed(question, day) or in_window(day), 1)
    return end
