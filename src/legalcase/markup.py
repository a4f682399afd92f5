"""Small builders of text and HTML: each class renders itself with these.

What comes from a case or from a file of the law goes through one of `one_line`,
`escape` and `escape_markdown` on its way to a reader: a caption can then neither steer
a terminal, nor turn the line around, nor end a cell, a table or a page.
"""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import Final

__all__ = [
    "Table",
    "escape",
    "escape_markdown",
    "lines_of",
    "one_line",
    "page",
    "wrapped",
]

#: What a reader does not see but a machine obeys: controls (with ESC and BEL), what
#: turns the direction of writing around, invisible characters, half surrogates, tags.
#: Marks and joiners that scripts need (200C to 200F, 061C) are left alone.
_UNSEEN: Final = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u200b\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
_BREAK: Final = re.compile("[\t\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_TWO_DIGITS: Final = 0x100
_FOUR_DIGITS: Final = 0x10000


def one_line(text: str) -> str:
    """Return `text` as one line of what can be seen; of the rest, the code in hex."""
    if text.isprintable():
        return text
    return _UNSEEN.sub(_name, _BREAK.sub(" ", text))


def lines_of(text: str) -> str:
    """Return `text` likewise, line by line; a line feed alone ends a line."""
    if text.isprintable():
        return text
    return "\n".join(map(one_line, text.split("\n")))


def _name(found: re.Match[str]) -> str:
    number = ord(found[0])
    if number < _TWO_DIGITS:
        return f"\\x{number:02x}"
    return f"\\u{number:04x}" if number < _FOUR_DIGITS else f"\\U{number:08x}"


def escape(text: str) -> str:
    """Return `text` as HTML shows it, in one line."""
    from html import escape as escape_html

    return escape_html(one_line(text))


_STYLE: Final = (
    "border-collapse:collapse;font-family:system-ui,sans-serif;font-size:13px"
)
_CELL: Final = (
    "text-align:left;vertical-align:top;padding:3px 8px;border-bottom:1px solid #8884"
)

_WHOLE: Final = ";white-space:nowrap"
#: A cell that is not as the one before it: darker, in light and in dark.
_NEW: Final = ";background:#fc04;box-shadow:inset 3px 0 #c80"
#: A date, and the day of the week before it.
_DATE: Final = re.compile(r"\b(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) )?\d{4}-\d{2}-\d{2}\b")
#: How long the head of a row can be to stay in one line.
_LONGEST_WHOLE: Final = 24
#: Where a table is wider than its page, it is moved, and the page stays as it is.
_SCROLLED: Final = '<div style="overflow-x:auto">'


class Table:
    """A table with a caption, rendered as text or as HTML.

    Cells are plain text; a cell's own markup is escaped.
    """

    __slots__ = ("caption", "changed", "head", "links", "marks", "rows")

    def __init__(self, caption: str, head: tuple[str, ...]) -> None:
        self.caption = one_line(caption)
        self.head = tuple(map(one_line, head))
        self.rows: list[tuple[str, ...]] = []
        self.marks: dict[int, str] = {}
        self.links: dict[int, str] = {}
        self.changed: dict[int, frozenset[int]] = {}

    def add(
        self,
        *cells: str,
        mark: str = "",
        link: str = "",
        changed: frozenset[int] = frozenset(),
    ) -> None:
        """Add a row; `mark` is ``""`` or ``"strong"``, `link` where its head leads.

        HTML marks the cells that are `changed`, by their places.
        """
        if changed:
            self.changed[len(self.rows)] = changed
        if mark:
            self.marks[len(self.rows)] = mark
        if link:
            self.links[len(self.rows)] = link
        self.rows.append(tuple(map(one_line, cells)))

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
            new = self.changed.get(index, frozenset())
            cells = f'<td style="{head}">{self._linked(index, first)}</td>' + "".join(
                f'<td style="{_CELL}{weight}{_NEW if place in new else ""}">'
                f"{_shown(cell)}</td>"
                for place, cell in enumerate(row[1:], start=1)
            )
            parts.append(f"<tr>{cells}</tr>")
        parts.append("</tbody></table></div>")
        return "".join(parts)

    def _linked(self, index: int, said: str) -> str:
        link = self.links.get(index)
        return said if link is None else f'<a href="{escape(link)}">{said}</a>'

    def _longest_word(self, index: int) -> int:
        words = [word for row in (self.head, *self.rows) for word in row[index].split()]
        sizes = [size for size in map(len, words) if size <= _LONGEST_WORD]
        return max(_NARROWEST, *sizes, 0)

    def _floors(self, spare: int) -> list[int]:
        """Return how narrow each column can be without loss, if there is room for it.

        An id in the first column is there to be copied: it is broken last. In the
        others no word of prose is broken.
        """
        ids = (len(row[0]) for row in self.rows if " " not in row[0])
        floors = [max(min(max(ids, default=0), spare // 2), _NARROWEST)]
        floors += [self._longest_word(index) for index in range(1, len(self.head))]
        if sum(floors) > spare:
            floors[1:] = [_NARROWEST] * (len(floors) - 1)
        return floors

    def text(self, width: int = 80) -> str:
        """Return the table as text of at most `width` columns, long cells wrapped."""
        from textwrap import wrap

        if not self.rows:
            return self.caption
        columns = len(self.head)
        widths = [
            max(len(row[index]) for row in (self.head, *self.rows))
            for index in range(columns)
        ]
        spare = width - 2 * (columns - 1)
        if sum(widths) > spare:
            widths = _narrowed(widths, self._floors(spare), spare)
        fits = len(self.caption) <= width
        lines = (
            [self.caption][: len(self.caption)] if fits else wrap(self.caption, width)
        )
        for row in (self.head, *self.rows):
            if all(map(_fits, row, widths)):
                lines.append("  ".join(map(str.ljust, row, widths)).rstrip())
                continue
            cells = list(map(_wrapped, row, widths))
            for parts in zip_longest(*cells, fillvalue=""):
                line = "  ".join(map(str.ljust, parts, widths))
                lines.append(line.rstrip())
        return "\n".join(lines)


_NARROWEST: Final = 8
#: What is longer than that is no word of prose, and is broken where it has to be.
_LONGEST_WORD: Final = 16


#: Stands for the hyphen of an id while lines are broken: one that breaks no line.
_HELD: Final = "\u2011"
#: A hyphen at which a line can be broken: not that of a date or of a minus.
_MAY_BREAK: Final = re.compile(r"[^\W\d]-[^\W\d]|--")


def _narrowed(widths: list[int], floors: list[int], spare: int) -> list[int]:
    """Return widths that fit: the widest column gives way, one sign at a time.

    Those that are as wide as each other give way together, the first of them first.
    None goes below its floor while another is above its own.
    """
    over = sum(widths) - spare
    while over > 0 and max(widths) > _NARROWEST:
        able = [
            index
            for index, (size, floor) in enumerate(zip(widths, floors, strict=True))
            if size > floor
        ] or list(range(len(widths)))
        widest = max(widths[index] for index in able)
        most = [index for index in able if widths[index] == widest]
        # Down to the next narrower one, to a floor, or to the narrowest that there is.
        others = [widths[index] for index in able if widths[index] < widest]
        lowest = [floors[index] for index in most if floors[index] < widest]
        step = widest - max([*others, *lowest, _NARROWEST])
        if step * len(most) <= over:
            for index in most:
                widths[index] -= step
            over -= step * len(most)
            continue
        each, more = divmod(over, len(most))
        for place, index in enumerate(most):
            widths[index] -= each + (place < more)
        over = 0
    return widths


def _fits(cell: str, size: int) -> bool:
    return len(cell) <= size and "\t" not in cell


def _wrapped(cell: str, size: int) -> list[str]:
    """Return a cell's lines; an id (`us-tx/code`) that fits a line is not broken."""
    if _fits(cell, size):
        return [cell.rstrip()]
    if "-" not in cell or (_MAY_BREAK.search(cell) is None and "/" not in cell):
        # Most cells are words with one blank between them: they need no more than this.
        words = cell.split(" ")
        if all(words) and max(map(len, words)) <= size and cell.isprintable():
            return _filled(words, size)
    from textwrap import wrap

    if "/" not in cell or "-" not in cell or _HELD in cell:
        return wrap(cell, size) or [""]

    def held(word: re.Match[str]) -> str:
        is_id = "/" in word[0] and len(word[0]) <= size
        return word[0].replace("-", _HELD) if is_id else word[0]

    lines = wrap(re.sub(r"\S+", held, cell), size)
    return [line.replace(_HELD, "-") for line in lines] or [""]


def wrapped(text: str, width: int) -> list[str]:
    """Return `text` as lines of at most `width` columns, as `textwrap` breaks them.

    An id that fits a line is not broken, as in a table.
    """
    return _wrapped(text, width) if text.strip() else []


def _filled(words: list[str], size: int) -> list[str]:
    """Return lines with as many words as each holds."""
    lines = []
    line = words[0]
    for word in words[1:]:
        if len(line) + 1 + len(word) <= size:
            line += " " + word
        else:
            lines.append(line)
            line = word
    lines.append(line)
    return lines


def _shown(cell: str) -> str:
    """Return a cell's text as HTML, in which no date is broken."""
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


#: What begins a list, a heading or a rule where it begins a line.
_LEADING: Final = r"[-+=]|\d+(?=[.)])"
#: What readers of Markdown make a link of although nobody marked it as one.
_LINK: Final = r"\b(?:(?:https?|ftp|mailto|xmpp)(?=:)|www(?=\.))"
_MARKS: Final = frozenset("\\`*_[]<>|#~&$@")


def escape_markdown(text: str) -> str:
    """Return `text` in one line, with what Markdown would read escaped."""
    line = "".join(f"\\{c}" if c in _MARKS else c for c in one_line(text).strip())
    line = re.sub(_LINK, r"\g<0>\\", line, flags=re.IGNORECASE)
    leading = re.match(_LEADING, line)
    if leading is None:
        return line
    mark, rest = leading[0], line[leading.end() :]
    return f"{mark}\\{rest}" if mark.isdecimal() else f"\\{mark}{rest}"
