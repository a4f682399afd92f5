"""Mediation: a room behind a fence, which no question, list or export reads."""

from legalcase.practice.settlement.mediation.events import (
    MediationBegun,
    MediationEnded,
    MediationNoteTaken,
    MediationProposalAnswered,
    MediationProposalMade,
    MediationSessionHeld,
    MediationSessionNotHeld,
    MediationSessionSet,
)
from legalcase.practice.settlement.mediation.facet import (
    MEDIATION,
)
from legalcase.practice.settlement.mediation.reporting import (
    MEDIATION_RULES,
    MediationReport,
    MediationRule,
    mediation_report,
    mediation_rule,
)
from legalcase.practice.settlement.mediation.state import (
    Mediation,
    MediationNote,
    MediationProposal,
    Mediations,
    MediationSession,
)

__all__ = [
    "MEDIATION",
    "MEDIATION_RULES",
    "Mediation",
    "MediationBegun",
    "MediationEnded",
    "MediationNote",
    "MediationNoteTaken",
    "MediationProposal",
    "MediationProposalAnswered",
    "MediationProposalMade",
    "MediationReport",
    "MediationRule",
    "MediationSession",
    "MediationSessionHeld",
    "MediationSessionNotHeld",
    "MediationSessionSet",
    "Mediations",
    "mediation_report",
    "mediation_rule",
]
