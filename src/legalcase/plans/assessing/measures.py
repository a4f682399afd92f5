"""What a case can tell of its complexity by counting, and nothing that is judged."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from legalcase.model.case import Case

__all__ = ["MEASURES", "said", "told"]

#: Roles in which somebody claims, or has to defend, and in which one has evidence.
_CLAIM: Final = frozenset({"plaintiff", "petitioner", "claimant"})
_DEFEND: Final = frozenset({"defendant", "respondent", "accused"})
_WITNESS: Final = frozenset(
    {"witness", "material-witness", "expert", "court-appointed-expert"}
)
_EXPERT: Final = frozenset({"expert", "court-appointed-expert"})
#: How the words end that say a motion was made.
_MOTION: Final = ("motion-filed", "motion-served")


def _in_roles(roles: frozenset[str]) -> Callable[[Case], tuple[str, ...]]:
    def found(case: Case) -> tuple[str, ...]:
        return tuple(
            f"party:{one.party_id}"
            for one in case.people.participants
            if one.left_on is None and not roles.isdisjoint(one.roles)
        )

    return found


def _represented(case: Case) -> tuple[str, ...]:
    """Return the parties still there for whom counsel appeared and has not gone."""
    here = {one.party_id for one in case.people.participants if one.left_on is None}
    parties = [
        one.party_id
        for counsel in case.people.representations
        for one in counsel.parties
        if one.spell.until_on is None and one.party_id in here
    ]
    return tuple(f"party:{party}" for party in dict.fromkeys(parties))


def _sides(case: Case) -> tuple[str, ...]:
    """Return one party of each group that the same counsel represent."""
    here = {one.removeprefix("party:") for one in _represented(case)}
    counsel_of: dict[str, set[str]] = {}
    for counsel in case.people.representations:
        for one in counsel.parties:
            if one.spell.until_on is None and one.party_id in here:
                ids = counsel_of.setdefault(one.party_id, set())
                ids.add(counsel.counsel_id or counsel.representation_id)
    groups: dict[frozenset[str], str] = {}
    for party, ids in counsel_of.items():
        groups.setdefault(frozenset(ids), party)
    return tuple(f"party:{party}" for party in groups.values())


def _motions(case: Case) -> tuple[str, ...]:
    """Return the motions on the docket: none that was struck, and none again."""
    made: dict[str, bool] = {}
    for entry in case.docket:
        is_motion = any(word.endswith(_MOTION) for word in entry.triggers)
        if is_motion and not any(ref in made for ref in entry.about):
            made[f"event:{entry.event_id}"] = entry.stands
    return tuple(ref for ref, stands in made.items() if stands)


def _documents(case: Case) -> tuple[str, ...]:
    return tuple(
        f"document:{one.document_id}" for one in case.documents if one.is_current
    )


def _claims(case: Case) -> tuple[str, ...]:
    return tuple(
        f"claim:{one.claim_id}" for one in case.claims if one.state == "pending"
    )


def _charges(case: Case) -> tuple[str, ...]:
    return tuple(f"charge:{one.charge_id}" for one in case.charges if one.is_pending)


def _linked(case: Case) -> tuple[str, ...]:
    """Return the events by which the case was linked with others, and still is."""
    return tuple(
        f"event:{link.event_id}" for link in case.caseload.links for _ in link.standing
    )


#: Word → (as one reads it, what of the case it counts).
MEASURES: Final[Mapping[str, tuple[str, Callable[[Any], tuple[str, ...]]]]] = (
    MappingProxyType(
        {
            "claimants": ("claimants", _in_roles(_CLAIM)),
            "defendants": ("defendants", _in_roles(_DEFEND)),
            "represented-parties": ("parties with counsel", _represented),
            "separate-counsel": ("parties with counsel of their own", _sides),
            "motions": ("motions on the docket", _motions),
            "documents": ("documents in the case", _documents),
            "witnesses": ("witnesses and experts", _in_roles(_WITNESS)),
            "experts": ("experts", _in_roles(_EXPERT)),
            "claims": ("claims pending", _claims),
            "charges": ("charges pending", _charges),
            "linked-cases": ("cases linked with it", _linked),
        }
    )
)


def told(case: Case, measure: str) -> tuple[str, ...]:
    """Return what of a case a measure counts, each by noun and id."""
    return MEASURES[measure][1](case)


def said(measure: str) -> str:
    """Return how a measure is read: ``"motions on the docket"``."""
    return MEASURES[measure][0]
