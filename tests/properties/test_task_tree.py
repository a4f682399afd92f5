"""Whatever is recorded of tasks, their tree, their order and their days hold.

Random events, most of them possible and many not. After each that is: no open part
under what is done with, one open time of what comes again, and an order in which all
can be done, as an oracle finds it that knows no graph; days move as the deadline does,
and what was pinned stays and is found.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import legalcase.model as m
from legalcase.dates import Period
from legalcase.errors import IllegalTransitionError, InvalidValueError, LegalCaseError
from legalcase.kernel import Event, Ref

FIRST = date(2026, 1, 5)
NOON = datetime(2026, 6, 3, 12, tzinfo=UTC)
LIMIT = Ref("deadline", "limit")
IDS = tuple(f"t{number}" for number in range(7))
ids = st.sampled_from(IDS)
days = st.integers(0, 60).map(lambda n: NOON.date() + timedelta(days=n))
some_ids = st.lists(ids, max_size=2, unique=True).map(tuple)


def soft(number: int) -> m.Derived:
    """So many days before the deadline."""
    return m.Derived(follows=LIMIT, period=Period(number, "day"))


@st.composite
def terms(draw: st.DrawFn) -> m.TaskTerms:
    """Of a task that may hang together with others, and be due."""
    kind = draw(st.sampled_from(("own", "moves", "none")))
    again = kind == "own" and draw(st.booleans())
    return m.TaskTerms(
        title="Do it",
        accountable="A. Lawyer",
        due_on=draw(days) if kind == "own" else None,
        moves_with=soft(draw(st.integers(1, 9))) if kind == "moves" else None,
        parent=draw(st.none() | ids),
        after=draw(some_ids),
        prepares=draw(st.sampled_from(((), (LIMIT,)))),
        satisfies=draw(st.sampled_from(((), ("limit",)))),
        repeats=m.Repeats(every=Period(1, "week")) if again else None,
    )


def of(kind: type[Event], **fields: Any) -> st.SearchStrategy[Event]:
    """Events of a kind for any task."""
    return st.builds(kind, task_id=ids, happened_on=st.just(FIRST), **fields)


why = st.just("Why")
PLANNED = of(m.TaskPlanned, terms=terms(), repeats_task=st.none() | st.none() | ids)
EVENTS = st.one_of(
    PLANNED,
    PLANNED,
    PLANNED,
    of(m.TaskEnabled),
    of(m.TaskDisabled),
    of(m.TaskStarted),
    of(m.TaskSuspended, ground=why, until_on=st.none() | days),
    of(m.TaskResumed),
    of(m.TaskCompleted, completed_by=why, evidence=why),
    of(m.TaskCompleted, completed_by=why, evidence=why),
    of(m.TaskFailed, ground=why),
    of(m.TaskTerminated, ground=why),
    of(m.TaskWaived, ground=why, approved_by=why),
    of(m.TaskReopened, ground=why),
    of(m.TaskSequenced, after=some_ids),
    of(m.TaskSequenced, after=some_ids),
    of(m.TaskRescheduled, due_on=days),
    st.builds(
        m.DeadlineRecomputed,
        deadline_id=st.just("limit"),
        basis=days.map(lambda day: m.Ordered(due=day, authority="Order")),
        happened_on=st.just(FIRST),
    ),
)


def opened() -> m.CaseFile:
    """A case with a deadline."""
    file = m.CaseFile.open(
        m.CaseOpened(caption="Roe v. Acme", happened_on=FIRST),
        case_id="roe",
        by="clerk",
        at=NOON,
    )
    set_ = m.DeadlineSet(
        deadline_id="limit",
        terms=m.DeadlineTerms(
            title="Answer", basis=m.Ordered(due=date(2026, 7, 1), authority="Order")
        ),
        happened_on=FIRST,
    )
    return file.record(set_, by="clerk", at=NOON)


def can_all_be_done(tasks: dict[str, m.TaskTerms]) -> bool:
    """Do them: begin what may begin, end what may end, as long as something changes."""
    begun: set[str] = set()
    ended: set[str] = set()
    while True:
        before = len(begun) + len(ended)
        for name, one in tasks.items():
            if one.parent in begun | {None} and set(one.after) <= ended:
                begun.add(name)
            parts = {other for other, each in tasks.items() if each.parent == name}
            if name in begun and parts <= ended:
                ended.add(name)
        if len(begun) + len(ended) == before:
            return len(ended) == len(tasks)


def with_event(case: m.Case, event: Event) -> dict[str, m.TaskTerms]:
    """The terms of all tasks as an event would have them."""
    found = {one.task_id: one.terms for one in case.tasks}
    if isinstance(event, m.TaskPlanned):
        found[event.task_id] = event.terms
    if isinstance(event, m.TaskSequenced):
        found[event.task_id] = evolve(found[event.task_id], after=event.after)
    return found


def check_tree(case: m.Case) -> None:
    """Invariants 20 and 21."""
    rows: dict[str, int] = {}
    for task in case.tasks:
        over = None if task.terms.parent is None else case.tasks[task.terms.parent]
        assert over is None or over.is_open or not task.is_open
        assert over is None or over.parts.count(task.task_id) == 1
        rows[task.row] = rows.get(task.row, 0) + task.is_open
        assert (task.end is not None) == (task.state in ENDED)
        assert (task.hold is not None) == (task.state == "suspended")
    assert all(count <= 1 for count in rows.values())
    assert can_all_be_done({one.task_id: one.terms for one in case.tasks})


ENDED = ("completed", "disabled", "failed", "terminated")


def check_days(case: m.Case, on: date) -> None:
    """Invariant 14, and what is on hold."""
    hard = case.dates("limit").shown
    assert hard is not None
    found = {(one.task_id, one.code) for one in m.task_findings(case, on=on)}
    for item in case.agenda().tasks:
        task, shown = item.task, item.dates.shown
        moves_with = task.terms.moves_with
        if moves_with is None:
            assert shown == task.terms.due_on
        else:
            assert moves_with.period is not None
            assert shown == hard - timedelta(days=moves_with.period.number)
        for_it = task.terms.prepares or task.terms.satisfies
        late = bool(task.is_open and for_it and shown and shown > hard)
        is_left = case.deadlines["limit"].is_open
        assert ((task.task_id, "due-too-late") in found) == (late and is_left)
        if task.state == "suspended" and (task.task_id, "stuck") not in found:
            hold = task.hold
            assert hold is not None
            parts = [i for i in case.agenda().tasks if under(case, i.task, task)]
            assert hold.until_on is not None or any(
                i.task.state == "active"
                or (i.task.is_open and i.dates.shown and i.dates.shown >= on)
                for i in parts
            )


def under(case: m.Case, task: m.Task, over: m.Task) -> bool:
    """Whether a task is a part of another, or of a part."""
    while task.terms.parent is not None:
        task = case.tasks[task.terms.parent]
        if task == over:
            return True
    return False


def check_proposals(file: m.CaseFile) -> None:
    """What is proposed can be recorded as it is."""
    case = file.case
    for task in case.tasks:
        event = m.next_task(case, task.task_id, on=FIRST)
        if event is not None:
            after = file.record(event, by="clerk", at=NOON).case
            assert after.tasks[event.task_id].nth == task.nth + 1
        for met in m.deadlines_met_by(case, task.task_id):
            after = file.record(met, by="clerk", at=NOON).case
            assert after.deadlines["limit"].outcome is m.Outcome.MET
    over = m.DeadlineWaived(deadline_id="limit", ground="Why", happened_on=FIRST)
    file = file.record(over, by="clerk", at=NOON)
    given_up = m.tasks_to_give_up(file.case, on=FIRST)
    file = file.record(*given_up, by="clerk", at=NOON) if given_up else file
    assert m.tasks_to_give_up(file.case, on=FIRST) == ()
    for item in m.ready_tasks(file.case):
        assert item.task.is_open


@given(st.lists(EVENTS, min_size=4, max_size=25), days)
def test_invariants_14_20_and_21_hold_whatever_is_recorded(
    events: list[Event], on: date
) -> None:
    """After every event; what is refused as a circle is one, and no other is."""
    file = opened()
    for event in events:
        try:
            file = file.record(event, by="clerk", at=NOON)
        except InvalidValueError as error:
            if "would wait for itself" in str(error):
                assert not can_all_be_done(with_event(file.case, event))
            continue
        except (IllegalTransitionError, LegalCaseError):
            continue
        check_tree(file.case)
        check_days(file.case, on)
    assert m.Case.from_events(file.log) == file.case
    check_proposals(file)
