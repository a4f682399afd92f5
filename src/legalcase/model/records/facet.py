"""RECORDS: the room of how the file of a case is kept, as a table."""

from __future__ import annotations

from typing import Final

from legalcase.kernel.rooms.facet import Facet, Heard, Row, Tracked
from legalcase.model.caseload.events import CaseClosed, CaseReopened
from legalcase.model.engagement.events import (
    Engaged,
    EngagementClosed,
    EngagementDeclined,
    EngagementReopened,
)
from legalcase.model.records import handlers, hears, standing
from legalcase.model.records.events import (
    CustodiansAdded,
    LegalHoldAcknowledged,
    LegalHoldIssued,
    LegalHoldReleased,
    PropertyDistributed,
    RecordDestroyed,
    RecordLost,
    RetentionSet,
)
from legalcase.model.records.state import INTERNAL, Records

__all__ = ["RECORDS"]

RECORDS: Final[Facet[Records]] = Facet(
    name="records",
    first=Records(),
    rows=(
        Row(LegalHoldIssued, "legal-hold-issued", 1, handlers.issued, label=INTERNAL),
        Row(
            CustodiansAdded,
            "custodians-added",
            1,
            handlers.custodians_added,
            label=INTERNAL,
        ),
        Row(
            LegalHoldAcknowledged,
            "legal-hold-acknowledged",
            1,
            handlers.acknowledged,
            label=INTERNAL,
            missing=standing.missing_to_acknowledge,
        ),
        Row(
            LegalHoldReleased,
            "legal-hold-released",
            1,
            handlers.released,
            label=INTERNAL,
        ),
        Row(RetentionSet, "retention-set", 1, handlers.retention_set, label=INTERNAL),
        Row(
            PropertyDistributed,
            "property-distributed",
            1,
            handlers.distributed,
            label=INTERNAL,
        ),
        Row(
            RecordDestroyed,
            "record-destroyed",
            1,
            handlers.destroyed,
            label=INTERNAL,
            missing=standing.missing_to_destroy,
        ),
        Row(RecordLost, "record-lost", 1, handlers.lost, label=INTERNAL),
    ),
    hears=(
        Heard(CaseClosed, hears.case_closed),
        Heard(CaseReopened, hears.case_reopened),
        Heard(Engaged, hears.acting),
        Heard(EngagementReopened, hears.acting),
        Heard(EngagementClosed, hears.engagement_over),
        Heard(EngagementDeclined, hears.engagement_over),
    ),
    tracks=(
        Tracked(handlers.HOLD_CYCLE, standing.holding),
        Tracked(handlers.FILE_CYCLE, standing.keeping),
    ),
)
