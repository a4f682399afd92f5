"""All that a law says to a question, in an order in which it can be compared."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from legalcase.errors import LegalCaseError

if TYPE_CHECKING:
    from collections.abc import Callable

    import legalcase as lc

    #: A question, asked of a law.
    Question = Callable[[lc.Law], lc.Computation]

__all__ = ["answered", "first_answered", "told"]


def told(of: lc.Computation) -> tuple[Any, ...]:
    """All that a computation says; of what is refused, the error that it meets."""
    if not of.is_running:
        return of.waits_for, of.bound, of.inputs, of.sources, of.notices, of.parts
    found: list[Any] = [of.due, of.nominal, of.bound, of.is_running, of.is_provisional]
    # The safe date by itself, and once its readings are there.
    for name in ("safe", "readings", "safe", "notices"):
        try:
            found.append(getattr(of, name))
        except LegalCaseError as error:
            found.append((type(error), str(error)))
    more = of.due_at, of.inputs, of.sources, of.steps, of.links, of.parts, of.waits_for
    return *found, *more, [*of.authorities()]


def answered(law: lc.Law, question: Question) -> tuple[Any, ...]:
    """All that a law says to a question; of what is refused, the error."""
    try:
        found = question(law)
    except LegalCaseError as error:
        return type(error), str(error)
    return *told(found), found


def first_answered(law: lc.Law, question: Question) -> tuple[Any, ...]:
    """The same, of a law that has kept no call."""
    law._cache.pop("kept-calls", None)
    return answered(law, question)
