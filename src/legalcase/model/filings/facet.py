"""FILINGS: the room of what we file, until it is on the docket, as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from legalcase.kernel.register import Register
from legalcase.kernel.rooms.facet import Facet, Row, Tracked
from legalcase.model.filings import handlers
from legalcase.model.filings.events import (
    FilingAbandoned,
    FilingAccepted,
    FilingDrafted,
    FilingRejected,
    FilingReturned,
    FilingSentForReview,
    FilingSigned,
    FilingSubmitted,
)
from legalcase.model.filings.state import DRAFTED

if TYPE_CHECKING:
    from legalcase.model.filings.state import Filing

__all__ = ["FILINGS"]

FILINGS: Final[Facet[Register[Filing]]] = Facet(
    name="filings",
    first=Register(
        "filing", "The case knows a filing from its draft: record FilingDrafted first."
    ),
    rows=(
        Row(FilingDrafted, "filing-drafted", 1, handlers.drafted, label=DRAFTED),
        Row(
            FilingSentForReview,
            "filing-sent-for-review",
            1,
            handlers.reviewed,
            label=DRAFTED,
        ),
        Row(FilingReturned, "filing-returned", 1, handlers.returned, label=DRAFTED),
        Row(FilingSigned, "filing-signed", 1, handlers.signed, label=DRAFTED),
        Row(FilingSubmitted, "filing-submitted", 1, handlers.submitted, label=DRAFTED),
        Row(FilingAccepted, "filing-accepted", 1, handlers.accepted, label=DRAFTED),
        Row(FilingRejected, "filing-rejected", 1, handlers.rejected, label=DRAFTED),
        Row(FilingAbandoned, "filing-abandoned", 1, handlers.abandoned, label=DRAFTED),
    ),
    tracks=(Tracked(handlers.FILING, handlers.standing),),
)
