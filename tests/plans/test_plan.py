"""The plan of a case: where its items stand, and what it proposes."""

from __future__ import annotations

from datetime import date
from itertools import permutations
from typing import Any

import pytest
from attrs import evolve

import legalcase.model as m
from legalcase.dates import Period
from legalcase.errors import (
    ConflictingInputError,
    IllegalTransitionError,
    InvalidTypeError,
    MissingInputError,
    UnknownNameError,
)
from legalcase.kernel import Draft, Ref
from legalcase.plans import Plan, migrate, plan, read_playbook, ready
from legalcase.practice import (
    PLAN,
    PlanAdopted,
    PlanItemAdded,
    PlanItemPlanned,
    PlanItemSkipped,
    PlanItemWaived,
    PlanSentry,
    PlanStaffed,
)
from plan_cases import (
    BY,
    LAW,
    ON,
    ROLES,
    SMALL,
    SUMMONS,
    TEXT,
    adopted,
    brought_up,
    case,
    requested,
    states,
    trial_set,
)
from schedule_cases import served


def task_of(file: m.CaseFile, item: str) -> Any:
    """The task of an item that has one."""
    row = plan(file, LAW, on=ON).of_item(item)[0]
    return file.case.tasks[str(row.task_id)]


def test_before_it_is_adopted() -> None:
    """What there would be; it changes nothing, and says who is missing."""
    made = Plan.of(SMALL, case(), LAW, on=ON)
    assert not made.is_adopted
    assert states(made) == {
        "hold": "ready",
        "theory": "ready",
        "answer": "waiting",
        "draft-answer": "waiting",
        "us-party": "waiting",
        "responses": "waiting",
        "trial": "waiting",
        "exhibits": "waiting",
        "costs": "waiting",
    }
    assert made.of_item("answer")[0].waits_for == ("event summons-served",)
    with pytest.raises(MissingInputError, match="Nobody fills lead"):
        made.events()
    with pytest.raises(MissingInputError, match="which day"):
        Plan.of(SMALL, case(), LAW, roles=ROLES).events()


def test_invariant_24_a_plan_records_its_playbook_whole() -> None:
    """Id, edition, digest, and the text: replay needs no file."""
    file = adopted()
    kept = file.case[PLAN].adopted["us/small"]
    assert kept.playbook == SMALL
    assert (kept.playbook.edition, kept.digest) == ("1", SMALL.digest)
    assert plan(file, LAW, on=ON).events() == ()
    first = next(line.event for line in file.log if type(line.event) is PlanAdopted)
    assert first.roles[0].person == "u-1"


def test_what_happens_brings_what_follows() -> None:
    """The deadline of the law, tasks that move with it, and once only."""
    file = adopted(SUMMONS)
    made = plan(file, LAW, on=ON)
    assert made.events() == ()
    answer = made.of_item("answer")[0]
    assert (answer.state, str(answer.due), answer.of) == (
        "planned",
        "2026-04-23",
        ("acme",),
    )
    assert [str(one.shown) for one in answer.lead_times] == ["2026-04-16", "2026-04-21"]
    assert file.case.deadlines[str(answer.deadline_id)].terms.critical
    draft = made.of_item("draft-answer")[0]
    assert (draft.state, str(draft.shown)) == ("planned", "2026-04-13")
    assert draft.waits_for == ("item theory",)
    assert task_of(file, "draft-answer").terms.after == (
        task_of(file, "theory").task_id,
    )
    assert {one.accountable for one in file.case.tasks} == {"u-1"}
    assert "hold" in [row.item_id for row in made.having("void")]


def test_a_plan_adopted_late_is_the_same() -> None:
    """As one that was there from the first day: states, dates, tasks."""
    late = adopted(SUMMONS, trial_set(date(2026, 12, 7)))
    early = brought_up(adopted(), SUMMONS)
    early = brought_up(early, trial_set(date(2026, 12, 7)))
    rows = [
        {
            (row.item_id, row.instance, row.state, row.shown)
            for row in plan(file, LAW, on=ON)
            # What ended with its stage never was a task in a plan that came later.
            if row.item_id != "hold"
        }
        for file in (late, early)
    ]
    assert rows[0] == rows[1]


def test_invariant_21_the_order_does_not_matter() -> None:
    """Whatever is recorded first, and whenever the plan is brought up to it."""
    events = (
        SUMMONS,
        trial_set(date(2026, 12, 7)),
        requested("r-1", date(2026, 5, 4)),
        m.FactEstablished(
            fact="united-states-is-a-party", answer="yes", happened_on=ON
        ),
    )
    found = set()
    for order in permutations(events):
        file = adopted()
        for event in order:
            file = brought_up(file, event)
        assert plan(file, LAW, on=ON).events() == ()
        found.add(
            (
                frozenset(
                    (row.key, row.state, row.shown) for row in plan(file, LAW, on=ON)
                ),
                frozenset((one.task_id, one.terms) for one in file.case.tasks),
                frozenset(one.deadline_id for one in file.case.deadlines),
            )
        )
    assert len(found) == 1


def test_each_request_has_its_own_task() -> None:
    """One for each happening of the sentry, by the opponent only."""
    ours = served("ours", "discovery-request-served", "acme", ["roe"], ON)
    file = brought_up(adopted(), ours, requested("r-1", ON), requested("r-2", ON))
    rows = plan(file, LAW, on=ON).of_item("responses")
    assert [row.instance for row in rows] == ["event:r-1", "event:r-2"]
    assert {row.state for row in rows} == {"planned"}


def test_a_condition_decides_and_what_is_not_known_is_asked() -> None:
    """Yes, no, or nobody knows."""
    file = adopted(SUMMONS)
    assert plan(file, LAW).of_item("us-party")[0].waits_for == (
        "whether fact united-states-is-a-party is yes",
    )
    for answer, state in (("yes", "ready"), ("no", "not-applicable")):
        fact = m.FactEstablished(
            fact="united-states-is-a-party", answer=answer, happened_on=ON
        )
        known = file.record(fact, law=LAW, **BY)
        assert states(plan(known, LAW))["us-party"] == state


def test_moving_the_trial_moves_what_hangs_on_it_and_nothing_else() -> None:
    """A day of one's own stays, too."""
    file = brought_up(adopted(SUMMONS), trial_set(date(2026, 12, 7)))
    before = {row.key: row.shown for row in plan(file, LAW, on=ON)}
    assert before["exhibits", None] == date(2026, 11, 23)
    to = m.HearingContinued(
        hearing_id="t",
        to_at=file.case.hearings["t"].at.replace(month=12, day=14),
        happened_on=ON,
    )
    moved = file.record(to, law=LAW, **BY)
    made = plan(moved, LAW, on=ON)
    assert made.events() == ()
    after = {row.key: row.shown for row in made}
    assert {key for key in after if after[key] != before[key]} == {
        ("trial", "t"),
        ("exhibits", None),
    }
    assert after["exhibits", None] == date(2026, 11, 30)
    assert made.of_item("trial")[0].lead_times[0].shown == date(2026, 11, 14)
    off = m.HearingContinued(hearing_id="t", happened_on=ON)
    row = plan(moved.record(off, law=LAW, **BY), LAW, on=ON).of_item("trial")[0]
    assert (row.state, row.shown) == ("waiting", None)


def test_a_day_that_somebody_gave_stays() -> None:
    """Whoever gave a task its own day is not overruled."""
    file = adopted(SUMMONS)
    task = task_of(file, "draft-answer").task_id
    given = m.TaskRescheduled(task_id=task, due_on=date(2026, 4, 9), happened_on=ON)
    file = file.record(given, **BY)
    made = plan(file, LAW, on=ON)
    assert made.events() == ()
    assert made.of_item("draft-answer")[0].shown == date(2026, 4, 9)


def test_a_task_without_a_day_gets_one_when_there_is_one() -> None:
    """Planned before the trial was set."""
    text = TEXT.replace(
        'stage = "trial"\nkind = "task"\ntitle = "Exhibits"',
        'stage = "intake"\nkind = "task"\ntitle = "Exhibits"',
    )
    playbook = read_playbook(text)
    file = case()
    file = file.record(*Plan.of(playbook, file, LAW, roles=ROLES).events(on=ON), **BY)
    assert plan(file, LAW).of_item("exhibits")[0].shown is None
    file = brought_up(file, trial_set(date(2026, 12, 7)))
    assert plan(file, LAW).of_item("exhibits")[0].shown == date(2026, 11, 23)


def test_what_the_docket_shows_is_done() -> None:
    """The deadline by its law, the task by its playbook; the events to record it."""
    answered = served("answer", "answer-served", "acme", ["roe"], date(2026, 4, 20))
    theirs = served("cross", "answer-served", "roe", ["acme"], date(2026, 4, 20))
    file = adopted(SUMMONS)
    assert states(plan(file.record(theirs, **BY), LAW))["draft-answer"] == "planned"
    file = file.record(answered, law=LAW, **BY)
    made = plan(file, LAW, on=date(2026, 4, 21))
    found = states(made)
    assert found["answer"] == found["draft-answer"] == "done"
    row = made.of_item("draft-answer")[0]
    assert (row.done_on, row.notes) == (
        date(2026, 4, 20),
        ("the docket shows it; its task is still open",),
    )
    done = made.done_events()
    assert [one.by_event for one in done] == [Ref("event", "answer")]
    assert {type(one) for one in made.events()} == {m.TaskDisabled}
    file = file.record(*made.events(), *done, law=LAW, **BY)
    assert plan(file, LAW, on=date(2026, 4, 21)).events() == ()


def test_invariant_22_a_stage_is_completed_when_all_required_is() -> None:
    """Done, or waived by a named person: skipping is not enough."""
    file = adopted()
    assert plan(file, LAW).stage("intake").state == "active"
    assert plan(file, LAW).stage("intake").open_items == ("theory",)
    skipped = PlanItemSkipped(
        plan_id="us/small", item="theory", ground="no", happened_on=ON
    )
    with pytest.raises(IllegalTransitionError, match="waive"):
        file.record(skipped, **BY)
    waived = PlanItemWaived(
        plan_id="us/small",
        item="theory",
        ground="agreed",
        approved_by="partner",
        happened_on=ON,
    )
    done = m.TaskCompleted(
        task_id=task_of(file, "theory").task_id, completed_by="u-1", happened_on=ON
    )
    for event in (waived, done):
        assert plan(file.record(event, **BY), LAW).stage("intake").state == "completed"
    optional = PlanItemSkipped(
        plan_id="us/small", item="hold", ground="no need", happened_on=ON
    )
    assert states(plan(file.record(optional, **BY), LAW))["hold"] == "skipped"
    failed = m.TaskTerminated(
        task_id=task_of(file, "theory").task_id, ground="no", happened_on=ON
    )
    given_up = plan(file.record(failed, **BY), LAW)
    assert states(given_up)["theory"] == "given-up"
    assert given_up.stage("intake").state == "active"


def test_invariant_23_every_open_item_has_one_who_answers() -> None:
    """The person in its one accountable role."""
    file = brought_up(adopted(SUMMONS), trial_set(date(2026, 12, 7)))
    for row in plan(file, LAW, on=ON):
        assert row.accountable == ROLES[row.item.accountable]
        task = file.case.tasks.find(row.task_id or "")
        assert task is None or task.accountable == row.accountable


def test_a_stage_that_was_left_ends_what_it_has_to() -> None:
    """The task of the hold notice ends with its stage; the theory is kept."""
    file = adopted()
    task = task_of(file, "hold").task_id
    file = brought_up(file, SUMMONS)
    assert str(file.case.tasks[task].state) == "terminated"
    made = plan(file, LAW, on=ON)
    assert made.stage("intake").state == "left"
    assert made.of_item("hold")[0].why == "the stage intake was left"
    assert states(made)["theory"] == "planned"


def test_disposing_the_case_voids_all_but_what_survives() -> None:
    """Tasks end, deadlines are vacated by the core; the bill of costs begins."""
    file = brought_up(adopted(SUMMONS), trial_set(date(2026, 12, 7)))
    judgment = Draft(
        m.JudgmentEntered(
            title="Judgment",
            triggers=("judgment-entered",),
            happened_on=date(2026, 6, 1),
        ),
        event_id="judgment",
    )
    disposed = m.CaseDisposed(
        disposition="summary-judgment", happened_on=date(2026, 6, 1)
    )
    file = brought_up(file, judgment, disposed, on=date(2026, 6, 2))
    made = plan(file, LAW, on=date(2026, 6, 2))
    assert made.events() == ()
    found = states(made)
    assert found["costs"] == "planned"
    assert {
        state for name, state in found.items() if name not in ("costs", "trial")
    } == {"void"}
    open_tasks = [one.task_id for one in file.case.tasks if one.is_open]
    assert task_of(file, "costs").task_id in open_tasks


def test_what_somebody_does_already_is_linked() -> None:
    """A task that there was is the item: no second one is planned."""
    own = m.TaskPlanned(
        task_id="mine",
        terms=m.TaskTerms(title="Theory", accountable="u-9"),
        happened_on=ON,
    )
    file = case(own)
    first, *_ = Plan.of(SMALL, file, LAW, roles=ROLES, on=ON).events()
    link = PlanItemPlanned(
        plan_id="us/small", item="theory", of=Ref("task", "mine"), happened_on=ON
    )
    file = brought_up(file.record(first, link, **BY))
    row = plan(file, LAW, on=ON).of_item("theory")[0]
    assert (row.task_id, row.state) == ("mine", "planned")
    assert len(file.case.tasks) == 2


def test_a_date_that_an_order_set_is_linked() -> None:
    """The deadline of an item can be the court's."""
    terms = m.DeadlineTerms(
        title="Answer", basis=m.Ordered(due=date(2026, 8, 3), authority="Order 3")
    )
    link = PlanItemPlanned(
        plan_id="us/small", item="answer", of=Ref("deadline", "d"), happened_on=ON
    )
    file = adopted().record(
        m.DeadlineSet(deadline_id="d", terms=terms, happened_on=ON), link, **BY
    )
    file = brought_up(file)
    row = plan(file, LAW, on=ON).of_item("answer")[0]
    assert (row.state, row.shown) == ("planned", date(2026, 8, 3))
    assert [str(one.shown) for one in row.lead_times] == ["2026-07-27", "2026-08-01"]


def test_ready_is_what_can_be_done_now() -> None:
    """By date; what waits for something else is not."""
    file = adopted(SUMMONS)
    assert [row.item_id for row in ready(file, LAW, on=ON)] == ["answer", "theory"]
    done = m.TaskCompleted(
        task_id=task_of(file, "theory").task_id, completed_by="u-1", happened_on=ON
    )
    file = file.record(done, **BY)
    assert [row.item_id for row in ready(file, LAW, on=ON)] == [
        "draft-answer",
        "answer",
    ]


def test_it_shows_itself() -> None:
    """As text and as HTML; what comes from a case is escaped; rows for a data frame."""
    made = plan(adopted(SUMMONS), LAW, on=ON)
    said = str(made)
    assert "Plan of roe on 2026-04-02" in said
    assert "from memory" in made._repr_html_()
    assert "<table" in made._repr_html_()
    assert "u-1" not in repr(made) + repr(made.rows)
    assert made.to_rows()[2]["due"] == "2026-04-23"
    assert made.to_dict()["edition"] == "1"
    assert len(made) == 9


def test_bad_input_is_refused() -> None:
    """Each with what to pass."""
    file = adopted()
    with pytest.raises(InvalidTypeError, match=r"Playbooks\.bundled"):
        Plan.of("us/small", file, LAW)  # type: ignore[arg-type]  # what is tested
    opened = m.CaseOpened(caption="X", happened_on=ON)
    core = m.CaseFile.open(opened, case_id="x", **BY)
    with pytest.raises(InvalidTypeError, match="room"):
        Plan.of(SMALL, core, LAW)
    with pytest.raises(UnknownNameError, match="role of the playbook"):
        Plan.of(SMALL, file, LAW, roles={"leed": "u-1"})
    with pytest.raises(InvalidTypeError, match="filled by nobody"):
        Plan.of(SMALL, file, LAW, roles={"lead": ""})
    with pytest.raises(InvalidTypeError, match="mapping"):
        Plan.of(SMALL, file, LAW, roles=["lead"])  # type: ignore[arg-type]  # what is tested
    other = read_playbook(TEXT.replace('edition = "1"', 'edition = "2"'))
    with pytest.raises(ConflictingInputError, match="another text"):
        Plan.of(other, file, LAW)
    with pytest.raises(MissingInputError, match="plan_id"):
        plan(case(), LAW)
    with pytest.raises(UnknownNameError):
        plan(file, LAW, plan_id="us/other")
    with pytest.raises(UnknownNameError):
        plan(file, LAW).of_item("anser")
    with pytest.raises(UnknownNameError):
        plan(file, LAW).stage("plea")
    with pytest.raises(UnknownNameError):
        plan(file, LAW).having("dun")
    wrong: Any = ["answer"]
    with pytest.raises(UnknownNameError):
        plan(file, LAW).of_item(wrong)
    with pytest.raises(UnknownNameError):
        plan(file, LAW).having(wrong)
    nothing: Any = None
    for ask in (
        lambda: plan(file, nothing),
        lambda: Plan.of(SMALL, file, nothing),
        lambda: migrate(file, SMALL, nothing),
    ):
        with pytest.raises(InvalidTypeError, match="needs a Law"):
            ask()
    for number in ("high", True, -1):
        many: Any = number
        with pytest.raises(InvalidTypeError, match="how many factors"):
            plan(file, LAW, complexity=many)
    with pytest.raises(InvalidTypeError, match="file needs a name"):
        read_playbook(TEXT, file=nothing)
    assert Period.parse("7 days") in SMALL.item("answer").lead_times


def test_a_deadline_is_not_hidden_by_what_nobody_knows() -> None:
    """It stands with its date and says what is not known, or what the law gives."""
    text = TEXT.replace(
        "critical = true",
        'critical = true\nif = [{ fact = "united-states-is-a-party", is = "no" }]',
    )
    file = case(SUMMONS)
    playbook = read_playbook(text)
    row = Plan.of(playbook, file, LAW, on=ON).of_item("answer")[0]
    assert (row.state, row.shown) == ("ready", date(2026, 4, 23))
    assert row.notes[0].startswith("not known: whether fact")
    yes = m.FactEstablished(
        fact="united-states-is-a-party", answer="yes", happened_on=ON
    )
    made = Plan.of(playbook, file.record(yes, **BY), LAW, roles=ROLES, on=ON)
    row = made.of_item("answer")[0]
    assert row.state == "not-applicable"
    assert row.notes == ("the law gives 2026-04-23 all the same: see the schedule",)


def test_invariant_20_of_what_does_not_repeat_one_is_open() -> None:
    """Each row is one, and has one task."""
    file = brought_up(
        adopted(SUMMONS),
        trial_set(date(2026, 12, 7)),
        requested("r-1", ON),
        requested("r-2", ON),
    )
    made = plan(file, LAW, on=ON)
    assert len({row.key for row in made}) == len(made)
    tasks = [row.task_id for row in made if row.task_id in file.case.tasks]
    assert len(set(tasks)) == len(tasks)
    leads = [one.task_id for row in made for one in row.lead_times]
    assert {*tasks, *leads} == {one.task_id for one in file.case.tasks}


def test_others_fill_a_role() -> None:
    """It is recorded; tasks stay with whoever answers for them."""
    file = adopted()
    made = Plan.of(SMALL, file, LAW, roles={"lead": "u-7"}, on=ON)
    assert [type(event) for event in made.events()] == [PlanStaffed]
    file = brought_up(file.record(*made.events(), **BY), SUMMONS)
    made = plan(file, LAW, on=ON)
    assert dict(made.roles)["lead"] == "u-7"
    assert made.of_item("theory")[0].accountable == "u-1"
    assert made.of_item("draft-answer")[0].accountable == "u-7"


def test_a_task_of_ones_own_is_an_item_by_being_added() -> None:
    """What the playbook has not stands in the plan of this case alone."""
    item = evolve(SMALL.item("theory"), item_id="mediate", after=("theory",))
    file = adopted().record(
        PlanItemAdded(plan_id="us/small", item=item, happened_on=ON), **BY
    )
    file = brought_up(file)
    row = plan(file, LAW, on=ON).of_item("mediate")[0]
    assert (row.state, row.waits_for) == ("planned", ("item theory",))
    loop = evolve(
        SMALL.item("theory"), item_id="loop", when=(PlanSentry(item="mediate"),)
    )
    file = file.record(
        PlanItemAdded(plan_id="us/small", item=loop, happened_on=ON), **BY
    )
    assert states(plan(file, LAW, on=ON))["loop"] == "waiting"
