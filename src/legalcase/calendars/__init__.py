"""When a court is open: holiday algebra, observance, closures by kind, calendars."""

from legalcase.calendars.closures import WEEKEND, Closure
from legalcase.calendars.court_calendar import CourtCalendar
from legalcase.calendars.definition import (
    CalendarDefinition,
    Holiday,
    Observance,
    SpecialClosure,
)
from legalcase.calendars.month import MonthGrid

__all__ = [
    "WEEKEND",
    "CalendarDefinition",
    "Closure",
    "CourtCalendar",
    "Holiday",
    "MonthGrid",
    "Observance",
    "SpecialClosure",
]
