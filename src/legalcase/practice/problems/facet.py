"""PROBLEMS: the room of what went wrong, as a table."""

from __future__ import annotations

from typing import Final

from legalcase.kernel.register import Register
from legalcase.kernel.rooms.facet import Facet, Row, Tracked
from legalcase.practice.in_order import NotBefore
from legalcase.practice.problems import handlers
from legalcase.practice.problems.events import (
    ProblemAssigned,
    ProblemRaised,
    ProblemReopened,
    ProblemResolved,
)
from legalcase.practice.problems.state import OURS, Problem

__all__ = ["PROBLEMS"]

_order = NotBefore(named_by="problem_id", since="raised_on")

_changed = handlers.changed

PROBLEMS: Final[Facet[Register[Problem]]] = Facet(
    name="practice/problems",
    first=Register("problem"),
    rows=(
        Row(ProblemRaised, "practice/problem-raised", 1, handlers.raised, label=OURS),
        Row(
            ProblemAssigned,
            "practice/problem-assigned",
            1,
            _changed,
            check=_order,
            label=OURS,
        ),
        Row(
            ProblemResolved,
            "practice/problem-resolved",
            1,
            _changed,
            check=_order,
            label=OURS,
        ),
        Row(
            ProblemReopened,
            "practice/problem-reopened",
            1,
            _changed,
            check=_order,
            label=OURS,
        ),
    ),
    tracks=(Tracked(handlers.PROBLEM_CYCLE, handlers.standing),),
)
