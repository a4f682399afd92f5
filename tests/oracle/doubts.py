"""Days for which the sources differ or none was read: a comparison leaves them out."""

from __future__ import annotations

from datetime import date

from oracle import holidays_us
from oracle.holidays_us import (
    APR,
    DEC,
    DIWALI,
    EXECUTIVE_CLOSINGS,
    FEB,
    FRI,
    JAN,
    JUN,
    LUNAR_NEW_YEARS,
    MAR,
    MON,
    NOV,
    SEP,
)
from oracle.question import DAY, easter, is_nth


def federal(day: date) -> bool:
    """Doubt closings by executive order, and the first Juneteenth, when some sat."""
    return day in EXECUTIVE_CLOSINGS or day == date(2021, 6, 18)


def california_court(day: date) -> bool:
    """Doubt 2015's Native American Day (Stats. 2014, then excepted), and a closure."""
    return day in {date(2004, 6, 11), date(2015, 9, 25)}


def _california(day: date) -> bool:
    """Doubt what Gov. Code 6700 lists and the courts do not keep, and moved Fridays."""
    admission = (SEP, 9) in {
        (day.month, day.day),
        ((day - DAY).month, (day - DAY).day) if day.weekday() == MON else None,
    }
    court_friday = (
        day.year >= 1989
        and day.weekday() == FRI
        and holidays_us.california_court(day) is not None
        and not holidays_us.is_day_after_thanksgiving(day)
    )
    return (
        day in LUNAR_NEW_YEARS
        or day in DIWALI
        or (day.month, day.day) == (APR, 24)
        or admission
        or court_friday
        or (day.month == SEP and is_nth(day, FRI, 4))
        or day.year < 1989
    )


def _massachusetts(day: date) -> bool:
    """Doubt the two days of Suffolk County (G.L. c. 4, s. 7, cl. 18)."""
    days = (day, day - DAY) if day.weekday() == MON else (day,)
    return any((each.month, each.day) in {(MAR, 17), (JUN, 17)} for each in days)


def _district_of_columbia(day: date) -> bool:
    """Doubt Inauguration Day, and the first Emancipation Days and Juneteenth."""
    inauguration = day.month == JAN and day.year % 4 == 1 and day.day in {20, 21}
    emancipation = day.month == APR and day.year <= 2007
    return inauguration or emancipation or day == date(2021, 6, 18)


def _illinois(day: date) -> bool:
    """Doubt days that the courts do not keep, and years before P.A. 87-272."""
    good_friday = day == easter(day.year) - 2 * DAY
    juneteenth = day.month == JUN and day.day == 20 and day.weekday() == MON
    early = day.year < 1993 and day.month in {FEB, MAR, NOV}
    after_thanksgiving = holidays_us.is_day_after_thanksgiving(day)
    return good_friday or juneteenth or early or after_thanksgiving


def _nevada(day: date) -> bool:
    """Doubt Family Day before 1990 and Nevada Day of 1999, the year of the change."""
    family = day.year < 1990 and holidays_us.is_day_after_thanksgiving(day)
    return family or date(1999, 10, 28) <= day <= date(1999, 11, 1)


def _kansas(day: date) -> bool:
    """Doubt Lincoln's Birthday, and closures by order of the court or Governor."""
    lincoln = (day.month, day.day) == (FEB, 12) and day.year <= 2005
    return (
        lincoln
        or day == easter(day.year) - 2 * DAY
        or holidays_us.is_day_after_thanksgiving(day)
    )


def _new_york(day: date) -> bool:
    """Doubt nothing but Juneteenth 2021's eve, which the statute does not move."""
    return day == date(2021, 6, 18)


_STATES = {
    "CA": _california,
    "DC": _district_of_columbia,
    "IL": _illinois,
    "KS": _kansas,
    "MA": _massachusetts,
    "NV": _nevada,
    "NY": _new_york,
}


def state(code: str, day: date) -> bool:
    """Whether a comparison should leave this day of the state out."""
    return _STATES[code](day)


def england(day: date) -> bool:
    """Doubt the further day at Christmas on which offices close (PD 2A, para. 2)."""
    return day.month == DEC and 23 <= day.day <= 30


def germany(land: str | None, day: date) -> bool:
    """Doubt Saxony before its own statute, and Bavaria's days of some communes."""
    saxony = land is not None and land.startswith("SN") and day < date(1993, 1, 1)
    assumption = land == "BY" and (day.month, day.day) == (8, 15)
    return saxony or assumption
