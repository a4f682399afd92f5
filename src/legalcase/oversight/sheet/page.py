"""How a control sheet looks: as text to print and sign, and as HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from legalcase.counting.argument.explain import say_day
from legalcase.markup import Table, escape

if TYPE_CHECKING:
    from datetime import date

    from legalcase.oversight.sheet.lines import SheetEntry
    from legalcase.oversight.sheet.sheets import ControlSheet

__all__ = ["sheet_html", "sheet_text"]

_HEAD: Final = ("line", "what", "date", "by", "also")
_OPEN_HEAD: Final = ("date", "case", "deadline", "state", "set by")
_CLOCK_HEAD: Final = ("date", "case", "clock", "state", "also")
_PRINT: Final = (
    "Check each entry against the document on which it rests, on paper: a check on "
    "the screen alone is not enough"
)
_SIGN: Final = "Checked by: ______________________   on: ______________"


def _date(entry: SheetEntry) -> str:
    if entry.was == entry.now:
        return _day(entry.now)
    if entry.was is None:
        return _day(entry.now)
    if entry.state is None:
        return f"{_day(entry.was)} -> gone"
    return f"{_day(entry.was)} -> {_day(entry.now)}"


def _day(day: date | None) -> str:
    return "no date" if day is None else say_day(day)


def _also(entry: SheetEntry, on: date) -> str:
    said = ["critical"] if entry.critical else []
    if entry.person is not None:
        said.append(f"{entry.what} by {entry.person}")
    if entry.on_behalf_of is not None:
        said.append(f"for {entry.on_behalf_of}")
    if entry.happened_on not in (None, on):
        said.append(f"happened {entry.happened_on}")
    if entry.successor_id is not None:
        said.append(f"now {entry.successor_id}")
    if entry.because:
        said.append(f"because of {', '.join(entry.because)}")
    if entry.ground is not None:
        said.append(entry.ground)
    if entry.wrong:
        noun = "line" if len(entry.wrong) == 1 else "lines"
        said.append(f"CORRECTED by {noun} {', '.join(map(str, entry.wrong))}")
    return "; ".join(said)


def _what(entry: SheetEntry) -> str:
    title = "" if entry.title is None else f": {entry.title}"
    return f"{entry.deadline_id}{title}"


def _table(caption: str, entries: tuple[SheetEntry, ...], on: date) -> Table:
    table = Table(caption, _HEAD)
    for entry in entries:
        table.add(
            f"{entry.recorded_at:%H:%M} {entry.case_id} {entry.number}",
            f"{entry.what} {_what(entry)}",
            _date(entry),
            entry.by,
            _also(entry, on),
            mark="strong" if entry.wrong else "",
        )
    return table


def _unconfirmed(sheet: ControlSheet) -> Table:
    table = Table("Critical and unconfirmed when the day was over", _OPEN_HEAD)
    for entry in sheet.unconfirmed:
        table.add(
            _day(entry.now),
            f"{entry.called} ({entry.case_id})",
            _what(entry),
            (entry.state or "").replace("-", " "),
            f"{entry.by}, line {entry.number}",
            mark="strong",
        )
    return table


def _clocks(sheet: ControlSheet) -> Table:
    table = Table("Statutory clocks that ran when the day was over", _CLOCK_HEAD)
    for clock in sheet.clocks:
        title = "" if clock.title is None else f": {clock.title}"
        earliest = "not before " if clock.bound == "not-earlier-than" else ""
        table.add(
            f"{earliest}{_day(clock.now)}",
            f"{clock.called} ({clock.case_id})",
            f"{clock.clock_id}{title}",
            clock.state.replace("-", " "),
            clock.remarks,
            mark="strong",
        )
    return table


def _tables(sheet: ControlSheet) -> list[Table]:
    found = []
    if sheet.entries:
        found.append(_table("Recorded", sheet.entries, sheet.on))
    if sheet.effects:
        found.append(
            _table("What that did to other deadlines", sheet.effects, sheet.on)
        )
    if sheet.unconfirmed:
        found.append(_unconfirmed(sheet))
    if sheet.clocks:
        found.append(_clocks(sheet))
    return found


def _empty(sheet: ControlSheet) -> list[str]:
    said = []
    if not sheet.entries:
        said.append("Nothing was recorded about a deadline.")
    if not sheet.unconfirmed:
        said.append("No critical deadline was unconfirmed when the day was over.")
    return said


def sheet_text(sheet: ControlSheet) -> str:
    """Return the sheet as text."""
    from textwrap import wrap

    parts = ["\n".join(wrap(sheet.title, 80))]
    parts += [table.text() for table in _tables(sheet)]
    parts += _empty(sheet)
    parts.append("\n".join([*wrap(f"{_PRINT} ({sheet.authority}).", 80), "", _SIGN]))
    return "\n\n".join(parts)


def sheet_html(sheet: ControlSheet) -> str:
    """Return the sheet as HTML that needs no style sheet."""
    note = "font-family:system-ui,sans-serif;font-size:13px;margin:10px 8px"
    title = f"{note};font-size:15px;font-weight:600"
    parts = [f'<div style="{title}">{escape(sheet.title)}</div>']
    for table in _tables(sheet):
        parts += [table.html(), '<div style="height:12px"></div>']
    parts += [f'<div style="{note}">{escape(text)}</div>' for text in _empty(sheet)]
    parts.append(
        f'<div style="{note};color:#888">{escape(_PRINT)} '
        f"({escape(str(sheet.authority))}).</div>"
        f'<div style="{note};margin-top:24px">{escape(_SIGN)}</div>'
    )
    return "".join(parts)
