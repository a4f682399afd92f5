"""Samples of what can happen to a problem."""

from __future__ import annotations

from datetime import date

from case_files import CANARY, DAY
from legalcase.kernel import Label, Ref
from legalcase.practice import (
    ProblemAssigned,
    ProblemRaised,
    ProblemReopened,
    ProblemResolved,
)

EVENTS = (
    ProblemRaised(
        problem_id="late",
        text=f"Nobody called back {CANARY}",
        owner=f"lead {CANARY}",
        severity="critical",
        due_on=date(2026, 6, 10),
        about=(Ref("deadline", "reply"), Ref("task", "draft")),
        label=Label(audience="owner", ground="work-product"),
        happened_on=DAY,
    ),
    ProblemAssigned(
        problem_id="late",
        owner=f"partner {CANARY}",
        due_on=date(2026, 6, 12),
        happened_on=DAY,
    ),
    ProblemResolved(
        problem_id="late",
        resolved_by=f"partner {CANARY}",
        how=f"Called {CANARY}",
        happened_on=DAY,
    ),
    ProblemReopened(problem_id="late", ground=f"No answer {CANARY}", happened_on=DAY),
)
