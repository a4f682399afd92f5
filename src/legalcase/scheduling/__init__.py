"""Scheduling: from what happened in a case to what is due, and what moves."""

from legalcase.scheduling.ask import schedule
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
    "Done",
    "Proposals",
    "Schedule",
    "ScheduleNotice",
    "ScheduledDeadline",
    "schedule",
]
