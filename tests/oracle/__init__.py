"""An independent, naive engine that computes deadlines day by day, for comparison."""

from __future__ import annotations

from typing import TYPE_CHECKING

from oracle import austria, california, england, germany, us
from oracle.question import OutOfScopeError, Question

if TYPE_CHECKING:
    from datetime import date

__all__ = ["OutOfScopeError", "Question", "answer"]

_SYSTEMS = {
    "us/frcp": us.answer,
    "us/frap": us.answer,
    "us-ca": california.answer,
    "us-ca/discovery": california.answer,
    "gb-eaw/cpr": england.answer,
    "gb-eaw/portal": england.answer,
    "de/zpo": germany.answer,
    "at/zpo": austria.answer,
}


def answer(question: Question, reading: str | None = None) -> date:
    """Give the last day (or the instant), as adopted or in the named reading."""
    return _SYSTEMS[question.system](question, reading)
