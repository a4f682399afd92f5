"""service_list: who must be served on a day, through whom, and where."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from attrs import field, frozen

from legalcase.dates import as_date
from legalcase.errors import InvalidTypeError, UnknownNameError
from legalcase.kernel.checks import check_asked
from legalcase.kernel.events.label import check_audience
from legalcase.markup import Table
from legalcase.model.people.findings import acting_counsel, representatives_of
from legalcase.model.people.naming import display_name
from legalcase.plain_data import PlainData

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.directory.directory import Directory
    from legalcase.law.book.wording.sides import PeopleRules
    from legalcase.law.lawbook import Law
    from legalcase.model.people.findings import HasPeople
    from legalcase.model.people.state import Participant, People, Representation

__all__ = ["ServedThrough", "ServiceList", "ServiceRow", "service_list"]


@frozen(kw_only=True)
class ServedThrough(PlainData):
    """Whom a paper is handed to: `what` is counsel, party or representative.

    `id` is that of the representation or of the participant; `addresses` are (sort,
    text) of those that the directory knows on that day.
    """

    what: str
    id: str
    name: str = field(repr=False)
    addresses: tuple[tuple[str, str], ...] = field(default=(), repr=False)


@frozen(kw_only=True)
class ServiceRow(PlainData):
    """Somebody in the case, and whether and through whom it is served.

    `how` is ``"counsel"``, ``"party"``, ``"serves"`` (it serves the paper itself),
    ``"no-party"``, or ``"open"`` where no rule that is known here decides; `authority`
    is the rule, `note` what has to be looked at.
    """

    party_id: str
    name: str = field(repr=False)
    roles: tuple[str, ...]
    how: str
    through: tuple[ServedThrough, ...] = ()
    authority: str | None = None
    note: str = ""


@frozen(kw_only=True, repr=False)
class ServiceList(PlainData):
    """Who must be served in a case on a day; nobody who takes part is left out."""

    on: date
    court: str | None
    rows: tuple[ServiceRow, ...]

    def __iter__(self) -> Iterator[ServiceRow]:
        """Return the rows, in the order in which the participants came."""
        return iter(self.rows)

    def __len__(self) -> int:
        """Return how many rows there are."""
        return len(self.rows)

    def __repr__(self) -> str:
        """Return how many are served, and how many are open; no name."""
        served, still = len(self.served), len(self.open)
        return f"<ServiceList on {self.on}: {served} to be served, {still} open>"

    def __getitem__(self, party_id: str) -> ServiceRow:
        """Return the row of a participant; raises `UnknownNameError`."""
        for row in self.rows:
            if row.party_id == party_id:
                return row
        noun, known = "party", [row.party_id for row in self.rows]
        hint = "Whoever takes no part on that day is not on the list."
        raise UnknownNameError.of(noun, str(party_id), known, hint)

    @property
    def served(self) -> tuple[ServiceRow, ...]:
        """Those that are served."""
        return tuple(row for row in self.rows if row.how in {"counsel", "party"})

    @property
    def open(self) -> tuple[ServiceRow, ...]:
        """Those of whom somebody has to decide whether, or through whom."""
        return tuple(row for row in self.rows if row.how == "open")

    def _table(self) -> Table:
        head = ("party", "roles", "served", "through", "where", "authority, note")
        table = Table(f"Service list on {self.on}", head)
        for row in self.rows:
            through = "; ".join(f"{one.name} ({one.what})" for one in row.through)
            where = "; ".join(
                f"{sort}: {text}" for one in row.through for sort, text in one.addresses
            )
            why = ". ".join(part for part in (row.authority or "", row.note) if part)
            roles = ", ".join(row.roles)
            table.add(row.name, roles, row.how, through, where, why)
        return table

    def __str__(self) -> str:
        """Return it as a table of text, 100 columns wide."""
        return self._table().text(100)

    def _repr_html_(self) -> str:
        return self._table().html()


def service_list(
    case: HasPeople,
    law: Law,
    *,
    on: date,
    directory: Directory | None = None,
    by: tuple[str, ...] = (),
    audience: str = "firm",
) -> ServiceList:
    """Return who must be served in a case on a day, through whom, and where.

    `by` are the parties who serve the paper. Papers go to every party, and on its
    lawyer where it has one, if the rules of the court say so (``law.people_rules``:
    Fed. R. Civ. P. 5(a)(1), 5(b)(1)); where none is entered, the row is ``"open"`` and
    shows both. So it is where counsel may not act or acts beside the party only, where
    the party cannot act for itself, and where its roles do not say that it is a party.
    Names are those that `audience` may be told; addresses come from the `directory`,
    and are left out with a name that may not be told. It covers papers after the first:
    how an action is begun is another question. Raises `UnknownNameError` for a party in
    `by` that there is not.
    """
    check_audience(audience)
    check_asked(case, "case", "people", "court")
    check_asked(law, "law", "people_rules")
    as_date(on, "on")
    if directory is not None:
        check_asked(directory, "directory", "find", "named")
    given: object = by
    if not isinstance(given, tuple):
        msg = f"by needs a tuple, not {type(by).__name__}. Write ('one',)."
        raise InvalidTypeError(msg, field="by", value=None)
    people = case.people
    for party_id in by:
        people.participants[party_id]
    asked = _Asked(people, law, case.court, on, directory, audience)
    rows = tuple(
        _serves(asked, one) if one.party_id in by else _row(asked, one)
        for one in people.present_on(on)
    )
    return ServiceList(on=on, court=case.court, rows=rows)


class _Asked(NamedTuple):
    people: People
    law: Law
    court: str | None
    on: date
    directory: Directory | None
    audience: str

    @property
    def rules(self) -> PeopleRules:
        return self.law.people_rules(self.court)

    def row(self, one: Participant, how: str, **said: Any) -> ServiceRow:
        return ServiceRow(
            party_id=one.party_id,
            name=self.name(one),
            roles=one.roles_on(self.on),
            how=how,
            **said,
        )

    def name(self, who: Participant | Representation) -> str:
        return display_name(
            who,
            audience=self.audience,
            directory=self.directory,
            rules=self.rules,
            on=self.on,
        )

    def through(self, what: str, one: Participant) -> ServedThrough:
        name = self.name(one)
        is_told = name == self._own_name(one)
        return ServedThrough(
            what=what,
            id=one.party_id,
            name=name,
            addresses=self.addresses(one.person) if is_told else (),
        )

    def _own_name(self, one: Participant) -> str:
        return display_name(one, audience="owner", directory=self.directory, on=self.on)

    def counsel(self, representation_id: str) -> ServedThrough:
        one = self.people.representations[representation_id]
        found = self.addresses(one.counsel_id) or self.addresses(one.firm_id)
        return ServedThrough(
            what="counsel",
            id=representation_id,
            name=self.name(one),
            addresses=found,
        )

    def addresses(self, person: str | None) -> tuple[tuple[str, str], ...]:
        entry = None if self.directory is None else self.directory.find(person)
        if entry is None:
            return ()
        return tuple((a.sort, a.text) for a in entry.profile.addresses_on(self.on))


def _serves(asked: _Asked, one: Participant) -> ServiceRow:
    return asked.row(one, "serves")


def _row(asked: _Asked, one: Participant) -> ServiceRow:
    rules, people, on = asked.rules, asked.people, asked.on
    makes = [asked.law.is_party(role) for role in one.roles_on(on)]
    if True not in makes:
        if None in makes:
            note = "Whether it is a party depends on the case: decide it"
            itself = asked.through("party", one)
            return asked.row(one, "open", through=(itself,), note=note)
        note = "No party: served only where a rule or an order says so"
        return asked.row(one, "no-party", note=note)
    full, beside = acting_counsel(people, one.party_id, on)
    counsel = tuple(map(asked.counsel, (*full, *beside)))
    barred = len(people.counsel_for(one.party_id, on)) > len(counsel)
    itself = asked.through("party", one)
    if full and rules.through_counsel is not None:
        served = tuple(map(asked.counsel, full))
        said = {"through": served, "authority": rules.through_counsel}
        return asked.row(one, "counsel", **said)
    if counsel or barred:
        if barred and not counsel:
            note = "Its counsel may not act on that day: find out who does"
        elif full:
            note = "Represented, and no rule on service is entered for the court"
        else:
            note = "Counsel acts beside it, for a part or without the conduct"
        return asked.row(one, "open", through=(*counsel, itself), note=note)
    return _alone(asked, one, itself)


def _alone(asked: _Asked, one: Participant, itself: ServedThrough) -> ServiceRow:
    """Return the row of a party that nobody represents."""
    rules, on = asked.rules, asked.on
    if one.incapacity_on(on) is not None:
        acting = representatives_of(asked.people, asked.law, one.party_id, on)
        through = tuple(asked.through("representative", each) for each in acting)
        note = f"It is {one.incapacity_on(on)} and without counsel: decide on whom"
        said = {"through": (*through, itself), "authority": rules.representative}
        return asked.row(one, "open", note=note, **said)
    if rules.every_party is None:
        note = "Without counsel, and no rule on service is entered for the court"
        return asked.row(one, "open", through=(itself,), note=note)
    note = ""
    if not one.is_pro_se_on(on) and rules.not_in_default is not None:
        note = (
            "No counsel and no appearance of its own recorded: not served if it is in "
            f"default for failing to appear ({rules.not_in_default})"
        )
    said = {"through": (itself,), "authority": rules.every_party}
    return asked.row(one, "party", note=note, **said)
