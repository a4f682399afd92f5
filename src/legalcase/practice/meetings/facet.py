"""MEETINGS: the room of what was looked at together, as a table."""

from __future__ import annotations

from typing import Final

from legalcase.kernel.register import Register
from legalcase.kernel.rooms.facet import Facet, Row, Tracked
from legalcase.practice.meetings import handlers
from legalcase.practice.meetings.events import (
    MeetingCancelled,
    MeetingHeld,
    MeetingScheduled,
)
from legalcase.practice.meetings.state import OURS, Meeting

__all__ = ["MEETINGS"]

MEETINGS: Final[Facet[Register[Meeting]]] = Facet(
    name="practice/meetings",
    first=Register("meeting"),
    rows=(
        Row(
            MeetingScheduled,
            "practice/meeting-scheduled",
            1,
            handlers.scheduled,
            label=OURS,
        ),
        Row(MeetingHeld, "practice/meeting-held", 1, handlers.held, label=OURS),
        Row(
            MeetingCancelled,
            "practice/meeting-cancelled",
            1,
            handlers.cancelled,
            label=OURS,
        ),
    ),
    tracks=(Tracked(handlers.MEETING_CYCLE, handlers.standing),),
)
