"""objectives_to_set: the objectives of a plan, as events for somebody to record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legalcase.dates import as_date
from legalcase.errors import MissingInputError
from legalcase.plans.asked import case_asked
from legalcase.plans.questions.rooms import objectives_of, plans_of
from legalcase.practice.objectives.events import ObjectiveSet

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from legalcase.model.case import Case
    from legalcase.model.case_file import CaseFile

__all__ = ["objectives_to_set"]


def objectives_to_set(
    case: Case | CaseFile,
    *,
    owner: str,
    on: date,
    agreed_with: tuple[str, ...] = (),
    tests: Mapping[str, str] | None = None,
) -> tuple[ObjectiveSet, ...]:
    """Return the events that make the objectives of its plans those of the case.

    They are what such a case is commonly for: change them before they are recorded,
    leave some out, or record them and change them with the client. `tests` are by
    which one will know, for objectives whose playbook does not say. What the case has
    already is left out. Raises `MissingInputError` where an objective has no test.
    """
    asked = case_asked(case)
    day = as_date(on, "on")
    known = objectives_of(asked).objectives
    said = dict(tests or {})
    found: dict[str, ObjectiveSet] = {}
    for plan in plans_of(asked).adopted:
        for one in plan.playbook.objectives:
            if one.objective_id in known or one.objective_id in found:
                continue
            test = said.get(one.objective_id, one.test)
            if test is None:
                msg = (
                    f"Nothing says by which test {one.objective_id!r} is reached. Pass "
                    f"tests={{{one.objective_id!r}: '…'}}."
                )
                raise MissingInputError(msg, field="tests", value=one.objective_id)
            found[one.objective_id] = ObjectiveSet(
                objective_id=one.objective_id,
                statement=one.statement,
                test=test,
                owner=owner,
                agreed_with=agreed_with,
                happened_on=day,
            )
    return tuple(found.values())
