"""FACTS: the room of what is known to be so, as a table."""

from __future__ import annotations

from typing import Final

from legalcase.kernel.register import Register
from legalcase.kernel.rooms.facet import Facet, Row
from legalcase.model.facts import handlers
from legalcase.model.facts.events import FactEstablished
from legalcase.model.facts.state import FOUND_OUT, EstablishedFact

__all__ = ["FACTS"]

FACTS: Final[Facet[Register[EstablishedFact]]] = Facet(
    name="facts",
    first=Register(
        "established fact", "A fact has the id of the event that established it."
    ),
    rows=(
        Row(
            FactEstablished,
            "fact-established",
            1,
            handlers.established,
            label=FOUND_OUT,
        ),
    ),
)
