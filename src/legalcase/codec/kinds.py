"""Kinds: what is kept for ever, what is carried from one program to another.

*Kept* is what a log is made of, and the law in it: each kind has the number of its
schema, and migrations for ever. *Carried* is what a log has made: it bears the version
of the library that wrote it, is never migrated, and is read by that version alone.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from legalcase.calendars.month import MonthGrid
from legalcase.directory import (
    MODELS,
    Address,
    Admission,
    Alias,
    DocketName,
    Identifier,
    NameHeld,
    Profile,
    Relationship,
)
from legalcase.model import (
    Acknowledgement,
    Agenda,
    AgendaItem,
    Caseload,
    Change,
    Charge,
    ChargeStep,
    Claim,
    ClaimEnd,
    ClaimSides,
    ConflictReview,
    Continuance,
    Deadline,
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
    LegalHold,
    Link,
    Met,
    NeedMet,
    Note,
    Participant,
    People,
    Production,
    Proof,
    Records,
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
    Tombstone,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from legalcase.kernel import Model

__all__ = ["CARRIED", "KEPT", "kept"]

#: Name and number of the schema, by class, of all that is kept beside the events.
#: Neither ever changes meaning: a class that changes gets the next number, and a
#: migration; a field with a default can be added without.
KEPT: Final[Mapping[type, tuple[str, int]]] = MappingProxyType({})

#: Names, by class, of what is carried.
CARRIED: Final[Mapping[type, str]] = MappingProxyType(
    {
        Acknowledgement: "acknowledgement",
        Agenda: "agenda",
        AgendaItem: "agenda-item",
        TaskAssignment: "task-assignment",
        Address: "address",
        Admission: "admission",
        Agenda: "agenda",
        AgendaItem: "agenda-item",
        Alias: "alias",
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
        DocketName: "docket-name",
        DueDates: "due-dates",
        Engagement: "engagement",
        EngagementChange: "engagement-change",
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
        Retention: "retention",
        Review: "review",
        RoleHeld: "role-held",
        Sentence: "sentence",
        Setting: "setting",
        Seat: "seat",
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
