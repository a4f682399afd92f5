"""What is refused when somebody records it, and never of a log that is read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from legalcase.errors import (
    IllegalTransitionError,
    InvalidTypeError,
    InvalidValueError,
    UnknownNameError,
)
from legalcase.kernel.events.event import UnknownEvent
from legalcase.model.documents.facet import DOCUMENTS
from legalcase.near import is_same
from legalcase.practice.in_order import NotBefore
from legalcase.practice.suggestions.standing import stale_because

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.kernel.folding.folded import Folded
    from legalcase.kernel.lines.recorded import Recorded
    from legalcase.kernel.rooms.facet import Attempt
    from legalcase.practice.suggestions.events import (
        Suggested,
        SuggestionAccepted,
        SuggestionEdited,
        SuggestionRejected,
    )
    from legalcase.practice.suggestions.sources import SourceRead, SourceRejected
    from legalcase.practice.suggestions.state import Suggestion, Suggestions

__all__ = [
    "check_decision",
    "check_of_source",
    "check_rejection",
    "check_suggestion",
    "missing",
    "stale_error",
]

_suggestion: Final = NotBefore(
    within="suggestions", named_by="suggestion_id", since="suggested_on"
)
_source: Final = NotBefore(within="sources", named_by="source_id", since="suggested_on")
_STALE: Final = {
    "document-gone": "is not in the case any more, or has no bytes",
    "document-superseded": "does not hold any more",
    "new-version": "has other bytes now",
}


def check_suggestion(
    _: Suggestions, event: Suggested, __: Recorded, before: Folded
) -> None:
    """Refuse what was read from a version that does not hold, or that cannot be kept.

    Raises `UnknownNameError`, `InvalidTypeError` or `InvalidValueError`.
    """
    if isinstance(event.event, UnknownEvent):
        msg = (
            f"The event that is suggested is of the kind {event.event.kind!r}, which "
            "this program does not know. Suggest an event of a room of the model."
        )
        raise InvalidTypeError(msg, field="event", value=None)
    before.model.row_of(type(event.event))
    documents = before[DOCUMENTS]
    name = event.source.document_id
    if name not in documents:
        noun, ids = "document", [one.document_id for one in documents]
        raise UnknownNameError.of(noun, name, ids, "Record that it came first.")
    why = stale_because(event.source, documents)
    if why is not None:
        msg = (
            f"The suggestion was read from a version of document {name!r} which is "
            f"not the one that holds ({why}). Read that one, and suggest again."
        )
        raise InvalidValueError(msg, field="source", value=None)


def check_decision(
    room: Suggestions,
    event: SuggestionAccepted | SuggestionEdited,
    line: Recorded,
    before: Folded,
) -> None:
    """Refuse to stand by what is stale, and a program that stands by itself.

    And what names a suggestion, or nothing at all, as that which was recorded: by
    neither has anything happened.
    """
    check_rejection(room, event, line, before)
    found = room.suggestions[event.suggestion_id]
    if any(event.event_id == one.line_id for one in room.suggestions):
        msg = (
            f"The event {event.event_id!r} is itself a suggestion, and says nothing "
            "that happened. Name the event that a person recorded, or call "
            "accept_suggestion, which records it."
        )
        raise InvalidValueError(msg, field="event_id", value=event.event_id)
    why = stale_because(found.source, before[DOCUMENTS])
    if why is not None:
        raise stale_error(found, why, type(event).__name__)
    if f"event:{event.event_id}" not in before.known:
        msg = (
            f"No line {event.event_id!r} is in the case: nothing was recorded by which "
            "somebody would stand by the suggestion. Call accept_suggestion, which "
            "records the event and the decision."
        )
        raise InvalidValueError(msg, field="event_id", value=event.event_id)


def stale_error(found: Suggestion, why: str, step: str) -> IllegalTransitionError:
    """Return the refusal to stand by a suggestion that is stale."""
    msg = (
        f"The suggestion {found.suggestion_id!r} is stale ({why}): document "
        f"{found.source.document_id!r}, from which it was read, {_STALE[why]}. Have it "
        "read again, and decide on the new suggestion; reject this one."
    )
    return IllegalTransitionError(
        msg, subject=found.suggestion_id, state="stale", step=step
    )


def check_rejection(
    room: Suggestions,
    event: SuggestionAccepted | SuggestionEdited | SuggestionRejected,
    line: Recorded,
    before: Folded,
) -> None:
    """Refuse a decision of the program itself, and one before the suggestion."""
    _suggestion(room, event, line, before)
    _check_person(line, room.suggestions[event.suggestion_id].producer)


def check_of_source(
    room: Suggestions,
    event: SourceRead | SourceRejected,
    line: Recorded,
    before: Folded,
) -> None:
    """Refuse a program that says it read its own source, and a day before it."""
    _source(room, event, line, before)
    _check_person(line, room.sources[event.source_id].producer)


def _check_person(line: Recorded, producer: str) -> None:
    if is_same(line.actor, producer):
        msg = (
            f"The program {producer!r} cannot decide on what it suggests itself. Let "
            "a person decide, and pass by= their name."
        )
        raise InvalidValueError(msg, field="by", value=None)


def missing(
    room: Suggestions, name: str, attempt: Attempt, stands: Folded
) -> Iterator[str]:
    """Say what must be there before somebody can stand by a suggestion."""
    found = room.suggestions[name]
    if stale_because(found.source, stands[DOCUMENTS]) is not None:
        yield "a new suggestion, read from the version that holds"
    if is_same(attempt.by, found.producer):
        yield "a person, and not the program that suggests it"
