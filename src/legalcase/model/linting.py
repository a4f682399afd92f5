"""lint: which words of a case are no words of the vocabulary, all at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import frozen

from legalcase.kernel.checks import check_asked
from legalcase.kernel.events.event import Event
from legalcase.kernel.events.words import is_written, words_of
from legalcase.kernel.lines.effective import effective
from legalcase.model.hearings.events import HearingSet
from legalcase.model.vocabulary import why_not, wrong_triggers
from legalcase.plain_data import PlainData

if TYPE_CHECKING:
    from legalcase.kernel.lines.recorded import Recorded
    from legalcase.law.lawbook import Law
    from legalcase.model.case_file import CaseFile

__all__ = ["Misword", "lint"]


@frozen(kw_only=True)
class Misword(PlainData):
    """A word of a line that the vocabulary does not know, or the lack of one."""

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
    check_asked(file, "file", "log")
    check_asked(law, "law", "check_word")
    instead: dict[str, Any] = effective(file.log)
    found = []
    for line in file.log:
        event = instead.get(line.event_id, line.event)
        if not isinstance(event, Event):
            continue
        for sort, word, field in words_of(event):
            why = why_not(law, sort, word)
            if why is not None and is_written(event, field):
                # A text of before this was a word: nothing repeats what people wrote.
                why = f"what stands there is no {sort}; see law.words({sort!r})"
                found.append(_misword(line, field, sort, "", why))
            elif why is not None:
                found.append(_misword(line, field, sort, word, why))
        why = wrong_triggers(law, event)
        if isinstance(event, HearingSet) and why is not None:
            word = " ".join(event.triggers)
            found.append(_misword(line, "triggers", "trigger", word, why))
    return tuple(found)


def _misword(line: Recorded, field: str, sort: str, word: str, why: str) -> Misword:
    return Misword(
        number=line.number,
        event_id=line.event_id,
        kind=line.kind,
        field=field,
        sort=sort,
        word=word,
        why=why,
    )
