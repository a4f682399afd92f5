"""A year of a calendar: twelve small grids beside each other, closures named below."""

from __future__ import annotations

import argparse
import re
from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING, Final

from legalcase.calendars.closures import WEEKEND
from legalcase.cli.console.options import month
from legalcase.cli.console.terminal import paragraphs, width
from legalcase.cli.days.calendar_page import weekends_said

if TYPE_CHECKING:
    from legalcase.calendars.court_calendar import CourtCalendar

__all__ = ["month_or_year", "year_page"]

_YEAR: Final = re.compile(r"\d{4}")
_MONTHS: Final = range(1, 13)
_HEAD: Final = "Mo Tu We Th Fr Sa Su"
_GRID: Final = len(_HEAD) + 1  # a star can follow the last day
_GAP: Final = "    "
_HANGING: Final = len("Fri 03 Jul  ")


def month_or_year(text: str) -> tuple[int, int | None]:
    """Read a month (2026-07), or a year (2026)."""
    if not _YEAR.fullmatch(text):
        return month(text)
    if not int(text):
        msg = f"{text!r} is no year. Write one such as 2026"
        raise argparse.ArgumentTypeError(msg)
    return int(text), None


def year_page(calendar: CourtCalendar, year: int) -> str:
    """Return twelve grids: closed days have a star, but for those of the weekend."""
    across = max(1, (width() + len(_GAP)) // (_GRID + len(_GAP)))
    across = next(number for number in (3, 2, 1) if number <= across)
    grids = [_grid(calendar, year, number) for number in _MONTHS]
    lines = [paragraphs(f"{calendar.name}, {year}")]
    for start in range(0, len(grids), across):
        row = grids[start : start + across]
        lines.append("")
        for place in range(max(map(len, row))):
            cells = (grid[place] if place < len(grid) else "" for grid in row)
            lines.append(_GAP.join(cell.ljust(_GRID) for cell in cells).rstrip())
    lines += ["", *_closures(calendar, year)]
    return "\n".join(lines)


def _grid(calendar: CourtCalendar, year: int, number: int) -> list[str]:
    first, length = monthrange(year, number)
    cells = ["   "] * first
    for day in range(1, length + 1):
        why = calendar.why_closed(date(year, number, day))
        star = "*" if why is not None and why.kind != WEEKEND else " "
        if calendar.opening_on(date(year, number, day)) is not None:
            star = "+"
        cells.append(f"{day:>2}{star}")
    weeks = [cells[start : start + 7] for start in range(0, len(cells), 7)]
    title = f"{date(year, number, 1):%B}".center(len(_HEAD)).rstrip()
    return [title, _HEAD, *("".join(week) for week in weeks)]


def _closures(calendar: CourtCalendar, year: int) -> list[str]:
    start, stop = date(year, 1, 1), date(year, 12, 31)
    names = weekends_said(calendar, start, stop, joined=" and ")
    weekend = f", and so is every {names}" if names else ""
    found = []
    days = range(start.toordinal(), stop.toordinal() + 1)
    for day in map(date.fromordinal, days):
        why = calendar.why_closed(day)
        if why is not None and why.kind != WEEKEND:
            said = f"{day:%a %d %b}  {why.name} ({why.kind}; {why.authority})"
            found.append(paragraphs(said, hanging=_HANGING))
        opening = calendar.opening_on(day)
        if opening is not None:
            said = f"{day:%a %d %b}  open: {opening.name} ({opening.authority})"
            found.append(paragraphs(said, hanging=_HANGING))
    opened = any(calendar.opening_on(day) for day in map(date.fromordinal, days))
    plus = "; one with a plus would be, and is open" if opened else ""
    gaps = calendar.definition.untabled()
    year_of = list(map(date.fromordinal, days))
    lacks = dict.fromkeys(g.text for g in gaps if any(map(g.can_hold, year_of)))
    found += map(paragraphs, lacks)
    return [paragraphs(f"A day with a star is closed{weekend}{plus}."), *found]
