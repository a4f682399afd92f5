"""Kinds: what is kept for ever, what is carried from one program to another.

*Kept* is what a log is made of, and the law in it: each kind has the number of its
schema, and migrations for ever. *Carried* is what a log has made: it bears the version
of the library that wrote it, is never migrated, and is read by that version alone.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from legalcase.calendars.month import MonthGrid
from legalcase.codec.law_values import LAW_KINDS
from legalcase.codec.reading import LINE
from legalcase.codec.tables import CORRECTIONS
from legalcase.counting.argument.computation import Computation
from legalcase.counting.argument.findings import Notice, Reading
from legalcase.counting.engine.inputs import Inputs
from legalcase.counting.engine.steps import Source, Step
from legalcase.dates import DateRange, Period
from legalcase.directory import (
    MODELS,
    Address,
    Admission,
    Alias,
    DocketName,
    Identifier,
    Name,
    NameHeld,
    Profile,
    Relationship,
)
from legalcase.kernel import Label, Recorded, UnknownEvent
from legalcase.model import (
    Agenda,
    AgendaItem,
    Agreed,
    Anchor,
    Caseload,
    Change,
    Computed,
    Deadline,
    DeadlineTerms,
    Derived,
    DocketEntry,
    DueDates,
    Finding,
    Hearing,
    Incapacity,
    Link,
    Met,
    Note,
    Ordered,
    Participant,
    People,
    Representation,
    Represented,
    Review,
    RoleHeld,
    Seat,
    Sitting,
    Spell,
    Stay,
    Stop,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from legalcase.kernel import Model

__all__ = ["CARRIED", "KEPT", "kept"]

#: Name and number of the schema, by class, of all that is kept beside the events.
#: Neither ever changes meaning: a class that changes gets the next number, and a
#: migration; a field with a default can be added without.
KEPT: Final[Mapping[type, tuple[str, int]]] = MappingProxyType(
    {
        **{cls: found for cls, found in LAW_KINDS.items() if cls is not MonthGrid},
        **CORRECTIONS,
        Agreed: ("agreed", 2),
        Anchor: ("anchor", 1),
        Computation: ("computation", 1),
        Computed: ("computed", 1),
        DateRange: ("date-range", 1),
        DeadlineTerms: ("deadline-terms", 1),
        Derived: ("derived", 2),
        Inputs: ("inputs", 1),
        Label: ("label", 1),
        Name: ("name", 1),
        Notice: ("notice", 1),
        Ordered: ("ordered", 2),
        Period: ("period", 1),
        Reading: ("reading", 1),
        Recorded: LINE,
        Source: ("source", 1),
        Step: ("step", 1),
        UnknownEvent: ("unknown-event", 1),
    }
)

#: Names, by class, of what is carried.
CARRIED: Final[Mapping[type, str]] = MappingProxyType(
    {
        Address: "address",
        Admission: "admission",
        Agenda: "agenda",
        AgendaItem: "agenda-item",
        Alias: "alias",
        Caseload: "caseload",
        Change: "change",
        Deadline: "deadline",
        DocketEntry: "docket-entry",
        DocketName: "docket-name",
        DueDates: "due-dates",
        Finding: "finding",
        Hearing: "hearing",
        Identifier: "identifier",
        Incapacity: "incapacity",
        Link: "link",
        Met: "met",
        MonthGrid: "month-grid",
        NameHeld: "name-held",
        Note: "note",
        Participant: "participant",
        People: "people",
        Relationship: "relationship",
        Profile: "profile",
        Representation: "representation",
        Represented: "represented",
        Review: "review",
        RoleHeld: "role-held",
        Seat: "seat",
        Sitting: "sitting",
        Spell: "spell",
        Stay: "stay",
        Stop: "stop",
    }
)


def kept(model: Model) -> dict[type, tuple[str, int]]:
    """Return name and schema, by class, of all that is kept where a model is used.

    The events of the directory are always among them.
    """
    models = (*MODELS.values(), model)
    events = {
        row.event: (row.kind, row.schema) for each in models for row in each.rows()
    }
    return {**KEPT, **events}
