"""FEEDBACK: the room of what people say of our work, as a table."""

from __future__ import annotations

from typing import Final

from legalcase.kernel.register import Register
from legalcase.kernel.rooms.facet import Facet, Row
from legalcase.practice.feedback import handlers
from legalcase.practice.feedback.events import FeedbackGiven
from legalcase.practice.feedback.state import CONFIDED, Feedback

__all__ = ["FEEDBACK"]

FEEDBACK: Final[Facet[Register[Feedback]]] = Facet(
    name="practice/feedback",
    first=Register("feedback"),
    rows=(
        Row(
            FeedbackGiven,
            "practice/feedback-given",
            1,
            handlers.given,
            label=CONFIDED,
        ),
    ),
)
