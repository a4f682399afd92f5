"""Holidays of the United States and of seven of its jurisdictions, day by day.

Every function answers for one day, from the words of the statute. The days for which
sources differ, or none was read, are named in `oracle.doubts`.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from oracle.question import (
    DAY,
    OutOfScopeError,
    days_named,
    easter,
    is_last,
    is_nth,
    within_horizon,
)

MON, TUE, WED, THU, FRI, SAT, SUN = range(7)
JAN, FEB, MAR, APR, MAY, JUN, JUL, AUG, SEP, OCT, NOV, DEC = range(1, 13)

Nominal = Callable[[date], str | None]

# Executive orders closing federal offices; from memory. 6(a)(6)(B) is disputed.
EXECUTIVE_CLOSINGS = days_named(
    "1994-04-27 1997-12-26 2001-12-24 2003-12-26 2004-06-11 2007-01-02 "
    "2007-12-24 2008-12-26 2012-12-24 2014-12-26 2018-12-05 2018-12-24 "
    "2019-12-24 2020-12-24 2024-12-24 2025-01-09 2025-12-24 2025-12-26"
)
# Second new moon after the winter solstice (Gov. Code 6700(a)(4)), from 2023.
LUNAR_NEW_YEARS = days_named(
    "2023-01-22 2024-02-10 2025-01-29 2026-02-17 2027-02-06 2028-01-26 "
    "2029-02-13 2030-02-03 2031-01-23 2032-02-11 2033-01-31 2034-02-19 "
    "2035-02-08 2036-01-28"
)
# Closures of the third Wednesdays, "treated as a holiday" for judicial business (former
# Gov. Code 68106(b)(1); announcement of the Judicial Council, 16 September 2009).
CALIFORNIA_FURLOUGHS = days_named(
    "2009-09-16 2009-10-21 2009-11-18 2009-12-16 2010-01-20 "
    "2010-02-17 2010-03-17 2010-04-21 2010-05-19 2010-06-16"
)
# Diwali (Gov. Code 6700 as amended by Stats. 2025, ch. 358), from 2026; estimated.
DIWALI = days_named(
    "2026-11-08 2027-10-29 2028-10-17 2029-11-05 2030-10-26 2031-11-14 "
    "2032-11-02 2033-10-22 2034-11-10 2035-10-30 2036-10-18"
)


def on(day: date, month: int, number: int) -> bool:
    """Whether the day bears this month and number."""
    return (day.month, day.day) == (month, number)


def shared(day: date) -> str | None:
    """Name the ten days that every list here has in common (5 U.S.C. 6103(a))."""
    names = {
        "New Year's Day": on(day, JAN, 1),
        "Martin Luther King Jr. Day": day.month == JAN and is_nth(day, MON, 3),
        "Washington's Birthday": day.month == FEB and is_nth(day, MON, 3),
        "Memorial Day": day.month == MAY and is_last(day, MON),
        "Independence Day": on(day, JUL, 4),
        "Labor Day": day.month == SEP and is_nth(day, MON, 1),
        "Columbus Day": day.month == OCT and is_nth(day, MON, 2),
        "Veterans Day": on(day, NOV, 11),
        "Thanksgiving Day": day.month == NOV and is_nth(day, THU, 4),
        "Christmas Day": on(day, DEC, 25),
    }
    return next((name for name, is_it in names.items() if is_it), None)


def _federal_nominal(day: date) -> str | None:
    """Name the holiday of 5 U.S.C. 6103(a) on its own date (Pub. L. 117-17)."""
    if on(day, JUN, 19) and day >= date(2021, JUN, 17):
        return "Juneteenth"
    return shared(day)


def observed(
    day: date, nominal: Nominal, *, saturday: bool, sunday: bool
) -> str | None:
    """Look at the day itself, then for a Saturday after it or a Sunday before it."""
    name = nominal(day)
    if name is None and saturday and day.weekday() == FRI:
        name = nominal(day + DAY)
    if name is None and sunday and day.weekday() == MON:
        name = nominal(day - DAY)
    return name


def federal(day: date) -> str | None:
    """Name a federal legal holiday, as observed (5 U.S.C. 6103(b); E.O. 11582)."""
    within_horizon(day)
    return observed(day, _federal_nominal, saturday=True, sunday=True)


def is_day_after_thanksgiving(day: date) -> bool:
    """Whether the day follows the fourth Thursday of November."""
    return day.month == NOV and is_nth(day - DAY, THU, 4)


def is_election_day(day: date) -> bool:
    """Whether it is the Tuesday next after the first Monday of November."""
    return day.month == NOV and is_nth(day - DAY, MON, 1)


def _california_court_nominal(day: date) -> str | None:
    """Name a judicial holiday on its own date (Cal. CCP 135; Gov. Code 6700)."""
    if day.month == OCT and is_nth(day, MON, 2):
        return "Columbus Day" if day.year <= 2021 else None  # Stats. 2021, ch. 283
    names = {
        "Lincoln Day": on(day, FEB, 12),
        # Of the state since 2001; of the courts since 2002 (S.B. 1112 of 2001).
        "Cesar Chavez Day": on(day, MAR, 31) and day.year >= 2002,
        "Juneteenth": on(day, JUN, 19) and day.year >= 2023,  # Stats. 2022, ch. 753
        "Native American Day": (
            day.month == SEP and is_nth(day, FRI, 4) and day.year >= 2022
        ),
        "Day after Thanksgiving": is_day_after_thanksgiving(day),
    }
    return next((name for name, is_it in names.items() if is_it), shared(day))


def california_court(day: date) -> str | None:
    """Name a day on which California's courts are closed (CCP 135; CRC 1.11)."""
    within_horizon(day)
    if day.year < 1989:  # CCP 133 to 136 and former CRC 987 operative 1989-01-01
        message = f"California's judicial holidays before 1989 were not read: {day}"
        raise OutOfScopeError(message)
    if day in CALIFORNIA_FURLOUGHS:
        return "Statewide closure"
    return observed(day, _california_court_nominal, saturday=True, sunday=True)


def _california_state(day: date) -> str | None:
    """Name a holiday of the state (Gov. Code 6700, 6701; day after by CCP 135)."""

    def moved(day: date) -> str | None:
        numbers = ((JAN, 1), (FEB, 12), (JUL, 4), (SEP, 9), (NOV, 11), (DEC, 25))
        chavez = on(day, MAR, 31) and day.year >= 2001
        is_it = chavez or (day.month, day.day) in numbers
        return "Holiday that moves from Sunday" if is_it else None

    names = {
        "Veterans Day (Friday)": day.weekday() == FRI and on(day, NOV, 10),
        # Dwyer v. Duffy, 426 F.3d 1041 (9th Cir. 2005)
        "Day after Thanksgiving": is_day_after_thanksgiving(day),
        "Juneteenth": on(day, JUN, 19) and day.year >= 2023,
        "Genocide Remembrance Day": on(day, APR, 24) and day.year >= 2023,
        "Native American Day": (
            day.month == SEP and is_nth(day, FRI, 4) and day.year >= 2015
        ),
        "Lunar New Year": day in LUNAR_NEW_YEARS,
        "Diwali": day in DIWALI,
    }
    return (
        next((name for name, is_it in names.items() if is_it), None)
        or observed(day, moved, saturday=False, sunday=True)
        or shared(day)
    )


def _massachusetts(day: date) -> str | None:
    """Name a legal holiday (Mass. G.L. c. 4, s. 7, cl. 18); Sunday to Monday only."""

    def nominal(day: date) -> str | None:
        if day.month == APR and is_nth(day, MON, 3):
            return "Patriots' Day"
        if on(day, JUN, 19) and day.year >= 2021:
            return "Juneteenth"
        return shared(day)

    return observed(day, nominal, saturday=False, sunday=True)


def _new_york(day: date) -> str | None:
    """Name a public holiday (N.Y. Gen. Constr. Law 24); Sunday to the next day."""

    def nominal(day: date) -> str | None:
        if on(day, FEB, 12):
            return "Lincoln's Birthday"
        if on(day, JUN, 19) and day.year >= 2021:  # L. 2020, ch. 249 (October)
            return "Juneteenth"
        return shared(day)

    if is_election_day(day):
        return "General Election Day"
    return observed(day, nominal, saturday=False, sunday=True)


def _district_of_columbia(day: date) -> str | None:
    """Name a holiday of D.C. Code 28-2701; Inauguration Day moves from Sunday only."""

    def nominal(day: date) -> str | None:
        if on(day, APR, 16) and day.year >= 2005:
            return "Emancipation Day"
        return _federal_nominal(day)

    def inauguration(day: date) -> str | None:
        is_it = on(day, JAN, 20) and day.year % 4 == 1
        return "Inauguration Day" if is_it else None

    return observed(day, nominal, saturday=True, sunday=True) or observed(
        day, inauguration, saturday=False, sunday=True
    )


def _illinois(day: date) -> str | None:
    """Name a legal holiday (205 ILCS 630/17; 5 ILCS 490/60 for Lincoln's Sunday).

    Juneteenth does not move: 5 ILCS 490/63, as P.A. 102-14 has it and the compiled
    statutes keep it, against P.A. 102-334.
    """

    def sundays(day: date) -> str | None:
        return "Lincoln's Birthday" if on(day, FEB, 12) else None

    if on(day, JUN, 19) and day.year >= 2022:
        return "Juneteenth"

    if is_election_day(day) and day.year % 2 == 0:
        return "General Election Day"
    if day.month == MAR and is_nth(day, MON, 1):
        return "Casimir Pulaski's Birthday"
    if day == easter(day.year) - 2 * DAY:
        return "Good Friday"
    return observed(day, sundays, saturday=False, sunday=True) or shared(day)


def _nevada(day: date) -> str | None:
    """Name a legal holiday (NRS 236.015); no Columbus Day, both weekend days move."""

    def nominal(day: date) -> str | None:
        if day.month == OCT and day.year >= 2000:  # Stats. 1999, p. 679
            return "Nevada Day" if is_last(day, FRI) else None
        if on(day, OCT, 31):
            return "Nevada Day"
        if is_day_after_thanksgiving(day):
            return "Family Day"
        if on(day, JUN, 19) and day.year >= 2023:
            return "Juneteenth"
        return None if day.month == OCT else shared(day)

    return observed(day, nominal, saturday=True, sunday=True)


def _kansas(day: date) -> str | None:
    """Name a legal public holiday (K.S.A. 35-107); Lincoln's Birthday until 2005."""
    if on(day, FEB, 12) and day.year <= 2005:
        return "Lincoln's Birthday"
    return shared(day)


_STATES: dict[str, Nominal] = {
    "CA": _california_state,
    "DC": _district_of_columbia,
    "IL": _illinois,
    "KS": _kansas,
    "MA": _massachusetts,
    "NV": _nevada,
    "NY": _new_york,
}


def state(code: str, day: date) -> str | None:
    """Name a holiday declared by the state (Fed. R. Civ. P. 6(a)(6)(C), 81(d)(2))."""
    return _STATES[code](within_horizon(day))
