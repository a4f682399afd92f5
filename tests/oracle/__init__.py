"""An independent, naive engine that computes deadlines day by day, for comparison."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from oracle import austria, california, england, germany, us
from oracle.question import OutOfScopeError, Question
from oracle.states import (
    florida,
    georgia,
    illinois,
    michigan,
    new_york,
    north_carolina,
    ohio,
    pennsylvania,
    texas,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

__all__ = ["OutOfScopeError", "Question", "answer", "by_service", "methods"]

_SYSTEMS = {
    "us/frcp": us.answer,
    "us/frap": us.answer,
    "us/frcrp": us.answer,
    "us-ca": california.answer,
    "us-ca/discovery": california.answer,
    "gb-eaw/cpr": england.answer,
    "gb-eaw/portal": england.answer,
    "de/zpo": germany.answer,
    "at/zpo": austria.answer,
    "us-ny/cplr": new_york.answer,
    "us-tx/trcp": texas.answer,
    "us-tx/trap": texas.answer,
    "us-fl/rgpja": florida.answer,
    "us-il/statutes": illinois.answer,
    "us-pa/rja": pennsylvania.answer,
    "us-oh/civr": ohio.answer,
    "us-ga/ocga": georgia.answer,
    "us-nc/r": north_carolina.answer,
    "us-mi/mcr": michigan.answer,
}


def answer(question: Question, reading: str | None = None) -> date:
    """Give the last day (or the instant), as adopted or in the named reading."""
    return _SYSTEMS[question.system](question, reading)


_METHODS = {
    "us/frcp": us.methods,
    "us/frap": us.methods,
    "us/frcrp": us.methods,
    "us-ca": california.methods,
    "us-ca/discovery": california.methods,
    "us-ny/cplr": new_york.methods,
    "us-tx/trcp": texas.methods,
    "us-tx/trap": texas.methods,
    "us-fl/rgpja": florida.methods,
    "us-il/statutes": illinois.methods,
    "us-pa/rja": pennsylvania.methods,
    "us-oh/civr": ohio.methods,
    "us-ga/ocga": georgia.methods,
    "us-nc/r": north_carolina.methods,
    "us-mi/mcr": michigan.methods,
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
