"""Running one count from one anchor, under chosen readings."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from legalcase.counting.engine.recipe import recipe_of
from legalcase.counting.engine.stages.days import run_days
from legalcase.counting.engine.steps import Outcome
from legalcase.counting.engine.walk import Walk
from legalcase.errors import LegalCaseError, OutOfBoundsError

if TYPE_CHECKING:
    from legalcase.counting.engine.count import Count
    from legalcase.counting.rules.counting_rule import Choices

__all__ = ["run"]

_fromordinal = date.fromordinal


def run(count: Count, anchor: date | datetime, choices: Choices) -> Outcome:
    """Run one count from one anchor under the readings chosen.

    Raises `OutOfBoundsError` where the count leaves the years that a date can have.
    """
    recipe = recipe_of(count, choices)
    walk = Walk(recipe, _late(anchor) if recipe.late else anchor)
    try:
        if count.served:
            from legalcase.counting.engine.stages.service import run_served

            due, nominal = run_served(walk)
        elif recipe.count.period.unit == "hour":
            from legalcase.counting.engine.stages.hours import run_hours

            instant, before = run_hours(walk)
            return Outcome(instant, before, tuple(walk.steps))
        else:
            due, nominal = run_days(walk)
        return Outcome(_fromordinal(due), _fromordinal(nominal), tuple(walk.steps))
    except (ValueError, OverflowError) as error:
        if isinstance(error, LegalCaseError):
            raise
        raise _beyond(recipe.count, anchor) from error


def _late(anchor: date | datetime) -> datetime:
    """Return the last minute of the trigger's day: only its hour is looked at."""
    return datetime(anchor.year, anchor.month, anchor.day, 23, 59)  # noqa: DTZ001 - only its hour is looked at


def _beyond(count: Count, anchor: date | datetime) -> OutOfBoundsError:
    day = anchor.date() if isinstance(anchor, datetime) else anchor
    msg = (
        f"{count.period} from {day} under {count.rule.id} leaves the years that "
        "a date can have. Check the period, the trigger and the suspensions."
    )
    return OutOfBoundsError(
        msg, subject=count.rule.id, asked=day, first=date.min, last=date.max
    )
