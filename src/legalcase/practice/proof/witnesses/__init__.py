"""Witnesses: who is to testify, when they can come, and what commands them to."""

from legalcase.practice.proof.witnesses.commanding import (
    SubpoenaComplied,
    SubpoenaIssued,
    SubpoenaQuashed,
    SubpoenaReturnedUnserved,
    SubpoenaServed,
    SubpoenaWithdrawn,
)
from legalcase.practice.proof.witnesses.events import (
    AvailabilityStated,
    AvailabilityWithdrawn,
    WitnessChanged,
    WitnessDropped,
    WitnessNamed,
    WitnessOrderSet,
    WitnessReinstated,
    WitnessTestified,
)
from legalcase.practice.proof.witnesses.facet import (
    WITNESSES,
)
from legalcase.practice.proof.witnesses.state import (
    Availability,
    Subpoena,
    Witness,
    Witnesses,
    WitnessOrder,
)

__all__ = [
    "WITNESSES",
    "Availability",
    "AvailabilityStated",
    "AvailabilityWithdrawn",
    "Subpoena",
    "SubpoenaComplied",
    "SubpoenaIssued",
    "SubpoenaQuashed",
    "SubpoenaReturnedUnserved",
    "SubpoenaServed",
    "SubpoenaWithdrawn",
    "Witness",
    "WitnessChanged",
    "WitnessDropped",
    "WitnessNamed",
    "WitnessOrder",
    "WitnessOrderSet",
    "WitnessReinstated",
    "WitnessTestified",
    "Witnesses",
]
