"""Samples of feedback."""

from __future__ import annotations

from case_files import CANARY, DAY
from legalcase.kernel import Label
from legalcase.practice import FeedbackGiven

EVENTS = (
    FeedbackGiven(
        feedback_id="f-1",
        given_by="roe",
        asked_by="survey",
        text=f"Slow {CANARY}",
        score=2,
        out_of=5,
        label=Label(audience="owner", ground="confidential"),
        happened_on=DAY,
    ),
)
