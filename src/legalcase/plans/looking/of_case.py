"""Looking at a case: by a playbook, with who fills its roles, under a law."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from attrs import evolve

from legalcase.errors import InvalidTypeError, UnknownNameError
from legalcase.model.tasks.item import task_items
from legalcase.plans.asked import law_asked
from legalcase.plans.looking.context import Looking
from legalcase.plans.looking.dated import deadlines, hearings
from legalcase.plans.looking.work import work
from legalcase.practice.plan import AdoptedPlan, Playbook
from legalcase.practice.plan.words import ITEM_KINDS
from legalcase.scheduling import schedule
from legalcase.scheduling.ask import asking_of
from legalcase.scheduling.finding.adverse import parties
from legalcase.shown import shown

if TYPE_CHECKING:
    from datetime import date

    from legalcase.law.lawbook import Law
    from legalcase.model.case import Case

__all__ = ["look_at", "not_adopted", "roles_given"]

_MAKERS = dict.fromkeys(ITEM_KINDS, work) | {"deadline": deadlines, "hearing": hearings}


def not_adopted(playbook: Playbook) -> AdoptedPlan:
    """Return the plan of a playbook that a case has not adopted."""
    return AdoptedPlan(
        plan_id=playbook.playbook_id,
        playbook=playbook,
        digest=playbook.digest,
        adopted_on=playbook.effective,
        adopted_by="",
        event_id="",
    )


def roles_given(playbook: Playbook, roles: Mapping[str, str] | None) -> dict[str, str]:
    """Return who fills which role; refuse a role that is none, and nobody."""
    given: object = roles if roles is not None else {}
    if not isinstance(given, Mapping):
        msg = (
            f"roles needs a mapping of role to person, not {shown(given)}. Pass "
            "{'lead': 'u-1'}, say."
        )
        raise InvalidTypeError(msg, field="roles", value=None)
    known = tuple(one.role_id for one in playbook.roles)
    for role, person in given.items():
        if role not in known:
            noun = "role of the playbook"
            raise UnknownNameError.of(noun, str(role), known, "See its roles.")
        if not isinstance(person, str) or not person.strip():
            msg = f"The role {role!r} is filled by nobody. Name a person, as text."
            raise InvalidTypeError(msg, field="roles", value=None)
    return dict(given)


def _check_complexity(complexity: object) -> None:
    """Refuse what is no number of factors."""
    is_number = type(complexity) is int and complexity >= 0
    if complexity is not None and not is_number:
        msg = (
            f"complexity needs how many factors hold, not {shown(complexity)}. Pass a "
            "whole number: complexity(case, '…').count."
        )
        raise InvalidTypeError(msg, field="complexity", value=None)


def look_at(
    adopted: AdoptedPlan,
    case: Case,
    law: Law,
    roles: dict[str, str],
    on: date | None,
    complexity: int | None,
) -> Looking:
    """Return the look at a case by a plan; nothing is found out yet."""
    _check_complexity(complexity)
    law = law_asked(law)
    asking, _, _ = asking_of(case, law, on=on)
    due = schedule(case, law, on=on)
    here = parties(case, law)
    ours = tuple(one.party_id for one in case.people.clients if one.left_on is None)
    filled = tuple((dict(adopted.roles) | roles).items())
    return Looking(
        case=case,
        law=law,
        plan=evolve(adopted, roles=filled),
        schedule=due,
        happened=asking.happened,
        clients=ours,
        opponents=tuple(one for one in here if one not in ours),
        complexity=complexity,
        tasks={one.task.task_id: one for one in task_items(case.folded)},
        makers=_MAKERS,
        items={one.item_id: one for one in adopted.items},
    )
