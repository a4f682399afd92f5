"""Recesses and what lies about them: where a period ends that meets one."""

from __future__ import annotations

from datetime import datetime
from itertools import product
from typing import TYPE_CHECKING

from legalcase.counting.argument.findings import Notice
from legalcase.counting.engine.recipe import recipe_of
from legalcase.counting.engine.stages.ends_after import reaches_by_roll
from legalcase.counting.engine.stages.grace import day_of_grace

if TYPE_CHECKING:
    from legalcase.counting.engine.count import Count
    from legalcase.counting.engine.recipe import Recipe
    from legalcase.counting.engine.steps import Outcome

__all__ = [
    "ends_in_recess_apart",
    "grace",
    "moved_into_recess",
    "service_while_stopped",
    "without_recess",
]


def service_while_stopped(count: Count, outcome: Outcome) -> list[Notice]:
    """Say that the time for service met days on which time stands still."""
    recipe = recipe_of(count, count.chosen)
    windows = recipe.windows
    if windows is None or not recipe.added:
        return []
    forward = recipe.sign > 0
    for code, start, end, *_ in outcome.steps:
        if not code.startswith("add"):
            continue
        # Counted back, time for service that met such days begins anew at the last.
        first, last = sorted((start.toordinal(), end.toordinal()))
        met = windows.between(first + forward, last)
        if met:
            text = (
                f"The time {_added_for(code, count)} meets days on which time stands "
                f"still ({windows.clause(met[0])}), and no rule entered says whether "
                f"it runs there: it was taken to {'' if forward else 'not '}run, which "
                "gives the earlier date. For the other, leave it out and add that time "
                "yourself."
            )
            return [Notice(code="service-while-stopped", text=text)]
    return []


def moved_into_recess(count: Count, outcome: Outcome) -> list[Notice]:
    """Say that only the move off a closed day led into a recess, if no rule decides."""
    recipe = recipe_of(count, count.chosen)
    due, nominal = outcome.due.toordinal(), outcome.nominal.toordinal()
    if count.served or (recipe.runs_freely and not recipe.carried):
        return []
    clause = reaches_by_roll(recipe, nominal, due)
    if not clause:
        return []
    says = "it was taken to stay there"
    if recipe.sign < 0:
        says = "it was taken to be moved on, to the day before"
    text = (
        "Only the move off a closed day leads into a recess "
        f"({clause}), and no rule entered says what follows "
        f"from that: {says}, which gives the earlier date."
    )
    return [Notice(code="moved-into-recess", text=text)]


def _added_for(code: str, count: Count) -> str:
    """Say for what time was added."""
    if code == "add-given":
        return "that was given to be added"
    if code == "add-distance":
        return "that distance adds"
    return f"that service by {count.given.service} adds"


def ends_in_recess_apart(count: Count, outcome: Outcome) -> list[Notice]:
    """Say that the period ends in a recess without the time added, or only with it."""
    recipe = recipe_of(count, count.chosen)
    for (recess, windows), (code, start, end, *_) in product(
        recipe.carriers, outcome.steps
    ):
        if code.startswith("add") and windows.around(
            start.toordinal()
        ) != windows.around(end.toordinal()):
            text = (
                f"With the time {_added_for(code, count)} the period ends in the "
                "recess, or without it, and not in both cases "
                f"({recess.clause}); no rule entered says which end counts: it "
                "was taken not to end there, which gives the earlier date."
            )
            return [Notice(code="recess-and-service", text=text)]
    return []


def without_recess(recipe: Recipe) -> list[Notice]:
    """Say that a recess should stand in a calendar, and does not, counting forward."""
    return [
        Notice(
            code="recess-not-entered",
            text=(
                f"Days of a recess stop time under {recipe.count.rule.id}, and "
                f"{calendar} has none: the date may be earlier than need be. Give a "
                "calendar that has them."
            ),
        )
        for _, calendar in recipe.without_recess()
    ]


def grace(count: Count, outcome: Outcome) -> list[Notice]:
    """Say until when something is accepted after the day due."""
    recipe = recipe_of(count, count.chosen)
    said, due = recipe.settings.grace, outcome.due
    if said is None or isinstance(due, datetime):
        return []
    day = day_of_grace(recipe, due)
    if day is None:
        return []
    hour = f"{said.until // 60:02d}:{said.until % 60:02d}"
    text = (
        f"What is filed by {hour} on {day:%a %Y-%m-%d}, the court day after the day "
        f"due, is accepted as in time ({said.clause}). The day due stays "
        f"{due.isoformat()}: enter that."
    )
    return [Notice(code="grace", text=text)]
