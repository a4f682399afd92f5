"""EVIDENCE: the room of what proves a case, and of who had it, as a table."""

from __future__ import annotations

from typing import Final

from legalcase.kernel.register import Register
from legalcase.kernel.rooms.facet import Facet, Row, Tracked
from legalcase.practice.in_order import NotBefore
from legalcase.practice.proof.evidence import handlers
from legalcase.practice.proof.evidence.ending import AFTER_IT_CAME, ends_last
from legalcase.practice.proof.evidence.events import (
    CustodyExplained,
    CustodyTransferred,
    EvidenceDestroyed,
    EvidenceHandled,
    EvidenceReturned,
)
from legalcase.practice.proof.evidence.exhibits import (
    ExhibitAdmitted,
    ExhibitExcluded,
    ExhibitMarked,
    ExhibitOffered,
    ExhibitWithdrawn,
)
from legalcase.practice.proof.evidence.state import GATHERED, Evidence
from legalcase.practice.proof.evidence.taking import EvidenceCollected, EvidenceReceived

__all__ = ["EVIDENCE"]

_item = AFTER_IT_CAME
_exhibit = NotBefore(within="exhibits", named_by="exhibit_id", since="marked_on")

_moved = handlers.happened_to
_ruled = handlers.ruled

EVIDENCE: Final[Facet[Evidence]] = Facet(
    name="practice/evidence",
    first=Evidence(items=Register("item of evidence"), exhibits=Register("exhibit")),
    rows=(
        Row(
            EvidenceCollected,
            "practice/evidence-collected",
            1,
            handlers.taken,
            label=GATHERED,
        ),
        Row(
            EvidenceReceived,
            "practice/evidence-received",
            1,
            handlers.taken,
            label=GATHERED,
        ),
        Row(
            CustodyTransferred,
            "practice/custody-transferred",
            1,
            _moved,
            check=_item,
            label=GATHERED,
        ),
        Row(
            EvidenceHandled,
            "practice/evidence-handled",
            1,
            _moved,
            check=_item,
            label=GATHERED,
        ),
        Row(
            EvidenceReturned,
            "practice/evidence-returned",
            1,
            _moved,
            check=ends_last,
            label=GATHERED,
        ),
        Row(
            EvidenceDestroyed,
            "practice/evidence-destroyed",
            1,
            _moved,
            check=ends_last,
            label=GATHERED,
        ),
        Row(
            CustodyExplained,
            "practice/custody-explained",
            1,
            handlers.explained,
            check=_item,
            label=GATHERED,
        ),
        Row(
            ExhibitMarked,
            "practice/exhibit-marked",
            1,
            handlers.marked,
            label=GATHERED,
        ),
        Row(
            ExhibitOffered,
            "practice/exhibit-offered",
            1,
            _ruled,
            check=_exhibit,
            label=GATHERED,
        ),
        Row(
            ExhibitAdmitted,
            "practice/exhibit-admitted",
            1,
            _ruled,
            check=_exhibit,
            label=GATHERED,
        ),
        Row(
            ExhibitExcluded,
            "practice/exhibit-excluded",
            1,
            _ruled,
            check=_exhibit,
            label=GATHERED,
        ),
        Row(
            ExhibitWithdrawn,
            "practice/exhibit-withdrawn",
            1,
            _ruled,
            check=_exhibit,
            label=GATHERED,
        ),
    ),
    tracks=(
        Tracked(handlers.ITEM_CYCLE, handlers.items),
        Tracked(handlers.EXHIBIT_CYCLE, handlers.exhibits),
    ),
)
