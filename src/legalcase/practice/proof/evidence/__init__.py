"""Evidence: what proves a case, who had it since, and what is shown to the court."""

from legalcase.practice.proof.evidence.breaks import (
    CustodyBreak,
)
from legalcase.practice.proof.evidence.chain import (
    Custody,
    custody,
)
from legalcase.practice.proof.evidence.corrected import (
    CustodyCorrection,
)
from legalcase.practice.proof.evidence.events import (
    CustodyExplained,
    CustodyTransferred,
    EvidenceDestroyed,
    EvidenceHandled,
    EvidenceReturned,
)
from legalcase.practice.proof.evidence.exhibits import (
    ExhibitAdmitted,
    ExhibitExcluded,
    ExhibitMarked,
    ExhibitOffered,
    ExhibitWithdrawn,
)
from legalcase.practice.proof.evidence.facet import (
    EVIDENCE,
)
from legalcase.practice.proof.evidence.state import (
    CustodyExplanation,
    CustodyLink,
    Evidence,
    EvidenceItem,
    Exhibit,
)
from legalcase.practice.proof.evidence.step import (
    CustodyStep,
)
from legalcase.practice.proof.evidence.taking import (
    EvidenceCollected,
    EvidenceReceived,
)

__all__ = [
    "EVIDENCE",
    "Custody",
    "CustodyBreak",
    "CustodyCorrection",
    "CustodyExplained",
    "CustodyExplanation",
    "CustodyLink",
    "CustodyStep",
    "CustodyTransferred",
    "Evidence",
    "EvidenceCollected",
    "EvidenceDestroyed",
    "EvidenceHandled",
    "EvidenceItem",
    "EvidenceReceived",
    "EvidenceReturned",
    "Exhibit",
    "ExhibitAdmitted",
    "ExhibitExcluded",
    "ExhibitMarked",
    "ExhibitOffered",
    "ExhibitWithdrawn",
    "custody",
]
