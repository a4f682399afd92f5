"""A calendar as a whole: what it lists, how far it reaches, on which authority."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from legalcase.calendars.falls import WEEKDAYS
from legalcase.cli.rule_data import disputes_data
from legalcase.cli.rule_page import disputes_page
from legalcase.cli.terminal import paragraphs, width
from legalcase.cli.wording import verified
from legalcase.markup import Table

if TYPE_CHECKING:
    from legalcase.calendars.court_calendar import CourtCalendar

__all__ = ["calendar_data", "calendar_page"]

#: The year that the hint shows, where the calendar covers it.
_EXAMPLE: Final = 2026


def calendar_data(calendar: CourtCalendar) -> dict[str, Any]:
    """Return what a calendar is, as JSON types."""
    definition = calendar.definition
    authority = definition.authority
    checked_on = authority.verified_on
    return {
        "calendar": calendar.id,
        "name": calendar.name,
        "first": calendar.first.isoformat(),
        "last": calendar.last.isoformat(),
        "edition": calendar.edition,
        "weekend": [WEEKDAYS[number] for number in sorted(definition.weekend)],
        "closed_by": sorted(definition.closed_by),
        "incomplete": definition.incomplete,
        "disputes": disputes_data(calendar.disputed),
        "authority": authority.cite,
        "verified": authority.verified,
        "verified_on": None if checked_on is None else checked_on.isoformat(),
    }


def calendar_page(calendar: CourtCalendar) -> str:
    """Return the same as text."""
    definition = calendar.definition
    authority = definition.authority
    table = Table("", (calendar.id, ""))
    table.add("lists", calendar.name)
    table.add("covers", f"{calendar.first} through {calendar.last}")
    weekend = [WEEKDAYS[number].capitalize() for number in sorted(definition.weekend)]
    closing = [*weekend, *sorted(definition.closed_by)]
    table.add("closed by", ", ".join(closing))
    if definition.base is not None:
        table.add("based on", definition.base.id)
    if definition.incomplete:
        table.add("lacks", definition.incomplete)
    table.add("authority", f"{authority.cite} ({verified(authority)})")
    table.add("edition", calendar.edition)
    year = min(max(_EXAMPLE, calendar.first.year), calendar.last.year)
    hint = paragraphs(
        f"A month of it, or a year: legalcase calendar {calendar.id} {year}-01, "
        f"legalcase calendar {calendar.id} {year}"
    )
    parts = (table.text(width()), disputes_page(calendar.disputed), hint)
    return "\n\n".join(part for part in parts if part)
