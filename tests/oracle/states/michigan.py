"""Michigan: MCR 1.108, 2.107(C)(3) and 8.110(D)(2).

No short periods and no days for service: mail is complete "at the time of mailing". The
last day runs on from a "legal holiday, or day on which the court is closed pursuant to
court order". The courts' list is 8.110(D)(2); the statute (MCL 435.101) has Lincoln's
birthday and Columbus Day besides, and says "for the holding of courts": `statute-too`.
"""

from __future__ import annotations

from datetime import date

from oracle.holidays_us import (
    DEC,
    FEB,
    FRI,
    JAN,
    JUL,
    JUN,
    MAY,
    MON,
    NOV,
    OCT,
    SEP,
    SUN,
    THU,
    is_day_after_thanksgiving,
    observed,
    on,
)
from oracle.question import DAY, Question, is_last, is_nth, within_horizon
from oracle.states import counting
from oracle.states.counting import DAYS, Rule

# The words "closed pursuant to court order" were proposed on 18 May 2010; the list of
# 8.110 was read as of 2015.
FIRST = date(2011, 1, 1)
JUNETEENTH_SINCE = 2022
READINGS = ("statute-too", "later", "statute-too+later")
METHODS = ("mail", "personal", "electronic", "email")
MOVED = {
    (JAN, 1): "New Year's Day",
    (JUL, 4): "Independence Day",
    (NOV, 11): "Veterans' Day",
    (DEC, 25): "Christmas Day",
}


def _nominal(day: date) -> str | None:
    if on(day, JUN, 19) and day.year >= JUNETEENTH_SINCE:
        return "Juneteenth"
    names = {
        "Martin Luther King, Jr., Day": day.month == JAN and is_nth(day, MON, 3),
        "Presidents' Day": day.month == FEB and is_nth(day, MON, 3),
        "Memorial Day": day.month == MAY and is_last(day, MON),
        "Labor Day": day.month == SEP and is_nth(day, MON, 1),
        "Thanksgiving Day": day.month == NOV and is_nth(day, THU, 4),
        "Friday after Thanksgiving": is_day_after_thanksgiving(day),
    }
    fixed = MOVED.get((day.month, day.day))
    return fixed or next((name for name, is_it in names.items() if is_it), None)


def _eve(day: date) -> str | None:
    """Name an eve: of a Friday it is kept on Thursday, of a weekend on Friday."""
    for eve in (date(day.year, DEC, 24), date(day.year, DEC, 31)):
        kept = eve
        if eve.weekday() == FRI:
            kept = eve - DAY
        while kept.weekday() in {5, SUN}:
            kept -= DAY
        if day == kept:
            return "Eve of a holiday"
    return None


def holiday(day: date) -> str | None:
    """Name a court holiday of 8.110(D)(2), as observed."""
    within_horizon(day)
    return _eve(day) or observed(day, _nominal, saturday=True, sunday=True)


def with_statute(day: date) -> str | None:
    """Name a court holiday, or one that MCL 435.101 alone has; Sunday to Monday."""

    def nominal(day: date) -> str | None:
        columbus = day.month == OCT and is_nth(day, MON, 2)
        return "Public holiday" if columbus or on(day, FEB, 12) else None

    return holiday(day) or observed(day, nominal, saturday=False, sunday=True)


def _rule(chosen: frozenset[str]) -> Rule:
    return Rule(
        first=FIRST,
        holiday=with_statute if "statute-too" in chosen else holiday,
        added=dict.fromkeys(METHODS, (0, DAYS)),
    )


def answer(question: Question, reading: str | None = None) -> date:
    """Count by MCR 1.108."""
    chosen = frozenset((reading or "").split("+"))
    return counting.answer(question, _rule(chosen), reading)


def methods(_question: Question) -> tuple[str, ...]:
    """List no manner of service: none lengthens a period."""
    return ()
