"""The dockets: facts with their sources, and dates that the law at hand agrees with."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

import pytest
from attrs import evolve

from legalcase.cli.demo import docket_log
from legalcase.cli.demo.docket_answers import DocketAnswer, answers_of
from legalcase.cli.demo.docket_files import Docket, dockets
from legalcase.cli.demo.docket_log import file_of
from legalcase.errors import UnknownNameError
from legalcase.law.lawbook import Law
from legalcase.model import Computed

if TYPE_CHECKING:
    from legalcase.model.case import Case

LAW = Law.bundled()
DOCKETS = {docket.id: docket for docket in dockets()}
NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)

by_docket = pytest.mark.parametrize("docket", DOCKETS.values(), ids=list(DOCKETS))


def answer_to(docket_id: str, question_id: str) -> DocketAnswer:
    """What was computed for one question of a docket."""
    answers = answers_of(DOCKETS[docket_id], LAW)
    return next(answer for answer in answers if answer.question.id == question_id)


def case_of(docket: Docket) -> Case:
    """The case that a docket tells."""
    return file_of(docket, answers_of(docket, LAW), LAW, NOW).case


def test_there_are_cases_of_every_kind() -> None:
    """At least three, of four systems; among them those that were asked for."""
    assert {"epic-v-apple", "latham-v-dominicks", "corfield-v-howard"} <= set(DOCKETS)
    assert {docket.jurisdiction for docket in DOCKETS.values()} == {
        "at",
        "de",
        "gb-eaw",
        "us",
    }


@by_docket
def test_the_computed_dates_are_those_that_are_stated(docket: Docket) -> None:
    """Every question states a date, and the law at hand gives it."""
    answers = answers_of(docket, LAW)
    assert answers
    for answer in answers:
        assert answer.is_stated, answer.question.id
        assert answer.differences() == ()


@pytest.mark.parametrize(
    ("question", "due"),
    [
        ("service", date(2020, 11, 12)),
        ("answer-to-counterclaims", date(2020, 9, 29)),
        ("amend-findings", date(2021, 10, 8)),
        ("new-trial", date(2021, 10, 8)),
        ("alter-judgment", date(2021, 10, 8)),
        ("appeal", date(2021, 10, 12)),
        ("cross-appeal", date(2021, 10, 12)),
    ],
)
def test_epic_v_apple(question: str, due: date) -> None:
    """Fed. R. Civ. P. 4(m), 52(b), 59; Fed. R. App. P. 4(a): safe as well as due.

    The dates stand here again, so that a change of the docket's file is noticed.
    """
    computation = answer_to("epic-v-apple", question).computation
    assert (computation.due, computation.safe) == (due, due)


def test_the_cross_appeal_is_the_later_of_two_dates() -> None:
    """Fed. R. App. P. 4(a)(3): 14 days from the first notice, or the ordinary time."""
    computation = answer_to("epic-v-apple", "cross-appeal").computation
    parts = [part.due for part in computation.parts]
    assert parts == [date(2021, 9, 27), date(2021, 10, 12)]


def test_latham_v_dominicks() -> None:
    """149 F.3d 673: 26 December 1997, or the 29th if the 26th does not count."""
    computation = answer_to("latham-v-dominicks", "post-judgment-motion").computation
    dates = {computation.due, *(reading.due for reading in computation.readings)}
    assert dates == {date(1997, 12, 26), date(1997, 12, 29)}
    assert computation.safe == date(1997, 12, 26)


def test_corfield_v_howard() -> None:
    """[2024] EWHC 2727 (Comm): one clear day before a Monday, 10 a.m. on Thursday."""
    docket = DOCKETS["corfield-v-howard"]
    dates = case_of(docket).dates("claimant-skeleton")
    assert dates.due == date(2024, 9, 26)
    assert dates.due_at is not None
    assert dates.due_at.isoformat() == "2024-09-26T10:00:00+01:00"


def test_a_difference_is_noticed() -> None:
    """Of the date, of a part, of another reading."""
    answer = answer_to("epic-v-apple", "cross-appeal")
    wrong = evolve(
        answer.question,
        expected=date(2021, 10, 13),
        parts=(date(2021, 9, 28), date(2021, 10, 12)),
        alternatives=(date(2021, 10, 1),),
    )
    assert len(evolve(answer, question=wrong).differences()) == 3


def test_what_a_case_does_not_give_is_a_difference() -> None:
    """It is computed all the same, so that the rest of the docket can be seen."""
    docket = DOCKETS["latham-v-dominicks"]
    (question,) = docket.questions
    (answer,) = answers_of(docket, LAW)
    assert answer.owed_by == ()  # each of the two parties owes one
    assert [row.who for row in answer.rows] == ["defendant", "plaintiff"]
    other = evolve(docket, questions=(evolve(question, what="us/frcp/4(m)"),))
    (lost,) = answers_of(other, LAW)
    assert not lost.rows
    assert "does not give us/frcp/4(m)" in lost.differences()[0]
    assert lost.whence() == ""
    by_hand = evolve(question, by_hand="a reason")
    (asked,) = answers_of(evolve(docket, questions=(by_hand,)), LAW)
    assert (asked.rows, asked.differences()) == ((), ())
    assert asked.computation.due == answer.computation.due
    early = evolve(answer.rows[0], dates=evolve(answer.rows[0].dates, due=NOW.date()))
    both = evolve(answer, rows=(early, answer.rows[1]))
    assert both.differences() == ("the parties have other days",)


@by_docket
def test_a_deadline_of_the_law_stands_in_the_case_as_one(docket: Docket) -> None:
    """Who owes it, what meets it and what it runs from are those of the schedule."""
    answers = answers_of(docket, LAW)
    case = file_of(docket, answers, LAW, NOW).case
    for answer in answers:
        terms = case.deadlines[answer.question.id].terms
        assert bool(answer.rows) != bool(answer.question.by_hand)
        if answer.rows:
            assert terms.owed_by == answer.owed_by
            assert terms.met_by == answer.rows[0].law.met_by
            assert isinstance(terms.basis, Computed)
            assert set(terms.basis.anchors) == set(answer.rows[0].anchors)


@by_docket
def test_the_deadlines_end_as_the_docket_tells(docket: Docket) -> None:
    """Met by what it names, in time or late; extended; or nothing is known of it."""
    case = case_of(docket)
    extended = {
        question.anchors[0]
        for question in docket.questions
        if question.direction == "extending"
    }
    for question in docket.questions:
        expected = "confirmed"
        if question.done is not None:
            done = docket.event(question.done).on
            expected = "met-late" if question.is_late else "met"
            basis = case.deadlines[question.id].basis
            others = basis.computation.readings if isinstance(basis, Computed) else ()
            # Another reading, or a fact that the docket does not tell, would turn it.
            if any((done <= reading.due) == question.is_late for reading in others):
                expected = "met-on-a-reading"
        elif question.id in extended:
            expected = "extended"
        assert case.deadlines[question.id].state == expected, question.id


@by_docket
def test_an_hour_that_was_ordered_is_the_one_that_is_stated(docket: Docket) -> None:
    """`hour` is a fact of the order, `expected_at` what the decision says."""
    case = case_of(docket)
    for question in docket.questions:
        assert (question.hour is None) == (question.expected_at is None)
        if question.expected_at is not None:
            due_at = case.dates(question.id).due_at
            assert due_at is not None
            assert time(due_at.hour, due_at.minute) == question.expected_at


@by_docket
def test_every_fact_has_its_source(docket: Docket) -> None:
    """Ids are unique, names resolve, and each fact says how it is known."""
    for values in (docket.events, docket.sources, docket.parties, docket.questions):
        ids = [value.id for value in values]
        assert len(set(ids)) == len(ids)
    parties = {party.id for party in docket.parties}
    for event in docket.events:
        assert docket.source(event.source).cite
        assert event.seen in {"text", "secondary", "recall", "derived"}
        assert {*event.by, *event.served_on} <= parties
    for question in docket.questions:
        assert question.cite
        if question.done is not None:
            docket.event(question.done)
    assert docket.not_known
    with pytest.raises(UnknownNameError, match="There is no event of"):
        docket.event("no-such-event")
    with pytest.raises(UnknownNameError, match="There is no source of"):
        docket.source("no-such-source")


@by_docket
def test_the_case_says_no_more_than_the_docket(docket: Docket) -> None:
    """Each event stands in the case once: as an entry of the docket or as a note."""
    case = case_of(docket)
    told = [entry.title for entry in case.docket] + [note.text for note in case.notes]
    assert sorted(told) == sorted(event.text for event in docket.events)
    assert {note.label.audience for note in case.notes} <= {"public"}
    assert case.caseload.opened_on == docket.events[0].on
    assert [p.name for p in case.people.participants] == [
        p.name for p in docket.parties
    ]
    assert len(case.people.representations) == 0
    assert len(case.hearings) == 0


def test_every_kind_of_event_is_used() -> None:
    """No kind is prepared that no docket has."""
    used = {event.kind for docket in DOCKETS.values() for event in docket.events}
    assert set(docket_log._KINDS) == used
