"""Offers: who offered what to whom to settle, until when, and what became of it."""

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
from legalcase.practice.settlement.offers.events import (
    OfferChanged,
    OfferMade,
)
from legalcase.practice.settlement.offers.facet import (
    OFFERS,
)
from legalcase.practice.settlement.offers.proposing import (
    serve_acceptance,
    serve_offer,
)
from legalcase.practice.settlement.offers.state import (
    Offer,
    OfferStep,
)

__all__ = [
    "OFFERS",
    "Offer",
    "OfferAccepted",
    "OfferChanged",
    "OfferCompared",
    "OfferCountered",
    "OfferLapsed",
    "OfferMade",
    "OfferRejected",
    "OfferReleased",
    "OfferStep",
    "OfferWithdrawn",
    "serve_acceptance",
    "serve_offer",
]
