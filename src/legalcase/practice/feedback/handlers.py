"""How feedback is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legalcase.kernel.events.label import borne
from legalcase.practice.feedback.state import CONFIDED, Feedback

if TYPE_CHECKING:
    from legalcase.kernel.folding.folded import Folded
    from legalcase.kernel.lines.recorded import Recorded
    from legalcase.kernel.register import Register
    from legalcase.practice.feedback.events import FeedbackGiven

__all__ = ["given"]


def given(
    feedback: Register[Feedback], event: FeedbackGiven, line: Recorded, _: Folded
) -> Register[Feedback]:
    """Return the feedback with what somebody said."""
    said = Feedback(
        feedback_id=event.feedback_id,
        given_by=event.given_by,
        given_on=event.happened_on,
        asked_by=event.asked_by,
        text=event.text,
        score=event.score,
        out_of=event.out_of,
        label=borne(event.label, line.label, kind=CONFIDED),
    )
    return feedback.with_(said.feedback_id, said)
