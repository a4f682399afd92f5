"""What can happen to the people of a case: terms, never what becomes of them."""

from __future__ import annotations

from datetime import date

from attrs import field, frozen

from legalcase.kernel.checks import (
    check_end,
    check_id,
    check_ids,
    check_some,
    check_text,
    check_truth,
    check_word,
    check_words,
    one_of,
    optional,
)
from legalcase.kernel.event import Event
from legalcase.kernel.ref import names, refers
from legalcase.kernel.words import word
from legalcase.model.people.state import PARTY_KINDS

__all__ = [
    "CounselAppeared",
    "CounselWithdrew",
    "PartyJoined",
    "PartyLeft",
    "RoleEnded",
    "RoleTaken",
]


@frozen(kw_only=True)
class PartyJoined(Event):
    """Somebody came into the case: a party, or another who takes part in it.

    `roles` are words of the vocabulary, `for_parties` those for whom it is there (a
    guardian, an interpreter), `left_on` the day on which it left again, where that is
    known already.
    """

    party_id: str = field(validator=check_id, metadata=names("party", again=True))
    name: str = field(repr=False, validator=check_text)
    kind: str = field(default="person", validator=one_of(PARTY_KINDS))
    roles: tuple[str, ...] = field(
        validator=check_some(check_words), metadata=word("participant")
    )
    is_client: bool = field(default=False, validator=check_truth)
    for_parties: tuple[str, ...] = field(
        default=(), validator=check_ids, metadata=refers("party")
    )
    left_on: date | None = field(default=None, validator=check_end)

    def tags(self) -> tuple[str, ...]:
        """Return by which party the line is found."""
        return (f"party:{self.party_id}",)


@frozen(kw_only=True)
class PartyLeft(Event):
    """Somebody takes no part any more: dismissed, settled, dropped."""

    party_id: str = field(validator=check_id, metadata=refers("party"))


@frozen(kw_only=True)
class RoleTaken(Event):
    """Somebody who takes part got further roles: a defendant counterclaims."""

    party_id: str = field(validator=check_id, metadata=refers("party"))
    roles: tuple[str, ...] = field(
        validator=check_some(check_words), metadata=word("participant")
    )


@frozen(kw_only=True)
class RoleEnded(Event):
    """Somebody who stays in the case lost roles: a counterclaim was dismissed."""

    party_id: str = field(validator=check_id, metadata=refers("party"))
    roles: tuple[str, ...] = field(
        validator=check_some(check_words), metadata=word("participant")
    )


@frozen(kw_only=True)
class CounselAppeared(Event):
    """Counsel appeared for parties; `ended_on` where the end is known already."""

    representation_id: str = field(validator=check_id, metadata=names("representation"))
    party_ids: tuple[str, ...] = field(
        validator=check_some(check_ids), metadata=refers("party")
    )
    counsel: str = field(repr=False, validator=check_text)
    capacity: str = field(
        default="lead", validator=check_word, metadata=word("capacity")
    )
    firm: str | None = field(default=None, repr=False, validator=optional(check_text))
    ended_on: date | None = field(default=None, validator=check_end)


@frozen(kw_only=True)
class CounselWithdrew(Event):
    """Counsel withdrew, for these parties, or for all where none is named."""

    representation_id: str = field(
        validator=check_id, metadata=refers("representation")
    )
    party_ids: tuple[str, ...] = field(
        default=(), validator=check_ids, metadata=refers("party")
    )
