"""Adverse: who takes part as a party, and who stands against whom."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from legalcase.errors import UnknownNameError
from legalcase.model.claims.adversity import adverse_by_claim

if TYPE_CHECKING:
    from collections.abc import Iterable

    from legalcase.law.lawbook import Law
    from legalcase.model.case import Case
    from legalcase.model.claims.state import Claim
    from legalcase.model.people.state import Participant

__all__ = [
    "accused",
    "adverse_to",
    "defenders",
    "having",
    "parties",
    "prosecutors",
    "starters",
]

#: Who begins an action, and against whom claims are made, where no claims are recorded.
_STARTERS: Final = frozenset({"plaintiff", "claimant", "petitioner", "applicant"})
_DEFENDERS: Final = frozenset(
    {
        "defendant",
        "respondent",
        "counter-defendant",
        "cross-defendant",
        "third-party-defendant",
    }
)
#: Who prosecutes, where no party bears the name of the prosecution as a plaintiff does.
_PROSECUTORS: Final = frozenset(
    {"prosecutor", "private-prosecutor", "subsidiary-prosecutor"}
)


def parties(case: Case, law: Law) -> tuple[str, ...]:
    """Return the ids of those who take part as parties, and have not left.

    Where it depends on the case whether a role makes a party, it is taken for one.
    """
    return tuple(
        one.party_id
        for one in case.people.participants
        if one.left_on is None and any(_is_party(law, role) for role in one.roles)
    )


def _is_party(law: Law, role: str) -> bool:
    try:
        return law.is_party(role) is not False
    except UnknownNameError:  # a role of somebody's own, recorded without the law
        return True


def starters(case: Case) -> tuple[str, ...]:
    """Return the ids of those who began the action."""
    return having(case, _STARTERS)


def defenders(case: Case) -> tuple[str, ...]:
    """Return those against whom a claim is pending, or as their roles say."""
    pending = [pair for claim in case.claims for pair in claim.pairs()]
    if not case.claims:
        return having(case, _DEFENDERS)
    against = {other for _, other in pending}
    return tuple(name for name in _present(case) if name in against)


def accused(case: Case, law: Law) -> tuple[str, ...]:
    """Return the ids of those against whom a prosecution is, by their roles."""
    return having(case, frozenset(law.adverse("prosecutor")))


def prosecutors(case: Case) -> tuple[str, ...]:
    """Return the ids of those who prosecute: the party, else whoever acts for it."""
    return starters(case) or having(case, _PROSECUTORS)


def having(case: Case, roles: frozenset[str]) -> tuple[str, ...]:
    """Return the ids of those who have one of some roles, and have not left."""
    people = case.people.participants
    return tuple(n for n in _present(case) if not roles.isdisjoint(people[n].roles))


def _present(case: Case) -> tuple[str, ...]:
    people = case.people.participants
    return tuple(one.party_id for one in people if one.left_on is None)


def adverse_to(case: Case, law: Law, actors: tuple[str, ...]) -> tuple[str, ...]:
    """Return those adverse to some parties: by pending claims, and by their roles.

    Roles do not speak of two between whom all claims are disposed of; between whom none
    was recorded they do, since a complaint need not be recorded as a claim.
    """
    claims, people = case.claims, case.people.participants
    pending = adverse_by_claim(case) if claims else ()
    stated = _ever_adverse(claims) if claims else frozenset()
    found: set[str] = {other for one, other in pending if one in actors}
    for name in actors:
        one = people.find(name)
        against = frozenset() if one is None else _against(law, one)
        for other in people if against else ():
            if (
                not against.isdisjoint(other.roles)
                and (name, other.party_id) not in stated
            ):
                found.add(other.party_id)
    if not found:
        return ()
    found.difference_update(actors)
    return tuple(
        [
            one.party_id
            for one in people
            if one.party_id in found and one.left_on is None
        ]
    )


def _ever_adverse(claims: Iterable[Claim]) -> set[tuple[str, str]]:
    """Return the pairs between whom a claim was ever stated, both ways."""
    return {
        pair
        for claim in claims
        for sides in claim.sides
        for one in sides.by
        for other in sides.against
        for pair in ((one, other), (other, one))
    }


def _against(law: Law, one: Participant) -> frozenset[str]:
    """Return the roles that stand against those of a party."""
    found: set[str] = set()
    for role in one.roles:
        try:
            found.update(law.adverse(role))
        except UnknownNameError:  # as above
            continue
    return frozenset(found)
