"""Answering for what was left open, of a call that is kept or was just evaluated."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from attrs import evolve

from legalcase.counting.argument.later import standing_on
from legalcase.errors import LegalCaseError
from legalcase.law.answer.evaluate import evaluate

if TYPE_CHECKING:
    from legalcase.counting.argument.computation import Computation
    from legalcase.law.answer.left_open.tries import Asks, Questions
    from legalcase.law.call.asked import Asked

    #: A computation, and what was left open in it.
    Found = tuple[Computation, Questions]

__all__ = ["Make", "evaluated", "with_open_questions"]

#: Makes what is asked from an anchor, with answers to what was left open.
Make = Callable[..., "Asked"]


def with_open_questions(found: Found, asks: Asks) -> Computation:
    """Return a computation that answers for what was left open, too.

    `asks` asks the same with answers tried.
    """
    from legalcase.law.answer.left_open.backing import OpenBacking

    computation, left_open = found
    backing = OpenBacking(computation, left_open, asks)
    if computation.is_running:
        return standing_on(computation, backing)
    return evolve(
        computation,
        backing=backing,
        readings=None,
        notices=None,
        instant=None,
    )


def evaluated(asked: Asked) -> Computation:
    """Evaluate what is asked with answers; an error says what was open all the same."""
    from legalcase.law.answer.left_open.tries import LEFT_OPEN

    try:
        return evaluate(asked)
    except LegalCaseError as error:
        setattr(error, LEFT_OPEN, asked.call.left_open)
        raise
