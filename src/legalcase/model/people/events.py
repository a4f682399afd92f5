"""What can happen to the people of a case: terms, never what becomes of them."""

from __future__ import annotations

from datetime import date

from attrs import field, frozen

from legalcase.directory.ids import entry_of
from legalcase.kernel.checks import (
    check_end,
    check_id,
    check_ids,
    check_one_of,
    check_some,
    check_text,
    check_truth,
    check_word,
    check_words,
    one_of,
    optional,
)
from legalcase.kernel.events.event import Event
from legalcase.kernel.events.ref import names, refers
from legalcase.kernel.events.words import word
from legalcase.model.people.state import (
    COUNSEL_STATES,
    INCAPACITIES,
    PARTY_CAPACITIES,
    PARTY_KINDS,
)

__all__ = [
    "AppearedProSe",
    "BecameClient",
    "CeasedAsClient",
    "CounselAppeared",
    "CounselReinstated",
    "CounselSubstituted",
    "CounselSuspended",
    "CounselTerminated",
    "CounselWithdrew",
    "IncapacityEnded",
    "IncapacityFound",
    "PartyJoined",
    "PartyLeft",
    "RoleEnded",
    "RoleTaken",
]


_person = entry_of("person")
_firm = entry_of("organization", "agency")


@frozen(kw_only=True)
class PartyJoined(Event):
    """Somebody came into the case: a party, or another who takes part in it.

    `person` is its id in the directory; where there is none, `name` says who it is:
    exactly one of the two. `roles` are words of the vocabulary, `capacity` how it takes
    part (of `PARTY_CAPACITIES`), `incapacity` why another must act for it (of
    `INCAPACITIES`), `for_parties` those for whom it is there (a guardian, an
    interpreter), `left_on` the day on which it left again, where that is known already.
    """

    party_id: str = field(validator=check_id, metadata=names("party", again=True))
    person: str | None = field(default=None, validator=optional(entry_of()))
    name: str | None = field(default=None, repr=False, validator=optional(check_text))
    kind: str = field(default="person", validator=one_of(PARTY_KINDS))
    roles: tuple[str, ...] = field(
        validator=check_some(check_words), metadata=word("participant")
    )
    is_client: bool = field(default=False, validator=check_truth)
    for_parties: tuple[str, ...] = field(
        default=(), validator=check_ids, metadata=refers("party")
    )
    left_on: date | None = field(default=None, validator=check_end)
    capacity: str | None = field(
        default=None, validator=optional(one_of(PARTY_CAPACITIES))
    )
    incapacity: str | None = field(
        default=None, validator=optional(one_of(INCAPACITIES))
    )

    def __attrs_post_init__(self) -> None:
        """Refuse somebody who is nobody, or two."""
        check_one_of(self, "person", "name")

    def tags(self) -> tuple[str, ...]:
        """Return by which party, and by which person, the line is found."""
        party = f"party:{self.party_id}"
        return (party,) if self.person is None else (party, self.person)


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
    """Counsel appeared for parties; `ended_on` where the end is known already.

    `counsel_id` is its id in the directory; where there is none, `counsel` says who it
    is: exactly one of the two. `firm_id` or `firm` is the firm at the time.
    """

    representation_id: str = field(validator=check_id, metadata=names("representation"))
    party_ids: tuple[str, ...] = field(
        validator=check_some(check_ids), metadata=refers("party")
    )
    counsel_id: str | None = field(default=None, validator=optional(_person))
    counsel: str | None = field(
        default=None, repr=False, validator=optional(check_text)
    )
    capacity: str = field(
        default="lead", validator=check_word, metadata=word("capacity")
    )
    firm_id: str | None = field(default=None, validator=optional(_firm))
    firm: str | None = field(default=None, repr=False, validator=optional(check_text))
    ended_on: date | None = field(default=None, validator=check_end)

    def __attrs_post_init__(self) -> None:
        """Refuse counsel who is nobody, or two."""
        check_one_of(self, "counsel_id", "counsel")


@frozen(kw_only=True)
class CounselWithdrew(Event):
    """Counsel withdrew, for these parties, or for all where none is named."""

    representation_id: str = field(
        validator=check_id, metadata=refers("representation")
    )
    party_ids: tuple[str, ...] = field(
        default=(), validator=check_ids, metadata=refers("party")
    )


@frozen(kw_only=True)
class CounselTerminated(Event):
    """Counsel was dismissed, by the parties or the court, for these or for all."""

    representation_id: str = field(
        validator=check_id, metadata=refers("representation")
    )
    party_ids: tuple[str, ...] = field(
        default=(), validator=check_ids, metadata=refers("party")
    )


@frozen(kw_only=True)
class CounselSubstituted(Event):
    """Other counsel took the place of counsel, for these parties or for all.

    `successor_id` is the new representation, in the same capacity unless another is
    given; who it is, and its firm, is said as in `CounselAppeared`.
    """

    representation_id: str = field(
        validator=check_id, metadata=refers("representation")
    )
    successor_id: str = field(validator=check_id, metadata=names("representation"))
    counsel_id: str | None = field(default=None, validator=optional(_person))
    counsel: str | None = field(
        default=None, repr=False, validator=optional(check_text)
    )
    capacity: str | None = field(
        default=None, validator=optional(check_word), metadata=word("capacity")
    )
    firm_id: str | None = field(default=None, validator=optional(_firm))
    firm: str | None = field(default=None, repr=False, validator=optional(check_text))
    party_ids: tuple[str, ...] = field(
        default=(), validator=check_ids, metadata=refers("party")
    )

    def __attrs_post_init__(self) -> None:
        """Refuse counsel who is nobody, or two."""
        check_one_of(self, "counsel_id", "counsel")


@frozen(kw_only=True)
class CounselSuspended(Event):
    """Counsel may not act from that day on: suspended, inactive or disbarred."""

    representation_id: str = field(
        validator=check_id, metadata=refers("representation")
    )
    status: str = field(default="suspended", validator=one_of(COUNSEL_STATES[1:]))


@frozen(kw_only=True)
class CounselReinstated(Event):
    """Counsel may act again."""

    representation_id: str = field(
        validator=check_id, metadata=refers("representation")
    )


@frozen(kw_only=True)
class AppearedProSe(Event):
    """A party acts for itself, without counsel, from that day on."""

    party_id: str = field(validator=check_id, metadata=refers("party"))


@frozen(kw_only=True)
class IncapacityFound(Event):
    """Another must act for somebody who is in the case: `incapacity` says why."""

    party_id: str = field(validator=check_id, metadata=refers("party"))
    incapacity: str = field(validator=one_of(INCAPACITIES))


@frozen(kw_only=True)
class IncapacityEnded(Event):
    """It can act for itself from that day on: it came of age, say."""

    party_id: str = field(validator=check_id, metadata=refers("party"))


@frozen(kw_only=True)
class BecameClient(Event):
    """Somebody who is in the case is our client from that day on."""

    party_id: str = field(validator=check_id, metadata=refers("party"))


@frozen(kw_only=True)
class CeasedAsClient(Event):
    """Somebody is our client no more, whether it stays in the case or not."""

    party_id: str = field(validator=check_id, metadata=refers("party"))
