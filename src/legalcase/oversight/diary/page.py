"""How an agenda of several cases looks: as text, and as HTML without a style sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from legalcase.counting.argument.explain import say_day
from legalcase.markup import Table, escape

if TYPE_CHECKING:
    from legalcase.oversight.diary.agendas import Diary
    from legalcase.oversight.diary.entry import DiaryEntry

__all__ = ["cells_of", "diary_html", "diary_text", "entry_html", "said_of"]

_HEAD: Final = ("date", "case", "what", "id", "also")
#: What is not said of most deadlines, since it is so of most.
_USUAL: Final = frozenset({"available", "confirmed", "open", "running", "set"})

_FONT: Final = "font-family:system-ui,sans-serif;font-size:13px"
_CELL: Final = (
    "text-align:left;vertical-align:top;padding:4px 10px;border-bottom:1px solid #8883"
)
_DAY: Final = (
    "text-align:left;padding:10px 10px 4px;font-weight:600;"
    "border-bottom:1px solid #8888"
)
#: Readable on white and on black alike.
_ALARM: Final = "color:#c62828"
_FAINT: Final = "color:#888"
_TITLE: Final = "text-align:left;font-weight:600;padding:4px 10px;font-size:15px"
_PILL: Final = (
    "display:inline-block;padding:0 6px;border-radius:8px;font-size:11px;"
    "white-space:nowrap;"
)


def said_of(entry: DiaryEntry) -> str:
    """Say state, hour and remarks of an entry."""
    said = [entry.sort] if entry.sort in ("clock", "task") else []
    said += [] if entry.state in _USUAL else [entry.state.replace("-", " ")]
    if entry.critical:
        said.insert(0, "critical")
    if entry.at is not None:
        hour = f"{entry.at:%H:%M}"
        said.append(f"at {hour}" if entry.sort == "hearing" else f"until {hour}")
    if entry.bound == "not-earlier-than":
        said.append("not before that day")
    if entry.owner is not None:
        said.append(f"owner {entry.owner}")
    if entry.remarks:
        said.append(entry.remarks)
    return "; ".join(said)


def cells_of(entry: DiaryEntry) -> tuple[str, ...]:
    """Return case, what, id and the rest."""
    item = "" if entry.item_id is None else entry.item_id
    name = f"{entry.case_id}/{item}" if item else entry.case_id
    return (entry.called, entry.what, name, said_of(entry))


def diary_text(diary: Diary) -> str:
    """Return an agenda as text: each day once, its entries below one another."""
    table = Table(diary.title, _HEAD)
    for group, heading, entries in diary.groups():
        for place, entry in enumerate(entries):
            day = heading if group == "day" and place == 0 else ""
            *cells, also = cells_of(entry)
            if group == "overdue" and entry.day is not None:
                day, also = say_day(entry.day), f"OVERDUE; {also}".rstrip("; ")
            elif group == "lapsed" and entry.day is not None:
                day, also = say_day(entry.day), f"lapsed; {also}".rstrip("; ")
            elif group == "undated":
                day = "no date"
            table.add(day, *cells, also)
    if not table.rows:
        return f"{table.caption}\nNothing is open on these days."
    return table.text()


def diary_html(diary: Diary) -> str:
    """Return an agenda as HTML: a row with its heading before each group."""
    parts = [
        '<div style="overflow-x:auto">',
        f'<table style="border-collapse:collapse;{_FONT}">',
        f'<caption style="{_TITLE}">{escape(diary.title)}</caption><tbody>',
    ]
    for group, heading, entries in diary.groups():
        alarm = f";{_ALARM}" if group == "overdue" else ""
        count = f' <span style="{_FAINT};font-weight:400">{len(entries)}</span>'
        parts.append(
            f'<tr><th colspan="4" scope="rowgroup" style="{_DAY}{alarm}">'
            f"{escape(heading)}{count}</th></tr>"
        )
        is_late = group in {"overdue", "lapsed"}
        parts += [_row(entry, is_late=is_late) for entry in entries]
    if not diary.groups():
        parts.append(
            f'<tr><td style="{_CELL};{_FAINT}">Nothing is open on these days.</td></tr>'
        )
    parts.append("</tbody></table></div>")
    return "".join(parts)


def _row(entry: DiaryEntry, *, is_late: bool) -> str:
    when = str(entry.day) if is_late else ""
    if entry.at is not None:
        hour = (
            f"{entry.at:%H:%M}" if entry.sort == "hearing" else f"by {entry.at:%H:%M}"
        )
        when = f"{when} {hour}".strip()
    name = entry.item_id
    under = f'<br><small style="{_FAINT}">{escape(name)}</small>' if name else ""
    also = [] if entry.owner is None else [f"owner {entry.owner}"]
    if entry.bound == "not-earlier-than":
        also.append("not before that day")
    if entry.remarks:
        also.append(entry.remarks)
    case = entry.called
    of = (
        ""
        if case == entry.case_id
        else f'<br><small style="{_FAINT}">{escape(entry.case_id)}</small>'
    )
    return (
        f'<tr><td style="{_CELL};white-space:nowrap">{escape(when)}</td>'
        f'<td style="{_CELL}">{escape(case)}{of}</td>'
        f'<td style="{_CELL}">{entry_html(entry)}{under}</td>'
        f'<td style="{_CELL}">{_pills(entry)}{escape("; ".join(also))}</td></tr>'
    )


def entry_html(entry: DiaryEntry) -> str:
    """Return what is to be done as HTML: what is critical stands out."""
    weight = "font-weight:600" if entry.critical else ""
    slant = "font-style:italic" if entry.sort == "hearing" else ""
    style = ";".join(part for part in (weight, slant) if part)
    text = escape(entry.what)
    return f'<span style="{style}">{text}</span>' if style else text


def _pills(entry: DiaryEntry) -> str:
    words = ["critical"] if entry.critical else []
    if entry.sort != "deadline":
        words.append(entry.sort)
    if entry.state not in _USUAL:
        words.append(entry.state.replace("-", " "))
    return "".join(
        f'<span style="{_PILL}background:'
        f'{"#c6282822;" + _ALARM if word == "critical" else "#8882"}">'
        f"{escape(word)}</span> "
        for word in words
    )
