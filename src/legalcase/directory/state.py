"""Profile: what is known of a person, an organization or an agency, with its days."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from legalcase.directory.name import Name
from legalcase.kernel.events.label import Label
from legalcase.kernel.events.spell import Spell
from legalcase.plain_data import PlainData

if TYPE_CHECKING:
    from datetime import date

__all__ = [
    "ADDRESS_SORTS",
    "ADMISSION_STATES",
    "ALIAS_SORTS",
    "Address",
    "Admission",
    "Alias",
    "DocketName",
    "Identifier",
    "NameHeld",
    "Profile",
    "Relationship",
]

#: By which way an address is reached.
ADDRESS_SORTS: Final = ("post", "email", "phone", "fax", "service-account")
#: What an alias is.
ALIAS_SORTS: Final = ("also-known-as", "doing-business-as", "formerly", "pseudonym")
#: Where an admission to a bar can stand.
ADMISSION_STATES: Final = ("active", "inactive", "suspended", "disbarred", "resigned")


@frozen(kw_only=True)
class NameHeld(PlainData):
    """A name, and when it was borne."""

    name: Name
    spell: Spell


@frozen(kw_only=True)
class Alias(PlainData):
    """Another name: what sort it is, and since when it is known."""

    name: Name
    sort: str
    spell: Spell


@frozen(kw_only=True)
class Identifier(PlainData):
    """A number or a mark by which somebody is known to somebody else: `issuer`."""

    sort: str
    value: str = field(repr=False)
    issuer: str | None = None
    spell: Spell


@frozen(kw_only=True)
class Address(PlainData):
    """Where somebody is reached, and when that holds."""

    address_id: str
    sort: str
    text: str = field(repr=False)
    spell: Spell


@frozen(kw_only=True)
class Relationship(PlainData):
    """A relation to another entry: of `RELATIONS`; `to` is the other's id."""

    link_id: str
    relation: str
    to: str
    spell: Spell


@frozen(kw_only=True)
class Admission(PlainData):
    """An admission to a bar: `history` has its states, each from a day on."""

    admission_id: str
    jurisdiction: str
    number: str | None = field(default=None, repr=False)
    history: tuple[tuple[str, Spell], ...]

    @property
    def status(self) -> str:
        """Where it stands now, whatever the day."""
        return self.history[-1][0]

    def status_on(self, day: date) -> str | None:
        """Return where it stood on a day; ``None`` before it was there, or after."""
        return next((one for one, spell in self.history if spell.covers(day)), None)


@frozen(kw_only=True)
class DocketName(PlainData):
    """The name under which somebody stands on the docket of a case, since a day.

    `seal` says who may see the name that is behind it; ``None`` where the court has
    sealed nothing.
    """

    case_id: str
    name: str | None = field(default=None, repr=False)
    spell: Spell
    seal: Label | None = None


@frozen(kw_only=True)
class Profile(PlainData):
    """What is known of somebody. `names` are those that it bore, the last one now."""

    noun: str = "person"
    names: tuple[NameHeld, ...] = ()
    aliases: tuple[Alias, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    addresses: tuple[Address, ...] = ()
    links: tuple[Relationship, ...] = ()
    admissions: tuple[Admission, ...] = ()
    docket_names: tuple[DocketName, ...] = ()

    @property
    def name(self) -> Name:
        """What it is called now."""
        return self.names[-1].name

    def name_on(self, day: date) -> Name:
        """Return what it was called on a day; before the first, the first."""
        borne = (one.name for one in self.names if one.spell.covers(day))
        return next(borne, self.names[0].name)

    def addresses_on(self, day: date, sort: str | None = None) -> tuple[Address, ...]:
        """Return the addresses that hold on a day, of a sort if one is given."""
        return tuple(
            one
            for one in self.addresses
            if one.spell.covers(day) and sort in (None, one.sort)
        )

    def on_docket(self, case_id: str, on: date | None = None) -> DocketName | None:
        """Return how it stands on the docket of a case, on a day or now."""
        found = [
            one
            for one in self.docket_names
            if one.case_id == case_id and (on is None or one.spell.covers(on))
        ]
        return found[-1] if found else None
