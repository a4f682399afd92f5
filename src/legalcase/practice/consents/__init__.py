"""Consents: to what a client has agreed that we share, with whom, until when."""

from legalcase.practice.consents.events import (
    ConsentGiven,
    ConsentRevoked,
    InformationShared,
)
from legalcase.practice.consents.facet import (
    CONSENTS,
)
from legalcase.practice.consents.sharing import (
    Sharing,
    may_share,
)
from legalcase.practice.consents.state import (
    Consent,
    Consents,
    Shared,
)

__all__ = [
    "CONSENTS",
    "Consent",
    "ConsentGiven",
    "ConsentRevoked",
    "Consents",
    "InformationShared",
    "Shared",
    "Sharing",
    "may_share",
]
