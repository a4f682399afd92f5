"""Bankruptcy cases: petition, meeting of creditors, discharge, adversary, appeal."""

from __future__ import annotations

import csv
import io
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Any

import pytest

import legalcase as lc
import legalcase.model as m
import schedule_cases as cases
from legalcase.interop import events_from
from schedule_cases import LAW, party

if TYPE_CHECKING:
    from collections.abc import Mapping

BY: dict[str, Any] = {"by": "clerk", "at": datetime(2026, 12, 1, tzinfo=UTC)}
HEAD = "event_id,event,happened_on,title,triggers,by,on,method,about,of\n"
PETITION = "pet,filed,2026-03-05,Petition,bankruptcy-petition-filed,roe,,,,\n"
PEOPLE = {
    "roe": ("debtor",),
    "trent": ("trustee",),
    "ust": ("us-trustee",),
    "bank": ("creditor",),
}


def case(
    proceeding: str,
    table: str = PETITION,
    people: Mapping[str, tuple[str, ...]] | None = None,
) -> Any:
    """The case of Roe, our client, before the bankruptcy court in San Francisco."""
    opened = m.CaseOpened(
        caption="In re Roe",
        court="us/canb",
        number="1",
        proceeding=proceeding,
        happened_on=date(2026, 3, 5),
    )
    file = m.CaseFile.open(opened, case_id="c", law=LAW, **BY)
    joined = [
        party(name, *roles, is_client=name == "roe")
        for name, roles in (people or PEOPLE).items()
    ]
    return with_rows(file.record(*joined, law=LAW, **BY), table)


def with_rows(file: Any, table: str) -> Any:
    """The case with what the rows of a docket say."""
    rows = csv.DictReader(io.StringIO(HEAD + table))
    return file.record(*events_from(rows, law=LAW, into=file), law=LAW, **BY)


def with_meeting(file: Any) -> Any:
    """The case in which the meeting of creditors is set for 1 April."""
    meeting = m.HearingSet.of_kind(
        "creditors-meeting",
        LAW,
        hearing_id="meeting",
        title="Meeting of creditors",
        hearing_at=datetime.combine(date(2026, 4, 1), time(17), UTC),
        happened_on=date(2026, 3, 6),
    )
    return file.record(meeting, law=LAW, **BY)


def rows(file: Any) -> dict[str, set[tuple[str, str, str]]]:
    """By rule: who, the day for a calendar, and the state, for all parties."""
    found = lc.schedule(file, LAW, for_=list(file.case.people.participants))
    by_rule: dict[str, set[tuple[str, str, str]]] = {}
    for row in (*found, *found.others):
        name = row.rule.removeprefix("us/")
        by_rule.setdefault(name, set()).add((row.who, str(row.shown), row.state))
    return by_rule


def test_the_debtor_the_trustee_and_the_united_states_trustee_owe_their_own() -> None:
    """Whoever has the role owes it, and nobody else is asked."""
    found = rows(with_meeting(case("chapter-7")))
    assert found["frbp/1007(c)(1)"] == {("roe", "2026-03-19", "new")}
    assert found["11-usc/521(a)(2)(A)"] == {("roe", "2026-04-01", "new")}
    assert found["11-usc/365(d)(1)"] == {("trent", "2026-05-04", "new")}
    assert found["11-usc/704(b)(1)(A)"] == {("ust", "2026-04-13", "new")}
    assert ("bank", "2026-06-01", "new") in found["frbp/4007(c)"]
    assert "frbp/1019(a)(2)" not in found


def test_two_who_filed_together_owe_it_each() -> None:
    """And where nobody has the role, somebody has to say who it is."""
    found = rows(case("chapter-7", people={"roe": ("debtor",), "jane": ("debtor",)}))
    assert {row[0] for row in found["11-usc/521(i)(1)"]} == {"roe", "jane"}
    assert {row[0] for row in found["11-usc/365(d)(1)"]} == {"which of roe, jane?"}
    assert {row[2] for row in found["11-usc/365(d)(1)"]} == {"question"}


@pytest.mark.parametrize(
    ("chapter", "there", "absent"),
    [
        ("chapter-7", "frbp/4004(a)(1)", "frbp/3015(b)(1)"),
        ("chapter-11", "11-usc/1121(b)", "frbp/4004(a)(1)"),
        ("chapter-12", "11-usc/1221", "11-usc/1121(b)"),
        ("chapter-13", "frbp/3015(b)(1)", "frbp/4004(a)(1)"),
    ],
)
def test_a_case_has_the_deadlines_of_its_chapter(
    chapter: str, there: str, absent: str
) -> None:
    """Where the chapter is not said, those of all are listed."""
    found = rows(with_meeting(case(chapter)))
    assert there in found
    assert absent not in found
    assert {there, absent} <= rows(with_meeting(case("bankruptcy"))).keys()


def test_a_voluntary_petition_is_the_order_for_relief() -> None:
    """What runs from its entry runs in a voluntary case (11 U.S.C. 301(b))."""
    found = rows(case("chapter-11", people={"roe": ("debtor", "trustee")}))
    assert found["frbp/1007(a)(3)"] == {("roe", "2026-03-19", "new")}
    assert found["11-usc/1188(a)"] == {("the court", "2026-05-04", "question")}
    assert "frbp/1007(d)" not in found  # in an involuntary case alone


def test_from_the_discharge_through_an_adversary_proceeding_to_the_appeal() -> None:
    """The answer runs from the summons; fourteen days for motions and the notice."""
    later = "dis,order-entered,2026-07-10,Discharge,discharge-granted,,,,,roe\n"
    found = rows(with_rows(with_meeting(case("chapter-7")), later))
    assert {row[1] for row in found["11-usc/727(e)(1)"]} == {"2027-07-12"}
    adversary = case(
        "adversary",
        "comp,filed,2026-06-01,Complaint,complaint-filed,bank,,,,\n"
        "sum,filed,2026-06-02,Summons,adversary-summons-issued,,,,event:comp,\n"
        "serve,served,2026-06-05,Summons,summons-served,bank,roe,mail,event:sum,\n"
        "jud,order-entered,2026-10-01,Judgment,judgment-entered,,,,,\n",
        {"bank": ("plaintiff", "creditor"), "roe": ("defendant", "debtor")},
    )
    found = rows(adversary)
    assert found["frbp/7004(e)(1)"] == {("bank", "2026-06-09", "met")}
    assert found["frbp/7012(a)(1)"] == {("roe", "2026-07-02", "new")}
    for rule in ("frbp/9023(b)", "frbp/8002(a)(1)"):
        assert found[rule] == {
            ("bank", "2026-10-15", "new"),
            ("roe", "2026-10-15", "new"),
        }


def test_a_case_that_states_no_proceeding_has_what_its_court_hears() -> None:
    """An appeal is among it, and what a bankruptcy court hears is not; it is told."""
    file = cases.opened(proceeding=None)
    of_appeals = ("notice-of-appeal-filed", "record-transmission-docketed")
    for word in ("judgment-entered", *of_appeals):
        event = cases.filed(word[:3], word, "acme", date(2026, 3, 3))
        file = file.record(event, law=LAW, **cases.BY)
    found = lc.schedule(file, LAW)
    rules = {row.rule for row in found.rows}
    assert {"us/frcp/59(b)", "us/frap/4(a)(1)(A)", "us/frap/10(b)(1)"} <= rules
    assert not any(rule.startswith(("us/frbp", "us/11-usc")) for rule in rules)
    (told,) = [one.text for one in found.notices if one.code == "no-proceeding"]
    assert "its court hears (civil, criminal, appeal)" in told


def test_an_appeal_from_a_bankruptcy_court_is_a_proceeding_of_its_own() -> None:
    """Before the district court it has the rules of such an appeal, and no others."""
    file = cases.opened(proceeding="bankruptcy-appeal")
    notice = cases.filed("not", "notice-of-appeal-filed", "acme", date(2026, 3, 3))
    sent = "record-transmission-docketed"
    record = cases.filed("rec", sent, "acme", date(2026, 4, 1))
    file = file.record(notice, record, law=LAW, **cases.BY)
    found = rows(file)
    assert found["frbp/8018(a)(1)"] == {("acme", "2026-05-01", "new")}
    assert all(rule.startswith(("frbp/", "scotus/")) for rule in found)
