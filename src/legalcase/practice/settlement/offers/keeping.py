"""What is refused of an offer that is recorded: what would show it by the way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from legalcase.errors import InvalidValueError
from legalcase.kernel.events.label import AUDIENCES
from legalcase.model.docket.facet import DOCKET
from legalcase.practice.in_order import NotBefore
from legalcase.practice.settlement.offers.events import OfferChanged, OfferMade
from legalcase.practice.settlement.offers.state import SETTLEMENT

if TYPE_CHECKING:
    from legalcase.kernel.folding.folded import Folded
    from legalcase.kernel.lines.recorded import Recorded
    from legalcase.kernel.register import Register
    from legalcase.practice.settlement.offers.ends import OfferReleased
    from legalcase.practice.settlement.offers.state import Offer

__all__ = ["check_kept", "check_released"]


_after: Final = NotBefore(named_by="offer_id", since="made_on")


def check_released(
    offers: Register[Offer], event: OfferReleased, line: Recorded, folded: Folded
) -> None:
    """Refuse to open an offer before it was made, and by its own service.

    Raises `InvalidValueError`.
    """
    _after(offers, event, line, folded)
    offer = offers[event.offer_id]
    if event.because.noun == "event" and event.because.id == offer.service:
        msg = (
            f"The entry {offer.service!r} is that by which the offer was served, and "
            "opens it to nobody. Name the judgment, or the paper in which the parties "
            "agreed to it."
        )
        raise InvalidValueError(msg, field="because", value=str(event.because))


def check_kept(
    offers: Register[Offer],
    event: OfferMade | OfferChanged,
    _: Recorded,
    folded: Folded,
) -> None:
    """Refuse an offer whose service the court, or the public, would be shown.

    The deadlines that run from an entry bear its label: they would tell of the offer.
    Raises `InvalidValueError`.
    """
    if event.service is None:
        return
    if isinstance(event, OfferMade):
        label = event.label or SETTLEMENT
    else:
        label = offers[event.offer_id].label
    entry = folded[DOCKET].find(event.service)
    if entry is None:
        # What is no entry of the docket starts no time, and is on no calendar.
        return
    if AUDIENCES.index(entry.label.audience) < AUDIENCES.index(label.audience):
        msg = (
            f"The entry {event.service!r}, by which the offer was served, is for "
            f"{entry.label.audience!r}, and the offer for {label.audience!r} alone. "
            "Record both with serve_offer, or correct the entry to have the label of "
            "the offer: Label(audience='client', ground='settlement')."
        )
        raise InvalidValueError(msg, field="service", value=event.service)
