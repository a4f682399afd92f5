"""The calendars close the days on which the courts were closed, and no others.

Three witnesses: lists that courts published, or that follow from a rule that was read
(`court_holidays.json`); lists for other years, made by hand from the rules; and the
package `holidays` over the whole horizon, each difference with its reason. Weekdays
alone are compared, since every court here is closed on weekends.
"""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final, NamedTuple

import holidays
import pytest

import legalcase as lc
from legalcase.dates import easter_sunday

List = dict[str, Any]

LISTS: Final[list[List]] = json.loads(
    (Path(__file__).parent / "court_holidays.json").read_text(encoding="utf-8")
)
#: Lists of the same days as a calendar of ours: they must agree wholly.
SAME: Final = {
    "us/federal": "us",
    "us/njd": "us/new-jersey-district",
    "us-ca/courts": "us-ca",
    "us-il/courts": "us-il",
    "gb-eaw/courts": "gb-eaw",
    "us-fl/courts": "us-fl/state-courts",
    "us-fl/rule-2.514": "us-fl",
    "us-ga/courts": "us-ga",
    "us-ma/courts": "us-ma",
    "us-nc/courts": "us-nc",
    "us-ny/courts": "us-ny",
    "us-pa/courts": "us-pa",
    "us-pa/philadelphia": "us-pa",
    "us-tx/courts": "us-tx",
    "us-al/courts": "us-al",
    "us-az/courts": "us-az",
    "us-co/courts": "us-co/courts",
    "us-ct/courts": "us-ct/legal-holidays",
    "us-de/courts": "us-de",
    "us-hi/courts": "us-hi/legal-holidays",
    "us-ky/courts": "us-ky",
    "us-la/24th-jdc": "us-la/24th-jdc",
    "us-la/orleans-civil-clerk": "us-la/orleans-civil-clerk",
    "us-me/courts": "us-me/legal-holidays",
    "us-mi/35th-district": "us-mi/35th-district",
    "us-mi/courts": "us-mi",
    "us-mo/courts": "us-mo",
    "us-ms/courts": "us-ms/legal-holidays",
    "us-nj/courts": "us-nj",
    "us-ri/courts": "us-ri",
    "us-tn/courts": "us-tn/legal-holidays",
    "us-ut/courts": "us-ut",
    "us-va/bristol-circuit": "us-va",
    "us-va/courts": "us-va",
    "us-wa/courts": "us-wa",
    "us-wv/courts": "us-wv",
}
#: Lists of the courts of a state of which we have the statute's days: another thing.
OTHER: Final = {
    "us-il/courts": "us-il/legal-holidays",
    "us-ks/courts": "us-ks/legal-holidays",
}
PROOFS: Final = frozenset({"list seen", "rule seen"})
HINTS: Final = frozenset(
    {"list seen in part", "list seen via third party", "pattern of lists seen"}
)


def with_evidence(calendars: dict[str, str], evidence: frozenset[str]) -> list[List]:
    """The lists of these calendars that have such evidence."""
    return [
        entry
        for entry in LISTS
        if entry["calendar"] in calendars and entry["evidence"] in evidence
    ]


def named(entry: List) -> str:
    """An id for a list."""
    return f"{entry['calendar']}-{entry['year']}"


def weekdays(days: set[date], year: int) -> set[date]:
    """Those of Monday to Friday in a year."""
    return {day for day in days if day.year == year and day.isoweekday() < 6}


def listed(entry: List, key: str = "dates") -> set[date]:
    """The weekdays of a list."""
    days = {date.fromisoformat(text) for text in entry.get(key, ())}
    return weekdays(days, entry["year"])


def closed(calendar: str, year: int) -> set[date]:
    """The weekdays on which a calendar of ours is closed."""
    found = lc.calendar(calendar)
    return {day for day in weekdays(whole(year), year) if not found.is_open(day)}


def legal_holidays(calendar: str, year: int) -> set[date]:
    """The weekdays that are legal holidays, whatever else shut the offices."""
    found = lc.calendar(calendar)
    return {
        day
        for day in weekdays(whole(year), year)
        if any(c.kind == "legal-holiday" for c in found.closures_on(day))
    }


def whole(year: int) -> set[date]:
    """All days of a year."""
    first, stop = date(year, 1, 1).toordinal(), date(year + 1, 1, 1).toordinal()
    return {date.fromordinal(number) for number in range(first, stop)}


@pytest.mark.parametrize("entry", with_evidence(SAME, PROOFS), ids=named)
def test_a_list_that_was_seen_agrees_wholly(entry: List) -> None:
    """Not a day more, not a day less; uncertain days count for neither side."""
    uncertain = listed(entry, "uncertain")
    ours = closed(SAME[entry["calendar"]], entry["year"])
    assert ours - uncertain == listed(entry) - uncertain


@pytest.mark.parametrize("entry", with_evidence(SAME, HINTS), ids=named)
def test_a_list_that_is_a_strong_hint_agrees_too(entry: List) -> None:
    """Were one to differ, its reason would stand here; none does."""
    uncertain = listed(entry, "uncertain")
    ours = closed(SAME[entry["calendar"]], entry["year"])
    assert ours - uncertain == listed(entry) - uncertain


#: What the courts of a state close on besides, by order of court or governor, and what
#: its statute names although the courts are open.
EXPLAINED: Final = {
    "us-il/courts": {
        "New Year's Day (observed)": "M.R. 5272; no Saturday or Sunday rule in the act",
        "Independence Day (observed)": "M.R. 5272; no Saturday or Sunday rule",
        "Veterans Day (observed)": "M.R. 5272; no Saturday or Sunday rule in the act",
        "Day after Thanksgiving": "M.R. 5272 alone",
        "Day following Thanksgiving": "M.R. 5272 alone",
        "Observance of Casimir Pulaski's birthday": "205 ILCS 630/17 alone",
        "Good Friday": "205 ILCS 630/17 alone",
    },
    "us-ks/courts": {
        "New Year's Day (observed)": "order of the Chief Justice; McCormick, 2003",
        "Independence Day (observed)": "order of the Chief Justice; McCormick, 2003",
        "Veterans Day (observed)": "order of the Chief Justice; McCormick, 2003",
        "Spring Holiday": "order of the Chief Justice alone",
        "Spring Holiday (Good Friday)": "order of the Chief Justice alone",
        "Juneteenth": "order of the Chief Justice; not in § 35-107",
        "Day after Thanksgiving": "order of the Chief Justice alone",
        "Friday after Thanksgiving": "order of the Chief Justice alone",
    },
}


@pytest.mark.parametrize("entry", with_evidence(OTHER, PROOFS | HINTS), ids=named)
def test_where_the_courts_list_is_another_thing_each_difference_has_its_reason(
    entry: List,
) -> None:
    """Rule 6(a)(6)(C) looks to what the state declares, not to when its courts shut."""
    name = OTHER[entry["calendar"]]
    calendar, theirs = lc.calendar(name), listed(entry)
    ours = closed(name, entry["year"])
    differ = (ours ^ theirs) - listed(entry, "uncertain")
    labels = {
        entry["dates"][str(day)] if day in theirs else calendar.closures_on(day)[0].name
        for day in differ
    }
    assert labels <= EXPLAINED[entry["calendar"]].keys()


def test_what_was_written_from_memory_proves_nothing() -> None:
    """Such lists are left out on purpose; the package `holidays` stands in for them."""
    asked = [
        *with_evidence(SAME, PROOFS | HINTS),
        *with_evidence(OTHER, PROOFS | HINTS),
    ]
    left_out = [entry for entry in LISTS if entry not in asked]
    assert {entry["evidence"] for entry in left_out} == {"memory"}


def days(year: int, text: str) -> set[date]:
    """Read ``"1 1, 1 18"``: month and day."""
    pairs = (part.split() for part in text.split(","))
    return {date(year, int(month), int(day)) for month, day in pairs}


#: Made by hand from 5 U.S.C. § 6103; Cal. Code Civ. Proc. § 135 with rule 1.11; the
#: Banking and Financial Dealings Act 1971, and proclamations; the acts of the Länder.
BY_HAND: Final = [
    ("us", 1986, "1 1, 1 20, 2 17, 5 26, 7 4, 9 1, 10 13, 11 11, 11 27, 12 25"),
    (
        "us",
        1999,
        "1 1, 1 18, 2 15, 5 31, 7 5, 9 6, 10 11, 11 11, 11 25, 12 24, 12 31",
    ),
    ("us", 2004, "1 1, 1 19, 2 16, 5 31, 7 5, 9 6, 10 11, 11 11, 11 25, 12 24, 12 31"),
    (
        "us",
        2021,
        "1 1, 1 18, 2 15, 5 31, 6 18, 7 5, 9 6, 10 11, 11 11, 11 25, 12 24, 12 31",
    ),
    ("us", 2022, "1 17, 2 21, 5 30, 6 20, 7 4, 9 5, 10 10, 11 11, 11 24, 12 26"),
    ("us", 2025, "1 1, 1 20, 2 17, 5 26, 6 19, 7 4, 9 1, 10 13, 11 11, 11 27, 12 25"),
    (
        "us",
        2027,
        "1 1, 1 18, 2 15, 5 31, 6 18, 7 5, 9 6, 10 11, 11 11, 11 25, 12 24, 12 31",
    ),
    (
        "us",
        2028,
        "1 17, 2 21, 5 29, 6 19, 7 4, 9 4, 10 9, 11 10, 11 23, 12 25",
    ),
    (
        "us-ca",
        2012,
        "1 2, 1 16, 2 13, 2 20, 3 30, 5 28, 7 4, 9 3, 10 8, 11 12, 11 22, 11 23, 12 25",
    ),
    (
        "us-ca",
        2021,
        (
            "1 1, 1 18, 2 12, 2 15, 3 31, 5 31, 7 5, 9 6, 10 11, 11 11, 11 25, 11 26, "
            "12 24, 12 31"
        ),
    ),
    (
        "us-ca",
        2022,
        "1 17, 2 11, 2 21, 3 31, 5 30, 7 4, 9 5, 9 23, 11 11, 11 24, 11 25, 12 26",
    ),
    (
        "us-ca",
        2025,
        (
            "1 1, 1 20, 2 12, 2 17, 3 31, 5 26, 6 19, 7 4, 9 1, 9 26, 11 11, 11 27, "
            "11 28, 12 25"
        ),
    ),
    (
        "us-ca",
        2027,
        (
            "1 1, 1 18, 2 12, 2 15, 3 31, 5 31, 6 18, 7 5, 9 6, 9 24, 11 11, 11 25, "
            "11 26, 12 24, 12 31"
        ),
    ),
    (
        "us-ca",
        2028,
        (
            "1 17, 2 11, 2 21, 3 31, 5 29, 6 19, 7 4, 9 4, 9 22, 11 10, 11 23, 11 24, "
            "12 25"
        ),
    ),
    (
        "us-tx/legal-holidays",
        2025,
        (
            "1 1, 1 20, 2 17, 4 21, 5 26, 6 19, 7 4, 8 27, 9 1, 11 11, 11 27, 11 28, "
            "12 25"
        ),
    ),
    (
        "us-tx/legal-holidays",
        2026,
        (
            "1 1, 1 19, 2 16, 3 2, 4 21, 5 25, 6 19, 8 27, 9 7, 11 11, 11 26, 11 27, "
            "12 25"
        ),
    ),
    (
        "us-pa/legal-holidays",
        2024,
        (
            "1 1, 1 15, 2 19, 3 29, 5 27, 6 14, 7 4, 9 2, 10 14, 11 5, 11 11, 11 28, "
            "12 25"
        ),
    ),
    (
        "us-va/legal-holidays",
        2020,
        (
            "1 1, 1 17, 1 20, 2 17, 5 25, 7 3, 9 7, 10 12, 11 3, 11 11, 11 26, 11 27, "
            "12 25"
        ),
    ),
    (
        "us-va",
        2027,
        (
            "1 1, 1 18, 2 15, 5 31, 6 18, 7 5, 9 6, 10 11, 11 2, 11 11, 11 25, 11 26, "
            "12 24, 12 31"
        ),
    ),
    (
        "us-nj",
        2017,
        "1 2, 1 16, 2 20, 4 14, 5 29, 7 4, 9 4, 10 9, 11 7, 11 10, 11 23, 12 25",
    ),
    (
        "us-nj/legal-holidays",
        2027,
        (
            "1 1, 1 18, 2 12, 2 15, 3 26, 5 31, 6 18, 7 5, 9 6, 10 11, 11 2, 11 11, "
            "11 25, 12 24, 12 31"
        ),
    ),
    ("us-tx", 2026, "1 1, 1 19, 2 16, 5 25, 9 7, 11 11, 11 26, 11 27, 12 25"),
    (
        "us-il/legal-holidays",
        2026,
        (
            "1 1, 1 19, 2 12, 2 16, 3 2, 4 3, 5 25, 6 19, 9 7, 10 12, 11 3, 11 11, "
            "11 26, 12 25"
        ),
    ),
    ("gb-eaw", 1995, "1 2, 4 14, 4 17, 5 8, 5 29, 8 28, 12 25, 12 26"),
    ("gb-eaw", 1999, "1 1, 4 2, 4 5, 5 3, 5 31, 8 30, 12 27, 12 28, 12 31"),
    ("gb-eaw", 2000, "1 3, 4 21, 4 24, 5 1, 5 29, 8 28, 12 25, 12 26"),
    ("gb-eaw", 2002, "1 1, 3 29, 4 1, 5 6, 6 3, 6 4, 8 26, 12 25, 12 26"),
    ("gb-eaw", 2011, "1 3, 4 22, 4 25, 4 29, 5 2, 5 30, 8 29, 12 26, 12 27"),
    ("gb-eaw", 2012, "1 2, 4 6, 4 9, 5 7, 6 4, 6 5, 8 27, 12 25, 12 26"),
    ("gb-eaw", 2020, "1 1, 4 10, 4 13, 5 8, 5 25, 8 31, 12 25, 12 28"),
    ("gb-eaw", 2021, "1 1, 4 2, 4 5, 5 3, 5 31, 8 30, 12 27, 12 28"),
    ("gb-eaw", 2022, "1 3, 4 15, 4 18, 5 2, 6 2, 6 3, 8 29, 9 19, 12 26, 12 27"),
    ("gb-eaw", 2023, "1 2, 4 7, 4 10, 5 1, 5 8, 5 29, 8 28, 12 25, 12 26"),
    ("gb-eaw", 2025, "1 1, 4 18, 4 21, 5 5, 5 26, 8 25, 12 25, 12 26"),
    ("gb-eaw", 2027, "1 1, 3 26, 3 29, 5 3, 5 31, 8 30, 12 27, 12 28"),
    ("gb-eaw", 2028, "1 3, 4 14, 4 17, 5 1, 5 29, 8 28, 12 25, 12 26"),
    ("de", 2017, "4 14, 4 17, 5 1, 5 25, 6 5, 10 3, 10 31, 12 25, 12 26"),
    (
        "de-by",
        2017,
        "1 6, 4 14, 4 17, 5 1, 5 25, 6 5, 6 15, 10 3, 10 31, 11 1, 12 25, 12 26",
    ),
    ("de-by", 1994, "1 6, 4 1, 4 4, 5 12, 5 23, 6 2, 10 3, 11 1, 11 16, 12 26"),
    ("de-by", 1995, "1 6, 4 14, 4 17, 5 1, 5 25, 6 5, 6 15, 10 3, 11 1, 12 25, 12 26"),
    (
        "de-by/augsburg",
        2025,
        "1 1, 1 6, 4 18, 4 21, 5 1, 5 29, 6 9, 6 19, 8 8, 8 15, 10 3, 12 25, 12 26",
    ),
    ("de-nw", 2026, "1 1, 4 3, 4 6, 5 1, 5 14, 5 25, 6 4, 12 25"),
    ("de-be", 2019, "1 1, 3 8, 4 19, 4 22, 5 1, 5 30, 6 10, 10 3, 12 25, 12 26"),
    ("de-be", 2020, "1 1, 4 10, 4 13, 5 1, 5 8, 5 21, 6 1, 12 25"),
    ("de-be", 2025, "1 1, 4 18, 4 21, 5 1, 5 8, 5 29, 6 9, 10 3, 12 25, 12 26"),
    (
        "de-bw",
        2026,
        "1 1, 1 6, 4 3, 4 6, 5 1, 5 14, 5 25, 6 4, 12 25",
    ),
    ("de-he", 2024, "1 1, 3 29, 4 1, 5 1, 5 9, 5 20, 5 30, 10 3, 12 25, 12 26"),
    ("de-hh", 2025, "1 1, 4 18, 4 21, 5 1, 5 29, 6 9, 10 3, 10 31, 12 25, 12 26"),
    ("de-sn", 1996, "1 1, 4 5, 4 8, 5 1, 5 16, 5 27, 10 3, 10 31, 11 20, 12 25, 12 26"),
    ("at", 2024, "1 1, 4 1, 5 1, 5 9, 5 20, 5 30, 8 15, 11 1, 12 25, 12 26"),
]


@pytest.mark.parametrize(
    ("calendar", "year", "text"),
    BY_HAND,
    ids=[f"{name}-{year}" for name, year, _ in BY_HAND],
)
def test_a_year_made_by_hand_from_the_rules_agrees(
    calendar: str, year: int, text: str
) -> None:
    """Saturdays and Sundays, moved and abolished days, jubilees and funerals."""
    assert legal_holidays(calendar, year) == days(year, text)


def test_good_friday_in_austria_is_closed_and_no_legal_holiday() -> None:
    """§ 126(2) ZPO: no period ends on it; § 1 Feiertagsruhegesetz does not list it."""
    calendar = lc.calendar("at")
    for year in range(1968, 2036):
        day = easter_sunday(year) - timedelta(days=2)
        assert not calendar.is_open(day)
        kinds = {closure.kind for closure in calendar.closures_on(day)}
        assert kinds == {"court-holiday"}


def test_inauguration_day_is_kept_in_the_district_alone() -> None:
    """5 U.S.C. § 6103(c): every fourth year, from Sunday to Monday, elsewhere never."""
    area, nation = lc.calendar("us/inauguration-area"), lc.calendar("us")
    for year in range(1989, 2036, 4):
        day = date(year, 1, 20)
        closure = [c.name for c in area.closures_on(day)]
        assert "Inauguration Day" in closure
        names = {c.name for c in nation.closures_on(day)}
        assert not any("Inauguration" in name for name in names)
    assert not area.is_open(date(2021, 1, 20))
    assert nation.is_open(date(2021, 1, 20))
    assert area.is_open(date(2022, 1, 20))


def test_a_day_closed_by_the_president_is_no_legal_holiday() -> None:
    """It is entered as a kind of its own, and closes no federal court by itself."""
    calendar = lc.calendar("us")
    found = [
        closure
        for closure in calendar.closures(date(1986, 1, 1), date(2035, 12, 31))
        if closure.kind == "offices-closed-by-executive-order"
    ]
    assert len(found) == 19
    for closure in found:
        assert closure.authority.cite.startswith("E.O. ")
        assert calendar.is_open(closure.on)


def test_in_england_a_bank_holiday_is_one_thing_and_a_shut_office_another() -> None:
    """CPR 2.8(4) leaves out the first; 2.8(5) moves filing off the second."""
    calendar = lc.calendar("gb-eaw")
    kinds = {
        day: {closure.kind for closure in calendar.closures_on(day)}
        for day in (date(2024, 12, 26), date(2024, 12, 27))
    }
    assert kinds == {
        date(2024, 12, 26): {"legal-holiday"},
        date(2024, 12, 27): {"office-closed"},
    }


class Compared(NamedTuple):
    """A calendar of ours, what the package calls its nearest, and from which year."""

    ours: str
    country: str
    region: str | None
    first: int
    differences: dict[str, tuple[int, int, str]]


_ALL = (1986, 2035)
_SATURDAY_IN_NEW_YORK = "General Construction Law § 24 moves Sundays alone"
_NO_RULE_IN_ILLINOIS = "205 ILCS 630/17 moves no day"
_NO_RULE_IN_TEXAS = "Tex. Gov't Code § 662.003 moves no day"
_THIRD_FRIDAY_OF_JUNE: Final = "N.J.S.A. 36:1-1: the third Friday, not the 19th"
_NO_RULE_IN_PENNSYLVANIA = "no rule of 44 P.S. § 11 was read that moves a day"
_NO_RULE_IN_KANSAS = "§ 35-107 moves no day (City of Lawrence v. McCormick)"
#: By label of a difference: the years in which it occurs, and why it is right.
COMPARED: Final = [
    Compared("us", "US", None, 1986, {}),
    Compared(
        "us/inauguration-area",
        "US",
        "DC",
        1986,
        {
            "theirs: Emancipation Day": (2007, 2035, "a holiday of D.C., not federal"),
            "theirs: Emancipation Day (observed)": (2005, 2034, "the same"),
        },
    ),
    Compared(
        "us-ca",
        "US",
        "CA",
        1989,
        {
            "ours: Cesar Chavez Day (observed)": (2007, 2018, "rule 1.11: Saturdays"),
            "ours: Farmworkers Day (formerly Cesar Chavez Day) (observed)": (
                2029,
                2035,
                "rule 1.11: Saturdays",
            ),
            "ours: Columbus Day": (2009, 2021, "§ 135 kept it for the courts to 2021"),
            "ours: Lincoln Day": (2010, 2035, "§ 6700, and so § 135, has it still"),
            "ours: Lincoln Day (observed)": (2011, 2034, "rule 1.11"),
            "ours: Native American Day": (
                2022,
                2035,
                "§ 135 since Stats. 2021, ch. 283",
            ),
            "ours: Statewide court closure": (2009, 2010, "former Gov. Code § 68106"),
            "theirs: Cesar Chavez Day": (
                1995,
                2000,
                "no holiday of the courts till 2002",
            ),
            "theirs: Cesar Chavez Day (observed)": (1996, 1996, "the same"),
            "theirs: Diwali": (2027, 2035, "§ 135 leaves it out"),
            "theirs: Juneteenth National Independence Day (observed)": (
                2021,
                2022,
                "a holiday of the courts since 2023",
            ),
            "theirs: Susan B. Anthony Day": (2017, 2035, "a day of remembrance"),
        },
    ),
    Compared("us-ma/legal-holidays", "US", "MA", 1986, {}),
    Compared(
        "us-ny/legal-holidays",
        "US",
        "NY",
        1986,
        {
            "ours: General election day": (1986, 2013, "§ 24 names it every year"),
            "theirs: Christmas Day (observed)": (1993, 2032, _SATURDAY_IN_NEW_YORK),
            "theirs: Independence Day (observed)": (1987, 2026, _SATURDAY_IN_NEW_YORK),
            "theirs: Juneteenth National Independence Day (observed)": (
                2021,
                2032,
                _SATURDAY_IN_NEW_YORK,
            ),
            "theirs: Lincoln's Birthday (observed)": (
                1994,
                2033,
                _SATURDAY_IN_NEW_YORK,
            ),
            "theirs: New Year's Day (observed)": (1993, 2032, _SATURDAY_IN_NEW_YORK),
            "theirs: Susan B. Anthony Day": (2005, 2035, "not in § 24"),
            "theirs: Veterans Day (observed)": (1989, 2034, _SATURDAY_IN_NEW_YORK),
        },
    ),
    Compared(
        "us-dc/legal-holidays",
        "US",
        "DC",
        1986,
        {
            "theirs: Emancipation Day (observed)": (
                2005,
                2005,
                "the act's first April",
            ),
            "theirs: Juneteenth National Independence Day (observed)": (
                2021,
                2022,
                "D.C. Code § 28-2701 names it since 12 July 2022",
            ),
        },
    ),
    Compared(
        "us-il/legal-holidays",
        "US",
        "IL",
        1986,
        {
            "ours: General election for members of the House of Representatives": (
                1986,
                2006,
                "205 ILCS 630/17 names it",
            ),
            "ours: Good Friday": (*_ALL, "205 ILCS 630/17 names it"),
            "theirs: Christmas Day (observed)": (1988, 2033, _NO_RULE_IN_ILLINOIS),
            "theirs: Independence Day (observed)": (1987, 2032, _NO_RULE_IN_ILLINOIS),
            "theirs: Juneteenth National Independence Day (observed)": (
                2021,
                2033,
                _NO_RULE_IN_ILLINOIS,
            ),
            "theirs: Lincoln's Birthday (observed)": (
                1994,
                2033,
                "5 ILCS 490/60 moves the day from Sunday, not from Saturday",
            ),
            "theirs: New Year's Day (observed)": (1989, 2034, _NO_RULE_IN_ILLINOIS),
            "theirs: Veterans Day (observed)": (1989, 2035, _NO_RULE_IN_ILLINOIS),
        },
    ),
    Compared(
        "us-nv/legal-holidays",
        "US",
        "NV",
        1986,
        {
            "theirs: Juneteenth National Independence Day (observed)": (
                2021,
                2022,
                "NRS 236.015 names it since 2023",
            ),
        },
    ),
    Compared(
        "us-ks/legal-holidays",
        "US",
        "KS",
        2006,
        {
            "ours: Columbus Day": (2006, 2035, "§ 35-107 names it"),
            "theirs: Christmas Day (observed)": (2010, 2033, _NO_RULE_IN_KANSAS),
            "theirs: Christmas Day (observed); Christmas Eve": (
                2021,
                2032,
                "not in § 35-107",
            ),
            "theirs: Christmas Eve": (2013, 2035, "not in § 35-107"),
            "theirs: Christmas Eve (observed)": (2016, 2034, "not in § 35-107"),
            "theirs: Independence Day (observed)": (2009, 2032, _NO_RULE_IN_KANSAS),
            "theirs: Juneteenth National Independence Day": (
                2023,
                2035,
                "by executive order; not in § 35-107",
            ),
            "theirs: Juneteenth National Independence Day (observed)": (
                2021,
                2033,
                "by executive order; not in § 35-107",
            ),
            "theirs: New Year's Day (observed)": (2006, 2034, _NO_RULE_IN_KANSAS),
            "theirs: Veterans Day (observed)": (2006, 2035, _NO_RULE_IN_KANSAS),
        },
    ),
    Compared(
        "us-tx/legal-holidays",
        "US",
        "TX",
        1994,
        {
            "theirs: Cesar Chavez Day": (2000, 2034, "optional: § 662.013"),
            "theirs: Christmas Day (observed); Christmas Eve": (
                1999,
                2032,
                "a state holiday, not in § 662.021",
            ),
            "theirs: Christmas Day (observed); Day After Christmas": (
                1994,
                2033,
                "a state holiday, not in § 662.021",
            ),
            "theirs: Christmas Eve": (
                1996,
                2035,
                "a state holiday, not in § 662.021",
            ),
            "theirs: Christmas Eve (observed)": (1994, 2034, _NO_RULE_IN_TEXAS),
            "theirs: Day After Christmas": (
                1995,
                2035,
                "a state holiday, not in § 662.021",
            ),
            "theirs: Good Friday": (1994, 2035, "optional: § 662.003(c)"),
            "theirs: Independence Day (observed)": (1998, 2032, _NO_RULE_IN_TEXAS),
            "theirs: Juneteenth National Independence Day (observed)": (
                2021,
                2033,
                _NO_RULE_IN_TEXAS,
            ),
            "theirs: New Year's Day (observed)": (1995, 2034, _NO_RULE_IN_TEXAS),
            "theirs: Veterans Day (observed)": (1995, 2035, _NO_RULE_IN_TEXAS),
        },
    ),
    Compared(
        "us-pa/legal-holidays",
        "US",
        "PA",
        1986,
        {
            "ours: Election Day": (1986, 2035, "44 P.S. § 11 names it"),
            "ours: Flag Day": (1988, 2035, "44 P.S. § 11 names it"),
            "ours: Good Friday": (1986, 2035, "44 P.S. § 11 names it"),
            "theirs: Christmas Day (observed)": (1988, 2033, _NO_RULE_IN_PENNSYLVANIA),
            "theirs: Day After Thanksgiving": (
                1986,
                2035,
                "no legal holiday: Commonwealth v. Muldrow, 2024 PA Super 263",
            ),
            "theirs: Independence Day (observed)": (
                1987,
                2032,
                _NO_RULE_IN_PENNSYLVANIA,
            ),
            "theirs: Juneteenth National Independence Day": (
                2023,
                2035,
                "by the laws of the United States alone",
            ),
            "theirs: Juneteenth National Independence Day (observed)": (
                2021,
                2033,
                _NO_RULE_IN_PENNSYLVANIA,
            ),
            "theirs: New Year's Day (observed)": (1989, 2034, _NO_RULE_IN_PENNSYLVANIA),
            "theirs: Veterans Day (observed)": (1989, 2035, _NO_RULE_IN_PENNSYLVANIA),
        },
    ),
    Compared(
        "us-va/legal-holidays",
        "US",
        "VA",
        1990,
        {
            "theirs: Inauguration Day": (1993, 2033, "not in § 2.2-3300"),
            "theirs: Lee Jackson Day": (2000, 2000, "one with the Monday to 2000"),
            "theirs: New Year's Day (observed)": (
                1999,
                1999,
                "Acts 1999, c. 206: open on 31 December, closed on 3 January",
            ),
        },
    ),
    Compared(
        "us-nj/legal-holidays",
        "US",
        "NJ",
        1990,
        {
            "ours: General Election Day": (1990, 2035, "36:1-1: any general election"),
            "ours: Juneteenth Day": (2022, 2035, _THIRD_FRIDAY_OF_JUNE),
            "theirs: Juneteenth National Independence Day": (
                2023,
                2035,
                _THIRD_FRIDAY_OF_JUNE,
            ),
            "theirs: Juneteenth National Independence Day (observed)": (
                2022,
                2033,
                _THIRD_FRIDAY_OF_JUNE,
            ),
        },
    ),
    Compared("gb-eaw", "GB", "ENG", 1978, {}),
    # The package begins Germany with 1991.
    Compared("de-by", "DE", "BY", 1991, {}),
    Compared("de-by/augsburg", "DE", "Augsburg", 1991, {}),
    Compared("de-nw", "DE", "NW", 1991, {}),
    Compared("de-be", "DE", "BE", 1991, {}),
    Compared("de-sn", "DE", "SN", 1993, {}),
    Compared("de-bw", "DE", "BW", 1995, {}),
    Compared("de-bb", "DE", "BB", 1999, {}),
    Compared("de-hb", "DE", "HB", 2018, {}),
    Compared("de-he", "DE", "HE", 2004, {}),
    Compared("de-hh", "DE", "HH", 2018, {}),
    Compared("de-mv", "DE", "MV", 2022, {}),
    Compared("de-ni", "DE", "NI", 2018, {}),
    Compared("de-rp", "DE", "RP", 2001, {}),
    Compared("de-sh", "DE", "SH", 2018, {}),
    Compared("de-sl", "DE", "SL", 2010, {}),
    Compared("de-st", "DE", "ST", 2004, {}),
    Compared("de-th", "DE", "TH", 2016, {}),
    # Good Friday is no legal holiday, and a kind of its own: § 126(2) ZPO.
    Compared("at", "AT", None, 1968, {}),
]


@pytest.mark.parametrize("pair", COMPARED, ids=[pair.ours for pair in COMPARED])
def test_every_difference_from_the_package_holidays_has_its_reason(
    pair: Compared,
) -> None:
    """Over the whole horizon: no other day, no other year."""
    calendar = lc.calendar(pair.ours)
    theirs = holidays.country_holidays(
        pair.country,
        subdiv=pair.region,
        years=range(pair.first, calendar.last.year + 1),
        language="en_US",
    )
    found: dict[str, list[int]] = {}
    first = max(date(pair.first, 1, 1), calendar.first).toordinal()
    for number in range(first, calendar.last.toordinal() + 1):
        day = date.fromordinal(number)
        if day.isoweekday() > 5:
            continue
        names = [c.name for c in calendar.closures_on(day) if c.kind == "legal-holiday"]
        if names and day not in theirs:
            found.setdefault(f"ours: {names[0]}", []).append(day.year)
        elif not names and day in theirs:
            found.setdefault(f"theirs: {theirs[day]}", []).append(day.year)
    assert {label: (min(years), max(years)) for label, years in found.items()} == {
        label: (start, end) for label, (start, end, _) in pair.differences.items()
    }
