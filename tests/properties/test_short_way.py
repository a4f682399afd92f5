"""The short way to count plain days and the long one, for every rule of the law."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import legalcase as lc
from legalcase.counting.argument.backing import CountBacking
from legalcase.counting.argument.later import Later
from legalcase.counting.engine.recipe import recipe_of
from legalcase.counting.engine.run import run
from legalcase.counting.engine.stages.days import plain_days
from legalcase.errors import LegalCaseError
from legalcase.law.answer.left_open.backing import OpenBacking

RULES = lc.Law.bundled().names("rule")


@pytest.mark.parametrize("name", RULES)
@given(
    number=st.integers(1, 60),
    unit=st.sampled_from(("days", "clear days", "weeks", "court days", "months")),
    day=st.dates(date(2024, 1, 1), date(2026, 6, 30)),
    way=st.sampled_from(("after", "before")),
    nature=st.sampled_from((None, "ordinary", "notfrist")),
)
def test_both_ways_give_the_same_steps(
    name: str, number: int, unit: str, day: date, way: str, nature: str | None
) -> None:
    """A stage that acts and of which the short way does not know would be left out."""
    anchor: dict[str, Any] = {way: day}
    try:
        found = lc.compute(f"{number} {unit}", under=name, nature=nature, **anchor)
    except LegalCaseError:
        return  # a unit, or a nature, on which the rule is silent
    backing = found._backing
    if isinstance(backing, OpenBacking):
        backing = backing._base._backing
    if isinstance(backing, Later):
        backing = backing.whole()._backing
    assert isinstance(backing, CountBacking)
    count = backing.count
    recipe = recipe_of(count, count.chosen)
    if plain_days(recipe) is None:
        return
    short = run(count, day, count.chosen)
    recipe.plain_days = None
    try:
        assert run(count, day, count.chosen) == short
    finally:
        recipe.plain_days = ...
