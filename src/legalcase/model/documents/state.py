"""Document and Documents: the papers and files of a case, with their versions."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from legalcase.errors import UnknownNameError
from legalcase.kernel.events.label import Label
from legalcase.kernel.register import Register
from legalcase.model.documents.content import Content
from legalcase.plain_data import PlainData

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.kernel.events.ref import Ref

__all__ = [
    "OURS",
    "THEIRS",
    "Document",
    "DocumentVersion",
    "Documents",
    "Production",
]

#: What a document of our own bears, and one that came to us.
OURS: Final = Label(audience="firm", ground="work-product")
THEIRS: Final = Label(audience="firm")


@frozen(kw_only=True)
class DocumentVersion(PlainData):
    """A version of a document: which bytes, from which day on, by which event.

    `content` is ``None`` for what is there on paper alone.
    """

    number: int
    content: Content | None
    from_on: date
    event_id: str
    note: str | None = field(default=None, repr=False)


@frozen(kw_only=True)
class Production(PlainData):
    """That a document was produced: to whom, when, by which event."""

    to: tuple[str, ...]
    on: date
    event_id: str
    numbers: str | None = field(default=None, repr=False)


@frozen(kw_only=True)
class Document(PlainData):
    """A document with all its versions, the first one first.

    `came` is ``"received"`` or ``"created"``, `since_on` the day. `of` says of what it
    is, by noun and id. `superseded_on` is the day from which another document
    (`superseded_by`), or none, is in its place.
    """

    document_id: str
    kind: str
    title: str = field(repr=False)
    came: str
    since_on: date
    versions: tuple[DocumentVersion, ...]
    of: tuple[str, ...] = ()
    from_parties: tuple[str, ...] = ()
    source: str | None = field(default=None, repr=False)
    label: Label = THEIRS
    productions: tuple[Production, ...] = ()
    superseded_on: date | None = None
    superseded_by: str | None = None

    @property
    def version(self) -> DocumentVersion:
        """The version that holds."""
        return self.versions[-1]

    @property
    def content(self) -> Content | None:
        """Which bytes it is now; ``None`` for what is there on paper alone."""
        return self.versions[-1].content

    @property
    def is_current(self) -> bool:
        """Whether no other document took its place."""
        return self.superseded_on is None

    @property
    def digests(self) -> tuple[str, ...]:
        """The digests of all versions that have bytes, the first one first."""
        return tuple(
            one.content.digest for one in self.versions if one.content is not None
        )


_DOCUMENTS: Final[Register[Document]] = Register(
    "document",
    "The case knows a document from the event that it was received or created: record "
    "that first.",
)


@frozen(kw_only=True)
class Documents(PlainData):
    """The documents of a case, by their ids, in the order in which they came."""

    register: Register[Document] = field(factory=lambda: _DOCUMENTS)

    def __getitem__(self, document_id: str) -> Document:
        """Return a document; raises `UnknownNameError`, with what is near."""
        return self.register[document_id]

    def __contains__(self, document_id: object) -> bool:
        """Tell whether there is a document of that id."""
        return document_id in self.register

    def __iter__(self) -> Iterator[Document]:
        """Return the documents, in the order in which they came."""
        return iter(self.register)

    def __len__(self) -> int:
        """Return how many there are, superseded ones among them."""
        return len(self.register)

    def find(self, document_id: str) -> Document | None:
        """Return a document, or ``None``."""
        return self.register.find(document_id)

    def current(self, kind: str) -> Document:
        """Return the last document of a kind that no other took the place of.

        `kind` is a word of the vocabulary. Raises `UnknownNameError`, naming the kinds
        that there are.
        """
        found = self.all_of(kind)
        if not found:
            there = sorted({one.kind for one in self if one.is_current})
            hint = (
                f"There are {', '.join(there)}."
                if there
                else "There is no document in the case yet."
            )
            what = "current document of the kind"
            raise UnknownNameError.of(what, kind, (), hint)
        return found[-1]

    def all_of(self, kind: str) -> tuple[Document, ...]:
        """Return all documents of a kind that none took the place of, as they came."""
        return tuple(one for one in self if one.kind == kind and one.is_current)

    def about(self, ref: Ref) -> tuple[Document, ...]:
        """Return the documents of something: of an entry of the docket, a hearing.

        Superseded ones are among them: what was filed stays filed.
        """
        return tuple(one for one in self if str(ref) in one.of)

    def with_digest(self, digest: str) -> tuple[Document, ...]:
        """Return the documents of which any version has these bytes."""
        return tuple(one for one in self if digest in one.digests)
