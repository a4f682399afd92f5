"""Assessments: what was asked of somebody with an instrument, and what it scored."""

from legalcase.practice.assessments.events import (
    Answered,
    Assessed,
    AssessmentVoided,
)
from legalcase.practice.assessments.facet import (
    ASSESSMENTS,
)
from legalcase.practice.assessments.instrument import (
    Band,
    Instrument,
    Question,
)
from legalcase.practice.assessments.reading import (
    read_instrument,
)
from legalcase.practice.assessments.state import (
    Assessment,
)

__all__ = [
    "ASSESSMENTS",
    "Answered",
    "Assessed",
    "Assessment",
    "AssessmentVoided",
    "Band",
    "Instrument",
    "Question",
    "read_instrument",
]
