"""How well NoticeReader reads real notices: precision and recall, field by field.

python tools/measure_notices.py FOLDER

FOLDER is `tests/examples/pacer/nef` of a copy of github.com/freelawproject/juriscraper:
notices as they were sent, each with what is expected of it as JSON. Half of them, by a
digest of the name of the file, were looked at when the rules were written; the other
half is held out.
"""

from __future__ import annotations

import email
import email.policy
import json
import re
import sys
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from legalcase.interop import read_notice

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINES: Final = frozenset(
    (
        *("br", "center", "div", "h1", "h2", "h3", "h4"),
        *("hr", "li", "p", "table", "title", "tr", "ul"),
    )
)
_CELLS: Final = frozenset({"td", "th"})
_UNSEEN: Final = frozenset({"script", "style"})


class _Text(HTMLParser):
    """Makes lines of what a reader of HTML sees."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self.unseen += tag in _UNSEEN
        self.parts.append("\n" if tag in _LINES else " " if tag in _CELLS else "")

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN and self.unseen:
            self.unseen -= 1
        if tag in _LINES - {"br", "hr"}:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.unseen:
            self.parts.append(re.sub(r"\s+", " ", data))


def text_of(path: Path) -> str:
    """Return the plain text of a notice: a page of HTML, or a mail."""
    data = path.read_bytes()
    if path.suffix == ".html":
        return _of_html(data.decode("utf-8", "replace"))
    message = email.message_from_bytes(data, policy=email.policy.default)
    body = message.get_body(preferencelist=("html", "plain"))
    if body is None:
        return data.decode("utf-8", "replace")
    content = str(body.get_content())
    is_html = body.get_content_subtype() == "html" or "<html" in content.lower()
    return _of_html(content) if is_html else content


def _of_html(page: str) -> str:
    reader = _Text()
    reader.feed(page)
    reader.close()
    text = re.sub(r"[ \xa0]+", " ", "".join(reader.parts))
    return re.sub(r" ?\n[ \n]*", "\n", text).strip()


def expected_of(path: Path) -> Iterator[tuple[str, str, str | None]]:
    """Yield number of the case, day and number of the entry, as is expected."""
    said = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    for docket in said.get("dockets") or []:
        for entry in docket["docket_entries"]:
            yield docket["docket_number"], entry["date_filed"], entry["document_number"]


def is_held_out(path: Path) -> bool:
    """Tell whether nobody looked at a notice when the rules were written."""
    return sha256(path.name.encode()).digest()[0] % 2 == 1


def main(folder: Path) -> None:
    """Print what was read, and what was right."""
    paths = [*folder.glob("s3/*.txt"), *folder.glob("*.html")]
    for held_out in (False, True):
        right = given = wanted = 0
        notices: set[tuple[Any, ...]] = set()
        for path in sorted(paths):
            if is_held_out(path) != held_out:
                continue
            found = {
                (one.number, str(one.filed_on), one.document_number)
                for one in read_notice(text_of(path))
            }
            expected = set(expected_of(path))
            notices.add(tuple(sorted(expected, key=str)))
            right += len(found & expected)
            given += len(found)
            wanted += len(expected)
        name = "held out" if held_out else "looked at"
        print(
            f"{name}: {len(notices - {()})} different notices with entries; "
            f"precision {right} of {given}, recall {right} of {wanted}"
        )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
