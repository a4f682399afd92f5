"""The dockets of the demo: `schedule` finds what the demo computes by hand."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

import legalcase as lc
from legalcase.cli.demo.docket_answers import DocketAnswer, answers_of
from legalcase.cli.demo.docket_files import Docket, dockets
from legalcase.cli.demo.docket_log import file_of
from schedule_cases import LAW

if TYPE_CHECKING:
    from legalcase.scheduling import Schedule

AT = datetime(2026, 11, 1, tzinfo=UTC)
DOCKETS = dockets()
by_docket = pytest.mark.parametrize("docket", DOCKETS, ids=[d.id for d in DOCKETS])

#: What a schedule cannot find, and why.
WHY_NOT = {
    ("bgh-ix-zb-198-04", "grounds"): "no-court",
    ("bgh-ix-zb-198-04", "grounds-extended"): "no-court",
    ("fhc-equities-v-mbl", "alter-judgment"): "no-court",
    ("fhc-equities-v-mbl", "appeal"): "no-court",
    # An order set these, or a rule that is not entered.
    ("corfield-v-howard", "claimant-skeleton"): "no-triggers",
    ("corfield-v-howard", "defendant-skeleton"): "no-triggers",
    ("evans-v-pinsent", "renewal"): "no-triggers",
    ("epic-v-apple", "injunction-effective"): "no-triggers",
}


def scheduled(docket: Docket) -> tuple[tuple[DocketAnswer, ...], Schedule]:
    """The answers of the demo, and the schedule of its case for all parties."""
    answers = answers_of(docket, LAW)
    file = file_of(docket, answers, LAW, AT)
    names = [party.id for party in docket.parties]
    return answers, lc.schedule(file, LAW, for_=names)


@by_docket
def test_every_deadline_of_a_docket_is_found_or_it_is_said_why_not(
    docket: Docket,
) -> None:
    """The same day from the same events; the rest has a notice."""
    answers, found = scheduled(docket)
    codes = {notice.code for notice in found.notices}
    for answer in answers:
        question, due = answer.question, answer.computation.due
        why = WHY_NOT.get((docket.id, question.id))
        if why is not None:
            assert why in codes
            continue
        anchors = {f"{docket.id}/{one}" for one in question.anchors}
        rows = [
            row
            for row in found.of_rule(question.what)
            if {one.of.id for one in row.anchors} == anchors
        ]
        assert {row.due for row in rows} == {due}, question.id
        assert {row.original_id for row in rows} == {question.id}
        assert all(row.agrees for row in rows)


def test_the_table_names_what_there_is() -> None:
    """No entry of the table is of a question that is gone."""
    known = {(docket.id, q.id) for docket in DOCKETS for q in docket.questions}
    assert WHY_NOT.keys() <= known


def test_the_docket_says_why_it_asks_by_hand() -> None:
    """Each question that a schedule cannot answer, and no other."""
    by_hand = {
        (docket.id, q.id) for docket in DOCKETS for q in docket.questions if q.by_hand
    }
    assert by_hand == WHY_NOT.keys()


def test_what_met_a_deadline_of_the_docket_meets_its_row() -> None:
    """Epic's notice of appeal met the time for it, by the schedule as by the demo."""
    epic = next(docket for docket in DOCKETS if docket.id == "epic-v-apple")
    _, found = scheduled(epic)
    rows = [
        row for row in found.of_rule("us/frap/4(a)(1)(A)") if row.who == "plaintiff"
    ]
    assert [row.state for row in rows] == ["met"]
    assert rows[0].done is not None
    assert str(rows[0].done.of) == "event:epic-v-apple/epic-notice"
    assert rows[0].done.verdict == "in-time"
