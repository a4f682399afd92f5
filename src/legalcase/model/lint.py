"""lint: which words of a case are no words of the vocabulary, all at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import frozen

from legalcase.errors import InvalidValueError, LegalCaseError
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

    Raises `InvalidValueError`, with the words that are near.
    """
    for sort, word, name in words_of(event):
        why = _why_not(law, sort, word)
        if why is not None:
            raise InvalidValueError(why, field=name, value=word)


def _why_not(law: Law, sort: str, word: str) -> str | None:
    """Say why a word cannot stand in a log; ``None`` if it can."""
    try:
        canonical = law.check_word(sort, word)
    except LegalCaseError as error:
        return str(error)
    if canonical == word:
        return None
    return (
        f"{word!r} is another word for {canonical!r}, and periods find what they run "
        "from by that. Record the latter."
    )


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
            why = _why_not(law, sort, word)
            if why is not None:
                found.append(
                    Misword(
                        number=line.number,
                        event_id=line.event_id,
                        kind=line.kind,
                        field=field,
                        sort=sort,
                        word=word,
                        why=why,
                    )
                )
    return tuple(found)
