"""Samples of witnesses, of when they can come, and of subpoenas."""

from __future__ import annotations

from datetime import date

from case_files import CANARY, DAY
from legalcase.kernel import Label, Ref
from legalcase.practice import (
    AvailabilityStated,
    AvailabilityWithdrawn,
    SubpoenaComplied,
    SubpoenaIssued,
    SubpoenaQuashed,
    SubpoenaReturnedUnserved,
    SubpoenaServed,
    SubpoenaWithdrawn,
    WitnessChanged,
    WitnessDropped,
    WitnessNamed,
    WitnessOrderSet,
    WitnessReinstated,
    WitnessTestified,
)

#: The event by which the case of the samples was opened.
ORDER = Ref("event", "e-1")


def _subpoena(name: str) -> SubpoenaIssued:
    return SubpoenaIssued(
        subpoena_id=name,
        witness_id="neighbor",
        hearing_id="trial",
        commands=("testify", "produce"),
        to_produce=f"letters {CANARY}",
        document_id="signed",
        by_order=ORDER,
        label=Label(audience="firm"),
        happened_on=DAY,
    )


EVENTS = (
    WitnessNamed(
        witness_id="neighbor",
        party_id="acme",
        person="person:9",
        name=f"N. Neighbor {CANARY}",
        called_by=("roe",),
        kind="fact",
        topics=f"what she saw {CANARY}",
        language=f"es {CANARY}",
        is_remote=True,
        conditions=f"must not meet him {CANARY}",
        label=Label(audience="owner"),
        happened_on=DAY,
    ),
    WitnessChanged(
        witness_id="neighbor",
        called_by=("roe", "acme"),
        topics=f"what she heard {CANARY}",
        language=f"pt {CANARY}",
        is_remote=False,
        conditions=f"a screen {CANARY}",
        happened_on=DAY,
    ),
    AvailabilityStated(
        availability_id="june",
        witness_id="neighbor",
        is_available=False,
        from_on=DAY,
        until_on=date(2026, 6, 12),
        stated_by=f"her sister {CANARY}",
        reason=f"in hospital {CANARY}",
        happened_on=DAY,
    ),
    AvailabilityWithdrawn(
        availability_id="june", ground=f"she is well {CANARY}", happened_on=DAY
    ),
    _subpoena("first"),
    SubpoenaReturnedUnserved(
        subpoena_id="first", ground=f"moved away {CANARY}", happened_on=DAY
    ),
    SubpoenaServed(
        subpoena_id="first",
        served_by=f"S. Server {CANARY}",
        is_fee_tendered=True,
        proof=ORDER,
        happened_on=DAY,
    ),
    SubpoenaComplied(subpoena_id="first", text=f"she came {CANARY}", happened_on=DAY),
    _subpoena("second"),
    SubpoenaQuashed(
        subpoena_id="second",
        by_order=ORDER,
        ground=f"too wide {CANARY}",
        happened_on=DAY,
    ),
    _subpoena("third"),
    SubpoenaWithdrawn(
        subpoena_id="third", ground=f"not needed {CANARY}", happened_on=DAY
    ),
    WitnessOrderSet(hearing_id="trial", witness_ids=("neighbor",), happened_on=DAY),
    WitnessDropped(witness_id="neighbor", ground=f"unsure {CANARY}", happened_on=DAY),
    WitnessReinstated(witness_id="neighbor", ground=f"sure {CANARY}", happened_on=DAY),
    WitnessTestified(
        witness_id="neighbor",
        hearing_id="trial",
        text=f"as she had said {CANARY}",
        happened_on=DAY,
    ),
)
