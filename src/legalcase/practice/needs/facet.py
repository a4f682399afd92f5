"""NEEDS: the room of what people need and who was asked to help, as a table."""

from __future__ import annotations

from typing import Final

from legalcase.kernel.facet import Facet, Row, Tracked
from legalcase.kernel.register import Register
from legalcase.practice.needs import handlers
from legalcase.practice.needs.events import (
    NeedChanged,
    NeedDropped,
    NeedFound,
    NeedReopened,
    NeedSatisfied,
)
from legalcase.practice.needs.referrals import (
    ReferralAccepted,
    ReferralDeclined,
    ReferralEnded,
    Referred,
)
from legalcase.practice.needs.state import CONFIDED, Needs

__all__ = ["NEEDS"]

_changed = handlers.changed
_answered = handlers.answered

NEEDS: Final[Facet[Needs]] = Facet(
    name="practice/needs",
    first=Needs(needs=Register("need"), referrals=Register("referral")),
    rows=(
        Row(NeedFound, "practice/need-found", 1, handlers.found, label=CONFIDED),
        Row(NeedChanged, "practice/need-changed", 1, _changed, label=CONFIDED),
        Row(NeedSatisfied, "practice/need-satisfied", 1, _changed, label=CONFIDED),
        Row(NeedDropped, "practice/need-dropped", 1, _changed, label=CONFIDED),
        Row(NeedReopened, "practice/need-reopened", 1, _changed, label=CONFIDED),
        Row(Referred, "practice/referred", 1, handlers.referred, label=CONFIDED),
        Row(
            ReferralAccepted,
            "practice/referral-accepted",
            1,
            _answered,
            label=CONFIDED,
        ),
        Row(
            ReferralDeclined,
            "practice/referral-declined",
            1,
            _answered,
            label=CONFIDED,
        ),
        Row(ReferralEnded, "practice/referral-ended", 1, _answered, label=CONFIDED),
    ),
    tracks=(
        Tracked(handlers.NEED_CYCLE, handlers.needs),
        Tracked(handlers.REFERRAL_CYCLE, handlers.referrals),
    ),
)
