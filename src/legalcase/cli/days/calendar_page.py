"""A calendar as a whole: what it lists, how far it reaches, on which authority."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from legalcase.calendars.entries.falls import WEEKDAYS
from legalcase.cli.console.terminal import paragraphs, width
from legalcase.cli.console.wording import verified
from legalcase.cli.lawbook.rule_data import disputes_data
from legalcase.cli.lawbook.rule_page import disputes_page
from legalcase.markup import Table

if TYPE_CHECKING:
    from datetime import date

    from legalcase.calendars.court_calendar import CourtCalendar

__all__ = ["calendar_data", "calendar_page", "weekends_said"]

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
        "weekends": [
            {
                "from": max(first, calendar.first).isoformat(),
                "days": [WEEKDAYS[number] for number in sorted(days)],
            }
            for first, days, _ in definition.weekends
        ],
        "closed_by": sorted(definition.closed_by),
        "incomplete": definition.incomplete,
        "not_known": _not_known(calendar),
        "disputes": disputes_data(calendar.disputed),
        "authority": authority.cite,
        "verified": authority.verified,
        "verified_on": None if checked_on is None else checked_on.isoformat(),
    }


def _not_known(calendar: CourtCalendar) -> list[str]:
    """Say of which holidays the table of dates ends within the calendar."""
    gaps = calendar.definition.untabled()
    return list(dict.fromkeys(gap.text for gap in gaps))


def weekends_said(
    calendar: CourtCalendar, start: date, stop: date, *, joined: str = ", "
) -> str:
    """Name the days of the weekend in a span, and from when others were its days."""
    definition = calendar.definition
    spans = [(start, definition.weekend_on(start.toordinal()))]
    spans += [
        (first, days) for first, days, _ in definition.weekends if start < first <= stop
    ]
    said = []
    for first, days in spans:
        names = joined.join(WEEKDAYS[number].capitalize() for number in sorted(days))
        said.append(f"from {first} {names or 'none'}" if first != start else names)
    return "; ".join(said)


def calendar_page(calendar: CourtCalendar) -> str:
    """Return the same as text."""
    definition = calendar.definition
    authority = definition.authority
    table = Table("", (calendar.id, ""))
    table.add("lists", calendar.name)
    table.add("covers", f"{calendar.first} through {calendar.last}")
    weekend = weekends_said(calendar, calendar.first, calendar.last)
    closing = [*([weekend] if weekend else []), *sorted(definition.closed_by)]
    table.add("closed by", ", ".join(closing))
    if definition.base is not None:
        table.add("based on", definition.base.id)
    if definition.incomplete:
        table.add("lacks", definition.incomplete)
    for text in _not_known(calendar):
        table.add("lacks", text)
    table.add("authority", f"{authority.cite} ({verified(authority)})")
    table.add("edition", calendar.edition)
    year = min(max(_EXAMPLE, calendar.first.year), calendar.last.year)
    hint = paragraphs(
        f"A month of it, or a year: legalcase calendar {calendar.id} {year}-01, "
        f"legalcase calendar {calendar.id} {year}"
    )
    parts = (table.text(width()), disputes_page(calendar.disputed), hint)
    return "\n\n".join(part for part in parts if part)
