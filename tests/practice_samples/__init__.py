"""Samples of the rooms of the work of a case: one module a room, found by its name.

Each has `EVENTS`: one sample of every kind that the room owns, in an order in which
they can be recorded one after another on `stage()`, with something in every field
that can stand together, and `CANARY` in every text that may hold somebody's words.
What a room offers besides, terms and answers to questions, stands in `VALUES`, if
there is any, and what has to be in other rooms first in `BEFORE`; states are found in
the case.
"""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Any

import attrs

from case_files import CANARY, NOON, numbered
from case_files import DAY as DAY
from legalcase.model import (
    CaseFile,
    CaseOpened,
    DeadlineSet,
    DeadlineTerms,
    DocumentReceived,
    HearingSet,
    Ordered,
    PartyJoined,
    TaskPlanned,
    TaskTerms,
)
from legalcase.practice import MODEL, ROOMS

if TYPE_CHECKING:
    from legalcase.kernel import Event

__all__ = [
    "BEFORE",
    "CANARY",
    "DAY",
    "NOON",
    "SAMPLES",
    "placed",
    "practice_samples",
    "recorded",
    "stage",
]


def stage(room: str = "") -> CaseFile:
    """A case with a client, an opponent, a hearing, a deadline, a task, a document.

    And with what a room needs to be in others before.
    """
    before = getattr(_MODULES[room], "BEFORE", ()) if room else ()
    file = CaseFile.open(
        CaseOpened(caption="Roe v. Acme", number="1", happened_on=DAY),
        case_id="roe",
        by="clerk",
        at=NOON,
        model=MODEL,
        ids=numbered(),
    )
    terms = DeadlineTerms(title="Reply", basis=Ordered(due=DAY, authority="Order 3"))
    return file.record(
        PartyJoined(
            party_id="roe",
            name="A. Roe",
            roles=("plaintiff",),
            is_client=True,
            happened_on=DAY,
        ),
        PartyJoined(
            party_id="acme", name="Acme", roles=("defendant",), happened_on=DAY
        ),
        HearingSet(hearing_id="trial", title="Trial", hearing_at=NOON, happened_on=DAY),
        DeadlineSet(deadline_id="reply", terms=terms, happened_on=DAY),
        TaskPlanned(
            task_id="draft",
            terms=TaskTerms(title="Draft", accountable="lead"),
            happened_on=DAY,
        ),
        DocumentReceived(
            document_id="signed", kind="letter", title="Signed", happened_on=DAY
        ),
        *before,
        by="clerk",
        at=NOON,
    )


_MODULES = {
    found.name: import_module(f"{__name__}.{found.name}")
    for found in iter_modules(__path__)
}
#: What rooms need to be in others before.
BEFORE: tuple[Event, ...] = tuple(
    event for module in _MODULES.values() for event in getattr(module, "BEFORE", ())
)
#: The samples of each room, by the name of its package.
SAMPLES: dict[str, tuple[Event, ...]] = {
    name: module.EVENTS for name, module in _MODULES.items()
}


def placed(event: Any, file: CaseFile) -> Any:
    """A sample that says something of the line before it, for a file of other ids."""
    if not hasattr(event, "link"):
        return event
    return attrs.evolve(event, link=file.log[-1].event_id)


def recorded(room: str) -> CaseFile:
    """A case in which every sample of a room was recorded."""
    return stage(room).record(*SAMPLES[room], by="clerk", at=NOON)


def practice_samples() -> dict[str, Any]:
    """A value of each class of the rooms: events, states, and what else there is."""
    found: dict[str, Any] = {}
    for name, module in _MODULES.items():
        case = recorded(name).case
        for facet in ROOMS:
            _gather(case[facet], found)
        for value in (*SAMPLES[name], *getattr(module, "VALUES", ())):
            found[type(value).__name__] = value
    return found


def _gather(value: Any, found: dict[str, Any]) -> None:
    """Take every value of ours that stands in a state."""
    if isinstance(value, str | bytes):
        return
    if attrs.has(type(value)):
        if type(value).__module__.startswith("legalcase.practice"):
            found[type(value).__name__] = value
        for each in attrs.fields(type(value)):
            _gather(getattr(value, each.name), found)
    elif hasattr(value, "__iter__"):
        for one in value:
            _gather(one, found)
