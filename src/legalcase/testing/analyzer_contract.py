"""AnalyzerContract: the tests that everything has to pass that reads documents."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING
from unittest import SkipTest

from legalcase.interop.suggesting.documents import suggestions_from
from legalcase.model.case_file import CaseFile
from legalcase.model.caseload.events import CaseOpened
from legalcase.model.documents.content import Content
from legalcase.model.documents.events import DocumentReceived
from legalcase.practice.rooms import MODEL
from legalcase.testing.store_helpers import DAY, NOON, same

if TYPE_CHECKING:
    from legalcase.ports import Analyzer
    from legalcase.practice.suggestions.terms import SuggestionTerms

__all__ = ["AnalyzerContract"]

#: Texts that any program may be handed: nothing, blanks, other scripts, much of it.
_TEXTS = (
    "",
    " \n\t ",
    "\ufeffbegins with a mark",
    "Zug\u0308e \u05d0\u05d1\u05d2 \U0001f600 \x00 \x1b[31m",
    "June 31, 2026 and 00/00/0000 and 9999-99-99",
    "x" * 100_000,
    "line\r\n" * 1_000,
)


class AnalyzerContract:
    """Subclass it in your tests, and say how that which reads documents is made.

    Give `make_analyzer`, and as `texts` some in which it finds something.
    """

    #: Texts in which something is found, at least in one of them.
    texts: tuple[str, ...] = ()

    def make_analyzer(self) -> Analyzer:
        """Return one that is ready to read."""
        raise NotImplementedError

    def make_case(self, text: str) -> CaseFile:
        """Return the file of a case in which a text is the document ``"document"``."""
        opened = CaseOpened(caption="Roe v. Acme", number="1", happened_on=DAY)
        content = Content.of(text.encode(), media_type="text/plain")
        received = DocumentReceived(
            document_id="document",
            kind="letter",
            title="A text",
            content=content,
            happened_on=DAY,
        )
        file = CaseFile.open(opened, case_id="roe", by="tests", at=NOON, model=MODEL)
        return file.record(received, by="tests", at=NOON)

    def read(self, text: str) -> list[SuggestionTerms]:
        """Return what a new one reads out of a text."""
        digest = sha256(text.encode()).hexdigest()
        case = self.make_case(text).case
        analyzer = self.make_analyzer()
        return [
            *analyzer.analyze(text, document_id="document", digest=digest, case=case)
        ]

    def test_something_is_found(self) -> None:
        """In the texts that were given: else the other tests prove nothing."""
        same([True], [bool(self.texts)])
        same([True], [any(self.read(text) for text in self.texts)])

    def test_whatever_is_found_can_be_suggested(self) -> None:
        """Spans lie in the text, quotations are what stands there, digests are right.

        So for texts of all sorts: whoever reads them raises nothing, and finds nothing
        that is not there.
        """
        for text in (*self.texts, *_TEXTS):
            file = self.make_case(text)
            made = suggestions_from(
                self.make_analyzer(),
                text,
                document_id="document",
                digest=sha256(text.encode()).hexdigest(),
                case=file.case,
                on=DAY,
                most=100_000,
            )
            for one in made:
                span = one.source
                same(text[span.start : span.end], span.quotation)
                same([True], [0.0 <= one.confidence <= 1.0])
            file.record(*made, by="tests", at=NOON)

    def test_nothing_changes(self) -> None:
        """The case is the same after it was read."""
        for text in self.texts:
            file = self.make_case(text)
            before = file.case.to_dict()
            digest = sha256(text.encode()).hexdigest()
            _ = [
                *self.make_analyzer().analyze(
                    text, document_id="document", digest=digest, case=file.case
                )
            ]
            same(before, file.case.to_dict())

    def test_the_same_text_tells_the_same(self) -> None:
        """Unless it says that it can answer otherwise: ``is_deterministic = False``."""
        analyzer = self.make_analyzer()
        if not getattr(analyzer, "is_deterministic", True):
            msg = f"{analyzer.producer} says that it can answer otherwise"
            raise SkipTest(msg)
        for text in self.texts:
            same(self.read(text), self.read(text))
