"""Running one question from one anchor, under chosen readings."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from legalcase.counting.engine.days import run_days
from legalcase.counting.engine.recipe import RawStep, Walk, form_of
from legalcase.errors import LegalCaseError, OutOfBoundsError

if TYPE_CHECKING:
    from legalcase.counting.engine.count import Question
    from legalcase.counting.rules.counting_rule import Choices

__all__ = ["Outcome", "run"]

_fromordinal = date.fromordinal


class Outcome(NamedTuple):
    """What one run gave: the end, the end before the last roll, the steps."""

    due: date | datetime
    nominal: date | datetime
    steps: tuple[RawStep, ...]


def run(question: Question, anchor: date | datetime, choices: Choices) -> Outcome:
    """Answer one question from one anchor under the readings chosen.

    Raises `OutOfBoundsError` where the count leaves the years that a date can have.
    """
    form = form_of(question, choices)
    walk = Walk(form, _late(anchor) if form.late else anchor)
    try:
        if question.served:
            from legalcase.counting.engine.service import run_served  # noqa: PLC0415 - seldom

            due, nominal = run_served(walk)
        elif form.question.period.unit == "hour":
            from legalcase.counting.engine.hours import run_hours  # noqa: PLC0415 - seldom

            instant, before = run_hours(walk)
            return Outcome(instant, before, tuple(walk.steps))
        else:
            due, nominal = run_days(walk)
        return Outcome(_fromordinal(due), _fromordinal(nominal), tuple(walk.steps))
    except (ValueError, OverflowError) as error:
        if isinstance(error, LegalCaseError):
            raise
        raise _beyond(form.question, anchor) from error


def _late(anchor: date | datetime) -> datetime:
    """Return the last minute of the trigger's day: only its hour is looked at."""
    return datetime(anchor.year, anchor.month, anchor.day, 23, 59)  # noqa: DTZ001 - only its hour is looked at


def _beyond(question: Question, anchor: date | datetime) -> OutOfBoundsError:
    day = anchor.date() if isinstance(anchor, datetime) else anchor
    msg = (
        f"{question.period} from {day} under {question.rule.id} leaves the years that "
        "a date can have. Check the period, the trigger and the suspensions."
    )
    return OutOfBoundsError(
        msg, subject=question.rule.id, asked=day, first=date.min, last=date.max
    )
