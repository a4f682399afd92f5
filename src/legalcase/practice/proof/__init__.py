"""Proof: what is disclosed to whom, and what may be put before a court."""

# What each room has to offer stands in the room; here it is gathered, by name: a type
# checker passes on no names that another list names.
from legalcase.practice.proof.disclosure import (
    DISCLOSURE,
    DisclosureDuty,
    DisclosureDutyEnded,
    DisclosureItem,
    DisclosureKind,
    DisclosureLedger,
    DisclosureMade,
    DisclosureObjected,
    DisclosureOwed,
    DisclosureReceived,
    DisclosureStep,
    DisclosureSupplemented,
    DisclosureWaived,
    DisclosureWithheld,
    WaiverRule,
    Withholding,
    WithholdingEnded,
    disclosure_kind,
    disclosure_kinds,
    read_disclosure_kinds,
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
