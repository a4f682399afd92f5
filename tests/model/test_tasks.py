"""Tasks: a tree in an order, days that move, and nothing that ends silently."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve

import legalcase as lc
import legalcase.model as m
from legalcase.dates import Period
from legalcase.errors import (
    ConflictingInputError,
    IllegalTransitionError,
    InvalidTypeError,
    InvalidValueError,
    MissingInputError,
    UnknownNameError,
)
from legalcase.kernel import Draft, Label, Ref
from one_case import DAY, NOON, case_of, deadline_set, file_of

DUE = date(2026, 7, 10)
ANSWER = Ref("deadline", "answer")
TRIAL = Ref("hearing", "trial")
TRIAL_AT = datetime(2026, 9, 1, 16, tzinfo=UTC)
WEEK = Period.parse("7 days")
WHY = "Because it is so"


def ordered(due: date = DUE) -> m.Ordered:
    """A date by order."""
    return m.Ordered(due=due, authority="Order")


def moving(follows: Ref = ANSWER, period: Period | None = WEEK) -> m.Derived:
    """A week before something."""
    return m.Derived(follows=follows, period=period)


def planned(task_id: str, *, again: str | None = None, **said: Any) -> m.TaskPlanned:
    """The planning of a task."""
    given = {"title": "Do it", "accountable": "A. Lawyer", **said}
    return m.TaskPlanned(
        task_id=task_id,
        terms=m.TaskTerms(**given),
        repeats_task=again,
        happened_on=DAY,
    )


def did(kind: type[Any], task_id: str, on: date = DAY, **said: Any) -> Any:
    """An event of a task, with what it needs."""
    if kind is m.TaskCompleted:
        said = {"completed_by": "A. Clerk", **said}
    if kind is m.TaskWaived:
        said = {"approved_by": "A. Partner", **said}
    if kind in (
        m.TaskSuspended,
        m.TaskFailed,
        m.TaskTerminated,
        m.TaskWaived,
        m.TaskReopened,
    ):
        said = {"ground": WHY, **said}
    return kind(task_id=task_id, happened_on=on, **said)


SET = deadline_set("answer", ordered())
HEARING = m.HearingSet(
    hearing_id="trial", title="Trial", hearing_at=TRIAL_AT, happened_on=DAY
)


def day_of(case: m.Case, task_id: str) -> date | None:
    """The day on which a task is shown."""
    return item_of(case, task_id).dates.shown


def item_of(case: m.Case, task_id: str) -> m.TaskItem:
    """A task in the agenda."""
    return next(i for i in case.agenda().tasks if i.task.task_id == task_id)


def codes(case: m.Case, on: date = DAY) -> dict[str, list[str]]:
    """The codes of the findings, by task."""
    found: dict[str, list[str]] = {}
    for one in m.task_findings(case, on=on):
        found.setdefault(one.task_id, []).append(one.code)
    return found


def test_a_task_has_a_day_of_its_own_one_that_moves_or_none() -> None:
    """Of a deadline, a hearing, an entry of the docket; with or without a period."""
    case = case_of(
        SET,
        HEARING,
        m.Filed(title="Complaint", happened_on=DAY),
        planned("own", due_on=date(2026, 6, 20)),
        planned("none"),
        planned("week", moves_with=moving()),
        planned("same", moves_with=moving(period=None)),
        planned("trial", moves_with=moving(TRIAL, Period.parse("2 months"))),
        planned(
            "filed", moves_with=evolve(moving(Ref("event", "e4")), direction="after")
        ),
    )
    assert {i.task.task_id: i.dates.shown for i in case.agenda().tasks} == {
        "own": date(2026, 6, 20),
        "none": None,
        "week": date(2026, 7, 3),
        "same": DUE,
        "trial": date(2026, 7, 1),
        "filed": date(2026, 6, 10),
    }
    assert [i.task.task_id for i in case.agenda().tasks][-1] == "none"


def test_it_moves_with_its_deadline_its_extension_and_what_that_follows() -> None:
    """The soft offset stays; the revision says that it moved."""
    soft = deadline_set("soft", moving(), title="Soft")
    file = file_of(SET, soft, planned("t", moves_with=moving(Ref("deadline", "soft"))))
    assert day_of(file.case, "t") == DUE - timedelta(days=14)
    before = item_of(file.case, "t").revision
    later = m.DeadlineRecomputed(
        deadline_id="answer", basis=ordered(DUE + timedelta(days=3)), happened_on=DAY
    )
    file = file.record(later, by="clerk", at=NOON)
    assert day_of(file.case, "t") == DUE - timedelta(days=11)
    assert item_of(file.case, "t").revision > before
    extended = m.DeadlineExtended(
        deadline_id="answer",
        successor_id="answer-2",
        basis=ordered(DUE + timedelta(days=30)),
        authority="Stipulation",
        happened_on=DAY,
    )
    file = file.record(extended, by="clerk", at=NOON + timedelta(hours=1))
    assert day_of(file.case, "t") == DUE + timedelta(days=16)
    assert item_of(file.case, "t").changed_at == NOON + timedelta(hours=1)


def test_it_moves_with_its_hearing_and_loses_its_day_with_it() -> None:
    """The day that it had last is kept, so that a calendar can take it back."""
    file = file_of(HEARING, planned("t", moves_with=moving(TRIAL)))
    moved = m.HearingContinued(
        hearing_id="trial", to_at=TRIAL_AT + timedelta(days=10), happened_on=DAY
    )
    file = file.record(moved, by="clerk", at=NOON)
    assert day_of(file.case, "t") == date(2026, 9, 4)
    off = m.HearingVacated(hearing_id="trial", happened_on=DAY)
    file = file.record(off, by="clerk", at=NOON)
    item = item_of(file.case, "t")
    assert (item.dates.shown, item.last_on) == (None, date(2026, 9, 4))
    assert item.dates.waits_for == ("hearing:trial",)
    assert item.revision == file.case.version
    assert codes(file.case) == {"t": ["no-day"]}


def test_it_loses_its_day_with_an_entry_that_is_struck() -> None:
    """Also where a deadline stands between, and its revision says so."""
    follows = moving(Ref("event", "e2"), None)
    file = file_of(
        m.Filed(title="Motion", happened_on=DAY),
        planned("direct", moves_with=follows),
        deadline_set("d", follows),
        m.DeadlineVacated(deadline_id="d", ground=WHY, happened_on=DAY),
        planned("by-way", moves_with=moving(Ref("deadline", "d"))),
    )
    struck = m.EntryStruck(entry_id="e2", ground=WHY, happened_on=DAY)
    file = file.record(struck, by="clerk", at=NOON)
    for name, last_on in (("direct", DAY), ("by-way", DAY - timedelta(days=7))):
        item = item_of(file.case, name)
        assert (item.dates.shown, item.last_on) == (None, last_on)
        assert item.revision == file.case.version


def test_what_was_counted_in_court_days_waits_to_be_counted_anew() -> None:
    """It shows the day that was counted, and says that it was from another day."""

    def counted(before: date) -> m.Derived:
        computation = lc.compute("5 court days", before=before, under="us-ca")
        return m.Derived(
            follows=ANSWER,
            period=Period.parse("5 court days"),
            counted_on="us-ca",
            computation=computation,
        )

    file = file_of(SET, planned("t", moves_with=counted(DUE)))
    day = day_of(file.case, "t")
    # The safe date: nobody said how the papers are served.
    assert day == date(2026, 6, 12)
    assert codes(file.case) == {}
    later = DUE + timedelta(days=7)
    moved = m.DeadlineRecomputed(
        deadline_id="answer", basis=ordered(later), happened_on=DAY
    )
    file = file.record(moved, by="clerk", at=NOON)
    assert day_of(file.case, "t") == day
    assert item_of(file.case, "t").state == "needs-review"
    assert codes(file.case) == {"t": ["day-outdated"]}
    assert "to be counted anew" in str(file.case.agenda())
    anew = m.TaskRescheduled(task_id="t", moves_with=counted(later), happened_on=DAY)
    file = file.record(anew, by="clerk", at=NOON)
    assert day_of(file.case, "t") == date(2026, 6, 18)
    assert (codes(file.case), item_of(file.case, "t").state) == ({}, "available")


def test_what_follows_nothing_or_no_entry_is_refused() -> None:
    """And what is unknown, and a day in no calendar."""
    file = file_of(SET)
    for follows, error in (
        (Ref("deadline", "nobody"), UnknownNameError),
        (Ref("event", "e2"), InvalidValueError),
    ):
        with pytest.raises(error):
            file.record(planned("t", moves_with=moving(follows)), by="c", at=NOON)
    with pytest.raises(UnknownNameError):
        file.record(planned("t", parent="nobody"), by="clerk", at=NOON)


def test_terms_that_contradict_themselves_are_refused() -> None:
    """Two days, none to repeat from, nobody, somebody twice, court days to repeat."""
    for error, said in (
        (ConflictingInputError, {"due_on": DAY, "moves_with": moving()}),
        (MissingInputError, {"repeats": m.Repeats(every=WEEK)}),
        (InvalidValueError, {"accountable": " "}),
        (InvalidValueError, {"responsible": ("A", "A")}),
        (InvalidTypeError, {"responsible": "A"}),
        (InvalidTypeError, {"moves_with": ordered()}),
        (InvalidValueError, {"prepares": (Ref("event", "e"),)}),
        (InvalidTypeError, {"prepares": "answer"}),
        (InvalidValueError, {"estimated_minutes": 0}),
    ):
        with pytest.raises(error):
            planned("t", **said)
    with pytest.raises(InvalidValueError, match="nobody says on whose calendar"):
        m.Repeats(every=Period.parse("3 court days"))
    with pytest.raises(MissingInputError):
        m.TaskRescheduled(task_id="t", happened_on=DAY)


def test_an_estimate_is_in_hours() -> None:
    """Kept in minutes, so that nothing is rounded."""
    case = case_of(planned("t", estimated_minutes=90), planned("u"))
    assert case.tasks["t"].terms.estimate == Decimal("1.5")
    assert case.tasks["u"].terms.estimate is None


def test_who_answers_for_it_and_did_before() -> None:
    """Exactly one answers for it, at any time."""
    again = m.TaskReassigned(
        task_id="t",
        accountable="B. Lawyer",
        responsible=("B. Clerk",),
        happened_on=DAY + timedelta(days=1),
    )
    task = case_of(planned("t", responsible=("A. Clerk",)), again).tasks["t"]
    assert (task.accountable, task.responsible) == ("B. Lawyer", ("B. Clerk",))
    assert [(a.accountable, a.from_on) for a in task.assigned] == [
        ("A. Lawyer", DAY),
        ("B. Lawyer", DAY + timedelta(days=1)),
    ]
    assert task.terms.accountable == "A. Lawyer"


def test_the_states_of_a_task() -> None:
    """As in CMMN, and nothing else; each step with its day and its event."""
    file = file_of(planned("t"), did(m.TaskEnabled, "t"), did(m.TaskStarted, "t"))
    file = file.record(did(m.TaskSuspended, "t", until_on=DUE), by="clerk", at=NOON)
    hold = file.case.tasks["t"].hold
    assert hold is not None
    assert (hold.ground, hold.until_on) == (WHY, DUE)
    with pytest.raises(IllegalTransitionError, match="TaskResumed"):
        file.record(did(m.TaskCompleted, "t"), by="clerk", at=NOON)
    file = file.record(
        did(m.TaskResumed, "t"), did(m.TaskFailed, "t"), by="clerk", at=NOON
    )
    task = file.case.tasks["t"]
    assert (task.hold, task.is_open, task.is_done) == (None, False, False)
    assert task.end is not None
    assert task.end.ground == WHY
    file = file.record(did(m.TaskReopened, "t"), by="clerk", at=NOON)
    assert file.case.tasks["t"].end is None
    file = file.record(did(m.TaskCompleted, "t"), by="clerk", at=NOON)
    task = file.case.tasks["t"]
    assert task.is_done
    assert [str(one.to) for one in task.steps] == [
        "enabled",
        "active",
        "suspended",
        "active",
        "failed",
        "active",
        "completed",
    ]
    for event in (
        did(m.TaskReassigned, "t", accountable="B"),
        did(m.TaskRescheduled, "t", due_on=DUE),
        did(m.TaskSequenced, "t"),
        did(m.TaskTerminated, "t"),
    ):
        with pytest.raises(IllegalTransitionError):
            file.record(event, by="clerk", at=NOON)


def test_a_task_that_is_not_needed_can_be_needed_again() -> None:
    """With the ground for which it was not, as long as it is not."""
    file = file_of(planned("t"), did(m.TaskDisabled, "t", ground=WHY))
    end = file.case.tasks["t"].end
    assert end is not None
    assert end.ground == WHY
    assert m.ready_tasks(file.case) == ()
    file = file.record(did(m.TaskEnabled, "t"), by="clerk", at=NOON)
    assert (file.case.tasks["t"].end, file.case.tasks["t"].is_open) == (None, True)


def test_what_shows_that_it_is_done_stands_on_the_docket() -> None:
    """And not something else, nor what was struck."""
    file = file_of(
        planned("t"),
        m.Filed(title="Motion", happened_on=DAY),
        m.EntryStruck(entry_id="e3", ground=WHY, happened_on=DAY),
    )
    for ref in (Ref("event", "e3"), Ref("event", "e2"), Ref("task", "t")):
        with pytest.raises(InvalidValueError, match="no entry that stands"):
            file.record(did(m.TaskCompleted, "t", by_event=ref), by="clerk", at=NOON)


def test_invariant_20_no_open_part_under_a_task_that_is_done_with() -> None:
    """Completing is refused by name; giving up takes the parts; each way back too."""
    file = file_of(
        planned("whole"),
        planned("part", parent="whole"),
        planned("deep", parent="part"),
        planned("off", parent="whole"),
        did(m.TaskDisabled, "off"),
    )
    assert file.case.tasks["whole"].parts == ("part", "off")
    for kind in (m.TaskCompleted, m.TaskDisabled):
        with pytest.raises(IllegalTransitionError, match="open: part, deep"):
            file.record(did(kind, "whole"), by="clerk", at=NOON)
    begun = file.record(did(m.TaskStarted, "whole"), by="clerk", at=NOON)
    with pytest.raises(IllegalTransitionError, match="open: part, deep"):
        begun.record(did(m.TaskFailed, "whole"), by="clerk", at=NOON)
    gone = file.record(did(m.TaskTerminated, "whole"), by="clerk", at=NOON)
    for name in ("part", "deep"):
        task = gone.case.tasks[name]
        assert (task.state, task.end and task.end.with_task) == ("terminated", "whole")
        assert task.revision == gone.case.version
    assert gone.case.tasks["off"].state == "disabled"
    for event in (
        did(m.TaskReopened, "deep"),
        did(m.TaskEnabled, "off"),
        planned("new", parent="whole"),
    ):
        with pytest.raises(IllegalTransitionError, match="TaskReopened for that first"):
            gone.record(event, by="clerk", at=NOON)
    back = gone.record(did(m.TaskReopened, "whole"), by="clerk", at=NOON)
    assert back.case.tasks["part"].state == "terminated"
    # What was never so is retracted, and all stand where they stood.
    undone = gone.retract(gone.log[-1].event_id, ground="Typo", by="clerk", at=NOON)
    assert [str(one.state) for one in undone.case.tasks] == [
        "available",
        "available",
        "available",
        "disabled",
    ]


def test_a_waiver_is_approved_and_what_comes_after_goes_on() -> None:
    """The parts are given up with it; they are not waived themselves."""
    case = case_of(
        planned("a"),
        planned("part", parent="a"),
        planned("b", after=("a",)),
        did(m.TaskWaived, "a"),
    )
    waived = case.tasks["a"]
    assert (waived.is_waived, waived.is_done, waived.state) == (
        True,
        True,
        "terminated",
    )
    assert item_of(case, "a").state == "waived"
    assert not case.tasks["part"].is_waived
    assert [one.task.task_id for one in m.ready_tasks(case)] == ["b"]


def test_invariant_21_nothing_waits_for_itself() -> None:
    """Refused when it is recorded, with the circle named; by way of parents too."""
    file = file_of(planned("a"), planned("b", after=("a",)), planned("c", after=("b",)))
    with pytest.raises(InvalidValueError, match="a → c → b → a"):
        file.record(did(m.TaskSequenced, "a", after=("c",)), by="clerk", at=NOON)
    with pytest.raises(InvalidValueError, match="a → a"):
        file.record(did(m.TaskSequenced, "a", after=("a",)), by="clerk", at=NOON)
    # A part that comes after its whole, and one after what comes after that.
    for name in ("a", "b", "c"):
        with pytest.raises(InvalidValueError, match="would wait for itself"):
            file.record(planned("x", parent="a", after=(name,)), by="clerk", at=NOON)
    file = file.record(planned("x", parent="c", after=("a",)), by="clerk", at=NOON)
    with pytest.raises(InvalidValueError, match="would wait for itself"):
        file.record(did(m.TaskSequenced, "b", after=("x",)), by="clerk", at=NOON)
    free = file.record(did(m.TaskSequenced, "c"), by="clerk", at=NOON)
    free.record(did(m.TaskSequenced, "b", after=("x",)), by="clerk", at=NOON)


def test_what_can_be_worked_on_now() -> None:
    """What is begun or free, those due first; never a whole with open parts."""
    file = file_of(
        planned("late", due_on=date(2026, 6, 30)),
        planned("whole", due_on=date(2026, 6, 1)),
        planned("part", parent="whole", due_on=date(2026, 6, 20)),
        planned("next", after=("whole",)),
        planned("under", parent="next"),
        planned("held"),
        did(m.TaskStarted, "held"),
        did(m.TaskSuspended, "held"),
        planned("begun", after=("whole",)),
        did(m.TaskStarted, "begun"),
    )

    def ready(file: m.CaseFile) -> list[str]:
        return [one.task.task_id for one in m.ready_tasks(file.case)]

    assert ready(file) == ["part", "late", "begun"]
    file = file.record(did(m.TaskCompleted, "part"), by="clerk", at=NOON)
    assert ready(file) == ["whole", "late", "begun"]
    file = file.record(did(m.TaskCompleted, "whole"), by="clerk", at=NOON)
    assert ready(file) == ["late", "begun", "under"]


def test_invariant_14_a_task_is_not_due_after_what_it_prepares() -> None:
    """A pinned day stays and is found; one that moves keeps its distance."""
    file = file_of(
        SET,
        HEARING,
        planned("pinned", due_on=date(2026, 7, 6), prepares=(ANSWER,)),
        planned("moves", moves_with=moving(), satisfies=("answer",)),
        planned("hearing", due_on=date(2026, 8, 31), prepares=(TRIAL,)),
    )
    assert codes(file.case) == {}
    sooner = m.DeadlineRecomputed(
        deadline_id="answer", basis=ordered(date(2026, 7, 1)), happened_on=DAY
    )
    earlier = m.HearingContinued(
        hearing_id="trial", to_at=TRIAL_AT - timedelta(days=2), happened_on=DAY
    )
    file = file.record(sooner, earlier, by="clerk", at=NOON)
    assert day_of(file.case, "pinned") == date(2026, 7, 6)
    assert day_of(file.case, "moves") == date(2026, 6, 24)
    assert codes(file.case) == {
        "pinned": ["due-too-late"],
        "hearing": ["due-too-late"],
    }
    found = m.task_findings(file.case, on=DAY)[0]
    assert (
        found.text == "it is pinned to 2026-07-06, after deadline:answer on 2026-07-01"
    )
    assert (found.severity, found.evidence) == ("critical", ("deadline:answer",))


def test_a_task_never_meets_a_deadline_silently() -> None:
    """What it satisfies is proposed, for its last extension, and found until then."""
    file = file_of(
        SET,
        m.DeadlineExtended(
            deadline_id="answer",
            successor_id="answer-2",
            basis=ordered(DUE + timedelta(days=7)),
            authority="Stipulation",
            happened_on=DAY,
        ),
        planned("t", satisfies=("answer",), moves_with=moving()),
    )
    assert m.deadlines_met_by(file.case, "t") == ()
    then = NOON + timedelta(days=60)
    file = file.record(
        Draft(m.Filed(title="Answer", happened_on=DUE), event_id="filed"),
        did(m.TaskCompleted, "t", on=DUE, by_event=Ref("event", "filed")),
        by="clerk",
        at=then,
    )
    assert file.case.deadlines["answer-2"].is_open
    assert codes(file.case) == {"t": ["deadline-not-recorded"]}
    (met,) = m.deadlines_met_by(file.case, "t")
    assert met == m.DeadlineMet(
        deadline_id="answer-2",
        met_by="A. Clerk",
        by_event=Ref("event", "filed"),
        happened_on=DUE,
    )
    file = file.record(met, by="lawyer", at=then)
    assert file.case.deadlines["answer-2"].outcome is m.Outcome.MET
    assert (m.deadlines_met_by(file.case, "t"), codes(file.case)) == ((), {})


def test_what_shows_nothing_meets_nothing() -> None:
    """Unless whoever records it says what does."""
    case = case_of(SET, planned("t", satisfies=("answer",)), did(m.TaskCompleted, "t"))
    with pytest.raises(MissingInputError, match="Nothing shows"):
        m.deadlines_met_by(case, "t")
    (met,) = m.deadlines_met_by(case, "t", evidence="Receipt")
    assert met.evidence == "Receipt"


def test_what_a_task_leaves_behind_is_found() -> None:
    """Given up before its deadline, or shown by what was struck since."""
    file = file_of(
        SET,
        m.Filed(title="Answer", happened_on=DAY),
        planned("t", satisfies=("answer",)),
        did(m.TaskTerminated, "t"),
    )
    assert codes(file.case) == {"t": ["deadline-left"]}
    other = file.record(planned("u", satisfies=("answer",)), by="clerk", at=NOON)
    assert codes(other.case) == {}
    again = did(m.TaskCompleted, "u", by_event=Ref("event", "e3"))
    other = other.record(again, by="clerk", at=NOON)
    met = m.deadlines_met_by(other.case, "u")
    struck = m.EntryStruck(entry_id="e3", ground=WHY, happened_on=DAY)
    other = other.record(*met, struck, by="clerk", at=NOON)
    assert other.case.deadlines["answer"].is_open
    assert codes(other.case) == {"u": ["shown-no-more", "deadline-not-recorded"]}


def test_what_prepares_nothing_any_more_is_found_and_can_be_given_up() -> None:
    """The deadline was vacated, or the hearing held; a whole takes its parts."""
    file = file_of(
        SET,
        HEARING,
        planned("both", prepares=(ANSWER, TRIAL)),
        planned("answer", prepares=(ANSWER,)),
        planned("part", parent="answer", prepares=(ANSWER,)),
        m.DeadlineVacated(deadline_id="answer", ground=WHY, happened_on=DAY),
    )
    assert codes(file.case) == {
        "answer": ["nothing-left-to-prepare"],
        "part": ["nothing-left-to-prepare"],
    }
    proposed = m.tasks_to_give_up(file.case, on=DAY)
    assert [one.task_id for one in proposed] == ["answer"]
    file = file.record(*proposed, by="clerk", at=NOON)
    assert codes(file.case) == {}
    assert m.tasks_to_give_up(file.case, on=DAY) == ()
    held = m.HearingHeld(hearing_id="trial", happened_on=DAY)
    file = file.record(held, by="clerk", at=NOON)
    assert [one.task_id for one in m.tasks_to_give_up(file.case, on=DAY)] == ["both"]


def test_findings_of_order() -> None:
    """Begun too early, due before what is first or after its whole, waiting in vain."""
    file = file_of(
        planned("a", due_on=date(2026, 6, 20)),
        planned("b", due_on=date(2026, 6, 10), after=("a",)),
        planned("part", parent="a", due_on=date(2026, 6, 21)),
        did(m.TaskStarted, "b"),
    )
    assert codes(file.case) == {
        "b": ["due-before-what-comes-first", "begun-out-of-order"],
        "part": ["due-after-its-whole"],
    }
    file = file.record(did(m.TaskTerminated, "a"), by="clerk", at=NOON)
    assert codes(file.case)["b"] == ["waits-in-vain", "begun-out-of-order"]
    on = date(2026, 6, 11)
    assert codes(file.case, on)["b"][0] == "overdue"
    with pytest.raises(InvalidTypeError):
        m.task_findings(file.case, on="2026-06-11")  # type: ignore[arg-type]  # refused


def test_what_is_on_hold_comes_up_again() -> None:
    """By a day, or by a part that is worked on or has a day to come; else never."""
    held = (planned("t"), did(m.TaskStarted, "t"), did(m.TaskSuspended, "t"))
    assert codes(case_of(*held)) == {"t": ["stuck"]}
    assert codes(case_of(*held, planned("p", parent="t"))) == {"t": ["stuck"]}
    timed = case_of(*held, planned("p", parent="t", due_on=DUE))
    assert codes(timed) == {}
    assert codes(timed, DUE + timedelta(days=1))["t"] == ["stuck"]
    begun = case_of(*held, planned("p", parent="t"), did(m.TaskStarted, "p"))
    assert codes(begun) == {}
    until = did(m.TaskSuspended, "t", until_on=DUE)
    case = case_of(*held[:2], until)
    assert codes(case, DUE) == {}
    assert codes(case, DUE + timedelta(days=1)) == {"t": ["hold-is-over"]}


def test_a_task_that_comes_again() -> None:
    """One is open at a time; days are counted from the first: the 31st comes back."""
    repeats = m.Repeats(every=Period.parse("1 month"), until_on=date(2027, 4, 30))
    file = file_of(planned("r", due_on=date(2026, 12, 31), repeats=repeats))
    days = []
    name = "r"
    for _ in range(10):
        assert m.next_task(file.case, name, on=DAY) is None  # it is still open
        with pytest.raises(IllegalTransitionError, match="only one is open"):
            file.record(planned("x", again=name), by="clerk", at=NOON)
        file = file.record(did(m.TaskCompleted, name), by="clerk", at=NOON)
        event = m.next_task(file.case, name, on=DAY)
        if event is None:
            break
        file = file.record(event, by="clerk", at=NOON)
        name = event.task_id
        days.append(day_of(file.case, name))
    assert days == [
        date(2027, 1, 31),
        date(2027, 2, 28),
        date(2027, 3, 31),
        date(2027, 4, 30),
    ]
    last = file.case.tasks["r.5"]
    assert (last.row, last.nth, last.repeated_by) == ("r", 5, None)
    assert file.case.tasks["r"].repeated_by == "r.2"
    with pytest.raises(InvalidValueError, match=r"comes 'r\.2' already"):
        file.record(planned("x", again="r"), by="clerk", at=NOON)


def test_invariant_20_of_what_comes_again_one_is_open() -> None:
    """Also where an earlier one would be opened again."""
    file = file_of(
        planned("once"),
        planned("r", due_on=DAY, repeats=m.Repeats(every=WEEK)),
        did(m.TaskReassigned, "r", accountable="B. Lawyer"),
        did(m.TaskCompleted, "r"),
        did(m.TaskCompleted, "once"),
    )
    with pytest.raises(InvalidValueError, match="does not come again"):
        file.record(planned("x", again="once"), by="clerk", at=NOON)
    assert m.next_task(file.case, "once", on=DAY) is None
    event = m.next_task(file.case, "r", on=DAY, new_id="second")
    assert event is not None
    assert event.terms.accountable == "B. Lawyer"
    file = file.record(event, by="clerk", at=NOON)
    with pytest.raises(IllegalTransitionError, match="'second' is available"):
        file.record(did(m.TaskReopened, "r"), by="clerk", at=NOON)
    assert m.next_task(file.case, "r", on=DAY) is None  # it has its next
    given_up = file.record(did(m.TaskTerminated, "second"), by="clerk", at=NOON)
    assert m.next_task(given_up.case, "second", on=DAY) is None
    waived = file.record(did(m.TaskWaived, "second"), by="clerk", at=NOON)
    third = m.next_task(waived.case, "second", on=DAY)
    assert third is not None
    assert (third.task_id, third.terms.due_on) == ("r.3", DAY + timedelta(days=14))


def test_a_next_time_leaves_out_what_is_over() -> None:
    """And there is none under a parent that is done with."""
    file = file_of(
        SET,
        HEARING,
        planned("whole"),
        planned(
            "r",
            parent="whole",
            due_on=DAY,
            repeats=m.Repeats(every=WEEK),
            prepares=(ANSWER, TRIAL),
            satisfies=("answer",),
        ),
        m.DeadlineWaived(deadline_id="answer", ground=WHY, happened_on=DAY),
        did(m.TaskCompleted, "r"),
    )
    event = m.next_task(file.case, "r", on=DAY)
    assert event is not None
    assert (event.terms.prepares, event.terms.satisfies) == ((TRIAL,), ())
    file = file.record(did(m.TaskCompleted, "whole"), by="clerk", at=NOON)
    assert m.next_task(file.case, "r", on=DAY) is None


def test_a_case_is_not_closed_over_open_tasks() -> None:
    """How many there are, and which, by id."""
    disposed = m.CaseDisposed(disposition="Settled", happened_on=DAY)
    filed = m.Filed(title="Complaint", happened_on=DAY)
    file = file_of(filed, planned("t"), planned("u"), disposed)
    closed = m.CaseClosed(happened_on=DAY)
    with pytest.raises(IllegalTransitionError, match="became of 't', 'u'"):
        file.record(closed, by="clerk", at=NOON)
    done = (did(m.TaskCompleted, "t"), did(m.TaskCompleted, "u"))
    file.record(*done, closed, by="clerk", at=NOON)


def test_a_correction_says_so_in_every_task() -> None:
    """Another day of the deadline is another day of the task."""
    file = file_of(SET, planned("t", moves_with=moving()), planned("u"))
    terms = evolve(SET.terms, basis=ordered(DUE + timedelta(days=1)))
    file = file.correct("e2", ground="Typo", by="clerk", at=NOON, terms=terms)
    assert day_of(file.case, "t") == date(2026, 7, 4)
    assert {i.revision for i in file.case.agenda().tasks} == {file.case.version}
    # Another whole: the tree is that of the corrected log.
    file = file_of(planned("a"), planned("b"), planned("c", parent="a"))
    of_b = m.TaskTerms(title="Do it", accountable="A. Lawyer", parent="b")
    file = file.correct("e4", ground="Typo", by="clerk", at=NOON, terms=of_b)
    assert [one.parts for one in file.case.tasks] == [(), ("c",), ()]
    # What others hang on cannot be taken away.
    file = file_of(planned("t"), planned("u", parent="t"))
    with pytest.raises(lc.LegalCaseError):
        file.retract("e2", ground="Typo", by="clerk", at=NOON)


def test_tasks_stand_beside_deadlines_in_the_agenda_and_are_none_of_them() -> None:
    """`items`, `open` and `overdue` are those of deadlines, as ever."""
    case = case_of(
        SET,
        HEARING,
        planned("t", moves_with=moving(), prepares=(ANSWER,), satisfies=("answer",)),
        planned("u", after=("t",)),
        planned("v"),
        did(m.TaskCompleted, "v"),
    )
    agenda = case.agenda()
    assert [i.deadline.deadline_id for i in agenda.open] == ["answer"]
    assert [i.task.task_id for i in agenda.open_tasks] == ["t", "u"]
    text = str(agenda)
    assert text.index("Do it") < text.index("Answer") < text.index("Trial")
    assert "task available" in text
    assert "for answer" in text
    assert "after t" in text
    assert "2 open of 3" in case._repr_html_()
    row = agenda.tasks[0].to_dict()
    assert (row["task_id"], row["due_on"], row["prepares"]) == (
        "t",
        "2026-07-03",
        ["deadline:answer"],
    )
    assert "Do it" not in repr(case.tasks["t"]) + repr(agenda.tasks)


def test_a_task_is_for_the_firm_unless_it_says_otherwise() -> None:
    """The stricter of what its terms and its line say."""
    client = Label(audience="client")
    file = file_of(planned("t"), planned("c", label=client))
    owner = Draft(planned("o", label=client), label=Label(audience="owner"))
    file = file.record(owner, by="clerk", at=NOON)
    assert [one.label.audience for one in file.case.tasks] == [
        "firm",
        "client",
        "owner",
    ]


def test_as_it_was_known_and_as_it_was_true() -> None:
    """A task is there from the day of its planning on."""
    later = did(m.TaskCompleted, "t", on=DAY + timedelta(days=2))
    file = file_of(planned("t")).record(later, by="c", at=NOON + timedelta(days=3))
    assert file.as_of(known_at=2).tasks["t"].is_open
    assert file.as_of(true_on=DAY).tasks["t"].is_open
    assert not file.as_of(true_on=DAY + timedelta(days=2)).tasks["t"].is_open
