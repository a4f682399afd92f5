"""Questions over cases: what is due, what was recorded, what is wrong, what presses."""

from legalcase.oversight.diary import Diary, DiaryEntry, agenda
from legalcase.oversight.diary_month import DiaryMonth

__all__ = ["Diary", "DiaryEntry", "DiaryMonth", "agenda"]
