"""New York: General Construction Law 20, 24, 25-a and 30; CPLR 2103(b).

A period of two days alone passes over a closed day, if it is "an intervening day
between the day from which the reckoning is made and the last day of the period" (20):
not over that last day (`all` does). An end on a closed day moves to the next
business day (25-a), which says so of acts "before which" time is counted too: `later`.
Days are "added to the prescribed period": before the end is moved; `roll-first`.
"""

from __future__ import annotations

from datetime import date

from oracle import holidays_us
from oracle.question import OutOfScopeError, Question, day_of
from oracle.states import counting
from oracle.states.counting import DAYS, OPEN_DAYS, Rule

# From outside the state, of the United States: L. 2015; before it, no good service.
SIX_DAYS_SINCE = date(2016, 1, 1)
# Since when overnight delivery, fax and electronic means are in 2103(b) was not read.
OTHER_MEANS_SINCE = date(2008, 1, 1)
# The Governor's orders from 202.8 on tolled time; how that is counted was not read.
TOLLED = (date(2020, 3, 20), date(2020, 11, 3))
TWO_DAYS = 2
READINGS = ("roll-first", "later", "roll-first+later")
_NONE = (0, DAYS)


def holiday(day: date) -> str | None:
    """Name a public holiday; Sunday's moves to the next day, Saturday's nowhere."""
    return holidays_us.state("NY", day)


def _rule(question: Question) -> Rule:
    text = counting.text_of(question)
    added = {"mail": (5, DAYS), "personal": _NONE, "substituted": _NONE}
    if text >= OTHER_MEANS_SINCE:
        added |= dict.fromkeys(("electronic", "email", "fax"), _NONE)
        added["overnight"] = (1, OPEN_DAYS)
    if text >= SIX_DAYS_SINCE:
        added["mail-out-of-state"] = (6, DAYS)
    return Rule(
        first=date(1986, 1, 1),
        holiday=holiday,
        added=added,
        short=lambda days: days == TWO_DAYS,
        short_ends_open=False,
        knows_hours=True,
    )


def answer(question: Question, reading: str | None = None) -> date:
    """Count by the General Construction Law, outside the months tolled in 2020."""
    end = counting.answer(question, _rule(question), reading)
    first, last = sorted((question.start, day_of(end)))
    if first <= TOLLED[1] and TOLLED[0] <= last:
        message = f"the time between {TOLLED[0]} and {TOLLED[1]} was tolled"
        raise OutOfScopeError(message)
    return end


def methods(question: Question) -> tuple[str, ...]:
    """List the manners of service of CPLR 2103(b), as it stood."""
    return tuple(sorted(_rule(question).added))
