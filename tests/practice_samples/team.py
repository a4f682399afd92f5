"""Samples of what can happen to a team."""

from __future__ import annotations

from datetime import date

from case_files import CANARY, DAY
from legalcase.kernel import Label, Ref
from legalcase.practice import (
    AreaOwner,
    AssentRecorded,
    Assigned,
    AssignmentEnded,
    DecisionProposed,
    DecisionTaken,
    DecisionWithdrawn,
    HandoverAccepted,
    HandoverDeclined,
    HandoverProposed,
    MemberJoined,
    MemberLeft,
    TeamModelChosen,
)

_HANDOVER = HandoverProposed(
    handover_id="leave",
    predecessor=f"lead {CANARY}",
    successor=f"second {CANARY}",
    from_on=date(2026, 6, 10),
    inventory=(Ref("deadline", "reply"), Ref("task", "draft")),
    reason=f"Leave {CANARY}",
    happened_on=DAY,
)

EVENTS = (
    TeamModelChosen(
        model="custodial",
        manager=f"lead {CANARY}",
        reason=f"One lawyer {CANARY}",
        happened_on=DAY,
    ),
    TeamModelChosen(
        model="coordinated",
        coordinator=f"lead {CANARY}",
        areas=(AreaOwner(area="discovery", accountable=f"second {CANARY}"),),
        reason=f"It grew {CANARY}",
        happened_on=DAY,
    ),
    Assigned(
        assignment_id="a-1",
        person=f"clerk {CANARY}",
        duty="backup",
        area="discovery",
        until_on=date(2026, 7, 1),
        happened_on=DAY,
    ),
    AssignmentEnded(assignment_id="a-1", reason=f"Moved {CANARY}", happened_on=DAY),
    MemberJoined(
        member_id="social",
        person=f"worker {CANARY}",
        agency="agency:7",
        discipline="social-work",
        happened_on=DAY,
    ),
    _HANDOVER,
    HandoverAccepted(
        handover_id="leave", accepted_by=f"second {CANARY}", happened_on=DAY
    ),
    HandoverProposed(
        handover_id="back",
        predecessor=f"second {CANARY}",
        successor=f"lead {CANARY}",
        from_on=date(2026, 7, 1),
        reason=f"Back {CANARY}",
        happened_on=DAY,
    ),
    HandoverDeclined(handover_id="back", ground=f"Ill {CANARY}", happened_on=DAY),
    DecisionProposed(
        decision_id="settle",
        question=f"Settle? {CANARY}",
        options=(f"yes {CANARY}", f"no {CANARY}"),
        needs=("social",),
        label=Label(audience="owner", ground="work-product"),
        happened_on=DAY,
    ),
    AssentRecorded(
        decision_id="settle",
        member_id="social",
        answer="assents",
        option=1,
        by_document=Ref("event", "e-1"),
        happened_on=DAY,
    ),
    DecisionTaken(decision_id="settle", option=1, happened_on=DAY),
    DecisionWithdrawn(
        decision_id="settle", ground=f"No money {CANARY}", happened_on=DAY
    ),
    MemberLeft(member_id="social", reason=f"Done {CANARY}", happened_on=DAY),
)

VALUES = (AreaOwner(area="trial", accountable=f"lead {CANARY}"),)
