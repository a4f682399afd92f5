"""Proposals: which deadlines that the law gives are not to be proposed again."""

from legalcase.model.proposals.events import (
    ProposalDeclined,
)
from legalcase.model.proposals.facet import (
    PROPOSALS,
)
from legalcase.model.proposals.state import (
    Declined,
)

__all__ = [
    "PROPOSALS",
    "Declined",
    "ProposalDeclined",
]
