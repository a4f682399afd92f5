"""New York: General Construction Law 20, 24, 25-a and 30; CPLR 2103(b).

A period of two days alone passes over closed days (20). An end on one moves to the next
business day (25-a), which says so of acts "before which" time is counted too: `later`.
Days are "added to the prescribed period": before the end is moved; `roll-first`.
"""

from __future__ import annotations

from datetime import date

from oracle import holidays_us
from oracle.question import Question
from oracle.states import counting
from oracle.states.counting import DAYS, OPEN_DAYS, Rule

# From outside the state, of the United States: L. 2015; before it, no good service.
SIX_DAYS_SINCE = date(2016, 1, 1)
# Overnight delivery came with L. 1989, ch. 478; the day it began was not read.
OVERNIGHT_SINCE = date(1990, 1, 1)
TWO_DAYS = 2
READINGS = ("roll-first", "later", "roll-first+later", "inner")
_NONE = (0, DAYS)


def holiday(day: date) -> str | None:
    """Name a public holiday; Sunday's moves to the next day, Saturday's nowhere."""
    return holidays_us.state("NY", day)


def _rule(question: Question) -> Rule:
    text = counting.text_of(question)
    added = {
        "mail": (5, DAYS),
        "electronic": _NONE,
        "email": _NONE,
        "fax": _NONE,
        "personal": _NONE,
        "substituted": _NONE,
    }
    if text >= OVERNIGHT_SINCE:
        added["overnight"] = (1, OPEN_DAYS)
    if text >= SIX_DAYS_SINCE:
        added["mail-out-of-state"] = (6, DAYS)
    return Rule(
        first=date(1986, 1, 1),
        holiday=holiday,
        added=added,
        short=lambda days: days == TWO_DAYS,
        knows_hours=True,
    )


def answer(question: Question, reading: str | None = None) -> date:
    """Count by the General Construction Law."""
    return counting.answer(question, _rule(question), reading)


def methods(question: Question) -> tuple[str, ...]:
    """List the manners of service of CPLR 2103(b), as it stood."""
    return tuple(sorted(_rule(question).added))
