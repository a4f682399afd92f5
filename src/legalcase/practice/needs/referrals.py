"""What can happen to a referral: an agency is asked, answers, and something comes."""

from __future__ import annotations

from datetime import date
from typing import Final

from attrs import field, frozen

from legalcase.errors import InvalidValueError
from legalcase.kernel.checks import (
    check_date,
    check_id,
    check_text,
    one_of,
    optional,
)
from legalcase.kernel.events.event import Event
from legalcase.kernel.events.ref import names, refers

__all__ = [
    "OUTCOMES",
    "ReferralAccepted",
    "ReferralDeclined",
    "ReferralEnded",
    "Referred",
]

#: What came of it.
OUTCOMES: Final = (
    "service-received",
    "not-eligible",
    "no-capacity",
    "not-reached",
    "client-declined",
    "other",
)


def _check_follow_up(day: date | None, on: date) -> None:
    if day is not None and day < on:
        msg = (
            f"We would ask on {day} what came of a referral, and it is {on} already. "
            "Pass a later day."
        )
        raise InvalidValueError(msg, field="follow_up_on", value=day)


@frozen(kw_only=True)
class Referred(Event):
    """For a need, an agency was asked to help: under which consent, and until when.

    `to` is the id of the agency, in the directory where there is one; `consent_id` is
    that under which we told it of the client; without one it is a bare address that
    the client was given. `follow_up_on` is when we ask what came of it.
    """

    referral_id: str = field(validator=check_id, metadata=names("practice/referral"))
    need_id: str = field(validator=check_id, metadata=refers("practice/need"))
    to: str = field(validator=check_id)
    consent_id: str | None = field(
        default=None, validator=optional(check_id), metadata=refers("practice/consent")
    )
    follow_up_on: date | None = field(default=None, validator=optional(check_date))
    text: str | None = field(default=None, repr=False, validator=optional(check_text))

    def __attrs_post_init__(self) -> None:
        """Refuse a follow-up before the referral."""
        _check_follow_up(self.follow_up_on, self.happened_on)


@frozen(kw_only=True)
class ReferralAccepted(Event):
    """The agency takes the client on; `follow_up_on` is when we ask what came of it.

    Left out, a day that was set before stays while it lies ahead of the answer.
    """

    referral_id: str = field(validator=check_id, metadata=refers("practice/referral"))
    follow_up_on: date | None = field(default=None, validator=optional(check_date))

    def __attrs_post_init__(self) -> None:
        """Refuse a follow-up before the answer."""
        _check_follow_up(self.follow_up_on, self.happened_on)


@frozen(kw_only=True)
class ReferralDeclined(Event):
    """The agency does not take the client on, and why."""

    referral_id: str = field(validator=check_id, metadata=refers("practice/referral"))
    ground: str = field(repr=False, validator=check_text)


@frozen(kw_only=True)
class ReferralEnded(Event):
    """What came of a referral; the need stays open until it is said to be met."""

    referral_id: str = field(validator=check_id, metadata=refers("practice/referral"))
    outcome: str = field(validator=one_of(OUTCOMES))
    text: str | None = field(default=None, repr=False, validator=optional(check_text))
