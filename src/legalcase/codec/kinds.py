"""Kinds: the name and the number of the schema of everything that can be stored."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from legalcase.codec.law_values import LAW_KINDS
from legalcase.counting.argument.computation import Computation
from legalcase.counting.argument.findings import Notice, Reading
from legalcase.counting.engine.inputs import Inputs
from legalcase.counting.engine.steps import Source, Step
from legalcase.dates import DateRange, Period
from legalcase.model.agenda import Agenda, AgendaItem
from legalcase.model.basis import Agreed, Computed, Derived, DueDates, Ordered
from legalcase.model.case import Case
from legalcase.model.deadline import Deadline
from legalcase.model.docket import DocketEntry, Hearing, Note
from legalcase.model.events import KINDS as EVENT_KINDS
from legalcase.model.events import UnknownEvent
from legalcase.model.people import Participant, Party, Representation
from legalcase.model.recorded import Recorded

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["BY_NAME", "EVENTS_BY_NAME", "KINDS", "MIGRATIONS", "migrated"]

#: Name and number of the schema, by class. See `legalcase.model.events.KINDS`.
KINDS: Final[Mapping[type, tuple[str, int]]] = MappingProxyType(
    {
        **EVENT_KINDS,
        **LAW_KINDS,
        Agenda: ("agenda", 1),
        AgendaItem: ("agenda-item", 1),
        Agreed: ("agreed", 1),
        Case: ("case", 1),
        Computation: ("computation", 1),
        Computed: ("computed", 1),
        DateRange: ("date-range", 1),
        Deadline: ("deadline", 1),
        Derived: ("derived", 1),
        DocketEntry: ("docket-entry", 1),
        DueDates: ("due-dates", 1),
        Hearing: ("hearing", 1),
        Inputs: ("inputs", 1),
        Note: ("note", 1),
        Notice: ("notice", 1),
        Ordered: ("ordered", 1),
        Participant: ("participant", 1),
        Party: ("party", 1),
        Period: ("period", 1),
        Reading: ("reading", 1),
        Recorded: ("recorded", 1),
        Representation: ("representation", 1),
        Source: ("source", 1),
        Step: ("step", 1),
        UnknownEvent: ("unknown-event", 1),
    }
)

#: Class and number of the schema, by name.
BY_NAME: Final[Mapping[str, tuple[type, int]]] = MappingProxyType(
    {name: (cls, schema) for cls, (name, schema) in KINDS.items()}
)
EVENTS_BY_NAME: Final[Mapping[str, tuple[type, int]]] = MappingProxyType(
    {name: (cls, schema) for cls, (name, schema) in EVENT_KINDS.items()}
)

#: What takes data of a kind from one schema to the next. Each is kept for ever.
MIGRATIONS: Final[Mapping[tuple[str, int], Callable[[Any], Any]]] = MappingProxyType({})


def migrated(
    name: str,
    schema: int,
    data: dict[str, Any],
    known: int,
    migrations: Mapping[tuple[str, int], Callable[[Any], Any]],
) -> dict[str, Any]:
    """Return the data in the schema `known`, one step after the other.

    Raises `LookupError` where a step is missing.
    """
    for number in range(schema, known):
        data = migrations[name, number](data)
    return data
