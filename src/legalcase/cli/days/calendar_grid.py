"""`legalcase calendar`: a month of a court's calendar as a grid, closures named."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

from legalcase.cli.console.options import Reply, add_law_options, law_of
from legalcase.cli.console.terminal import as_json, paragraphs, width
from legalcase.cli.console.where import is_open
from legalcase.cli.days.calendar_page import calendar_data, calendar_page
from legalcase.cli.days.calendar_year import month_or_year, year_page
from legalcase.markup import Table, one_line

if TYPE_CHECKING:
    import argparse

    from legalcase.calendars.closures import Closure
    from legalcase.calendars.court_calendar import CourtCalendar
    from legalcase.law.lawbook import Law

__all__ = ["add_parser", "run"]

_EPILOG: Final = """\
examples:
  legalcase calendar                      list the calendars
  legalcase calendar us                   what one of them is
  legalcase calendar us 2026-07           federal legal holidays
  legalcase calendar us 2026              the same, a whole year
  legalcase calendar us-ca 2026-02        judicial holidays of California
  legalcase calendar de-by/augsburg 2026-08
  legalcase calendar holidays:JP 2026-05  a general list, no court calendar

A calendar answers inside its horizon only: it does not guess. A day in brackets
is closed. A court can be closed on other days by its own order."""

_HANGING: Final = len("Fri 03 Jul  ")


def add_parser(commands: Any) -> argparse.ArgumentParser:
    """Add the command to those of the parser, and return its own parser."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "calendar",
        help="a month or a year of a court's calendar, closures named",
        description="Show a month or a year of a calendar, or what it is; or list all.",
        epilog=_EPILOG,
    )
    parser.add_argument(
        "calendar", nargs="?", metavar="ID", help="calendar: us, us-ca, gb-eaw, de-by"
    )
    parser.add_argument(
        "month",
        nargs="?",
        type=month_or_year,
        metavar="MONTH-OR-YEAR",
        help="year and month, or a year: 2026-07, 2026",
    )
    add_law_options(parser)
    return parser


def run(options: argparse.Namespace) -> Reply:
    """Show the month, or the calendar; list them all where none is named."""
    law = law_of(options, options.refuse)
    if options.calendar is None:
        return _listed(law, options.format)
    calendar = law.calendar(options.calendar)
    if options.month is None:
        if options.format == "json":
            return Reply(as_json(calendar_data(calendar)))
        return Reply(calendar_page(calendar))
    year, number = options.month
    if options.format == "json":
        return Reply(as_json(_span(calendar, year, number)))
    shown = (
        year_page(calendar, year) if number is None else _grid(calendar, year, number)
    )
    return Reply(f"{shown}\n\n{_source(calendar)}")


def _grid(calendar: CourtCalendar, year: int, number: int) -> str:
    lines = [
        paragraphs(line, hanging=_HANGING)
        for line in str(calendar.month(year, number)).splitlines()
    ]
    others = [
        closure
        for day in _days(year, number)
        for closure in calendar.closures_on(day)
        if closure.kind not in calendar.definition.closed_by
        and not _shuts(calendar, day, closure.name)
    ]
    if others:
        lines += ["", "Also entered; by this calendar the court is open all the same:"]
        lines += [
            paragraphs(
                one_line(
                    f"{closure.on:%a %d %b}  {closure.name} ({closure.kind}; "
                    f"{closure.authority})"
                ),
                hanging=_HANGING,
            )
            for closure in others
        ]
    return "\n".join(lines)


def _shuts(calendar: CourtCalendar, day: date, name: str) -> bool:
    """Tell whether a day is closed by an entry of that name, of another kind."""
    why = calendar.why_closed(day)
    return why is not None and why.name == name


def _source(calendar: CourtCalendar) -> str:
    covers = f"{calendar.first} through {calendar.last}"
    return paragraphs(f"{calendar.id}, edition {calendar.edition}, {covers}")


def _days(year: int, number: int) -> list[date]:
    first = date(year, number, 1)
    return [first + timedelta(days=n) for n in range(monthrange(year, number)[1])]


def _span(calendar: CourtCalendar, year: int, number: int | None) -> dict[str, Any]:
    """Return a month, or a year, as JSON types: every day of it."""
    months = range(1, 13) if number is None else (number,)
    span = {"year": f"{year:04}"}
    if number is not None:
        span = {"month": f"{year:04}-{number:02}"}
    days = []
    for day in (day for each in months for day in _days(year, each)):
        why, opening = calendar.why_closed(day), calendar.opening_on(day)
        days.append(
            {
                "on": day.isoformat(),
                "is_open": is_open(calendar, day),
                "opening": None if opening is None else opening.to_dict(),
                "why_closed": None if why is None else _closure(why),
                "closures": [_closure(found) for found in calendar.closures_on(day)],
            }
        )
    return {
        "calendar": calendar.id,
        "name": calendar.name,
        "edition": calendar.edition,
        **span,
        "days": days,
    }


def _closure(closure: Closure) -> dict[str, str]:
    return {
        "name": closure.name,
        "kind": closure.kind,
        "authority": closure.authority.cite,
        "verified": closure.authority.verified,
    }


def _listed(law: Law, form: str) -> Reply:
    calendars = [law.calendar(name) for name in law.names("calendar")]
    if form == "json":
        return Reply(as_json([calendar_data(calendar) for calendar in calendars]))
    table = Table("", ("id", "what it lists", "from", "through"))
    for calendar in calendars:
        table.add(calendar.id, calendar.name, str(calendar.first), str(calendar.last))
    hint = paragraphs(
        "Any other country: holidays:JP, holidays:CA-QC (a general list of holidays, "
        "no court calendar)."
    )
    return Reply(f"{table.text(width())}\n\n{hint}")
