"""Illinois: 5 ILCS 70/1.10 and 1.11; Supreme Court Rule 12(c).

The last day is excluded when it is a Saturday, a Sunday or a holiday "defined or fixed
in any statute"; whatever days follow each other are all excluded. Nothing is added: by
mail or carrier, service is complete later (`served_on`). `courts-list`: the days of the
Supreme Court's order M.R. 5272, without Pulaski's birthday and Good Friday.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from oracle import holidays_us
from oracle.question import DAY, OutOfScopeError, Question, count_days, easter, is_nth
from oracle.states import counting
from oracle.states.counting import DAYS, Rule

FIRST = date(1993, 1, 1)  # P.A. 87-272 and what the list was before: doubtful
# Third-party carriers came with the amendments of 29 December 2009.
CARRIERS_SINCE = date(2010, 1, 1)
MAILED = 4
CARRIED = 3
READINGS = ("courts-list", "later", "courts-list+later")


def holiday(day: date) -> str | None:
    """Name a holiday of a statute (205 ILCS 630/17; 5 ILCS 490/60 for a Sunday)."""
    return holidays_us.state("IL", day)


def courts_list(day: date) -> str | None:
    """Name a day on which the courts close by order, by the pattern of lists seen."""
    if holidays_us.is_day_after_thanksgiving(day):
        return "Day after Thanksgiving"
    return holidays_us.observed(day, _kept, saturday=True, sunday=True)


def _kept(day: date) -> str | None:
    """Name a holiday of the statute that the courts' order keeps, on its own date."""
    is_pulaski = day.month == holidays_us.MAR and is_nth(day, holidays_us.MON, 1)
    if is_pulaski or day == easter(day.year) - 2 * DAY:
        return None
    return holiday(day)


def _rule(chosen: frozenset[str]) -> Rule:
    none = (0, DAYS)
    return Rule(
        first=FIRST,
        holiday=courts_list if "courts-list" in chosen else holiday,
        added=dict.fromkeys(("personal", "electronic", "email"), none),
    )


def answer(question: Question, reading: str | None = None) -> date:
    """Count by the Statute on Statutes."""
    chosen = frozenset((reading or "").split("+"))
    return counting.answer(question, _rule(chosen), reading)


def served_on(sent: date, method: str) -> date:
    """Find the day on which service is complete (Rule 12(c))."""
    if method == "mail":
        return count_days(sent, MAILED, 1)  # "four days after mailing": no roll
    if method == "overnight":
        if sent < CARRIERS_SINCE:
            message = f"carriers came with the text of {CARRIERS_SINCE}"
            raise OutOfScopeError(message)
        plain = Question(system="us-il", period_number=1, unit="days", trigger=sent)
        closed = counting.closed_days(replace(plain), _rule(frozenset()))
        return count_days(sent, CARRIED, 1, closed)  # "the third court day"
    return sent


def methods(_question: Question) -> tuple[str, ...]:
    """List no manner of service: none lengthens a period."""
    return ()
