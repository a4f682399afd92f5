"""What can happen to a source that a program found: a person reads it, or drops it."""

from __future__ import annotations

from attrs import field, frozen

from legalcase.kernel.checks import (
    check_id,
    check_kind,
    check_text,
    check_truth,
    optional,
)
from legalcase.kernel.events.inner import Supposed
from legalcase.kernel.events.label import Label
from legalcase.kernel.events.ref import names, refers
from legalcase.practice.suggestions.terms import (
    check_confidence,
    check_producer,
    check_sha,
    check_what_was_read,
)

__all__ = ["SourceRead", "SourceRejected", "SourceSuggested"]


@frozen(kw_only=True)
class SourceSuggested(Supposed):
    """A program found a source for a question; that it exists, nobody has said.

    The fields are those of `SourceTerms`.
    """

    source_id: str = field(
        validator=check_id, metadata=names("practice/suggested-source")
    )
    question: str = field(repr=False, validator=check_text)
    locator: str = field(repr=False, validator=check_text)
    read: bool = field(validator=check_truth)
    quotation: str | None = field(
        default=None, repr=False, validator=optional(check_text)
    )
    digest: str | None = field(default=None, validator=optional(check_sha))
    confidence: float = field(validator=check_confidence)
    producer: str = field(validator=check_producer)
    label: Label | None = field(
        default=None, validator=optional(check_kind(Label, "Pass Label(audience=…)."))
    )

    def __attrs_post_init__(self) -> None:
        """Refuse what was quoted without being read."""
        check_what_was_read(self)


@frozen(kw_only=True)
class SourceRead(Supposed):
    """A person read the source itself: `digest` is that of what was read, if kept.

    `note` is what it says to the question.
    """

    source_id: str = field(
        validator=check_id, metadata=refers("practice/suggested-source")
    )
    digest: str | None = field(default=None, validator=optional(check_sha))
    note: str | None = field(default=None, repr=False, validator=optional(check_text))


@frozen(kw_only=True)
class SourceRejected(Supposed):
    """A source is not used, and why: it does not exist, or says something else."""

    source_id: str = field(
        validator=check_id, metadata=refers("practice/suggested-source")
    )
    ground: str = field(repr=False, validator=check_text)
