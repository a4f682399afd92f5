"""What can happen between us and a client, from the first inquiry to the closing."""

from __future__ import annotations

from attrs import field, frozen

from legalcase.kernel.checks import (
    check_id,
    check_ids,
    check_kind,
    check_text,
    one_of,
    optional,
)
from legalcase.kernel.events.event import Event
from legalcase.kernel.events.ref import Ref, names, refers
from legalcase.model.engagement.state import CLEARED_AS

__all__ = [
    "ConflictReviewBegun",
    "ConflictReviewCleared",
    "Engaged",
    "EngagementClosed",
    "EngagementClosingBegun",
    "EngagementDeclined",
    "EngagementOpened",
    "EngagementPutOnHold",
    "EngagementReopened",
    "EngagementResumed",
    "EngagementTermsChanged",
    "InquiryMade",
]

_ref = check_kind(Ref, "Pass Ref('event', …).")


@frozen(kw_only=True)
class InquiryMade(Event):
    """Somebody asked whether we would act: a prospective client (Model Rule 1.18).

    `client_ids` are those parties of the case, where they have joined it; `inquirer`
    is who asked, in words.
    """

    client_ids: tuple[str, ...] = field(
        default=(), validator=check_ids, metadata=refers("party")
    )
    inquirer: str | None = field(
        default=None, repr=False, validator=optional(check_text)
    )


@frozen(kw_only=True)
class ConflictReviewBegun(Event):
    """We began to look for conflicts of interest (Model Rules 1.7 to 1.10)."""

    review_id: str = field(
        validator=check_id, metadata=names("conflict-review", again=False)
    )


@frozen(kw_only=True)
class ConflictReviewCleared(Event):
    """A conflict review ended, and we may act: `cleared_as` says on which footing.

    ``"no-conflict"``: nothing was found; ``"consented"``: those concerned gave their
    informed consent, `consent` refers to it; ``"screened"``: somebody is kept away.
    """

    review_id: str = field(validator=check_id, metadata=refers("conflict-review"))
    cleared_as: str = field(default="no-conflict", validator=one_of(CLEARED_AS))
    consent: Ref | None = field(default=None, validator=optional(_ref))


@frozen(kw_only=True)
class Engaged(Event):
    """The client engaged us, for what `scope` says, under a fee agreement if known.

    `client_ids` are the parties for whom we act; without any, those of the inquiry.
    It follows a conflict review that was cleared. Where there is none in this log,
    `without_review` says why: the court appointed us, the matter was taken over from
    another system.
    """

    client_ids: tuple[str, ...] = field(
        default=(), validator=check_ids, metadata=refers("party")
    )
    scope: str | None = field(default=None, repr=False, validator=optional(check_text))
    fee_agreement: Ref | None = field(default=None, validator=optional(_ref))
    without_review: str | None = field(
        default=None, repr=False, validator=optional(check_text)
    )


@frozen(kw_only=True)
class EngagementTermsChanged(Event):
    """Scope, fee agreement or clients are others now; ``None`` leaves one as it is.

    `client_ids` are all for whom we act from now on, where any is named.
    """

    client_ids: tuple[str, ...] = field(
        default=(), validator=check_ids, metadata=refers("party")
    )
    scope: str | None = field(default=None, repr=False, validator=optional(check_text))
    fee_agreement: Ref | None = field(default=None, validator=optional(_ref))


@frozen(kw_only=True)
class EngagementDeclined(Event):
    """We do not act. What we owe to one who asked stays owed (Model Rule 1.18)."""

    ground: str | None = field(default=None, repr=False, validator=optional(check_text))


@frozen(kw_only=True)
class EngagementOpened(Event):
    """The matter is open: work began."""


@frozen(kw_only=True)
class EngagementPutOnHold(Event):
    """Work rests for a time; a stay by the court is a `CaseStayed`."""

    ground: str | None = field(default=None, repr=False, validator=optional(check_text))


@frozen(kw_only=True)
class EngagementResumed(Event):
    """Work goes on, after a time on hold or after the closing had begun."""


@frozen(kw_only=True)
class EngagementClosingBegun(Event):
    """The matter is being closed: done, withdrawn from, or taken from us.

    What is left: accounts, papers to give back, the last letter (Model Rule 1.16(d)).
    """

    ground: str | None = field(default=None, repr=False, validator=optional(check_text))


@frozen(kw_only=True)
class EngagementClosed(Event):
    """The representation ended; the records are kept from here on."""


@frozen(kw_only=True)
class EngagementReopened(Event):
    """We act again in a matter that was closed, after a new conflict review."""

    ground: str | None = field(default=None, repr=False, validator=optional(check_text))
