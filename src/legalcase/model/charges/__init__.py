"""Charges: the counts of which defendants are accused, and what became of each."""

from legalcase.model.charges.events import (
    Charged,
    ChargeDisposed,
    ChargesRevived,
    ChargesSuperseded,
    PleaEntered,
    PleaWithdrawn,
    SentenceImposed,
    VerdictReturned,
)
from legalcase.model.charges.facet import (
    CHARGES,
)
from legalcase.model.charges.state import (
    Charge,
    ChargeState,
    ChargeStep,
    Sentence,
    charges_of,
)

__all__ = [
    "CHARGES",
    "Charge",
    "ChargeDisposed",
    "ChargeState",
    "ChargeStep",
    "Charged",
    "ChargesRevived",
    "ChargesSuperseded",
    "PleaEntered",
    "PleaWithdrawn",
    "Sentence",
    "SentenceImposed",
    "VerdictReturned",
    "charges_of",
]
