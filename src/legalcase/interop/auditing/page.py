"""How an audit looks: the worst first, each verdict with its colour."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from legalcase.counting.argument.explain import say_day
from legalcase.interop.auditing.judging import AUDIT_VERDICTS, Compared, say_ours
from legalcase.markup import escape, one_line

if TYPE_CHECKING:
    from legalcase.interop.auditing.result import Audit, AuditRow

__all__ = ["audit_html", "cells_of", "remarks_of"]

_CELL: Final = (
    "text-align:left;vertical-align:top;padding:4px 10px;border-bottom:1px solid #8883"
)
#: Readable on white and on black alike.
_COLOURS: Final = {"critical": "#c62828", "warning": "#b26a00", "advice": "#777"}
_FINE: Final = "#2e7d32"
_DAY: Final = re.compile(r"(?:\w{3} )?\d{4}-\d{2}-\d{2}")
_NONE: Final = "-"


def cells_of(one: AuditRow) -> tuple[str, ...]:
    """Return the cells of a row as text."""
    return (
        one.verdict,
        one.case_id,
        _NONE if one.theirs is None else say_day(one.theirs),
        " or ".join(dict.fromkeys(say_ours(each) for each in one.of)) or _NONE,
        _what(one),
    )


def _what(one: AuditRow) -> str:
    row = "" if one.row is None else f"row {one.row}"
    title = f"“{one.title}”" if one.title else ""
    said = [" ".join(part for part in (row, title) if part)]
    said += (_named(each) for each in one.of)
    said += (one.text, one.how and f"Known by: {one.how}")
    return ". ".join(part.rstrip(".") for part in said if part)


def _named(one: Compared) -> str:
    name = one.title or one.name
    cite = f" ({one.cite})" if one.cite else ""
    whom = f", {', '.join(one.owed_by)}" if one.owed_by else ""
    whom = f", which of {', '.join(one.which)}?" if one.which else whom
    because = f": {'; '.join(one.because)}" if one.because else ""
    return f"{name}{cite}{whom}{because}"


def remarks_of(audit: Audit) -> tuple[str, ...]:
    """Return what was not compared, by reason, and what the law cannot say."""
    theirs: dict[str, list[str]] = {}
    for one in audit.not_compared:
        if one.row is not None:
            theirs.setdefault(one.why, []).append(str(one.row))
    ours = Counter(one.why for one in audit.not_compared if one.row is None)
    said = [
        f"Not compared, {'row' if len(rows) == 1 else 'rows'} {', '.join(rows)}: {why}."
        for why, rows in theirs.items()
    ]
    said += [f"Not looked for, {n} of ours: {why}." for why, n in ours.items()]
    if audit.columns_not_read:
        said.append(f"Columns not read: {', '.join(audit.columns_not_read)}.")
    said += [f"{case_id}: {text}" for case_id, text in audit.notices]
    return tuple(map(one_line, said))


def audit_html(audit: Audit) -> str:
    """Return an audit as HTML that needs no style sheet."""
    heads = "".join(
        f'<th scope="col" style="{_CELL};color:#888;font-weight:500">{word}</th>'
        for word in ("Verdict", "Case", "Theirs", "Ours", "What, and because of what")
    )
    remarks = "".join(f"<li>{escape(one)}</li>" for one in remarks_of(audit))
    return "".join(
        (
            (
                '<div style="overflow-x:auto"><table style="border-collapse:collapse;'
                'font-family:system-ui,sans-serif;font-size:13px">'
                '<caption style="text-align:left;font-weight:600;padding:4px 10px;'
                f'font-size:15px">{escape(audit.title)}</caption>'
                f"<thead><tr>{heads}</tr></thead><tbody>"
            ),
            *map(_row, audit.rows),
            "</tbody></table></div>",
            '<ul style="font-family:system-ui,sans-serif;font-size:12px;color:#888">'
            f"{remarks}</ul>"
            if remarks
            else "",
        )
    )


def _days_whole(said: str) -> str:
    """Keep a date in one line, in what was escaped already."""
    return _DAY.sub(r'<span style="white-space:nowrap">\g<0></span>', said)


def _row(one: AuditRow) -> str:
    colour = _FINE if one.severity is None else _COLOURS[one.severity]
    whole = f"{_CELL};white-space:nowrap"
    verdict, _, theirs, ours, _ = cells_of(one)
    small = "".join(
        f'<br><small style="color:#888">{escape(said)}</small>'
        for said in (
            *(_named(each) for each in one.of),
            one.how and f"Known by: {one.how}",
        )
        if said
    )
    row = "" if one.row is None else f"row {one.row} "
    title = f"“{one.title}” " if one.title else ""
    return (
        f'<tr><td style="{whole};border-left:3px solid {colour};color:{colour};'
        f'font-weight:600" title="{escape(AUDIT_VERDICTS[verdict])}">'
        f"{escape(verdict.replace('-', ' '))}</td>"
        f'<td style="{_CELL};max-width:16em">{escape(one.called)}</td>'
        f'<td style="{whole}">{escape(theirs)}</td>'
        f'<td style="{_CELL}">{_days_whole(escape(ours))}</td>'
        f'<td style="{_CELL}">{escape(f"{row}{title}{one.text}")}{small}</td></tr>'
    )
