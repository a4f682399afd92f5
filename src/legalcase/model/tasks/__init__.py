"""Tasks: what we do in a case, who answers for it, and by when."""

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
from legalcase.model.tasks.facet import (
    TASKS,
)
from legalcase.model.tasks.findings import (
    TaskFinding,
)
from legalcase.model.tasks.item import (
    TaskItem,
)
from legalcase.model.tasks.state import (
    Task,
    TaskAssignment,
    TaskEnd,
    TaskHold,
    TaskState,
    TaskStep,
)
from legalcase.model.tasks.terms import (
    Repeats,
    TaskTerms,
)

__all__ = [
    "TASKS",
    "Repeats",
    "Task",
    "TaskAssignment",
    "TaskCompleted",
    "TaskDisabled",
    "TaskEnabled",
    "TaskEnd",
    "TaskFailed",
    "TaskFinding",
    "TaskHold",
    "TaskItem",
    "TaskPlanned",
    "TaskReassigned",
    "TaskReopened",
    "TaskRescheduled",
    "TaskResumed",
    "TaskSequenced",
    "TaskStarted",
    "TaskState",
    "TaskStep",
    "TaskSuspended",
    "TaskTerminated",
    "TaskTerms",
    "TaskWaived",
]
