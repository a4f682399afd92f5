"""Cases under deadlines of several shapes: what they give the law, and which row."""

from __future__ import annotations

import csv
import io
from datetime import UTC, date, datetime, time
from typing import Any, Final

import pytest

import legalcase as lc
import legalcase.model as m
from dues_law import dues
from legalcase.interop import events_from
from schedule_cases import party, ref

LAW: Final = dues()
BY: dict[str, Any] = {"by": "clerk", "at": datetime(2026, 12, 1, tzinfo=UTC)}
HEAD: Final = "event_id,event,happened_on,title,triggers,by,on,method,about,of\n"


def case(court: str, table: str, opened_on: date = date(2025, 1, 2)) -> Any:
    """Pat against Quincy, our client, before a court of the folder."""
    opened = m.CaseOpened(
        caption="Pat v. Quincy",
        court=court,
        number="1",
        proceeding="civil",
        happened_on=opened_on,
    )
    file = m.CaseFile.open(opened, case_id="c", law=LAW, **BY)
    people = (party("pat", "plaintiff"), party("quincy", "defendant", is_client=True))
    file = file.record(*people, law=LAW, **BY)
    rows = csv.DictReader(io.StringIO(HEAD + table))
    return file.record(*events_from(rows, law=LAW, into=file), law=LAW, **BY)


def shown(file: Any, rule: str) -> set[tuple[str, str, str]]:
    """Who owes something by a rule, the day for a calendar, and what it runs from."""
    found = lc.schedule(file, LAW, for_=["pat", "quincy"])
    return {
        (row.who, str(row.shown), ", ".join(anchor.trigger for anchor in row.anchors))
        for row in (*found, *found.others)
        if row.rule == rule
    }


def hearing(on: date, *about: str) -> m.HearingSet:
    """A hearing of a motion, at ten in the morning there."""
    return m.HearingSet.of_kind(
        "motion",
        LAW,
        hearing_id="h",
        title="Hearing",
        hearing_at=datetime.combine(on, time(16), UTC),
        about=tuple(map(ref, about)),
        happened_on=date(2025, 2, 3),
    )


@pytest.mark.parametrize(
    ("method", "day"),
    [("personal", "2026-06-22"), ("mail", "2026-06-29")],
)
def test_the_method_of_service_on_record_chooses_the_period(
    method: str, day: str
) -> None:
    """By hand nobody said where, and by registered mail it is the same."""
    table = f"s,served,2026-06-01,Summons,complaint-served,pat,quincy,{method},,\n"
    file = case("mi/court", table)
    (row,) = shown(file, "mi/mcr/2.108(A)")
    assert row[:2] == ("quincy", day)


MOTION: Final = (
    "mo,filed,{},Motion for summary judgment,summary-judgment-motion-filed,pat,,,,\n"
)


@pytest.mark.parametrize(
    ("motion", "on", "day"),
    [
        ("2025-05-05", date(2025, 6, 20), "2025-06-13"),
        ("2026-04-06", date(2026, 5, 15), "2026-04-27"),
        ("2026-02-10", date(2026, 3, 20), "2026-03-03"),
    ],
    ids=["old", "new", "across"],
)
def test_a_motion_and_its_hearing_give_one_row(motion: str, on: date, day: str) -> None:
    """By the text that governs; across the change, one row with the safe date."""
    file = case("tx/harris", MOTION.format(motion))
    file = file.record(hearing(on, "mo"), law=LAW, **BY)
    (row,) = shown(file, "tx/trcp/166a")
    assert row[:2] == ("quincy", day)


def test_under_each_text_another_owes_it() -> None:
    """The served from the bell on, and from the flag on whoever raised it."""
    table = (
        "b,served,2019-06-03,Bell,bell-rung,pat,quincy,personal,,\n"
        "f,filed,2020-06-01,Flag,flag-raised,pat,,,,\n"
    )
    file = case("lo/court", table, date(2019, 1, 2))
    assert shown(file, "lo/acts/1") == {
        ("quincy", "2019-06-13", "bell-rung, flag-raised"),
        ("pat", "2020-06-06", "flag-raised"),
    }


@pytest.mark.parametrize(
    ("filed", "day"), [("2020-12-30", "2021-04-20"), ("2021-01-04", "2021-03-31")]
)
def test_the_day_on_which_the_case_was_filed_chooses_the_text(
    filed: str, day: str
) -> None:
    """By its own docket."""
    table = (
        f"p,filed,{filed},Petition,complaint-filed,pat,,,,\n"
        "r,served,2021-03-01,Requests,texan-requests-served,pat,quincy,electronic,,\n"
    )
    file = case("tx/harris", table, date(2020, 12, 1))
    (row,) = shown(file, "tx/trcp/196.2(a)-early")
    assert row[:2] == ("quincy", day)
