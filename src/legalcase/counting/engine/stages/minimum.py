"""Working days that a period must have: where it has too few, it goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legalcase.errors import UnsupportedQuestionError

if TYPE_CHECKING:
    from datetime import date

    from legalcase.counting.engine.recipe import Recipe
    from legalcase.counting.engine.walk import Walk
    from legalcase.counting.rules.parts.closed_days import Minimum
    from legalcase.counting.rules.venue import ClosedDays

__all__ = ["at_least", "minimum_for"]


def minimum_for(recipe: Recipe) -> Minimum | None:
    """Return how many court days a period must have, if the rule says so of it."""
    count, minimum = recipe.count, recipe.settings.minimum
    if minimum is None or count.served or count.period.unit == "hour":
        return None
    return minimum if minimum.periods.covers(count.period) else None


def at_least(walk: Walk, start: int, end: int, minimum: Minimum) -> int:
    """Return where a period ends that must have so many court days.

    `start` is the day before its first. Raises `UnsupportedQuestionError` for one
    counted back that has too few: no text that was read speaks of it.
    """
    recipe = walk.recipe
    sign, windows = recipe.sign, recipe.windows
    closed = recipe.counted(minimum.closed)
    left = minimum.number - _open_days(walk, start, end, closed, minimum.number)
    if left > 0 and sign < 0:
        msg = (
            f"{recipe.count.period} back have fewer than {minimum.number} court days, "
            f"and {recipe.count.rule.id} speaks only of what follows an event. Give a "
            "longer period."
        )
        raise UnsupportedQuestionError(msg, field="period", value=recipe.count.period)
    day = begun = end
    passed: list[tuple[date, str]] = []
    while left > 0:
        day += 1
        window = windows.around(day) if windows is not None else None
        if window is not None and windows is not None:
            if day - 1 != begun:
                walk.step("minimum", begun, day - 1, minimum.clause, tuple(passed))
                passed = []
            walk.step("suspend", day - 1, window[1], windows.clause(window))
            begun = day = window[1]
        elif closed.is_closed(day):
            passed.append(closed.closure_on(day))
        else:
            left -= 1
    if day != begun:
        walk.step("minimum", begun, day, minimum.clause, tuple(passed))
    return day


def _open_days(walk: Walk, start: int, end: int, closed: ClosedDays, most: int) -> int:
    """Return how many court days a period has: no more than `most` are looked for."""
    sign, windows = walk.recipe.sign, walk.recipe.windows
    found, day = 0, start
    while found < most and day != end:
        day += sign
        is_stopped = windows is not None and windows.around(day) is not None
        found += not is_stopped and not closed.is_closed(day)
    return found
