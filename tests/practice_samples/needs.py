"""Samples of needs and referrals."""

from __future__ import annotations

from datetime import date

from case_files import CANARY, DAY
from legalcase.kernel import Label
from legalcase.practice import (
    ConsentGiven,
    NeedChanged,
    NeedDropped,
    NeedFound,
    NeedReopened,
    NeedSatisfied,
    ReferralAccepted,
    ReferralDeclined,
    ReferralEnded,
    Referred,
)
from practice_samples.assessments import SCREEN

#: What stands in other rooms, and is there before.
BEFORE = (
    SCREEN.assess(
        {"roof": "no", "safe": "no"},
        assessment_id="screened",
        of="roe",
        by="worker",
        on=DAY,
    ),
    ConsentGiven(
        consent_id="told",
        given_by="roe",
        covers=("housing",),
        recipients=("agency:7",),
        purpose="help",
        happened_on=DAY,
    ),
)


def _referred(name: str) -> Referred:
    return Referred(
        referral_id=name,
        need_id="home",
        to="agency:7",
        consent_id="told",
        follow_up_on=date(2026, 6, 20),
        text=f"Two rooms {CANARY}",
        happened_on=DAY,
    )


EVENTS = (
    NeedFound(
        need_id="home",
        of="roe",
        category="housing",
        urgency="urgent",
        text=f"Evicted on Monday {CANARY}",
        from_assessment="screened",
        stated_by=f"a cousin {CANARY}",
        label=Label(audience="owner", ground="privacy"),
        happened_on=DAY,
    ),
    NeedChanged(
        need_id="home",
        urgency="emergency",
        ground=f"Tonight {CANARY}",
        happened_on=DAY,
    ),
    _referred("shelter"),
    ReferralAccepted(referral_id="shelter", follow_up_on=DAY, happened_on=DAY),
    ReferralEnded(
        referral_id="shelter",
        outcome="service-received",
        text=f"Two rooms {CANARY}",
        happened_on=DAY,
    ),
    _referred("city"),
    ReferralDeclined(referral_id="city", ground=f"Full {CANARY}", happened_on=DAY),
    NeedSatisfied(
        need_id="home", how=f"A room {CANARY}", by_referral="shelter", happened_on=DAY
    ),
    NeedReopened(need_id="home", ground=f"Lost it {CANARY}", happened_on=DAY),
    NeedDropped(need_id="home", ground=f"Moved away {CANARY}", happened_on=DAY),
)
