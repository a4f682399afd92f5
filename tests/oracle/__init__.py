"""An independent, naive engine that computes deadlines day by day, for comparison."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from oracle import austria, california, england, germany, us
from oracle.question import OutOfScopeError, Question
from oracle.states import STATES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

__all__ = ["OutOfScopeError", "Question", "answer", "by_service", "methods"]

_SYSTEMS: dict[str, Callable[[Question, str | None], date]] = {
    "us/frcp": us.answer,
    "us/frap": us.answer,
    "us/frcrp": us.answer,
    "us-ca": california.answer,
    "us-ca/discovery": california.answer,
    "gb-eaw/cpr": england.answer,
    "gb-eaw/portal": england.answer,
    "de/zpo": germany.answer,
    "at/zpo": austria.answer,
    **{rule: state.answer for rule, state in STATES.items()},
}


def answer(question: Question, reading: str | None = None) -> date:
    """Give the last day (or the instant), as adopted or in the named reading."""
    return _SYSTEMS[question.system](question, reading)


_METHODS: dict[str, Callable[[Question], tuple[str, ...]]] = {
    "us/frcp": us.methods,
    "us/frap": us.methods,
    "us/frcrp": us.methods,
    "us-ca": california.methods,
    "us-ca/discovery": california.methods,
    **{rule: state.methods for rule, state in STATES.items()},
}


def methods(question: Question) -> tuple[str, ...]:
    """List the manners of service that lengthen, or name, periods of its system."""
    found = _METHODS.get(question.system)
    return () if found is None else found(question)


def by_service(
    question: Question, readings: Iterable[str] = ()
) -> dict[str, tuple[date, date]]:
    """Give (last day as adopted, earliest in any of the readings) by manner of service.

    Empty where the system has none that lengthens a period.
    """
    if question.system not in _METHODS:
        return {}
    found = {}
    for method in _METHODS[question.system](question):
        served = replace(question, service=method)
        days = [answer(served, reading) for reading in (None, *readings)]
        found[method] = (days[0], min(days))
    return found
