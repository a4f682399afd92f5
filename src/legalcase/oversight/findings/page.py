"""How findings look as HTML: each severity with its colour, each case by its id."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from legalcase.markup import escape

if TYPE_CHECKING:
    from legalcase.oversight.findings.check import CaseFinding
    from legalcase.oversight.findings.look import Findings

__all__ = ["findings_html"]

_CELL: Final = (
    "text-align:left;vertical-align:top;padding:4px 10px;border-bottom:1px solid #8883"
)
#: Readable on white and on black alike.
_COLOURS: Final = {"critical": "#c62828", "warning": "#b26a00", "advice": "#777"}


def findings_html(findings: Findings, note: str) -> str:
    """Return findings as HTML that needs no style sheet."""
    parts = [
        (
            '<div style="overflow-x:auto"><table style="border-collapse:collapse;'
            'font-family:system-ui,sans-serif;font-size:13px">'
            '<caption style="text-align:left;font-weight:600;padding:4px 10px;'
            f'font-size:15px">{escape(findings.title)}</caption><tbody>'
        ),
        *(_row(one) for one in findings.findings),
        "</tbody></table></div>",
    ]
    if note:
        parts.append(
            '<div style="font-family:system-ui,sans-serif;font-size:12px;color:#888;'
            f'padding:4px 10px">{escape(note)}</div>'
        )
    return "".join(parts)


def _row(one: CaseFinding) -> str:
    colour = _COLOURS[one.severity]
    rule = ""
    if one.authority is not None:
        how = escape(
            f"verified: {one.authority.verified}; {one.authority.source or ''}"
        )
        rule = f'<span title="{how}">{escape(str(one.authority))}</span>'
    people = () if one.person is None else (one.person,)
    evidence = escape(", ".join((*people, *one.evidence)))
    return (
        f'<tr><td style="{_CELL};border-left:3px solid {colour};color:{colour};'
        f'white-space:nowrap">{escape(one.severity)}</td>'
        f'<td style="{_CELL};white-space:nowrap">{escape(one.case_id)}</td>'
        f'<td style="{_CELL};white-space:nowrap"><code>{escape(one.code)}</code></td>'
        f'<td style="{_CELL}">{escape(one.text)}'
        f'<br><small style="color:#888">{evidence}</small></td>'
        f'<td style="{_CELL};color:#888">{rule}</td></tr>'
    )
