"""Questions over cases: what is due, what was recorded, what is wrong, what presses."""

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
from legalcase.oversight.sheet.lines import SheetEntry
from legalcase.oversight.sheet.sheets import ControlSheet, control_sheet
from legalcase.oversight.strain.pressed import PressedDate, PressedDay, Relief
from legalcase.oversight.strain.strain import Pressure, pressure

__all__ = [
    "CaseFinding",
    "Check",
    "Checks",
    "ControlSheet",
    "Diary",
    "DiaryEntry",
    "DiaryMonth",
    "Findings",
    "Found",
    "PressedDate",
    "PressedDay",
    "Pressure",
    "Relief",
    "SheetEntry",
    "Viewed",
    "agenda",
    "control_sheet",
    "health",
    "health_of",
    "pressure",
]
