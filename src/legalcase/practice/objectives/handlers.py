"""How events change the objectives and the scope of a case, and which they refuse."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attrs import evolve

from legalcase.errors import InvalidValueError
from legalcase.kernel.events.label import borne, stricter
from legalcase.kernel.rooms.lifecycle import Lifecycle, Move
from legalcase.model.people.facet import PEOPLE
from legalcase.practice.objectives.events import (
    ObjectiveChanged,
    ObjectiveDropped,
    ObjectiveMet,
    ObjectiveReopened,
)
from legalcase.practice.objectives.state import (
    AGREED,
    AgreedScope,
    Objective,
    Objectives,
    ObjectiveState,
    ScopeVersion,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from legalcase.kernel.folding.folded import Folded
    from legalcase.kernel.lines.recorded import Recorded
    from legalcase.practice.objectives.events import (
        ObjectiveSet,
        ScopeAgreed,
        ScopeChanged,
    )

__all__ = [
    "OBJECTIVE_CYCLE",
    "agreed",
    "changed",
    "check_clients",
    "check_scope",
    "rescoped",
    "set_",
    "standing",
]

#: Where an objective can stand.
OBJECTIVE_CYCLE: Final = Lifecycle(
    noun="objective",
    first="open",
    moves=(
        Move(ObjectiveChanged, ("open",), "open"),
        Move(ObjectiveMet, ("open",), "met"),
        Move(ObjectiveDropped, ("open",), "dropped"),
        Move(ObjectiveReopened, ("met", "dropped"), "open"),
    ),
)


def standing(state: Objectives) -> Iterator[tuple[str, str]]:
    """Yield where each objective stands."""
    for one in state.objectives:
        yield one.objective_id, str(one.state)


def set_(
    state: Objectives, event: ObjectiveSet, line: Recorded, _: Folded
) -> Objectives:
    """Return the objectives with a new one."""
    one = Objective(
        objective_id=event.objective_id,
        statement=event.statement,
        test=event.test,
        owner=event.owner,
        agreed_with=event.agreed_with,
        set_on=event.happened_on,
        since_on=event.happened_on,
        label=borne(event.label, line.label, kind=AGREED),
    )
    return evolve(state, objectives=state.objectives.with_(one.objective_id, one))


def changed(
    state: Objectives,
    event: ObjectiveChanged | ObjectiveMet | ObjectiveDropped | ObjectiveReopened,
    line: Recorded,
    _: Folded,
) -> Objectives:
    """Return the objectives with one that is another, or stands elsewhere."""
    one = state.objectives[event.objective_id]
    reached = OBJECTIVE_CYCLE.after(type(event), one.state, one.objective_id)
    changes: dict[str, Any] = {
        "state": ObjectiveState(reached),
        "label": stricter(one.label, line.label) or one.label,
    }
    if reached != one.state:
        changes["since_on"] = event.happened_on
    match event:
        case ObjectiveChanged():
            changes |= _other(one, event)
        case ObjectiveMet():
            changes |= {"evidence": tuple(map(str, event.evidence)), "how": event.how}
        case ObjectiveDropped():
            changes |= {"ground": event.ground}
        case ObjectiveReopened():
            changes |= {"evidence": (), "how": None, "ground": event.ground}
    now = evolve(one, **changes)
    return evolve(state, objectives=state.objectives.with_(one.objective_id, now))


def _other(one: Objective, event: ObjectiveChanged) -> dict[str, Any]:
    """Return what a change makes of an objective, and who agreed to that."""
    found = {
        name: value
        for name in ("statement", "test", "owner")
        if (value := getattr(event, name)) is not None
    }
    is_same = {"statement", "test"}.isdisjoint(found)
    before = one.agreed_with if is_same else ()
    with_ = tuple(dict.fromkeys((*before, *event.agreed_with)))
    return {**found, "agreed_with": with_}


def agreed(
    state: Objectives, event: ScopeAgreed, line: Recorded, _: Folded
) -> Objectives:
    """Return the state with a scope that was agreed."""
    scope = AgreedScope(
        scope_id=event.scope_id,
        versions=(_version(event, line),),
        label=borne(event.label, line.label, kind=AGREED),
    )
    return evolve(state, scopes=state.scopes.with_(scope.scope_id, scope))


def rescoped(
    state: Objectives, event: ScopeChanged, line: Recorded, _: Folded
) -> Objectives:
    """Return the state with a scope of which other terms hold."""
    scope = state.scopes[event.scope_id]
    version = evolve(_version(event, line), ground=event.ground)
    now = evolve(
        scope,
        versions=(*scope.versions, version),
        label=stricter(scope.label, line.label) or scope.label,
    )
    return evolve(state, scopes=state.scopes.with_(scope.scope_id, now))


def _version(event: ScopeAgreed | ScopeChanged, line: Recorded) -> ScopeVersion:
    return ScopeVersion(
        terms=event.terms, from_on=event.happened_on, event_id=line.event_id
    )


def check_clients(
    state: Objectives,
    event: ObjectiveSet | ObjectiveChanged | ObjectiveDropped,
    _: Recorded,
    case: Folded,
) -> Objectives:
    """Refuse what was agreed with somebody who was no client of ours on that day."""
    _check(event.happened_on, event.agreed_with, "agreed_with", case)
    return state


def check_scope(
    state: Objectives, event: ScopeAgreed | ScopeChanged, _: Recorded, case: Folded
) -> Objectives:
    """Refuse a scope that was agreed with somebody who was no client of ours."""
    _check(event.happened_on, event.terms.agreed_with, "terms.agreed_with", case)
    return state


def _check(day: date, clients: tuple[str, ...], name: str, case: Folded) -> None:
    people = case[PEOPLE].participants
    for client in clients:
        found = people.find(client)
        if found is not None and not found.is_client_on(day):
            msg = (
                f"{client!r} was no client of ours on {day}. Record "
                "first that it became one, or name whoever was."
            )
            raise InvalidValueError(msg, field=name, value=client)
