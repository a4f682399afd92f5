"""NoticeReader: an analyzer by rules for notices of electronic filing."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Final

from attrs import frozen

from legalcase.interop.notices.entry import number_of, read_notice
from legalcase.kernel.events.label import Label
from legalcase.model.docket.events import Filed
from legalcase.model.notes.events import NoteAdded
from legalcase.practice.suggestions.span import SourceSpan, digest_of_text
from legalcase.practice.suggestions.terms import SuggestionTerms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.interop.notices.entry import NoticeEntry
    from legalcase.kernel.events.event import Event
    from legalcase.model.case import Case

__all__ = ["NoticeReader"]

#: The lower end of the 95 % score interval of 63 right of 63 read: how surely number,
#: day and number of the entry are right in notices that nobody looked at before. The
#: kind of the event was not measured.
_MEASURED: Final = 0.94


@frozen
class NoticeReader:
    """Reads Notices of Electronic Filing of the federal courts, by rules alone.

    An entry of which the notice says that somebody filed it is suggested as `Filed`;
    of any other it says nothing by which an order could be told from a remark, and a
    public note is suggested. Where the number of the case is known, entries of other
    cases are left out. Whom the notice was mailed to is no event: `read_notice` has it.
    """

    producer: str = "legalcase-notices 1"

    def analyze(
        self, text: str, *, document_id: str, digest: str, case: Case
    ) -> Iterator[SuggestionTerms]:
        """Yield a suggestion for each entry of the case of which a text tells."""
        ours = None if case.number is None else number_of(case.number)
        text_digest = digest_of_text(text)
        for entry in read_notice(text):
            if ours is not None and entry.number != ours:
                continue
            yield SuggestionTerms(
                event=_event(entry),
                source=SourceSpan.of(
                    text,
                    entry.start,
                    entry.end,
                    document_id=document_id,
                    digest=digest,
                    text_digest=text_digest,
                ),
                confidence=_MEASURED,
                producer=self.producer,
            )


def _event(entry: NoticeEntry) -> Event:
    entered_on = entry.entered_on if entry.entered_on > entry.filed_on else None
    if entry.is_filed_by_somebody:
        return Filed(
            title=entry.docket_text,
            number=entry.document_number,
            entered_on=entered_on,
            happened_on=entry.filed_on,
        )
    said = f"{entry.number} {entry.document_number} {entry.docket_text}"
    name = sha256(said.encode()).hexdigest()[:16]
    number = entry.document_number
    head = f"Docket entry {number}" if number else "Docket entry"
    return NoteAdded(
        note_id=f"notice-{name}",
        text=f"{head}: {entry.docket_text}",
        label=Label(audience="public"),
        happened_on=entry.filed_on,
    )
