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
from legalcase.model.deadlines.handlers import (
    computing,
    ending,
    extending,
    missing,
    owners,
    reviewing,
    setting,
    stopping,
)
from legalcase.model.deadlines.hears import cases, grounds
from legalcase.model.deadlines.lifecycles import CLOCK, OUTCOME, REVIEW
from legalcase.model.deadlines.looking import standing
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
        Row(DeadlineSet, "deadline-set", 2, setting.set_),
        Row(
            DeadlineConfirmed,
            "deadline-confirmed",
            1,
            reviewing.confirmed,
            reviewing.check_confirmed,
            missing=missing.to_confirm,
        ),
        Row(DeadlineQuestioned, "deadline-questioned", 1, reviewing.questioned),
        Row(DeadlineReassigned, "deadline-reassigned", 1, owners.reassigned),
        Row(DeadlineRecomputed, "deadline-recomputed", 2, computing.recomputed),
        Row(ReadingChosen, "reading-chosen", 1, computing.chosen),
        Row(
            DeadlineMet,
            "deadline-met",
            1,
            ending.met,
            ending.check_met,
            missing=missing.to_meet,
        ),
        Row(
            DeadlineMissed,
            "deadline-missed",
            1,
            ending.moved,
            ending.check_missed,
            missing=missing.to_miss,
        ),
        Row(
            DeadlineExtended,
            "deadline-extended",
            2,
            extending.extended,
            extending.check_extended,
            missing=missing.to_extend,
        ),
        Row(
            DeadlineStayed,
            "deadline-stayed",
            1,
            stopping.stayed,
            stopping.check_stayed,
            missing=missing.to_stay,
        ),
        Row(DeadlineResumed, "deadline-resumed", 1, stopping.resumed),
        Row(DeadlineVacated, "deadline-vacated", 1, ending.moved),
        Row(DeadlineWaived, "deadline-waived", 1, ending.moved),
        Row(DeadlineMooted, "deadline-mooted", 1, ending.moved),
        Row(DeadlineReopened, "deadline-reopened", 1, ending.reopened),
    ),
    hears=(
        Heard(PartyLeft, cases.party_left),
        Heard(CaseStayed, cases.case_stayed),
        Heard(CaseReactivated, cases.case_reactivated),
        Heard(CaseDisposed, cases.case_disposed),
        Heard(CaseReopened, cases.case_reopened),
        Heard(CaseClosed, cases.case_closed, missing=missing.to_close),
        Heard(EntryStruck, grounds.entry_ended),
        Heard(OrderVacated, grounds.entry_ended),
        Heard(ServiceQuashed, grounds.entry_ended),
        Heard(FilingRejected, grounds.filing_rejected),
        Heard(HearingContinued, grounds.hearing_moved),
        Heard(HearingVacated, grounds.hearing_moved),
        Heard(HearingNotAttended, grounds.hearing_moved),
    ),
    corrected=grounds.corrected,
    tracks=(
        Tracked(OUTCOME, standing.outcomes),
        Tracked(REVIEW, standing.reviews),
        Tracked(CLOCK, standing.clocks),
    ),
)
