"""Calendars: what they lack, what opens a day, and roles that nobody filled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legalcase.counting.argument.behind.grounds import closed_at, opened_days
from legalcase.counting.argument.findings import Notice

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from datetime import date

    from legalcase.counting.engine.count import Count
    from legalcase.counting.engine.recipe import Recipe

__all__ = ["inaccessible", "incomplete", "opened", "unfilled"]


def incomplete(recipe: Recipe, days: Callable[[], Collection[date]]) -> list[Notice]:
    """Say what the calendars lack at which the count looked, if it could matter."""
    minding: dict[str, frozenset[str]] = {}
    for spec in closed_at(recipe):
        for role, kinds in spec:
            minding[role] = minding.get(role, frozenset()) | kinds
    used = [one for one in recipe.venue.calendars if one[0] in minding]
    if not any(calendar.definition.lacks_something for _, calendar in used):
        return []
    looked_at = days()
    return [
        Notice(code="calendar-incomplete", text=text)
        for role, calendar in used
        for text in calendar.definition.lacking(looked_at, minding[role])
    ]


def opened(count: Count, days: Callable[[], Collection[date]]) -> list[Notice]:
    """Name the days at which the count looked that are open, and would be closed."""
    if not any(calendar.laid().openings for _, calendar in count.venue.calendars):
        return []
    return [
        Notice(
            code="opened-day",
            text=f"{one.on:%A}, {one.on}, is a working day in {name}: {one.name} "
            f"({one.authority}).",
        )
        for one, name in opened_days(count, days())
    ]


def unfilled(recipe: Recipe) -> list[Notice]:
    """Name the roles that the rule needs and nobody filled, counting forward."""
    roles = dict.fromkeys(
        role
        for spec in closed_at(recipe)
        for role in recipe.venue.closed(spec).unfilled
    )
    if not roles:
        return []
    missing = "the state" if recipe.venue.courts else "the court or the state"
    text = (
        f"Nobody said whose holidays count as those of the {', '.join(roles)}: they "
        "were not considered, so the date may be earlier than need be. Name "
        f"{missing}."
    )
    return [Notice(code="role-not-filled", text=text)]


def inaccessible(recipe: Recipe) -> list[Notice]:
    """Say that days of which the rule does not speak were given, and did nothing."""
    settings = recipe.settings
    acts = settings.inaccessible_acts | settings.closing_acts
    if not recipe.count.inaccessible or recipe.act in acts:
        return []
    spoken = "does not speak of them"
    if acts:
        spoken = f"speaks of them only for the act {' or '.join(sorted(acts))}"
    text = (
        "Days on which the clerk's office was inaccessible were given and change "
        f"nothing: {recipe.count.rule.id} {spoken}."
    )
    return [Notice(code="inaccessible-not-considered", text=text)]
