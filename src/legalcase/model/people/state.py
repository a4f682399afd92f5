"""People: who takes part in a case, in which roles, and who represents them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from legalcase.kernel.events.label import Label
from legalcase.kernel.events.spell import Spell
from legalcase.kernel.register import Register
from legalcase.plain_data import PlainData

if TYPE_CHECKING:
    from datetime import date

__all__ = [
    "BESIDE",
    "COUNSEL_STATES",
    "INCAPACITIES",
    "PARTY_CAPACITIES",
    "PARTY_KINDS",
    "Incapacity",
    "Participant",
    "People",
    "Representation",
    "Represented",
    "RoleHeld",
]

#: What a party can be.
PARTY_KINDS: Final = ("person", "organization", "agency")
#: In which capacity it takes part, and why another must act for it (Fed. R. Civ. P.
#: 17(a), (c), (d)).
PARTY_CAPACITIES: Final = ("individual", "official", "representative", "next-friend")
INCAPACITIES: Final = ("minor", "incapacitated")
#: Where counsel can stand that has not gone: those but the first may not act.
COUNSEL_STATES: Final = ("active", "suspended", "inactive", "disbarred")
#: Capacities of counsel who act beside the party, and do not act for it in all.
BESIDE: Final = frozenset({"duty-counsel", "limited-scope", "standby", "substitute"})


@frozen
class RoleHeld(PlainData):
    """A role in a case, and when it was held."""

    role: str
    spell: Spell


@frozen
class Incapacity(PlainData):
    """Why somebody cannot act without another: of `INCAPACITIES`, and when."""

    sort: str
    spell: Spell


@frozen(kw_only=True)
class Participant(PlainData):
    """Somebody who takes part in a case.

    Who it is says the directory, by `person`; where a case was kept without one, `name`
    does, for those whom `name_label` admits. `spells` are the times, half-open, in
    which it took part; `held` its roles, each with its own time; `for_parties` those
    for whom it is there (a guardian, say); `is_client` says that it is ours now,
    `engaged` when it was; `pro_se` when it acted without counsel. `formerly` are
    the ids of those, in the directory, who took part under this `party_id` before,
    where it joined again as another. `name` stays out of
    `repr`: `display_name` renders it.
    """

    party_id: str
    case_id: str = ""
    person: str | None = None
    name: str | None = field(default=None, repr=False)
    name_label: Label | None = None
    kind: str = "person"
    capacity: str | None = None
    is_client: bool = False
    engaged: tuple[Spell, ...] = ()
    for_parties: tuple[str, ...] = ()
    spells: tuple[Spell, ...] = ()
    held: tuple[RoleHeld, ...] = ()
    incapacities: tuple[Incapacity, ...] = ()
    pro_se: tuple[Spell, ...] = ()
    formerly: tuple[str, ...] = ()

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

    def is_client_on(self, day: date) -> bool:
        """Tell whether it was ours on a day."""
        return any(spell.covers(day) for spell in self.engaged)

    def is_pro_se_on(self, day: date) -> bool:
        """Tell whether it acted without counsel on a day."""
        return any(spell.covers(day) for spell in self.pro_se)

    def incapacity_on(self, day: date) -> str | None:
        """Return why another had to act for it on a day; ``None`` if none had."""
        found = (one.sort for one in self.incapacities if one.spell.covers(day))
        return next(found, None)


@frozen
class Represented(PlainData):
    """A party, when it was represented, and how that ended."""

    party_id: str
    spell: Spell
    ended_as: str | None = None


@frozen(kw_only=True)
class Representation(PlainData):
    """Counsel, for each of the parties as long as it lasts for that one.

    Who it is says the directory, by `counsel_id`, or the text `counsel`, for those whom
    `name_label` admits (that of the line which says it, if it bears one); likewise the
    firm at the time. `states` are those of counsel, each with its time.
    """

    representation_id: str
    counsel_id: str | None = None
    counsel: str | None = field(default=None, repr=False)
    capacity: str = "lead"
    firm_id: str | None = None
    firm: str | None = field(default=None, repr=False)
    name_label: Label | None = None
    parties: tuple[Represented, ...] = ()
    states: tuple[tuple[str, Spell], ...] = ()

    @property
    def party_ids(self) -> tuple[str, ...]:
        """The parties for whom counsel appeared."""
        return tuple(one.party_id for one in self.parties)

    @property
    def status(self) -> str:
        """Where counsel stands: of `COUNSEL_STATES`, or ``"ended"``."""
        if self.ended_on is not None:
            return "ended"
        return self.states[-1][0] if self.states else COUNSEL_STATES[0]

    def is_for(self, party_id: str, day: date) -> bool:
        """Tell whether it covers a party on a day, whether counsel may act or not."""
        return any(
            one.party_id == party_id and one.spell.covers(day) for one in self.parties
        )

    def may_act_on(self, day: date) -> bool:
        """Tell whether counsel was neither suspended nor disbarred on a day."""
        return not any(
            spell.covers(day)
            for state, spell in self.states
            if state != COUNSEL_STATES[0]
        )

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

    def present_on(self, day: date) -> tuple[Participant, ...]:
        """Return those who take part on a day."""
        return tuple(one for one in self.participants if one.is_party_on(day))

    def counsel_for(self, party_id: str, day: date) -> tuple[Representation, ...]:
        """Return who represents a party on a day, whether they may act or not."""
        return tuple(one for one in self.representations if one.is_for(party_id, day))
