"""WITNESSES: the room of who is to testify, when, and by what command, as a table."""

from __future__ import annotations

from typing import Final

from legalcase.kernel.register import Register
from legalcase.kernel.rooms.facet import Facet, Row, Tracked
from legalcase.practice.in_order import NotBefore
from legalcase.practice.proof.witnesses import handlers
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
from legalcase.practice.proof.witnesses.state import CALLED, Witnesses

__all__ = ["WITNESSES"]

_witness = NotBefore(within="witnesses", named_by="witness_id", since="named_on")
_availability = NotBefore(
    within="availabilities", named_by="availability_id", since="stated_on"
)
_subpoena = NotBefore(within="subpoenas", named_by="subpoena_id", since="issued_on")

_changed = handlers.changed
_moved = handlers.subpoena_moved

WITNESSES: Final[Facet[Witnesses]] = Facet(
    name="practice/witnesses",
    first=Witnesses(
        witnesses=Register("witness"),
        availabilities=Register("availability of a witness"),
        subpoenas=Register("subpoena"),
        orders=Register("order of witnesses"),
    ),
    rows=(
        Row(
            WitnessNamed,
            "practice/witness-named",
            1,
            handlers.named,
            label=CALLED,
        ),
        Row(
            WitnessChanged,
            "practice/witness-changed",
            1,
            _changed,
            check=_witness,
            label=CALLED,
        ),
        Row(
            WitnessDropped,
            "practice/witness-dropped",
            1,
            _changed,
            check=_witness,
            label=CALLED,
        ),
        Row(
            WitnessReinstated,
            "practice/witness-reinstated",
            1,
            _changed,
            check=_witness,
            label=CALLED,
        ),
        Row(
            WitnessTestified,
            "practice/witness-testified",
            1,
            _changed,
            check=_witness,
            label=CALLED,
        ),
        Row(
            WitnessOrderSet,
            "practice/witness-order-set",
            1,
            handlers.ordered,
            label=CALLED,
        ),
        Row(
            AvailabilityStated,
            "practice/availability-stated",
            1,
            handlers.stated,
            label=CALLED,
        ),
        Row(
            AvailabilityWithdrawn,
            "practice/availability-withdrawn",
            1,
            handlers.withdrawn,
            check=_availability,
            label=CALLED,
        ),
        Row(
            SubpoenaIssued,
            "practice/subpoena-issued",
            1,
            handlers.issued,
            label=CALLED,
        ),
        Row(
            SubpoenaServed,
            "practice/subpoena-served",
            1,
            _moved,
            check=_subpoena,
            label=CALLED,
        ),
        Row(
            SubpoenaReturnedUnserved,
            "practice/subpoena-returned-unserved",
            1,
            _moved,
            check=_subpoena,
            label=CALLED,
        ),
        Row(
            SubpoenaComplied,
            "practice/subpoena-complied",
            1,
            _moved,
            check=_subpoena,
            label=CALLED,
        ),
        Row(
            SubpoenaQuashed,
            "practice/subpoena-quashed",
            1,
            _moved,
            check=_subpoena,
            label=CALLED,
        ),
        Row(
            SubpoenaWithdrawn,
            "practice/subpoena-withdrawn",
            1,
            _moved,
            check=_subpoena,
            label=CALLED,
        ),
    ),
    tracks=(
        Tracked(handlers.WITNESS_CYCLE, handlers.witnesses),
        Tracked(handlers.AVAILABILITY_CYCLE, handlers.availabilities),
        Tracked(handlers.SUBPOENA_CYCLE, handlers.subpoenas),
    ),
)
