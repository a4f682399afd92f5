"""Grace: a court day after the day due on which something is accepted still."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from legalcase.errors import CalendarOutOfBoundsError

if TYPE_CHECKING:
    from legalcase.counting.engine.recipe import Recipe

__all__ = ["day_of_grace"]


def day_of_grace(recipe: Recipe, due: date) -> date | None:
    """Return the day through whose hour something is accepted after the day due.

    ``None`` where the rule has none for the act, counting back (of which no law that
    was read speaks), and where no calendar tells which day is the next court day.
    """
    grace, closed = recipe.settings.grace, recipe.settings.court_closed
    if grace is None or closed is None or recipe.sign < 0 or recipe.count.served:
        return None
    if recipe.act not in grace.acts or recipe.count.period.unit == "clear day":
        return None
    days = recipe.venue.closed(closed)
    day, left = due.toordinal(), grace.days
    try:
        while left:
            day += 1
            left -= not days.is_closed(day)
    except CalendarOutOfBoundsError:
        return None
    return date.fromordinal(day)
