"""People: who takes part in a case, in which roles, and who represents them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from legalcase.kernel.register import Register
from legalcase.kernel.spell import Spell
from legalcase.plain_data import PlainData

if TYPE_CHECKING:
    from datetime import date

__all__ = [
    "PARTY_KINDS",
    "Participant",
    "People",
    "Representation",
    "Represented",
    "RoleHeld",
]

#: What a party can be.
PARTY_KINDS: Final = ("person", "organization", "agency")


@frozen
class RoleHeld(PlainData):
    """A role in a case, and when it was held."""

    role: str
    spell: Spell


@frozen(kw_only=True)
class Participant(PlainData):
    """Somebody who takes part in a case.

    `spells` are the times, half-open, in which it did; `held` its roles, each with
    its own time; `for_parties` those for whom it is there (a guardian, say);
    `is_client` says that it is ours. `name` stays out of `repr`.
    """

    party_id: str
    name: str = field(repr=False)
    kind: str = "person"
    is_client: bool = False
    for_parties: tuple[str, ...] = ()
    spells: tuple[Spell, ...] = ()
    held: tuple[RoleHeld, ...] = ()

    @property
    def roles(self) -> tuple[str, ...]:
        """The roles that it holds now, or held when it left."""
        last = self.spells[-1].until_on
        return tuple(
            one.role for one in self.held if one.spell.until_on in (None, last)
        )

    @property
    def joined_on(self) -> date:
        """The day on which it last joined."""
        return self.spells[-1].from_on

    @property
    def left_on(self) -> date | None:
        """The day on which it left, if it has."""
        return self.spells[-1].until_on

    def roles_on(self, day: date) -> tuple[str, ...]:
        """Return the roles that it held on a day."""
        return tuple(one.role for one in self.held if one.spell.covers(day))

    def is_party_on(self, day: date) -> bool:
        """Tell whether it takes part on a day."""
        return any(spell.covers(day) for spell in self.spells)


@frozen
class Represented(PlainData):
    """A party, and when it was represented."""

    party_id: str
    spell: Spell


@frozen(kw_only=True)
class Representation(PlainData):
    """Counsel, for each of the parties as long as it lasts for that one."""

    representation_id: str
    counsel: str = field(repr=False)
    capacity: str = "lead"
    firm: str | None = field(default=None, repr=False)
    parties: tuple[Represented, ...] = ()

    @property
    def party_ids(self) -> tuple[str, ...]:
        """The parties for whom counsel appeared."""
        return tuple(one.party_id for one in self.parties)

    @property
    def began_on(self) -> date:
        """The first day."""
        return min(one.spell.from_on for one in self.parties)

    @property
    def ended_on(self) -> date | None:
        """The day from which on nobody is represented any more; ``None`` before."""
        ends = [one.spell.until_on for one in self.parties]
        return None if None in ends else max(end for end in ends if end)


_PARTICIPANTS: Final[Register[Participant]] = Register(
    "party", "The case knows a party from the event that it joined: record that first."
)
_REPRESENTATIONS: Final[Register[Representation]] = Register(
    "representation", "See the representations of the case for their ids."
)


@frozen(kw_only=True)
class People(PlainData):
    """The people of a case: who takes part, and who represents whom."""

    participants: Register[Participant] = field(factory=lambda: _PARTICIPANTS)
    representations: Register[Representation] = field(factory=lambda: _REPRESENTATIONS)

    @property
    def clients(self) -> tuple[Participant, ...]:
        """Those who are ours."""
        return tuple(one for one in self.participants if one.is_client)
