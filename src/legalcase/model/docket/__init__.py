"""Docket: what stands in the court's file."""

from legalcase.model.docket.events import (
    EntrySealed,
    EntryStruck,
    EntryUnsealed,
    Filed,
    JudgmentEntered,
    OrderEntered,
    OrderVacated,
    ProofOfServiceFiled,
    Served,
    ServiceQuashed,
)
from legalcase.model.docket.facet import (
    DOCKET,
)
from legalcase.model.docket.service import (
    ServiceShown,
    service_of,
    service_proved,
    services_unproved,
)
from legalcase.model.docket.state import (
    DocketEntry,
    Proof,
)

__all__ = [
    "DOCKET",
    "DocketEntry",
    "EntrySealed",
    "EntryStruck",
    "EntryUnsealed",
    "Filed",
    "JudgmentEntered",
    "OrderEntered",
    "OrderVacated",
    "Proof",
    "ProofOfServiceFiled",
    "Served",
    "ServiceQuashed",
    "ServiceShown",
    "service_of",
    "service_proved",
    "services_unproved",
]
