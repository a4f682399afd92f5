"""The lifecycle of a task: the states of a plan item in CMMN 1.1, and what moves it."""

from __future__ import annotations

from typing import Final

from legalcase.kernel.rooms.lifecycle import Lifecycle, Move
from legalcase.model.tasks.events import (
    TaskCompleted,
    TaskDisabled,
    TaskEnabled,
    TaskFailed,
    TaskReopened,
    TaskResumed,
    TaskStarted,
    TaskSuspended,
    TaskTerminated,
    TaskWaived,
)

__all__ = ["TASK"]

_UNDONE: Final = (
    "available",
    "enabled",
    "disabled",
    "active",
    "suspended",
    "failed",
)

#: Where a task can stand. Apart from CMMN, whoever completes a task need not have said
#: before that it was begun, and what was completed or given up can be taken up again.
TASK: Final = Lifecycle(
    noun="task",
    first="available",
    moves=(
        Move(TaskEnabled, ("available", "disabled"), "enabled"),
        Move(TaskDisabled, ("available", "enabled"), "disabled"),
        Move(TaskStarted, ("available", "enabled"), "active"),
        Move(TaskSuspended, ("active",), "suspended"),
        Move(TaskResumed, ("suspended",), "active"),
        Move(TaskCompleted, ("available", "enabled", "active"), "completed"),
        Move(TaskFailed, ("active",), "failed"),
        Move(TaskTerminated, _UNDONE, "terminated"),
        Move(TaskWaived, _UNDONE, "terminated"),
        Move(TaskReopened, ("failed", "completed", "terminated"), "active"),
    ),
)
