"""Meetings: when a case was looked at together, what was decided, who does what."""

from legalcase.practice.meetings.events import (
    MeetingAction,
    MeetingCancelled,
    MeetingDecision,
    MeetingHeld,
    MeetingScheduled,
)
from legalcase.practice.meetings.facet import (
    MEETINGS,
)
from legalcase.practice.meetings.state import (
    Meeting,
)

__all__ = [
    "MEETINGS",
    "Meeting",
    "MeetingAction",
    "MeetingCancelled",
    "MeetingDecision",
    "MeetingHeld",
    "MeetingScheduled",
]
