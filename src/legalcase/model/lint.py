"""lint: which words of a case are no words of the vocabulary, all at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import frozen

from legalcase.errors import LegalCaseError
from legalcase.kernel.event import Event
from legalcase.kernel.words import words_of
from legalcase.plain_data import PlainData

if TYPE_CHECKING:
    from legalcase.law.lawbook import Law
    from legalcase.model.case_file import CaseFile

__all__ = ["Misword", "check_words", "lint"]


@frozen(kw_only=True)
class Misword(PlainData):
    """A word of a line that the vocabulary does not know, and what is near."""

    number: int
    event_id: str
    kind: str
    field: str
    sort: str
    word: str
    why: str


def check_words(event: object, law: Law) -> None:
    """Refuse an event with a word that the vocabulary does not know.

    Raises `UnknownNameError`, with the words that are near.
    """
    for sort, word, _ in words_of(event):
        law.check_word(sort, word)


def lint(file: CaseFile, law: Law) -> tuple[Misword, ...]:
    """Return all words in the log of a case that the vocabulary does not know.

    Lines that were corrected are looked at as they stand now.
    """
    from legalcase.kernel.correction import effective

    instead: dict[str, Any] = effective(file.log)
    found = []
    for line in file.log:
        event = instead.get(line.event_id, line.event)
        if not isinstance(event, Event):
            continue
        for sort, word, field in words_of(event):
            try:
                law.check_word(sort, word)
            except LegalCaseError as error:
                found.append(
                    Misword(
                        number=line.number,
                        event_id=line.event_id,
                        kind=line.kind,
                        field=field,
                        sort=sort,
                        word=word,
                        why=str(error),
                    )
                )
    return tuple(found)
