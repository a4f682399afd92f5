"""Notices of a count: what its reader must know besides the date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legalcase.counting.argument.findings import Notice
from legalcase.counting.argument.notices.calendars import (
    inaccessible,
    incomplete,
    opened,
    unfilled,
)
from legalcase.counting.argument.notices.recesses import without_recess
from legalcase.counting.argument.notices.service import service_notices
from legalcase.counting.argument.notices.verified import verification_notice
from legalcase.counting.engine.recipe import recipe_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable
    from datetime import date

    from legalcase.authority import Authority
    from legalcase.counting.argument.backing import Origin
    from legalcase.counting.argument.readings import Lost
    from legalcase.counting.engine.count import Count
    from legalcase.counting.engine.recipe import Recipe
    from legalcase.counting.engine.steps import Outcome

__all__ = ["answers_not_counted", "assumed_act", "hour_of_named_day", "notices_of"]


def notices_of(
    count: Count,
    origin: Origin,
    authorities: Iterable[tuple[str, Authority]],
    days: Callable[[], Collection[date]],
) -> tuple[Notice, ...]:
    """Return what the reader of a count must know, the gravest first.

    `days` are those of which it was asked whether they are closed, by any reading.
    """
    recipe = recipe_of(count, count.chosen)
    found = list(origin.notices())
    found += unfilled(recipe)
    found += without_recess(recipe)
    found += inaccessible(recipe)
    found += incomplete(recipe, days)
    found += opened(count, days)
    found += _given_notice(recipe)
    if recipe.count.given.service is not None and not recipe.count.served:
        found += service_notices(recipe)
    notice = verification_notice(authorities)
    if notice is not None:
        found.append(notice)
    return tuple(dict.fromkeys(found))


def answers_not_counted(lost: Iterable[Lost]) -> list[Notice]:
    """Say which answer of fact the safe date leaves out; one of law leaves no day."""
    return [
        Notice(
            code="answer-not-computed",
            text=(
                f"{one.question} If {one.choice}: no date can be computed, so the safe "
                f"date does not cover that answer. {one.error}"
            ),
        )
        if one.is_of_fact
        else Notice(code="no-safe-date", text=str(one.refusal()))
        for one in lost
    ]


def assumed_act(count: Count, outcome: Outcome) -> list[Notice]:
    """Say which act was assumed, where the date would be another for another act."""
    recipe = recipe_of(count, count.chosen)
    if not count.act_is_assumed or count.served:
        return []
    settings, codes = recipe.settings, {step[0] for step in outcome.steps}
    matters = "roll" in codes and recipe.roll.acts is not None
    if recipe.count.inaccessible:
        matters |= recipe.act in settings.inaccessible_acts | settings.closing_acts
    if not matters:
        return []
    text = (
        f"Nobody said what must be done: it was counted as something to {recipe.act}. "
        "For another act the day can be an earlier one; name the act (act)."
    )
    return [Notice(code="act-assumed", text=text)]


def hour_of_named_day(count: Count, outcome: Outcome) -> list[Notice]:
    """Say at which hour the time ends on the weekday that a rule names, where in doubt.

    By whose clock, if nobody said which court; and that the hour was kept where that
    weekday was closed, which no authority that was read decides.
    """
    named = count.ends_on
    if named is None or named.minute is None:
        return []
    moved = outcome.due != outcome.nominal
    if moved and named.frees_the_day:
        return []
    found = []
    if not (count.venue.zones or count.rule.zone):
        text = (
            f"The time ends at {named.hour} by the court's clock. Name the court for "
            "the instant."
        )
        found.append(Notice(code="hour-of-named-day", text=text))
    if moved:
        text = (
            f"The weekday that the rule names was closed. The hour, {named.hour}, was "
            "kept for the day to which the end was moved: no rule entered says that "
            "the whole of that day is left."
        )
        found.append(Notice(code="hour-kept", text=text))
    return found


def _given_notice(recipe: Recipe) -> list[Notice]:
    """Say that time was added on nobody's authority but the caller's."""
    given = recipe.count.given.added
    if given is None or recipe.count.served:
        return []
    text = (
        f"{given} were added as given: whether they are due, and how they are counted, "
        "no rule entered was asked. They were added to the end, before any move off a "
        "closed day"
    )
    if recipe.order.as_one:
        text = f"{given} were added as given, and counted as one with the period"
    elif recipe.order.adds_first:
        text = f"{given} were added as given, before the period was counted"
    return [Notice(code="added-as-given", text=f"{text}.")]
