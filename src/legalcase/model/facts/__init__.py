"""Facts: what decides a deadline and was found to be so, in the case or of a party."""

from legalcase.model.facts.events import (
    FactEstablished,
)
from legalcase.model.facts.facet import (
    FACTS,
)
from legalcase.model.facts.state import (
    EstablishedFact,
)

__all__ = [
    "FACTS",
    "EstablishedFact",
    "FactEstablished",
]
