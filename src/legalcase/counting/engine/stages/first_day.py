"""The first day that counts, where it is another than the day after the event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legalcase.errors import UnsupportedQuestionError

if TYPE_CHECKING:
    from legalcase.counting.engine.recipe import Recipe
    from legalcase.counting.engine.walk import Walk
    from legalcase.counting.rules.parts.first_day import FirstDay

__all__ = ["day_before_first", "first_day_for"]


def first_day_for(recipe: Recipe) -> FirstDay | None:
    """Return how a count finds its first day; ``None`` if it is the next, or none.

    An extension begins when the period that it extends has ended, and hours and
    service begin with the event: they have no first day. Of clear days neither end
    counts, whatever holds for others.
    """
    count, settings = recipe.count, recipe.settings
    if count.served or count.from_rolled_end or count.period.unit == "hour":
        return None
    first = settings.first_after if recipe.sign > 0 else settings.first_before
    if first is not None and count.period.unit == "clear day":
        return first._replace(is_included=False) if first.is_open else None
    return first


def day_before_first(walk: Walk, day: int, first: FirstDay) -> int:
    """Return the day before the first that counts, seen in the way of the count.

    Raises `UnsupportedQuestionError` where the rule says two things of the day of the
    event, or adds time for service before the count begins.
    """
    recipe = walk.recipe
    rule, sign = recipe.count.rule.id, recipe.sign
    if recipe.added and recipe.order.adds_first:
        msg = (
            f"{rule} counts the time for service before the period, and does not say "
            "on which day the period begins then. Leave service out, and add that time "
            "yourself."
        )
        raise UnsupportedQuestionError(
            msg, field="service", value=recipe.added[0].number
        )
    if first.is_included:
        if recipe.settings.days(sign) == "clear day":
            msg = (
                f"{rule} counts the day of the event, and leaves both ends out. Mend "
                "the rule: days are clear, or the day of the event is included."
            )
            raise UnsupportedQuestionError(
                msg, field="period", value=recipe.count.period
            )
        walk.step("included", day, day - sign, first.clause)
        day -= sign
    if not first.is_open:
        return day
    closed = recipe.counted(first.closed)
    start, passed = day, []
    while closed.is_closed(day + sign):
        passed.append(closed.closure_on(day + sign))
        day += sign
    if passed:
        walk.step("begin", start, day, first.begins_clause, tuple(passed))
    return day
