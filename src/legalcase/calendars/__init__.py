"""When a court is open: holiday algebra, observance, closures by kind, calendars."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from legalcase.calendars.closures import WEEKEND, Closure
from legalcase.calendars.court_calendar import CourtCalendar
from legalcase.calendars.entries.definition import (
    CalendarDefinition,
    Holiday,
    SpecialClosure,
)
from legalcase.calendars.entries.observance import Observance
from legalcase.calendars.entries.openings import Opening
from legalcase.near import no_such_name

if TYPE_CHECKING:
    from legalcase.calendars.month import MonthGrid as MonthGrid

__all__ = [
    "WEEKEND",
    "CalendarDefinition",
    "Closure",
    "CourtCalendar",
    "Holiday",
    "MonthGrid",
    "Observance",
    "Opening",
    "SpecialClosure",
]


if not TYPE_CHECKING:
    # A type checker sees what stands above, and no name besides.
    def __getattr__(name: str) -> Any:  # noqa: ANN401 - the type stands above
        # Only a reader needs it, and the first computation is kept cheap.
        if name == "MonthGrid":
            from legalcase.calendars.month import MonthGrid

            return MonthGrid
        raise no_such_name(__name__, name, __all__)
