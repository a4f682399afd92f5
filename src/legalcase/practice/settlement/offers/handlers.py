"""How events change the offers of a case, and which they refuse."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attrs import evolve

from legalcase.errors import InvalidValueError
from legalcase.kernel.events.label import borne, stricter
from legalcase.kernel.rooms.lifecycle import Lifecycle, Move
from legalcase.practice.settlement.offers.answers import (
    OfferAccepted,
    OfferCountered,
    OfferRejected,
)
from legalcase.practice.settlement.offers.ends import OfferLapsed, OfferWithdrawn
from legalcase.practice.settlement.offers.events import OfferChanged, OfferMade
from legalcase.practice.settlement.offers.state import (
    FOR_COURT,
    SETTLEMENT,
    Offer,
    OfferStep,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.kernel.folding.folded import Folded
    from legalcase.kernel.lines.recorded import Recorded
    from legalcase.kernel.register import Register
    from legalcase.practice.settlement.offers.ends import OfferCompared, OfferReleased

    Offers = Register[Offer]

__all__ = [
    "OFFER_CYCLE",
    "accepted",
    "changed",
    "compared",
    "countered",
    "made",
    "moved",
    "released",
    "standing",
]

_ANSWERABLE: Final = ("open", "rejected", "countered")
#: Where an offer can stand. What came too late, or after it was withdrawn, may be an
#: acceptance all the same (CPR 36.10(2)(b)), or in dispute: it is recorded.
OFFER_CYCLE: Final = Lifecycle(
    noun="offer",
    first="none",
    moves=(
        Move(OfferMade, ("none",), "open"),
        Move(OfferChanged, _ANSWERABLE, "open"),
        Move(OfferRejected, ("open", "countered"), "rejected"),
        Move(OfferCountered, ("open", "rejected"), "countered"),
        Move(OfferWithdrawn, _ANSWERABLE, "withdrawn"),
        Move(OfferLapsed, _ANSWERABLE, "lapsed"),
        Move(OfferAccepted, (*_ANSWERABLE, "withdrawn", "lapsed"), "accepted"),
    ),
)


def standing(offers: Offers) -> Iterator[tuple[str, str]]:
    """Yield where each offer stands."""
    for offer in offers:
        yield offer.offer_id, offer.state


def made(offers: Offers, event: OfferMade, line: Recorded, _: Folded) -> Offers:
    """Return the offers with a new one."""
    offer = Offer(
        offer_id=event.offer_id,
        kind=event.kind,
        by=event.by,
        to=event.to,
        claims=event.claims,
        terms=event.terms,
        in_document=event.in_document,
        service=event.service,
        method=event.method,
        made_on=event.happened_on,
        until_on=event.until_on,
        until_deadline=event.until_deadline,
        steps=(
            OfferStep(
                on=event.happened_on,
                state="open",
                by=event.by,
                event_id=line.event_id,
            ),
        ),
        label=borne(event.label, line.label, kind=SETTLEMENT),
    )
    return offers.with_(offer.offer_id, offer)


def _step(
    offers: Offers,
    event: Any,  # noqa: ANN401 - one of those that move an offer
    line: Recorded,
    by: tuple[str, ...] = (),
    **changes: Any,  # noqa: ANN401 - fields of an offer
) -> Offers:
    """Return the offers where one stands elsewhere."""
    offer = offers[event.offer_id]
    state = OFFER_CYCLE.after(type(event), offer.state, offer.offer_id)
    step = OfferStep(on=event.happened_on, state=state, by=by, event_id=line.event_id)
    new = evolve(
        offer,
        steps=(*offer.steps, step),
        label=stricter(offer.label, line.label) or offer.label,
        **changes,
    )
    return offers.with_(new.offer_id, new)


def moved(
    offers: Offers, event: OfferWithdrawn | OfferLapsed, line: Recorded, _: Folded
) -> Offers:
    """Return the offers where one is no longer open."""
    by = offers[event.offer_id].by if isinstance(event, OfferWithdrawn) else ()
    return _step(offers, event, line, by)


def changed(offers: Offers, event: OfferChanged, line: Recorded, _: Folded) -> Offers:
    """Return the offers where one has other terms."""
    old = offers[event.offer_id]
    return _step(
        offers,
        event,
        line,
        old.by,
        terms=event.terms,
        in_document=event.in_document or old.in_document,
        service=event.service or old.service,
        until_on=event.until_on,
        until_deadline=event.until_deadline,
        changed_on=event.happened_on,
    )


def _check_theirs(offer: Offer, who: tuple[str, ...], name: str) -> None:
    """Refuse an answer of somebody to whom the offer was not made."""
    for party in who:
        if party not in offer.to:
            msg = (
                f"The offer {offer.offer_id!r} was not made to {party!r}. Name one of "
                f"those to whom it was: {', '.join(map(repr, offer.to))}."
            )
            raise InvalidValueError(msg, field=name, value=party)


def accepted(
    offers: Offers, event: OfferAccepted | OfferRejected, line: Recorded, _: Folded
) -> Offers:
    """Return the offers where one was accepted, or rejected."""
    offer = offers[event.offer_id]
    if isinstance(event, OfferRejected):
        _check_theirs(offer, event.rejected_by, "rejected_by")
        return _step(offers, event, line, event.rejected_by)
    _check_theirs(offer, event.accepted_by, "accepted_by")
    return _step(offers, event, line, event.accepted_by, accepted_service=event.service)


def countered(
    offers: Offers, event: OfferCountered, line: Recorded, _: Folded
) -> Offers:
    """Return the offers where one was answered by another."""
    offer, other = offers[event.offer_id], offers[event.by_offer]
    if not set(other.by) <= set(offer.to) or not set(other.to) & set(offer.by):
        msg = (
            f"The offer {other.offer_id!r} does not answer {offer.offer_id!r}: it was "
            "not made by those to whom that was made, to those who made it. Name the "
            "one that was."
        )
        raise InvalidValueError(msg, field="by_offer", value=other.offer_id)
    return _step(offers, event, line, other.by, countered_by=other.offer_id)


def compared(offers: Offers, event: OfferCompared, line: Recorded, _: Folded) -> Offers:
    """Return the offers where one was compared with a judgment."""
    offer = offers[event.offer_id]
    new = evolve(
        offer,
        compared=event.result,
        compared_on=event.happened_on,
        judgment=event.judgment,
        consequence=event.consequence,
        consequence_authority=event.authority,
        label=stricter(offer.label, line.label) or offer.label,
    )
    return offers.with_(new.offer_id, new)


def released(offers: Offers, event: OfferReleased, line: Recorded, _: Folded) -> Offers:
    """Return the offers where the court may be shown one."""
    offer = offers[event.offer_id]
    label = stricter(FOR_COURT, line.label) or FOR_COURT
    new = evolve(offer, label=label, released_on=event.happened_on)
    return offers.with_(new.offer_id, new)
