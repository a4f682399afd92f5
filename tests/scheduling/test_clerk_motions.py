"""A clerk's docket of requests, hearings and judgments: each counted by hand."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

import legalcase as lc
import legalcase.model as m
from clerk_cases import (
    LAW,
    back,
    case,
    court_days_back,
    d,
    due,
    filed,
    hearing,
    judged,
    mail,
    ordered,
    record,
    rows,
    served,
    set_all,
)
from schedule_cases import REQUESTS, ref

ALL = ("roe", "acme", "doe")
#: What the parties have to do before a case management conference in California.
CONFERENCE = ("us-ca/crc-trial/3.724", "us-ca/crc-trial/3.725(a)")
REQUEST = REQUESTS
RESPONSE = "discovery-response-served"
ASKED = ("33(b)(2)", "34(b)(2)(A)", "36(a)(3)")


def closed(place: str, day: str) -> lc.Law:
    """The law, with a day on which the courts of a place are closed."""
    flood = lc.Closure(
        on=d(day),
        name="flood",
        kind="legal-holiday",
        authority=lc.Authority(cite="Gen. Order 14"),
    )
    return LAW.with_closures({place: [flood]})


def test_requests_of_several_parties_each_with_its_method() -> None:
    """Each request is its own; a response says to which it is, or the rows ask."""
    file = record(
        case(),
        served("r1", REQUEST, "06-03", how="mail"),
        served("r2", REQUEST, "06-10", by="doe"),
        served("r3", REQUEST, "06-10", by="acme", on="roe doe"),
    )
    expected = {
        (f"us/frcp/{rule}", who, str(day), "new")
        for rule in ASKED
        for who, day in (
            ("acme", mail("06-03", 30)),
            ("acme", due("06-10", 30)),
            ("roe", due("06-10", 30)),
            ("doe", due("06-10", 30)),
        )
    }
    assert rows(file, *ASKED) == expected
    unsaid = record(file, served("a", RESPONSE, "06-20", by="acme", on="roe"))
    assert {row[3] for row in rows(unsaid, *ASKED)} == {"new"}
    said = record(file, served("a", RESPONSE, "06-20", by="acme", on="roe", about="r1"))
    assert {row[2] for row in rows(said, *ASKED) if row[3] == "met"} == {
        str(mail("06-03", 30))
    }


@pytest.mark.parametrize(
    ("day", "moves_to"),
    [
        ("06-03", None),  # the day of service
        ("06-10", None),  # in between, where every day counts
        ("07-02", None),  # the day before the last, which is a Friday and a holiday
        ("07-06", "07-07"),  # the day itself
        ("07-07", None),  # the day after
    ],
)
def test_a_closure_moves_what_ends_on_it_alone(day: str, moves_to: str | None) -> None:
    """Thirty days from 3 June end on the observed Independence Day, so on Monday."""
    file = set_all(record(case(), served("r", REQUEST, "06-03")))
    moved = lc.reschedule(file, closed("us", day)).moved
    assert {str(one.after.shown) for one in moved} == (
        {str(d(moves_to))} if moves_to else set()
    )
    many = lc.reschedule([file], closed("us", day)).moved
    assert {one.deadline_id for one in many} == {one.deadline_id for one in moved}


def summary_judgment(*, on: str = "acme doe") -> Any:
    """A motion for summary judgment in Los Angeles, to be heard on 15 July 2026."""
    words = "motion-served summary-judgment-motion-filed"
    return record(
        case("us-ca/lasc"),
        served("msj", words, "03-20", on=on),
        hearing("h", "07-15", about="msj"),
    )


def of_the_hearing(day: str) -> set[tuple[str, str, str]]:
    """What the texts since 2025 give, counted back from a day."""
    ccp = "us-ca/ccp/"
    return {
        *((f"{ccp}437c(b)(2)", who, str(back(day, 20))) for who in ("acme", "doe")),
        (f"{ccp}437c(b)(4)", "roe", str(back(day, 11))),
    }


def of_another_motion(day: str) -> set[tuple[str, str, str]]:
    """What section 1005(b) gives of a motion that is none for summary judgment."""
    ccp = "us-ca/ccp/1005(b)"
    return {
        *(
            (f"{ccp}-opposition", who, str(court_days_back(day, 9)))
            for who in ("acme", "doe")
        ),
        (f"{ccp}-reply", "roe", str(court_days_back(day, 5))),
    }


def another_motion(words: str = "motion-served", about: str = "m") -> Any:
    """A motion in Los Angeles, to be heard on 15 July 2026."""
    return record(
        case("us-ca/lasc"),
        served("m", words, "03-20", on="acme doe"),
        hearing("h", "07-15", about=about),
    )


@pytest.mark.parametrize("words", ["motion-served", "compel-motion-served"])
def test_another_motion_than_for_summary_judgment(words: str) -> None:
    """Section 1005(b) alone; where nobody said which motion it is, that is told."""
    file = another_motion(words)
    assert {row[:3] for row in rows(file, for_=ALL)} >= of_another_motion("07-15")
    found = lc.schedule(file, LAW, for_=ALL)
    assert not [row for row in found if "437c" in row.rule]
    told = [one for one in found.notices if one.code == "kind-taken"]
    assert [one.of for one in told] == ([("event:m",)] if "compel" not in words else [])
    assert all("summary-judgment-motion-served" in one.text for one in told)


def test_a_hearing_of_nobody_knows_what_is_a_question() -> None:
    """Both sets of dates are asked about, and say what to record; none is proposed."""
    file = another_motion(about="")
    found = lc.schedule(file, LAW, for_=ALL)
    asked = {row.rule.rpartition("/")[2]: row for row in found}
    named = {"1005(b)-moving", "1005(b)-opposition", "1005(b)-reply"}
    named |= {"437c(a)(2)", "437c(b)(2)", "437c(b)(4)"}
    assert named <= set(asked)
    for name in named:
        assert asked[name].state == "question"
        said = " ".join(asked[name].questions)
        assert "summary-judgment-motion-served" in said
        assert "hearing:h" in said
    assert not named & {row.rule.rpartition("/")[2] for row in found.new}


def test_a_hearing_of_two_motions_has_the_times_of_both() -> None:
    """A motion for summary judgment, and one to seal, on one day."""
    file = record(
        summary_judgment(),
        served("seal", "motion-served", "03-21", on="acme doe"),
    )
    file = record(
        file,
        m.HearingSet(
            hearing_id="both",
            title="Two motions",
            hearing_at=datetime(2026, 8, 12, 17, tzinfo=UTC),
            about=(ref("msj"), ref("seal")),
            happened_on=d("03-22"),
        ),
    )
    of = {
        row.rule.rpartition("/")[2]
        for row in lc.schedule(file, LAW, for_=ALL)
        if "hearing:both" in {str(one.of) for one in row.anchors}
    }
    assert {"1005(b)-opposition", "437c(b)(2)"} <= of


@pytest.mark.parametrize("kind", ["status", "case-management", "settlement-conference"])
def test_a_conference_has_no_motion_papers(kind: str) -> None:
    """What is no hearing of a motion starts none of these times."""
    for court in ("us-ca/lasc", "us/cand"):
        event = m.HearingSet.of_kind(
            kind,
            LAW,
            hearing_id="c",
            title="Conference",
            hearing_at=datetime(2026, 7, 15, 17, tzinfo=UTC),
            happened_on=d("03-22"),
        )
        found = lc.schedule(record(case(court), event), LAW, for_=ALL)
        rules = {row.rule for row in (*found.rows, *found.others)}
        assert not {rule for rule in rules if not rule.startswith(CONFERENCE)}


def test_a_federal_motion_hearing_asks_for_its_motion() -> None:
    """Rule 6(c)(1): of any motion; a hearing that names none is asked about."""
    file = record(case(), hearing("h", "07-15"))
    assert {row[3] for row in rows(file, "6(c)(1)", for_=ALL)} == {"question"}
    file = record(case(), served("m", "rule-12-motion-served", "03-20"))
    file = record(file, hearing("h", "07-15", about="m"))
    assert {row[:3] for row in rows(file, "6(c)(1)", for_=ALL)} == {
        ("us/frcp/6(c)(1)", "roe", str(back("07-15", 14)))
    }


def confirmed(file: Any) -> Any:
    """The file with all deadlines confirmed."""
    for one in tuple(file.case.deadlines):
        yes = m.DeadlineConfirmed(
            deadline_id=one.deadline_id, confirmed_by="A", happened_on=d("06-01")
        )
        file = record(file, yes)
    return file


def put_off(file: Any, day: str | None) -> Any:
    """The file, its hearing continued."""
    to_at = (
        None
        if day is None
        else datetime.combine(d(day), datetime.min.time(), UTC).replace(hour=17)
    )
    return record(
        file, m.HearingContinued(hearing_id="h", to_at=to_at, happened_on=d("06-10"))
    )


def test_summary_judgment_in_california_continued_twice_and_vacated() -> None:
    """Each setting moves all; without a date nothing moves; vacated, all falls."""
    file = summary_judgment()
    found = {row[:3] for row in rows(file, for_=ALL) if row[3] == "new"}
    assert found == of_the_hearing("07-15")
    file = confirmed(set_all(file, for_=ALL))
    for day in ("10-29", "11-12"):
        file = put_off(file, day)
        diff = lc.reschedule(file, LAW, for_=ALL)
        assert {
            (one.subject, *one.owed_by, str(one.after.shown)) for one in diff.to_review
        } == of_the_hearing(day)
        file = record(file, *diff.events())
        assert lc.reschedule(file, LAW, for_=ALL).is_empty
    file = put_off(file, None)
    diff = lc.reschedule(file, LAW, for_=ALL)
    assert diff.is_empty
    assert len(diff.pinned) == len(of_the_hearing("11-12"))
    file = record(file, m.HearingVacated(hearing_id="h", happened_on=d("06-12")))
    diff = lc.reschedule(file, LAW, for_=ALL)
    assert len(diff.void) == len(of_the_hearing("11-12"))
    file = record(file, *diff.events())
    assert lc.reschedule(file, LAW, for_=ALL).is_empty
    assert rows(file, for_=ALL) == set()


def test_a_motion_that_missed_one_opponent_was_not_served() -> None:
    """Notice goes to all other parties to the action (section 437c(a)(2))."""
    file = summary_judgment(on="acme")
    row = lc.schedule(file, LAW, for_="roe").of_rule("us-ca/ccp/437c(a)(2)")[0]
    assert row.state == "new"
    assert any("doe" in question for question in row.questions)


@pytest.mark.parametrize(
    ("hearing_on", "opposition", "reply"),
    [
        ("2024-07-15", "2024-07-01", "2024-07-10"),
        ("2025-07-15", "2025-06-25", "2025-07-03"),
    ],
)
def test_summary_judgment_before_and_after_its_amendment(
    hearing_on: str, opposition: str, reply: str
) -> None:
    """Fourteen and five days until 2024, twenty and eleven since; 4 July goes back."""
    file = record(
        case("us-ca/lasc"),
        served("msj", "summary-judgment-motion-served", "03-20"),
        hearing("h", hearing_on, about="msj"),
    )
    found = {row[:3] for row in rows(file, "437c(b)(2)", "437c(b)(4)", for_=ALL)}
    assert {(rule[-9:], day) for rule, _, day in found} == {
        ("437c(b)(2)"[-9:], opposition),
        ("437c(b)(4)"[-9:], reply),
    }


@pytest.mark.parametrize(
    ("day", "opposition"),
    [("07-01", 10), ("07-08", 10), ("06-30", 9), ("07-15", 9), ("07-03", 9)],
)
def test_a_closure_in_the_middle_of_a_count_of_court_days(
    day: str, opposition: int
) -> None:
    """One court day less means one more to count; a day that was closed is none."""
    file = set_all(another_motion(), for_=ALL)
    moved = {
        str(one.after.shown)
        for one in lc.reschedule(file, closed("us-ca", day)).moved
        if one.subject == "us-ca/ccp/1005(b)-opposition"
    }
    before = court_days_back("07-15", 9)
    after = court_days_back("07-15", opposition)
    assert moved == ({str(after)} if after != before else set())


def test_time_to_appeal_in_california_runs_for_whoever_served_notice_too() -> None:
    """The party that "serves or is served" (rule 8.104(a)(1)(B)); not a third one."""
    file = record(
        case("us-ca/lasc"),
        judged("j", "04-03"),
        served(
            "n", "notice-of-entry-served-by-party", "04-10", "acme", "roe", about="j"
        ),
    )
    found = {row[1]: row[2] for row in rows(file, "8.104(a)(1)", for_=ALL)}
    assert (found["acme"], found["roe"]) == (str(due("04-10", 60)),) * 2
    assert found["doe"] == str(due("04-03", 180))


def test_a_judgment_a_motion_and_its_ruling() -> None:
    """Time to appeal begins anew from the order; it stands still until there is one."""
    fact = m.FactEstablished(
        fact="united-states-is-a-party", answer="no", happened_on=d("04-03")
    )
    listed = m.FactEstablished(
        fact="tolling-motion-listed", answer="yes", happened_on=d("04-03")
    )
    file = record(case(), fact, listed, judged("j", "04-03"))
    appeal = "us/frap/4(a)(1)(A)"
    assert rows(file, appeal) == {(appeal, "acme", str(due("04-03", 30)), "new")}
    words = "alter-judgment-motion-filed tolling-motion-filed"
    file = set_all(file)
    file = record(file, filed("t", words, "04-20", by="roe", about="j"))
    row = lc.schedule(file, LAW).of_rule(appeal)[0]
    assert row.shown is None
    file = record(file, ordered("o", "tolling-motion-decided", "06-10", about="t"))
    diff = lc.reschedule(file, LAW)
    assert {str(one.after.shown) for one in diff.moved if one.subject == appeal} == {
        str(due("06-10", 30))
    }
    file = record(file, *diff.events())
    assert lc.reschedule(file, LAW).is_empty


def test_a_late_motion_stops_nothing() -> None:
    """Filed on the twenty-ninth day, it leaves the time to appeal where it is."""
    file = record(
        case(),
        judged("j", "04-03"),
        filed("t", "tolling-motion-filed", "05-04", by="roe", about="j"),
        ordered("o", "tolling-motion-decided", "06-10", about="t"),
    )
    appeal = "us/frap/4(a)(1)(A)"
    assert {row[2] for row in rows(file, appeal)} == {str(due("04-03", 30))}


def test_a_cross_appeal_has_fourteen_days_from_each_first_notice() -> None:
    """Or what remains, if that is later; whoever appealed has none to make."""
    file = record(
        case(),
        judged("j", "04-03"),
        filed("n", "notice-of-appeal-filed", "05-01", by="roe", about="j"),
    )
    assert {row[1:3] for row in rows(file, "4(a)(3)", for_=ALL)} == {
        ("acme", str(due("05-01", 14))),
        ("doe", str(due("05-01", 14))),
    }


def test_a_stay_of_an_english_claim_form_and_its_lifting() -> None:
    """The thirty days of the stay do not count, and what was set goes to review."""
    parties = "roe:claimant acme:defendant"
    file = set_all(
        record(
            case("gb-eaw/high-court", client="roe", parties=parties),
            m.FactEstablished(
                fact="claim-form-served-out", answer="yes", happened_on=d("03-05")
            ),
            filed("i", "claim-form-issued", "03-05", by="roe"),
        )
    )
    file = record(file, m.CaseStayed(ground="mediation", happened_on=d("04-01")))
    assert {row[3] for row in rows(file)} == {"not-running"}
    file = record(file, m.CaseReactivated(happened_on=d("05-01")))
    diff = lc.reschedule(file, LAW)
    assert {(one.subject, str(one.after.shown)) for one in diff.moved} == {
        ("gb-eaw/cpr/7.5(1)", "2026-08-04"),
        ("gb-eaw/cpr/7.5(2)", "2026-10-05"),
    }
    assert lc.reschedule(record(file, *diff.events()), LAW).is_empty


def test_a_thousand_cases_and_three_hundred_entries() -> None:
    """What a closure cannot touch is not computed; a long docket is not dropped."""
    file = case()
    entries = [
        served(f"e{number}", REQUEST, f"0{4 + number % 3}-{1 + number % 28:02}")
        for number in range(300)
    ]
    file = record(file, *entries)
    assert len(lc.schedule(file, LAW).of_rule("us/frcp/33(b)(2)")) == 300
    one = set_all(record(case(), served("r", REQUEST, "06-03")))
    assert lc.reschedule([one] * 1000, closed("us", "09-01")) == ()


def test_recording_what_was_recorded_is_refused_and_proposed_no_more() -> None:
    """The same rows have the same ids: nothing is there twice."""
    file = record(case(), served("r", REQUEST, "06-03"))
    events = lc.schedule(file, LAW).new.events(on=d("10-01"))
    once = record(file, *events)
    assert lc.schedule(once, LAW).new == ()
    with pytest.raises(lc.LegalCaseError):
        record(once, *events)


def test_the_same_paper_served_twice_starts_two_times() -> None:
    """Neither is dropped, and both are told apart by their events."""
    twice = [
        served(name, "summons-served", "04-03", how="personal") for name in ("s", "t")
    ]
    found = lc.schedule(record(case(), *twice), LAW).of_rule("us/frcp/12(a)(1)(A)(i)")
    assert len({row.identity for row in found}) == 2
