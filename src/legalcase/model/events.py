"""CaseEvent: the closed union of what can happen, with the kind of each on the wire."""

from __future__ import annotations

from datetime import date, datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from legalcase.model.case_events import (
    CaseClosed,
    CaseDisposed,
    CaseOpened,
    CaseReactivated,
    CaseReopened,
    CaseStayed,
    CounselAppeared,
    CounselWithdrew,
    NoteAdded,
    PartyJoined,
    PartyLeft,
)
from legalcase.model.checks import check_count, check_id, check_text
from legalcase.model.deadline_events import (
    DeadlineConfirmed,
    DeadlineExtended,
    DeadlineMet,
    DeadlineMissed,
    DeadlineMooted,
    DeadlineQuestioned,
    DeadlineRecomputed,
    DeadlineSet,
    DeadlineStayed,
    DeadlineVacated,
    DeadlineWaived,
    ReadingChosen,
)
from legalcase.model.docket_events import (
    Filed,
    HearingContinued,
    HearingHeld,
    HearingSet,
    HearingVacated,
    JudgmentEntered,
    OrderEntered,
    Served,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["KINDS", "CaseEvent", "UnknownEvent", "happened", "kind_of"]

CaseEvent = (
    CaseClosed
    | CaseDisposed
    | CaseOpened
    | CaseReactivated
    | CaseReopened
    | CaseStayed
    | CounselAppeared
    | CounselWithdrew
    | DeadlineConfirmed
    | DeadlineExtended
    | DeadlineMet
    | DeadlineMissed
    | DeadlineMooted
    | DeadlineQuestioned
    | DeadlineRecomputed
    | DeadlineSet
    | DeadlineStayed
    | DeadlineVacated
    | DeadlineWaived
    | Filed
    | HearingContinued
    | HearingHeld
    | HearingSet
    | HearingVacated
    | JudgmentEntered
    | NoteAdded
    | OrderEntered
    | PartyJoined
    | PartyLeft
    | ReadingChosen
    | Served
)

#: Kind on the wire and number of the schema, by class. Neither ever changes meaning:
#: a class that changes its fields gets the next number, and the codec a migration.
KINDS: Final[Mapping[type, tuple[str, int]]] = MappingProxyType(
    {
        CaseClosed: ("case-closed", 1),
        CaseDisposed: ("case-disposed", 1),
        CaseOpened: ("case-opened", 1),
        CaseReactivated: ("case-reactivated", 1),
        CaseReopened: ("case-reopened", 1),
        CaseStayed: ("case-stayed", 1),
        CounselAppeared: ("counsel-appeared", 1),
        CounselWithdrew: ("counsel-withdrew", 1),
        DeadlineConfirmed: ("deadline-confirmed", 1),
        DeadlineExtended: ("deadline-extended", 1),
        DeadlineMet: ("deadline-met", 1),
        DeadlineMissed: ("deadline-missed", 1),
        DeadlineMooted: ("deadline-mooted", 1),
        DeadlineQuestioned: ("deadline-questioned", 1),
        DeadlineRecomputed: ("deadline-recomputed", 1),
        DeadlineSet: ("deadline-set", 1),
        DeadlineStayed: ("deadline-stayed", 1),
        DeadlineVacated: ("deadline-vacated", 1),
        DeadlineWaived: ("deadline-waived", 1),
        Filed: ("filed", 1),
        HearingContinued: ("hearing-continued", 1),
        HearingHeld: ("hearing-held", 1),
        HearingSet: ("hearing-set", 1),
        HearingVacated: ("hearing-vacated", 1),
        JudgmentEntered: ("judgment-entered", 1),
        NoteAdded: ("note-added", 1),
        OrderEntered: ("order-entered", 1),
        PartyJoined: ("party-joined", 1),
        PartyLeft: ("party-left", 1),
        ReadingChosen: ("reading-chosen", 1),
        Served: ("served", 1),
    }
)


@frozen(kw_only=True)
class UnknownEvent:
    """A stored event of a kind that this version does not know, kept as it came.

    `payload` is its data as canonical JSON; it goes back into a store unchanged.
    """

    kind: str = field(validator=check_id)
    schema: int = field(validator=check_count)
    happened: date | datetime
    payload: str = field(repr=False, validator=check_text)


def kind_of(event: CaseEvent | UnknownEvent) -> tuple[str, int]:
    """Return the kind on the wire and the number of the schema."""
    if isinstance(event, UnknownEvent):
        return event.kind, event.schema
    return KINDS[type(event)]


def happened(event: CaseEvent | UnknownEvent) -> date | datetime:
    """Return when it happened: the instant where it is known, else the day."""
    if isinstance(event, UnknownEvent):
        return event.happened
    if isinstance(event, Filed | Served | DeadlineMet) and event.happened_at:
        return event.happened_at
    return event.happened_on
