"""Where each task stands, for what can follow, and what is missing for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legalcase.model.tasks.looking.tree import open_in_row, open_parts, under_closed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from legalcase.kernel.folding.folded import Folded
    from legalcase.kernel.register import Register
    from legalcase.kernel.rooms.facet import Attempt
    from legalcase.model.tasks.state import Task

    Tasks = Register[Task]

__all__ = ["standing", "to_close", "to_enable", "to_end", "to_reopen"]


def standing(tasks: Tasks) -> Iterable[tuple[str, str]]:
    """Return (id, state) of each task."""
    return tuple((one.task_id, str(one.state)) for one in tasks)


def to_enable(tasks: Tasks, name: str, _: Attempt, __: Folded) -> Iterable[str]:
    """Say what is missing for a task to be open again."""
    over = under_closed(tasks, tasks[name])
    if over is not None:
        yield f"its parent: {over.task_id} is {over.state}"


def to_end(tasks: Tasks, name: str, _: Attempt, __: Folded) -> Iterable[str]:
    """Say what is missing for a task to be done with, its parts apart."""
    left = open_parts(tasks, tasks[name])
    if left:
        yield f"what became of its open parts: {', '.join(left)}"


def to_reopen(
    tasks: Tasks, name: str, attempt: Attempt, before: Folded
) -> Iterable[str]:
    """Say what is missing for a task to be worked on again."""
    yield from to_enable(tasks, name, attempt, before)
    other = open_in_row(tasks, tasks[name])
    if other is not None:
        yield f"the end of its next time: {other.task_id} is {other.state}"


def to_close(tasks: Tasks, _: str, __: Attempt, ___: Folded) -> Iterable[str]:
    """Say what is missing for the case to be closed."""
    names = [one.task_id for one in tasks if one.is_open]
    if names:
        noun = "task" if len(names) == 1 else "tasks"
        yield f"what became of {len(names)} open {noun}: {', '.join(names)}"
