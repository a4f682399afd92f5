"""What is wrong, below a table: as text of 80 columns, and as HTML."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING

from legalcase.markup import Table, escape, one_line

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["html_with", "text_with"]


def text_with(table: Table, findings: Iterable[str]) -> str:
    """Return a table as text, and below it what is wrong, a line each."""
    found = (
        wrap(
            one_line(one),
            80,
            initial_indent="- ",
            subsequent_indent="  ",
            break_on_hyphens=False,
        )
        for one in findings
    )
    return "\n".join([table.text(), *("\n".join(lines) for lines in found)])


def html_with(table: Table, findings: Iterable[str]) -> str:
    """Return the same as HTML."""
    found = "".join(f"<li>{escape(one)}</li>" for one in findings)
    return table.html() + (f"<ul>{found}</ul>" if found else "")
