"""SAFETY: the room of safety, as a table."""

from __future__ import annotations

from typing import Final

from acme_legal.safety import handlers
from acme_legal.safety.events import SafetyPlanMade, SafetyScreened
from acme_legal.safety.state import SECRET, Safety
from legalcase.kernel import Facet, Heard, Row
from legalcase.model import PartyLeft

__all__ = ["SAFETY"]

SAFETY: Final[Facet[Safety]] = Facet(
    name="acme-legal/safety",
    first=Safety(),
    rows=(
        Row(
            SafetyScreened,
            "acme-legal/safety-screened",
            1,
            handlers.screened,
            label=SECRET,
        ),
        Row(
            SafetyPlanMade,
            "acme-legal/safety-plan-made",
            1,
            handlers.planned,
            label=SECRET,
        ),
    ),
    hears=(Heard(PartyLeft, handlers.party_left),),
)
