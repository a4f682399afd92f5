"""Ohio: Civ.R. 6(A) and (D), R.C. 1.14.

Under seven days "intermediate" closed days are excluded; three days "shall be added to
the prescribed period" for mail and, since 1 July 2012, a commercial carrier
(`roll-first`). A public office shut on the last day extends to the next open one.
"""

from __future__ import annotations

from datetime import date

from oracle.holidays_us import JUN, observed, on, shared
from oracle.question import Question, within_horizon
from oracle.states import counting
from oracle.states.counting import DAYS, Rule

# H.B. 110 of 2021, effective on 30 September: Juneteenth from 2022.
JUNETEENTH_SINCE = 2022
FIRST = date(2012, 7, 1)  # the text with carriers; former 6(E) was not read
READINGS = ("roll-first", "all", "later", "roll-first+later")
_NONE = (0, DAYS)
ADDED = {
    "mail": (3, DAYS),
    "overnight": (3, DAYS),  # by commercial carrier
    "electronic": _NONE,
    "email": _NONE,
    "fax": _NONE,
    "personal": _NONE,
}


def _nominal(day: date) -> str | None:
    if on(day, JUN, 19) and day.year >= JUNETEENTH_SINCE:
        return "Juneteenth"
    return shared(day)


def holiday(day: date) -> str | None:
    """Name a legal holiday of R.C. 1.14: Sunday's is the next day, Saturday's stays.

    Election Day (R.C. 5.20) is a holiday of an afternoon only, and not of that list.
    """
    return observed(within_horizon(day), _nominal, saturday=False, sunday=True)


def _rule() -> Rule:
    return Rule(
        first=FIRST,
        holiday=holiday,
        added=ADDED,
        short=counting.less_than(7),
        short_ends_open=False,
        adds_backward=False,  # "within a prescribed period after the service"
        office_may_be_shut=True,
    )


def answer(question: Question, reading: str | None = None) -> date:
    """Count by Civ.R. 6."""
    return counting.answer(question, _rule(), reading)


def methods(question: Question) -> tuple[str, ...]:
    """List the manners of service of Civ.R. 5(B)(2)."""
    return tuple(sorted(ADDED)) if question.forward else ()
