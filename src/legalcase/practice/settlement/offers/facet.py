"""OFFERS: the room of what was offered to settle, as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from legalcase.kernel.register import Register
from legalcase.kernel.rooms.facet import Facet, Row, Tracked
from legalcase.practice.in_order import NotBefore
from legalcase.practice.settlement.offers import handlers
from legalcase.practice.settlement.offers.answers import (
    OfferAccepted,
    OfferCountered,
    OfferRejected,
)
from legalcase.practice.settlement.offers.ends import (
    OfferCompared,
    OfferLapsed,
    OfferReleased,
    OfferWithdrawn,
)
from legalcase.practice.settlement.offers.events import OfferChanged, OfferMade
from legalcase.practice.settlement.offers.keeping import check_kept, check_released
from legalcase.practice.settlement.offers.state import SETTLEMENT, Offer

if TYPE_CHECKING:
    from legalcase.kernel.folding.folded import Folded
    from legalcase.kernel.lines.recorded import Recorded

__all__ = ["OFFERS"]

_after = NotBefore(named_by="offer_id", since="made_on")


def _changed(
    offers: Register[Offer], event: OfferChanged, line: Recorded, folded: Folded
) -> None:
    """Refuse a change before the offer, and one whose service would be shown."""
    _after(offers, event, line, folded)
    check_kept(offers, event, line, folded)


OFFERS: Final[Facet[Register[Offer]]] = Facet(
    name="practice/offers",
    first=Register("offer"),
    rows=(
        Row(
            OfferMade,
            "practice/offer-made",
            1,
            handlers.made,
            check=check_kept,
            label=SETTLEMENT,
        ),
        Row(
            OfferChanged,
            "practice/offer-changed",
            1,
            handlers.changed,
            check=_changed,
            label=SETTLEMENT,
        ),
        Row(
            OfferRejected,
            "practice/offer-rejected",
            1,
            handlers.accepted,
            check=_after,
            label=SETTLEMENT,
        ),
        Row(
            OfferCountered,
            "practice/offer-countered",
            1,
            handlers.countered,
            check=_after,
            label=SETTLEMENT,
        ),
        Row(
            OfferWithdrawn,
            "practice/offer-withdrawn",
            1,
            handlers.moved,
            check=_after,
            label=SETTLEMENT,
        ),
        Row(
            OfferLapsed,
            "practice/offer-lapsed",
            1,
            handlers.moved,
            check=_after,
            label=SETTLEMENT,
        ),
        Row(
            OfferAccepted,
            "practice/offer-accepted",
            1,
            handlers.accepted,
            check=_after,
            label=SETTLEMENT,
        ),
        Row(
            OfferCompared,
            "practice/offer-compared",
            1,
            handlers.compared,
            check=_after,
            label=SETTLEMENT,
        ),
        Row(
            OfferReleased,
            "practice/offer-released",
            1,
            handlers.released,
            check=check_released,
            label=SETTLEMENT,
        ),
    ),
    tracks=(Tracked(handlers.OFFER_CYCLE, handlers.standing),),
)
