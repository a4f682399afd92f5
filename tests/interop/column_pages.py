"""The columns of rows as the reference has them, written from their tables."""

from __future__ import annotations

from legalcase.ical import CALENDAR_COLUMNS
from legalcase.interop import AUDIT_COLUMNS, columns_of
from legalcase.interop.rows.columns import COLUMNS

__all__ = ["audit_table", "calendar_table", "column_tables"]


def column_tables() -> str:
    """A table for each sort of rows."""
    parts = []
    for what in COLUMNS:
        lines = [
            f"### `{what}`",
            "",
            "| column | in it | read | meaning |",
            "|---|---|---|---|",
        ]
        for one in columns_of(what):
            read = "no"
            if one.is_fact:
                read = "always" if one.is_required else "yes"
            meaning = one.meaning
            if one.choices:
                meaning += ": " + ", ".join(f"`{word}`" for word in one.choices)
            lines.append(f"| `{one.name}` | {one.sort} | {read} | {meaning} |")
        parts.append("\n".join(lines))
    return "\n\n".join(parts)


def calendar_table() -> str:
    """The columns of a calendar."""
    rows = [f"| `{name}` | {meaning} |" for name, meaning in CALENDAR_COLUMNS.items()]
    return "\n".join(["| column | meaning |", "|---|---|", *rows])


def audit_table() -> str:
    """The columns that an audit reads."""
    rows = [
        f"| `{one.name}` | {one.sort} | {one.meaning} |"
        for one in AUDIT_COLUMNS.values()
    ]
    return "\n".join(["| column | in it | meaning |", "|---|---|---|", *rows])
