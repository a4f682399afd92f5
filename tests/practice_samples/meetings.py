"""Samples of meetings about a case."""

from __future__ import annotations

from datetime import date

from case_files import CANARY, DAY
from legalcase.kernel import Label
from legalcase.practice import (
    MeetingAction,
    MeetingCancelled,
    MeetingDecision,
    MeetingHeld,
    MeetingScheduled,
)

_DECISION = MeetingDecision(
    question=f"Seek more time? {CANARY}",
    options=(f"yes {CANARY}", f"no {CANARY}"),
    option=1,
    assented=(f"lead {CANARY}",),
    dissented=(f"second {CANARY}",),
)
_ACTION = MeetingAction(
    title=f"Write to the clerk {CANARY}",
    accountable=f"second {CANARY}",
    due_on=date(2026, 6, 12),
)


def _scheduled(name: str) -> MeetingScheduled:
    return MeetingScheduled(
        meeting_id=name,
        held_on=DAY,
        attendees=(f"lead {CANARY}", f"second {CANARY}"),
        happened_on=DAY,
    )


EVENTS = (
    _scheduled("monday"),
    MeetingHeld(
        meeting_id="monday",
        attendees=(f"lead {CANARY}",),
        findings=("no-next-event",),
        decisions=(_DECISION,),
        actions=(_ACTION,),
        label=Label(audience="owner", ground="work-product"),
        happened_on=DAY,
    ),
    _scheduled("tuesday"),
    MeetingCancelled(meeting_id="tuesday", ground=f"Ill {CANARY}", happened_on=DAY),
)
VALUES = (_DECISION, _ACTION)
