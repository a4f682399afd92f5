"""Texas: Rules of Civil Procedure 4 and 21a, of Appellate Procedure 4.1.

Periods "of five days or less" count no closed day "for any purpose"; the three days for
mail are counted in full and come on top of "the prescribed period" (`roll-first`). The
appellate rule has neither. Neither speaks of counting back: `later` is the other end.
Whether 24 and 26 December are legal holidays, which 662.003 makes holidays of the state
and 662.021 leaves out, is open since Mid-Continent v. Tackett (Tex. 1979): `december`.
"""

from __future__ import annotations

from datetime import date
from itertools import combinations

from oracle.holidays_us import (
    APR,
    AUG,
    DEC,
    FEB,
    FRI,
    JAN,
    JUL,
    JUN,
    MAR,
    MAY,
    MON,
    NOV,
    SEP,
    THU,
    is_day_after_thanksgiving,
)
from oracle.question import OutOfScopeError, Question, is_last, is_nth, within_horizon
from oracle.states import counting
from oracle.states.counting import DAYS, Rule

# Gov't Code ch. 662 was added by Acts 1993, ch. 268, from this day.
HOLIDAYS_SINCE = date(1993, 9, 1)
RULE_4_SINCE = date(1990, 9, 1)
APPELLATE_SINCE = date(1997, 9, 1)
# By order of 13 December 2013 fax lost its three days, and commercial delivery and
# e-mail became manners of service.
NO_DAYS_FOR_FAX = date(2014, 1, 1)
SHORT = 6
READINGS = tuple(
    "+".join(names)
    for number in (1, 2, 3)
    for names in combinations(("roll-first", "later", "december"), number)
)
_NONE = (0, DAYS)
FIXED = {
    (JAN, 1): "New Year's Day",
    (JAN, 19): "Confederate Heroes Day",
    (MAR, 2): "Texas Independence Day",
    (APR, 21): "San Jacinto Day",
    (JUN, 19): "Emancipation Day in Texas",
    (JUL, 4): "Independence Day",
    (AUG, 27): "Lyndon Baines Johnson Day",
    (NOV, 11): "Veterans Day",
    (DEC, 25): "Christmas Day",
}


def holiday(day: date) -> str | None:
    """Name a legal holiday (662.021: 662.003(a) and (b)(1) to (6)); none moves.

    Not 24 and 26 December, (b)(7) and (8), nor Columbus Day.
    """
    within_horizon(day)
    if day < HOLIDAYS_SINCE:
        message = f"the legal holidays of Texas before {HOLIDAYS_SINCE} were not read"
        raise OutOfScopeError(message)
    names = {
        "Martin Luther King, Jr., Day": day.month == JAN and is_nth(day, MON, 3),
        "Presidents' Day": day.month == FEB and is_nth(day, MON, 3),
        "Memorial Day": day.month == MAY and is_last(day, MON),
        "Labor Day": day.month == SEP and is_nth(day, MON, 1),
        "Thanksgiving Day": day.month == NOV and is_nth(day, THU, 4),
        "Friday after Thanksgiving": day.weekday() == FRI
        and is_day_after_thanksgiving(day),
    }
    fixed = FIXED.get((day.month, day.day))
    return fixed or next((name for name, is_it in names.items() if is_it), None)


def with_december(day: date) -> str | None:
    """Name a legal holiday, or one of the two that state employees have besides."""
    two = {(DEC, 24), (DEC, 26)}
    return "State holiday" if (day.month, day.day) in two else holiday(day)


def _rule(question: Question, chosen: frozenset[str] = frozenset()) -> Rule:
    days = with_december if "december" in chosen else holiday
    if question.system == "us-tx/trap":
        return Rule(first=APPELLATE_SINCE, holiday=days, office_may_be_shut=True)
    # By courier receipted delivery, before 2014; then by commercial delivery service.
    added = {
        "mail": (3, DAYS),
        "mail-out-of-state": (3, DAYS),
        "mail-abroad": (3, DAYS),
        "fax": (3, DAYS),
        "overnight": _NONE,
        "personal": _NONE,
    }
    if counting.text_of(question) >= NO_DAYS_FOR_FAX:
        added |= {"fax": _NONE, "electronic": _NONE, "email": _NONE}
    return Rule(
        first=RULE_4_SINCE,
        holiday=days,
        added=added,
        short=counting.less_than(SHORT),
    )


def answer(question: Question, reading: str | None = None) -> date:
    """Count by Rule 4, or on appeal by Rule 4.1."""
    chosen = frozenset((reading or "").split("+"))
    return counting.answer(question, _rule(question, chosen), reading)


def methods(question: Question) -> tuple[str, ...]:
    """List the manners of service of Rule 21a, as it stood; on appeal none adds."""
    return tuple(sorted(_rule(question).added))
