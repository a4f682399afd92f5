"""Small builders of text and HTML: each class renders itself with these."""

from __future__ import annotations

import re
from html import escape
from textwrap import wrap
from typing import Final

__all__ = ["Table", "escape", "escape_markdown", "page"]

_STYLE: Final = (
    "border-collapse:collapse;font-family:system-ui,sans-serif;font-size:13px"
)
_CELL: Final = (
    "text-align:left;vertical-align:top;padding:3px 8px;border-bottom:1px solid #8884"
)

_WHOLE: Final = ";white-space:nowrap"
_DATE: Final = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")
#: How long the head of a row can be to stay in one line.
_LONGEST_WHOLE: Final = 24
#: Where a table is wider than its page, it is moved, and the page stays as it is.
_SCROLLED: Final = '<div style="overflow-x:auto">'


class Table:
    """A table with a caption, rendered as text or as HTML.

    Cells are plain text; a cell's own markup is escaped.
    """

    __slots__ = ("caption", "head", "links", "marks", "rows")

    def __init__(self, caption: str, head: tuple[str, ...]) -> None:
        self.caption = caption
        self.head = head
        self.rows: list[tuple[str, ...]] = []
        self.marks: dict[int, str] = {}
        self.links: dict[int, str] = {}

    def add(self, *cells: str, mark: str = "", link: str = "") -> None:
        """Add a row; `mark` is ``""`` or ``"strong"``, `link` where its head leads."""
        if mark:
            self.marks[len(self.rows)] = mark
        if link:
            self.links[len(self.rows)] = link
        self.rows.append(cells)

    def html(self) -> str:
        """Return the table as HTML that needs no style sheet."""
        parts = [f'{_SCROLLED}<table style="{_STYLE}">']
        if self.caption:
            parts.append(
                '<caption style="text-align:left;font-weight:600;padding:3px 8px">'
                f"{escape(self.caption)}</caption>"
            )
        heads = "".join(
            f'<th style="{_CELL}">{escape(cell)}</th>' for cell in self.head
        )
        parts.append(f"<thead><tr>{heads}</tr></thead><tbody>")
        for index, row in enumerate(self.rows):
            weight = ";font-weight:600" if index in self.marks else ""
            # A date or an id at the head of a row is not broken; a sentence is.
            is_whole = len(row[0]) <= _LONGEST_WHOLE
            head = _CELL + weight + (_WHOLE if is_whole else "")
            first = escape(row[0]) if is_whole else _shown(row[0])
            cells = f'<td style="{head}">{self._linked(index, first)}</td>' + "".join(
                f'<td style="{_CELL}{weight}">{_shown(cell)}</td>' for cell in row[1:]
            )
            parts.append(f"<tr>{cells}</tr>")
        parts.append("</tbody></table></div>")
        return "".join(parts)

    def _linked(self, index: int, said: str) -> str:
        link = self.links.get(index)
        return said if link is None else f'<a href="{escape(link)}">{said}</a>'

    def text(self, width: int = 80) -> str:
        """Return the table as text of at most `width` columns, long cells wrapped."""
        if not self.rows:
            return self.caption
        columns = len(self.head)
        widths = [
            max(len(row[index]) for row in (self.head, *self.rows))
            for index in range(columns)
        ]
        spare = width - 2 * (columns - 1)
        # An id in the first column is there to be copied: it is broken last.
        ids = (len(row[0]) for row in self.rows if " " not in row[0])
        floors = [min(max(ids, default=0), spare // 2)] + [_NARROWEST] * (columns - 1)
        # The widest column gives way until the table fits.
        while sum(widths) > spare and max(widths) > _NARROWEST:
            able = [
                size if size > floor else 0
                for size, floor in zip(widths, floors, strict=True)
            ]
            sizes = able if any(able) else widths
            widths[sizes.index(max(sizes))] -= 1
        lines = wrap(self.caption, width)
        for row in (self.head, *self.rows):
            cells = [
                wrap(cell, size) or [""] for cell, size in zip(row, widths, strict=True)
            ]
            for number in range(max(map(len, cells))):
                line = "  ".join(
                    (cell[number] if number < len(cell) else "").ljust(size)
                    for cell, size in zip(cells, widths, strict=True)
                )
                lines.append(line.rstrip())
        return "\n".join(lines)


_NARROWEST: Final = 8


def _shown(cell: str) -> str:
    """Return a cell's text as HTML, in which no date is broken at its hyphens."""
    return _DATE.sub(r'<span style="white-space:nowrap">\g<0></span>', escape(cell))


def page(title: str, *parts: str) -> str:
    """Return a whole HTML page with those parts in it."""
    body = "\n".join(parts)
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        '<meta name="color-scheme" content="light dark">'
        f"<title>{escape(title)}</title></head><body>{body}</body></html>"
    )


def escape_markdown(text: str) -> str:
    """Return `text` with the characters escaped that Markdown would read."""
    return "".join(f"\\{c}" if c in "\\`*_[]<>|#" else c for c in text)
