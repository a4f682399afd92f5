"""North Carolina: G.S. 1A-1, Rule 6(a) and (e).

The last day runs on from "a legal holiday when the courthouse is closed for
transactions"; under seven days intermediate ones are excluded. Three days "shall be
added to the prescribed period" for mail: first added, then rolled (Gateway Management
v. Advanced Lubrication, 2008 NCBC 11); `roll-first` is the other order.
"""

from __future__ import annotations

from datetime import date

from oracle.holidays_us import (
    DEC,
    FRI,
    JAN,
    JUL,
    MAY,
    MON,
    NOV,
    SAT,
    SEP,
    SUN,
    THU,
    is_day_after_thanksgiving,
    observed,
)
from oracle.question import DAY, Question, easter, is_last, is_nth, within_horizon
from oracle.states import counting
from oracle.states.counting import DAYS, Rule

FIRST = date(2003, 10, 1)  # the present text of Rule 6 is of 2003
READINGS = ("roll-first", "all", "later", "roll-first+later")
_NONE = (0, DAYS)
ADDED = {
    "mail": (3, DAYS),
    "personal": _NONE,
    "electronic": _NONE,
    "email": _NONE,
}
FIXED = {
    (JAN, 1): "New Year's Day",
    (JUL, 4): "Independence Day",
    (NOV, 11): "Veterans Day",
}
# The three workdays of Christmas, by the weekday of the 25th (pattern of lists seen).
CHRISTMAS = {
    MON: (25, 26, 27),
    1: (24, 25, 26),
    2: (24, 25, 26),
    THU: (24, 25, 26),
    FRI: (24, 25, 28),
    SAT: (24, 27, 28),
    SUN: (23, 26, 27),
}


def _nominal(day: date) -> str | None:
    names = {
        "Martin Luther King, Jr.'s, Birthday": day.month == JAN and is_nth(day, MON, 3),
        "Good Friday": day == easter(day.year) - 2 * DAY,
        "Memorial Day": day.month == MAY and is_last(day, MON),
        "Labor Day": day.month == SEP and is_nth(day, MON, 1),
        "Thanksgiving Day": day.month == NOV and is_nth(day, THU, 4),
        "Day after Thanksgiving": is_day_after_thanksgiving(day),
    }
    fixed = FIXED.get((day.month, day.day))
    return fixed or next((name for name, is_it in names.items() if is_it), None)


def holiday(day: date) -> str | None:
    """Name a day on which the courthouses close; G.S. 103-4 has more that they keep."""
    within_horizon(day)
    if day.month == DEC:
        weekday = date(day.year, DEC, 25).weekday()
        if day.day in CHRISTMAS[weekday]:
            return "Christmas"
    return observed(day, _nominal, saturday=True, sunday=True)


def _rule() -> Rule:
    return Rule(
        first=FIRST,
        holiday=holiday,
        added=ADDED,
        short=counting.less_than(7),
        short_ends_open=False,
        adds_backward=False,  # "within a prescribed period after the service"
    )


def answer(question: Question, reading: str | None = None) -> date:
    """Count by Rule 6."""
    return counting.answer(question, _rule(), reading)


def methods(question: Question) -> tuple[str, ...]:
    """List the manners of service of Rule 5(b)."""
    return tuple(sorted(ADDED)) if question.forward else ()
