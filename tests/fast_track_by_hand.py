"""The days of a fast-track claim, worked out by hand: nothing here knows the engine.

Only the standard library, the rules as they read, and the bank holidays of England and
Wales that these days can meet.
"""

from __future__ import annotations

from datetime import date, timedelta

__all__ = ["days", "days_of_the_defendant"]

#: Good Friday, Easter Monday, early May, spring and summer bank holidays, Christmas.
BANK_HOLIDAYS = {
    *(date(2026, 4, 3), date(2026, 4, 6), date(2026, 5, 4), date(2026, 5, 25)),
    *(date(2026, 8, 31), date(2026, 12, 25), date(2026, 12, 28), date(2027, 1, 1)),
}


def is_open(day: date) -> bool:
    """Whether the court office is open."""
    return day.weekday() < 5 and day not in BANK_HOLIDAYS


def filed(day: date) -> date:
    """CPR 2.8(5): an act at the court office is in time on the next day it is open."""
    while not is_open(day):
        day += timedelta(days=1)
    return day


def ahead(day: date) -> date:
    """The same, counted back: the last day before it on which the office is open."""
    while not is_open(day):
        day -= timedelta(days=1)
    return day


def clear_back(day: date, count: int) -> date:
    """CPR 2.8(2)-(4): so many clear days before, of which closed days are none."""
    while count >= 0:
        day -= timedelta(days=1)
        count -= is_open(day)
    return day


def months(day: date, count: int) -> date:
    """The corresponding day so many months on (2.10); no day here is past the 28th."""
    year, month = divmod(day.month - 1 + count, 12)
    return date(day.year + year, month + 1, day.day)


def some(day: date, count: int) -> date:
    """So many days on, or back."""
    return day + timedelta(days=count)


def days(trial: date = date(2026, 10, 12)) -> dict[str, tuple[date, tuple[int, ...]]]:
    """Each item: its day, and how many days ahead of it ours are."""
    letter, issue = date(2025, 11, 10), date(2026, 1, 12)
    served, proposed = date(2026, 2, 2), date(2026, 3, 10)
    defended, allocated = date(2026, 2, 27), date(2026, 4, 20)
    offered, judgment, points = (
        date(2026, 6, 10),
        date(2026, 10, 14),
        date(2026, 10, 30),
    )
    unacknowledged = filed(some(served, 14))
    acknowledged = filed(some(served, 28))
    questionnaire = filed(some(proposed, 28))
    costs = months(judgment, 3)
    return {
        "their-response": (some(letter, 14), ()),
        "serve-claim-form": (months(issue, 4), (28, 7)),
        "serve-particulars": (min(some(served, 14), months(issue, 4)), (3,)),
        "their-acknowledgment": (unacknowledged, ()),
        "their-defence 15.4(1)(a)": (unacknowledged, ()),
        "their-defence 15.4(1)(b)": (acknowledged, ()),
        "stay-undefended 15.11(1)-unacknowledged": (months(unacknowledged, 6), (28,)),
        "stay-undefended 15.11(1)-acknowledged": (months(acknowledged, 6), (28,)),
        "review-defence": (some(defended, 7), ()),
        "directions-questionnaire": (questionnaire, (7, 2)),
        "reply-to-defence": (questionnaire, (7,)),
        "agree-directions": (some(questionnaire, -7), ()),
        "dates-to-avoid": (some(questionnaire, -7), ()),
        "diarise-directions": (some(allocated, 1), ()),
        "disclosure": (date(2026, 5, 18), ()),
        "witness-statements": (date(2026, 6, 29), ()),
        "expert-report": (date(2026, 7, 27), ()),
        "expert-questions": (some(date(2026, 7, 27), 28), (14,)),
        "answer-their-offer": (some(offered, 21), (14, 3)),
        "trial": (trial, (42, 14)),
        "check-list": (ahead(some(trial, -56)), (7, 2)),
        "witnesses-to-attend": (some(trial, -42), ()),
        "agree-bundle": (some(trial, -21), ()),
        "trial-bundle": (clear_back(trial, 3), (2,)),
        "trial-bundle-opens": (some(trial, -7), ()),
        "skeleton-argument": (some(trial, -3), ()),
        "check-judgment": (some(judgment, 3), ()),
        "their-payment": (some(judgment, 14), ()),
        "enforcement": (some(judgment, 15), ()),
        "commence-assessment": (costs, (28,)),
        "request-assessment": (filed(months(costs, 3)), (28,)),
        "reply-to-points": (some(points, 21), (7,)),
        "appeal": (filed(some(judgment, 21)), (14, 3)),
        "advise-on-appeal": (some(judgment, 7), ()),
    }


def days_of_the_defendant() -> dict[str, tuple[date, tuple[int, ...]]]:
    """The same for the defendant, to whom other times run."""
    ours = days()
    acknowledged, commenced = date(2026, 2, 10), date(2026, 10, 20)
    unacknowledged, _ = ours["their-acknowledgment"]
    late, _ = ours["their-defence 15.4(1)(b)"]
    same = (
        *("directions-questionnaire", "agree-directions", "dates-to-avoid"),
        *("diarise-directions", "disclosure", "witness-statements", "expert-report"),
        *("trial", "check-list", "witnesses-to-attend", "agree-bundle"),
        *("skeleton-argument", "check-judgment", "appeal", "advise-on-appeal"),
    )
    return {name: ours[name] for name in same} | {
        "letter-answer-due": (ours["their-response"][0], (3,)),
        "acknowledgment": (unacknowledged, (7, 2)),
        "jurisdiction": (filed(some(acknowledged, 14)), (7,)),
        "defence-due 15.4(1)(a)": (unacknowledged, (7, 2)),
        "defence-due 15.4(1)(b)": (late, (7, 2)),
        "expert-questions": (some(date(2026, 7, 24), 28), (14,)),
        "payment": (ours["their-payment"][0], (7, 2)),
        "points-of-dispute": (some(commenced, 21), (7,)),
    }
