"""LawPage: what is entered of a jurisdiction, in sections, as text and as HTML."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING, Final

from attrs import frozen

from legalcase.markup import Table, escape, one_line, page
from legalcase.plain_data import PlainData

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["LawPage", "PageSection", "PageTable"]

#: A table of more columns is told row by row where there are only 80 characters.
_FEW: Final = 3
_INDENT: Final = "  "
_LONGEST_NAME: Final = 16
_BODY: Final = (
    "font-family:system-ui,sans-serif;font-size:14px;max-width:110em;margin:1em"
)


@frozen(kw_only=True)
class PageTable(PlainData):
    """A table of a page; `changed` are the (row, column) that differ from the last.

    With `is_history`, text leaves out what has stayed as it was.
    """

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    changed: frozenset[tuple[int, int]] = frozenset()
    is_history: bool = False

    @classmethod
    def of(
        cls, caption: str, head: tuple[str, ...], rows: Iterable[tuple[str, ...]]
    ) -> PageTable:
        """Return a table without the columns in which nothing stands."""
        found = tuple(rows)
        kept = [
            place
            for place in range(len(head))
            if place == 0 or any(row[place] for row in found)
        ]
        return cls(
            caption=caption,
            head=tuple(head[place] for place in kept),
            rows=tuple(tuple(row[place] for place in kept) for row in found),
        )

    def text(self, width: int = 80) -> str:
        """Return the table as text of at most `width` columns."""
        if len(self.head) <= _FEW and not self.is_history:
            return self._table().text(width)
        lines = wrap(one_line(self.caption), width) if self.caption else []
        for number, row in enumerate(self.rows):
            lines += ["", *wrap(one_line(row[0]), width)]
            for column, (name, cell) in enumerate(
                zip(self.head[1:], row[1:], strict=True), start=1
            ):
                is_new = (number, column) in self.changed
                if cell and (is_new or column == 1 or not self.is_history):
                    lines += self._told(name, cell, width)
        return "\n".join(lines).lstrip("\n")

    def _told(self, name: str, cell: str, width: int) -> list[str]:
        """Return one cell below the head of its row, its name before it."""
        size = min(_LONGEST_NAME, max(map(len, self.head[1:])))
        start = f"{_INDENT}{one_line(name).ljust(size)}  "
        return wrap(
            one_line(cell),
            width,
            initial_indent=start,
            subsequent_indent=" " * len(start),
        )

    def html(self) -> str:
        """Return the table as HTML."""
        return f'<div style="margin:0 0 1em">{self._table().html()}</div>'

    def _table(self) -> Table:
        table = Table(self.caption, self.head)
        for number, row in enumerate(self.rows):
            cells = frozenset(c for r, c in self.changed if r == number)
            table.add(*row, changed=cells)
        return table


@frozen(kw_only=True)
class PageSection(PlainData):
    """A section: its title, on which level, and sentences and tables below it."""

    title: str
    level: int
    parts: tuple[str | PageTable, ...] = ()


@frozen(kw_only=True, repr=False)
class LawPage(PlainData):
    """What is entered of a jurisdiction, for whoever must judge it.

    `jurisdiction` is its id; `sections` have calendars, rules of computation with their
    versions, deadlines, disputes, and how each entry was verified.
    """

    jurisdiction: str
    title: str
    sections: tuple[PageSection, ...]

    def __repr__(self) -> str:
        """Return the jurisdiction, and how long the page is."""
        return f"<LawPage {self.jurisdiction!r}, {len(self.sections)} sections>"

    def __str__(self) -> str:
        """Return the page as text of 80 columns."""
        return self.text()

    def text(self, width: int = 80) -> str:
        """Return the page as text of at most `width` columns."""
        blocks = ["\n".join(wrap(one_line(self.title), width))]
        for section in self.sections:
            title = wrap(one_line(section.title), width)
            line = "=" if section.level == 1 else "-"
            blocks.append("\n".join([*title, line * max(map(len, title))]))
            for part in section.parts:
                if isinstance(part, str):
                    blocks.append("\n".join(wrap(one_line(part), width)))
                elif part.rows:
                    blocks.append(part.text(width))
        return "\n\n".join(block for block in blocks if block)

    def html(self) -> str:
        """Return a whole HTML page that needs no style sheet."""
        return page(self.title, self._repr_html_())

    def _repr_html_(self) -> str:
        parts = [f'<div style="{_BODY}">', f"<h1>{escape(self.title)}</h1>", "<ul>"]
        parts += [
            f'<li style="margin-left:{section.level - 1}em"><a href="#s{number}">'
            f"{escape(section.title)}</a></li>"
            for number, section in enumerate(self.sections)
        ]
        parts.append("</ul>")
        for number, section in enumerate(self.sections):
            tag = f"h{section.level + 1}"
            parts.append(f'<{tag} id="s{number}">{escape(section.title)}</{tag}>')
            for part in section.parts:
                if isinstance(part, str):
                    parts.append(f"<p>{escape(part)}</p>")
                elif part.rows:
                    parts.append(part.html())
        return "\n".join((*parts, "</div>"))
