"""Engagement: whether we act for a client in this matter, from inquiry to closing."""

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
from legalcase.model.engagement.facet import (
    ENGAGEMENT,
)
from legalcase.model.engagement.state import (
    ConflictReview,
    Engagement,
    EngagementChange,
    EngagementStatus,
    Inquirer,
)

__all__ = [
    "ENGAGEMENT",
    "ConflictReview",
    "ConflictReviewBegun",
    "ConflictReviewCleared",
    "Engaged",
    "Engagement",
    "EngagementChange",
    "EngagementClosed",
    "EngagementClosingBegun",
    "EngagementDeclined",
    "EngagementOpened",
    "EngagementPutOnHold",
    "EngagementReopened",
    "EngagementResumed",
    "EngagementStatus",
    "EngagementTermsChanged",
    "Inquirer",
    "InquiryMade",
]
