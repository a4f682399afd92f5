"""What a person has to look at in the tasks of a case; nothing moves because of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import frozen

from legalcase.model.deadlines.beside import around_in
from legalcase.model.deadlines.state import Outcome
from legalcase.model.hearings.state import HearingState
from legalcase.model.tasks.facet import TASKS
from legalcase.model.tasks.item import TaskItem, task_items
from legalcase.model.tasks.looking.dates import day_prepared, extended
from legalcase.model.tasks.looking.tree import below
from legalcase.model.tasks.state import Task, TaskState
from legalcase.plain_data import PlainData

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from legalcase.kernel.folding.folded import Folded
    from legalcase.kernel.register import Register
    from legalcase.model.deadlines.looking.dates import Around

__all__ = ["TaskFinding", "findings_of", "is_left_of"]

CRITICAL: Final = "critical"
WARNING: Final = "warning"

#: What still can be met, if late.
_AT_STAKE: Final = (Outcome.OPEN, Outcome.MISSED)


@frozen(kw_only=True)
class TaskFinding(PlainData):
    """Something about a task that a person has to look at; `code` never changes.

    `evidence` is what it is about beside the task, by noun and id; `text` names
    nothing but ids and days.
    """

    code: str
    severity: str
    task_id: str
    text: str
    evidence: tuple[str, ...] = ()


def findings_of(folded: Folded, on: date) -> tuple[TaskFinding, ...]:
    """Return what is wrong with the tasks of a case, as of a day."""
    items = {item.task.task_id: item for item in task_items(folded)}
    around = around_in(folded)
    tasks = folded[TASKS]
    found: list[TaskFinding] = []
    for item in items.values():
        if item.task.state is TaskState.COMPLETED:
            found.extend(_of_what_it_did(around, item.task))
        elif not item.task.is_open:
            found.extend(_of_what_it_left(around, tasks, item.task))
        if not item.task.is_open:
            continue
        found.extend(_of_its_day(item, on))
        found.extend(_of_what_it_prepares(around, item))
        found.extend(_of_its_order(items, item))
        if item.task.state is TaskState.SUSPENDED:
            found.extend(_of_its_hold(tasks, items, item, on))
    return tuple(found)


def _finding(
    item: TaskItem | Task, code: str, severity: str, text: str, *evidence: str
) -> TaskFinding:
    task = item.task if isinstance(item, TaskItem) else item
    return TaskFinding(
        code=code,
        severity=severity,
        task_id=task.task_id,
        text=text,
        evidence=evidence,
    )


def is_left_of(around: Around, noun: str, name: str) -> bool:
    """Tell whether a deadline or a hearing is still ahead, so that it is prepared."""
    if noun == "hearing":
        state = around.hearings[name].state
        return state in (HearingState.SET, HearingState.CONTINUED)
    return extended(around, name)[-1].outcome in _AT_STAKE


def _purposes(task: Task) -> dict[str, tuple[str, str]]:
    """Return what a task is done for, by how it is written: (noun, id)."""
    found = {str(one): (one.noun, one.id) for one in task.terms.prepares}
    found |= {f"deadline:{one}": ("deadline", one) for one in task.terms.satisfies}
    return found


def _of_what_it_left(
    around: Around, tasks: Register[Task], task: Task
) -> Iterator[TaskFinding]:
    """Find a deadline that is still open, and nothing is there any more to meet it."""
    for name in task.terms.satisfies:
        last = extended(around, name)[-1]
        is_left = last.outcome is Outcome.OPEN
        others = (
            one
            for one in tasks
            if one.is_open or one.state is TaskState.COMPLETED
            if name in one.terms.satisfies
        )
        if is_left and next(others, None) is None:
            text = (
                f"the task is {task.state}, and nothing else would meet deadline "
                f"{last.deadline_id}, which is open"
            )
            about = f"deadline:{last.deadline_id}"
            yield _finding(task, "deadline-left", CRITICAL, text, about)


def _of_what_it_did(around: Around, task: Task) -> Iterator[TaskFinding]:
    by_event = None if task.end is None else task.end.by_event
    entry = None if by_event is None else around.docket.find(by_event)
    if entry is not None and not entry.stands:
        text = f"what shows that it is done stands no more: {by_event}"
        yield _finding(task, "shown-no-more", CRITICAL, text, f"event:{by_event}")
    for name in task.terms.satisfies:
        last = extended(around, name)[-1]
        if last.outcome in _AT_STAKE:
            text = (
                f"the task is completed, and deadline {last.deadline_id} is "
                f"{last.outcome}: nobody recorded that it was met"
            )
            about = f"deadline:{last.deadline_id}"
            yield _finding(task, "deadline-not-recorded", CRITICAL, text, about)


def _of_its_day(item: TaskItem, on: date) -> Iterator[TaskFinding]:
    moves_with = item.task.terms.moves_with
    shown = item.dates.shown
    if item.is_outdated and moves_with is not None:
        text = f"its day was counted from another one than that of {moves_with.follows}"
        yield _finding(item, "day-outdated", CRITICAL, text, str(moves_with.follows))
    if moves_with is not None and shown is None:
        text = f"it has no day, since {moves_with.follows} has none"
        yield _finding(item, "no-day", WARNING, text, str(moves_with.follows))
    if shown is not None and shown < on:
        yield _finding(item, "overdue", WARNING, f"it was due on {shown}")


def _of_what_it_prepares(around: Around, item: TaskItem) -> Iterator[TaskFinding]:
    purposes = _purposes(item.task)
    left = {
        name: purpose
        for name, purpose in purposes.items()
        if is_left_of(around, *purpose)
    }
    if purposes and not left:
        names = tuple(purposes)
        text = f"nothing is left to prepare: {', '.join(names)} is over"
        yield _finding(item, "nothing-left-to-prepare", WARNING, text, *names)
    shown = item.dates.shown
    for name, purpose in left.items():
        hard = day_prepared(around, *purpose)
        if shown is not None and hard is not None and shown > hard:
            how = "pinned to" if item.task.terms.moves_with is None else "due on"
            text = f"it is {how} {shown}, after {name} on {hard}"
            yield _finding(item, "due-too-late", CRITICAL, text, name)


def _of_its_order(items: dict[str, TaskItem], item: TaskItem) -> Iterator[TaskFinding]:
    shown, terms = item.dates.shown, item.task.terms
    for name in item.waits_for:
        first = items[name]
        about = f"task:{name}"
        if not first.task.is_open:
            text = f"it waits for task {name}, which is {first.state}"
            yield _finding(item, "waits-in-vain", CRITICAL, text, about)
        elif shown is not None and first.dates.shown and first.dates.shown > shown:
            text = (
                f"it is due on {shown}, and task {name}, which comes first, on "
                f"{first.dates.shown}"
            )
            yield _finding(item, "due-before-what-comes-first", WARNING, text, about)
    if item.waits_for and item.task.state is TaskState.ACTIVE:
        text = f"it was begun before {', '.join(item.waits_for)} was done"
        about_all = tuple(f"task:{name}" for name in item.waits_for)
        yield _finding(item, "begun-out-of-order", WARNING, text, *about_all)
    whole = None if terms.parent is None else items[terms.parent]
    if whole and shown and whole.dates.shown and shown > whole.dates.shown:
        text = (
            f"it is due on {shown}, after task {terms.parent}, of which it is a part, "
            f"on {whole.dates.shown}"
        )
        about = f"task:{terms.parent}"
        yield _finding(item, "due-after-its-whole", WARNING, text, about)


def _of_its_hold(
    tasks: Register[Task], items: dict[str, TaskItem], item: TaskItem, on: date
) -> Iterator[TaskFinding]:
    """Find what is on hold, and nothing would ever bring it up again."""
    hold = item.task.hold
    until_on = None if hold is None else hold.until_on
    if until_on is not None:
        if until_on < on:
            text = f"it was on hold until {until_on}"
            yield _finding(item, "hold-is-over", WARNING, text)
        return
    for part in below(tasks, item.task):
        day = items[part.task_id].dates.shown
        is_timed = day is not None and day >= on
        if part.state is TaskState.ACTIVE or (part.is_open and is_timed):
            return
    text = "it is on hold, and no part of it is worked on or has a day to come"
    yield _finding(item, "stuck", CRITICAL, text)
