"""PEOPLE: the room of those who take part in a case, as a table."""

from __future__ import annotations

from typing import Final

from legalcase.kernel.facet import Facet, Row
from legalcase.model.people import handlers
from legalcase.model.people.events import (
    CounselAppeared,
    CounselWithdrew,
    PartyJoined,
    PartyLeft,
    RoleEnded,
    RoleTaken,
)
from legalcase.model.people.state import People

__all__ = ["PEOPLE"]

PEOPLE: Final[Facet[People]] = Facet(
    name="people",
    first=People(),
    rows=(
        Row(PartyJoined, "party-joined", 2, handlers.joined),
        Row(PartyLeft, "party-left", 1, handlers.left),
        Row(RoleTaken, "role-taken", 1, handlers.role_taken),
        Row(RoleEnded, "role-ended", 1, handlers.role_ended),
        Row(CounselAppeared, "counsel-appeared", 2, handlers.appeared),
        Row(CounselWithdrew, "counsel-withdrew", 1, handlers.withdrew),
    ),
)
