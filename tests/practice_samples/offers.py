"""Samples of offers to settle."""

from __future__ import annotations

from datetime import date
from typing import Any

from case_files import CANARY, DAY
from legalcase.kernel import Label, Ref
from legalcase.model import ClaimStated
from legalcase.practice import (
    OfferAccepted,
    OfferChanged,
    OfferCompared,
    OfferCountered,
    OfferLapsed,
    OfferMade,
    OfferRejected,
    OfferReleased,
    OfferWithdrawn,
)

BEFORE = (
    ClaimStated(
        claim_id="count-1",
        by=("roe",),
        against=("acme",),
        theory="contract",
        happened_on=DAY,
    ),
)
_MADE: dict[str, Any] = {
    "claims": ("count-1",),
    "terms": f"50,000 and costs {CANARY}",
    "in_document": "signed",
    "service": "e-1",
    "method": "mail",
    "happened_on": DAY,
}
EVENTS = (
    OfferMade(
        offer_id="first",
        kind="rule-68",
        by=("acme",),
        to=("roe",),
        until_on=date(2026, 12, 1),
        label=Label(audience="owner", ground="settlement"),
        **_MADE,
    ),
    OfferMade(
        offer_id="counter",
        kind="plain",
        by=("roe",),
        to=("acme",),
        until_deadline="reply",
        **_MADE,
    ),
    OfferCountered(offer_id="first", by_offer="counter", happened_on=DAY),
    OfferRejected(
        offer_id="counter",
        rejected_by=("acme",),
        ground=f"Too much {CANARY}",
        happened_on=DAY,
    ),
    OfferChanged(
        offer_id="first",
        terms=f"60,000 {CANARY}",
        in_document="signed",
        service="e-1",
        until_on=date(2026, 12, 2),
        happened_on=DAY,
    ),
    OfferChanged(
        offer_id="counter",
        terms=f"55,000 {CANARY}",
        until_deadline="reply",
        happened_on=DAY,
    ),
    OfferWithdrawn(
        offer_id="first",
        ground=f"New evidence {CANARY}",
        service="e-1",
        happened_on=DAY,
    ),
    OfferLapsed(
        offer_id="counter", authority=f"Its own terms {CANARY}", happened_on=DAY
    ),
    OfferAccepted(
        offer_id="counter", accepted_by=("acme",), service="e-1", happened_on=DAY
    ),
    OfferCompared(
        offer_id="first",
        judgment="e-1",
        result="not-beaten",
        compared_by=f"The judge {CANARY}",
        consequence=f"Costs from then on {CANARY}",
        authority=f"Rule 68(d) {CANARY}",
        happened_on=DAY,
    ),
    OfferReleased(
        offer_id="first",
        because=Ref("event", "e-2"),
        authority=f"Rule 68(b) {CANARY}",
        happened_on=DAY,
    ),
)
