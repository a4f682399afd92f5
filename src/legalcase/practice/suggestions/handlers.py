"""How events change suggestions, and which they refuse."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from legalcase.kernel.events.event import UnknownEvent
from legalcase.kernel.events.label import borne, stricter
from legalcase.kernel.rooms.lifecycle import Lifecycle, Move
from legalcase.model.documents.facet import DOCUMENTS
from legalcase.practice.suggestions.events import (
    Suggested,
    SuggestionAccepted,
    SuggestionEdited,
    SuggestionRejected,
)
from legalcase.practice.suggestions.sources import (
    SourceRead,
    SourceRejected,
    SourceSuggested,
)
from legalcase.practice.suggestions.state import (
    OURS,
    SuggestedSource,
    Suggestion,
    Suggestions,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.kernel.events.label import Label
    from legalcase.kernel.folding.folded import Folded
    from legalcase.kernel.lines.recorded import Recorded

__all__ = [
    "SOURCE_CYCLE",
    "SUGGESTION_CYCLE",
    "decided",
    "found",
    "of_source",
    "sources",
    "suggested",
    "suggestions",
]

#: Where a suggestion can stand. That it is stale is worked out, and no place here.
SUGGESTION_CYCLE: Final = Lifecycle(
    noun="suggestion",
    first="none",
    moves=(
        Move(Suggested, ("none",), "proposed"),
        Move(SuggestionAccepted, ("proposed",), "accepted"),
        Move(SuggestionEdited, ("proposed",), "edited"),
        Move(SuggestionRejected, ("proposed",), "rejected"),
    ),
)
#: Where a source can stand that a program found.
SOURCE_CYCLE: Final = Lifecycle(
    noun="suggested source",
    first="none",
    moves=(
        Move(SourceSuggested, ("none",), "unread"),
        Move(SourceRead, ("unread",), "read"),
        Move(SourceRejected, ("unread", "read"), "rejected"),
    ),
)


def suggestions(room: Suggestions) -> Iterator[tuple[str, str]]:
    """Yield where each suggestion stands."""
    for one in room.suggestions:
        yield one.suggestion_id, one.state


def sources(room: Suggestions) -> Iterator[tuple[str, str]]:
    """Yield where each source stands."""
    for one in room.sources:
        yield one.source_id, one.state


def suggested(
    room: Suggestions, event: Suggested, line: Recorded, before: Folded
) -> Suggestions:
    """Return the suggestions with a new one."""
    said = event.event
    own, of_kind = None, None
    if isinstance(said, UnknownEvent):
        kind = said.kind
    else:
        row = before.model.row_of(type(said))
        kind, of_kind = row.kind, row.label
        own = getattr(said, "label", None)
    document = before[DOCUMENTS].find(event.source.document_id)
    one = Suggestion(
        suggestion_id=event.suggestion_id,
        event=said,
        kind=kind,
        source=event.source,
        confidence=event.confidence,
        producer=event.producer,
        suggested_on=event.happened_on,
        line_id=line.event_id,
        label=_strictest(
            borne(event.label, line.label, kind=OURS),
            own or of_kind,
            None if document is None else document.label,
        ),
    )
    kept = room.suggestions.with_(one.suggestion_id, one)
    return evolve(room, suggestions=kept)


def _strictest(label: Label, *others: Label | None) -> Label:
    for other in others:
        label = stricter(label, other) or label
    return label


def decided(
    room: Suggestions,
    event: SuggestionAccepted | SuggestionEdited | SuggestionRejected,
    line: Recorded,
    _: Folded,
) -> Suggestions:
    """Return the suggestions with one on which somebody decided."""
    one = room.suggestions[event.suggestion_id]
    one = evolve(
        one,
        state=SUGGESTION_CYCLE.after(type(event), one.state, one.suggestion_id),
        decided_on=event.happened_on,
        decided_by=line.actor,
        recorded_as=getattr(event, "event_id", None),
        label=_strictest(one.label, line.label),
    )
    kept = room.suggestions.with_(one.suggestion_id, one)
    return evolve(room, suggestions=kept)


def found(
    room: Suggestions, event: SourceSuggested, line: Recorded, _: Folded
) -> Suggestions:
    """Return the sources with a new one."""
    one = SuggestedSource(
        source_id=event.source_id,
        question=event.question,
        locator=event.locator,
        read_by_producer=event.read,
        quotation=event.quotation,
        digest=event.digest,
        confidence=event.confidence,
        producer=event.producer,
        suggested_on=event.happened_on,
        label=borne(event.label, line.label, kind=OURS),
    )
    return evolve(room, sources=room.sources.with_(one.source_id, one))


def of_source(
    room: Suggestions, event: SourceRead | SourceRejected, line: Recorded, _: Folded
) -> Suggestions:
    """Return the sources with one that a person read, or dropped."""
    one = room.sources[event.source_id]
    one = evolve(
        one,
        state=SOURCE_CYCLE.after(type(event), one.state, one.source_id),
        decided_on=event.happened_on,
        decided_by=line.actor,
        label=_strictest(one.label, line.label),
    )
    return evolve(room, sources=room.sources.with_(one.source_id, one))
