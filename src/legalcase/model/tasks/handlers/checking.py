"""Checking: whether a task can stand where it does among the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legalcase.errors import IllegalTransitionError, InvalidValueError
from legalcase.model.tasks.looking.tree import cycle_through, open_parts, under_closed

if TYPE_CHECKING:
    from legalcase.kernel.register import Register
    from legalcase.model.tasks.state import Task

    Tasks = Register[Task]

__all__ = ["check_order", "check_parts", "check_under"]


def check_under(tasks: Tasks, task: Task, step: str) -> None:
    """Refuse what is open below a whole that is done with."""
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


def check_order(tasks: Tasks, task: Task) -> None:
    """Refuse a task that would wait for itself."""
    circle = cycle_through(tasks, task.task_id)
    if circle:
        msg = (
            f"Task {task.task_id!r} would wait for itself: {' → '.join(circle)} → "
            f"{circle[0]}. Leave one of them out of `after`."
        )
        raise InvalidValueError(msg, field="after", value=task.task_id)


def check_parts(tasks: Tasks, task: Task, step: str) -> None:
    """Refuse the end of a task of which a part is open."""
    left = open_parts(tasks, task)
    if left:
        msg = (
            f"Task {task.task_id!r} has parts that are open: {', '.join(left)}. Record "
            "first what became of each, or TaskTerminated, which gives them up too."
        )
        raise IllegalTransitionError(
            msg, subject=task.task_id, state=str(task.state), step=step
        )
