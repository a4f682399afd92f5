"""What can be asked of the tasks of a case: what is next, and what is wrong with them.

Nothing here changes a case: what should happen comes back as events, which a named
person records, or leaves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from legalcase.dates import as_date
from legalcase.kernel.checks import check_asked
from legalcase.kernel.events.ref import Ref
from legalcase.model.deadlines.events import DeadlineMet
from legalcase.model.deadlines.looking.dates import shifted
from legalcase.model.deadlines.state import Outcome
from legalcase.model.tasks.events import TaskPlanned, TaskTerminated
from legalcase.model.tasks.findings import TaskFinding, findings_of, is_left_of
from legalcase.model.tasks.item import TaskItem, task_items
from legalcase.model.tasks.looking.dates import extended
from legalcase.model.tasks.looking.tree import open_parts, under_closed
from legalcase.model.tasks.state import TaskState

if TYPE_CHECKING:
    from datetime import date

    from legalcase.model.case import Case

__all__ = [
    "deadlines_met_by",
    "next_task",
    "ready_tasks",
    "task_findings",
    "tasks_to_give_up",
]


def ready_tasks(case: Case) -> tuple[TaskItem, ...]:
    """Return what can be worked on now, those due first: begun, or free to begin.

    A task is free when all that comes before it is completed or waived, and before
    the tasks of which it is a part. One with parts that are open is worked on in
    those; one on hold, or disabled, is not worked on.
    """
    check_asked(case, "case", "folded")
    tasks = case.tasks
    workable = (TaskState.AVAILABLE, TaskState.ENABLED, TaskState.ACTIVE)
    return tuple(
        item
        for item in task_items(case.folded)
        if item.task.state in workable
        and (item.task.state is TaskState.ACTIVE or not item.waits_for)
        and not open_parts(tasks, item.task)
    )


def task_findings(case: Case, *, on: date) -> tuple[TaskFinding, ...]:
    """Return what a person has to look at in the tasks of a case, as of a day.

    Each says by its code what it is; the codes never change. Nothing is moved or ended
    because of one. Raises `InvalidTypeError` for what is no date.
    """
    check_asked(case, "case", "folded")
    return findings_of(case.folded, as_date(on, "on"))


def next_task(
    case: Case, task_id: str, *, on: date, new_id: str | None = None
) -> TaskPlanned | None:
    """Return the event that plans the next time of a task that comes again.

    ``None`` for a task that does not, is still open, was given up without approval,
    has its next time already, or would come after the last day of the row or under a
    parent that is done with. `on` is the day on which it is planned; `new_id` is the
    id of the first with a number, if left out. Raises `UnknownNameError`.
    """
    check_asked(case, "case", "folded")
    tasks = case.tasks
    last = tasks[task_id]
    repeats = last.terms.repeats
    over = last.state is TaskState.TERMINATED and not last.is_waived
    if repeats is None or last.is_open or over or last.repeated_by is not None:
        return None
    first_on = tasks[last.row].terms.due_on
    if first_on is None or under_closed(tasks, last) is not None:
        return None
    # Counted from the first: the 31st comes back after a short month.
    due_on = shifted(first_on, repeats.every, last.nth)
    if repeats.until_on is not None and due_on > repeats.until_on:
        return None
    around = case.around()
    terms = evolve(
        last.terms,
        due_on=due_on,
        accountable=last.accountable,
        responsible=last.responsible,
        after=(),
        prepares=tuple(
            one for one in last.terms.prepares if is_left_of(around, one.noun, one.id)
        ),
        satisfies=tuple(
            name
            for name in last.terms.satisfies
            if is_left_of(around, "deadline", name)
        ),
    )
    return TaskPlanned(
        task_id=new_id or f"{last.row}.{last.nth + 1}",
        terms=terms,
        repeats_task=task_id,
        happened_on=as_date(on, "on"),
    )


def deadlines_met_by(
    case: Case,
    task_id: str,
    *,
    by_event: Ref | None = None,
    evidence: str | None = None,
) -> tuple[DeadlineMet, ...]:
    """Return the events that say which deadlines a completed task has met.

    A task never meets a deadline by itself: whoever answers for it looks at these, and
    records them. One for each deadline that the task satisfies (of one that was
    extended, for its last extension) and that is open or missed; none while the task
    is not completed. What shows it is what showed that the task was done, or
    `by_event` and `evidence`. Raises `MissingInputError` where nothing shows it, and
    `UnknownNameError`.
    """
    check_asked(case, "case", "folded")
    task = case.tasks[task_id]
    end = task.end
    if task.state is not TaskState.COMPLETED or end is None or end.by is None:
        return ()
    if by_event is None and end.by_event is not None:
        by_event = Ref("event", end.by_event)
    found = []
    for name in task.terms.satisfies:
        deadline = extended(case.around(), name)[-1]
        if deadline.outcome in (Outcome.OPEN, Outcome.MISSED):
            met = DeadlineMet(
                deadline_id=deadline.deadline_id,
                met_by=end.by,
                by_event=by_event,
                evidence=evidence or end.evidence,
                happened_on=end.on,
                happened_at=end.at,
            )
            found.append(met)
    return tuple(found)


def tasks_to_give_up(case: Case, *, on: date) -> tuple[TaskTerminated, ...]:
    """Return the events that give up the tasks with nothing left to prepare.

    That are open tasks all of whose deadlines and hearings are over: met, vacated,
    waived, moot; held or taken off calendar. Parts go with the task of which they are.
    """
    check_asked(case, "case", "folded")
    on = as_date(on, "on")
    tasks = case.tasks
    idle = {
        finding.task_id
        for finding in task_findings(case, on=on)
        if finding.code == "nothing-left-to-prepare"
    }
    with_others = {name for each in idle for name in open_parts(tasks, tasks[each])}
    return tuple(
        TaskTerminated(
            task_id=one.task_id,
            ground="what it prepared is over",
            happened_on=on,
        )
        for one in tasks
        if one.task_id in idle - with_others
    )
