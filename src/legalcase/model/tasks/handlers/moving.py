"""Moving: how far a task has come, and what it ends with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import evolve

from legalcase.errors import IllegalTransitionError, InvalidValueError
from legalcase.model.docket.facet import DOCKET
from legalcase.model.tasks.handlers.checking import check_parts, check_under
from legalcase.model.tasks.lifecycle import TASK
from legalcase.model.tasks.looking.tree import below, open_in_row
from legalcase.model.tasks.state import Task, TaskEnd, TaskHold, TaskState, TaskStep

if TYPE_CHECKING:
    from legalcase.kernel.folding.folded import Folded
    from legalcase.kernel.lines.recorded import Recorded
    from legalcase.kernel.register import Register
    from legalcase.model.tasks.events import (
        TaskCompleted,
        TaskReopened,
        TaskSuspended,
        TaskTerminated,
        TaskWaived,
    )

    Tasks = Register[Task]

__all__ = ["check_completed", "completed", "given_up", "moved", "reopened", "suspended"]


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
        check_under(tasks, new, step)
        return after
    check_parts(tasks, new, step)
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
    check_parts(tasks, new, "TaskCompleted")
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
    check_under(tasks, new, "TaskReopened")
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
