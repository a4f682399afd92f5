"""Feedback: what somebody said of our work."""

from __future__ import annotations

from datetime import date
from typing import Final

from attrs import field, frozen

from legalcase.kernel.events.label import Label
from legalcase.plain_data import PlainData

__all__ = ["CONFIDED", "Feedback"]

#: What a client tells us of our own work.
CONFIDED: Final = Label(audience="firm", ground="confidential")


@frozen(kw_only=True)
class Feedback(PlainData):
    """What a party said of our work, on which day, asked how."""

    feedback_id: str
    given_by: str
    given_on: date
    asked_by: str
    text: str | None = field(default=None, repr=False)
    score: int | None = None
    out_of: int | None = None
    label: Label
