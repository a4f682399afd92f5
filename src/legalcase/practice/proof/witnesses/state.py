"""Witnesses: who is to testify, when they can come, and what commands them to."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from attrs import field, frozen

from legalcase.dates import as_date
from legalcase.kernel.events.label import Label
from legalcase.kernel.register import Register
from legalcase.plain_data import PlainData

__all__ = [
    "CALLED",
    "Availability",
    "Subpoena",
    "Witness",
    "WitnessOrder",
    "Witnesses",
]

#: Whom we mean to call, and what they need, is our own until somebody says otherwise.
CALLED: Final = Label(audience="firm", ground="work-product")


@frozen(kw_only=True)
class Witness(PlainData):
    """Somebody who is to testify, or was: who it is, for whom, of what, and how.

    Who it is says `party_id`, `person` (of the directory) or `name`. `called_by` are
    the parties who call. `state` is ``"named"``, ``"dropped"`` or ``"testified"``;
    `testified_at` the hearings at which that was.
    """

    witness_id: str
    party_id: str | None = None
    person: str | None = None
    name: str | None = field(default=None, repr=False)
    called_by: tuple[str, ...] = ()
    kind: str
    topics: str | None = field(default=None, repr=False)
    language: str | None = field(default=None, repr=False)
    is_remote: bool = False
    conditions: str | None = field(default=None, repr=False)
    named_on: date
    state: str = "named"
    testified_at: tuple[str, ...] = ()
    label: Label

    @property
    def is_expected(self) -> bool:
        """Whether somebody still means to call this witness."""
        return self.state == "named"


@frozen(kw_only=True)
class Availability(PlainData):
    """That a witness can come, or cannot, from one day through another, by whose word.

    Both days are included; `until_on` is ``None`` where nobody knows an end.
    """

    availability_id: str
    witness_id: str
    is_available: bool
    from_on: date
    until_on: date | None = None
    stated_by: str = field(repr=False)
    stated_on: date
    reason: str | None = field(default=None, repr=False)
    withdrawn_on: date | None = None
    label: Label

    def covers(self, day: date) -> bool:
        """Tell whether it says something of a day, and was not withdrawn."""
        as_date(day, "day")
        if self.withdrawn_on is not None or day < self.from_on:
            return False
        return self.until_on is None or day <= self.until_on


@frozen(kw_only=True)
class Subpoena(PlainData):
    """What commands a witness to come, or to bring something, and where it stands.

    `commands` are of `SUBPOENA_COMMANDS`. `for_at` is the time that it names: that of
    its hearing as it was set when it was issued. `state` is ``"issued"``,
    ``"unserved"``, ``"served"``, ``"complied"``, ``"quashed"`` or ``"withdrawn"``.
    """

    subpoena_id: str
    witness_id: str
    hearing_id: str | None = None
    for_at: datetime | None = None
    commands: tuple[str, ...]
    to_produce: str | None = field(default=None, repr=False)
    document_id: str | None = None
    by_order: str | None = None
    issued_on: date
    state: str = "issued"
    attempts: int = 0
    served_on: date | None = None
    served_by: str | None = field(default=None, repr=False)
    is_fee_tendered: bool | None = None
    proof: str | None = None
    ended_on: date | None = None
    label: Label

    @property
    def is_open(self) -> bool:
        """Whether it commands, or would once it is served."""
        return self.state in {"issued", "unserved", "served"}

    @property
    def is_served(self) -> bool:
        """Whether it was served, and commands, or was obeyed."""
        return self.state in {"served", "complied"}


@frozen(kw_only=True)
class WitnessOrder(PlainData):
    """In which order witnesses are to be called at a hearing."""

    hearing_id: str
    witness_ids: tuple[str, ...]
    set_on: date
    label: Label


@frozen(kw_only=True)
class Witnesses(PlainData):
    """The witnesses of a case, their times, their subpoenas, their order."""

    witnesses: Register[Witness]
    availabilities: Register[Availability]
    subpoenas: Register[Subpoena]
    orders: Register[WitnessOrder]

    def can_come(self, witness_id: str, day: date) -> bool | None:
        """Return whether a witness can come on a day; ``None`` if nobody said.

        The word that was said last holds.
        """
        as_date(day, "day")
        said = [
            one
            for one in self.availabilities
            if one.witness_id == witness_id and one.covers(day)
        ]
        last = max(said, key=lambda one: one.stated_on, default=None)
        if last is None:
            return None
        # Of several words of one day, that which was recorded last.
        again = [one for one in said if one.stated_on == last.stated_on]
        return again[-1].is_available

    def subpoenas_for(self, hearing_id: str) -> tuple[Subpoena, ...]:
        """Return the subpoenas for a hearing, in the order in which they came."""
        return tuple(one for one in self.subpoenas if one.hearing_id == hearing_id)

    def expected_at(self, hearing_id: str) -> tuple[Witness, ...]:
        """Return who is to testify at a hearing: by its order, or a subpoena to do so.

        In the order in which they are to be called; whoever has no place in it comes
        after. Whoever was dropped is not expected.
        """
        order = self.orders.find(hearing_id)
        ids = [] if order is None else list(order.witness_ids)
        ids += [
            one.witness_id
            for one in self.subpoenas_for(hearing_id)
            if one.is_open and "testify" in one.commands
        ]
        found = (self.witnesses[one] for one in dict.fromkeys(ids))
        return tuple(one for one in found if one.state != "dropped")
