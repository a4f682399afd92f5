"""Records: how long the file is kept, what holds it, and what was destroyed."""

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
from legalcase.model.records.facet import (
    RECORDS,
)
from legalcase.model.records.state import (
    Acknowledgement,
    LegalHold,
    Records,
    RecordsStatus,
    Retention,
    Tombstone,
)

__all__ = [
    "RECORDS",
    "Acknowledgement",
    "CustodiansAdded",
    "LegalHold",
    "LegalHoldAcknowledged",
    "LegalHoldIssued",
    "LegalHoldReleased",
    "PropertyDistributed",
    "RecordDestroyed",
    "RecordLost",
    "Records",
    "RecordsStatus",
    "Retention",
    "RetentionSet",
    "Tombstone",
]
