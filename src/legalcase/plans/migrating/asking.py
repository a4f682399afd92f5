"""migrate: a plan goes on by another edition of its playbook; done stays done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from legalcase.errors import InvalidTypeError, MissingInputError
from legalcase.plans.asked import case_asked
from legalcase.plans.looking.of_case import roles_given
from legalcase.plans.migrating.items import items_of
from legalcase.plans.migrating.migration import Migration
from legalcase.plans.planned import Plan, plan
from legalcase.practice.plan import PLAN, AdoptedPlan, Playbook
from legalcase.practice.plan.handlers import check_added

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from legalcase.law.lawbook import Law
    from legalcase.model.case import Case
    from legalcase.model.case_file import CaseFile

__all__ = ["migrate"]


def migrate(
    case: Case | CaseFile,
    newer: Playbook,
    law: Law,
    *,
    plan_id: str | None = None,
    roles: Mapping[str, str] | None = None,
    on: date | None = None,
    complexity: int | None = None,
) -> Migration:
    """Return how the plan of a case goes on by another edition of its playbook.

    What is done, skipped or waived stays so. What is open keeps its task, which follows
    what the new edition says, unless somebody gave it a day of its own. What the new
    edition has no more ends; deadlines of the case stay, as the law gives them.
    `plan_id` says which plan, where several are by this playbook; `roles` say who fills
    the roles that the new edition has besides, or otherwise. `on` and `complexity` are
    those of `Plan.of`.

    Raises `UnknownNameError` where the case is not worked by this playbook,
    `MissingInputError` where it is not said by which plan, and `InvalidValueError`
    where an item that was added to the case names what the new edition has not, or has
    the id of one that it has.
    """
    given: object = newer
    if not isinstance(given, Playbook):
        msg = (
            f"A plan is migrated to a Playbook, not to {type(given).__name__}. Pass "
            "Playbooks.bundled()['…']."
        )
        raise InvalidTypeError(msg, field="newer", value=None)
    asked = case_asked(case)
    adopted = _worked_by(asked, newer, plan_id)
    check_added(newer, adopted.added)
    old = plan(asked, law, plan_id=adopted.plan_id, on=on, complexity=complexity)
    known = {one.role_id for one in newer.roles}
    moved = evolve(
        adopted,
        playbook=newer,
        digest=newer.digest,
        roles=tuple(pair for pair in adopted.roles if pair[0] in known),
    )
    new = Plan._of(  # noqa: SLF001 - as `plan` does
        moved,
        asked,
        law,
        roles=roles_given(newer, roles),
        on=on,
        complexity=complexity,
    )
    diff = adopted.playbook.diff(newer)
    return Migration(
        case_id=asked.case_id,
        plan_id=adopted.plan_id,
        diff=diff,
        items=tuple(items_of(asked, old, new, diff)),
        newer=newer,
        on=on,
        old=old,
        new=new,
    )


def _worked_by(case: Case, newer: Playbook, plan_id: str | None) -> AdoptedPlan:
    """Return the plan that is by a playbook; the one that is named, if one is."""
    adopted = case[PLAN].adopted
    if plan_id is not None:
        return adopted[plan_id]
    found = [one for one in adopted if one.playbook.playbook_id == newer.playbook_id]
    if len(found) > 1:
        names = ", ".join(one.plan_id for one in found)
        msg = (
            f"The plans {names} are by {newer.playbook_id!r}, and it is not said which "
            "is meant. Pass plan_id=."
        )
        raise MissingInputError(msg, field="plan_id", value=None)
    return found[0] if found else adopted[newer.playbook_id]
