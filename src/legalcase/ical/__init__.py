"""Deadlines on the calendar, and calendars of others: the one door to icalendar."""

from typing import TYPE_CHECKING

from legalcase.ical.calendar_feed import to_ical
from legalcase.ical.calendar_rows import CALENDAR_COLUMNS, from_ical
from legalcase.near import no_such_name

__all__ = ["CALENDAR_COLUMNS", "from_ical", "to_ical"]


if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        raise no_such_name(__name__, name, __all__)
