"""What happens to a task, from its planning to its end."""

from __future__ import annotations

from datetime import date

from attrs import field, frozen

from legalcase.errors import MissingInputError
from legalcase.kernel.checks import (
    check_date,
    check_id,
    check_ids,
    check_kind,
    check_text,
    optional,
)
from legalcase.kernel.events.event import Event
from legalcase.kernel.events.ref import Ref, names, refers
from legalcase.model.deadlines.basis import Derived
from legalcase.model.tasks.terms import (
    TaskTerms,
    check_moves_with,
    check_one_day,
    check_people,
)

__all__ = [
    "TaskCompleted",
    "TaskDisabled",
    "TaskEnabled",
    "TaskFailed",
    "TaskPlanned",
    "TaskReassigned",
    "TaskReopened",
    "TaskRescheduled",
    "TaskResumed",
    "TaskSequenced",
    "TaskStarted",
    "TaskSuspended",
    "TaskTerminated",
    "TaskWaived",
]


@frozen(kw_only=True)
class TaskPlanned(Event):
    """A task was planned: it is available from now on.

    `repeats_task` is the task of which it is the next time, where it comes again.
    """

    task_id: str = field(validator=check_id, metadata=names("task"))
    terms: TaskTerms = field(
        validator=check_kind(TaskTerms, "Pass TaskTerms(title=…, accountable=…).")
    )
    repeats_task: str | None = field(
        default=None, validator=optional(check_id), metadata=refers("task")
    )


@frozen(kw_only=True)
class _OfTask(Event):
    task_id: str = field(validator=check_id, metadata=refers("task"))


@frozen(kw_only=True)
class TaskEnabled(_OfTask):
    """What a task waited for is there: whoever answers for it can begin."""


@frozen(kw_only=True)
class TaskDisabled(_OfTask):
    """A task is not needed as things stand; it can be enabled again."""

    ground: str | None = field(default=None, repr=False, validator=optional(check_text))


@frozen(kw_only=True)
class TaskStarted(_OfTask):
    """Somebody works on a task."""


@frozen(kw_only=True)
class TaskSuspended(_OfTask):
    """A task is on hold, until it is resumed; `until_on` says when to look again."""

    ground: str = field(repr=False, validator=check_text)
    until_on: date | None = field(default=None, validator=optional(check_date))


@frozen(kw_only=True)
class TaskResumed(_OfTask):
    """Somebody works on a task again that was on hold."""


@frozen(kw_only=True)
class TaskCompleted(_OfTask):
    """A task is done: by whom, and what shows it.

    `by_event` refers to what stands on the docket, `evidence` says what else shows
    it. A deadline that the task satisfies is not met by this: see `deadlines_met_by`.
    """

    completed_by: str = field(repr=False, validator=check_text)
    by_event: Ref | None = field(
        default=None, validator=optional(check_kind(Ref, "Pass Ref('event', …)."))
    )
    evidence: str | None = field(
        default=None, repr=False, validator=optional(check_text)
    )


@frozen(kw_only=True)
class TaskFailed(_OfTask):
    """A task could not be done."""

    ground: str = field(repr=False, validator=check_text)


@frozen(kw_only=True)
class TaskTerminated(_OfTask):
    """A task was given up, with every part of it that was still open."""

    ground: str = field(repr=False, validator=check_text)


@frozen(kw_only=True)
class TaskWaived(_OfTask):
    """A named person allowed that a task is left undone; what comes after it can go on.

    Its parts that were still open are given up with it.
    """

    ground: str = field(repr=False, validator=check_text)
    approved_by: str = field(repr=False, validator=check_text)


@frozen(kw_only=True)
class TaskReopened(_OfTask):
    """A task that was done with is worked on again; its parts stay as they are."""

    ground: str = field(repr=False, validator=check_text)


@frozen(kw_only=True)
class TaskReassigned(_OfTask):
    """Another person answers for a task, or others do it; the history is kept."""

    accountable: str = field(repr=False, validator=check_text)
    responsible: tuple[str, ...] = field(default=(), repr=False, validator=check_people)


@frozen(kw_only=True)
class TaskRescheduled(_OfTask):
    """A task is due on another day of its own, or follows something else."""

    due_on: date | None = field(default=None, validator=optional(check_date))
    moves_with: Derived | None = field(default=None, validator=check_moves_with)

    def __attrs_post_init__(self) -> None:
        """Refuse two days, and none."""
        check_one_day(self.due_on, self.moves_with)
        if self.due_on is None and self.moves_with is None:
            msg = (
                "Nothing says when the task is due now. Pass due_on for a day of its "
                "own, or moves_with=Derived(…) for one that moves."
            )
            raise MissingInputError(msg, field="due_on", value=None)


@frozen(kw_only=True)
class TaskSequenced(_OfTask):
    """What has to be done before a task was said anew; without any, nothing has."""

    after: tuple[str, ...] = field(
        default=(), validator=check_ids, metadata=refers("task")
    )
