"""What was struck, vacated, reopened or corrected: the plan follows."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

import legalcase.model as m
from legalcase.kernel import Draft, Retracted
from legalcase.model.tasks.item import task_items
from legalcase.plans import Plan, migrate, plan, read_playbook
from legalcase.practice import PlanItemSkipped, PlanItemWaived
from plan_cases import (
    BY,
    LAW,
    ON,
    ROLES,
    SUMMONS,
    TEXT,
    adopted,
    brought_up,
    case,
    requested,
    states,
    trial_set,
)
from schedule_cases import party, served


def test_what_was_struck_ends_what_it_began() -> None:
    """The task of that request, and no other."""
    file = brought_up(adopted(), requested("r-1", ON), requested("r-2", ON))
    tasks = {
        row.instance: str(row.task_id)
        for row in plan(file, LAW, on=ON).of_item("responses")
    }
    struck = m.EntryStruck(entry_id="r-1", ground="in error", happened_on=ON)
    file = brought_up(file, struck)
    assert str(file.case.tasks[tasks["event:r-1"]].state) == "terminated"
    assert file.case.tasks[tasks["event:r-2"]].is_open
    made = plan(file, LAW, on=ON)
    assert [row.instance for row in made.of_item("responses")] == ["event:r-2"]
    assert made.events() == ()


def test_what_begins_again_is_taken_up_again() -> None:
    """The summons is quashed, and served anew: one task, ended and reopened."""
    file = adopted(SUMMONS)
    row = plan(file, LAW, on=ON).of_item("draft-answer")[0]
    task = str(row.task_id)
    quashed = m.EntryStruck(entry_id="summons", ground="wrong person", happened_on=ON)
    file = brought_up(file, quashed)
    assert not file.case.tasks[task].is_open
    assert states(plan(file, LAW, on=ON))["draft-answer"] == "waiting"
    again = served("again", "summons-served", "roe", ["acme"], date(2026, 4, 10))
    file = brought_up(file, again, on=date(2026, 4, 10))
    assert file.case.tasks[task].is_open
    made = plan(file, LAW, on=date(2026, 4, 10))
    assert made.events() == ()
    assert made.of_item("draft-answer")[0].shown == date(2026, 4, 21)
    live = [row for row in made.of_item("answer") if row.is_open]
    assert [(row.state, row.shown) for row in live] == [("planned", date(2026, 5, 1))]


def test_a_vacated_hearing_needs_no_preparation() -> None:
    """Its own dates fall; another hearing gets its own."""
    file = brought_up(adopted(SUMMONS), trial_set(date(2026, 12, 7)))
    lead = plan(file, LAW, on=ON).of_item("trial")[0].lead_times[0].task_id
    off = m.HearingVacated(hearing_id="t", ground="settled", happened_on=ON)
    file = brought_up(file, off)
    made = plan(file, LAW, on=ON)
    assert made.events() == ()
    assert [row.state for row in made.of_item("trial")] == ["void", "waiting"]
    assert str(file.case.tasks[lead].state) == "disabled"


def test_a_reopened_case_takes_up_its_tasks() -> None:
    """What the plan ended with the case, and not what somebody gave up."""
    file = adopted(SUMMONS)
    made = plan(file, LAW, on=ON)
    theory = str(made.of_item("theory")[0].task_id)
    draft = str(made.of_item("draft-answer")[0].task_id)
    given_up = m.TaskTerminated(task_id=theory, ground="no", happened_on=ON)
    file = file.record(given_up, **BY)
    day = date(2026, 6, 1)
    disposed = m.CaseDisposed(disposition="voluntary-dismissal", happened_on=day)
    file = brought_up(file, disposed, on=day)
    assert not any(one.is_open for one in file.case.tasks)
    file = brought_up(file, m.CaseReopened(ground="Rule 60", happened_on=day), on=day)
    assert not file.case.tasks[theory].is_open
    assert states(plan(file, LAW, on=day))["theory"] == "given-up"
    assert file.case.tasks[draft].is_open
    made = plan(file, LAW, on=day)
    # It comes after the theory, which nobody waived.
    assert made.of_item("draft-answer")[0].waits_for == ("item theory",)
    assert made.events() == ()


def test_what_met_a_deadline_and_was_struck_is_to_be_done_again() -> None:
    """The dates ahead of it, too."""
    file = adopted(SUMMONS)
    answered = served("answer", "answer-served", "acme", ["roe"], date(2026, 4, 10))
    day = date(2026, 4, 11)
    file = brought_up(file, answered, on=day)
    leads = [
        one.task_id for one in plan(file, LAW, on=day).of_item("answer")[0].lead_times
    ]
    assert {str(file.case.tasks[one].state) for one in leads} == {"disabled"}
    struck = m.EntryStruck(entry_id="answer", ground="unsigned", happened_on=day)
    file = brought_up(file, struck, on=day)
    assert {str(file.case.tasks[one].state) for one in leads} == {"enabled"}
    assert states(plan(file, LAW, on=day))["answer"] == "planned"


def test_what_never_came_holds_nothing_back_once_its_stage_is_left() -> None:
    """An item after one that waits for an event."""
    text = TEXT.replace(
        'title = "Exhibits"', 'title = "Exhibits"\nafter = ["responses"]'
    )
    playbook = read_playbook(text)
    file = case(SUMMONS)
    file = file.record(*Plan.of(playbook, file, LAW, roles=ROLES, on=ON).events(), **BY)
    assert plan(file, LAW).of_item("exhibits")[0].waits_for == (
        "stage trial",
        "item responses",
    )
    file = brought_up(file, trial_set(date(2026, 12, 7)))
    assert states(plan(file, LAW, on=ON))["exhibits"] == "planned"


def test_a_long_chain_is_looked_at_without_end() -> None:
    """Six hundred items, each after the one before it."""
    head, _, items = TEXT.partition("[[item]]")
    one = f"[[item]]{items.split('[[item]]')[1]}"
    text = head + "".join(
        one.replace('id = "theory"', f'id = "i-{number}"\nafter = ["i-{number - 1}"]')
        if number
        else one.replace('id = "theory"', 'id = "i-0"')
        for number in range(600)
    )
    playbook = read_playbook(text)
    made = Plan.of(playbook, case(), LAW, roles=ROLES, on=ON)
    assert len(made.ready()) == 1
    assert len([row for row in made if row.state == "waiting"]) == 599
    assert len({row.key for row in made}) == 600


@pytest.mark.parametrize("event", [PlanItemSkipped, PlanItemWaived])
def test_what_is_left_out_has_no_open_task(event: Any) -> None:
    """What comes after it goes on; and it is taken up again with the item."""
    text = TEXT.replace(
        'title = "Theory of the case"', 'title = "Theory"\nrequired = false'
    )
    playbook = read_playbook(text)
    file = case(SUMMONS)
    made = Plan.of(playbook, file, LAW, roles=ROLES, on=ON)
    file = file.record(*made.events(), law=LAW, **BY)
    made = plan(file, LAW, on=ON)
    theory = str(made.of_item("theory")[0].task_id)
    draft = str(made.of_item("draft-answer")[0].task_id)
    by = {"approved_by": "partner"} if event is PlanItemWaived else {}
    left = event(plan_id="us/small", item="theory", ground="G", happened_on=ON, **by)
    line = Draft(left, event_id="left")
    after = brought_up(file, line)
    assert not after.case.tasks[theory].is_open
    assert after.case.tasks[theory].is_waived == (event is PlanItemWaived)
    state = "waived" if event is PlanItemWaived else "skipped"
    assert states(plan(after, LAW, on=ON))["theory"] == state
    assert plan(after, LAW, on=ON).of_item("draft-answer")[0].is_ready
    waits = {one.task.task_id: one.waits_for for one in task_items(after.case.folded)}
    assert waits[draft] == ()
    assert plan(after, LAW, on=ON).events() == ()
    again = after.correct(Retracted(event_id="left", ground="in error"), **BY)
    again = brought_up(again)
    assert again.case.tasks[theory].is_open
    assert again.case.tasks[draft].terms.after == (theory,)


def test_the_tasks_of_a_client_who_left_end() -> None:
    """Of the only one, too."""
    file = brought_up(adopted(SUMMONS))
    draft = str(plan(file, LAW, on=ON).of_item("draft-answer")[0].task_id)
    file = brought_up(file, m.PartyLeft(party_id="acme", happened_on=ON))
    assert not file.case.tasks[draft].is_open
    made = plan(file, LAW, on=ON)
    assert made.of_item("draft-answer")[0].waits_for == ("a client", "item theory")
    assert made.events() == ()


def test_a_stage_is_that_of_each_party() -> None:
    """Whomever its first event names: who joins later has its items, too."""
    text = TEXT.replace(
        'if = [{ fact = "united-states-is-a-party", is = "yes" }]\n', ""
    )
    playbook = read_playbook(
        text.replace('title = "Is the', 'per = "participant"\ntitle = "Is the')
    )
    file = case(SUMMONS, party("beta", "defendant", is_client=True))
    made = Plan.of(playbook, file, LAW, roles=ROLES, on=ON)
    assert [(row.of, row.state) for row in made.of_item("us-party")] == [
        (("acme",), "ready"),
        (("beta",), "ready"),
    ]


def test_what_is_set_stands_under_a_law_without_its_rule() -> None:
    """The law at hand may be another one; the deadline of the case is what it was."""
    file = adopted(SUMMONS)
    gone = TEXT.replace('12(a)(1)(A)(i)"]', 'none"]').replace('"1"', '"2"')
    newer = read_playbook(gone)
    file = file.record(*migrate(file, newer, LAW, on=ON).events(), law=LAW, **BY)
    made = plan(file, LAW, on=ON)
    (row,) = made.of_item("answer")
    assert (row.state, row.shown) == ("planned", date(2026, 4, 23))
    assert [str(one.task_state) for one in row.lead_times] == ["available"] * 2
    assert made.events() == ()
    fresh = Plan.of(newer, case(SUMMONS), LAW, roles=ROLES, on=ON)
    assert fresh.of_item("answer")[0].waits_for == ("rule us/frcp/none, at hand",)


def test_two_items_can_be_one_deadline() -> None:
    """It is set once, and watched as critical where any of them is."""
    second = TEXT.split("[[item]]")[3].replace('id = "answer"', 'id = "again"')
    first = TEXT.replace("critical = true\n", "")
    playbook = read_playbook(f"{first}\n[[item]]{second}")
    file = case(SUMMONS)
    made = Plan.of(playbook, file, LAW, roles=ROLES, on=ON)
    file = file.record(*made.events(), law=LAW, **BY)
    (deadline,) = file.case.deadlines
    assert deadline.terms.critical
    after = plan(file, LAW, on=ON)
    assert states(after)["answer"] == states(after)["again"] == "planned"
    assert after.events() == ()
