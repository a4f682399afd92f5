"""read_notice: what a notice of electronic filing says, field by field."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from legalcase.errors import InvalidTypeError
from legalcase.plain_data import PlainData

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["NoticeEntry", "number_of", "read_notice"]

_DATE: Final = r"(\d{1,2})/(\d{1,2})/(\d{4})"
#: The sentence with which each notice says what happened when.
_TRANSACTION: Final = re.compile(
    rf"The\s+following\s+transaction\s+was\s[^/]{{0,200}}?\son\s+{_DATE}"
    rf"[^/]{{0,40}}?\sfiled\s+on\s+{_DATE}"
)
_CASE: Final = re.compile(r"Case\s+Number:\s*(\S+)")
_DOCUMENT: Final = re.compile(r"Document\s+Number:\s*(\d{1,6})\b")
_FILER: Final = re.compile(r"Filer:[ \t]*\n?[ \t]*(?!WARNING|Document|Case)(\S[^\n]*)")
_TEXT: Final = re.compile(r"Docket\s+Text:\s*")
#: What follows the text of the entry.
_AFTER: Final = re.compile(
    r"\n\s*(?:\S+\s+Notice\s+(?:has\s+been|will\s+be|will\s+not)\s"
    r"|The\s+following\s+document\(s\)\s+are\s+associated|Case\s+Name:)"
)
_MAILED: Final = re.compile(
    r"Notice\s+(?:has\s+been|will\s+be)\s+electronically\s+mailed\s+to:"
)
_NOT_MAILED: Final = re.compile(
    r"\n\s*(?:\S+\s+Notice\s+(?:has|will)\s|The\s+following\s+document\(s\))"
)
_ADDRESS: Final = re.compile(r"[\w.+'&-]+@[\w-]+(?:\.[\w-]+)+")
_NUMBER: Final = re.compile(r"(?:\d{1,2}[:-])?\d{2}-(?:[a-z]{2,4}-)?\d{4,6}")
_TAG: Final = re.compile(r"</?[a-z]{1,3}>")


@frozen(kw_only=True)
class NoticeEntry(PlainData):
    """An entry of a docket as a notice of electronic filing has it.

    `number` is that of the case without what follows it (``"3:21-cv-00437"``),
    `document_number` that of the entry, ``None`` where it has none. `start` and `end`
    are where all of it stands in the text. `mailed_to` are the addresses to which the
    notice says that it was sent: that is no finding that anybody was served.
    """

    number: str
    document_number: str | None
    filed_on: date
    entered_on: date
    docket_text: str = field(repr=False)
    is_filed_by_somebody: bool
    mailed_to: tuple[str, ...] = field(default=(), repr=False)
    start: int
    end: int


def number_of(text: str) -> str | None:
    """Return the number of a case without office of a judge and the like, or ``None``.

    >>> number_of("3:21-cv-00437-ECM-SRW"), number_of("24-03015"), number_of("none")
    ('3:21-cv-00437', '24-03015', None)
    """
    found = _NUMBER.match(text)
    return None if found is None else found[0]


def read_notice(text: str) -> tuple[NoticeEntry, ...]:
    """Return the entries of which notices in a text tell, one for each case.

    It is the plain text of a Notice of Electronic Filing of a federal court: of one,
    or of several, also of one that was passed on. What does not have the form is no
    notice, and gives nothing. Raises `InvalidTypeError` for what is no text.
    """
    given: object = text
    if not isinstance(given, str):
        msg = f"text needs a str, not {type(text).__name__}. Pass the notice's text."
        raise InvalidTypeError(msg, field="text", value=None)
    found = [*_TRANSACTION.finditer(text)]
    ends = [*(one.start() for one in found), len(text)][1:]
    return tuple(
        entry
        for one, end in zip(found, ends, strict=True)
        for entry in _entries(text, one, end)
    )


def _entries(text: str, said: re.Match[str], end: int) -> Iterator[NoticeEntry]:
    """Yield the entries of one notice: several cases can have a text each, or one."""
    entered_on, filed_on = _day(*said.groups()[:3]), _day(*said.groups()[3:])
    if entered_on is None or filed_on is None:
        return
    mailed_to = _mailed_to(text, said.end(), end)
    at = said.end()
    while (begins := _TEXT.search(text, at, end)) is not None:
        after = _AFTER.search(text, begins.end(), end)
        stop = end if after is None else after.start()
        docket_text = " ".join(_TAG.sub("", text[begins.end() : stop]).split())
        heads = [*_CASE.finditer(text, at, begins.start())]
        tails = [*(one.start() for one in heads), begins.start()][1:]
        for head, tail in zip(heads, tails, strict=True):
            number = number_of(head[1])
            if number is None or not docket_text:
                continue
            document = _DOCUMENT.search(text, head.end(), tail)
            filer = _FILER.search(text, head.end(), tail)
            yield NoticeEntry(
                number=number,
                document_number=None if document is None else document[1],
                filed_on=filed_on,
                entered_on=entered_on,
                docket_text=docket_text,
                is_filed_by_somebody=filer is not None
                or "filed by" in docket_text.casefold(),
                mailed_to=mailed_to,
                start=said.start(),
                end=begins.end() + len(text[begins.end() : stop].rstrip()),
            )
        at = max(stop, begins.end())


def _day(month: str, day: str, year: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _mailed_to(text: str, start: int, end: int) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for said in _MAILED.finditer(text, start, end):
        after = _NOT_MAILED.search(text, said.end(), end)
        stop = end if after is None else after.start()
        found |= dict.fromkeys(_ADDRESS.findall(text, said.end(), stop))
    return tuple(found)
