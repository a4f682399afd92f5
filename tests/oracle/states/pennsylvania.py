"""Pennsylvania: Pa.R.J.A. 107 (from 2024), 1 Pa.C.S. 1908 and 1910 before, and beside.

"Whenever the last day of any such period shall fall on Saturday or Sunday, or on any
day made a legal holiday by the laws of this Commonwealth or of the United States, such
day shall be omitted from the computation": practice reads it as running on. No short
periods, no days for service in the trial courts, no word of counting back (`later`).
"""

from __future__ import annotations

from datetime import date

from oracle import holidays_us
from oracle.holidays_us import DEC, JAN, JUL, JUN, NOV, is_election_day, observed, on
from oracle.question import DAY, Question, easter, within_horizon
from oracle.states import counting
from oracle.states.counting import DAYS, Rule

READINGS = ("later",)
FIRST = date(1986, 1, 1)  # 1 Pa.C.S. 1908 is of 1972; the calendars begin here
METHODS = ("mail", "personal", "electronic", "email", "fax")


def _of_the_commonwealth(day: date) -> str | None:
    """Name a day that 44 P.S. 11 has beyond the federal ones (an account was read)."""
    names = {
        "Good Friday": day == easter(day.year) - 2 * DAY,
        "Flag Day": on(day, JUN, 14),
        "Election Day": is_election_day(day),
    }
    return next((name for name, is_it in names.items() if is_it), None)


def holiday(day: date) -> str | None:
    """Name a holiday of either law, as observed.

    Whether Fridays and Mondays on which the federal government observes a holiday are
    days "made a legal holiday by the laws of the United States" is doubtful.
    """
    within_horizon(day)
    return _of_the_commonwealth(day) or holidays_us.federal(day)


def is_moved(day: date) -> bool:
    """Whether the day is closed only because a fixed holiday is observed on it."""
    fixed = {(JAN, 1), (JUN, 19), (JUL, 4), (NOV, 11), (DEC, 25)}

    def nominal(each: date) -> str | None:
        return "fixed" if (each.month, each.day) in fixed else None

    moved = observed(day, nominal, saturday=True, sunday=True)
    return moved is not None and nominal(day) is None


def _rule() -> Rule:
    return Rule(first=FIRST, holiday=holiday, added=dict.fromkeys(METHODS, (0, DAYS)))


def answer(question: Question, reading: str | None = None) -> date:
    """Count by Rule 107, and before it by section 1908: the words are the same."""
    return counting.answer(question, _rule(), reading)


def methods(_question: Question) -> tuple[str, ...]:
    """List no manner of service: none lengthens a period."""
    return ()
