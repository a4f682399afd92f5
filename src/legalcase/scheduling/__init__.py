"""Scheduling: from what happened in a case to what is due, and what moves."""

from legalcase.scheduling.ask import schedule
from legalcase.scheduling.moving.diff import Diff, Diffs, Moved, Pinned, Void
from legalcase.scheduling.moving.reschedule import reschedule
from legalcase.scheduling.proposals import Proposals
from legalcase.scheduling.row import (
    STATES,
    Because,
    Done,
    ScheduledDeadline,
    ScheduleNotice,
)
from legalcase.scheduling.scheduled import Schedule

__all__ = [
    "STATES",
    "Because",
    "Diff",
    "Diffs",
    "Done",
    "Moved",
    "Pinned",
    "Proposals",
    "Schedule",
    "ScheduleNotice",
    "ScheduledDeadline",
    "Void",
    "reschedule",
    "schedule",
]
