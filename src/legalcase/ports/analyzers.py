"""Analyzer and Research: programs that read documents, and that look for sources.

This package has none of its own. What they give back is suggested, and fenced until a
named person decides: see `legalcase.practice.suggestions`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable

    from legalcase.model.case import Case
    from legalcase.practice.suggestions.terms import SourceTerms, SuggestionTerms

__all__ = ["Analyzer", "Research"]


class Analyzer(Protocol):
    """**Protocol:** reads a document, and says which events it may tell of.

    It changes nothing, and opens no store: a text and a case go in, terms come out.
    One that can answer otherwise the next time has ``is_deterministic = False``; one
    without that attribute always answers the same.
    """

    @property
    def producer(self) -> str:
        """Its name and version, with a blank between: ``"reader 2.1"``."""
        ...

    def analyze(
        self, text: str, *, document_id: str, digest: str, case: Case
    ) -> Iterable[SuggestionTerms]:
        """Return what the text of a document may tell.

        `digest` is that of the bytes from which the text was made. Each of the terms
        has its own span in the text (`SourceSpan.of`), and names this `producer`.
        """
        ...


class Research(Protocol):
    """**Protocol:** looks for sources that answer a question.

    It says of each whether it read the source itself; see `SourceTerms`.
    """

    @property
    def producer(self) -> str:
        """Its name and version, with a blank between: ``"finder 1.0"``."""
        ...

    def research(self, question: str, *, case: Case) -> Iterable[SourceTerms]:
        """Return sources for a question, each with that `question` and `producer`."""
        ...
