"""lint: which words of a case are no words of the vocabulary, all at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import frozen

from legalcase.kernel.effective import effective
from legalcase.kernel.event import Event
from legalcase.kernel.words import words_of
from legalcase.model.vocabulary import why_not
from legalcase.plain_data import PlainData

if TYPE_CHECKING:
    from legalcase.law.lawbook import Law
    from legalcase.model.case_file import CaseFile

__all__ = ["Misword", "lint"]


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


def lint(file: CaseFile, law: Law) -> tuple[Misword, ...]:
    """Return all words in the log of a case that the vocabulary does not know.

    Lines that were corrected are looked at as they stand now.
    """
    instead: dict[str, Any] = effective(file.log)
    found = []
    for line in file.log:
        event = instead.get(line.event_id, line.event)
        if not isinstance(event, Event):
            continue
        for sort, word, field in words_of(event):
            why = why_not(law, sort, word)
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
