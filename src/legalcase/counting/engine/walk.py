"""Walk: one count of a recipe, step by step."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from legalcase.counting.engine.recipe import Recipe
    from legalcase.counting.engine.steps import RawStep
    from legalcase.counting.rules.parts.closed_days import Roll

__all__ = ["Walk"]

_fromordinal = date.fromordinal


class Walk:
    """One count of a recipe: its anchor, and the steps it has left."""

    __slots__ = ("anchor", "recipe", "steps")

    def __init__(self, recipe: Recipe, anchor: date | datetime) -> None:
        self.recipe = recipe
        self.anchor = anchor
        self.steps: list[RawStep] = []

    def step(
        self,
        code: str,
        start: int,
        end: int,
        clause: str,
        closures: tuple[tuple[date, str], ...] = (),
    ) -> None:
        """Leave a step."""
        self.steps.append(
            (code, _fromordinal(start), _fromordinal(end), clause, closures)
        )

    def roll(self, day: int, code: str = "roll", way: Roll | None = None) -> int:
        """Return where a period that ends on `day` goes; leave a step if it moves."""
        recipe = self.recipe
        closed, roll = recipe.closed, recipe.roll
        if way is not None:
            roll = way.for_act(recipe.act)
            closed = recipe.venue.closed(roll.closed)
        if not closed.is_closed(day):
            return day
        if roll.step == 0 or (roll.acts is not None and recipe.act not in roll.acts):
            why = (closed.closure_on(day),)
            self.step("stay", day, day, roll.clause, why)
            return day
        passed = []
        moved = day
        while closed.is_closed(moved):
            passed.append(closed.closure_on(moved))
            moved += roll.step
        self.step(code, day, moved, roll.clause, tuple(passed))
        return moved
