"""The rooms of a case that questions to its plan read, and what a case without has."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from legalcase.errors import MissingInputError
from legalcase.plans.planned import plan
from legalcase.practice.objectives.facet import OBJECTIVES
from legalcase.practice.plan.facet import PLAN

if TYPE_CHECKING:
    from datetime import date

    from legalcase.kernel.rooms.facet import Facet
    from legalcase.law.lawbook import Law
    from legalcase.model.case import Case
    from legalcase.plans.planned import Plan
    from legalcase.practice.objectives.state import Objectives
    from legalcase.practice.plan.state import AdoptedPlan, Plans

__all__ = ["objectives_of", "plans_looked_at", "plans_of", "room_of"]

S = TypeVar("S")


def plans_of(case: Case) -> Plans:
    """Return the plans of a case; none where it has no room for them."""
    return room_of(case, PLAN)


def objectives_of(case: Case) -> Objectives:
    """Return the objectives and scopes of a case; none where it has no room."""
    return room_of(case, OBJECTIVES)


def room_of(case: Case, facet: Facet[S]) -> S:
    """Return the state of a room, or its first one where the case has not the room.

    Raises `MissingInputError` where lines of the room were passed over: what was
    recorded would be missing from the answer.
    """
    if case.has_room(facet):
        return case[facet]
    if not {row.kind for row in facet.rows}.isdisjoint(case.unread):
        msg = (
            f"The case has lines of the room {facet.name!r} and was read without it. "
            "Read it with model=practice.MODEL."
        )
        raise MissingInputError(msg, field="case", value=None)
    return facet.first


def plans_looked_at(
    case: Case, law: Law, *, on: date | None = None, complexity: int | None = None
) -> tuple[tuple[AdoptedPlan, Plan], ...]:
    """Return each plan by which a case is worked, and how it stands under a law."""
    return tuple(
        (one, plan(case, law, plan_id=one.plan_id, on=on, complexity=complexity))
        for one in plans_of(case).adopted
    )
