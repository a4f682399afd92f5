"""serve_offer and serve_acceptance: an offer and its service, as one proposal."""

from __future__ import annotations

from attrs import evolve

from legalcase.errors import InvalidTypeError
from legalcase.kernel.events.ref import Ref
from legalcase.kernel.lines.recorded import Draft
from legalcase.model.docket.events import Served
from legalcase.practice.settlement.offers.answers import OfferAccepted
from legalcase.practice.settlement.offers.events import OfferMade
from legalcase.practice.settlement.offers.kinds import ACCEPTED, TRIGGERS
from legalcase.practice.settlement.offers.state import SETTLEMENT, Offer

__all__ = ["serve_acceptance", "serve_offer"]


def serve_offer(
    offer: OfferMade, *, event_id: str, title: str = "Offer to settle"
) -> tuple[Draft, ...]:
    """Return an offer and its service as two events, to be recorded in one act.

    The service bears the word of the law from which the times of such an offer run, so
    that a schedule finds them, and the label of the offer: it is no public entry, and a
    deadline that runs from it is none either. `event_id` is the id of the service. An
    offer under no rule starts no time, and is returned alone. Raises `InvalidTypeError`
    for what is no offer.
    """
    given: object = offer
    if not isinstance(given, OfferMade):
        msg = (
            f"serve_offer needs an OfferMade, not {type(offer).__name__}. Pass "
            "OfferMade(offer_id=…, kind=…, by=…, to=…, terms=…)."
        )
        raise InvalidTypeError(msg, field="offer", value=None)
    word = TRIGGERS.get(offer.kind)
    if word is None:
        return (Draft(offer),)
    served = Served(
        title=title,
        triggers=(word,),
        by=offer.by,
        on=offer.to,
        method=offer.method,
        documents=() if offer.in_document is None else (offer.in_document,),
        label=offer.label or SETTLEMENT,
        happened_on=offer.happened_on,
    )
    return Draft(served, event_id=event_id), Draft(evolve(offer, service=event_id))


def serve_acceptance(
    accepted: OfferAccepted,
    offer: Offer,
    *,
    event_id: str,
    method: str | None = None,
    title: str = "Notice that the offer is accepted",
) -> tuple[Draft, ...]:
    """Return the acceptance of an offer and its service, to be recorded in one act.

    The service meets the deadline for accepting, is about the service of the offer, and
    bears the label of the offer. Raises `InvalidTypeError` for what is neither an
    acceptance nor an offer of a case.
    """
    given: tuple[object, object] = (accepted, offer)
    if not (isinstance(given[0], OfferAccepted) and isinstance(given[1], Offer)):
        msg = (
            "serve_acceptance needs an OfferAccepted and the offer of the case that is "
            f"accepted, not {type(accepted).__name__} and {type(offer).__name__}. Pass "
            "case[OFFERS][…] as the second."
        )
        raise InvalidTypeError(msg, field="accepted", value=None)
    served = Served(
        title=title,
        triggers=(ACCEPTED,),
        by=accepted.accepted_by,
        on=offer.by,
        method=method,
        about=() if offer.service is None else (Ref("event", offer.service),),
        label=offer.label,
        happened_on=accepted.happened_on,
    )
    return Draft(served, event_id=event_id), Draft(evolve(accepted, service=event_id))
