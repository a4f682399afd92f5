"""Federal criminal cases from the rows of a docket: who owes what, and by which day."""

from __future__ import annotations

import csv
import io
from datetime import UTC, date, datetime, time
from typing import Any

import pytest

import legalcase as lc
import legalcase.model as m
from legalcase.interop import events_from
from schedule_cases import LAW, party, ref

BY: dict[str, Any] = {"by": "clerk", "at": datetime(2026, 12, 1, tzinfo=UTC)}

DOCKET = """\
event_id,event,happened_on,title,triggers,by,on,method,about,of
complaint,filed,2026-03-05,Complaint,criminal-complaint-filed,usa,,,,
detention,filed,2026-03-06,Motion for detention,detention-motion-made,usa,,,,
indictment,filed,2026-03-17,Indictment,indictment-filed,usa,,,,
request,served,2026-04-01,Demand of alibi,alibi-notice-requested,usa,pat,personal,,
alibi,served,2026-04-10,Notice of alibi,alibi-notice-served,pat,usa,electronic,,
"""

VERDICT = """\
event_id,event,happened_on,title,triggers,by,on,method,about,of
verdict,order-entered,2026-06-19,Verdict,guilty-verdict,,,,,pat
discharge,order-entered,2026-06-22,Jury discharged,jury-discharged,,,,,pat
report,served,2026-08-11,Presentence report,presentence-report-received,,pat;usa,,,
"""


def case(
    table: str = DOCKET, roles: tuple[str, str] = ("plaintiff", "defendant")
) -> Any:
    """United States against Pat, our client, in San Francisco, and what happened."""
    opened = m.CaseOpened(
        caption="United States v. Doe",
        court="us/cand",
        number="1",
        proceeding="criminal",
        happened_on=date(2026, 3, 5),
    )
    file = m.CaseFile.open(opened, case_id="c", law=LAW, **BY)
    usa, pat = roles
    people = (party("usa", usa), party("pat", pat, is_client=True))
    return with_rows(file.record(*people, law=LAW, **BY), table)


def with_rows(file: Any, table: str) -> Any:
    """The case with what the rows of a docket say."""
    drafts = events_from(csv.DictReader(io.StringIO(table)), law=LAW, into=file)
    return file.record(*drafts, law=LAW, **BY)


def at(kind: str, on: date, *about: str, **more: Any) -> m.HearingSet:
    """A hearing of a kind, at ten in the morning there."""
    return m.HearingSet.of_kind(
        kind,
        LAW,
        hearing_id=kind,
        title=kind,
        hearing_at=datetime.combine(on, time(17), UTC),
        about=tuple(map(ref, about)),
        happened_on=date(2026, 3, 5),
        **more,
    )


def rows(file: Any) -> dict[str, set[tuple[str, str, str]]]:
    """By rule: who, the day for a calendar, and the state, for all parties."""
    names = list(file.case.people.participants)
    found = lc.schedule(file, LAW, for_=names)
    by_rule: dict[str, set[tuple[str, str, str]]] = {}
    for row in (*found, *found.others):
        name = row.rule.removeprefix("us/")
        by_rule.setdefault(name, set()).add((row.who, str(row.shown), row.state))
    return by_rule


def test_from_the_initial_appearance_to_trial() -> None:
    """Detention, preliminary hearing, conference, alibi, and what is due by trial."""
    file = case().record(
        at("initial-appearance", date(2026, 3, 6)),
        at("detention", date(2026, 3, 11)),
        at("arraignment", date(2026, 3, 17), of=("pat",)),
        at("trial-jury", date(2026, 6, 8)),
        law=LAW,
        **BY,
    )
    assert rows(file) == {
        # In three days without the weekend, if the defendant did not ask for five.
        "18-usc/3142(f)": {("the court", "2026-03-11", "new")},
        # In custody; the indictment came first.
        "frcrp/5.1(c)": {("the court", "2026-03-20", "met")},
        # 31 March is a holiday of California.
        "frcrp/16.1(a)": {("usa, pat", "2026-04-01", "new")},
        "frcrp/7(f)": {("pat", "2026-04-01", "new")},
        "frcrp/12.1(a)(2)": {("pat", "2026-04-15", "met")},
        "frcrp/12.1(b)(2)": {("usa", "2026-04-24", "new")},
        # Safe on the Friday: of the trial, Monday 8 June, the day alone decides.
        "frcrp/12(c)(1)": {("usa", "2026-06-05", "new"), ("pat", "2026-06-05", "new")},
        "frcrp/12.2(a)": {("pat", "2026-06-05", "new")},
        "frcrp/12.2(b)": {("pat", "2026-06-05", "new")},
        "frcrp/12.3(a)(1)": {("pat", "2026-06-05", "new")},
    }


def test_who_is_at_liberty_has_a_later_preliminary_hearing() -> None:
    """Of two defendants what is known of each counts, though the court owes it."""
    table = "\n".join(DOCKET.splitlines()[:2])
    file = case(table).record(
        party("kim", "defendant"),
        at("initial-appearance", date(2026, 3, 6), of=("pat",)),
        m.FactEstablished(
            fact="detained", answer="no", of=("pat",), happened_on=date(2026, 3, 6)
        ),
        law=LAW,
        **BY,
    )
    assert rows(file) == {"frcrp/5.1(c)": {("the court", "2026-03-27", "new")}}
    with_kim = m.HearingSet.of_kind(
        "initial-appearance",
        LAW,
        hearing_id="kim",
        title="Initial appearance",
        hearing_at=datetime(2026, 3, 9, 17, tzinfo=UTC),
        of=("kim",),
        happened_on=date(2026, 3, 9),
    )
    found = rows(file.record(with_kim, law=LAW, **BY))
    assert {day for _, day, _ in found["frcrp/5.1(c)"]} == {"2026-03-27", "2026-03-23"}


def test_what_was_charged_by_indictment_brings_up_no_preliminary_hearing() -> None:
    """And nothing of detention arises where nobody moved for it."""
    table = DOCKET.splitlines()
    file = case("\n".join((table[0], table[3])))
    found = rows(
        file.record(at("initial-appearance", date(2026, 3, 20)), law=LAW, **BY)
    )
    assert found == {}


def test_from_the_verdict_to_the_sentence() -> None:
    """Motions from verdict and discharge; the report, counted back and forward."""
    file = case(VERDICT).record(at("sentencing", date(2026, 9, 15)), law=LAW, **BY)
    found = rows(file)
    assert found == {
        # Of the discharge, which was later; the verdict's own fourteen days end on the
        # observed Independence Day.
        "frcrp/29(c)(1)": {("pat", "2026-07-06", "new")},
        "frcrp/33(b)(2)": {("pat", "2026-07-06", "new")},
        "frcrp/34(b)": {("pat", "2026-07-06", "new")},
        # Three years: 19 June 2029 is Juneteenth.
        "frcrp/33(b)(1)": {("pat", "2029-06-20", "new")},
        "frcrp/32(e)(2)": {("the court", "2026-08-11", "new")},
        "frcrp/32(f)(1)": {("pat", "2026-08-25", "new"), ("usa", "2026-08-25", "new")},
        "frcrp/32(g)": {("the court", "2026-09-08", "new")},
        "frcrp/35(a)": {("the court", "2026-09-29", "new")},
        "frcrp/35(b)(1)": {("usa", "2027-09-15", "new")},
    }


def test_restitution_that_was_asked_about_and_left_open() -> None:
    """Sixty days before the day first set; ninety after the sentence."""
    table = """\
event_id,event,happened_on,title,triggers
ask,order-entered,2026-07-01,Request,restitution-listing-requested
open,order-entered,2026-09-15,Sentence,restitution-left-open
"""
    first = at("sentencing", date(2026, 9, 15))
    moved = m.HearingContinued(
        hearing_id="sentencing",
        to_at=datetime(2026, 9, 22, 17, tzinfo=UTC),
        happened_on=date(2026, 9, 1),
    )
    file = with_rows(case(VERDICT).record(first, moved, law=LAW, **BY), table)
    found = rows(file)
    assert found["18-usc/3664(d)(1)"] == {("usa", "2026-07-17", "new")}
    assert found["18-usc/3664(d)(5)"] == {("the court", "2026-12-21", "new")}
    assert found["frcrp/32(g)"] == {("the court", "2026-09-15", "new")}


@pytest.mark.parametrize(
    "roles", [("plaintiff", "defendant"), ("prosecutor", "accused")]
)
def test_the_judgment_starts_both_appeals(roles: tuple[str, str]) -> None:
    """Fourteen days for the defendant, thirty for the government; both outlive it."""
    judgment = m.JudgmentEntered(title="Judgment", happened_on=date(2026, 9, 17))
    file = case(VERDICT, roles).record(judgment, law=LAW, **BY)
    found = rows(file)
    assert found["frap/4(b)(1)(A)"] == {("pat", "2026-10-01", "new")}
    # 17 October is a Saturday.
    assert found["frap/4(b)(1)(B)"] == {("usa", "2026-10-19", "new")}
    assert not any(name.startswith(("frcp/", "frap/4(a)")) for name in found)


def test_the_governments_appeal_opens_the_defendants_time_anew() -> None:
    """Fourteen days from it, which end later than those from the judgment."""
    table = """\
event_id,event,happened_on,title,triggers,by
appeal,filed,2026-10-16,Notice of appeal,government-notice-of-appeal-filed,usa
"""
    judgment = m.JudgmentEntered(title="Judgment", happened_on=date(2026, 9, 17))
    file = with_rows(case(VERDICT).record(judgment, law=LAW, **BY), table)
    found = rows(file)
    assert found["frap/4(b)(1)(A)"] == {("pat", "2026-10-30", "new")}
    assert found["frap/4(b)(1)(B)"] == {("usa", "2026-10-19", "met")}


def test_a_motion_that_is_pending_stops_the_time_to_appeal() -> None:
    """Until it is decided; then fourteen days run from the order."""
    table = """\
event_id,event,happened_on,title,triggers,by
motion,filed,2026-07-06,New trial,new-trial-motion-filed;tolling-motion-filed,pat
"""
    judgment = m.JudgmentEntered(title="Judgment", happened_on=date(2026, 9, 17))
    file = with_rows(case(VERDICT).record(judgment, law=LAW, **BY), table)
    found = rows(file)
    assert found["frcrp/33(b)(2)"] == {("pat", "2026-07-06", "met")}
    # Until somebody says that the motion is one that counts, the earlier day is shown.
    assert found["frap/4(b)(1)(A)"] == {("pat", "2026-10-01", "pending")}
    order = m.OrderEntered(
        title="Denied",
        triggers=("tolling-motion-decided",),
        about=(ref("motion"),),
        happened_on=date(2026, 10, 5),
    )
    said = m.FactEstablished(
        fact="criminal-tolling-motion-listed",
        answer="yes",
        of=("pat",),
        happened_on=date(2026, 10, 5),
    )
    found = rows(file.record(order, said, law=LAW, **BY))
    assert found["frap/4(b)(1)(A)"] == {("pat", "2026-10-19", "new")}


def test_of_several_defendants_each_has_a_time_of_its_own() -> None:
    """A verdict that names one concerns that one; one that names none, each."""
    file = case(VERDICT).record(party("kim", "defendant"), law=LAW, **BY)
    assert {who for who, *_ in rows(file)["frcrp/33(b)(2)"]} == {"pat"}
    judgment = m.JudgmentEntered(title="Judgment", happened_on=date(2026, 9, 17))
    found = rows(file.record(judgment, law=LAW, **BY))
    assert {who for who, *_ in found["frap/4(b)(1)(A)"]} == {"pat", "kim"}


def test_nobody_who_prosecutes_is_asked_about() -> None:
    """Not the defendant, whatever else is not known."""
    opened = m.CaseOpened(
        caption="United States v. Doe",
        court="us/cand",
        number="1",
        proceeding="criminal",
        happened_on=date(2026, 3, 5),
    )
    file = m.CaseFile.open(opened, case_id="c", law=LAW, **BY)
    judgment = m.JudgmentEntered(title="Judgment", happened_on=date(2026, 9, 17))
    file = file.record(party("pat", "defendant"), judgment, law=LAW, **BY)
    found = lc.schedule(file, LAW, for_=["pat"])
    (row,) = (r for r in (*found, *found.others) if r.rule == "us/frap/4(b)(1)(B)")
    assert (row.owed_by, row.which, row.state) == ((), (), "question")
