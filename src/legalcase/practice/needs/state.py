"""Need and referral: what is needed, how urgently, who was asked, and what came."""

from __future__ import annotations

from datetime import date
from typing import Final

from attrs import field, frozen

from legalcase.kernel.events.label import Label
from legalcase.kernel.register import Register
from legalcase.plain_data import PlainData

__all__ = ["CONFIDED", "Need", "Needs", "Referral"]

#: What somebody lacks is their own affair.
CONFIDED: Final = Label(audience="firm", ground="privacy")


@frozen(kw_only=True)
class Need(PlainData):
    """What a party needs: its sort, its urgency, how we know, and where it stands."""

    need_id: str
    of: str
    category: str
    urgency: str
    text: str | None = field(default=None, repr=False)
    from_assessment: str | None = None
    stated_by: str | None = field(default=None, repr=False)
    found_on: date
    state: str = "open"
    ended_on: date | None = None
    by_referral: str | None = None
    label: Label

    @property
    def is_open(self) -> bool:
        """Whether it is still to be met."""
        return self.state == "open"


@frozen(kw_only=True)
class Referral(PlainData):
    """To whom a party was referred for a need, and what came of it."""

    referral_id: str
    need_id: str
    to: str
    consent_id: str | None = None
    state: str = "made"
    referred_on: date
    follow_up_on: date | None = None
    answered_on: date | None = None
    ended_on: date | None = None
    outcome: str | None = None

    @property
    def is_open(self) -> bool:
        """Whether nobody has said what came of it."""
        return self.state in {"made", "accepted"}


@frozen(kw_only=True)
class Needs(PlainData):
    """The needs of the people of a case, and the referrals for them."""

    needs: Register[Need]
    referrals: Register[Referral]

    def referrals_for(self, need_id: str) -> tuple[Referral, ...]:
        """Return the referrals for a need, the oldest first."""
        return tuple(one for one in self.referrals if one.need_id == need_id)
