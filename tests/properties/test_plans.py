"""Plans of random cases: the same in any order, and the dates of the schedule."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from hypothesis import given, settings
from hypothesis import strategies as st

import legalcase.model as m
from legalcase.errors import LegalCaseError
from legalcase.kernel import Draft
from legalcase.plans import plan
from legalcase.practice import PlanItemSkipped, PlanItemWaived
from legalcase.scheduling import schedule
from legalcase.scheduling.proposals import id_of
from plan_cases import (
    BY,
    LAW,
    ON,
    SUMMONS,
    adopted,
    brought_up,
    requested,
    trial_set,
)
from schedule_cases import party, served

if TYPE_CHECKING:
    from legalcase.plans import Plan

#: After all that happens, and before it is recorded.
DAY = date(2026, 6, 20)
days = st.integers(0, 30).map(lambda number: ON + timedelta(days=number))


@st.composite
def happenings(draw: st.DrawFn) -> tuple[Any, ...]:
    """What can happen in any order to Roe against Acme and Beta, our clients."""
    waived: dict[str, Any] = {
        "plan_id": "us/small",
        "ground": "G",
        "approved_by": "partner",
        "happened_on": ON,
    }
    found = (
        SUMMONS,
        served("s-2", "summons-served", "roe", ["beta"], draw(days)),
        requested("r-1", draw(days)),
        requested("r-2", draw(days)),
        served("a-1", "answer-served", "acme", ["roe"], ON + timedelta(days=31)),
        trial_set(draw(days) + timedelta(days=draw(st.integers(10, 300)))),
        m.HearingSet(
            hearing_id="t-2",
            title="Trial",
            kind="trial-bench",
            triggers=("trial",),
            hearing_at=datetime(2026, 10, 1, 17, tzinfo=UTC),
            happened_on=ON,
        ),
        m.FactEstablished(
            fact="united-states-is-a-party",
            answer=draw(st.sampled_from(("yes", "no"))),
            happened_on=ON,
        ),
        Draft(
            m.JudgmentEntered(
                title="J",
                triggers=("judgment-entered",),
                happened_on=ON + timedelta(days=39),
            ),
            event_id="judgment",
        ),
        PlanItemSkipped(plan_id="us/small", item="hold", ground="G", happened_on=ON),
        PlanItemWaived(item="theory", **waived),
        PlanItemWaived(item="draft-answer", instance="beta", **waived),
    )
    return tuple(draw(st.lists(st.sampled_from(found), unique_by=id, max_size=9)))


def begun() -> m.CaseFile:
    """A case of two clients that is worked by the small playbook."""
    beta = party("beta", "defendant", is_client=True)
    return adopted().record(beta, law=LAW, **BY)


def standing(made: Plan) -> list[tuple[object, ...]]:
    """Where each row stands, without what only says how it came there."""
    return [(row.key, row.state, row.shown, row.waits_for, row.done_on) for row in made]


@given(happenings(), st.data())
@settings(max_examples=15)
def test_a_plan_follows_from_the_case_in_whichever_order(
    events: tuple[Any, ...], data: st.DataObject
) -> None:
    """Recorded in another order, and brought up to its plan now and then."""
    one = begun()
    if events:
        one = one.record(*events, law=LAW, **BY)
    other = begun()
    for event in data.draw(st.permutations(events)):
        other = other.record(event, law=LAW, **BY)
        if data.draw(st.booleans()):
            other = brought_up(other, on=DAY)
    one, other = brought_up(one, on=DAY), brought_up(other, on=DAY)
    first, second = plan(one, LAW, on=DAY), plan(other, LAW, on=DAY)
    assert first.events() == second.events() == ()
    assert standing(first) == standing(second)


LATER = st.sampled_from(
    (
        m.EntryStruck(entry_id="r-1", ground="G", happened_on=DAY),
        m.EntryStruck(entry_id="summons", ground="G", happened_on=DAY),
        m.HearingVacated(hearing_id="t", ground="G", happened_on=DAY),
        m.HearingContinued(
            hearing_id="t",
            to_at=datetime(2026, 11, 3, 17, tzinfo=UTC),
            happened_on=DAY,
        ),
        m.PartyLeft(party_id="acme", happened_on=DAY),
        m.PartyLeft(party_id="beta", happened_on=DAY),
        m.CaseDisposed(disposition="settlement", happened_on=DAY),
        m.CaseReopened(ground="G", happened_on=DAY),
    )
)


@given(happenings(), st.lists(LATER, max_size=4))
@settings(max_examples=15)
def test_a_deadline_of_a_plan_is_that_of_the_schedule(
    events: tuple[Any, ...], then: list[Any]
) -> None:
    """Whatever is struck, vacated, moved, left or ended; and no task is left over."""
    file = begun()
    for event in (*events, *then):
        try:
            file = file.record(event, law=LAW, **BY)
        except LegalCaseError:
            continue  # it could not happen then
        file = brought_up(file, on=DAY)
    made = plan(file, LAW, on=DAY)
    assert made.events() == ()
    due = schedule(file, LAW, on=DAY)
    wanted = {
        row.original_id or row.deadline_id or id_of(row): row.dates
        for row in due.rows
        if row.rule == "us/frcp/12(a)(1)(A)(i)"
    }
    rows = [row for row in made.of_item("answer") if row.scheduled is not None]
    assert {row.instance: row.dates for row in rows} == wanted
    assert len({row.key for row in made}) == len(made)
    tasks = {one.task_id: one for one in file.case.tasks}
    for row in made:
        task = tasks.get(row.task_id or "")
        assert not (row.is_settled and row.state != "done" and task and task.is_open)
