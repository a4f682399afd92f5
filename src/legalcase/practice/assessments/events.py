"""What can happen to an assessment: it is made, or declared void."""

from __future__ import annotations

from datetime import date
from typing import Any

from attrs import Attribute, field, frozen

from legalcase.errors import InvalidTypeError, InvalidValueError
from legalcase.kernel.checks import (
    check_date,
    check_id,
    check_kind,
    check_some,
    check_text,
    check_word,
    optional,
    tuple_of,
)
from legalcase.kernel.events.event import Event
from legalcase.kernel.events.label import Label
from legalcase.kernel.events.ref import names, refers
from legalcase.kernel.events.terms import Terms

__all__ = ["Answered", "Assessed", "AssessmentVoided"]


def _check_points(_: object, attribute: Attribute[Any], value: object) -> None:
    if type(value) is not int:
        name = attribute.name
        msg = (
            f"{name} needs a whole number, not {type(value).__name__}. An instrument "
            "gives it: instrument.assess(…)."
        )
        raise InvalidTypeError(msg, field=name, value=None)


@frozen(kw_only=True)
class Answered(Terms):
    """One question of an instrument, what was answered, and how many points that is."""

    question: str = field(validator=check_word)
    answer: str = field(repr=False, validator=check_text)
    points: int = field(default=0, validator=_check_points)


@frozen(kw_only=True)
class Assessed(Event):
    """A party was asked the questions of an instrument: the answers and their score.

    `instrument`, `version` and `digest` say with which it was, so that it can be
    scored again. `score` is the sum of the points and `band` where it lies; where no
    question has points, both are left out. `unanswered` are the questions that were
    asked and not answered. `reassess_on` is when to ask again, `supersedes` the
    assessment of which this takes the place. `Instrument.assess` makes one.
    """

    assessment_id: str = field(
        validator=check_id, metadata=names("practice/assessment")
    )
    of: str = field(validator=check_id, metadata=refers("party"))
    instrument: str = field(validator=check_id)
    version: str = field(validator=check_id)
    digest: str = field(validator=check_id)
    answers: tuple[Answered, ...] = field(validator=check_some(tuple_of(Answered)))
    unanswered: tuple[str, ...] = field(default=(), validator=tuple_of(str))
    score: int | None = field(default=None, validator=optional(_check_points))
    band: str | None = field(default=None, validator=optional(check_word))
    assessed_by: str = field(repr=False, validator=check_text)
    reassess_on: date | None = field(default=None, validator=optional(check_date))
    supersedes: str | None = field(
        default=None,
        validator=optional(check_id),
        metadata=refers("practice/assessment"),
    )
    label: Label | None = field(
        default=None, validator=optional(check_kind(Label, "Pass Label(audience=…)."))
    )

    def __attrs_post_init__(self) -> None:
        """Refuse a score that is not the sum of its points, and a question twice."""
        asked = [one.question for one in self.answers] + list(self.unanswered)
        if len(set(asked)) != len(asked):
            msg = "A question is answered twice, or answered and not. Give each once."
            raise InvalidValueError(msg, field="answers", value=None)
        total = sum(one.points for one in self.answers)
        if self.score is not None and self.score != total:
            msg = (
                f"The score is said to be {self.score}, and the points of the answers "
                f"are {total}. Pass what they sum up to."
            )
            raise InvalidValueError(msg, field="score", value=self.score)
        if self.reassess_on is not None and self.reassess_on <= self.happened_on:
            msg = (
                f"It would be asked again on {self.reassess_on}, and was asked on "
                f"{self.happened_on}. Pass a later day."
            )
            raise InvalidValueError(msg, field="reassess_on", value=self.reassess_on)


@frozen(kw_only=True)
class AssessmentVoided(Event):
    """An assessment is not to be relied on, and why; it stays on the record.

    What it took the place of counts again.
    """

    assessment_id: str = field(
        validator=check_id, metadata=refers("practice/assessment")
    )
    ground: str = field(repr=False, validator=check_text)
