"""Problems: what went wrong in a case, who sees to it, and how it was put right."""

from legalcase.practice.problems.events import (
    ProblemAssigned,
    ProblemRaised,
    ProblemReopened,
    ProblemResolved,
)
from legalcase.practice.problems.facet import (
    PROBLEMS,
)
from legalcase.practice.problems.state import (
    Problem,
    ProblemState,
)

__all__ = [
    "PROBLEMS",
    "Problem",
    "ProblemAssigned",
    "ProblemRaised",
    "ProblemReopened",
    "ProblemResolved",
    "ProblemState",
]
