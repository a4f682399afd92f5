"""TASKS: the room of what we do, as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from legalcase.kernel.register import Register
from legalcase.kernel.rooms.facet import Facet, Heard, Row, Tracked
from legalcase.model.caseload.events import CaseClosed
from legalcase.model.docket.events import EntryStruck, OrderVacated
from legalcase.model.tasks import hears
from legalcase.model.tasks.events import (
    TaskCompleted,
    TaskDisabled,
    TaskEnabled,
    TaskFailed,
    TaskPlanned,
    TaskReassigned,
    TaskReopened,
    TaskRescheduled,
    TaskResumed,
    TaskSequenced,
    TaskStarted,
    TaskSuspended,
    TaskTerminated,
    TaskWaived,
)
from legalcase.model.tasks.handlers import moving, planning
from legalcase.model.tasks.lifecycle import TASK
from legalcase.model.tasks.looking import standing

if TYPE_CHECKING:
    from legalcase.model.tasks.state import Task

__all__ = ["TASKS"]

TASKS: Final[Facet[Register[Task]]] = Facet(
    name="tasks",
    first=Register("task", "The case knows a task from its planning: record that."),
    rows=(
        Row(TaskPlanned, "task-planned", 1, planning.planned),
        Row(
            TaskEnabled,
            "task-enabled",
            1,
            moving.moved,
            missing=standing.to_enable,
        ),
        Row(
            TaskDisabled,
            "task-disabled",
            1,
            moving.moved,
            missing=standing.to_end,
        ),
        Row(TaskStarted, "task-started", 1, moving.moved),
        Row(TaskSuspended, "task-suspended", 1, moving.suspended),
        Row(TaskResumed, "task-resumed", 1, moving.moved),
        Row(
            TaskCompleted,
            "task-completed",
            1,
            moving.completed,
            moving.check_completed,
            missing=standing.to_end,
        ),
        Row(TaskFailed, "task-failed", 1, moving.moved, missing=standing.to_end),
        Row(TaskTerminated, "task-terminated", 1, moving.given_up),
        Row(TaskWaived, "task-waived", 1, moving.given_up),
        Row(
            TaskReopened,
            "task-reopened",
            1,
            moving.reopened,
            missing=standing.to_reopen,
        ),
        Row(TaskReassigned, "task-reassigned", 1, planning.reassigned),
        Row(TaskRescheduled, "task-rescheduled", 1, planning.rescheduled),
        Row(TaskSequenced, "task-sequenced", 1, planning.sequenced),
    ),
    hears=(
        Heard(CaseClosed, hears.case_closed, missing=standing.to_close),
        Heard(EntryStruck, hears.entry_ended),
        Heard(OrderVacated, hears.entry_ended),
    ),
    corrected=hears.corrected,
    tracks=(Tracked(TASK, standing.standing),),
)
