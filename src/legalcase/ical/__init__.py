"""Deadlines on the calendar: the one door to icalendar."""

from legalcase.ical.calendar_feed import to_ical

__all__ = ["to_ical"]
