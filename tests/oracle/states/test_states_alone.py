"""The oracle's states alone: the worked cases, the lists of holidays, days by hand."""

from __future__ import annotations

import contextlib
import json
import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import oracle
from every_one import for_each
from oracle.question import DAY, OutOfScopeError, Question, is_weekend
from oracle.states import (
    STATES,
    doubts,
    florida,
    georgia,
    illinois,
    michigan,
    new_york,
    north_carolina,
    ohio,
    pennsylvania,
    texas,
)
from worked_cases import CASES, Case, read_cases

if TYPE_CHECKING:
    from collections.abc import Callable

PERIOD = re.compile(r"(\d+) (day|week|month|year)s?")
#: What a case asks that the oracle knows; a deadline's name is none of it.
ASKED = {"period", "after", "before", "service", "legal_holidays", "as_of"}
KNOWN = {*ASKED, "service_extension", "due", "alternatives", "safe", "source", "note"}
#: Cases older than the text that was read: the oracle refuses them.
OLDER = {"ny-003", "tx-010", "oh-001", "oh-003", "nc-004"}


def is_known(case: Case) -> bool:
    """Tell whether it is a state's period with facts that the oracle knows."""
    asked = set(case.example.table)
    return case.rule in STATES and asked <= KNOWN and "deadline" not in case.table


FOLDERS = (CASES, CASES.parent / "states")
ALL_CASES = [
    case for folder in FOLDERS for case in read_cases(folder) if is_known(case)
]


def question_of(case: Case) -> Question:
    """Put a case as a question."""
    table = case.table
    words = PERIOD.fullmatch(table["period"])
    assert words, table
    direction = "before" if "before" in table else "after"
    return Question(
        system=case.rule,
        period_number=int(words[1]),
        unit=words[2] + "s",
        direction=direction,
        trigger=table[direction],
        service=table.get("service"),
        extra_holidays=tuple(table.get("legal_holidays", ())),
        as_of=table.get("as_of"),
        table=table.get("service_extension"),
    )


def test_every_case_is_there() -> None:
    """No case was lost, of any state; and those refused are the old ones."""
    assert len(ALL_CASES) == 44
    assert {case.rule for case in ALL_CASES} == {*STATES}
    refused = set()
    for case in ALL_CASES:
        try:
            oracle.answer(question_of(case))
        except OutOfScopeError:
            refused.add(case.table["id"])
    assert refused == OLDER


@for_each("case", ALL_CASES, ids=lambda case: str(case.table["id"]))
def test_case(case: Case) -> None:
    """The adopted reading gives the day, and every other day is some reading's."""
    question = question_of(case)
    with contextlib.suppress(OutOfScopeError):
        assert oracle.answer(question) == case.table["due"]
        names = STATES[case.rule].READINGS
        found = {oracle.answer(question, name) for name in names}
        assert set(case.table.get("alternatives", ())) <= found


def test_service_by_carrier_in_illinois() -> None:
    """Complete on the third court day, Memorial Day passed over; then 28 days."""
    complete = illinois.served_on(date(2025, 5, 22), "overnight")
    assert complete == date(2025, 5, 28)
    asked = Question(
        system="us-il/statutes", period_number=28, unit="days", trigger=complete
    )
    assert oracle.answer(asked) == date(2025, 6, 25)
    assert illinois.served_on(date(2025, 6, 5), "mail") == date(2025, 6, 9)


#: Those of the states whose law the package has, and here those of the others.
LISTS: list[dict[str, Any]] = [
    row
    for path in (CASES.parent, Path(__file__).parent)
    for row in json.loads((path / "court_holidays.json").read_text(encoding="utf-8"))
]
HOLIDAYS: dict[str, Callable[[date], object]] = {
    "us-ny/courts": new_york.holiday,
    "us-tx/courts": texas.holiday,
    "us-fl/rule-2.514": florida.holiday,
    "us-il/courts": illinois.courts_list,
    "us-pa/courts": pennsylvania.holiday,
    "us-oh/courts": ohio.holiday,
    "us-ga/courts": georgia.holiday,
    "us-nc/courts": north_carolina.holiday,
    "us-mi/courts": michigan.holiday,
}
#: Texas closes on two days which section 662.021 leaves out of the legal holidays; the
#: courts of Pennsylvania sit on Flag Day, a holiday of 44 P.S. 11: a time that ends on
#: it runs on all the same (Bassett v. Bassett, 543 Pa. 323, of Columbus Day).
BY_DESIGN = {"us-tx/courts": {(12, 24), (12, 26)}, "us-pa/courts": {(6, 14)}}


def test_every_state_has_a_list() -> None:
    """Three years of each: those of a state that the package enters move there."""
    counted = [row["calendar"] for row in LISTS if row["calendar"] in HOLIDAYS]
    assert min(counted.count(name) for name in HOLIDAYS) >= 2


@for_each(
    "row",
    [row for row in LISTS if row["calendar"] in HOLIDAYS],
    ids=lambda row: f"{row['calendar']}-{row['year']}",
)
def test_list(row: dict[str, Any]) -> None:
    """Weekday closures are those of the list, doubtful days aside."""
    name, year = row["calendar"], row["year"]
    listed = {date.fromisoformat(day) for day in row["dates"]}
    uncertain = {date.fromisoformat(day) for day in row.get("uncertain") or ()}
    days = (date(year, 1, 1) + number * DAY for number in range(365))
    for day in days:
        if is_weekend(day) or day in uncertain or doubts.is_doubtful(name, day):
            continue
        if (day.month, day.day) in BY_DESIGN.get(name, ()):
            continue
        assert (day in listed) is (HOLIDAYS[name](day) is not None), day
