"""Whether the conditions of an item hold in a case: yes, no, or nobody knows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from legalcase.catalogue.several import each_answer
from legalcase.model.facts.state import answers_for
from legalcase.plans.looking.hits import entered

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from legalcase.model.people.state import Participant
    from legalcase.plans.looking.context import Looking
    from legalcase.practice.plan import PlanCondition, PlaybookItem

__all__ = ["holds"]


def holds(look: Looking, item: PlaybookItem, who: str) -> tuple[bool | None, str]:
    """Return whether all conditions of an item hold for somebody, and which does not.

    ``None`` where one is not known and none fails; the text then says what is missing.
    """
    missing: list[str] = []
    for condition in item.conditions:
        found = _holds(look, condition, who)
        if found is None:
            missing.append(f"whether {condition}")
        elif found == condition.negated:
            return False, str(condition)
    return (None, "; ".join(missing)) if missing else (True, "")


def _holds(look: Looking, condition: PlanCondition, who: str) -> bool | None:
    """Return whether what a condition names is so; whether it is negated apart."""
    if condition.sort == "fact":
        return _fact(look, str(condition.fact), condition.answer, who)
    if condition.sort == "detained":
        return _fact(look, "detained", "yes", who)
    if condition.sort == "charge_severity" and who in look.case.charges:
        return look.case.charges[who].severity == condition.charge_severity
    return _ASKED[condition.sort](look, condition.word)


def _role(look: Looking, word: object) -> bool:
    people = look.case.people.participants
    return any(word in one.roles for one in people if one.left_on is None)


def _stage(look: Looking, word: object) -> bool:
    return entered(look, str(word)) is not None


def _court(look: Looking, word: object) -> bool | None:
    court = look.case.caseload.court or look.case.caseload.forum
    return None if court is None else court == word or court.startswith(f"{word}/")


def _child(look: Looking, _: object) -> bool:
    return any(_is_child(one) for one in look.case.people.participants)


def _is_child(one: Participant) -> bool:
    now = [each.sort for each in one.incapacities if each.spell.until_on is None]
    return one.left_on is None and not _CHILDREN.isdisjoint((*one.roles, *now))


def _claim(look: Looking, word: object) -> bool:
    return any(one.kind == word and one.pairs() for one in look.case.claims)


def _severity(look: Looking, word: object) -> bool:
    return any(one.severity == word and one.is_pending for one in look.case.charges)


def _complexity(look: Looking, word: object) -> bool | None:
    if look.complexity is None or not isinstance(word, int):
        return None
    return look.complexity >= word


#: A child takes part in one of these roles, or cannot act because it is one.
_CHILDREN: Final = frozenset({"minor", "juvenile"})
_ASKED: Final[Mapping[str, Callable[[Looking, object], bool | None]]] = {
    "role": _role,
    "stage": _stage,
    "court": _court,
    "child": _child,
    "claim": _claim,
    "charge_severity": _severity,
    "complexity_at_least": _complexity,
}


def _fact(look: Looking, fact: str, answer: str | None, who: str) -> bool | None:
    charge = look.case.charges.find(who)
    party = who if charge is None else charge.of
    found = answers_for(look.case.facts, (party,) if party else look.clients)
    return None if fact not in found else answer in each_answer(found[fact])
