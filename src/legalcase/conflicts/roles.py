"""Roles: what those of the vocabulary are to a check for conflicts."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["NEUTRALS", "OPPOSED", "OTHERS", "are_opposed", "is_bystander"]

#: Who decides or mediates between the parties (Model Rule 1.12).
NEUTRALS: Final = frozenset(
    {
        "arbitrator",
        "bankruptcy-judge",
        "judge",
        "magistrate-judge",
        "mediator",
        "referee",
        "special-master",
    }
)
#: What else somebody can be to a case without being a party, by the role.
OTHERS: Final = MappingProxyType(
    {
        "court-appointed-expert": "expert",
        "custody-evaluator": "expert",
        "expert": "expert",
        "material-witness": "witness",
        "minors-counsel": "counsel",
        "records-custodian": "witness",
        "witness": "witness",
        "prosecutor": "government",
        "agency": "government",
    }
)
#: Roles that stand against each other by definition: those of the vocabulary of the
#: law, which a test compares. They speak where no claim is recorded.
OPPOSED: Final = MappingProxyType(
    {
        "appellant": ("appellee", "respondent"),
        "applicant": ("respondent",),
        "civil-party": ("accused", "defendant"),
        "claimant": ("defendant", "respondent"),
        "counterclaimant": ("counter-defendant",),
        "cross-appellant": ("cross-appellee",),
        "cross-claimant": ("cross-defendant",),
        "petitioner": ("respondent",),
        "plaintiff": ("defendant",),
        "private-accessory-prosecutor": ("accused", "defendant"),
        "private-prosecutor": ("accused", "defendant"),
        "prosecutor": ("accused", "defendant", "juvenile"),
        "relator": ("defendant",),
        "subsidiary-prosecutor": ("accused", "defendant"),
        "third-party-plaintiff": ("third-party-defendant",),
    }
)


def is_bystander(roles: Iterable[str]) -> bool:
    """Tell whether these roles make nobody a party: neutrals, experts, witnesses."""
    held = tuple(roles)
    return bool(held) and all(
        role in NEUTRALS or OTHERS.get(role, "government") != "government"
        for role in held
    )


def are_opposed(one: Iterable[str], other: Iterable[str]) -> bool:
    """Tell whether some role of the one stands against some role of the other."""
    mine, theirs = tuple(one), frozenset(other)
    return any(
        not theirs.isdisjoint(OPPOSED.get(role, ()))
        or any(role in OPPOSED.get(each, ()) for each in theirs)
        for role in mine
    )
