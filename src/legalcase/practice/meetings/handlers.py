"""How events change the meetings of a case, and which they refuse."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from legalcase.kernel.events.label import borne, stricter
from legalcase.kernel.rooms.lifecycle import Lifecycle, Move
from legalcase.practice.meetings.events import (
    MeetingCancelled,
    MeetingHeld,
    MeetingScheduled,
)
from legalcase.practice.meetings.state import OURS, Meeting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.kernel.folding.folded import Folded
    from legalcase.kernel.lines.recorded import Recorded
    from legalcase.kernel.register import Register

__all__ = ["MEETING_CYCLE", "cancelled", "held", "scheduled", "standing"]

#: Where a meeting can stand.
MEETING_CYCLE: Final = Lifecycle(
    noun="meeting",
    first="none",
    moves=(
        Move(MeetingScheduled, ("none",), "scheduled"),
        Move(MeetingHeld, ("none", "scheduled"), "held"),
        Move(MeetingCancelled, ("scheduled",), "cancelled"),
    ),
)


def standing(meetings: Register[Meeting]) -> Iterator[tuple[str, str]]:
    """Yield where each meeting stands."""
    for one in meetings:
        yield one.meeting_id, one.state


def scheduled(
    meetings: Register[Meeting], event: MeetingScheduled, line: Recorded, _: Folded
) -> Register[Meeting]:
    """Return the meetings with one that is to come."""
    meeting = Meeting(
        meeting_id=event.meeting_id,
        state="scheduled",
        held_on=event.held_on,
        attendees=event.attendees,
        event_id=line.event_id,
        label=borne(None, line.label, kind=OURS),
    )
    return meetings.with_(meeting.meeting_id, meeting)


def held(
    meetings: Register[Meeting], event: MeetingHeld, line: Recorded, _: Folded
) -> Register[Meeting]:
    """Return the meetings with one that took place."""
    old = meetings.find(event.meeting_id)
    place = "none" if old is None else old.state
    # What was to be looked at by few is not for more people once it was.
    before = None if old is None or old.label == OURS else old.label
    label = borne(event.label, line.label, kind=OURS)
    state = MEETING_CYCLE.after(MeetingHeld, place, event.meeting_id)
    meeting = Meeting(
        meeting_id=event.meeting_id,
        state=state,
        held_on=event.happened_on,
        attendees=event.attendees,
        findings=event.findings,
        decisions=event.decisions,
        actions=event.actions,
        event_id=line.event_id,
        label=stricter(label, before) or label,
    )
    return meetings.with_(meeting.meeting_id, meeting)


def cancelled(
    meetings: Register[Meeting], event: MeetingCancelled, line: Recorded, _: Folded
) -> Register[Meeting]:
    """Return the meetings of which one does not take place."""
    meeting = meetings[event.meeting_id]
    state = MEETING_CYCLE.after(type(event), meeting.state, meeting.meeting_id)
    label = stricter(meeting.label, line.label) or meeting.label
    gone = evolve(meeting, state=state, label=label)
    return meetings.with_(meeting.meeting_id, gone)
