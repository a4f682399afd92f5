"""What can happen to the feedback in a case: it is given."""

from __future__ import annotations

from typing import Final

from attrs import field, frozen

from legalcase.errors import InvalidValueError, MissingInputError
from legalcase.kernel.checks import (
    check_count,
    check_id,
    check_kind,
    check_text,
    one_of,
    optional,
)
from legalcase.kernel.events.event import Event
from legalcase.kernel.events.label import Label
from legalcase.kernel.events.ref import names, refers

__all__ = ["WAYS", "FeedbackGiven"]

#: How somebody was asked; or that nobody asked.
WAYS: Final = ("interview", "survey", "telephone", "letter", "unasked")


@frozen(kw_only=True)
class FeedbackGiven(Event):
    """A party said what it thinks of our work: asked how, in words or by a score.

    `score` is a whole number from 0 to `out_of`: neither stands without the other, and
    a score is never compared with one of another scale.
    """

    feedback_id: str = field(validator=check_id, metadata=names("practice/feedback"))
    given_by: str = field(validator=check_id, metadata=refers("party"))
    asked_by: str = field(validator=one_of(WAYS))
    text: str | None = field(default=None, repr=False, validator=optional(check_text))
    score: int | None = None
    out_of: int | None = field(default=None, validator=optional(check_count))
    label: Label | None = field(
        default=None, validator=optional(check_kind(Label, "Pass Label(audience=…)."))
    )

    def __attrs_post_init__(self) -> None:
        """Refuse feedback that says nothing, and half a score."""
        if self.text is None and self.score is None:
            msg = (
                "The feedback says nothing. Pass text=, or a score= with the highest "
                "one that could be given, out_of=."
            )
            raise MissingInputError(msg, field="text", value=None)
        if (self.score is None) != (self.out_of is None):
            msg = (
                f"score is {self.score} and out_of is {self.out_of}: one says nothing "
                "without the other. Pass both, or neither."
            )
            raise MissingInputError(msg, field="out_of", value=self.out_of)
        if self.score is None or self.out_of is None:
            return
        if type(self.score) is not int or not 0 <= self.score <= self.out_of:
            msg = (
                f"A score of {self.score!r} is not on the scale from 0 to "
                f"{self.out_of}. Pass a whole number that is."
            )
            raise InvalidValueError(msg, field="score", value=self.score)
