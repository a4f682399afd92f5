"""The pipeline of a count in days, weeks, months and years: stages 1 to 8.

Every stage that acts leaves a step: a tuple (code, from, to, clause, closures), where
`closures` are the (date, name) pairs of the days that did not count or were passed
over. Steps join end to end: each begins where the one before it ended.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from legalcase.counting.engine.stages.adding import add_all, court_closed
from legalcase.counting.engine.stages.ends_after import (
    carried_on,
    check_end_extended,
    out_of_recess,
)
from legalcase.counting.engine.stages.first_day import day_before_first
from legalcase.counting.engine.stages.last_day import first_accessible, on_named_day
from legalcase.counting.engine.stages.late import day_it_counts
from legalcase.counting.engine.stages.minimum import at_least
from legalcase.counting.engine.stages.period import count_closely
from legalcase.counting.engine.walk import Walk
from legalcase.errors import UnsupportedQuestionError

if TYPE_CHECKING:
    from legalcase.counting.engine.recipe import Recipe
    from legalcase.counting.engine.steps import RawStep
    from legalcase.counting.rules.settings import ExtraTime

__all__ = ["plain_days", "run_days"]

_fromordinal = date.fromordinal


def run_days(walk: Walk) -> tuple[int, int]:
    """Count a period in days or longer units; return (due, nominal) as ordinals.

    Raises `UnsupportedQuestionError` for a unit on which the rule is silent, and
    `CalendarOutOfBoundsError` where a calendar ends.
    """
    recipe = walk.recipe
    added = recipe.added
    begun = start = _trigger(walk)
    if added and recipe.order.adds_first:
        start, added = add_all(walk, start), ()
    if recipe.first_day is not None:
        start = day_before_first(walk, start, recipe.first_day)
    if recipe.as_one:
        end, added = _as_one(walk, start), ()
    else:
        end = _counted(walk, start)
    if recipe.minimum is not None:
        end = at_least(walk, start, end, recipe.minimum)
    counted = end
    if added:
        if recipe.order.rolls_first:
            end = walk.roll(end)
        counted, end = end, add_all(walk, end)
    if recipe.count.ends_on is not None:
        counted = end = on_named_day(walk, end, recipe.count.ends_on)
    if recipe.carried:
        end, rolled = carried_on(walk, begun, counted, end)
    else:
        rolled = _rolled(walk, end)
    if recipe.count.inaccessible and rolled in recipe.count.inaccessible:
        rolled = first_accessible(walk, rolled)
    return rolled, end


def _rolled(walk: Walk, end: int) -> int:
    """Stage 7: move an end off closed days, and out of a recess that it then meets."""
    rolled = walk.roll(end)
    if rolled != end and not walk.recipe.runs_freely:
        return out_of_recess(walk, rolled)
    return rolled


def _counted(walk: Walk, start: int) -> int:
    """Count the period itself."""
    recipe = walk.recipe
    days = recipe.plain_days
    if days is ...:
        days = recipe.plain_days = plain_days(recipe)
    if days is None:
        return count_closely(walk, start)
    end = start + recipe.sign * days
    walk.step("count", start, end, recipe.clause)
    return end


def _as_one(walk: Walk, start: int) -> int:
    """Count the period with the time added as one: first the months, then the days."""
    end = start
    for part in walk.recipe.as_one:
        other = Walk(part, walk.anchor)
        end = _counted(other, end)
        walk.steps += map(_as_part, other.steps)
    return end


def _as_part(step: RawStep) -> RawStep:
    """Return a step of one part, called by what it is a part of."""
    if step[0] != "count":
        return step
    part: RawStep = ("one-period", *step[1:])
    return part


def _trigger(walk: Walk) -> int:
    """Stages 1 and 2: the day from which the count starts."""
    recipe, anchor = walk.recipe, walk.anchor
    settings = recipe.settings
    day = anchor.toordinal()
    if day < recipe.closed.first or day > recipe.closed.last:
        raise recipe.closed.out_of_bounds(day)
    if recipe.is_late is not None and isinstance(anchor, datetime):
        day = day_it_counts(walk, anchor, recipe.is_late)
    if recipe.count.from_rolled_end:
        if settings.extends_rolled is None:
            msg = (
                f"{recipe.count.rule.id} does not say where an extension begins. "
                "Count it with after= from the day that you mean."
            )
            raise UnsupportedQuestionError(msg, field="extending", value=day)
        if settings.extends_rolled:
            # The end that is extended lies after its trigger: it rolled forward.
            if settings.roll_after.periods is not None:
                check_end_extended(walk, day)
            day = walk.roll(day, "roll-first", settings.roll_after)
        return day
    walk.steps.append(
        ("trigger", start := _fromordinal(day), start, settings.trigger_clause, ())
    )
    return day if recipe.deemed is None else _deemed(walk, day, recipe.deemed)


def _deemed(walk: Walk, day: int, extra: ExtraTime) -> int:
    """Return the court day on which what was served on `day` counts as served."""
    closed = walk.recipe.counted(court_closed(walk, extra))
    start, passed = day, []
    while closed.is_closed(day):
        passed.append(closed.closure_on(day))
        day += 1
    if day != start:
        walk.step("deemed", start, day, extra.clause, tuple(passed))
    return day


def plain_days(recipe: Recipe) -> int | None:
    """Return how many days a count takes that none of stages 3 to 5 touches.

    ``None`` if one may: then `count_closely` does. Whoever adds a stage there says here
    when it acts; a property holds that the short and the long way agree.
    """
    count, settings = recipe.count, recipe.settings
    number, unit = count.period.number, recipe.unit
    if unit not in {"day", "clear day", "week"} or not recipe.runs_freely:
        return None
    if unit == "week":
        number *= 7
    if settings.short is not None and settings.short.covers(number, recipe.sign):
        return None
    return number + (unit == "clear day")
