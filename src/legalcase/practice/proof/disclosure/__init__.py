"""Disclosure: who owes what to whom, by what; what was given, what is kept back."""

from legalcase.practice.proof.disclosure.events import (
    DisclosureDutyEnded,
    DisclosureMade,
    DisclosureObjected,
    DisclosureOwed,
    DisclosureReceived,
    DisclosureSupplemented,
    DisclosureWaived,
)
from legalcase.practice.proof.disclosure.facet import (
    DISCLOSURE,
)
from legalcase.practice.proof.disclosure.kind import (
    DisclosureItem,
    DisclosureKind,
    WaiverRule,
)
from legalcase.practice.proof.disclosure.reading import (
    disclosure_kind,
    disclosure_kinds,
    read_disclosure_kinds,
)
from legalcase.practice.proof.disclosure.state import (
    DisclosureDuty,
    DisclosureLedger,
    DisclosureStep,
    Withholding,
)
from legalcase.practice.proof.disclosure.withholding import (
    DisclosureWithheld,
    WithholdingEnded,
)

__all__ = [
    "DISCLOSURE",
    "DisclosureDuty",
    "DisclosureDutyEnded",
    "DisclosureItem",
    "DisclosureKind",
    "DisclosureLedger",
    "DisclosureMade",
    "DisclosureObjected",
    "DisclosureOwed",
    "DisclosureReceived",
    "DisclosureStep",
    "DisclosureSupplemented",
    "DisclosureWaived",
    "DisclosureWithheld",
    "WaiverRule",
    "Withholding",
    "WithholdingEnded",
    "disclosure_kind",
    "disclosure_kinds",
    "read_disclosure_kinds",
]
