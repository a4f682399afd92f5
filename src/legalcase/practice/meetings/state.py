"""Meeting: when a case was looked at together, and what came of it."""

from __future__ import annotations

from datetime import date
from typing import Final

from attrs import field, frozen

from legalcase.kernel.events.label import Label
from legalcase.plain_data import PlainData
from legalcase.practice.meetings.events import MeetingAction, MeetingDecision

__all__ = ["OURS", "Meeting"]

#: What we say of our own work.
OURS: Final = Label(audience="firm", ground="work-product")


@frozen(kw_only=True)
class Meeting(PlainData):
    """A meeting about a case: its day, who was there, what was decided and is to do."""

    meeting_id: str
    state: str
    held_on: date
    attendees: tuple[str, ...] = field(default=(), repr=False)
    findings: tuple[str, ...] = ()
    decisions: tuple[MeetingDecision, ...] = ()
    actions: tuple[MeetingAction, ...] = ()
    event_id: str
    label: Label
