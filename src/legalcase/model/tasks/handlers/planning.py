"""Planning: a task in the case, who answers for it, when, and after what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from legalcase.errors import IllegalTransitionError, InvalidValueError
from legalcase.kernel.events.label import borne
from legalcase.model.deadlines.beside import around_in
from legalcase.model.tasks.handlers.checking import check_order, check_under
from legalcase.model.tasks.looking.dates import task_dates
from legalcase.model.tasks.looking.tree import waits_for_its_whole
from legalcase.model.tasks.state import PLANNED, Task, TaskAssignment, TaskState

if TYPE_CHECKING:
    from legalcase.kernel.folding.folded import Folded
    from legalcase.kernel.lines.recorded import Recorded
    from legalcase.kernel.register import Register
    from legalcase.model.tasks.events import (
        TaskPlanned,
        TaskReassigned,
        TaskRescheduled,
        TaskSequenced,
    )
    from legalcase.model.tasks.terms import TaskTerms

    Tasks = Register[Task]

__all__ = ["planned", "reassigned", "rescheduled", "sequenced"]


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
        check_under(tasks, new, "TaskPlanned")
        parent = tasks[terms.parent]
        parts = (*parent.parts, new.task_id)
        tasks = tasks.with_(parent.task_id, evolve(parent, parts=parts))
        if waits_for_its_whole(tasks, new):
            check_order(tasks, new)
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
    check_order(after, new)
    return after
