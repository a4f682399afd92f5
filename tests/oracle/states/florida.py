"""Florida: Rule of General Practice and Judicial Administration 2.514.

Since 2019 one begins "from the next day that is not a Saturday, Sunday, or legal
holiday" (`plain-start`, of counting back: the former text); under seven days closed
days do not count; five days "after the period that would otherwise expire" for mail
alone (McCray v. State: rolled first). Counting back moves on backward, (a)(5). The
days that a clerk or a chief judge keeps besides (a)(6)(B) are the question's to name.
"""

from __future__ import annotations

from datetime import date

from oracle.holidays_us import (
    DEC,
    JAN,
    JUL,
    MAY,
    MON,
    NOV,
    SEP,
    THU,
    is_day_after_thanksgiving,
    observed,
)
from oracle.question import Question, is_last, is_nth, within_horizon
from oracle.states import counting
from oracle.states.counting import DAYS, Rule

ADOPTED = date(2012, 10, 1)
SHIFTED_START = date(2019, 1, 1)
READINGS = ("plain-start",)
_NONE = (0, DAYS)
FIXED = {
    (JAN, 1): "New Year's Day",
    (JUL, 4): "Independence Day",
    (NOV, 11): "Veterans' Day",
    (DEC, 25): "Christmas Day",
}


def _nominal(day: date) -> str | None:
    names = {
        "Birthday of Martin Luther King, Jr.": day.month == JAN and is_nth(day, MON, 3),
        "Memorial Day": day.month == MAY and is_last(day, MON),
        "Labor Day": day.month == SEP and is_nth(day, MON, 1),
        "Thanksgiving Day": day.month == NOV and is_nth(day, THU, 4),
        "Friday after Thanksgiving": is_day_after_thanksgiving(day),
    }
    fixed = FIXED.get((day.month, day.day))
    return fixed or next((name for name, is_it in names.items() if is_it), None)


def holiday(day: date) -> str | None:
    """Name one of the nine days of 110.117(1), from Saturday and Sunday moved."""
    return observed(within_horizon(day), _nominal, saturday=True, sunday=True)


def _rule(question: Question) -> Rule:
    since_2019 = counting.text_of(question) >= SHIFTED_START
    added = {"mail": (5, DAYS), "personal": _NONE}
    # What the portal serves it serves by e-mail: Rule 2.516(b)(1).
    by_email = _NONE if since_2019 else (5, DAYS)
    added |= {"email": by_email, "electronic": by_email}
    return Rule(
        first=ADOPTED,
        holiday=holiday,
        added=added,
        short=counting.less_than(7),
        rolls_before_adding=True,
        shifted_start=since_2019,
        adds_backward=False,  # "within a specified time after service"
    )


def answer(question: Question, reading: str | None = None) -> date:
    """Count by Rule 2.514."""
    return counting.answer(question, _rule(question), reading)


def methods(question: Question) -> tuple[str, ...]:
    """List the manners of service that the rule was read for."""
    return tuple(sorted(_rule(question).added)) if question.forward else ()
