"""Repeat: a question asked once more, as its inputs have it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from legalcase.errors import InvalidValueError
from legalcase.law.ask.compute import compute
from legalcase.law.ask.served import served_on
from legalcase.shown import shown

if TYPE_CHECKING:
    from collections.abc import Mapping

    from legalcase.counting.argument.computation import Computation
    from legalcase.counting.engine.inputs import Inputs
    from legalcase.law.book.book import Book

__all__ = ["given_in", "repeat"]

#: What of the inputs is given by the same name.
_SAME: Final = (
    "court",
    "forum",
    "calendar",
    "service_extension",
    "act",
    "nature",
    "as_of",
    "legal_holidays",
    "inaccessible",
    "suspensions",
    "added",
    "local_rules",
)
#: What a deadline of the catalogue brings, and its inputs have too.
_BROUGHT: Final = frozenset({"act", "nature"})
#: By what names an anchor is given.
_DIRECTIONS: Final = ("after", "before", "extending")
#: What `served_on` takes of that.
_OF_SERVICE: Final = ("court", "calendar", "paper", "as_of", "legal_holidays")


def given_in(inputs: Inputs) -> dict[str, Any]:
    """Return what was given when something was computed, to be given once more.

    The anchors are left out, and so are service and paper: a case can know them better.
    """
    given = {name: getattr(inputs, name) for name in _SAME if getattr(inputs, name)}
    for name in ("facts", "readings"):
        if getattr(inputs, name):
            given[name] = dict(getattr(inputs, name))
    if inputs.deadline is None:
        given["under"] = inputs.rule
        return given
    return {name: value for name, value in given.items() if name not in _BROUGHT}


def repeat(
    law: Book, inputs: Inputs, runs_from: Mapping[str, Computation] | None = None
) -> Computation:
    """Return what a law gives for inputs that were computed from.

    `runs_from` are computations in the place of the days on which they were due, by
    trigger word, ``""`` for a bare trigger. Raises as `compute` does.
    """
    earlier = runs_from or {}
    if inputs.direction == "served":
        given = {name: getattr(inputs, name) for name in _OF_SERVICE}
        if inputs.readings:
            given["readings"] = dict(inputs.readings)
        trigger: Any = earlier.get("", inputs.trigger)
        method: Any = inputs.service
        return served_on(law, trigger, method, under=inputs.rule, **given)
    if inputs.direction not in _DIRECTIONS:
        # As a name it would be passed on, and mean whatever that name means.
        msg = (
            f"direction={shown(inputs.direction)} is no way to count. Take inputs that "
            "were computed from."
        )
        raise InvalidValueError(msg, field="direction", value=inputs.direction)
    anchors: dict[str, Any] = {**dict(inputs.triggers), **earlier}
    anchor: Any = anchors
    if not inputs.triggers:
        anchor = earlier.get("", inputs.trigger)
    given = given_in(inputs)
    for name in ("service", "paper"):
        if getattr(inputs, name):
            given[name] = getattr(inputs, name)
    asked: dict[str, Any] = {inputs.direction: anchor, **given}
    return compute(law, inputs.deadline or str(inputs.period), **asked)
