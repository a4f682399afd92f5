"""TaskItem: a task in the agenda of its case, with its day."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from attrs import evolve, field, frozen

from legalcase.model.deadlines.beside import around_in
from legalcase.model.deadlines.due_dates import DueDates
from legalcase.model.deadlines.looking.last_known import as_last_known
from legalcase.model.tasks.facet import TASKS
from legalcase.model.tasks.looking.dates import (
    grounds,
    is_outdated,
    task_dates,
)
from legalcase.model.tasks.looking.tree import waits_for
from legalcase.model.tasks.state import Task
from legalcase.plain_data import PlainData, plain

if TYPE_CHECKING:
    from legalcase.kernel.folding.folded import Folded
    from legalcase.kernel.register import Register
    from legalcase.model.deadlines.looking.dates import Around

__all__ = ["TaskItem", "task_items"]


@frozen(kw_only=True)
class TaskItem(PlainData):
    """A task with its day.

    `waits_for` are the tasks that have to be done before; `last_on` is the day that
    it had last, of one that has none now because what it follows has none. A day
    `is_outdated` that was counted on a court's calendar, where what it follows has
    another day by now: it does not move by itself, and has to be counted anew.
    `revision` grows whenever the task, or what it follows, is changed, last at
    `changed_at`.
    """

    task: Task
    dates: DueDates = field(repr=False)
    waits_for: tuple[str, ...] = ()
    last_on: date | None = None
    is_outdated: bool = False
    revision: int = 0
    changed_at: datetime

    @property
    def state(self) -> str:
        """Where the task stands, in one word."""
        task = self.task
        if task.is_waived:
            return "waived"
        if task.is_open and self.is_outdated:
            return "needs-review"
        return str(task.state)

    def to_dict(self) -> dict[str, Any]:
        """Return the task and its day as one row of plain JSON types."""
        task = self.task
        return {
            "task_id": task.task_id,
            "title": task.title,
            "state": self.state,
            "due_on": plain(self.dates.shown),
            "accountable": task.accountable,
            "responsible": list(task.responsible),
            "parent": task.terms.parent,
            "waits_for": list(self.waits_for),
            "prepares": [str(one) for one in task.terms.prepares],
            "satisfies": list(task.terms.satisfies),
            "estimated_minutes": task.terms.estimated_minutes,
            "ended_on": None if task.end is None else plain(task.end.on),
            "revision": self.revision,
            "changed_at": plain(self.changed_at),
        }


def task_items(folded: Folded) -> tuple[TaskItem, ...]:
    """Return the tasks of a case with their days, those with the earliest first."""
    tasks = folded[TASKS]
    if not len(tasks):
        return ()
    around = around_in(folded)
    known: Around | None = None
    items = []
    for task in tasks:
        dates = task_dates(around, task.terms)
        last_on = None
        if dates.shown is None and task.terms.moves_with is not None:
            known = as_last_known(around) if known is None else known
            last_on = task_dates(known, task.terms).shown
        item = TaskItem(
            task=task,
            dates=dates,
            waits_for=waits_for(tasks, task) if task.is_open else (),
            last_on=last_on,
            is_outdated=is_outdated(around, task.terms),
            revision=task.revision,
            changed_at=task.changed_at,
        )
        items.append(_moved(around, item))
    items.sort(key=lambda i: (i.dates.shown or date.max, i.task.task_id))
    return tuple(items)


def _moved(around: Around, item: TaskItem) -> TaskItem:
    """Return an item that was changed when what its task follows was, at the latest."""
    revision, changed_at = item.revision, item.changed_at
    rooms: dict[str, Register[Any]] = {
        "deadline": around.deadlines,
        "hearing": around.hearings,
    }
    for noun, name in grounds(around, item.task.terms):
        # An entry of the docket has no revision: the task was told when it was struck.
        ground = rooms[noun][name] if noun in rooms else item
        revision = max(revision, ground.revision)
        changed_at = max(changed_at, ground.changed_at or changed_at)
    return evolve(item, revision=revision, changed_at=changed_at)
