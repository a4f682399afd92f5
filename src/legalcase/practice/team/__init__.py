"""The team: who answers for what in a case, by which model, and from when."""

from legalcase.practice.team.decisions import (
    AssentRecorded,
    DecisionProposed,
    DecisionTaken,
    DecisionWithdrawn,
)
from legalcase.practice.team.events import (
    AreaOwner,
    Assigned,
    AssignmentEnded,
    HandoverAccepted,
    HandoverDeclined,
    HandoverProposed,
    MemberJoined,
    MemberLeft,
    TeamModelChosen,
)
from legalcase.practice.team.facet import (
    TEAM,
)
from legalcase.practice.team.state import (
    Assent,
    Assignment,
    Decision,
    Handover,
    Member,
    ModelChoice,
    Team,
)

__all__ = [
    "TEAM",
    "AreaOwner",
    "Assent",
    "AssentRecorded",
    "Assigned",
    "Assignment",
    "AssignmentEnded",
    "Decision",
    "DecisionProposed",
    "DecisionTaken",
    "DecisionWithdrawn",
    "Handover",
    "HandoverAccepted",
    "HandoverDeclined",
    "HandoverProposed",
    "Member",
    "MemberJoined",
    "MemberLeft",
    "ModelChoice",
    "Team",
    "TeamModelChosen",
]
