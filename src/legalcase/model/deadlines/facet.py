"""DEADLINES: the room of what is due, as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from legalcase.kernel.register import Register
from legalcase.kernel.rooms.facet import Facet, Heard, Row, Tracked
from legalcase.model.caseload.events import (
    CaseClosed,
    CaseDisposed,
    CaseReactivated,
    CaseReopened,
    CaseStayed,
)
from legalcase.model.deadlines import (
    handlers,
    hears,
    missing,
    outcomes,
    owners,
    standing,
)
from legalcase.model.deadlines.events import (
    DeadlineConfirmed,
    DeadlineExtended,
    DeadlineMet,
    DeadlineMissed,
    DeadlineMooted,
    DeadlineQuestioned,
    DeadlineReassigned,
    DeadlineRecomputed,
    DeadlineReopened,
    DeadlineResumed,
    DeadlineSet,
    DeadlineStayed,
    DeadlineVacated,
    DeadlineWaived,
    ReadingChosen,
)
from legalcase.model.deadlines.lifecycles import CLOCK, OUTCOME, REVIEW
from legalcase.model.docket.events import EntryStruck, OrderVacated, ServiceQuashed
from legalcase.model.filings.events import FilingRejected
from legalcase.model.hearings.events import (
    HearingContinued,
    HearingNotAttended,
    HearingVacated,
)
from legalcase.model.people.events import PartyLeft

if TYPE_CHECKING:
    from legalcase.model.deadlines.state import Deadline

__all__ = ["DEADLINES"]

DEADLINES: Final[Facet[Register[Deadline]]] = Facet(
    name="deadlines",
    first=Register(
        "deadline", "The case knows a deadline from its setting: record that first."
    ),
    rows=(
        Row(DeadlineSet, "deadline-set", 2, handlers.set_),
        Row(
            DeadlineConfirmed,
            "deadline-confirmed",
            1,
            handlers.confirmed,
            handlers.check_confirmed,
            missing=missing.to_confirm,
        ),
        Row(DeadlineQuestioned, "deadline-questioned", 1, handlers.questioned),
        Row(DeadlineReassigned, "deadline-reassigned", 1, owners.reassigned),
        Row(DeadlineRecomputed, "deadline-recomputed", 2, handlers.recomputed),
        Row(ReadingChosen, "reading-chosen", 1, handlers.chosen),
        Row(
            DeadlineMet,
            "deadline-met",
            1,
            outcomes.met,
            outcomes.check_met,
            missing=missing.to_meet,
        ),
        Row(
            DeadlineMissed,
            "deadline-missed",
            1,
            outcomes.moved,
            outcomes.check_missed,
            missing=missing.to_miss,
        ),
        Row(
            DeadlineExtended,
            "deadline-extended",
            2,
            outcomes.extended,
            outcomes.check_extended,
            missing=missing.to_extend,
        ),
        Row(
            DeadlineStayed,
            "deadline-stayed",
            1,
            handlers.stayed,
            handlers.check_stayed,
            missing=missing.to_stay,
        ),
        Row(DeadlineResumed, "deadline-resumed", 1, handlers.resumed),
        Row(DeadlineVacated, "deadline-vacated", 1, outcomes.moved),
        Row(DeadlineWaived, "deadline-waived", 1, outcomes.moved),
        Row(DeadlineMooted, "deadline-mooted", 1, outcomes.moved),
        Row(DeadlineReopened, "deadline-reopened", 1, outcomes.reopened),
    ),
    hears=(
        Heard(PartyLeft, hears.party_left),
        Heard(CaseStayed, hears.case_stayed),
        Heard(CaseReactivated, hears.case_reactivated),
        Heard(CaseDisposed, hears.case_disposed),
        Heard(CaseReopened, hears.case_reopened),
        Heard(CaseClosed, hears.case_closed, missing=missing.to_close),
        Heard(EntryStruck, hears.entry_ended),
        Heard(OrderVacated, hears.entry_ended),
        Heard(ServiceQuashed, hears.entry_ended),
        Heard(FilingRejected, hears.filing_rejected),
        Heard(HearingContinued, hears.hearing_moved),
        Heard(HearingVacated, hears.hearing_moved),
        Heard(HearingNotAttended, hears.hearing_moved),
    ),
    corrected=hears.corrected,
    tracks=(
        Tracked(OUTCOME, standing.outcomes),
        Tracked(REVIEW, standing.reviews),
        Tracked(CLOCK, standing.clocks),
    ),
)
