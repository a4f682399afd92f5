"""DOCUMENTS: the room of papers and files, as a table."""

from __future__ import annotations

from typing import Final

from legalcase.kernel.rooms.facet import Facet, Heard, Row, Tracked
from legalcase.model.docket.events import (
    EntrySealed,
    Filed,
    JudgmentEntered,
    OrderEntered,
    ProofOfServiceFiled,
    Served,
)
from legalcase.model.documents import handlers
from legalcase.model.documents.events import (
    DocumentCreated,
    DocumentLinked,
    DocumentProduced,
    DocumentReceived,
    DocumentRelabelled,
    DocumentSuperseded,
    DocumentVersionAdded,
)
from legalcase.model.documents.state import OURS, THEIRS, Documents

__all__ = ["DOCUMENTS"]

DOCUMENTS: Final[Facet[Documents]] = Facet(
    name="documents",
    first=Documents(),
    rows=(
        Row(DocumentReceived, "document-received", 1, handlers.added, label=THEIRS),
        Row(DocumentCreated, "document-created", 1, handlers.added, label=OURS),
        Row(DocumentProduced, "document-produced", 1, handlers.produced, label=THEIRS),
        Row(
            DocumentVersionAdded,
            "document-version-added",
            1,
            handlers.versioned,
            label=OURS,
        ),
        Row(
            DocumentSuperseded,
            "document-superseded",
            1,
            handlers.superseded,
            label=OURS,
        ),
        Row(DocumentLinked, "document-linked", 1, handlers.linked, label=OURS),
        Row(
            DocumentRelabelled,
            "document-relabelled",
            1,
            handlers.relabelled,
            handlers.check_relabelled,
            label=OURS,
        ),
    ),
    hears=(
        Heard(Filed, handlers.of_entry),
        Heard(Served, handlers.of_entry),
        Heard(OrderEntered, handlers.of_entry),
        Heard(JudgmentEntered, handlers.of_entry),
        Heard(ProofOfServiceFiled, handlers.of_entry),
        Heard(EntrySealed, handlers.sealed),
    ),
    tracks=(Tracked(handlers.DOCUMENT, handlers.standing),),
)
