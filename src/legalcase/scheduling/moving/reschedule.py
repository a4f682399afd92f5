"""Asking what moves: `reschedule`, of a case or a whole caseload."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legalcase.scheduling.answering.rows import rows_of
from legalcase.scheduling.ask import asking_of
from legalcase.scheduling.moving.comparing import Comparison, compare
from legalcase.scheduling.moving.diff import Diff
from legalcase.scheduling.proposals import Proposals

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from legalcase.law.lawbook import Law
    from legalcase.model.case import Case
    from legalcase.model.case_file import CaseFile
    from legalcase.model.people.state import Participant
    from legalcase.scheduling.row import ScheduledDeadline

__all__ = ["reschedule"]


def reschedule(
    case: Case | CaseFile,
    law: Law,
    *,
    for_: str | Iterable[str | Participant] | None = None,
    on: date | None = None,
    facts: Mapping[str, str] | None = None,
) -> Diff:
    """Return what moves in a case since its deadlines were set, because of what.

    It is asked after anything changed: a trigger was corrected, a method of service
    became known, a closure was announced (`law.with_closures`), a rule amended, a
    stay lifted, a hearing moved. Arguments and errors are those of `schedule`.

    Returns:
        The diff: a frozen value, and nothing is recorded. After its `events()` are
        recorded, it is empty.
    """
    asking, cards, _ = asking_of(case, law, for_=for_, on=on, facts=facts)
    rows: list[ScheduledDeadline] = [
        row for card in cards for row in rows_of(asking, card)
    ]
    by_id = {row.original_id: row for row in rows if row.original_id is not None}
    found = Comparison(case=asking.case, law=law)
    for deadline in asking.case.deadlines:
        compare(found, deadline, by_id.get(deadline.deadline_id))
    new = [
        row
        for row in rows
        if row.state == "new" and (not row.owed_by or asking.is_ours(row.owed_by))
    ]
    return Diff(
        case_id=asking.case.case_id,
        version=asking.case.version,
        recorded_on=asking.case.recorded_at.date(),
        moved=tuple(found.moved),
        pinned=tuple(found.pinned),
        void=tuple(found.void),
        new=Proposals(sorted(new, key=lambda row: (str(row.shown), row.rule, row.who))),
        unchanged=tuple(found.unchanged),
    )
