"""Assessment: what was answered, what it scored, and whether it still counts."""

from __future__ import annotations

from datetime import date
from typing import Final

from attrs import field, frozen

from legalcase.kernel.events.label import Label
from legalcase.plain_data import PlainData
from legalcase.practice.assessments.events import Answered

__all__ = ["CONFIDED", "Assessment"]

#: What somebody told of their life.
CONFIDED: Final = Label(audience="firm", ground="privacy")


@frozen(kw_only=True)
class Assessment(PlainData):
    """An assessment: of whom, with which instrument, its answers, score and band.

    `superseded_by` is the one that took its place; `voided_on` the day from which it
    is not to be relied on.
    """

    assessment_id: str
    of: str
    instrument: str
    version: str
    digest: str
    answers: tuple[Answered, ...]
    unanswered: tuple[str, ...] = ()
    score: int | None = None
    band: str | None = None
    assessed_by: str = field(repr=False)
    assessed_on: date
    reassess_on: date | None = None
    superseded_by: str | None = None
    voided_on: date | None = None
    label: Label

    @property
    def counts(self) -> bool:
        """Whether it is the last word: not superseded, and not void."""
        return self.superseded_by is None and self.voided_on is None
