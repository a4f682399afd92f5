"""Filing: a paper that is to be filed, and each time that it was handed in."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from legalcase.kernel.events.label import Label
from legalcase.plain_data import PlainData

if TYPE_CHECKING:
    from legalcase.kernel.register import Register

__all__ = ["DRAFTED", "Filing", "FilingState", "Submission", "submitted_as"]

#: What bears a paper of ours, until the clerk has taken it.
DRAFTED: Final = Label(audience="firm", ground="work-product")


class FilingState(StrEnum):
    """Where a filing stands."""

    DRAFT = "draft"
    IN_REVIEW = "in-review"
    SIGNED = "signed"
    SUBMITTED = "submitted"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    ABANDONED = "abandoned"


@frozen(kw_only=True)
class Submission(PlainData):
    """One time that it was handed in, when, and what the clerk said to it.

    `outcome` is ``None`` before, ``"accepted"`` or ``"rejected"``; `reason` is that of
    a rejection, `answered_by` the event.
    """

    event_id: str
    happened: date | datetime
    transaction: str | None = field(default=None, repr=False)
    outcome: str | None = None
    answered_by: str | None = None
    answered_on: date | None = None
    reason: str | None = field(default=None, repr=False)


@frozen(kw_only=True)
class Filing(PlainData):
    """A paper on its way to the docket, with every submission, the first one first.

    `entry_id` is the entry of the docket that it became: ask the docket whether it was
    struck or sealed. `was_reviewed` and `signed_by` speak of the text as it is now.
    """

    filing_id: str
    title: str = field(repr=False)
    by: tuple[str, ...] = ()
    paper: str | None = None
    triggers: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    label: Label = DRAFTED
    drafted_on: date
    state: FilingState = FilingState.DRAFT
    was_reviewed: bool = False
    reviewer: str | None = field(default=None, repr=False)
    signed_by: str | None = field(default=None, repr=False)
    signed_on: date | None = None
    submissions: tuple[Submission, ...] = ()
    entry_id: str | None = None

    @property
    def is_open(self) -> bool:
        """Whether something is still to be done or to be waited for."""
        return self.state not in (FilingState.ACCEPTED, FilingState.ABANDONED)


def submitted_as(
    filings: Register[Filing], event_id: str
) -> tuple[Filing, Submission] | None:
    """Return the filing that was handed in by an event, and that submission."""
    for filing in filings:
        for submission in filing.submissions:
            if submission.event_id == event_id:
                return filing, submission
    return None
