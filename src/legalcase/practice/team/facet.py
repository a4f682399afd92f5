"""TEAM: the room of who answers for what, as a table."""

from __future__ import annotations

from typing import Final

from legalcase.kernel.register import Register
from legalcase.kernel.rooms.facet import Facet, Row, Tracked
from legalcase.practice.in_order import NotBefore
from legalcase.practice.team import deciding, handlers
from legalcase.practice.team.decisions import (
    AssentRecorded,
    DecisionProposed,
    DecisionTaken,
    DecisionWithdrawn,
)
from legalcase.practice.team.events import (
    Assigned,
    AssignmentEnded,
    HandoverAccepted,
    HandoverDeclined,
    HandoverProposed,
    MemberJoined,
    MemberLeft,
    TeamModelChosen,
)
from legalcase.practice.team.state import OURS, Team

__all__ = ["TEAM"]

_decision = NotBefore(within="decisions", named_by="decision_id", since="proposed_on")
_handover = NotBefore(within="handovers", named_by="handover_id", since="proposed_on")

_over = handlers.handed_over
_decided = deciding.decided

TEAM: Final[Facet[Team]] = Facet(
    name="practice/team",
    first=Team(
        assignments=Register("assignment"),
        members=Register("member"),
        handovers=Register("handover"),
        decisions=Register("decision"),
    ),
    rows=(
        Row(
            TeamModelChosen,
            "practice/team-model-chosen",
            1,
            handlers.chosen,
            label=OURS,
        ),
        Row(Assigned, "practice/assigned", 1, handlers.assigned, label=OURS),
        Row(
            AssignmentEnded, "practice/assignment-ended", 1, handlers.ended, label=OURS
        ),
        Row(MemberJoined, "practice/member-joined", 1, handlers.joined, label=OURS),
        Row(MemberLeft, "practice/member-left", 1, handlers.left, label=OURS),
        Row(
            HandoverProposed,
            "practice/handover-proposed",
            1,
            handlers.handing_over,
            label=OURS,
        ),
        Row(
            HandoverAccepted,
            "practice/handover-accepted",
            1,
            _over,
            check=_handover,
            label=OURS,
        ),
        Row(
            HandoverDeclined,
            "practice/handover-declined",
            1,
            _over,
            check=_handover,
            label=OURS,
        ),
        Row(
            DecisionProposed,
            "practice/decision-proposed",
            1,
            deciding.proposed,
            label=OURS,
        ),
        Row(
            AssentRecorded,
            "practice/assent-recorded",
            1,
            _decided,
            check=_decision,
            label=OURS,
        ),
        Row(
            DecisionTaken,
            "practice/decision-taken",
            1,
            _decided,
            check=_decision,
            label=OURS,
        ),
        Row(
            DecisionWithdrawn,
            "practice/decision-withdrawn",
            1,
            _decided,
            check=_decision,
            label=OURS,
        ),
    ),
    tracks=(
        Tracked(handlers.HANDOVER_CYCLE, handlers.handovers),
        Tracked(deciding.DECISION_CYCLE, deciding.decisions),
    ),
)
