"""Needs: what somebody lacks beside the law, who was asked to help, and what came."""

from legalcase.practice.needs.events import (
    NeedChanged,
    NeedDropped,
    NeedFound,
    NeedReopened,
    NeedSatisfied,
)
from legalcase.practice.needs.facet import (
    NEEDS,
)
from legalcase.practice.needs.referrals import (
    ReferralAccepted,
    ReferralDeclined,
    ReferralEnded,
    Referred,
)
from legalcase.practice.needs.state import (
    Need,
    Needs,
    Referral,
)

__all__ = [
    "NEEDS",
    "Need",
    "NeedChanged",
    "NeedDropped",
    "NeedFound",
    "NeedReopened",
    "NeedSatisfied",
    "Needs",
    "Referral",
    "ReferralAccepted",
    "ReferralDeclined",
    "ReferralEnded",
    "Referred",
]
