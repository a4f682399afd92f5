"""Communications: what we said and heard, what was promised, what a client may see."""

from legalcase.practice.communications.events import (
    CadenceAgreed,
    Communicated,
    ContactPreferenceSet,
    ReplyGiven,
    ReplyWaived,
    StatusAgreed,
)
from legalcase.practice.communications.expected import (
    ExpectationAcknowledged,
    ExpectationDropped,
    ExpectationMet,
    ExpectationStated,
)
from legalcase.practice.communications.facet import (
    COMMUNICATIONS,
)
from legalcase.practice.communications.state import (
    AgreedStatus,
    Cadence,
    Communication,
    Communications,
    ContactPreference,
    Expectation,
)

__all__ = [
    "COMMUNICATIONS",
    "AgreedStatus",
    "Cadence",
    "CadenceAgreed",
    "Communicated",
    "Communication",
    "Communications",
    "ContactPreference",
    "ContactPreferenceSet",
    "Expectation",
    "ExpectationAcknowledged",
    "ExpectationDropped",
    "ExpectationMet",
    "ExpectationStated",
    "ReplyGiven",
    "ReplyWaived",
    "StatusAgreed",
]
