"""The oracle alone reproduces the worked cases and the courts' lists of holidays."""

from __future__ import annotations

import ast
import json
import re
import sys
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest

import oracle
from oracle import california, england, germany, holidays_europe, holidays_us
from oracle.question import DAY, OutOfScopeError, Question, is_weekend

if TYPE_CHECKING:
    from collections.abc import Callable

Case = dict[str, Any]

HERE = Path(__file__).parent
DATA = HERE.parent / "jurisdictions"
READINGS: dict[str, tuple[str, ...]] = {
    "us/frcp": ("add-first", "executive-closings", "no-roll"),
    "us/frap": ("add-first", "executive-closings"),
    "us/frcrp": ("executive-closings",),
    "us-ca": ("roll-first", "leave", "closer", "calendar-first"),
    "us-ca/discovery": ("leave", "earlier"),
    "gb-eaw/cpr": ("cautious", "literal-start"),
    "gb-eaw/portal": (),
    "de/zpo": (),
    "at/zpo": ("rest-added",),
}
SEEN = {"list seen", "rule seen"}


def load(name: str) -> list[Case]:
    """Read a file of cases."""
    rows: list[Case] = json.loads((DATA / name).read_text(encoding="utf-8"))
    return rows


ALL_CASES = load("cases_us.json") + load("cases_intl.json")
CASES = [case for case in ALL_CASES if "disputed" not in case]


def moment(case: Case) -> date:
    """Read the trigger: a date, or a local time in the case's zone."""
    text = case["trigger"]
    if "T" not in text:
        return date.fromisoformat(text)
    zone = case.get("timezone") or case.get("call", {}).get("timezone")
    default = "Europe/London" if case["under"].startswith("gb") else None
    name = zone or default
    assert name, f"{case['id']} has a time of day and no zone"
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(name))


def period_of(case: Case) -> tuple[int, str]:
    """Read number and unit, from the public grammar or from the case's own words."""
    text = case.get("period_text") or case["period"]
    iso = re.match(r"P(\d+)([DWMY])", text)
    if iso:
        units = {"D": "days", "W": "weeks", "M": "months", "Y": "years"}
        return int(iso[1]), units[iso[2]]
    words = re.search(r"(\d+) (clear day|court day|day|week|month|year|hour)", text)
    assert words, f"{case['id']}: {text!r} is no period"
    return int(words[1]), words[2] + "s"


def question_of(case: Case) -> Question:
    """Put a case as a question."""
    number, unit = period_of(case)
    state = case.get("forum_state")
    extra: list[str] = [] if state else case["extra_holidays"]
    as_of = case.get("as_of")
    return Question(
        system=case["under"],
        period_number=number,
        unit=unit,
        direction=case["direction"],
        trigger=moment(case),
        service=case["service"],
        forum=state,
        nature=case.get("nature"),
        extra_holidays=tuple(date.fromisoformat(day) for day in extra),
        inaccessible=tuple(map(date.fromisoformat, case.get("inaccessible", ()))),
        as_of=date.fromisoformat(as_of) if as_of else None,
        table=case.get("service_extension"),
        paper=case.get("paper"),
    )


def solve(case: Case, reading: str | None = None) -> date:
    """Answer a case that may be more than one period."""
    if case["period"].startswith("deemed service"):
        return england.served_on(
            moment(case), case["service"], case.get("paper"), reading
        )
    question = question_of(case)
    if "extension of a period" in case["period"]:
        return germany.extended(question, reading)
    if "service complete" in case["period"]:
        complete = california.service_complete(question.start)
        return oracle.answer(
            Question(
                system=question.system, period_number=30, unit="days", trigger=complete
            )
        )
    return oracle.answer(question, reading)


def readings_of(case: Case) -> set[date]:
    """Answer a case in every reading that its system documents."""
    if case["period"].startswith("deemed service"):
        names: tuple[str, ...] = ("one-business-day",)
    elif "extension of a period" in case["period"]:
        names = ("nominal-end",)
    else:
        names = READINGS[case["under"]]
    return {solve(case, name) for name in names}


def ids(case: Case) -> str:
    """Call a case by its id."""
    return str(case["id"])


def test_every_case_is_there() -> None:
    """No case was lost, and a disputed one carries its proof."""
    assert len(load("cases_us.json")) == 85
    assert len(load("cases_intl.json")) == 48
    for case in ALL_CASES:
        assert case["under"] in READINGS
        assert case.get("disputed", "proof") != ""


@pytest.mark.parametrize("case", CASES, ids=ids)
def test_case(case: Case) -> None:
    """The adopted reading gives the expected day, and the instant where one is told."""
    if "expected_error" in case:
        with pytest.raises(OutOfScopeError):
            solve(case)
        return
    found = solve(case)
    day = found.date() if isinstance(found, datetime) else found
    assert day.isoformat() == case["expected"]
    if "expected_time" in case:
        assert isinstance(found, datetime)
        assert found.strftime("%Y-%m-%dT%H:%M") == case["expected_time"]


@pytest.mark.parametrize(
    "case", [case for case in CASES if case.get("alternatives")], ids=ids
)
def test_alternatives(case: Case) -> None:
    """Every other date that the case names is some documented reading's."""
    found = {day.isoformat() for day in readings_of(case)}
    assert set(case["alternatives"]) <= found


def closed_days(calendar: str, year: int) -> set[date]:
    """List the weekdays of a year on which the oracle's calendar is closed."""
    tests: dict[str, Callable[[date], object]] = {
        "us/federal": holidays_us.federal,
        "us-ca/courts": holidays_us.california_court,
        "gb-eaw/courts": holidays_europe.england,
        "us-ma/courts": lambda day: holidays_us.state("MA", day),
        "us-ny/courts": lambda day: holidays_us.state("NY", day),
        "us-dc/courts": lambda day: holidays_us.state("DC", day),
        "us-nv/courts": lambda day: holidays_us.state("NV", day),
        "de-by": lambda day: holidays_europe.germany("BY", day),
        "de-be": lambda day: holidays_europe.germany("BE", day),
        "de-nw": lambda day: holidays_europe.germany("NW", day),
        "de-sn": lambda day: holidays_europe.germany("SN", day),
    }
    first = date(year, 1, 1)
    days = (first + number * DAY for number in range(366))
    return {
        day
        for day in days
        if day.year == year and not is_weekend(day) and tests[calendar](day)
    }


def listed(row: Case) -> set[date]:
    """Take the weekdays of a published list."""
    days = map(date.fromisoformat, row["dates"])
    return {day for day in days if not is_weekend(day)}


LISTS = load("court_holidays.json")
# Statutes and the courts' own lists coincide here; the other states' differ by design.
COMPARED = {
    "us/federal",
    "us-ca/courts",
    "gb-eaw/courts",
    "us-ma/courts",
    "us-ny/courts",
    "us-dc/courts",
    "us-nv/courts",
    "de-by",
    "de-be",
    "de-nw",
    "de-sn",
}


@pytest.mark.parametrize(
    "row",
    [row for row in LISTS if row["calendar"] in COMPARED],
    ids=lambda row: f"{row['calendar']}-{row['year']}-{row['evidence']}",
)
def test_list(row: Case) -> None:
    """Weekday closures are those of the list, its uncertain days aside.

    For the federal, Californian and English courts the lists were seen; the others
    are only hints, and the oracle was written without them.
    """
    if row["calendar"] in {"us/federal", "us-ca/courts", "gb-eaw/courts"}:
        assert row["evidence"] in SEEN
    uncertain = set(map(date.fromisoformat, row.get("uncertain") or ()))
    found = closed_days(row["calendar"], row["year"])
    assert found - uncertain == listed(row) - uncertain


@pytest.mark.parametrize(
    ("name", "text", "closed"),
    [
        ("us/federal", "1986-01-20", True),  # the first observance of MLK
        ("us/federal", "2021-06-18", True),
        ("us/federal", "2020-06-19", False),
        ("us/federal", "2021-12-31", True),  # New Year's Day 2022, a Saturday
        ("us-ca/courts", "2001-03-30", False),  # the courts' first Chavez Day is 2002's
        ("us-ca/courts", "2002-04-01", True),  # 31 March 2002 is a Sunday
        ("us-ca/courts", "2021-10-11", True),
        ("us-ca/courts", "2022-10-10", False),
        ("us-ca/courts", "2022-06-20", False),  # Juneteenth from 2023
        ("us-ca/courts", "2022-09-23", True),
        ("gb-eaw/courts", "1995-05-01", False),
        ("gb-eaw/courts", "1999-12-31", True),
        ("gb-eaw/courts", "2020-05-04", False),
        ("gb-eaw/courts", "2022-05-30", False),
        ("gb-eaw/courts", "2022-12-27", True),
        ("us-nv/courts", "1998-10-30", True),  # 31 October on a Saturday
        ("us-nv/courts", "2006-10-27", True),
        ("us-dc/courts", "2004-04-16", False),
        ("us-dc/courts", "2011-04-15", True),
        ("de-by", "1994-11-16", True),
        ("de-by", "1995-11-22", False),
        ("de-be", "2020-05-08", True),
        ("de-be", "2018-03-08", False),
        ("de-nw", "2017-10-31", True),
    ],
)
def test_history(name: str, text: str, closed: bool) -> None:
    """The years at which the lists changed are kept."""
    day = date.fromisoformat(text)
    assert (day in closed_days(name, day.year)) is closed


def test_easter_is_always_the_sunday_after_a_paschal_moon() -> None:
    """The computus gives a Sunday between 22 March and 25 April, as published."""
    for year in range(1986, 2037):
        sunday = oracle.question.easter(year)
        assert sunday.weekday() == 6
        assert timedelta(0) <= sunday - date(year, 3, 22) <= timedelta(34)
    assert oracle.question.easter(2024) == date(2024, 3, 31)
    assert oracle.question.easter(2008) == date(2008, 3, 23)
    assert oracle.question.easter(2011) == date(2011, 4, 24)


def test_the_oracle_stays_independent() -> None:
    """Its modules import the standard library and each other, and open no file."""
    allowed = sys.stdlib_module_names | {"oracle"}
    sources = [path for path in HERE.glob("*.py") if not path.name.startswith("test_")]
    assert len(sources) > 8
    for path in sources:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names: list[str] = []
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                names = [node.module or "."]
            elif isinstance(node, ast.Name):
                assert node.id not in {"open", "__import__", "exec", "eval"}, path
            for name in names:
                root = name.split(".")[0]
                assert root in allowed - {"importlib", "pathlib", "os", "io"}, path
