"""CLAIMS: the room of who claims what against whom, as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from legalcase.kernel.events.label import PUBLIC
from legalcase.kernel.register import Register
from legalcase.kernel.rooms.facet import Facet, Row, Tracked
from legalcase.model.claims import handlers
from legalcase.model.claims.events import (
    ClaimAmended,
    ClaimDisposed,
    ClaimReinstated,
    ClaimStated,
)

if TYPE_CHECKING:
    from legalcase.model.claims.state import Claim

__all__ = ["CLAIMS"]

CLAIMS: Final[Facet[Register[Claim]]] = Facet(
    name="claims",
    first=Register(
        "claim", "The case knows a claim from the event ClaimStated: record that first."
    ),
    rows=(
        Row(ClaimStated, "claim-stated", 1, handlers.stated, label=PUBLIC),
        Row(
            ClaimAmended,
            "claim-amended",
            1,
            handlers.amended,
            handlers.check_day,
            label=PUBLIC,
        ),
        Row(
            ClaimDisposed,
            "claim-disposed",
            1,
            handlers.disposed,
            handlers.check_day,
            label=PUBLIC,
        ),
        Row(
            ClaimReinstated,
            "claim-reinstated",
            1,
            handlers.reinstated,
            handlers.check_day,
            label=PUBLIC,
            missing=handlers.nothing_to_reinstate,
        ),
    ),
    tracks=(Tracked(handlers.CLAIM, handlers.standing),),
)
