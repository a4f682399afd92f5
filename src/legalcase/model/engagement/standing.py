"""Where we stand with the client, for what can follow, and what is missing for it."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from legalcase.kernel.folding.folded import Folded
    from legalcase.kernel.rooms.facet import Attempt
    from legalcase.model.engagement.state import Engagement

__all__ = [
    "NO_REVIEW",
    "missing_to_engage",
    "missing_to_reopen",
    "place_of",
    "reviewing",
    "standing",
]

#: What is missing where nobody has looked for conflicts, by the event that needs it.
NO_REVIEW: Final = MappingProxyType(
    {
        "Engaged": "a conflict review that was cleared, or without_review, which says "
        "why there is none",
        "EngagementReopened": "a conflict review that was begun after the closing, and "
        "cleared",
    }
)


def place_of(engagement: Engagement | None) -> str:
    """Return where we stand: ``"none"`` where nothing was ever said of it."""
    return "none" if engagement is None else str(engagement.status)


def standing(engagement: Engagement | None) -> Iterable[tuple[str, str]]:
    """Return where we stand with the client, for what can happen next."""
    return (("", place_of(engagement)),)


def reviewing(engagement: Engagement | None) -> Iterable[tuple[str, str]]:
    """Return (id, whether it was cleared) of each conflict review."""
    reviews = () if engagement is None else engagement.reviews
    return tuple(
        (one.review_id, "cleared" if one.is_cleared else "begun") for one in reviews
    )


def missing_to_engage(
    engagement: Engagement | None, _: str, __: Attempt, ___: Folded
) -> Iterable[str]:
    """Say what is missing before we can be engaged."""
    if engagement is None or not engagement.is_reviewed:
        yield NO_REVIEW["Engaged"]


def missing_to_reopen(
    engagement: Engagement | None, _: str, __: Attempt, ___: Folded
) -> Iterable[str]:
    """Say what is missing before a matter can be reopened."""
    if engagement is None or not engagement.is_reviewed:
        yield NO_REVIEW["EngagementReopened"]
