"""How a check for conflicts looks: as text, and as HTML without a style sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legalcase.conflicts.rules import rule_of
from legalcase.markup import Table, escape

if TYPE_CHECKING:
    from legalcase.conflicts.finding.found import ConflictMatch
    from legalcase.conflicts.finding.outcome import ConflictCheck

__all__ = ["check_html", "check_table", "check_text"]


def _rules(match: ConflictMatch) -> str:
    rules = match.if_same or match.rules
    said = "; ".join(
        f"{rule_of(code).name} ({rule_of(code).authority})" for code in rules
    )
    if match.evidence.is_certain:
        return said or "listed; no rule of the table"
    return f"same person? {said}".strip()


def check_table(check: ConflictCheck) -> Table:
    """Return the matches as a table."""
    table = Table("", ("matter", "found", "to us", "rule"))
    for one in check.matches:
        table.add(
            one.case_id or "none",
            f"{one.way}; {one.evidence}",
            ", ".join(one.standings),
            _rules(one),
            mark="strong" if one.rules else "",
        )
    return table


def _title(check: ConflictCheck) -> str:
    matter = "" if check.matter is None else f" for {check.matter}"
    return f"Check for conflicts{matter} on {check.as_of}"


def check_text(check: ConflictCheck) -> str:
    """Return it as text."""
    from textwrap import fill

    parts = [fill(_title(check), 80)]
    if check.matches:
        parts.append(check_table(check).text().lstrip("\n"))
    parts += [fill(one, 80) for one in check.said]
    return "\n\n".join(parts)


def check_html(check: ConflictCheck) -> str:
    """Return it as HTML."""
    note = "font-family:system-ui,sans-serif;font-size:13px;margin:10px 8px"
    title = f"{note};font-size:15px;font-weight:600"
    parts = [f'<div style="{title}">{escape(_title(check))}</div>']
    if check.matches:
        parts.append(check_table(check).html())
    parts += [f'<div style="{note}">{escape(one)}</div>' for one in check.said]
    return "".join(parts)
