"""Task: what we do in a case, and how far it has come."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from attrs import evolve, field, frozen

from legalcase.kernel.events.label import Label
from legalcase.model.tasks.terms import TaskTerms
from legalcase.plain_data import PlainData

if TYPE_CHECKING:
    from legalcase.kernel.lines.recorded import Recorded

__all__ = [
    "PLANNED",
    "Task",
    "TaskAssignment",
    "TaskEnd",
    "TaskHold",
    "TaskState",
    "TaskStep",
]

#: What a task says is what we plan.
PLANNED: Final = Label(audience="firm", ground="work-product")


class TaskState(StrEnum):
    """Where a task stands: the states of plan items in CMMN 1.1 (OMG)."""

    AVAILABLE = "available"
    ENABLED = "enabled"
    DISABLED = "disabled"
    ACTIVE = "active"
    SUSPENDED = "suspended"
    FAILED = "failed"
    COMPLETED = "completed"
    TERMINATED = "terminated"


#: Something is still to be done.
OPEN: Final = frozenset(
    {TaskState.AVAILABLE, TaskState.ENABLED, TaskState.ACTIVE, TaskState.SUSPENDED}
)


@frozen(kw_only=True)
class TaskStep(PlainData):
    """A change of standing: to what, when, by which event."""

    to: TaskState
    on: date
    event_id: str


@frozen(kw_only=True)
class TaskAssignment(PlainData):
    """Who answers for a task and who does it, from a day on, by which event."""

    accountable: str = field(repr=False)
    responsible: tuple[str, ...] = field(default=(), repr=False)
    from_on: date
    event_id: str


@frozen(kw_only=True)
class TaskHold(PlainData):
    """Why a task is on hold, and when somebody looks again."""

    ground: str = field(repr=False)
    until_on: date | None = None
    event_id: str


@frozen(kw_only=True)
class TaskEnd(PlainData):
    """How a task ended, or was found not to be needed: when, by whom, and why.

    `approved_by` is whoever allowed that it is left undone; `with_task` the task with
    which it was given up, of which it is a part.
    """

    on: date
    at: datetime | None = None
    by: str | None = field(default=None, repr=False)
    by_event: str | None = None
    evidence: str | None = field(default=None, repr=False)
    ground: str | None = field(default=None, repr=False)
    approved_by: str | None = field(default=None, repr=False)
    with_task: str | None = None
    event_id: str


@frozen(kw_only=True, repr=False)
class Task(PlainData):
    """One task of a case: its terms, and what the events have made of it.

    `parts` are the ids of the tasks of which it consists; `assigned` says who answered
    for it, the last one now; `steps` where it stood before. Of a task that comes again
    `row` is the id of the first time, `nth` says which of them this is (from 1), and
    `repeated_by` is the next. `revision` is the number of the line that changed it
    last, at `changed_at`.
    """

    task_id: str
    terms: TaskTerms = field(repr=False)
    label: Label
    state: TaskState = TaskState.AVAILABLE
    planned_by: str = field(repr=False)
    planned_event: str
    parts: tuple[str, ...] = ()
    assigned: tuple[TaskAssignment, ...]
    steps: tuple[TaskStep, ...] = ()
    hold: TaskHold | None = None
    end: TaskEnd | None = None
    row: str
    nth: int = 1
    repeated_by: str | None = None
    revision: int = 0
    changed_at: datetime

    def __repr__(self) -> str:
        """Return id and state, and not what is to be done."""
        return f"<Task {self.task_id!r} {self.state}>"

    @property
    def title(self) -> str:
        """What is to be done."""
        return self.terms.title

    @property
    def accountable(self) -> str:
        """The one person who answers for it now."""
        return self.assigned[-1].accountable

    @property
    def responsible(self) -> tuple[str, ...]:
        """Who does it now."""
        return self.assigned[-1].responsible

    @property
    def is_open(self) -> bool:
        """Whether something is still to be done."""
        return self.state in OPEN

    @property
    def is_waived(self) -> bool:
        """Whether somebody allowed that it is left undone."""
        return self.end is not None and self.end.approved_by is not None

    @property
    def is_done(self) -> bool:
        """Whether what comes after it can go on: it is completed, or waived."""
        return self.state is TaskState.COMPLETED or self.is_waived

    def changed(self, line: Recorded, **changes: Any) -> Task:
        """Return the task with `changes` that a line has made."""
        return evolve(
            self, revision=line.number, changed_at=line.recorded_at, **changes
        )
