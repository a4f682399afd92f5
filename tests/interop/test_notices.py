"""Notices of electronic filing: 130 real ones, read for numbers and days."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from case_files import DAY, NOON
from every_one import for_each
from legalcase.errors import InvalidTypeError
from legalcase.interop import NoticeReader, read_notice, suggestions_from
from legalcase.model import (
    CaseFile,
    CaseOpened,
    Content,
    DocumentReceived,
    Filed,
    NoteAdded,
)
from legalcase.practice import MODEL, accept_suggestion
from legalcase.testing import AnalyzerContract

if TYPE_CHECKING:
    from legalcase.ports import Analyzer

DATA = json.loads(Path(__file__).with_name("notices.json").read_text(encoding="utf-8"))
NOTICES: list[dict[str, Any]] = DATA["notices"]
#: Made up, in the form of a notice.
MADE_UP = """\
U.S. District Court
Notice of Electronic Filing
The following transaction was entered by Clerk, Deputy on 6/4/2026 at 00:12 AM PDT \
and filed on 6/3/2026
Case Name: Roe v. Acme et al
Case Number: 3:26-cv-00001-ABC-DEF
Filer: Jane Roe
WARNING: CASE CLOSED on 06/01/2026
Document Number: 12
Docket Text:
<b>MOTION to Compel re [10] Order,
by Jane Roe. (Counsel, Some) </b>
3:26-cv-00001-ABC-DEF Notice has been electronically mailed to:
Some Counsel counsel@example.com, office@example.com
Other Counsel other@example.org;second@example.org
3:26-cv-00001-ABC-DEF Notice has been delivered by other means to:
third@example.com
The following document(s) are associated with this transaction:
"""
OF_COURT = """\
The following transaction was entered on 6/4/2026 at 9:00 AM and filed on 6/4/2026
Case Number: 3:26-cv-00001-ABC
Filer:
Document Number: No document attached
Docket Text:
CLERK'S NOTICE continuing the hearing.
"""


def opened(text: str, number: str | None) -> CaseFile:
    """A case in which a text is a document."""
    file = CaseFile.open(
        CaseOpened(caption="Roe v. Acme", number=number, happened_on=DAY),
        case_id="roe",
        by="clerk",
        at=NOON,
        model=MODEL,
    )
    return file.record(
        DocumentReceived(
            document_id="notice",
            kind="letter",
            title="Notice",
            content=Content.of(text.encode(), media_type="text/plain"),
            happened_on=DAY,
        ),
        by="clerk",
        at=NOON,
    )


def read(text: str, number: str | None = None) -> list[Any]:
    """What is suggested of it."""
    file = opened(text, number)
    content = file.case.documents["notice"].content
    assert content is not None
    made = suggestions_from(
        NoticeReader(),
        text,
        document_id="notice",
        digest=content.digest,
        case=file.case,
        on=DAY,
    )
    return [one.event for one in made]


def test_there_are_enough_real_notices() -> None:
    """Different ones, of many courts; half of them nobody looked at."""
    assert len(NOTICES) == 130
    assert len({json.dumps(one["entries"]) for one in NOTICES}) == 126
    assert len({one["file"].split("/")[-1].split("_")[0] for one in NOTICES}) > 40
    assert Counter(one["held_out"] for one in NOTICES) == {False: 70, True: 60}
    assert "@" not in json.dumps(NOTICES)


@for_each("notice", NOTICES, ids=[one["file"] for one in NOTICES])
def test_a_real_notice_is_read(notice: dict[str, Any]) -> None:
    """Number of the case, day of filing, number of the entry; of each case in it."""
    found = read_notice(notice["text"])
    assert [
        [one.number, one.filed_on.isoformat(), one.document_number] for one in found
    ] == notice["entries"]
    for one in found:
        assert one.filed_on <= one.entered_on
        assert notice["text"][one.start :].startswith("The following transaction")


def test_a_notice_is_read_field_by_field() -> None:
    """The day of filing is not that of entry; tags are no words of the docket."""
    (one,) = read_notice(MADE_UP)
    assert (one.number, one.document_number) == ("3:26-cv-00001", "12")
    assert (one.filed_on, one.entered_on) == (date(2026, 6, 3), date(2026, 6, 4))
    assert one.docket_text == (
        "MOTION to Compel re [10] Order, by Jane Roe. (Counsel, Some)"
    )
    assert one.is_filed_by_somebody
    assert one.mailed_to == (
        "counsel@example.com",
        "office@example.com",
        "other@example.org",
        "second@example.org",
    )
    assert "example" not in repr(one)
    assert "Compel" not in repr(one)


def test_what_nobody_filed_is_a_note() -> None:
    """Nothing in a notice says whether it is an order or a remark."""
    (filed,) = read(MADE_UP)
    assert isinstance(filed, Filed)
    assert (filed.number, filed.happened_on) == ("12", date(2026, 6, 3))
    assert filed.entered_on == date(2026, 6, 4)
    (note,) = read(OF_COURT)
    assert isinstance(note, NoteAdded)
    assert note.text == "Docket entry: CLERK'S NOTICE continuing the hearing."
    assert note.label is not None
    assert note.label.audience == "public"


def test_only_entries_of_the_case_are_suggested() -> None:
    """By its number, whoever is its judge; without a number all of them are."""
    text = MADE_UP + OF_COURT
    assert len(read(text)) == len(read(text, "3:26-cv-00001")) == 2
    assert len(read(text, "3:26-cv-00001-XYZ")) == 2
    assert read(text, "3:26-cv-00002") == []
    assert len(read(text, "of another form")) == 2


def test_what_is_accepted_stands_on_the_docket() -> None:
    """As a person who read the notice would have recorded it."""
    file = opened(MADE_UP, "3:26-cv-00001")
    content = file.case.documents["notice"].content
    assert content is not None
    made = suggestions_from(
        NoticeReader(),
        MADE_UP,
        document_id="notice",
        digest=content.digest,
        case=file.case,
        on=DAY,
    )
    file = file.record(*made, by="legalcase-notices 1", at=NOON)
    file = accept_suggestion(file, made[0].suggestion_id, by="lead", at=NOON)
    (entry,) = file.case.docket
    assert (entry.number, entry.happened_on) == ("12", date(2026, 6, 3))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Case Number: 3:26-cv-00001\nDocket Text:\nNothing was entered",
        MADE_UP.replace("6/3/2026", "13/40/2026"),
        MADE_UP.replace("3:26-cv-00001-ABC-DEF", "unnumbered"),
        MADE_UP.replace("Docket Text", "Text"),
        MADE_UP[: MADE_UP.index("<b>")],
        "The following transaction was entered on " * 10_000,
        "Case Number: 1:26-cv-00001\n" * 10_000,
    ],
    ids=["empty", "no act", "no day", "no number", "no text", "blank", "much", "more"],
)
def test_what_is_no_notice_gives_nothing(text: str) -> None:
    """Nor takes long over it."""
    assert read_notice(text) == ()


def test_a_notice_is_text() -> None:
    """Nothing else."""
    with pytest.raises(InvalidTypeError, match="text needs a str"):
        read_notice(b"bytes")  # type: ignore[arg-type]  # as others may


class TestNoticeReader(AnalyzerContract):
    """It keeps the contract of whatever reads documents."""

    texts = (MADE_UP, OF_COURT, *(one["text"] for one in NOTICES[:5]))

    def make_analyzer(self) -> Analyzer:
        """Make it."""
        return NoticeReader()
