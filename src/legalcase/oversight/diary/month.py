"""DiaryMonth: a month of an agenda as a grid, with the days a court is closed."""

from __future__ import annotations

from calendar import Calendar
from datetime import date
from typing import TYPE_CHECKING, Final, Self

from attrs import frozen

from legalcase.calendars.closures import WEEKEND, Closure
from legalcase.calendars.month import MonthGrid
from legalcase.counting.argument.explain import say_day
from legalcase.markup import Table, escape
from legalcase.oversight.diary.entry import DiaryEntry
from legalcase.oversight.diary.page import cells_of, entry_html

if TYPE_CHECKING:
    from legalcase.calendars.court_calendar import CourtCalendar
    from legalcase.oversight.diary.agendas import Diary

__all__ = ["DiaryMonth"]

_DAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_CELL: Final = "padding:4px;vertical-align:top;border:1px solid #8884;height:3.2em"
_TABLE: Final = (
    "border-collapse:collapse;font-size:12px;table-layout:fixed;width:100%;"
    "min-width:46em;max-width:62em;overflow-wrap:anywhere;hyphens:auto;font-family:system-ui,sans-serif"
)
_TITLE: Final = "text-align:left;font-weight:600;font-size:15px"


@frozen
class DiaryMonth:
    """One month of an agenda: what is on its days, and when a court is closed.

    What is overdue, or has lapsed, stands on its day, too.
    """

    year: int
    month: int
    entries: tuple[DiaryEntry, ...]
    closures: tuple[Closure, ...] = ()

    @classmethod
    def of(
        cls, diary: Diary, year: int, month: int, calendar: CourtCalendar | None
    ) -> Self:
        """Return the month of an agenda; a grid refuses what is none."""
        if calendar is None:
            grid = MonthGrid.of("Agenda", year, month, lambda _: None)
        else:
            grid = calendar.month(year, month)
        found = [
            entry
            for entry in (*diary.overdue, *diary.lapsed, *diary.entries)
            if entry.day is not None
            and (entry.day.year, entry.day.month) == (year, month)
        ]
        return cls(year, month, tuple(found), grid.closures)

    @property
    def title(self) -> str:
        """The month."""
        return f"Agenda, {date(self.year, self.month, 1):%B %Y}"

    def _on(self, day: date) -> list[DiaryEntry]:
        return [entry for entry in self.entries if entry.day == day]

    def _weeks(self) -> list[list[date]]:
        return Calendar().monthdatescalendar(self.year, self.month)

    def __str__(self) -> str:
        """Return the grid as text: ``17*2`` for two entries; below, what they are.

        Days on which the court is closed are in brackets.
        """
        shut = {closure.on for closure in self.closures}
        lines = [self.title, "".join(f"{day:<7}" for day in _DAYS).rstrip()]
        for week in self._weeks():
            cells = []
            for day in week:
                if day.month != self.month:
                    cells.append(" " * 7)
                    continue
                count = len(self._on(day))
                text = f"{day.day}" + (f"*{count}" if count else "")
                cells.append(f"{f'[{text}]' if day in shut else text:<7}")
            lines.append("".join(cells).rstrip())
        if not self.entries:
            return "\n".join(lines)
        table = Table("", ("date", "case", "what", "id", "also"))
        for entry in self.entries:
            table.add(say_day(entry.day) if entry.day else "", *cells_of(entry))
        return "\n".join(lines) + "\n" + table.text()

    def _repr_html_(self) -> str:
        named = {closure.on: closure for closure in self.closures}
        parts = [
            f'<div style="overflow-x:auto"><table style="{_TABLE}">',
            f'<caption style="{_TITLE}">{escape(self.title)}</caption><thead><tr>',
            *(
                f'<th style="padding:4px;border:1px solid #8884">{day}</th>'
                for day in _DAYS
            ),
            "</tr></thead><tbody>",
        ]
        for week in self._weeks():
            parts.append("<tr>")
            parts += [
                f'<td style="{_CELL}"></td>'
                if day.month != self.month
                else self._day_html(day, named.get(day))
                for day in week
            ]
            parts.append("</tr>")
        parts.append("</tbody></table></div>")
        return "".join(parts)

    def _day_html(self, day: date, closure: Closure | None) -> str:
        shade = ";background:#8882" if closure is not None else ""
        number = f'<span style="font-weight:600">{day.day}</span>'
        if closure is not None and closure.kind != WEEKEND:
            number += f' <small style="color:#888">{escape(closure.name)}</small>'
        for entry in self._on(day):
            colour = "#c62828" if entry.critical else "#4472a8"
            hour = f"{entry.at:%H:%M} " if entry.sort == "hearing" and entry.at else ""
            number += (
                f'<div style="border-left:3px solid {colour};padding:1px 0 1px 5px;'
                f'margin-top:3px">{hour}{entry_html(entry)}'
                f'<br><small style="color:#888">{escape(entry.called)}</small></div>'
            )
        return f'<td style="{_CELL}{shade}">{number}</td>'
