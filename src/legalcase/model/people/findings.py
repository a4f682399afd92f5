"""people_findings: what is wrong, or open, with the people of a case."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Protocol

from attrs import frozen

from legalcase.dates import as_date
from legalcase.errors import UnknownNameError
from legalcase.kernel.checks import check_asked
from legalcase.model.people.state import BESIDE
from legalcase.plain_data import PlainData

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from legalcase.directory.directory import Directory
    from legalcase.law.lawbook import Law
    from legalcase.model.people.state import Participant, People

__all__ = ["HasPeople", "PeopleFinding", "people_findings", "representatives_of"]


class HasPeople(Protocol):
    """**Protocol:** a case, as far as its people are asked for."""

    @property
    def people(self) -> People:
        """Who takes part, and who represents whom."""
        ...

    @property
    def court(self) -> str | None:
        """The court's id; ``None`` before it is in any."""
        ...


class Between(Protocol):
    """**Protocol:** a claim, as far as it is asked between whom it is pending."""

    @property
    def claim_id(self) -> str:
        """Its id."""
        ...

    def pairs(self, *, on: date | None = None) -> tuple[tuple[str, str], ...]:
        """Return (who claims, against whom) for all between whom it is pending."""
        ...


class HasSides(HasPeople, Protocol):
    """**Protocol:** a case, as far as it is asked who stands against whom."""

    @property
    def claims(self) -> Iterable[Between]:
        """Who claims what against whom."""
        ...


@frozen(kw_only=True)
class PeopleFinding(PlainData):
    """Something that a person has to look at, and under which authority.

    `code` is ``"no-representative"``, ``"clients-adverse"``, ``"counsel-barred"`` or
    ``"not-in-directory"``; `parties` are the ids of those whom it concerns, `said` says
    it without a name.
    """

    code: str
    parties: tuple[str, ...]
    said: str
    authority: str | None = None


def people_findings(
    case: HasSides, law: Law, *, on: date, directory: Directory | None = None
) -> tuple[PeopleFinding, ...]:
    """Return what is wrong, or open, with the people of a case on a day.

    A minor, or somebody who is incapacitated, for whom nobody acts (Fed. R. Civ. P.
    17(c), where the court's rules are entered); clients of ours whose roles are adverse
    by definition, or between whom a claim is pending on that day (Model Rule 1.7(b)(3):
    not in one litigation, whoever consents); counsel who may not act; with a
    `directory`, ids that it lacks. Of a court that the law has not, no rule is cited.
    """
    check_asked(case, "case", "people", "claims", "court")
    check_asked(law, "law", "people_rules")
    as_date(on, "on")
    if directory is not None:
        check_asked(directory, "directory", "find", "named")
    people = case.people
    return (
        *_unprotected(people, law, case.court, on),
        *_adverse(people, law, case.claims, on),
        *_barred(people, on),
        *(() if directory is None else _absent(people, directory, on)),
    )


def representatives_of(
    people: People, law: Law, party_id: str, on: date
) -> tuple[Participant, ...]:
    """Return those who act on a day for a party that cannot: guardian, next friend."""
    return tuple(
        one
        for one in people.present_on(on)
        if party_id in one.for_parties
        and one.party_id != party_id
        and any(law.acts_for_party(role) for role in one.roles_on(on))
    )


def _unprotected(
    people: People, law: Law, court: str | None, on: date
) -> Iterator[PeopleFinding]:
    try:
        authority = law.people_rules(court).representative
    except UnknownNameError:
        authority = None
    for one in people.present_on(on):
        why = one.incapacity_on(on)
        makes = [law.is_party(role) for role in one.roles_on(on)]
        if why is None or all(each is False for each in makes):
            continue
        if not representatives_of(people, law, one.party_id, on):
            said = (
                f"{one.party_id!r} is {why}, and nobody in the case acts for it: no "
                "guardian, guardian ad litem or next friend on that day."
            )
            yield PeopleFinding(
                code="no-representative",
                parties=(one.party_id,),
                said=said,
                authority=authority,
            )


def _adverse(
    people: People, law: Law, claims: Iterable[Between], on: date
) -> Iterator[PeopleFinding]:
    pending: dict[frozenset[str], list[str]] = {}
    for claim in claims:
        for pair in {frozenset(one) for one in claim.pairs(on=on)}:
            pending.setdefault(pair, []).append(claim.claim_id)
    ours = [one for one in people.present_on(on) if one.is_client_on(on)]
    for one, other in combinations(ours, 2):
        roles = other.roles_on(on)
        against = [
            (role, each)
            for role in one.roles_on(on)
            for each in roles
            if each in law.adverse(role)
        ]
        sides = ", ".join(f"{a} and {b}" for a, b in against)
        stated = pending.get(frozenset((one.party_id, other.party_id)), [])
        if stated:
            noun = "claim" if len(stated) == 1 else "claims"
            claimed = f"{noun} {', '.join(map(repr, stated))}"
            sides = f"{sides}; {claimed}" if sides else claimed
        if sides:
            said = (
                f"{one.party_id!r} and {other.party_id!r} are both our clients, and "
                f"stand against each other: {sides}."
            )
            yield PeopleFinding(
                code="clients-adverse",
                parties=(one.party_id, other.party_id),
                said=said,
                authority="ABA Model Rule 1.7(b)(3)",
            )


def _barred(people: People, on: date) -> Iterator[PeopleFinding]:
    for one in people.representations:
        covered = tuple(p for p in one.party_ids if one.is_for(p, on))
        if covered and not one.may_act_on(on):
            said = (
                f"Counsel of representation {one.representation_id!r} may not act on "
                "that day. Ask who does, before anything is served on counsel."
            )
            yield PeopleFinding(code="counsel-barred", parties=covered, said=said)


def _absent(people: People, directory: Directory, on: date) -> Iterator[PeopleFinding]:
    for one in people.present_on(on):
        if one.person is not None and one.person not in directory:
            said = f"The directory has no {one.person!r}: erased, or never entered."
            yield PeopleFinding(
                code="not-in-directory", parties=(one.party_id,), said=said
            )


def acting_counsel(
    people: People, party_id: str, on: date
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the representations that act for a party in all, and those beside it."""
    acting = [r for r in people.counsel_for(party_id, on) if r.may_act_on(on)]
    full = tuple(r.representation_id for r in acting if r.capacity not in BESIDE)
    beside = tuple(r.representation_id for r in acting if r.capacity in BESIDE)
    return full, beside
