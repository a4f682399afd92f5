"""MonthGrid: a month as a grid, closed days marked and named."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Self

from attrs import evolve, frozen

from legalcase.calendars.closures import WEEKEND, Closure
from legalcase.errors import InvalidTypeError, InvalidValueError
from legalcase.markup import Table, escape, one_line
from legalcase.shown import shown

if TYPE_CHECKING:
    from collections.abc import Callable

    from legalcase.calendars.court_calendar import CourtCalendar
    from legalcase.calendars.entries.openings import Opening

__all__ = ["MonthGrid", "calendar_html"]

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS_IN_YEAR = 12


@frozen
class MonthGrid:
    """One month of a calendar: its days, and the closures among them.

    >>> import legalcase as lc
    >>> print(lc.calendar("us").month(2026, 7))  # doctest: +ELLIPSIS
    Federal legal holidays, July 2026
    ...
    """

    name: str
    year: int
    month: int
    closures: tuple[Closure, ...]
    openings: tuple[Opening, ...] = ()
    lacks: tuple[str, ...] = ()

    @classmethod
    def of_calendar(cls, calendar: CourtCalendar, year: int, month: int) -> Self:
        """Build the grid of a calendar: also what it opens, and does not know."""
        grid = cls.of(calendar.name, year, month, calendar.why_closed)
        days = _days(year, month)
        opened = (calendar.opening_on(day) for day in days)
        gaps = calendar.definition.untabled()
        return evolve(
            grid,
            openings=tuple(one for one in opened if one is not None),
            lacks=tuple(
                dict.fromkeys(g.text for g in gaps if any(map(g.can_hold, days)))
            ),
        )

    @classmethod
    def of(
        cls,
        name: str,
        year: int,
        month: int,
        why_closed: Callable[[date], Closure | None],
    ) -> Self:
        """Build the grid by asking `why_closed` for every day of the month."""
        if type(year) is not int or type(month) is not int:
            msg = (
                f"A month is asked by two whole numbers, not by {shown(year)} and "
                f"{shown(month)}. Give 2026 and 7 for July 2026."
            )
            raise InvalidTypeError(msg, field="month", value=(year, month))
        if not 1 <= month <= _MONTHS_IN_YEAR:
            msg = (
                f"There is no month {shown(month)}. Give 1 for January to 12 for "
                "December."
            )
            raise InvalidValueError(msg, field="month", value=month)
        if not date.min.year <= year <= date.max.year:
            msg = (
                f"There is no year {shown(year)} in a calendar. Give one such as 2026."
            )
            raise InvalidValueError(msg, field="year", value=year)
        found = (why_closed(day) for day in _days(year, month))
        return cls(name, year, month, tuple(c for c in found if c is not None))

    @property
    def title(self) -> str:
        """The calendar's name and the month."""
        return f"{self.name}, {date(self.year, self.month, 1):%B %Y}"

    def _weeks(self) -> list[list[date | None]]:
        days = _days(self.year, self.month)
        cells: list[date | None] = [None] * days[0].weekday()
        cells += days
        cells += [None] * (-len(cells) % 7)
        return [cells[start : start + 7] for start in range(0, len(cells), 7)]

    def __str__(self) -> str:
        """Return the grid as text: closed days in brackets, their names below.

        Days that would be closed and are open have a plus.
        """
        shut = {closure.on for closure in self.closures}
        opened = {opening.on for opening in self.openings}
        lines = [one_line(self.title), "".join(f"{day:>5} " for day in _DAYS).rstrip()]
        for week in self._weeks():
            cells = []
            for day in week:
                if day is None:
                    cells.append("      ")
                elif day in shut:
                    cells.append(f" [{day.day:>2}] ")
                elif day in opened:
                    cells.append(f"  {day.day:>2}+ ")
                else:
                    cells.append(f"  {day.day:>2}  ")
            lines.append("".join(cells).rstrip())
        lines += (
            one_line(
                f"{closure.on:%a %d %b}  {closure.name} ({closure.kind}; "
                f"{closure.authority})"
            )
            for closure in self.closures
            if closure.kind != WEEKEND
        )
        lines += (
            one_line(f"{one.on:%a %d %b}  open: {one.name} ({one.authority})")
            for one in self.openings
        )
        lines += map(one_line, self.lacks)
        return "\n".join(lines)

    def _repr_html_(self) -> str:
        named = {closure.on: closure for closure in self.closures}
        opened = {opening.on: opening for opening in self.openings}
        cell = "padding:4px;vertical-align:top;border:1px solid #8884"
        parts = [
            '<table style="border-collapse:collapse;font-size:13px;table-layout:fixed;'  # noqa: ISC004 - one tag
            "width:100%;max-width:52em;overflow-wrap:anywhere;hyphens:auto;"
            'font-family:system-ui,sans-serif">',
            '<caption style="text-align:left;font-weight:600">',
            f"{escape(self.title)}</caption><thead><tr>",
            *(f'<th style="{cell}">{day}</th>' for day in _DAYS),
            "</tr></thead><tbody>",
        ]
        for week in self._weeks():
            parts.append("<tr>")
            for day in week:
                closure = named.get(day) if day else None
                shade = ";background:#8883" if closure else ""
                text = str(day.day) if day else ""
                if closure is not None and closure.kind != WEEKEND:
                    why = escape(closure.name)
                    title = escape(f"{closure.kind}; {closure.authority}")
                    text += f'<br><small title="{title}">{why}</small>'
                opening = opened.get(day) if day else None
                if opening is not None:
                    title = escape(str(opening.authority))
                    why = escape(f"open: {opening.name}")
                    text += f'<br><small title="{title}">{why}</small>'
                parts.append(f'<td style="{cell}{shade}">{text}</td>')
            parts.append("</tr>")
        parts.append("</tbody></table>")
        parts += (f"<p>{escape(text)}</p>" for text in self.lacks)
        return "".join(parts)


def _days(year: int, month: int) -> list[date]:
    first = date(year, month, 1)
    after = date(year + month // 12, month % 12 + 1, 1)
    return [date.fromordinal(o) for o in range(first.toordinal(), after.toordinal())]


def calendar_html(calendar: CourtCalendar) -> str:
    """Return what a calendar is as HTML."""
    table = Table(
        f"{calendar.name} ({calendar.id})",
        ("horizon", "edition", "closed by", "authority"),
    )
    table.add(
        f"{calendar.first} through {calendar.last}",
        calendar.edition,
        ", ".join(sorted(calendar.definition.closed_by)),
        calendar.definition.authority.cite,
    )
    return table.html()
