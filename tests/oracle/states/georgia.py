"""Georgia: O.C.G.A. 1-3-1(d)(3), 1-4-1 and 9-11-6(e).

A last day on a Saturday or Sunday is followed by "the following Monday", one on a
public and legal holiday by "the next business day": a Monday that is a holiday leads on
to Tuesday (Parsons v. Capital Alliance Fin., LLC, 325 Ga. App. 884 (2014)). Under seven
days closed days are excluded. Three days are added "to the prescribed period" for mail,
and e-mail, before the last day is moved.
"""

from __future__ import annotations

from datetime import date

from oracle.holidays_us import JUN, observed, on, shared
from oracle.question import OutOfScopeError, Question, day_of, within_horizon
from oracle.states import counting
from oracle.states.counting import DAYS, Rule

# The amendment of 1985 wrote (d)(3); its first day was not read.
FIRST = date(1986, 1, 1)
# Days "designated as of January 1, 1984" by the federal government, then "2022".
JUNETEENTH_SINCE = 2022
EMAIL_SINCE = date(2010, 1, 1)  # Ga. L. 2009, p. 73, had it; its day was not read
# The Chief Justice's orders of 2020 left these days out of every count.
TOLLED = (date(2020, 3, 14), date(2020, 7, 13))
READINGS = ("all", "later")
_NONE = (0, DAYS)


def _nominal(day: date) -> str | None:
    if on(day, JUN, 19) and day.year >= JUNETEENTH_SINCE:
        return "Juneteenth"
    return shared(day)


def holiday(day: date) -> str | None:
    """Name a federal holiday of that list; the Governor's further days are not here.

    Whether the list borrows the Fridays and Mondays of observance is not said.
    """
    return observed(within_horizon(day), _nominal, saturday=False, sunday=True)


def _rule(question: Question) -> Rule:
    added = {"mail": (3, DAYS), "personal": _NONE}
    if counting.text_of(question) >= EMAIL_SINCE:
        added["email"] = (3, DAYS)
    elif question.service == "email":
        message = f"e-mail before {EMAIL_SINCE} was not read"
        raise OutOfScopeError(message)
    return Rule(
        first=FIRST,
        holiday=holiday,
        added=added,
        short=counting.less_than(7),
        short_ends_open=False,
        adds_backward=False,  # "within a prescribed period after the service"
    )


def answer(question: Question, reading: str | None = None) -> date:
    """Count by section 1-3-1, outside the days that the orders of 2020 left out."""
    end = counting.answer(question, _rule(question), reading)
    first, last = sorted((question.start, day_of(end)))
    if first <= TOLLED[1] and TOLLED[0] <= last:
        message = f"the time between {TOLLED[0]} and {TOLLED[1]} was tolled"
        raise OutOfScopeError(message)
    return end


def methods(question: Question) -> tuple[str, ...]:
    """List the manners of service of 9-11-6(e)."""
    return tuple(sorted(_rule(question).added)) if question.forward else ()
