"""ASSESSMENTS: the room of what was asked and scored, as a table."""

from __future__ import annotations

from typing import Final

from legalcase.kernel.register import Register
from legalcase.kernel.rooms.facet import Facet, Row, Tracked
from legalcase.practice.assessments import handlers
from legalcase.practice.assessments.events import Assessed, AssessmentVoided
from legalcase.practice.assessments.state import CONFIDED, Assessment
from legalcase.practice.in_order import NotBefore

__all__ = ["ASSESSMENTS"]

_order = NotBefore(named_by="assessment_id", since="assessed_on")

ASSESSMENTS: Final[Facet[Register[Assessment]]] = Facet(
    name="practice/assessments",
    first=Register("assessment"),
    rows=(
        Row(Assessed, "practice/assessed", 1, handlers.assessed, label=CONFIDED),
        Row(
            AssessmentVoided,
            "practice/assessment-voided",
            1,
            handlers.voided,
            check=_order,
            label=CONFIDED,
        ),
    ),
    tracks=(Tracked(handlers.ASSESSMENT_CYCLE, handlers.standing),),
)
