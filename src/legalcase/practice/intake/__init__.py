"""Intake for legal aid: who may be helped, by which text, and what was done."""

from legalcase.practice.intake.eligible import (
    Eligibility,
    EligibilityTest,
    eligibility,
)
from legalcase.practice.intake.events import (
    ApplicantScreened,
    EligibilityDecided,
    ProblemCoded,
    ServiceClosed,
)
from legalcase.practice.intake.facet import (
    INTAKE,
)
from legalcase.practice.intake.program import (
    AidProgram,
    Closing,
    Guideline,
    LegalProblem,
    StatusRule,
    aid_program,
)
from legalcase.practice.intake.state import (
    ClosedService,
    Intake,
    Screening,
)

__all__ = [
    "INTAKE",
    "AidProgram",
    "ApplicantScreened",
    "ClosedService",
    "Closing",
    "Eligibility",
    "EligibilityDecided",
    "EligibilityTest",
    "Guideline",
    "Intake",
    "LegalProblem",
    "ProblemCoded",
    "Screening",
    "ServiceClosed",
    "StatusRule",
    "aid_program",
    "eligibility",
]
