"""How events change the documents, and which they refuse."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from legalcase.errors import IllegalTransitionError, InvalidValueError
from legalcase.kernel.events.label import PUBLIC, borne, stricter
from legalcase.kernel.events.ref import Ref
from legalcase.kernel.rooms.lifecycle import Lifecycle, Move
from legalcase.model.docket.facet import DOCKET
from legalcase.model.documents.events import (
    DocumentCreated,
    DocumentLinked,
    DocumentProduced,
    DocumentReceived,
    DocumentRelabelled,
    DocumentSuperseded,
    DocumentVersionAdded,
)
from legalcase.model.documents.state import (
    OURS,
    THEIRS,
    Document,
    Documents,
    DocumentVersion,
    Production,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from legalcase.kernel.events.label import Label
    from legalcase.kernel.folding.folded import Folded
    from legalcase.kernel.lines.recorded import Recorded
    from legalcase.model.docket.events import (
        EntrySealed,
        Filed,
        JudgmentEntered,
        OrderEntered,
        ProofOfServiceFiled,
        Served,
    )

__all__ = [
    "DOCUMENT",
    "added",
    "check_relabelled",
    "linked",
    "of_entry",
    "produced",
    "relabelled",
    "sealed",
    "standing",
    "superseded",
    "versioned",
]

#: Where a document can stand. What was superseded can still be produced, or turn out
#: to be of something more.
DOCUMENT: Final = Lifecycle(
    noun="document",
    first="current",
    moves=(
        Move(DocumentVersionAdded, ("current",), "current"),
        Move(DocumentSuperseded, ("current",), "superseded"),
        Move(DocumentProduced, ("current",), "current"),
        Move(DocumentProduced, ("superseded",), "superseded"),
        Move(DocumentLinked, ("current",), "current"),
        Move(DocumentLinked, ("superseded",), "superseded"),
        Move(DocumentRelabelled, ("current",), "current"),
        Move(DocumentRelabelled, ("superseded",), "superseded"),
    ),
)


def _kept(documents: Documents, document: Document) -> Documents:
    return evolve(
        documents, register=documents.register.with_(document.document_id, document)
    )


def added(
    documents: Documents,
    event: DocumentReceived | DocumentCreated,
    line: Recorded,
    before: Folded,
) -> Documents:
    """Return the documents with a new one."""
    is_ours = isinstance(event, DocumentCreated)
    version = DocumentVersion(
        number=1,
        content=event.content,
        from_on=event.happened_on,
        event_id=line.event_id,
    )
    new = Document(
        document_id=event.document_id,
        kind=event.kind,
        title=event.title,
        came="created" if is_ours else "received",
        since_on=event.happened_on,
        versions=(version,),
        of=tuple(map(str, event.of)),
        label=borne(event.label, line.label, kind=OURS if is_ours else THEIRS),
    )
    if isinstance(event, DocumentReceived):
        new = evolve(new, from_parties=event.from_parties, source=event.source)
    else:
        new = evolve(new, source=event.author)
    return _kept(documents, _as_what_it_is_of(new, event.of, before))


def _as_what_it_is_of(
    document: Document, refs: Iterable[Ref], before: Folded
) -> Document:
    """Return a document that nobody may see who may not see an entry of which it is.

    However it came to the entry, and whether that was sealed before or after.
    """
    for ref in refs:
        entry = before[DOCKET].find(ref.id) if ref.noun == "event" else None
        if entry is not None:
            document = _no_wider(document, entry.label)
    return document


def _no_wider(document: Document, label: Label) -> Document:
    stricter_one = stricter(document.label, label) or document.label
    if stricter_one == document.label:
        return document
    return evolve(document, label=stricter_one)


def versioned(
    documents: Documents, event: DocumentVersionAdded, line: Recorded, _: Folded
) -> Documents:
    """Return the documents after one got other bytes."""
    old = documents[event.document_id]
    DOCUMENT.after(DocumentVersionAdded, _place(old), old.document_id)
    if old.content is not None and old.content.digest == event.content.digest:
        msg = (
            f"The document {old.document_id!r} has these bytes already, as version "
            f"{old.version.number}. Add a version with others, or leave it out."
        )
        raise InvalidValueError(msg, field="content", value=None)
    version = DocumentVersion(
        number=old.version.number + 1,
        content=event.content,
        from_on=event.happened_on,
        event_id=line.event_id,
        note=event.note,
    )
    return _kept(documents, evolve(old, versions=(*old.versions, version)))


def superseded(
    documents: Documents, event: DocumentSuperseded, _: Recorded, __: Folded
) -> Documents:
    """Return the documents after another one, or none, took the place of one."""
    old = documents[event.document_id]
    DOCUMENT.after(DocumentSuperseded, _place(old), old.document_id)
    if event.by is not None:
        other = documents[event.by]
        if other.document_id == old.document_id or not other.is_current:
            state = _place(other)
            msg = (
                f"The document {other.document_id!r} cannot take the place of "
                f"{old.document_id!r}: it is that one, or {state} itself. Name the one "
                "that holds now."
            )
            raise IllegalTransitionError(
                msg, subject=old.document_id, state=state, step="DocumentSuperseded"
            )
    new = evolve(old, superseded_on=event.happened_on, superseded_by=event.by)
    return _kept(documents, new)


def produced(
    documents: Documents, event: DocumentProduced, line: Recorded, before: Folded
) -> Documents:
    """Return the documents after one was produced."""
    old = documents[event.document_id]
    new = Production(
        to=event.to,
        on=event.happened_on,
        event_id=line.event_id,
        numbers=event.numbers,
    )
    one = evolve(old, productions=(*old.productions, new))
    one = _as_what_it_is_of(one, event.of, before)
    return _of(_kept(documents, one), old.document_id, map(str, event.of))


def _of(documents: Documents, name: str, more: Iterable[str]) -> Documents:
    old = documents[name]
    of = tuple(dict.fromkeys((*old.of, *more)))
    return documents if of == old.of else _kept(documents, evolve(old, of=of))


def linked(
    documents: Documents, event: DocumentLinked, _: Recorded, before: Folded
) -> Documents:
    """Return the documents after one turned out to be of something more."""
    one = _as_what_it_is_of(documents[event.document_id], event.of, before)
    return _of(_kept(documents, one), one.document_id, map(str, event.of))


def of_entry(
    documents: Documents,
    event: Filed | Served | OrderEntered | JudgmentEntered | ProofOfServiceFiled,
    line: Recorded,
    _: Folded,
) -> Documents:
    """Return the documents after some came onto the docket, with an entry."""
    label = borne(event.label, line.label, kind=PUBLIC)
    for name in event.documents:
        documents = _kept(documents, _no_wider(documents[name], label))
        documents = _of(documents, name, (f"event:{line.event_id}",))
    return documents


def sealed(
    documents: Documents, event: EntrySealed, _: Recorded, __: Folded
) -> Documents:
    """Return the documents after an entry was sealed: its papers are with it.

    Whatever is the stricter. When the entry is unsealed, somebody has to say of each
    paper who may see it: it can have been ours alone before.
    """
    for one in documents.about(Ref("event", event.entry_id)):
        documents = _kept(documents, _no_wider(one, event.label))
    return documents


def relabelled(
    documents: Documents, event: DocumentRelabelled, _: Recorded, before: Folded
) -> Documents:
    """Return the documents after one got another label.

    One that stands on the docket stays as closed as its entries are.
    """
    old = documents[event.document_id]
    new = evolve(old, label=_asked_for(old, event))
    refs = map(Ref.parse, new.of)
    return _kept(documents, _as_what_it_is_of(new, refs, before))


def check_relabelled(
    documents: Documents, event: DocumentRelabelled, _: Recorded, before: Folded
) -> None:
    """Refuse a label that would open a document while its entry is closed."""
    old = documents[event.document_id]
    new = evolve(old, label=_asked_for(old, event))
    if _as_what_it_is_of(new, map(Ref.parse, new.of), before).label != new.label:
        msg = (
            f"The document {old.document_id!r} stands on the docket in an entry that "
            "fewer may see. Record EntryUnsealed of that first, or a narrower label."
        )
        raise InvalidValueError(msg, field="label", value=None)


def _asked_for(old: Document, event: DocumentRelabelled) -> Label:
    return borne(event.label, kind=OURS if old.came == "created" else THEIRS)


def _place(document: Document) -> str:
    return "current" if document.is_current else "superseded"


def standing(documents: Documents) -> Iterable[tuple[str, str]]:
    """Return (id, place) of each document."""
    return tuple((document.document_id, _place(document)) for document in documents)
