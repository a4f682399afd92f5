"""Engagement: where we stand with the client, with the conflict reviews."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Final

from attrs import field, frozen

from legalcase.kernel.events.label import Label
from legalcase.plain_data import PlainData

__all__ = [
    "CLEARED_AS",
    "CONFIDENTIAL",
    "ConflictReview",
    "Engagement",
    "EngagementChange",
    "EngagementStatus",
    "Inquirer",
]

#: What passes between us and a client, or one who might become it (Model Rules 1.6,
#: 1.18(b)), is nobody else's unless somebody says otherwise.
CONFIDENTIAL: Final = Label(audience="firm", ground="privileged")

#: How a conflict review can be cleared: nothing was found; those concerned gave their
#: informed consent in writing; whoever is concerned was screened off.
CLEARED_AS: Final = ("no-conflict", "consented", "screened")


class EngagementStatus(StrEnum):
    """Where we stand with the client in a matter."""

    INQUIRY = "inquiry"
    CONFLICT_REVIEW = "conflict-review"
    DECLINED = "declined"
    ENGAGED = "engaged"
    OPEN = "open"
    ON_HOLD = "on-hold"
    CLOSING = "closing"
    CLOSED = "closed"


@frozen(kw_only=True)
class EngagementChange(PlainData):
    """A change of standing: to what, on which day, by which event."""

    to: EngagementStatus
    on: date
    event_id: str


@frozen(kw_only=True)
class ConflictReview(PlainData):
    """A review of conflicts of interest; `cleared_as` is a word of `CLEARED_AS`.

    `cleared_on` and `cleared_as` are ``None`` until it is cleared; one that ends in a
    refusal to act never is.
    """

    review_id: str
    begun_on: date
    cleared_on: date | None = None
    cleared_as: str | None = None

    @property
    def is_cleared(self) -> bool:
        """Whether it was cleared."""
        return self.cleared_on is not None


@frozen(kw_only=True)
class Inquirer(PlainData):
    """Who asked whether we would act, in words: no party of the case is named.

    `name` is what was recorded of them, `event_id` the line that says so.
    """

    name: str = field(repr=False)
    asked_on: date
    event_id: str


@frozen(kw_only=True)
class Engagement(PlainData):
    """Where we stand with the client: status, for whom, on which terms, the history.

    `client_ids` are the parties of the case for whom we act, where they are known;
    `scope` is what we are to do, in the words of the agreement; `fee_agreement` says
    by noun and id where the agreement stands. `inquirers` are those who asked us and
    of whom there are words alone. `without_review` is the ground on which
    we were engaged without a conflict review. Of `reviews`, those before
    `reviewed_from` are older than the last closing. `label` says who may see it: the
    strictest that any of its events bore.
    """

    status: EngagementStatus
    client_ids: tuple[str, ...] = ()
    scope: str | None = field(default=None, repr=False)
    fee_agreement: str | None = None
    inquirers: tuple[Inquirer, ...] = field(default=(), repr=False)
    without_review: str | None = field(default=None, repr=False)
    history: tuple[EngagementChange, ...] = ()
    reviews: tuple[ConflictReview, ...] = ()
    reviewed_from: int = 0
    label: Label = CONFIDENTIAL

    @property
    def is_over(self) -> bool:
        """Whether it is closed, or was declined."""
        return self.status in (EngagementStatus.CLOSED, EngagementStatus.DECLINED)

    @property
    def is_reviewed(self) -> bool:
        """Whether a conflict review was begun, since the last closing, and cleared."""
        return any(one.is_cleared for one in self.reviews[self.reviewed_from :])

    @property
    def open_reviews(self) -> tuple[ConflictReview, ...]:
        """The conflict reviews that are not cleared."""
        return tuple(one for one in self.reviews if not one.is_cleared)

    def on(self, status: str) -> tuple[date, ...]:
        """Return the days on which it came to a status, in the order of the log."""
        return tuple(one.on for one in self.history if one.to == status)
