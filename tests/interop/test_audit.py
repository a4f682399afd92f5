"""audit: what a calendar has right, late, early and not at all, each with because."""

from __future__ import annotations

import csv
import io
from datetime import UTC, date, datetime
from typing import Any
from uuid import uuid4

import pytest

import legalcase as lc
import legalcase.model as m
from case_samples import CANARY
from legalcase.cli.demo.docket_answers import answers_of
from legalcase.cli.demo.docket_files import dockets
from legalcase.cli.demo.docket_log import file_of
from legalcase.errors import (
    InvalidTypeError,
    InvalidValueError,
    UnknownNameError,
)
from legalcase.ical import from_ical, to_ical
from legalcase.interop import AUDIT_VERDICTS, Audit, AuditRow, audit
from legalcase.kernel import Label
from schedule_cases import AT, BY, LAW, REQUESTS, opened, served

DEMO = {
    docket.id: file_of(docket, answers_of(docket, LAW), LAW, AT) for docket in dockets()
}
COLUMNS = {
    "Matter": "number",
    "Due Date": "on",
    "What": "title",
    "Rule": "rule",
    "Who": "owed_by",
}
#: A firm's old calendar, with what goes wrong in such.
CALENDAR = """\
Matter,Due Date,What,Rule,Who,Room
4:20-cv-05640-YGR,2021-10-09,Motion to alter or amend the judgment,,plaintiff,
4:20-cv-05640-YGR,2021-10-11,Notice of appeal,us/frap/4(a)(1)(A),plaintiff,
4:20-cv-05640-YGR,2020-10-02,Answer the counterclaims,,,
4:20-cv-05640-YGR,2021-11-05,Mediation statement,,,12
4:20-cv-05640-YGR,2021-10-22,Opposition to a motion,,,
95 C 6968,1997-12-29,Motion for new trial,,,
95 C 6968,12/26/1997,Motion to amend findings,,,
1:99-cv-00001,2021-11-05,Reply,,,
"""


def of_csv(text: str) -> csv.DictReader[str]:
    """Rows as the standard library reads them."""
    return csv.DictReader(io.StringIO(text))


def asked() -> Any:
    """Interrogatories served by hand, to be answered by Acme."""
    ask = served("ask", REQUESTS, "roe", ["acme"], date(2026, 6, 3))
    return opened().record(ask, law=LAW, **BY)


def heard() -> Any:
    """The same, with a hearing; from it a day is counted that nobody knows to owe."""
    hearing = m.HearingSet(
        hearing_id="conference",
        title=f"Conference {CANARY}",
        hearing_at=datetime(2026, 7, 9, 17, tzinfo=UTC),
        happened_on=date(2026, 6, 1),
    )
    return asked().record(hearing, law=LAW, **BY)


def compared(*rows: dict[str, Any], case: Any = None, **said: Any) -> Audit:
    """What rows are found to be."""
    return audit(rows, [case or asked()], LAW, **said)


def of_row(found: Audit, number: int = 1) -> AuditRow:
    """What is said of one row."""
    (one,) = (each for each in found if each.row == number)
    return one


def audited() -> Audit:
    """The old calendar against two cases of the demo."""
    cases = [DEMO["epic-v-apple"], DEMO["latham-v-dominicks"]]
    return audit(of_csv(CALENDAR), cases, LAW, columns=COLUMNS)


@pytest.mark.parametrize(
    ("row", "verdict", "severity", "ours", "days"),
    [
        # Counted from the day after judgment.
        (1, "late", "critical", date(2021, 10, 8), 1),
        # Columbus Day was taken for a day on which the court is open.
        (2, "early", "advice", date(2021, 10, 12), -1),
        # Three days added for service through the court's system, as until 2016.
        (3, "late", "warning", date(2020, 9, 29), 3),
        (5, "agrees", None, date(2021, 10, 22), 0),
    ],
)
def test_known_mistakes_are_found(
    row: int, verdict: str, severity: str | None, ours: date, days: int
) -> None:
    """Each with the day that is right, and what it rests on."""
    found = of_row(audited(), row)
    assert (found.verdict, found.severity, found.ours) == (verdict, severity, ours)
    assert {one.days for one in found.of} == {days}
    assert found.because
    assert "epic-v-apple/" in found.because[0]
    assert str(ours) in found.explain()


def test_what_is_extra_what_is_missing_and_what_was_not_compared() -> None:
    """Nothing is passed over in silence."""
    found = audited()
    extra = of_row(found, 4)
    assert (extra.verdict, extra.severity, extra.of) == ("no-rule-found", "advice", ())
    missing = found.having("missing")
    fees = [r for r in missing if r.of[0].rule == "us/frcp/54(d)(2)(B)"]
    assert {(r.ours, r.of[0].owed_by) for r in fees if r.case_id[0] == "e"} == {
        (date(2021, 9, 24), ("plaintiff",)),
        (date(2021, 9, 24), ("defendant",)),
    }
    assert {r.severity for r in fees} == {"critical"}
    why = {one.row: one.why for one in found.not_compared}
    assert "no date of ISO 8601" in why[7]
    assert "no case with its number" in why[8]
    ours = [one for one in found.not_compared if one.row is None]
    # A docket of 1997 that says of itself neither that it is civil nor that it is not.
    not_yet = [one.name for one in ours if one.why == "its time does not run"]
    # Nor is the local rule on costs entered as it stood then, for either party.
    costs = ["us/ilnd/lr/54.1(a)"] * 2
    assert not_yet == ["us/frap/4(b)(1)(A)", "us/frap/4(b)(1)(B)", *costs]
    assert {one.why for one in ours} == {"it is done", "its time does not run"}
    assert found.columns_not_read == ("'Room'",)
    codes = [one.code for one in found.findings]
    assert codes[0] == "calendar-late"
    assert codes.count("calendar-missing") == found.counts["missing"] == len(missing)
    assert sum(found.counts.values()) == len(found)
    assert not found.agrees


def test_a_date_can_be_right_under_a_reading_alone() -> None:
    """The day after Christmas 1997: which reading it is, is said."""
    found = of_row(audited(), 6)
    assert (found.verdict, found.severity) == ("right-under-a-reading", "critical")
    assert found.of[0].safe == found.ours == date(1997, 12, 26)
    assert "President closes" in found.of[0].readings[0]
    # Both parties have one of that title, and both say the same.
    assert len(found.of) == 2


@pytest.mark.parametrize("detail", ["full", "ref-only", "busy"])
def test_a_feed_of_ours_agrees_entirely(detail: Any) -> None:
    """By its UIDs, whatever its titles say; tasks are no deadlines."""
    file = asked()
    new = lc.schedule(file, LAW).new.events(on=date(2026, 6, 5))
    file = file.record(*new, law=LAW, **BY)
    agenda = file.case.agenda()
    feed = to_ical(agenda, name="Feed", detail=detail, audience="firm")
    found = audit(from_ical(feed), [file], LAW)
    assert found.agrees
    assert found.counts["agrees"] == len(new) == 3
    assert {one.how for one in found} == {"uid"}
    assert found.columns_not_read == ()
    # A hearing too; what is counted from it is a question, and in no feed yet.
    file = heard().record(*new, law=LAW, **BY)
    feed = to_ical(file.case.agenda(), name="Feed", detail=detail, audience="firm")
    found = audit(from_ical(feed), [file], LAW)
    assert found.counts["agrees"] == len(new) + 1
    assert {one.of[0].rule for one in found.having("missing")} == {
        *("us/frcp/6(c)(1)", "us/frcp/6(c)(2)")
    }
    # Nobody else's: the UIDs are not known, and titles alone are left.
    other = to_ical(agenda, name="Feed", detail="busy", namespace=uuid4())
    assert audit(from_ical(other), [file], LAW).counts["agrees"] == 0


@pytest.mark.parametrize("docket", DEMO)
def test_feeds_of_the_demo_agree(docket: str) -> None:
    """What is cancelled is not compared; what was never set is missing."""
    feed = to_ical(DEMO[docket].case.agenda(), name="Feed")
    found = audit(from_ical(feed), [DEMO[docket]], LAW)
    assert {one.verdict for one in found if one.row} == {"agrees"}
    left = [one.why for one in found.not_compared if one.row is not None]
    assert set(left) <= {"it is cancelled"}


def test_another_program_s_calendar_is_known_by_its_words() -> None:
    """An hour in UTC is a day of the court; a series and what is cancelled are not."""
    calendar = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Acme//EN
BEGIN:VEVENT
UID:1@acme.test
DTSTART;VALUE=DATE:20260706
SUMMARY:Roe v. Acme - Answers to interrogatories due
END:VEVENT
BEGIN:VEVENT
UID:2@acme.test
DTSTART:20260707T063000Z
SUMMARY:Roe v. Acme: FRCP 34(b) response
END:VEVENT
BEGIN:VEVENT
UID:3@acme.test
DTSTART;VALUE=DATE:20260706
SUMMARY:Roe v. Acme - requests for admission
STATUS:CANCELLED
END:VEVENT
BEGIN:VEVENT
UID:4@acme.test
DTSTART;VALUE=DATE:20260706
RRULE:FREQ=DAILY
SUMMARY:Roe v. Acme - look
END:VEVENT
BEGIN:VEVENT
UID:5@acme.test
DTSTART:20260709T180000Z
SUMMARY:Roe v. Acme conference
END:VEVENT
END:VCALENDAR
"""
    found = audit(from_ical(calendar), [heard()], LAW)
    first, second = of_row(found, 1), of_row(found, 2)
    assert (first.verdict, second.verdict) == ("agrees", "agrees")
    assert [one.rule for one in first.of] == ["us/frcp/33(b)(2)"]
    assert [one.rule for one in second.of] == ["us/frcp/34(b)(2)(A)"]
    assert second.theirs == date(2026, 7, 6)
    assert second.how.startswith("the rule that its title cites")
    assert {one.row for one in found.not_compared if one.row} == {3, 4}
    missing = {one.of[0].rule for one in found.having("missing")}
    assert missing == {"us/frcp/36(a)(3)", "us/frcp/6(c)(1)", "us/frcp/6(c)(2)"}
    hearing = of_row(found, 5)
    assert (hearing.verdict, hearing.severity) == ("late", "critical")
    assert "another hour" in hearing.text


def test_columns_decide_before_words() -> None:
    """And where they name nothing, nothing else is tried."""
    good = {"case_id": "roe", "on": "2026-07-06", "title": "Whatever"}
    assert of_row(compared({**good, "rule": "us/frcp/33(b)(2)"})).verdict == "agrees"
    assert of_row(compared({**good, "rule": "Fed. R. Civ. P. 33(b)(2)"})).of
    for wrong in (
        {"rule": "us/frcp/33(b)(3)", "title": "Answers to interrogatories"},
        {"deadline_id": "nothing", "title": "Answers to interrogatories"},
        {"rule": "us/frcp/33(b)(2)", "owed_by": "doe"},
    ):
        found = of_row(compared({**good, **wrong}))
        assert (found.verdict, found.of) == ("no-rule-found", ())
    late = {"case_id": "roe", "on": "2026-07-10", "hearing_id": "conference"}
    assert of_row(compared(late, case=heard())).verdict == "late"


def test_several_that_could_be_meant_are_all_named() -> None:
    """Two sets of interrogatories; one entry that is the day of neither."""
    file = asked().record(
        served("again", REQUESTS, "roe", ["acme"], date(2026, 7, 1)),
        law=LAW,
        **BY,
    )
    row = {"case_id": "roe", "title": "Answers to interrogatories"}
    found = compared({**row, "on": "2026-07-10"}, case=file)
    one = of_row(found)
    assert (one.verdict, one.severity, one.ours) == ("which-of", "critical", None)
    assert [each.verdict for each in one.of] == ["late", "early"]
    assert [each.shown for each in one.of] == [date(2026, 7, 6), date(2026, 7, 31)]
    assert one.text.startswith("Which of 2 is meant?")
    # Early for both: one of them has no date all the same.
    one = of_row(compared({**row, "on": "2026-06-30"}, case=file))
    assert (one.verdict, one.severity) == ("which-of", "critical")
    assert "At least 1 of them has no date of its own." in one.text
    # The day of one of them: the other is missing.
    found = compared({**row, "on": "2026-07-31"}, case=file)
    assert of_row(found).verdict == "agrees"
    assert "of several the one of its day" in of_row(found).how
    missing = {(r.of[0].rule, r.ours) for r in found.having("missing")}
    assert ("us/frcp/33(b)(2)", date(2026, 7, 6)) in missing


def test_words_alone_do_not_make_an_early_day_the_deadline() -> None:
    """A day to begin with drafting: the deadline is missing, and told as such."""
    row = {"case_id": "roe", "on": "2026-06-26"}
    draft = {**row, "title": "Draft answers, objections to interrogatories"}
    found = compared(draft)
    one = of_row(found)
    assert (one.verdict, one.severity) == ("early", "advice")
    (missing,) = (
        r for r in found.having("missing") if r.of[0].rule == "us/frcp/33(b)(2)"
    )
    assert (missing.severity, missing.ours) == ("warning", date(2026, 7, 6))
    assert missing.text.endswith("an earlier date may be meant for it: row 1.")
    # By its rule or its whole title it is that deadline, only early.
    for said in (
        {"rule": "us/frcp/33(b)(2)"},
        {"title": "Answers and objections to interrogatories"},
    ):
        assert compared({**row, **said}).counts["missing"] == 2


def test_words_that_fit_several_of_a_day_say_not_which() -> None:
    """That day is entered, and for what is a question."""
    row = {"case_id": "roe", "on": "2026-07-06", "title": "Request"}
    found = compared(row)
    one = of_row(found)
    assert (one.verdict, one.severity) == ("which-of", "warning")
    assert [each.verdict for each in one.of] == ["agrees", "agrees"]
    assert [each.of[0].rule for each in found.having("missing")] == ["us/frcp/33(b)(2)"]


def test_a_day_alone_is_not_taken_for_a_deadline() -> None:
    """What is due that day is missing, and it is said that something is entered."""
    found = compared({"case_id": "roe", "on": "2026-07-06", "title": "Roe v. Acme"})
    assert of_row(found).verdict == "no-rule-found"
    missing = [one for one in found.having("missing") if one.ours == date(2026, 7, 6)]
    assert missing
    assert all("not what it is: row 1." in one.text for one in missing)


def test_a_day_before_which_nothing_may_be_done_is_missed_before_it() -> None:
    """A hearing of a motion: later is no harm, earlier is."""
    case = DEMO["epic-v-apple"]
    row = {"rule": "us/cand/civil-l-r/7-2(a)", "on": "2021-11-11"}
    found = of_row(compared(row, case=case))
    assert (found.verdict, found.severity) == ("early", "critical")
    found = of_row(compared({**row, "on": "2021-11-15"}, case=case))
    assert (found.verdict, found.severity) == ("late", "advice")


def test_a_method_that_nobody_recorded_is_a_reading() -> None:
    """Three days more are right if it was by mail."""
    file = opened().record(
        served(
            "ask",
            REQUESTS,
            "roe",
            ["acme"],
            date(2026, 6, 3),
            method=None,
        ),
        law=LAW,
        **BY,
    )
    row = {"rule": "us/frcp/33(b)(2)", "on": "2026-07-09"}
    found = of_row(compared(row, case=file))
    assert (found.verdict, found.severity) == ("right-under-a-reading", "critical")
    assert "mail" in found.text


def test_nothing_is_compared_before_a_day() -> None:
    """Of theirs and of ours; and it is told."""
    row = {"case_id": "roe", "on": "2026-07-06", "title": "Interrogatories"}
    found = compared(row, since=date(2026, 7, 7), case=heard())
    assert [one.verdict for one in found] == ["missing"]
    assert found.rows[0].of[0].noun == "hearing"
    whys = [one.why for one in found.not_compared]
    assert whys.count("it is before 2026-07-07") == 6
    # As of a day after, what is due before it is over, and is not looked for.
    found = compared(on=date(2026, 7, 8))
    assert "it is over" in {one.why for one in found.not_compared}


def test_a_row_says_its_case_or_is_not_compared() -> None:
    """By a column, by its title, or because only one was given."""
    cases = [asked(), DEMO["latham-v-dominicks"]]
    rows: list[dict[str, Any]] = [
        {"on": "2026-07-06", "title": "Answers to interrogatories"},
        {"on": "2026-07-06", "title": "Answers to interrogatories (Roe v. Acme)"},
        {"on": "2026-07-06", "title": "Roe v. Acme and 95 C 6968"},
        {"on": "2026-07-06", "case_id": "doe"},
        {"title": "No day", "case_id": "roe"},
        {"on": None},
    ]
    found = audit(rows, cases, LAW)
    assert of_row(found, 2).how.endswith("case by title, which names it")
    why = {one.row: one.why for one in found.not_compared if one.row is not None}
    assert why == {
        1: "it does not say of which case it is",
        3: "its title, which names it is that of several cases: roe, "
        "latham-v-dominicks",
        4: "no case with its case_id was given",
        5: "no day",
    }
    assert "the only one" in of_row(compared(rows[0])).how
    other = {"on": "2026-07-06", "title": "Doe v. Zeta: answers to interrogatories"}
    found = compared(other)
    assert found.not_compared[0].why == "its title names a case that was not given"
    assert found.counts["missing"] == 3


def test_the_deadlines_of_other_parties_are_looked_for_where_that_is_said() -> None:
    """Those of our clients otherwise; a date for others' is compared all the same."""
    file = asked().record(
        served("back", REQUESTS, "acme", ["roe"], date(2026, 6, 10)),
        law=LAW,
        **BY,
    )
    assert {r.of[0].owed_by for r in compared(case=file)} == {("acme",)}
    found = compared(case=file, for_={"roe": ["roe"]})
    assert {r.of[0].owed_by for r in found} == {("roe",)}
    row = {"rule": "us/frcp/33(b)(2)", "owed_by": "roe", "on": "2026-07-10"}
    assert of_row(compared(row, case=file)).verdict == "agrees"


def test_what_could_not_be_read_of_a_row_is_told() -> None:
    """It is compared by the rest."""
    row = {"on": "2026-07-06", "rule": "us/frcp/33(b)(2)", "problems": "SUMMARY"}
    assert of_row(compared(row)).how.endswith("not read of it: SUMMARY")


def test_dates_are_written_as_is_said() -> None:
    """As everywhere in rows."""
    row = {"on": "06.07.2026", "rule": "us/frcp/33(b)(2)"}
    assert of_row(compared(row, date_format="%d.%m.%Y")).verdict == "agrees"
    assert compared(row).not_compared[0].row == 1


def test_invariant_07_titles_are_for_whom_labels_admit() -> None:
    """Others get ids and days; the caller's own titles stay in the house."""
    file = asked()
    new = lc.schedule(file, LAW).new.events(on=date(2026, 6, 5))
    file = file.record(
        *new,
        m.DeadlineSet(
            deadline_id="plan",
            terms=m.DeadlineTerms(
                title=f"Settle {CANARY}",
                basis=m.Agreed(due=date(2026, 7, 1), authority="letter"),
                label=Label(audience="firm"),
            ),
            happened_on=date(2026, 6, 5),
        ),
        law=LAW,
        **BY,
    )
    rows = [
        {"deadline_id": "plan", "on": "2026-07-02", "title": f"Settle {CANARY}"},
        {"rule": "us/frcp/33(b)(2)", "on": "2026-07-06", "title": CANARY},
    ]
    for audience in ("public", "court", "party", "client"):
        found = audit(rows, [file], LAW, audience=audience)
        one = of_row(found)
        assert (one.verdict, one.title, one.of[0].title) == ("late", None, None)
        assert (one.because, one.explain()) == ((), "")
        assert of_row(found, 2).of[0].title is not None
        plan = f"Settle {CANARY}"
        for said in (str(found), found._repr_html_(), str(found.to_rows())):
            assert plan not in said
    odd = [{"on": f"call {CANARY}", "case_id": "roe"}]
    assert CANARY not in str(audit(odd, [file], LAW, audience="client").not_compared)
    assert CANARY in str(audit(odd, [file], LAW).not_compared)
    ours = audit(rows, [file], LAW)
    assert f"Settle {CANARY}" in str(ours.to_rows())
    assert CANARY not in repr(ours) + repr(ours.rows)
    assert CANARY not in "".join(one.text for one in ours.findings)


def test_it_reads_as_text_as_a_page_and_as_rows() -> None:
    """The worst first, and markup in a title is none."""
    row = {"case_id": "roe", "on": "2026-07-07", "rule": "us/frcp/33(b)(2)"}
    found = compared({**row, "title": "<b>Answer</b>"})
    assert str(found).startswith("Audit of a calendar: 1 late, 2 missing")
    assert "! Not looked for" not in str(found)
    html = found._repr_html_()
    assert "<b>Answer" not in html
    assert html.index(">late<") < html.index(">missing<")
    rows = found.to_rows()
    assert [one["verdict"] for one in rows] == ["late", *["missing"] * 2]
    assert rows[0]["ours"] == rows[0]["safe"] == "2026-07-06"
    assert rows[0]["of"] == ["us/frcp/33(b)(2)"]
    assert all(list(one) == list(rows[0]) for one in rows)
    assert set(found.counts) == set(AUDIT_VERDICTS)
    assert repr(found) == "<Audit: 1 late, 2 missing, in 1 case>"


def test_what_is_no_calendar_is_refused() -> None:
    """With what to pass instead."""
    with pytest.raises(InvalidTypeError, match="DictReader"):
        audit("on,title", [asked()], LAW)  # type: ignore[arg-type] # refused
    with pytest.raises(InvalidTypeError, match="Pass a list"):
        audit([], asked(), LAW)
    with pytest.raises(InvalidValueError, match="audience"):
        compared(audience="everybody")
    with pytest.raises(UnknownNameError, match="title"):
        compared(columns={"What": "titel"})
    with pytest.raises(InvalidTypeError, match="names by name"):
        compared(columns=["What"])
    with pytest.raises(InvalidTypeError, match="parties by id"):
        compared(for_=["acme"])
    with pytest.raises(UnknownNameError, match="roe"):
        compared(for_={"row": ["acme"]})
    with pytest.raises(InvalidTypeError, match="UUID"):
        compared(namespace="x")
    assert compared(7).not_compared[0].why.startswith("a mapping is wanted")  # type: ignore[arg-type] # told
