"""Filings: what we file, from the draft until the clerk takes it."""

from legalcase.model.filings.accepting import (
    filing_accepted,
)
from legalcase.model.filings.events import (
    FilingAbandoned,
    FilingAccepted,
    FilingDrafted,
    FilingRejected,
    FilingReturned,
    FilingSentForReview,
    FilingSigned,
    FilingSubmitted,
)
from legalcase.model.filings.facet import (
    FILINGS,
)
from legalcase.model.filings.state import (
    Filing,
    FilingState,
    Submission,
)

__all__ = [
    "FILINGS",
    "Filing",
    "FilingAbandoned",
    "FilingAccepted",
    "FilingDrafted",
    "FilingRejected",
    "FilingReturned",
    "FilingSentForReview",
    "FilingSigned",
    "FilingState",
    "FilingSubmitted",
    "Submission",
    "filing_accepted",
]
