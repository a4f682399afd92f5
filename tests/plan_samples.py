"""Values of the plan of a case, for the tests that ask all."""

from __future__ import annotations

from datetime import date
from typing import Any

from legalcase.plans import Playbooks, plan, plan_moves
from plan_cases import LAW, ON, SMALL, SUMMONS, adopted, brought_up, trial_set

NOT_VALUES = {
    "legalcase.plans.shelf.playbooks.Playbooks": "it is the files that it has read",
}


def plan_samples() -> dict[str, Any]:
    """A value of each class, of a case in which a deadline and a trial are set."""
    file = brought_up(adopted(SUMMONS), trial_set(date(2026, 12, 7)))
    made = plan(file, LAW, on=ON)
    row = made.of_item("answer")[0]
    suited = Playbooks.of(SMALL).suited(file)[0]
    moves = plan_moves(plan(adopted(), LAW, on=ON), made)
    asked = (made, row, row.lead_times[0], made.stages[0], suited, made.ready())
    values: tuple[Any, ...] = (*asked, moves, moves.moves[0])
    return {type(value).__name__: value for value in values}


NOT_STORED = {
    f"{type(value).__module__}.{type(value).__qualname__}": (
        "an answer, given anew when asked: the playbook is stored, and the events"
    )
    for value in plan_samples().values()
}
