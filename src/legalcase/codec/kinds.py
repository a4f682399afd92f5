"""Kinds: what is kept for ever, what is carried from one program to another.

*Kept* is what a log is made of, and the law in it: each kind has the number of its
schema, and migrations for ever. *Carried* is what a log has made: it bears the version
of the library that wrote it, is never migrated, and is read by that version alone.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from legalcase.calendars.month import MonthGrid
from legalcase.codec.log.reading import LINE
from legalcase.codec.tables import CORRECTIONS
from legalcase.codec.values.law_values import LAW_KINDS
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
    Acknowledgement,
    Agenda,
    AgendaItem,
    Agreed,
    Anchor,
    Caseload,
    Change,
    Charge,
    ChargeStep,
    Claim,
    ClaimEnd,
    ClaimSides,
    ClockEvent,
    Computed,
    ConflictReview,
    Content,
    Continuance,
    Deadline,
    DeadlineTerms,
    Derived,
    DocketEntry,
    Document,
    Documents,
    DocumentVersion,
    DueDates,
    Engagement,
    EngagementChange,
    Filing,
    Finding,
    Hearing,
    HearingNeed,
    Incapacity,
    Inquirer,
    LegalHold,
    Link,
    Met,
    NeedMet,
    Note,
    Ordered,
    Participant,
    People,
    Production,
    Proof,
    Records,
    Repeats,
    Representation,
    Represented,
    Retention,
    Review,
    RoleHeld,
    Seat,
    Sentence,
    Setting,
    Sitting,
    Spell,
    Stage,
    StageChange,
    StageMove,
    StageNeed,
    StageTable,
    Stay,
    Stop,
    Submission,
    Task,
    TaskAssignment,
    TaskEnd,
    TaskFinding,
    TaskHold,
    TaskItem,
    TaskStep,
    TaskTerms,
    Tombstone,
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
        ClockEvent: ("clock-event", 1),
        Computation: ("computation", 1),
        Computed: ("computed", 1),
        Content: ("content", 1),
        DateRange: ("date-range", 1),
        DeadlineTerms: ("deadline-terms", 1),
        Derived: ("derived", 2),
        Inputs: ("inputs", 1),
        Label: ("label", 1),
        Notice: ("notice", 1),
        Ordered: ("ordered", 2),
        Period: ("period", 1),
        Reading: ("reading", 1),
        Recorded: LINE,
        Repeats: ("repeats", 1),
        Source: ("source", 1),
        StageMove: ("stage-move", 1),
        StageNeed: ("stage-need", 1),
        StageTable: ("stage-table", 1),
        Step: ("step", 1),
        TaskTerms: ("task-terms", 1),
        UnknownEvent: ("unknown-event", 1),
        Name: ("name", 1),
    }
)

#: Names, by class, of what is carried.
CARRIED: Final[Mapping[type, str]] = MappingProxyType(
    {
        Acknowledgement: "acknowledgement",
        Agenda: "agenda",
        AgendaItem: "agenda-item",
        TaskAssignment: "task-assignment",
        Caseload: "caseload",
        Change: "change",
        ConflictReview: "conflict-review",
        Charge: "charge",
        ChargeStep: "charge-step",
        Claim: "claim",
        ClaimEnd: "claim-end",
        ClaimSides: "claim-sides",
        Continuance: "continuance",
        Deadline: "deadline",
        DocketEntry: "docket-entry",
        Document: "document",
        DocumentVersion: "document-version",
        Documents: "documents",
        DueDates: "due-dates",
        Engagement: "engagement",
        EngagementChange: "engagement-change",
        Inquirer: "inquirer",
        Finding: "finding",
        Hearing: "hearing",
        LegalHold: "legal-hold",
        TaskHold: "task-hold",
        Filing: "filing",
        HearingNeed: "hearing-need",
        Link: "link",
        Met: "met",
        MonthGrid: "month-grid",
        NeedMet: "need-met",
        Note: "note",
        Participant: "participant",
        People: "people",
        Records: "records",
        Production: "production",
        Proof: "proof",
        Representation: "representation",
        Represented: "represented",
        Retention: "retention",
        Review: "review",
        RoleHeld: "role-held",
        Sentence: "sentence",
        Setting: "setting",
        Sitting: "sitting",
        Spell: "spell",
        Stage: "stage",
        StageChange: "stage-change",
        Stay: "stay",
        Stop: "stop",
        Tombstone: "tombstone",
        Task: "task",
        TaskEnd: "task-end",
        TaskFinding: "task-finding",
        TaskItem: "task-item",
        TaskStep: "task-step",
        Submission: "submission",
        Address: "address",
        Admission: "admission",
        Alias: "alias",
        DocketName: "docket-name",
        Identifier: "identifier",
        Incapacity: "incapacity",
        NameHeld: "name-held",
        Relationship: "relationship",
        Profile: "profile",
        Seat: "seat",
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
