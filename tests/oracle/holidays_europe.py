"""Holidays of England and Wales, of four German Länder, and of Austria, day by day."""

from __future__ import annotations

from datetime import date

from oracle.question import (
    DAY,
    OutOfScopeError,
    easter,
    is_last,
    is_nth,
    within_horizon,
)

MON, TUE, WED, THU, FRI, SAT, SUN = range(7)
JAN, FEB, MAR, APR, MAY, JUN, JUL, AUG, SEP, OCT, NOV, DEC = range(1, 13)

# Royal proclamations under the Banking and Financial Dealings Act 1971, s. 1(2)-(3).
ENGLAND_ADDED = {
    date(1995, 5, 8): "Early May (VE Day anniversary)",
    date(1999, 12, 31): "Millennium",
    date(2002, 6, 3): "Golden Jubilee",
    date(2002, 6, 4): "Spring (moved)",
    date(2011, 4, 29): "Royal wedding",
    date(2012, 6, 4): "Spring (moved)",
    date(2012, 6, 5): "Diamond Jubilee",
    date(2020, 5, 8): "Early May (VE Day anniversary)",
    date(2022, 6, 2): "Spring (moved)",
    date(2022, 6, 3): "Platinum Jubilee",
    date(2022, 9, 19): "State funeral of Queen Elizabeth II",
    date(2023, 5, 8): "Coronation of King Charles III",
}
EARLY_MAY_MOVED = frozenset({1995, 2020})
SPRING_MOVED = frozenset({2002, 2012, 2022})


def _england_named(day: date) -> str | None:
    """Name the ordinary bank holidays, Good Friday and Christmas Day on their dates."""
    sunday = easter(day.year)
    names = {
        "New Year's Day": (day.month, day.day) == (JAN, 1),
        "Good Friday": day == sunday - 2 * DAY,
        "Easter Monday": day == sunday + DAY,
        "Early May": day.month == MAY
        and is_nth(day, MON, 1)
        and day.year not in EARLY_MAY_MOVED,
        "Spring": day.month == MAY
        and is_last(day, MON)
        and day.year not in SPRING_MOVED,
        "Summer": day.month == AUG and is_last(day, MON),
        "Christmas Day": (day.month, day.day) == (DEC, 25),
        "Boxing Day": (day.month, day.day) == (DEC, 26),
    }
    return next((name for name, is_it in names.items() if is_it), None)


def england(day: date) -> str | None:
    """Name a bank holiday, Good Friday or Christmas Day (CPR 2.8(4), 6.2(b))."""
    within_horizon(day)
    name = ENGLAND_ADDED.get(day) or _england_named(day)
    if name is not None:
        return name
    number = (day.month, day.day)
    # 1 January on a Saturday or Sunday: the Monday after it.
    if day.weekday() == MON and number in {(JAN, 2), (JAN, 3)}:
        return "New Year's Day (substitute)"
    # 25 or 26 December on a Saturday or Sunday: the free weekdays next after them.
    if day.weekday() in {MON, TUE} and number in {(DEC, 27), (DEC, 28)}:
        return "Christmas (substitute)"
    return None


def _repentance_day(year: int) -> date:
    """Find the Wednesday before 23 November (Buß- und Bettag)."""
    day = date(year, NOV, 22)
    while day.weekday() != WED:
        day -= DAY
    return day


def _germany_everywhere(day: date) -> bool:
    """Whether it is a general holiday in every Land (their Feiertagsgesetze)."""
    after_easter = (day - easter(day.year)).days
    if after_easter in {-2, 1, 39, 50}:
        return True
    if (day.month, day.day) in {(JAN, 1), (MAY, 1), (DEC, 25), (DEC, 26)}:
        return True
    if (day.month, day.day) == (OCT, 3):
        return day.year >= 1990  # Einigungsvertrag art. 2(2)
    if (day.month, day.day) == (JUN, 17):
        return day.year <= 1990  # Tag der deutschen Einheit until then
    if day == date(2017, OCT, 31):
        return True  # the Reformation's five hundred years, once, in every Land
    return day == _repentance_day(day.year) and day.year <= 1994


def _germany_of_land(land: str, day: date) -> bool:
    """Whether the Land, or a commune of it, has the day besides."""
    after_easter = (day - easter(day.year)).days
    number = (day.month, day.day)
    if land in {"BY", "BY-CATHOLIC", "AUGSBURG"}:
        assumption = number == (AUG, 15) and land != "BY"
        peace = number == (AUG, 8) and land == "AUGSBURG"
        shared = number in {(JAN, 6), (NOV, 1)} or after_easter == 60
        return assumption or peace or shared
    if land == "NW":
        return number == (NOV, 1) or after_easter == 60
    if land == "BE":
        once = {date(2020, MAY, 8), date(2025, MAY, 8), date(2028, JUN, 17)}
        return day in once or (number == (MAR, 8) and day.year >= 2019)
    if land in {"SN", "SN-CATHOLIC"}:
        reformation = number == (OCT, 31) and day.year >= 1990
        repentance = day == _repentance_day(day.year) and day.year >= 1990
        return (
            reformation
            or repentance
            or (land == "SN-CATHOLIC" and after_easter == 60 and day.year >= 1993)
        )
    message = f"the oracle knows no holidays of {land}"
    raise OutOfScopeError(message)


def germany(land: str | None, day: date) -> bool:
    """Whether a general holiday is kept at the court's seat (ZPO 222(2), BGB 193).

    Without a Land only the days that all Länder share are holidays.
    """
    within_horizon(day)
    if land is not None and land.startswith("SN") and day.year < 1991:
        message = f"Saxony's holidays before 1991 were not read: {day}"
        raise OutOfScopeError(message)
    return _germany_everywhere(day) or (
        land is not None and _germany_of_land(land, day)
    )


def austria(day: date) -> bool:
    """Whether it is a holiday, or Good Friday (ARG 7; ZPO 126(2); BGBl. 1961/37)."""
    within_horizon(day)
    fixed = {(1, 1), (1, 6), (5, 1), (8, 15), (10, 26), (11, 1), (12, 8)}
    if (day.month, day.day) in fixed | {(12, 25), (12, 26)}:
        return True
    return (day - easter(day.year)).days in {-2, 1, 39, 50, 60}
