"""A clerk's docket up to the answers: who owes what, when, and what meets it."""

from __future__ import annotations

from typing import Any

import pytest

import legalcase as lc
import legalcase.model as m
from clerk_cases import (
    LAW,
    case,
    d,
    due,
    filed,
    mail,
    ordered,
    record,
    rows,
    served,
    set_all,
)
from legalcase.model.deadlines.basis import Ordered
from schedule_cases import ref

ANSWER = "us/frcp/12(a)(1)(A)(i)"
SUMMONS = served("s", "summons-served", "04-03", how="personal")
BOTH = served("s", "summons-served", "04-03", on="acme doe", how="personal")


def test_two_defendants_served_on_different_days_by_different_methods() -> None:
    """Each has a time of its own; process is never lengthened by its method."""
    file = record(
        case(), SUMMONS, served("s2", "summons-served", "04-20", on="doe", how="mail")
    )
    assert rows(file, "12(a)(1)(A)(i)", "1446(b)(1)") == {
        (ANSWER, "acme", str(due("04-03", 21)), "new"),
        (ANSWER, "doe", str(due("04-20", 21)), "new"),
    }


def test_the_time_to_serve_runs_until_the_last_defendant_was_served() -> None:
    """Rule 4(m) dismisses as to each defendant who was not served."""
    filing = filed("c", "complaint-filed", "03-05", by="roe")
    file = record(case(client="roe"), filing, SUMMONS)
    last = str(due("03-05", 90))
    assert rows(file, "4(m)") == {("us/frcp/4(m)", "roe", last, "new")}
    row = lc.schedule(file, LAW).of_rule("us/frcp/4(m)")[0]
    assert any("doe" in question for question in row.questions)
    file = record(file, served("s2", "summons-served", "04-20", on="doe"))
    row = lc.schedule(file, LAW).of_rule("us/frcp/4(m)")[0]
    assert row.state == "met"
    assert row.done is not None
    assert (row.done.on, row.questions) == (d("04-20"), ())


def test_the_last_defendant_served_late_makes_the_time_to_serve_late() -> None:
    """The verdict is that of the last service, not of the first."""
    filing = filed("c", "complaint-filed", "03-05", by="roe")
    late = served("s2", "summons-served", "06-20", on="doe")
    row = lc.schedule(record(case(client="roe"), filing, SUMMONS, late), LAW)
    done = row.of_rule("us/frcp/4(m)")[0].done
    assert done is not None
    assert done.verdict == "late"


def test_a_waiver_that_says_of_which_request_it_is_counts_for_its_defendant() -> None:
    """One waived, one was served: the time to serve is met as to both."""
    file = record(
        case(client="roe"),
        filed("c", "complaint-filed", "03-05", by="roe"),
        served("w", "waiver-request-sent", "03-10", on="acme"),
        filed("wf", "waiver-of-service-filed", "04-01", by="roe", about="w"),
    )
    assert next(iter(rows(file, "4(m)")))[3] == "new"
    file = record(file, served("s2", "summons-served", "04-20", on="doe"))
    assert next(iter(rows(file, "4(m)")))[3] == "met"


def test_service_waived_gives_sixty_days_from_the_request() -> None:
    """And none of those of a summons that nobody served."""
    file = record(case(), served("w", "waiver-request-sent", "04-03"))
    assert rows(file) == {
        ("us/frcp/12(a)(1)(A)(ii)", "acme", str(due("04-03", 60)), "new"),
        # The waiver itself: thirty days end on Sunday, 3 May.
        ("us/frcp/4(d)(1)(F)", "acme", str(due("04-03", 30)), "new"),
    }


@pytest.mark.parametrize("first", ["waiver-request-sent", None])
def test_an_amended_complaint_without_a_summons_on_the_docket_is_due(
    first: str | None,
) -> None:
    """Nothing of the first time remains that the case knows: fourteen days are due."""
    file = case()
    if first is not None:
        file = record(file, served("w", first, "04-03"))
    file = record(file, served("a", "amended-pleading-served", "05-28"))
    assert rows(file, "15(a)(3)") == {
        ("us/frcp/15(a)(3)", "acme", str(due("05-28", 14)), "new")
    }


@pytest.mark.parametrize(("day", "end"), [("04-06", ("04-03", 21)), ("04-20", None)])
def test_an_amended_complaint_while_the_answer_runs(day: str, end: Any) -> None:
    """The later of what remains and of fourteen days."""
    file = record(case(), SUMMONS, served("a", "amended-pleading-served", day))
    expected = due(*end) if end else due(day, 14)
    assert rows(file, "15(a)(3)") == {
        ("us/frcp/15(a)(3)", "acme", str(expected), "new")
    }


def test_the_response_to_a_second_amended_complaint_was_not_declined() -> None:
    """Who declined that to the first has said nothing of the second."""
    file = record(
        case(), SUMMONS, served("a", "amended-pleading-served", "04-20", about="s")
    )
    row = lc.schedule(file, LAW).of_rule("us/frcp/15(a)(3)")[0]
    no = m.ProposalDeclined(
        rule=row.rule,
        anchors=row.anchors,
        owed_by=row.owed_by,
        ground="Superseded.",
        happened_on=d("04-28"),
    )
    again = served("a2", "amended-pleading-served", "04-28", about="s")
    assert rows(record(file, no, again), "15(a)(3)") == {
        ("us/frcp/15(a)(3)", "acme", str(due("04-20", 14)), "declined"),
        ("us/frcp/15(a)(3)", "acme", str(due("04-28", 14)), "new"),
    }


def test_counterclaim_crossclaim_and_third_party() -> None:
    """One paper starts what each of its words starts, for those whom it reaches."""
    parties = "roe:plaintiff acme:defendant doe:defendant tom:third-party-defendant"
    words = "answer-served own-answer-served counterclaim-served"
    file = record(
        case(parties=parties),
        SUMMONS,
        served("a", words, "04-20", by="acme", on="roe", about="s"),
        served("x", "counterclaim-served", "04-22", by="acme", on="doe", how="mail"),
        served("t", "summons-served", "05-01", by="acme", on="tom", how="personal"),
    )
    assert rows(file, "12(a)(1)(A)(i)", "12(a)(1)(B)", "14(a)(1)") == {
        (ANSWER, "acme", str(due("04-03", 21)), "met"),
        (ANSWER, "tom", str(due("05-01", 21)), "new"),
        ("us/frcp/12(a)(1)(B)", "roe", str(due("04-20", 21)), "new"),
        ("us/frcp/12(a)(1)(B)", "doe", str(mail("04-22", 21)), "new"),
        ("us/frcp/14(a)(1)", "acme", str(due("04-20", 14)), "new"),
    }


def test_a_rule_12_motion_helps_who_made_it_and_its_ruling_starts_the_answer() -> None:
    """The other defendant's time runs on; notice about nothing is a question."""
    file = record(
        case(),
        BOTH,
        served("m", "rule-12-motion-served", "04-20", by="acme", on="roe", about="s"),
        ordered("o", "court-action-noticed", "06-18", about="m"),
    )
    assert rows(file, "12(a)(1)(A)(i)", "12(a)(4)(A)") == {
        (ANSWER, "acme", str(due("04-03", 21)), "met"),
        (ANSWER, "doe", str(due("04-03", 21)), "new"),
        ("us/frcp/12(a)(4)(A)", "acme", str(due("06-18", 14)), "new"),
    }
    file = record(file, ordered("o2", "court-action-noticed", "06-22"))
    end = str(due("06-22", 14))
    assert ("us/frcp/12(a)(4)(A)", "", end, "question") in rows(file, "12(a)(4)(A)")


def test_what_two_owe_together_is_met_when_both_answered() -> None:
    """One deadline set by hand for two defendants: one answer does not end it."""
    law_says = LAW.compute(ANSWER, after=d("04-03"), court="us/cand")
    terms = m.DeadlineTerms.of_rule(
        LAW.deadline(ANSWER), law_says, owed_by=("acme", "doe")
    )
    both = m.DeadlineSet(deadline_id="both", terms=terms, happened_on=d("04-03"))
    one = served("a", "answer-served", "04-20", by="acme", on="roe", about="s")
    file = record(case(), BOTH, both, one)
    assert lc.schedule(file, LAW).met_events() == ()
    states = {(row[1], row[3]) for row in rows(file, ANSWER)}
    assert states == {("acme", "met"), ("doe", "set")}
    by_hand = m.DeadlineMet(
        deadline_id="both",
        met_by="acme",
        by_event=ref("a"),
        happened_on=d("04-20"),
    )
    states = {(row[1], row[3]) for row in rows(record(file, by_hand), ANSWER)}
    assert states == {("acme", "met"), ("doe", "question")}
    other = served("b", "answer-served", "04-22", by="doe", on="roe", about="s")
    file = record(file, other)
    (event,) = lc.schedule(file, LAW).met_events()
    assert (event.deadline_id, event.happened_on) == ("both", d("04-22"))
    file = record(file, event)
    assert {row[3] for row in rows(file, ANSWER)} == {"met"}
    assert lc.schedule(file, LAW).met_events() == ()


def test_what_was_done_within_an_extension_is_in_time() -> None:
    """The day of the extension judges, on the row as in the case."""
    file = set_all(record(case(), SUMMONS, ordered("o", "order-served", "04-15")))
    name = str(lc.schedule(file, LAW).of_rule(ANSWER)[0].deadline_id)
    order = m.DeadlineExtended(
        deadline_id=name,
        successor_id="longer",
        basis=Ordered(due=d("05-29"), order=ref("o")),
        order=ref("o"),
        happened_on=d("04-15"),
    )
    answer = served("a", "answer-served", "05-20", by="acme", on="roe", about="s")
    file = record(file, order, answer)
    row = lc.schedule(file, LAW).of_rule(ANSWER)[0]
    assert row.done is not None
    assert (row.state, str(row.shown), row.done.verdict) == (
        "met",
        "2026-05-29",
        "in-time",
    )
    file = record(file, *lc.schedule(file, LAW).met_events())
    assert lc.reschedule(file, LAW).is_empty


def test_a_struck_answer_leaves_the_time_open() -> None:
    """What it had met is due again, on the day on which it was."""
    file = set_all(record(case(), SUMMONS))
    answer = served("a", "answer-served", "04-20", by="acme", on="roe", about="s")
    file = record(file, answer)
    file = record(file, *lc.schedule(file, LAW).met_events())
    assert next(iter(rows(file, ANSWER)))[3] == "met"
    file = record(file, m.EntryStruck(entry_id="a", happened_on=d("05-10")))
    assert rows(file, ANSWER) == {(ANSWER, "acme", str(due("04-03", 21)), "set")}


def test_another_partys_answer_meets_nothing_of_ours() -> None:
    """By whom it is decides, and where nobody said, the row asks."""
    answer = served("a", "answer-served", "04-20", by="doe", on="roe")
    file = record(case(), BOTH, answer)
    assert {(r[1], r[3]) for r in rows(file, ANSWER)} == {
        ("acme", "new"),
        ("doe", "met"),
    }
    unsaid = record(case(), SUMMONS, filed("a", "answer-served", "04-20"))
    row = lc.schedule(unsaid, LAW).of_rule(ANSWER)[0]
    assert row.state == "new"
    assert any(question.startswith("Does this meet it") for question in row.questions)


def test_nobody_said_by_and_on_whom() -> None:
    """It is a question with all parties, never a guess, and never nothing."""
    file = record(case(), served("s", "summons-served", "04-03", by="", on=""))
    assert rows(file, ANSWER) == {(ANSWER, "", str(due("04-03", 21)), "question")}
    assert lc.schedule(file, LAW).of_rule(ANSWER)[0].which == ("roe", "acme", "doe")


def test_a_removed_case_takes_the_later_of_two_times_and_asks_of_the_state_ones() -> (
    None
):
    """Seven days from removal against what remains; the state's times are told of."""
    words = "summons-served complaint-served"
    file = set_all(
        record(case("us-ca/lasc"), served("s", words, "06-12", how="personal"))
    )
    file = record(
        file,
        m.CaseTransferred(court="us/cand", number="2", happened_on=d("06-30")),
        filed("r", "notice-of-removal-filed", "06-30", by="acme"),
    )
    later = max(due("06-12", 21), due("06-30", 7))
    assert rows(file, "81(c)(2)") == {
        ("us/frcp/81(c)(2)", "acme", str(later), "new"),
    }
    diff = lc.reschedule(file, LAW)
    # To answer, to demur, and the two motions to strike.
    assert len(diff.pinned) == 4
    for one in diff.pinned:
        assert one.reason.startswith("counted for us-ca/lasc, and the case is in us/ca")


@pytest.mark.parametrize(
    ("court", "codes"),
    [
        (None, {"no-court"}),
        ("zz/none", {"court-unknown"}),
        ("us/zzz", {"court-unknown"}),
    ],
)
def test_a_case_whose_court_is_not_known_says_so(
    court: str | None, codes: set[str]
) -> None:
    """Nothing is silent: where no deadline can be listed, a notice tells why."""
    found = lc.schedule(record(case(court), SUMMONS), LAW)
    assert {one.code for one in found.notices} == codes
    assert bool(found.rows) == (court == "us/zzz")


def test_the_united_states_as_a_defendant_has_sixty_days() -> None:
    """A fact of the case decides, for the party of which it was established."""
    fact = m.FactEstablished(
        fact="defendant-is-the-united-states",
        answer="yes",
        of=("acme",),
        happened_on=d("04-03"),
    )
    file = record(case(), fact, BOTH)
    assert rows(file, ANSWER) == {
        (ANSWER, "acme", str(due("04-03", 60)), "new"),
        (ANSWER, "doe", str(due("04-03", 21)), "new"),
    }


def test_a_party_that_left_owes_nothing_and_the_other_stays() -> None:
    """Its deadlines fall with a reason; those of the other do not move."""
    file = set_all(record(case(), BOTH), for_=("acme", "doe"))
    file = record(file, m.PartyLeft(party_id="doe", happened_on=d("04-10")))
    diff = lc.reschedule(file, LAW)
    assert len(diff.void) == 1
    assert {one.because for one in diff.void} == {("doe takes no part any more",)}
    assert lc.reschedule(record(file, *diff.events()), LAW).is_empty


def test_the_day_of_service_corrected_after_it_was_confirmed() -> None:
    """It moves with its reason, goes to review, and is then at rest."""
    file = set_all(record(case(), SUMMONS))
    for one in tuple(file.case.deadlines):
        yes = m.DeadlineConfirmed(
            deadline_id=one.deadline_id, confirmed_by="A", happened_on=d("04-10")
        )
        file = record(file, yes)
    at: dict[str, Any] = {"by": "clerk", "at": file.case.recorded_at}
    file = file.correct("s", happened_on=d("04-01"), ground="Read", **at)
    diff = lc.reschedule(file, LAW)
    assert {(one.subject, str(one.after.shown)) for one in diff.to_review} == {
        (ANSWER, str(due("04-01", 21))),
    }
    assert {one.subject for one in lc.reschedule([file], LAW).moved} == {
        one.subject for one in diff.moved
    }
    file = record(file, *diff.events())
    assert lc.reschedule(file, LAW).is_empty
    assert {str(one.review.state) for one in file.case.deadlines} == {"needs-review"}


def test_what_if_is_what_happens() -> None:
    """A file that assumes an event has the rows of one in which it was recorded."""
    file = set_all(record(case(), SUMMONS))
    amended = served("a", "amended-pleading-served", "04-20", about="s")
    assert rows(file.assuming(amended.event)) == rows(record(file, amended))
