"""Claims: who claims what against whom, and what became of it."""

from legalcase.model.claims.adversity import (
    adverse_by_claim,
    adverse_parties,
)
from legalcase.model.claims.events import (
    ClaimAmended,
    ClaimDisposed,
    ClaimReinstated,
    ClaimStated,
)
from legalcase.model.claims.facet import (
    CLAIMS,
)
from legalcase.model.claims.state import (
    Claim,
    ClaimEnd,
    ClaimSides,
    ClaimState,
)

__all__ = [
    "CLAIMS",
    "Claim",
    "ClaimAmended",
    "ClaimDisposed",
    "ClaimEnd",
    "ClaimReinstated",
    "ClaimSides",
    "ClaimState",
    "ClaimStated",
    "adverse_by_claim",
    "adverse_parties",
]
