"""The last instant of a due day: at which hour, by whose clock."""

from __future__ import annotations

from datetime import date, datetime, time
from functools import lru_cache
from typing import TYPE_CHECKING

from legalcase.counting.engine.recipe import recipe_of
from legalcase.counting.engine.stages.grace import day_of_grace
from legalcase.counting.rules.settings import minutes
from legalcase.dates import zone_named

if TYPE_CHECKING:
    from legalcase.counting.engine.count import Count
    from legalcase.counting.engine.recipe import Recipe
    from legalcase.counting.engine.steps import Outcome

__all__ = ["instant_of"]

_DAY_END = 24 * 60


def instant_of(count: Count, outcome: Outcome) -> datetime | None:
    """Return the last instant of the due day, where rule and court determine it.

    Where the rule has a day of grace, the last instant of that.
    """
    due = outcome.due
    if isinstance(due, datetime):
        return due
    recipe = recipe_of(count, count.chosen)
    named = count.ends_on
    if named is not None and named.minute is not None:
        moved = due != outcome.nominal
        if not (moved and named.frees_the_day):
            # The hour that the rule names, not that at which its days end.
            zone = count.rule.zone
            zones = recipe.venue.zones or (() if zone is None else (zone,))
            return _earliest(due, named.minute, zones) if zones else None
    ends = recipe.ends
    if ends is ...:
        ends = recipe.ends = _ends_of(recipe)
    if ends is None:
        return None
    grace = recipe.settings.grace
    if grace is not None:
        later = day_of_grace(recipe, due)
        if later is not None:
            return _earliest(later, grace.until, ends[1])
    return _earliest(due, *ends)


def _ends_of(recipe: Recipe) -> tuple[int, tuple[str, ...]] | None:
    """Return the minute at which a day ends, and by whose clocks, if that is known."""
    table, venue = recipe.settings.end_of_day, recipe.venue
    if recipe.count.served or table is None or not venue.zones:
        return None
    if recipe.act not in table.get("acts", ("file",)):
        return None
    hour = dict(venue.cut_offs).get("electronic") or table.get("electronic")
    if hour is None and "grace" in table:
        hour = "24:00"
    return None if hour is None else (minutes(hour), venue.zones)


@lru_cache(maxsize=1024)
def _earliest(day: date, minute: int, zones: tuple[str, ...]) -> datetime:
    """Return that minute of the day in the zone where it comes first.

    Midnight at the end of a day is its last second, never 00:00 of the next.
    """
    clock = time(23, 59, 59) if minute == _DAY_END else time(minute // 60, minute % 60)
    moments = [datetime.combine(day, clock, tzinfo=zone_named(name)) for name in zones]
    return min(moments)
