"""A claim on the fast track, from issue to the costs: each time is proposed."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

import legalcase as lc
import legalcase.model as m
from clerk_cases import (
    LAW,
    case,
    d,
    filed,
    hearing,
    judged,
    ordered,
    record,
    rows,
    served,
)

CPR = "gb-eaw/cpr/"
PD = "gb-eaw/pd28/"
BOTH = ("roe", "acme")
#: Days of 2026 on which the offices are closed, on weekdays, where a time here may end.
CLOSED = {"04-03", "04-06", "05-04", "05-25", "08-31"}


def until_open(day: date) -> str:
    """The day, or the next on which the office is open."""
    while day.weekday() > 4 or f"{day:%m-%d}" in CLOSED:
        day += timedelta(days=1)
    return str(day)


def issued() -> Any:
    """A claim issued on 12 January, served with its particulars on 2 February."""
    return record(
        case("gb-eaw/county-court", parties="roe:claimant acme:defendant"),
        filed("issue", "claim-form-issued", "01-12", by="roe"),
        served("cf", "claim-form-served particulars-served", "02-02", about="issue"),
    )


def defended() -> Any:
    """Acknowledged and defended; a track was proposed on 10 March."""
    return record(
        issued(),
        filed("aos", "acknowledgment-filed", "02-10", by="acme", about="cf"),
        filed("def", "answer-filed", "02-27", by="acme", about="cf"),
        served("npa", "proposed-allocation-served", "03-10", by="", on="roe acme"),
    )


def said(file: Any, **facts: str) -> Any:
    """The file with what is known of the track."""
    return record(
        file,
        *(
            m.FactEstablished(
                fact=fact.replace("_", "-"), answer=answer, happened_on=d("04-20")
            )
            for fact, answer in facts.items()
        ),
    )


def allocated(**facts: str) -> Any:
    """Allocated on 20 April, to be tried on 12 October."""
    return record(
        said(defended(), **facts),
        ordered("alloc", "allocation-notified", "04-20", about="npa"),
        hearing("trial", "10-12", "trial"),
    )


def test_a_claim_that_nobody_answers_is_stayed_in_six_months() -> None:
    """From the end of the time for the defence, be it acknowledged or not."""
    file = issued()
    names = "15.11(1)-unacknowledged", "15.11(1)-acknowledged"
    assert rows(file, *names) == {
        (CPR + names[0], "roe acme", "2026-08-16", "new"),
        (CPR + names[1], "roe acme", "2026-09-02", "pending"),
    }
    file = record(file, filed("aos", "acknowledgment-filed", "02-10", by="acme"))
    assert rows(file, *names) == {
        (CPR + names[0], "roe acme", "2026-08-16", "over"),
        (CPR + names[1], "roe acme", "2026-09-02", "new"),
    }


@pytest.mark.parametrize(
    ("word", "by"),
    [
        ("answer-filed", "acme"),
        ("admission-made", "acme"),
        ("default-judgment-requested", "roe"),
        ("summary-judgment-application-filed", "roe"),
    ],
)
def test_a_defence_an_admission_or_a_request_for_judgment_keeps_off_the_stay(
    word: str, by: str
) -> None:
    """Whoever of the parties does it (15.11(1)(b) and (c))."""
    file = record(issued(), filed("x", word, "02-27", by=by, about="cf"))
    ((*_, state),) = rows(file, "15.11(1)-unacknowledged")
    assert state == "met"


def test_the_questionnaire_waits_for_the_track() -> None:
    """Fourteen days or twenty-eight: it is asked, never chosen."""
    file = defended()
    names = "26.4(6)(b)(i)", "26.4(6)(b)(ii)", "/15.8"
    assert {row[3] for row in rows(file, *names, for_=BOTH)} == {"question"}
    late = until_open(d("03-10") + timedelta(days=28))
    assert rows(said(file, small_claims_track="no"), *names, for_=BOTH) == {
        *((CPR + "26.4(6)(b)(i)", who, "2026-03-24", "not-running") for who in BOTH),
        *((CPR + "26.4(6)(b)(ii)", who, late, "new") for who in BOTH),
        (CPR + "15.8", "roe", late, "new"),
    }
    early = said(file, small_claims_track="yes")
    found = {row[0]: row[2:] for row in rows(early, *names[:2])}
    assert found[CPR + "26.4(6)(b)(i)"] == ("2026-03-24", "new")
    assert found[CPR + "26.4(6)(b)(ii)"][1] == "not-running"


def test_a_questionnaire_meets_the_time_of_whoever_filed_it() -> None:
    """Each party owes its own; the reply to the defence is another paper."""
    word = "directions-questionnaire-filed"
    file = record(
        said(defended(), small_claims_track="no"),
        filed("dq", word, "04-02", by="acme", about="npa"),
    )
    found = rows(file, "26.4(6)(b)(ii)", for_=BOTH)
    assert {(who, state) for _, who, _, state in found} == {
        ("acme", "met"),
        ("roe", "new"),
    }
    file = record(file, filed("r", "defence-reply-filed", "04-02", by="roe"))
    assert {row[3] for row in rows(file, "/15.8", for_=BOTH)} == {"met"}


def test_the_typical_timetable_is_proposed_on_the_fast_track() -> None:
    """So many weeks from the notice of allocation, for each and for the court."""
    file = allocated(small_claims_track="no", fast_track="yes")
    start = d("04-20")
    weeks = {"disclosure": 4, "witness-statements": 10, "expert-reports": 14}
    expected = {
        (f"{PD}3.12-{name}", who, str(start + timedelta(weeks=count)), "new")
        for name, count in weeks.items()
        for who in BOTH
    }
    filing = until_open(start + timedelta(weeks=22))
    expected |= {(f"{PD}3.12-check-lists-filed", who, filing, "new") for who in BOTH}
    found = rows(file, for_=BOTH)
    assert expected <= found
    court = {row[0]: row[2] for row in found if row[0].startswith(PD) and not row[1]}
    assert court == {
        f"{PD}3.12-check-lists-sent": str(start + timedelta(weeks=20)),
        f"{PD}3.12-hearing": str(start + timedelta(weeks=30)),
    }
    back = str(d("10-12") - timedelta(weeks=8))
    assert {(CPR + "28.4(2)", who, back, "new") for who in BOTH} <= found


@pytest.mark.parametrize(
    ("answer", "state"), [("no", "not-running"), (None, "question")]
)
def test_the_typical_timetable_is_of_no_other_track(
    answer: str | None, state: str
) -> None:
    """Nobody is told to disclose in four weeks whose track is another."""
    file = allocated(**({} if answer is None else {"fast_track": answer}))
    found = {row[3] for row in rows(file, for_=BOTH) if row[0].startswith(PD)}
    assert found == {state}


def test_each_of_them_says_that_the_order_governs() -> None:
    """It is what a court usually directs, and nobody read that it still does."""
    file = allocated(fast_track="yes")
    found = [r for r in lc.schedule(file, LAW).rows if r.rule.startswith(PD)]
    assert found
    for row in found:
        assert row.computation is not None
        texts = [str(notice) for notice in row.computation.notices]
        assert any("the order govern" in text for text in texts), row.rule
        assert any("memory" in text for text in texts), row.rule


def test_after_judgment_there_are_payment_and_costs() -> None:
    """Fourteen days to pay, three months to commence, twenty-one days to dispute."""
    file = record(
        allocated(fast_track="yes"),
        judged("j", "10-14"),
        served("n", "notice-of-commencement-served", "10-20", about="j"),
    )
    found = rows(file, for_=BOTH)
    assert {
        *((CPR + "40.11", who, "2026-10-28", "new") for who in BOTH),
        (CPR + "47.7", "roe", "2027-01-14", "met"),
        (CPR + "47.9(2)", "acme", "2026-11-10", "new"),
    } <= found
    assert {row[3] for row in found if row[0] == CPR + "47.14(1)"} <= {"not-running"}
    file = record(
        file,
        served(
            "pod", "points-of-dispute-served", "10-30", by="acme", on="roe", about="n"
        ),
    )
    found = rows(file, for_=BOTH)
    assert (CPR + "47.9(2)", "acme", "2026-11-10", "met") in found
    assert (CPR + "47.13(2)", "roe", "2026-11-20", "new") in found
    assert (CPR + "47.14(1)", "roe", "2027-04-14", "new") in found


def test_an_accepted_offer_is_paid_by_the_defendant_whoever_made_it() -> None:
    """The sum goes to the claimant (36.14(6)), and costs can be assessed."""
    for by, on in (("roe", "acme"), ("acme", "roe")):
        file = record(
            defended(), served("acc", "offer-accepted", "06-05", by=by, on=on)
        )
        found = rows(file, "36.14(6)", for_=BOTH)
        assert found == {(CPR + "36.14(6)", "acme", "2026-06-19", "new")}
        costs = rows(file, "47.7-part-36", for_=BOTH)
        assert {row[2] for row in costs} == {"2026-09-05"}


def test_the_letter_before_claim_is_answered_in_a_reasonable_time() -> None:
    """Fourteen days on the agenda, and three months where it is very complex."""
    word = "gb-eaw/pre-action/6(b)"
    answer = lc.compute(word, after=d("06-05"))
    assert (answer.due, answer.safe) == (d("06-19"), d("06-19"))
    facts = {"very-complex-dispute": "yes"}
    assert lc.compute(word, after=d("06-05"), facts=facts).due == d("09-05")


def test_a_disclosure_report_is_of_the_tracks_above_the_fast_one() -> None:
    """Fourteen clear days before the first conference (31.5(2) and (3))."""
    for answer, state in (("no", "new"), ("yes", "not-running")):
        file = record(
            allocated(small_claims_track="no", fast_track=answer),
            hearing("cmc", "06-16", "case-management-conference"),
        )
        assert rows(file, "31.5(3)", for_=BOTH) == {
            (CPR + "31.5(3)", who, "2026-06-01", state) for who in BOTH
        }
