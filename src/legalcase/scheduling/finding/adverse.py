"""Adverse: which roles make a party, and which stand against each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from legalcase.model.case import Case
    from legalcase.model.people.state import Participant

__all__ = ["adverse_to", "defenders", "parties", "starters"]

#: Who stands against whom by definition of the roles.
_PAIRS: Final = (
    ("plaintiff", "defendant"),
    ("claimant", "defendant"),
    ("claimant", "respondent"),
    ("petitioner", "respondent"),
    ("applicant", "respondent"),
    ("applicant", "defendant"),
    ("class-representative", "defendant"),
    ("relator", "defendant"),
    ("appellant", "appellee"),
    ("appellant", "respondent"),
    ("cross-appellant", "cross-appellee"),
    ("counterclaimant", "counter-defendant"),
    ("cross-claimant", "cross-defendant"),
    ("third-party-plaintiff", "third-party-defendant"),
    ("prosecutor", "defendant"),
    ("prosecutor", "accused"),
    ("private-prosecutor", "accused"),
)
_ADVERSE: Final[dict[str, frozenset[str]]] = {
    role: frozenset(
        other for pair in _PAIRS for one, other in (pair, pair[::-1]) if one == role
    )
    for role in {role for pair in _PAIRS for role in pair}
}
#: Parties whose roles do not say on which side they stand.
_PARTIES: Final = frozenset(_ADVERSE) | {
    "accessory-intervenor",
    "child",
    "civil-party",
    "creditor",
    "debtor",
    "garnishee",
    "intervenor",
    "parent",
    "real-party-in-interest",
}
#: Who begins an action, and against whom claims are made.
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


def parties(case: Case) -> tuple[str, ...]:
    """Return the ids of those who take part as parties, and have not left."""
    return tuple(
        one.party_id
        for one in case.people.participants
        if one.left_on is None and not _PARTIES.isdisjoint(one.roles)
    )


def starters(case: Case) -> tuple[str, ...]:
    """Return the ids of those who began the action."""
    return _having(case, _STARTERS)


def defenders(case: Case) -> tuple[str, ...]:
    """Return the ids of those against whom a claim is made, as their roles say."""
    return _having(case, _DEFENDERS)


def _having(case: Case, roles: frozenset[str]) -> tuple[str, ...]:
    return tuple(
        one.party_id
        for one in case.people.participants
        if one.left_on is None and not roles.isdisjoint(one.roles)
    )


def adverse_to(case: Case, actors: tuple[str, ...]) -> tuple[str, ...]:
    """Return those adverse to some parties, as far as their roles say so."""
    people = case.people.participants
    given = [one for name in actors if (one := people.find(name)) is not None]
    against = frozenset[str]().union(*map(_against, given))
    return tuple(
        one.party_id
        for one in people
        if one.left_on is None
        and one.party_id not in actors
        and not against.isdisjoint(one.roles)
    )


def _against(one: Participant) -> frozenset[str]:
    return frozenset[str]().union(*(_ADVERSE.get(r, frozenset()) for r in one.roles))
