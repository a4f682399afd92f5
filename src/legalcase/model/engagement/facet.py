"""ENGAGEMENT: the room of where we stand with the client, as a table."""

from __future__ import annotations

from typing import Final

from legalcase.kernel.rooms.facet import Facet, Row, Tracked
from legalcase.model.engagement import handlers, standing
from legalcase.model.engagement.events import (
    ConflictReviewBegun,
    ConflictReviewCleared,
    Engaged,
    EngagementClosed,
    EngagementClosingBegun,
    EngagementDeclined,
    EngagementOpened,
    EngagementPutOnHold,
    EngagementReopened,
    EngagementResumed,
    EngagementTermsChanged,
    InquiryMade,
)
from legalcase.model.engagement.state import CONFIDENTIAL, Engagement

__all__ = ["ENGAGEMENT"]

_moved = handlers.moved

ENGAGEMENT: Final[Facet[Engagement | None]] = Facet(
    name="engagement",
    first=None,
    rows=(
        Row(InquiryMade, "inquiry-made", 1, _moved, label=CONFIDENTIAL),
        Row(
            ConflictReviewBegun,
            "conflict-review-begun",
            1,
            handlers.review_begun,
            label=CONFIDENTIAL,
        ),
        Row(
            ConflictReviewCleared,
            "conflict-review-cleared",
            1,
            handlers.review_cleared,
            label=CONFIDENTIAL,
        ),
        Row(
            Engaged,
            "engaged",
            1,
            _moved,
            label=CONFIDENTIAL,
            missing=standing.missing_to_engage,
        ),
        Row(
            EngagementTermsChanged,
            "engagement-terms-changed",
            1,
            handlers.terms_changed,
            label=CONFIDENTIAL,
        ),
        Row(EngagementDeclined, "engagement-declined", 1, _moved, label=CONFIDENTIAL),
        Row(EngagementOpened, "engagement-opened", 1, _moved, label=CONFIDENTIAL),
        Row(
            EngagementPutOnHold, "engagement-put-on-hold", 1, _moved, label=CONFIDENTIAL
        ),
        Row(EngagementResumed, "engagement-resumed", 1, _moved, label=CONFIDENTIAL),
        Row(
            EngagementClosingBegun,
            "engagement-closing-begun",
            1,
            _moved,
            label=CONFIDENTIAL,
        ),
        Row(EngagementClosed, "engagement-closed", 1, _moved, label=CONFIDENTIAL),
        Row(
            EngagementReopened,
            "engagement-reopened",
            1,
            _moved,
            label=CONFIDENTIAL,
            missing=standing.missing_to_reopen,
        ),
    ),
    tracks=(
        Tracked(handlers.ENGAGEMENT_CYCLE, standing.standing),
        Tracked(handlers.REVIEW_CYCLE, standing.reviewing),
    ),
)
