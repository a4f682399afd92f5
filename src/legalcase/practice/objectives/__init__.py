"""Objectives and scope: what a case is for, and what we agreed to do in it."""

from legalcase.practice.objectives.events import (
    ObjectiveChanged,
    ObjectiveDropped,
    ObjectiveMet,
    ObjectiveReopened,
    ObjectiveSet,
    ScopeAgreed,
    ScopeChanged,
)
from legalcase.practice.objectives.facet import (
    OBJECTIVES,
)
from legalcase.practice.objectives.scope import (
    ScopeTerms,
)
from legalcase.practice.objectives.state import (
    AgreedScope,
    Objective,
    Objectives,
    ObjectiveState,
    ScopeVersion,
)

__all__ = [
    "OBJECTIVES",
    "AgreedScope",
    "Objective",
    "ObjectiveChanged",
    "ObjectiveDropped",
    "ObjectiveMet",
    "ObjectiveReopened",
    "ObjectiveSet",
    "ObjectiveState",
    "Objectives",
    "ScopeAgreed",
    "ScopeChanged",
    "ScopeTerms",
    "ScopeVersion",
]
