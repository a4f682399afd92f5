"""How events change the tasks of a case, and which they refuse."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import evolve

from legalcase.errors import IllegalTransitionError, InvalidValueError
from legalcase.kernel.events.label import borne
from legalcase.model.deadlines.beside import around_in
from legalcase.model.docket.facet import DOCKET
from legalcase.model.tasks.dates import task_dates
from legalcase.model.tasks.lifecycle import TASK
from legalcase.model.tasks.state import (
    PLANNED,
    Task,
    TaskAssignment,
    TaskEnd,
    TaskHold,
    TaskState,
    TaskStep,
)
from legalcase.model.tasks.tree import (
    below,
    cycle_through,
    open_in_row,
    open_parts,
    under_closed,
    waits_for_its_whole,
)

if TYPE_CHECKING:
    from legalcase.kernel.folding.folded import Folded
    from legalcase.kernel.lines.recorded import Recorded
    from legalcase.kernel.register import Register
    from legalcase.model.tasks.events import (
        TaskCompleted,
        TaskPlanned,
        TaskReassigned,
        TaskReopened,
        TaskRescheduled,
        TaskSequenced,
        TaskSuspended,
        TaskTerminated,
        TaskWaived,
    )
    from legalcase.model.tasks.terms import TaskTerms

    Tasks = Register[Task]

__all__ = [
    "check_completed",
    "completed",
    "given_up",
    "moved",
    "planned",
    "reassigned",
    "reopened",
    "rescheduled",
    "sequenced",
    "suspended",
]


def planned(tasks: Tasks, event: TaskPlanned, line: Recorded, before: Folded) -> Tasks:
    """Return the tasks with a new one."""
    terms = event.terms
    new = Task(
        task_id=event.task_id,
        terms=terms,
        label=borne(terms.label, line.label, kind=PLANNED),
        planned_by=line.actor,
        planned_event=line.event_id,
        assigned=(
            TaskAssignment(
                accountable=terms.accountable,
                responsible=terms.responsible,
                from_on=event.happened_on,
                event_id=line.event_id,
            ),
        ),
        row=event.task_id,
        revision=line.number,
        changed_at=line.recorded_at,
    )
    check_day(terms, before)
    if event.repeats_task is not None:
        tasks, new = _in_row(tasks, new, event.repeats_task)
    tasks = tasks.with_(new.task_id, new)
    if terms.parent is not None:
        _check_under(tasks, new, "TaskPlanned")
        parent = tasks[terms.parent]
        parts = (*parent.parts, new.task_id)
        tasks = tasks.with_(parent.task_id, evolve(parent, parts=parts))
        if waits_for_its_whole(tasks, new):
            _check_order(tasks, new)
    return tasks


def _in_row(tasks: Tasks, new: Task, name: str) -> tuple[Tasks, Task]:
    """Put a task behind the one that it repeats."""
    last = tasks[name]
    if last.terms.repeats is None:
        msg = (
            f"Task {name!r} does not come again. Plan {new.task_id!r} without "
            "repeats_task, or correct the terms of the first."
        )
        raise InvalidValueError(msg, field="repeats_task", value=name)
    if last.repeated_by is not None:
        msg = (
            f"After task {name!r} comes {last.repeated_by!r} already. Let "
            f"{new.task_id!r} repeat the last of the row."
        )
        raise InvalidValueError(msg, field="repeats_task", value=name)
    if last.is_open:
        msg = (
            f"Task {name!r} is {last.state}, and of what comes again only one is open "
            "at a time. Record first what became of it."
        )
        raise IllegalTransitionError(
            msg, subject=name, state=str(last.state), step="TaskPlanned"
        )
    tasks = tasks.with_(name, evolve(last, repeated_by=new.task_id))
    return tasks, evolve(new, row=last.row, nth=last.nth + 1)


def check_day(terms: TaskTerms, before: Folded) -> None:
    """Refuse what has no day, and a day that is in no calendar."""
    around = around_in(before)
    moves_with = terms.moves_with
    if (
        moves_with is not None
        and moves_with.follows.noun == "event"
        and moves_with.follows.id not in around.docket
    ):
        msg = (
            "What the task follows is no entry of the docket. Follow a filing, a "
            "service, an order or a judgment, by the id of its event."
        )
        raise InvalidValueError(msg, field="follows", value=moves_with.follows.id)
    task_dates(around, terms)


def _check_under(tasks: Tasks, task: Task, step: str) -> None:
    over = under_closed(tasks, task)
    if over is not None:
        msg = (
            f"Task {task.task_id!r} is a part of {over.task_id!r}, which is "
            f"{over.state}. Record TaskReopened for that first, or give the task "
            "another parent."
        )
        raise IllegalTransitionError(
            msg, subject=task.task_id, state=str(over.state), step=step
        )


def _check_order(tasks: Tasks, task: Task) -> None:
    circle = cycle_through(tasks, task.task_id)
    if circle:
        msg = (
            f"Task {task.task_id!r} would wait for itself: {' → '.join(circle)} → "
            f"{circle[0]}. Leave one of them out of `after`."
        )
        raise InvalidValueError(msg, field="after", value=task.task_id)


def _check_parts(tasks: Tasks, task: Task, step: str) -> None:
    left = open_parts(tasks, task)
    if left:
        msg = (
            f"Task {task.task_id!r} has parts that are open: {', '.join(left)}. Record "
            "first what became of each, or TaskTerminated, which gives them up too."
        )
        raise IllegalTransitionError(
            msg, subject=task.task_id, state=str(task.state), step=step
        )


def _stepped(
    tasks: Tasks, event: Any, line: Recorded, **changes: Any
) -> tuple[Tasks, Task]:
    """Return the tasks after one took the step of an event, and that task."""
    old = tasks[event.task_id]
    to = TaskState(TASK.after(type(event), str(old.state), old.task_id))
    step = TaskStep(to=to, on=event.happened_on, event_id=line.event_id)
    new = old.changed(line, state=to, steps=(*old.steps, step), **changes)
    return tasks.with_(new.task_id, new), new


def moved(tasks: Tasks, event: Any, line: Recorded, _: Folded) -> Tasks:
    """Return the tasks after one was enabled, disabled, begun, resumed, or failed."""
    step = type(event).__name__
    after, new = _stepped(tasks, event, line, hold=None, end=None)
    if new.is_open:
        _check_under(tasks, new, step)
        return after
    _check_parts(tasks, new, step)
    end = TaskEnd(on=event.happened_on, ground=event.ground, event_id=line.event_id)
    return after.with_(new.task_id, evolve(new, end=end))


def suspended(tasks: Tasks, event: TaskSuspended, line: Recorded, _: Folded) -> Tasks:
    """Return the tasks after one was put on hold."""
    hold = TaskHold(
        ground=event.ground, until_on=event.until_on, event_id=line.event_id
    )
    return _stepped(tasks, event, line, hold=hold)[0]


def completed(tasks: Tasks, event: TaskCompleted, line: Recorded, _: Folded) -> Tasks:
    """Return the tasks after one was done; its parts have to be done with."""
    end = TaskEnd(
        on=event.happened_on,
        at=event.happened_at,
        by=event.completed_by,
        by_event=None if event.by_event is None else event.by_event.id,
        evidence=event.evidence,
        event_id=line.event_id,
    )
    after, new = _stepped(tasks, event, line, end=end)
    _check_parts(tasks, new, "TaskCompleted")
    return after


def check_completed(
    _: Tasks, event: TaskCompleted, __: Recorded, before: Folded
) -> None:
    """Refuse to show that a task is done by what does not stand on the docket."""
    if event.by_event is None:
        return
    name = event.by_event.id
    entry = before[DOCKET].find(name) if event.by_event.noun == "event" else None
    if entry is None or not entry.stands:
        msg = (
            f"{str(event.by_event)!r} is no entry that stands on the docket, and "
            "cannot show that the task is done. Refer to one, or pass evidence='…'."
        )
        raise InvalidValueError(msg, field="by_event", value=name)


def given_up(
    tasks: Tasks, event: TaskTerminated | TaskWaived, line: Recorded, _: Folded
) -> Tasks:
    """Return the tasks after one was given up or waived, and its open parts with it."""
    end = TaskEnd(
        on=event.happened_on,
        ground=event.ground,
        approved_by=getattr(event, "approved_by", None),
        event_id=line.event_id,
    )
    after, new = _stepped(tasks, event, line, end=end, hold=None)
    to = TaskState.TERMINATED
    step = TaskStep(to=to, on=event.happened_on, event_id=line.event_id)
    with_it = evolve(end, ground=None, approved_by=None, with_task=new.task_id)
    for one in below(tasks, new):
        if one.is_open:
            gone = one.changed(
                line, state=to, steps=(*one.steps, step), end=with_it, hold=None
            )
            after = after.with_(one.task_id, gone)
    return after


def reopened(tasks: Tasks, event: TaskReopened, line: Recorded, _: Folded) -> Tasks:
    """Return the tasks after one that was done with is worked on again."""
    after, new = _stepped(tasks, event, line, end=None, hold=None)
    _check_under(tasks, new, "TaskReopened")
    other = open_in_row(tasks, new)
    if other is not None:
        msg = (
            f"Of what task {new.task_id!r} is a time, {other.task_id!r} is "
            f"{other.state}, and only one is open at a time. Record first what became "
            "of that."
        )
        raise IllegalTransitionError(
            msg, subject=new.task_id, state=str(other.state), step="TaskReopened"
        )
    return after


def _check_not_ended(task: Task, step: str) -> None:
    if task.state in (TaskState.COMPLETED, TaskState.TERMINATED):
        msg = (
            f"Task {task.task_id!r} is {task.state}, and nothing about it is planned "
            "any more. Record TaskReopened first, or correct what ended it."
        )
        raise IllegalTransitionError(
            msg, subject=task.task_id, state=str(task.state), step=step
        )


def reassigned(tasks: Tasks, event: TaskReassigned, line: Recorded, _: Folded) -> Tasks:
    """Return the tasks after another person answers for one."""
    old = tasks[event.task_id]
    _check_not_ended(old, "TaskReassigned")
    now = TaskAssignment(
        accountable=event.accountable,
        responsible=event.responsible,
        from_on=event.happened_on,
        event_id=line.event_id,
    )
    new = old.changed(line, assigned=(*old.assigned, now))
    return tasks.with_(new.task_id, new)


def rescheduled(
    tasks: Tasks, event: TaskRescheduled, line: Recorded, before: Folded
) -> Tasks:
    """Return the tasks after one is due on another day, or with something else."""
    old = tasks[event.task_id]
    _check_not_ended(old, "TaskRescheduled")
    terms = evolve(old.terms, due_on=event.due_on, moves_with=event.moves_with)
    check_day(terms, before)
    return tasks.with_(old.task_id, old.changed(line, terms=terms))


def sequenced(tasks: Tasks, event: TaskSequenced, line: Recorded, _: Folded) -> Tasks:
    """Return the tasks after it was said anew what comes before one."""
    old = tasks[event.task_id]
    _check_not_ended(old, "TaskSequenced")
    new = old.changed(line, terms=evolve(old.terms, after=event.after))
    after = tasks.with_(new.task_id, new)
    _check_order(after, new)
    return after
