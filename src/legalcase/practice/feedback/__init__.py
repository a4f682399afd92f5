"""Feedback: what the people of a case say of our work, when, and asked how."""

from legalcase.practice.feedback.events import (
    FeedbackGiven,
)
from legalcase.practice.feedback.facet import (
    FEEDBACK,
)
from legalcase.practice.feedback.state import (
    Feedback,
)

__all__ = [
    "FEEDBACK",
    "Feedback",
    "FeedbackGiven",
]
