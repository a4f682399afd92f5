"""Questions over cases: what is due, what was recorded, what is wrong, what presses."""

from typing import TYPE_CHECKING

from legalcase.near import no_such_name
from legalcase.oversight.civil.letters import (
    Correspondence,
    Letter,
    correspondence,
)
from legalcase.oversight.civil.limits import limitations
from legalcase.oversight.civil.open_offers import OpenOffer, OpenOffers, offers
from legalcase.oversight.civil.watched import LimitationRow, LimitationWatch
from legalcase.oversight.clients.contact import (
    ContactGap,
    UpdateDue,
    UpdatesDue,
    contact_gap,
    updates_due,
)
from legalcase.oversight.clients.owed import (
    OwedBetween,
    OwedList,
    expectations,
    replies_owed,
)
from legalcase.oversight.clients.view import ClientView, Told
from legalcase.oversight.clients.viewing import client_view
from legalcase.oversight.diary.agendas import Diary, agenda
from legalcase.oversight.diary.entry import DiaryEntry
from legalcase.oversight.diary.month import DiaryMonth
from legalcase.oversight.disclosing.agreeing import (
    AgreementStanding,
    NeedStanding,
    agreement,
)
from legalcase.oversight.disclosing.given import Disclosed, DisclosedRow
from legalcase.oversight.disclosing.ledger import (
    Disclosures,
    disclosed,
    disclosure,
)
from legalcase.oversight.disclosing.owed import (
    DutyStanding,
    OutstandingDisclosure,
    OutstandingDisclosures,
)
from legalcase.oversight.findings.check import (
    CaseFinding,
    Check,
    Found,
    Viewed,
)
from legalcase.oversight.findings.checks import Checks
from legalcase.oversight.findings.look import Findings, health, health_of
from legalcase.oversight.findings.people.of_suggestions import suggestions_open
from legalcase.oversight.findings.team import team_findings
from legalcase.oversight.logistics.clash import Booking, Clash, Clashes
from legalcase.oversight.logistics.overlaps import clashes
from legalcase.oversight.logistics.unready import UnmetNeed, UnmetNeeds, unmet_needs
from legalcase.oversight.needs import OpenNeed, OpenNeeds, open_needs
from legalcase.oversight.reviews.actions import tasks_of
from legalcase.oversight.reviews.complying import (
    Compliance,
    ComplianceChecks,
    ComplianceRow,
    compliance,
)
from legalcase.oversight.reviews.duty import ComplianceCheck, Complied
from legalcase.oversight.reviews.review import CaseReview, Reviews, review
from legalcase.oversight.services import CaseServices, ServiceCount, case_services
from legalcase.oversight.sheet.clocks import SheetClock
from legalcase.oversight.sheet.lines import SheetEntry
from legalcase.oversight.sheet.sheets import ControlSheet, control_sheet
from legalcase.oversight.strain.pressed import PressedDate, PressedDay, Relief
from legalcase.oversight.strain.strain import Pressure, pressure
from legalcase.oversight.suggested.evaluation import (
    ConfidenceBand,
    SuggestionEvaluation,
    evaluate_suggestions,
)
from legalcase.oversight.suggested.judging import (
    JudgedSuggestion,
    MissedEvent,
    NotJudged,
)
from legalcase.oversight.suggested.share import ShareRight
from legalcase.oversight.suggested.waiting import (
    OpenSuggestion,
    OpenSuggestions,
    open_suggestions,
)
from legalcase.oversight.team.away import AbsenceSheet, Uncovered, absences
from legalcase.oversight.team.handing import HandedOver, HandoverPlan, handover
from legalcase.oversight.team.suggest import (
    ModelCandidate,
    ModelSuggestion,
    suggest_model,
)
from legalcase.oversight.team.who import Who, who
from legalcase.oversight.unchecked_people import (
    Unchecked,
    UncheckedPerson,
    unchecked,
)

__all__ = [
    "AbsenceSheet",
    "AgreementStanding",
    "Booking",
    "CaseFinding",
    "CaseReview",
    "CaseServices",
    "Check",
    "Checks",
    "Clash",
    "Clashes",
    "ClientView",
    "Compliance",
    "ComplianceCheck",
    "ComplianceChecks",
    "ComplianceRow",
    "Complied",
    "ConfidenceBand",
    "ContactGap",
    "ControlSheet",
    "Correspondence",
    "Diary",
    "DiaryEntry",
    "DiaryMonth",
    "Disclosed",
    "DisclosedRow",
    "Disclosures",
    "DutyStanding",
    "Findings",
    "Found",
    "HandedOver",
    "HandoverPlan",
    "JudgedSuggestion",
    "Letter",
    "LimitationRow",
    "LimitationWatch",
    "MissedEvent",
    "ModelCandidate",
    "ModelSuggestion",
    "NeedStanding",
    "NotJudged",
    "OpenNeed",
    "OpenNeeds",
    "OpenOffer",
    "OpenOffers",
    "OpenSuggestion",
    "OpenSuggestions",
    "OutstandingDisclosure",
    "OutstandingDisclosures",
    "OwedBetween",
    "OwedList",
    "PressedDate",
    "PressedDay",
    "Pressure",
    "Relief",
    "Reviews",
    "ServiceCount",
    "ShareRight",
    "SheetClock",
    "SheetEntry",
    "SuggestionEvaluation",
    "Told",
    "Unchecked",
    "UncheckedPerson",
    "Uncovered",
    "UnmetNeed",
    "UnmetNeeds",
    "UpdateDue",
    "UpdatesDue",
    "Viewed",
    "Who",
    "absences",
    "agenda",
    "agreement",
    "case_services",
    "clashes",
    "client_view",
    "compliance",
    "contact_gap",
    "control_sheet",
    "correspondence",
    "disclosed",
    "disclosure",
    "evaluate_suggestions",
    "expectations",
    "handover",
    "health",
    "health_of",
    "limitations",
    "offers",
    "open_needs",
    "open_suggestions",
    "pressure",
    "replies_owed",
    "review",
    "suggest_model",
    "suggestions_open",
    "tasks_of",
    "team_findings",
    "unchecked",
    "unmet_needs",
    "updates_due",
    "who",
]


if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        raise no_such_name(__name__, name, __all__)
