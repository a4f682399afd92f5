"""What can happen to what a program read out of a document: a person decides on it."""

from __future__ import annotations

from attrs import field, frozen

from legalcase.kernel.checks import check_id, check_kind, check_text, optional
from legalcase.kernel.events.event import Event, UnknownEvent
from legalcase.kernel.events.inner import Supposed, inner
from legalcase.kernel.events.label import Label
from legalcase.kernel.events.ref import names, refers
from legalcase.practice.suggestions.span import SourceSpan
from legalcase.practice.suggestions.terms import (
    check_confidence,
    check_producer,
    check_span,
    check_suggested,
)

__all__ = [
    "Suggested",
    "SuggestionAccepted",
    "SuggestionEdited",
    "SuggestionRejected",
]


@frozen(kw_only=True)
class Suggested(Supposed):
    """A program read an event out of a document; whether it happened, nobody has said.

    `event` is what would be recorded, `source` where it was read, `confidence` is the
    program's own, from 0.0 to 1.0, `producer` its name and version. It bears the
    strictest of `label`, the label of the document, and that of the event.
    """

    suggestion_id: str = field(
        validator=check_id, metadata=names("practice/suggestion")
    )
    event: Event | UnknownEvent = field(
        repr=False, validator=check_suggested, metadata=inner()
    )
    source: SourceSpan = field(validator=check_span)
    confidence: float = field(validator=check_confidence)
    producer: str = field(validator=check_producer)
    label: Label | None = field(
        default=None, validator=optional(check_kind(Label, "Pass Label(audience=…)."))
    )


@frozen(kw_only=True)
class SuggestionAccepted(Supposed):
    """A person stands by a suggestion, and the event was recorded as it was.

    `event_id` is that of the line of the event. `accept_suggestion` makes both lines.
    """

    suggestion_id: str = field(
        validator=check_id, metadata=refers("practice/suggestion")
    )
    event_id: str = field(validator=check_id)


@frozen(kw_only=True)
class SuggestionEdited(Supposed):
    """A person recorded another event in the place of the one that was suggested.

    `event_id` is that of the line of that event; what differs, the two lines tell.
    """

    suggestion_id: str = field(
        validator=check_id, metadata=refers("practice/suggestion")
    )
    event_id: str = field(validator=check_id)


@frozen(kw_only=True)
class SuggestionRejected(Supposed):
    """A person does not stand by a suggestion, and why."""

    suggestion_id: str = field(
        validator=check_id, metadata=refers("practice/suggestion")
    )
    ground: str = field(repr=False, validator=check_text)
