"""PEOPLE: the room of those who take part in a case, as a table."""

from __future__ import annotations

from typing import Final

from legalcase.kernel.events.label import Label
from legalcase.kernel.rooms.facet import Facet, Row, Tracked
from legalcase.model.people import events as e
from legalcase.model.people import handlers
from legalcase.model.people import handlers_counsel as counsel
from legalcase.model.people import handlers_standing as standing
from legalcase.model.people.state import People

__all__ = ["PEOPLE"]

#: Whom we act for, and who cannot act alone, is nobody else's business.
_OURS: Final = Label(audience="firm", ground="confidential")
_PUBLIC: Final = Label(audience="public")

PEOPLE: Final[Facet[People]] = Facet(
    name="people",
    first=People(),
    rows=(
        Row(e.PartyJoined, "party-joined", 2, handlers.joined),
        Row(e.PartyLeft, "party-left", 1, handlers.left),
        Row(e.RoleTaken, "role-taken", 1, handlers.role_taken),
        Row(e.RoleEnded, "role-ended", 1, handlers.role_ended),
        Row(e.CounselAppeared, "counsel-appeared", 2, counsel.appeared),
        Row(e.CounselWithdrew, "counsel-withdrew", 1, counsel.withdrew),
        Row(
            e.CounselTerminated,
            "counsel-terminated",
            1,
            counsel.terminated,
            label=_PUBLIC,
        ),
        Row(
            e.CounselSubstituted,
            "counsel-substituted",
            1,
            counsel.substituted,
            label=_PUBLIC,
        ),
        Row(
            e.CounselSuspended,
            "counsel-suspended",
            1,
            counsel.suspended,
            label=_PUBLIC,
        ),
        Row(
            e.CounselReinstated,
            "counsel-reinstated",
            1,
            counsel.reinstated,
            label=_PUBLIC,
        ),
        Row(
            e.AppearedProSe,
            "appeared-pro-se",
            1,
            counsel.appeared_pro_se,
            label=_PUBLIC,
        ),
        Row(
            e.IncapacityFound,
            "incapacity-found",
            1,
            standing.incapacity_found,
            label=_OURS,
        ),
        Row(
            e.IncapacityEnded,
            "incapacity-ended",
            1,
            standing.incapacity_ended,
            label=_OURS,
        ),
        Row(e.BecameClient, "became-client", 1, standing.became_client, label=_OURS),
        Row(
            e.CeasedAsClient,
            "ceased-as-client",
            1,
            standing.ceased_as_client,
            label=_OURS,
        ),
    ),
    tracks=(Tracked(counsel.REPRESENTATION, counsel.standing),),
)
