"""open_suggestions: what programs suggest in cases, and nobody has decided."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from attrs import field, frozen

from legalcase.counting.argument.explain import say_day
from legalcase.dates import as_date
from legalcase.kernel.events.label import stricter
from legalcase.markup import Table
from legalcase.oversight.seen import cases_of, check_inside, counted, is_admitted
from legalcase.plain_data import PlainData
from legalcase.practice.suggestions.facet import SUGGESTIONS
from legalcase.practice.suggestions.standing import stale_because

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

    from legalcase.kernel.events.label import Label
    from legalcase.model.case import Case
    from legalcase.model.case_file import CaseFile
    from legalcase.practice.suggestions.state import Suggestion

__all__ = ["OpenSuggestion", "OpenSuggestions", "open_suggestions"]


@frozen(kw_only=True)
class OpenSuggestion(PlainData):
    """What waits for a person: an event that a program read, or a source it found.

    `what` is ``"event"`` or ``"source"``, `ref` its id, `kind` that of the event on
    the wire. `document_id`, `start` and `end` say where it was read. `quotation` is
    ``None`` where the audience may not see it. `stale` is why it cannot be accepted,
    or empty; `warning` what has to stand beside a source that nobody has read.
    """

    case_id: str
    what: str
    ref: str
    kind: str | None = None
    producer: str
    confidence: float
    since_on: date
    document_id: str | None = None
    start: int | None = None
    end: int | None = None
    quotation: str | None = field(default=None, repr=False)
    locator: str | None = field(default=None, repr=False)
    is_withheld: bool = False
    stale: str = ""
    warning: str = ""

    @property
    def place(self) -> str:
        """The document and the span, as text; empty for a source."""
        if self.document_id is None:
            return ""
        return f"{self.document_id} {self.start}-{self.end}"

    @property
    def said(self) -> str:
        """What was read, or where it is said to stand, as far as it may be seen."""
        if self.is_withheld:
            return "(withheld)"
        return self.locator or self.quotation or ""


@frozen(kw_only=True, repr=False)
class OpenSuggestions(PlainData):
    """What waits for a person on a day, by case, the oldest first."""

    on: date
    rows: tuple[OpenSuggestion, ...]
    cases: int

    def __repr__(self) -> str:
        """Return the day and how many."""
        return f"<OpenSuggestions on {self.on}: {len(self)}>"

    def __iter__(self) -> Iterator[OpenSuggestion]:
        """Give the rows."""
        return iter(self.rows)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.rows)

    def to_rows(self) -> list[dict[str, Any]]:
        """Return the rows as plain JSON types."""
        return [one.to_dict() for one in self.rows]

    def _table(self) -> Table:
        table = Table(
            f"Suggested and not decided on {say_day(self.on)}: {len(self.rows)}, in "
            f"{counted(self.cases, 'case')}. Nothing of it counts.",
            ("case", "what", "from", "by", "sure", "since", "says"),
        )
        for one in self.rows:
            note = f"stale, {one.stale}" if one.stale else one.warning
            table.add(
                one.case_id,
                one.kind or one.what,
                one.place,
                one.producer,
                f"{one.confidence:.2f}",
                str(one.since_on),
                f"{note.upper()}: {one.said}" if note else one.said,
                mark="strong" if one.stale else "",
            )
        return table

    def __str__(self) -> str:
        """Return them as a table of text."""
        return self._table().text()

    def _repr_html_(self) -> str:
        return self._table().html()


def open_suggestions(
    cases: Iterable[Case | CaseFile], *, on: date, audience: str = "firm"
) -> OpenSuggestions:
    """Return what programs suggest in cases, and nobody has decided by a day.

    Events that were read out of documents, and sources that nobody has read.
    `audience` is ``"firm"`` or ``"owner"``: what the label of a suggestion, or that of
    the document now, does not admit it to is there by its ids, without a quotation.
    Raises `InvalidValueError` for an audience outside the firm, and `InvalidTypeError`
    for a case that was read without the room `practice.SUGGESTIONS`.
    """
    day = as_date(on, "on")
    check_inside(audience, "What programs suggest")
    looked_at = cases_of(cases)
    rows: list[OpenSuggestion] = []
    for case in looked_at:
        rows += sorted(_rows(case, day, audience), key=lambda one: one.since_on)
    return OpenSuggestions(on=day, rows=tuple(rows), cases=len(looked_at))


def _rows(case: Case, day: date, audience: str) -> Iterator[OpenSuggestion]:
    room = case[SUGGESTIONS]
    for one in room.open:
        if one.suggested_on > day:
            continue
        is_seen = is_admitted(label_now(case, one), audience)
        yield OpenSuggestion(
            case_id=case.case_id,
            what="event",
            ref=one.suggestion_id,
            kind=one.kind,
            producer=one.producer,
            confidence=one.confidence,
            since_on=one.suggested_on,
            document_id=one.source.document_id,
            start=one.source.start,
            end=one.source.end,
            quotation=one.source.quotation if is_seen else None,
            is_withheld=not is_seen,
            stale=stale_because(one.source, case.documents) or "",
        )
    for source in room.unread:
        if source.suggested_on > day:
            continue
        is_seen = is_admitted(source.label, audience)
        yield OpenSuggestion(
            case_id=case.case_id,
            what="source",
            ref=source.source_id,
            producer=source.producer,
            confidence=source.confidence,
            since_on=source.suggested_on,
            quotation=source.quotation if is_seen else None,
            locator=source.locator if is_seen else None,
            is_withheld=not is_seen,
            warning=source.warning,
        )


def label_now(case: Case, one: Suggestion) -> Label:
    """Return who may see a suggestion: its document may be for fewer people by now."""
    document = case.documents.find(one.source.document_id)
    now = None if document is None else document.label
    return stricter(one.label, now) or one.label
