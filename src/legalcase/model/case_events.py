"""What happens to a case as a whole, and to the people in it."""

from __future__ import annotations

from datetime import date

from attrs import field, frozen

from legalcase.model.checks import (
    check_date,
    check_id,
    check_kind,
    check_text,
    one_of,
    optional,
)
from legalcase.model.docket import LABELS
from legalcase.model.people import Participant, Representation

__all__ = [
    "CaseClosed",
    "CaseDisposed",
    "CaseOpened",
    "CaseReactivated",
    "CaseReopened",
    "CaseStayed",
    "CounselAppeared",
    "CounselWithdrew",
    "NoteAdded",
    "PartyJoined",
    "PartyLeft",
]


@frozen(kw_only=True)
class CaseOpened:
    """A case was opened; `court` and `forum` are ids of the law, `number` the court's.

    `court` and `number` are ``None`` before anything is filed.
    """

    caption: str = field(repr=False, validator=check_text)
    happened_on: date = field(validator=check_date)
    court: str | None = field(default=None, validator=optional(check_id))
    number: str | None = field(default=None, repr=False, validator=optional(check_text))
    forum: str | None = field(default=None, validator=optional(check_id))


@frozen(kw_only=True)
class CaseStayed:
    """The case was placed on the inactive list: a stay, a bankruptcy, an appeal."""

    ground: str = field(repr=False, validator=check_text)
    happened_on: date = field(validator=check_date)


@frozen(kw_only=True)
class CaseReactivated:
    """The case was taken off the inactive list."""

    happened_on: date = field(validator=check_date)


@frozen(kw_only=True)
class CaseDisposed:
    """The court is done with the case; what runs after judgment still runs."""

    disposition: str = field(repr=False, validator=check_text)
    happened_on: date = field(validator=check_date)


@frozen(kw_only=True)
class CaseReopened:
    """The case is before the court again."""

    ground: str = field(repr=False, validator=check_text)
    happened_on: date = field(validator=check_date)


@frozen(kw_only=True)
class CaseClosed:
    """Nothing is left to be done; refused while a deadline is open."""

    happened_on: date = field(validator=check_date)


@frozen(kw_only=True)
class PartyJoined:
    """A party joined the case, on the day `participant.joined_on`."""

    participant: Participant = field(
        validator=check_kind(
            Participant, "Pass Participant(party=…, roles=…, joined_on=…)."
        )
    )

    @property
    def happened_on(self) -> date:
        """The day on which it joined."""
        return self.participant.joined_on


@frozen(kw_only=True)
class PartyLeft:
    """A party left the case: from `happened_on` on it is no participant."""

    party_id: str = field(validator=check_id)
    happened_on: date = field(validator=check_date)


@frozen(kw_only=True)
class CounselAppeared:
    """Counsel appeared, on the day `representation.began_on`."""

    representation: Representation = field(
        validator=check_kind(
            Representation, "Pass Representation(representation_id=…, …)."
        )
    )

    @property
    def happened_on(self) -> date:
        """The day on which it began."""
        return self.representation.began_on


@frozen(kw_only=True)
class CounselWithdrew:
    """A representation ended: from `happened_on` on it is none."""

    representation_id: str = field(validator=check_id)
    happened_on: date = field(validator=check_date)


@frozen(kw_only=True)
class NoteAdded:
    """A note was put into our file; privileged unless `label` says otherwise."""

    note_id: str = field(validator=check_id)
    text: str = field(repr=False, validator=check_text)
    happened_on: date = field(validator=check_date)
    label: str = field(default="privileged", validator=one_of(LABELS))
