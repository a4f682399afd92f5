"""A case with a notice, and programs that read it: good ones, and hostile ones."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

from attrs import frozen

from case_files import DAY, NOON, numbered
from legalcase.model import CaseFile, CaseOpened, Content, DocumentReceived, Filed
from legalcase.practice import (
    MODEL,
    SourceSpan,
    SourceTerms,
    Suggested,
    SuggestionTerms,
    digest_of_text,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from legalcase.model import Case

#: A made-up notice: three entries, one line each.
NOTICE = (
    "Docket of case 1\n"
    "1 filed on 2026-05-04: Complaint\n"
    "2 filed on 2026-05-20: Answer\n"
    "3 filed on 2026-06-01: Motion to dismiss\n"
)
CONTENT = Content.of(NOTICE.encode(), media_type="text/plain")
READER = "reader 2.1"
_LINE = re.compile(r"(?m)^(\d+) filed on (\d{4}-\d\d-\d\d): (.+)$")


@frozen
class LineReader:
    """Reads a line for each entry; it is surer of what comes first."""

    producer: str = READER

    def analyze(
        self, text: str, *, document_id: str, digest: str, case: Case
    ) -> Iterator[SuggestionTerms]:
        """Yield an entry of the docket for each line."""
        del case
        text_digest = digest_of_text(text)
        for nth, found in enumerate(_LINE.finditer(text)):
            yield SuggestionTerms(
                event=Filed(
                    title=found[3],
                    number=found[1],
                    happened_on=date.fromisoformat(found[2]),
                ),
                source=SourceSpan.of(
                    text,
                    *found.span(),
                    document_id=document_id,
                    digest=digest,
                    text_digest=text_digest,
                ),
                confidence=max(0.0, 0.95 - nth / 10),
                producer=self.producer,
            )


@frozen
class Hostile:
    """Gives whatever it is made with."""

    give: Callable[..., Any]
    producer: Any = READER

    def analyze(self, text: str, **said: Any) -> Any:
        """Give it."""
        return self.give(text, **said)

    def research(self, question: str, **said: Any) -> Any:
        """Give it."""
        return self.give(question, **said)


@frozen
class Finder:
    """Finds two sources for whatever it is asked, and has read one of them."""

    producer: str = "finder 1.0"

    def research(self, question: str, *, case: Case) -> Iterable[SourceTerms]:
        """Return them."""
        del case
        seen = SourceTerms(
            question=question,
            locator="1 Example Reports 1",
            read=True,
            quotation="It is so.",
            digest=CONTENT.digest,
            confidence=0.9,
            producer=self.producer,
        )
        unseen = SourceTerms(
            question=question,
            locator="2 Example Reports 2",
            read=False,
            confidence=0.9,
            producer=self.producer,
        )
        return [seen, unseen]


def opened(case_id: str = "roe") -> CaseFile:
    """A case with the notice in it."""
    file = CaseFile.open(
        CaseOpened(caption="Roe v. Acme", number="1", happened_on=DAY),
        case_id=case_id,
        by="clerk",
        at=NOON,
        model=MODEL,
        ids=numbered(),
    )
    return file.record(
        DocumentReceived(
            document_id="notice",
            kind="letter",
            title="Notice",
            content=CONTENT,
            happened_on=DAY,
        ),
        by="clerk",
        at=NOON,
    )


def span(start: int = 17, end: int = 49) -> SourceSpan:
    """A span of the notice."""
    return SourceSpan.of(
        NOTICE, start, end, document_id="notice", digest=CONTENT.digest
    )


def terms(**said: Any) -> SuggestionTerms:
    """Terms of what the first line tells."""
    first: dict[str, Any] = {
        "event": Filed(title="Complaint", number="1", happened_on=date(2026, 5, 4)),
        "source": span(),
        "confidence": 0.8,
        "producer": READER,
    }
    return SuggestionTerms(**{**first, **said})


def suggested(name: str = "s-1", **said: Any) -> Suggested:
    """A suggestion of it."""
    one = terms()
    first: dict[str, Any] = {
        "suggestion_id": name,
        "event": one.event,
        "source": one.source,
        "confidence": one.confidence,
        "producer": one.producer,
        "happened_on": DAY,
    }
    return Suggested(**{**first, **said})
