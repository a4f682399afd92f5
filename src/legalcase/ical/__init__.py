"""Deadlines on the calendar, and calendars of others: the one door to icalendar."""

from legalcase.ical.calendar_feed import to_ical
from legalcase.ical.calendar_rows import CALENDAR_COLUMNS, from_ical

__all__ = ["CALENDAR_COLUMNS", "from_ical", "to_ical"]
