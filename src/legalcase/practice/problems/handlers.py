"""How events change the problems, and which they refuse."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attrs import evolve

from legalcase.kernel.events.label import borne, stricter
from legalcase.kernel.rooms.lifecycle import Lifecycle, Move
from legalcase.practice.problems.events import (
    ProblemAssigned,
    ProblemRaised,
    ProblemReopened,
    ProblemResolved,
)
from legalcase.practice.problems.state import OURS, Problem, ProblemState

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.kernel.folding.folded import Folded
    from legalcase.kernel.lines.recorded import Recorded
    from legalcase.kernel.register import Register

__all__ = ["PROBLEM_CYCLE", "changed", "raised", "standing"]

#: Where a problem can stand.
PROBLEM_CYCLE: Final = Lifecycle(
    noun="problem",
    first="open",
    moves=(
        Move(ProblemAssigned, ("open",), "open"),
        Move(ProblemResolved, ("open",), "resolved"),
        Move(ProblemReopened, ("resolved",), "open"),
    ),
)


def standing(problems: Register[Problem]) -> Iterator[tuple[str, str]]:
    """Yield where each problem stands."""
    for problem in problems:
        yield problem.problem_id, str(problem.state)


def raised(
    problems: Register[Problem], event: ProblemRaised, line: Recorded, _: Folded
) -> Register[Problem]:
    """Return the problems with a new one."""
    problem = Problem(
        problem_id=event.problem_id,
        text=event.text,
        severity=event.severity,
        raised_on=event.happened_on,
        raised_by=line.actor,
        owner=event.owner,
        due_on=event.due_on,
        about=tuple(map(str, event.about)),
        label=borne(event.label, line.label, kind=OURS),
    )
    return problems.with_(problem.problem_id, problem)


def changed(
    problems: Register[Problem],
    event: ProblemAssigned | ProblemResolved | ProblemReopened,
    line: Recorded,
    _: Folded,
) -> Register[Problem]:
    """Return the problems with one that somebody else sees to, or that is another."""
    problem = problems[event.problem_id]
    reached = PROBLEM_CYCLE.after(type(event), problem.state, problem.problem_id)
    changes: dict[str, Any] = {
        "state": ProblemState(reached),
        "label": stricter(problem.label, line.label) or problem.label,
    }
    match event:
        case ProblemAssigned():
            changes |= {"owner": event.owner, "due_on": event.due_on}
        case ProblemResolved():
            changes |= {
                "resolved_on": event.happened_on,
                "resolved_by": event.resolved_by,
                "how": event.how,
            }
        case ProblemReopened():
            changes |= {"resolved_on": None, "resolved_by": None, "how": None}
    return problems.with_(problem.problem_id, evolve(problem, **changes))
