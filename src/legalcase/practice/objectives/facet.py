"""OBJECTIVES: the room of what a case is for and what we agreed to do, as a table."""

from __future__ import annotations

from typing import Final

from legalcase.kernel.rooms.facet import Facet, Row, Tracked
from legalcase.practice.objectives import handlers
from legalcase.practice.objectives.events import (
    ObjectiveChanged,
    ObjectiveDropped,
    ObjectiveMet,
    ObjectiveReopened,
    ObjectiveSet,
    ScopeAgreed,
    ScopeChanged,
)
from legalcase.practice.objectives.state import AGREED, Objectives

__all__ = ["OBJECTIVES"]

_clients, _scope = handlers.check_clients, handlers.check_scope
_changed = handlers.changed

OBJECTIVES: Final[Facet[Objectives]] = Facet(
    name="practice/objectives",
    first=Objectives(),
    rows=(
        Row(
            ObjectiveSet,
            "practice/objective-set",
            1,
            handlers.set_,
            _clients,
            label=AGREED,
        ),
        Row(
            ObjectiveChanged,
            "practice/objective-changed",
            1,
            _changed,
            _clients,
            label=AGREED,
        ),
        Row(ObjectiveMet, "practice/objective-met", 1, _changed, label=AGREED),
        Row(
            ObjectiveDropped,
            "practice/objective-dropped",
            1,
            _changed,
            _clients,
            label=AGREED,
        ),
        Row(
            ObjectiveReopened, "practice/objective-reopened", 1, _changed, label=AGREED
        ),
        Row(
            ScopeAgreed,
            "practice/scope-agreed",
            1,
            handlers.agreed,
            _scope,
            label=AGREED,
        ),
        Row(
            ScopeChanged,
            "practice/scope-changed",
            1,
            handlers.rescoped,
            _scope,
            label=AGREED,
        ),
    ),
    tracks=(Tracked(handlers.OBJECTIVE_CYCLE, handlers.standing),),
)
