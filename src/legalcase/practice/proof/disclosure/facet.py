"""DISCLOSURE: the room of who discloses what to whom, as a table."""

from __future__ import annotations

from typing import Final

from legalcase.kernel.register import Register
from legalcase.kernel.rooms.facet import Facet, Row, Tracked
from legalcase.practice.in_order import NotBefore
from legalcase.practice.proof.disclosure import handlers
from legalcase.practice.proof.disclosure.events import (
    DisclosureDutyEnded,
    DisclosureMade,
    DisclosureObjected,
    DisclosureOwed,
    DisclosureReceived,
    DisclosureSupplemented,
    DisclosureWaived,
)
from legalcase.practice.proof.disclosure.state import LEDGER, DisclosureLedger
from legalcase.practice.proof.disclosure.withholding import (
    DisclosureWithheld,
    WithholdingEnded,
)

__all__ = ["DISCLOSURE"]

_duty = NotBefore(within="duties", named_by="duty_id", since="arose_on")
_claim = NotBefore(within="withheld", named_by="withholding_id", since="claimed_on")


def _of_duty(event: type, kind: str) -> Row:
    """Return the row of something that is done about a duty."""
    return Row(event, f"practice/{kind}", 1, handlers.done, check=_duty, label=LEDGER)


DISCLOSURE: Final[Facet[DisclosureLedger]] = Facet(
    name="practice/disclosure",
    first=DisclosureLedger(
        duties=Register("disclosure duty"), withheld=Register("withholding")
    ),
    rows=(
        Row(
            DisclosureOwed,
            "practice/disclosure-owed",
            1,
            handlers.owed,
            label=LEDGER,
        ),
        _of_duty(DisclosureMade, "disclosure-made"),
        _of_duty(DisclosureReceived, "disclosure-received"),
        _of_duty(DisclosureSupplemented, "disclosure-supplemented"),
        _of_duty(DisclosureObjected, "disclosure-objected"),
        _of_duty(DisclosureWaived, "disclosure-waived"),
        Row(
            DisclosureWithheld,
            "practice/disclosure-withheld",
            1,
            handlers.withheld,
            check=_duty,
            label=LEDGER,
        ),
        Row(
            WithholdingEnded,
            "practice/withholding-ended",
            1,
            handlers.claim_ended,
            check=_claim,
            label=LEDGER,
        ),
        Row(
            DisclosureDutyEnded,
            "practice/disclosure-duty-ended",
            1,
            handlers.ended,
            check=_duty,
            label=LEDGER,
        ),
    ),
    tracks=(
        Tracked(handlers.DUTY_CYCLE, handlers.duties),
        Tracked(handlers.CLAIM_CYCLE, handlers.claims),
    ),
)
