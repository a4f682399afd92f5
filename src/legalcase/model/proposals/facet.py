"""PROPOSALS: the room of what was proposed and declined, as a table."""

from __future__ import annotations

from typing import Final

from legalcase.kernel.register import Register
from legalcase.kernel.rooms.facet import Facet, Row
from legalcase.model.proposals import handlers
from legalcase.model.proposals.events import ProposalDeclined
from legalcase.model.proposals.state import OURS, Declined

__all__ = ["PROPOSALS"]

PROPOSALS: Final[Facet[Register[Declined]]] = Facet(
    name="proposals",
    first=Register(
        "declined proposal", "It has the id of the event by which it was declined."
    ),
    rows=(
        Row(
            ProposalDeclined,
            "proposal-declined",
            1,
            handlers.declined,
            label=OURS,
        ),
    ),
)
