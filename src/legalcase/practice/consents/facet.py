"""CONSENTS: the room of what may be shared and what was, as a table."""

from __future__ import annotations

from typing import Final

from legalcase.kernel.register import Register
from legalcase.kernel.rooms.facet import Facet, Row, Tracked
from legalcase.practice.consents import handlers
from legalcase.practice.consents.events import (
    ConsentGiven,
    ConsentRevoked,
    InformationShared,
)
from legalcase.practice.consents.state import CONFIDED, Consents

__all__ = ["CONSENTS"]

CONSENTS: Final[Facet[Consents]] = Facet(
    name="practice/consents",
    first=Consents(given=Register("consent"), shared=Register("sharing")),
    rows=(
        Row(ConsentGiven, "practice/consent-given", 1, handlers.given, label=CONFIDED),
        Row(
            ConsentRevoked,
            "practice/consent-revoked",
            1,
            handlers.revoked,
            label=CONFIDED,
        ),
        Row(
            InformationShared,
            "practice/information-shared",
            1,
            handlers.shared,
            label=CONFIDED,
        ),
    ),
    tracks=(Tracked(handlers.CONSENT_CYCLE, handlers.standing),),
)
