"""tasks_of: what a meeting decided is to be done, as tasks of the case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legalcase.model.tasks.events import TaskPlanned
from legalcase.model.tasks.terms import TaskTerms
from legalcase.oversight.seen import action_task, case_of
from legalcase.practice.meetings.facet import MEETINGS

if TYPE_CHECKING:
    from legalcase.model.case import Case
    from legalcase.model.case_file import CaseFile

__all__ = ["tasks_of"]


def tasks_of(case: Case | CaseFile, meeting_id: str) -> tuple[TaskPlanned, ...]:
    """Return the tasks that a meeting's actions are and that the case does not have.

    Recorded once, there are none left. Their ids are those of the meeting and the
    number of the action (``"m-1/2"``; where an earlier task is called so already,
    ``"m-1/2-2"``). Raises `UnknownNameError` for a meeting that
    there is not, and `InvalidTypeError` for a case without `practice.MEETINGS`.
    """
    case = case_of(case)
    meeting = case[MEETINGS][meeting_id]
    found = [
        (action, *action_task(case, meeting, number))
        for number, action in enumerate(meeting.actions, 1)
    ]
    return tuple(
        TaskPlanned(
            task_id=name,
            terms=TaskTerms(
                title=action.title,
                accountable=action.accountable,
                due_on=action.due_on,
                label=meeting.label,
            ),
            happened_on=meeting.held_on,
        )
        for action, name, is_there in found
        if not is_there
    )
