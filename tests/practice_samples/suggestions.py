"""Samples of what programs suggest, and of what people decide on it."""

from __future__ import annotations

from case_files import CANARY, DAY
from legalcase.kernel import Label
from legalcase.model import Content, DocumentReceived, Filed
from legalcase.practice import (
    SourceRead,
    SourceRejected,
    SourceSpan,
    SourceSuggested,
    SourceTerms,
    Suggested,
    SuggestionAccepted,
    SuggestionEdited,
    SuggestionRejected,
    SuggestionTerms,
)

#: What a notice says; its bytes are its text.
TEXT = f"Motion to dismiss filed {CANARY} on June 3, 2026."
CONTENT = Content.of(TEXT.encode(), media_type="text/plain")
PRODUCER = "reader 2.1"

BEFORE = (
    DocumentReceived(
        document_id="notice",
        kind="letter",
        title=f"Notice {CANARY}",
        content=CONTENT,
        label=Label(audience="firm", ground="work-product"),
        happened_on=DAY,
    ),
)


def span(start: int = 0, end: int = 17) -> SourceSpan:
    """Where it stands in the notice."""
    return SourceSpan.of(TEXT, start, end, document_id="notice", digest=CONTENT.digest)


def filed(title: str = f"Motion to dismiss {CANARY}") -> Filed:
    """What the notice tells."""
    return Filed(title=title, by=("acme",), happened_on=DAY)


def suggested(name: str, **said: object) -> Suggested:
    """A suggestion of it."""
    terms: dict[str, object] = {
        "suggestion_id": name,
        "event": filed(),
        "source": span(),
        "confidence": 0.8,
        "producer": PRODUCER,
        "happened_on": DAY,
    }
    return Suggested(**{**terms, **said})  # type: ignore[arg-type]  # by name


def source(name: str, **said: object) -> SourceSuggested:
    """A source that was found."""
    terms: dict[str, object] = {
        "source_id": name,
        "question": f"Is the complaint late {CANARY}",
        "locator": f"1 U.S. 1 {CANARY}",
        "read": True,
        "quotation": f"It is not {CANARY}",
        "digest": CONTENT.digest,
        "confidence": 0.5,
        "producer": PRODUCER,
        "happened_on": DAY,
    }
    return SourceSuggested(**{**terms, **said})  # type: ignore[arg-type]  # by name


EVENTS = (
    suggested("motion", label=Label(audience="owner", ground="privileged")),
    SuggestionAccepted(suggestion_id="motion", event_id="e-1", happened_on=DAY),
    suggested("other"),
    SuggestionEdited(suggestion_id="other", event_id="e-2", happened_on=DAY),
    suggested("wrong"),
    SuggestionRejected(
        suggestion_id="wrong", ground=f"No such motion {CANARY}", happened_on=DAY
    ),
    source("seen", label=Label(audience="owner", ground="work-product")),
    SourceRead(
        source_id="seen",
        digest=CONTENT.digest,
        note=f"Says so at 7 {CANARY}",
        happened_on=DAY,
    ),
    source("unseen", read=False, quotation=None, digest=None),
    SourceRejected(
        source_id="unseen", ground=f"There is none {CANARY}", happened_on=DAY
    ),
    # These wait for a person, and say what no other says.
    suggested("waits", event=filed(f"A motion {CANARY}"), source=span(0, 6)),
    source(
        "asked",
        question=f"Is it early {CANARY}",
        locator=f"2 U.S. 2 {CANARY}",
        quotation=f"It is {CANARY}",
    ),
)
VALUES = (
    span(),
    SuggestionTerms(event=filed(), source=span(), confidence=0.8, producer=PRODUCER),
    SourceTerms(
        question=f"Is it late {CANARY}",
        locator=f"1 U.S. 1 {CANARY}",
        read=True,
        quotation=f"It is not {CANARY}",
        digest=CONTENT.digest,
        confidence=0.5,
        producer=PRODUCER,
    ),
)
