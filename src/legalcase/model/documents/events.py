"""What can happen to the documents of a case."""

from __future__ import annotations

from attrs import field, frozen

from legalcase.kernel.checks import (
    check_id,
    check_ids,
    check_kind,
    check_some,
    check_text,
    check_word,
    optional,
    tuple_of,
)
from legalcase.kernel.events.event import Event
from legalcase.kernel.events.label import Label
from legalcase.kernel.events.ref import Ref, names, refers
from legalcase.kernel.events.words import word
from legalcase.model.documents.content import Content

__all__ = [
    "DocumentCreated",
    "DocumentLinked",
    "DocumentProduced",
    "DocumentReceived",
    "DocumentRelabelled",
    "DocumentSuperseded",
    "DocumentVersionAdded",
]

_label = check_kind(Label, "Pass Label(audience=…).")
_content = check_kind(Content, "Pass Content.of(data, media_type=…).")


def _tags(content: Content | None) -> tuple[str, ...]:
    return () if content is None else (f"digest:{content.digest}",)


@frozen(kw_only=True)
class DocumentReceived(Event):
    """A document came to us on `happened_on`, from a party of the case or another.

    `kind` is a word of the vocabulary (``"answer"``), `of` refers to what it is about:
    the event on the docket, the hearing, the claim. `content` says which bytes it is;
    it is left out for what is there on paper alone. `from_parties` are those of the
    case from whom it came, `source` says whoever else it was.
    """

    document_id: str = field(validator=check_id, metadata=names("document"))
    kind: str = field(validator=check_word, metadata=word("document"))
    title: str = field(repr=False, validator=check_text)
    content: Content | None = field(default=None, validator=optional(_content))
    of: tuple[Ref, ...] = field(default=(), validator=tuple_of(Ref))
    from_parties: tuple[str, ...] = field(
        default=(), validator=check_ids, metadata=refers("party")
    )
    source: str | None = field(default=None, repr=False, validator=optional(check_text))
    label: Label | None = field(default=None, validator=optional(_label))

    def tags(self) -> tuple[str, ...]:
        """Return by which bytes the line is found, in whatever case it stands."""
        return _tags(self.content)


@frozen(kw_only=True)
class DocumentCreated(Event):
    """A document of our own was made; work product unless `label` says otherwise.

    The fields are as in `DocumentReceived`; `author` is who wrote it.
    """

    document_id: str = field(validator=check_id, metadata=names("document"))
    kind: str = field(validator=check_word, metadata=word("document"))
    title: str = field(repr=False, validator=check_text)
    content: Content | None = field(default=None, validator=optional(_content))
    of: tuple[Ref, ...] = field(default=(), validator=tuple_of(Ref))
    author: str | None = field(default=None, repr=False, validator=optional(check_text))
    label: Label | None = field(default=None, validator=optional(_label))

    def tags(self) -> tuple[str, ...]:
        """Return by which bytes the line is found, in whatever case it stands."""
        return _tags(self.content)


@frozen(kw_only=True)
class DocumentProduced(Event):
    """A document that is there already was produced to the parties `to`.

    `of` refers to the request or the service by which it was, `numbers` is the range
    of the numbers stamped on it. Produced is not public: the label stays as it is.
    """

    document_id: str = field(validator=check_id, metadata=refers("document"))
    to: tuple[str, ...] = field(
        validator=check_some(check_ids), metadata=refers("party")
    )
    of: tuple[Ref, ...] = field(default=(), validator=tuple_of(Ref))
    numbers: str | None = field(
        default=None, repr=False, validator=optional(check_text)
    )


@frozen(kw_only=True)
class DocumentVersionAdded(Event):
    """A document has other bytes from now on; the version before is superseded."""

    document_id: str = field(validator=check_id, metadata=refers("document"))
    content: Content = field(validator=_content)
    note: str | None = field(default=None, repr=False, validator=optional(check_text))

    def tags(self) -> tuple[str, ...]:
        """Return by which bytes the line is found, in whatever case it stands."""
        return _tags(self.content)


@frozen(kw_only=True)
class DocumentSuperseded(Event):
    """Another document, `by`, took the place of this one; without it, nothing did."""

    document_id: str = field(validator=check_id, metadata=refers("document"))
    by: str | None = field(
        default=None, validator=optional(check_id), metadata=refers("document")
    )
    ground: str | None = field(default=None, repr=False, validator=optional(check_text))


@frozen(kw_only=True)
class DocumentLinked(Event):
    """A document is of something more: an entry of the docket, a hearing, a claim."""

    document_id: str = field(validator=check_id, metadata=refers("document"))
    of: tuple[Ref, ...] = field(validator=check_some(tuple_of(Ref)))


@frozen(kw_only=True)
class DocumentRelabelled(Event):
    """Who may see a document is another question from now on."""

    document_id: str = field(validator=check_id, metadata=refers("document"))
    label: Label = field(validator=_label)
    ground: str | None = field(default=None, repr=False, validator=optional(check_text))
