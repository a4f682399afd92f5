"""Scheduling: from what happened in a case to what is due, and what moves."""

from typing import TYPE_CHECKING

from legalcase.near import no_such_name
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


if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        raise no_such_name(__name__, name, __all__)
