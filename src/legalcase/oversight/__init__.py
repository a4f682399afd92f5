"""Questions over cases: what is due, what was recorded, what is wrong, what presses."""

from legalcase.oversight.diary import Diary, DiaryEntry, agenda
from legalcase.oversight.diary_month import DiaryMonth
from legalcase.oversight.sheet import ControlSheet, control_sheet
from legalcase.oversight.sheet_lines import SheetEntry

__all__ = [
    "ControlSheet",
    "Diary",
    "DiaryEntry",
    "DiaryMonth",
    "SheetEntry",
    "agenda",
    "control_sheet",
]
