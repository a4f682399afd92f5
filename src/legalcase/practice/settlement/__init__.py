"""Settlement: what was offered to settle a claim, and what became of it."""

# What each room has to offer stands in the room; here it is gathered, by name: a type
# checker passes on no names that another list names.
from legalcase.practice.settlement.offers import (
    OFFERS,
    Offer,
    OfferAccepted,
    OfferChanged,
    OfferCompared,
    OfferCountered,
    OfferLapsed,
    OfferMade,
    OfferRejected,
    OfferReleased,
    OfferStep,
    OfferWithdrawn,
    serve_acceptance,
    serve_offer,
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
