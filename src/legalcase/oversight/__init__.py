"""Questions over cases: what is due, what was recorded, what is wrong, what presses."""

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
from legalcase.oversight.clients.view import ClientView, Told, client_view
from legalcase.oversight.diary.agendas import Diary, agenda
from legalcase.oversight.diary.entry import DiaryEntry
from legalcase.oversight.diary.month import DiaryMonth
from legalcase.oversight.findings.check import (
    CaseFinding,
    Check,
    Found,
    Viewed,
)
from legalcase.oversight.findings.checks import Checks
from legalcase.oversight.findings.look import Findings, health, health_of
from legalcase.oversight.findings.team import team_findings
from legalcase.oversight.needs import OpenNeed, OpenNeeds, open_needs
from legalcase.oversight.sheet.lines import SheetEntry
from legalcase.oversight.sheet.sheets import ControlSheet, control_sheet
from legalcase.oversight.strain.pressed import PressedDate, PressedDay, Relief
from legalcase.oversight.strain.strain import Pressure, pressure
from legalcase.oversight.team.away import AbsenceSheet, Uncovered, absences
from legalcase.oversight.team.handing import HandedOver, HandoverPlan, handover
from legalcase.oversight.team.suggest import (
    ModelCandidate,
    ModelSuggestion,
    suggest_model,
)
from legalcase.oversight.team.who import Who, who

__all__ = [
    "AbsenceSheet",
    "CaseFinding",
    "Check",
    "Checks",
    "ClientView",
    "ContactGap",
    "ControlSheet",
    "Diary",
    "DiaryEntry",
    "DiaryMonth",
    "Findings",
    "Found",
    "HandedOver",
    "HandoverPlan",
    "ModelCandidate",
    "ModelSuggestion",
    "OpenNeed",
    "OpenNeeds",
    "OwedBetween",
    "OwedList",
    "PressedDate",
    "PressedDay",
    "Pressure",
    "Relief",
    "SheetEntry",
    "Told",
    "Uncovered",
    "UpdateDue",
    "UpdatesDue",
    "Viewed",
    "Who",
    "absences",
    "agenda",
    "client_view",
    "contact_gap",
    "control_sheet",
    "expectations",
    "handover",
    "health",
    "health_of",
    "open_needs",
    "pressure",
    "replies_owed",
    "suggest_model",
    "team_findings",
    "updates_due",
    "who",
]
