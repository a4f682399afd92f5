"""NEEDS: the room of what people need and who was asked to help, as a table."""

from __future__ import annotations

from typing import Final

from legalcase.kernel.register import Register
from legalcase.kernel.rooms.facet import Facet, Row, Tracked
from legalcase.practice.in_order import NotBefore
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

_need = NotBefore(within="needs", named_by="need_id", since="found_on")
_referral = NotBefore(within="referrals", named_by="referral_id", since="referred_on")

_changed = handlers.changed
_answered = handlers.answered

NEEDS: Final[Facet[Needs]] = Facet(
    name="practice/needs",
    first=Needs(needs=Register("need"), referrals=Register("referral")),
    rows=(
        Row(NeedFound, "practice/need-found", 1, handlers.found, label=CONFIDED),
        Row(
            NeedChanged,
            "practice/need-changed",
            1,
            _changed,
            check=_need,
            label=CONFIDED,
        ),
        Row(
            NeedSatisfied,
            "practice/need-satisfied",
            1,
            _changed,
            check=_need,
            label=CONFIDED,
        ),
        Row(
            NeedDropped,
            "practice/need-dropped",
            1,
            _changed,
            check=_need,
            label=CONFIDED,
        ),
        Row(
            NeedReopened,
            "practice/need-reopened",
            1,
            _changed,
            check=_need,
            label=CONFIDED,
        ),
        Row(
            Referred,
            "practice/referred",
            1,
            handlers.referred,
            check=_need,
            label=CONFIDED,
        ),
        Row(
            ReferralAccepted,
            "practice/referral-accepted",
            1,
            _answered,
            check=_referral,
            label=CONFIDED,
        ),
        Row(
            ReferralDeclined,
            "practice/referral-declined",
            1,
            _answered,
            check=_referral,
            label=CONFIDED,
        ),
        Row(
            ReferralEnded,
            "practice/referral-ended",
            1,
            _answered,
            check=_referral,
            label=CONFIDED,
        ),
    ),
    tracks=(
        Tracked(handlers.NEED_CYCLE, handlers.needs),
        Tracked(handlers.REFERRAL_CYCLE, handlers.referrals),
    ),
)
