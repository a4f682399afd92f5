"""ROOMS: the rooms of the work of a case, and the model that has them all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from legalcase.model.core import Model
from legalcase.practice.assessments.facet import ASSESSMENTS
from legalcase.practice.communications.facet import COMMUNICATIONS
from legalcase.practice.complexity.facet import COMPLEXITY
from legalcase.practice.conflict_checks.facet import CONFLICT_CHECKS
from legalcase.practice.consents.facet import CONSENTS
from legalcase.practice.feedback.facet import FEEDBACK
from legalcase.practice.intake.facet import INTAKE
from legalcase.practice.meetings.facet import MEETINGS
from legalcase.practice.needs.facet import NEEDS
from legalcase.practice.objectives.facet import OBJECTIVES
from legalcase.practice.plan.facet import PLAN
from legalcase.practice.problems.facet import PROBLEMS
from legalcase.practice.proof.disclosure.facet import DISCLOSURE
from legalcase.practice.proof.evidence.facet import EVIDENCE
from legalcase.practice.proof.witnesses.facet import WITNESSES
from legalcase.practice.settlement.agreements.facet import AGREEMENTS
from legalcase.practice.settlement.mediation.facet import MEDIATION
from legalcase.practice.settlement.offers.facet import OFFERS
from legalcase.practice.suggestions.facet import SUGGESTIONS
from legalcase.practice.team.facet import TEAM

if TYPE_CHECKING:
    from legalcase.kernel.rooms.facet import Facet

__all__ = ["MODEL", "ROOMS"]

#: Each stands on the core alone, and none on another.
ROOMS: Final[tuple[Facet[Any], ...]] = (
    ASSESSMENTS,
    COMMUNICATIONS,
    COMPLEXITY,
    CONFLICT_CHECKS,
    CONSENTS,
    FEEDBACK,
    INTAKE,
    MEETINGS,
    NEEDS,
    OBJECTIVES,
    OFFERS,
    PLAN,
    PROBLEMS,
    SUGGESTIONS,
    EVIDENCE,
    WITNESSES,
    TEAM,
    DISCLOSURE,
    AGREEMENTS,
    MEDIATION,
)
#: The core, and every room of the work of a case.
MODEL: Final[Model] = Model.core().with_facets(*ROOMS)
