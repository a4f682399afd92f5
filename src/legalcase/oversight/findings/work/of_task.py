"""What can be wrong with a task: what the room of tasks finds, one check a code."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import frozen

from legalcase.oversight.authorities import DILIGENCE, WORKLOAD
from legalcase.oversight.findings.check import Check, Found

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.oversight.findings.check import Viewed

__all__ = ["OF_TASKS"]


@frozen
class _OfTasks:
    """Finds what the room of tasks finds under one of its codes."""

    code: str

    def __call__(self, viewed: Viewed) -> Iterator[Found]:
        for one in viewed.of_tasks:
            if one.code == self.code:
                yield Found(
                    text=f"task {one.task_id!r}: {one.text}",
                    evidence=(f"task:{one.task_id}", *one.evidence),
                    severity=one.severity,
                    person=viewed.case.tasks[one.task_id].accountable,
                )


def accountable_absent(viewed: Viewed) -> Iterator[Found]:
    """Find tasks that fall on a day on which whoever answers for them is away."""
    for item in viewed.agenda.open_tasks:
        day = item.dates.shown
        if day is None or day < viewed.on:
            continue
        away = viewed.absences.of_person(item.task.accountable, day)
        if away is not None:
            yield Found(
                text=(
                    f"task {item.task.task_id!r} is due on {day}, when whoever answers "
                    f"for it is away ({away.start} to {away.last})"
                ),
                evidence=(f"task:{item.task.task_id}",),
                day=day,
                person=item.task.accountable,
            )


#: By the code of the room: how bad it is, and what it finds.
_CODES: Final = {
    "begun-out-of-order": ("warning", "a task was begun before what comes first"),
    "day-outdated": ("critical", "what a task follows has another day by now"),
    "deadline-left": (
        "critical",
        "a task was given up, and nothing else would meet its deadline",
    ),
    "deadline-not-recorded": (
        "critical",
        "a task is done, and nobody recorded that its deadline was met",
    ),
    "due-after-its-whole": ("warning", "a task is due after that of which it is part"),
    "due-before-what-comes-first": (
        "warning",
        "a task is due before one that comes first",
    ),
    "due-too-late": ("critical", "a task is due after what it prepares"),
    "hold-is-over": ("warning", "a task was on hold until a day that is over"),
    "no-day": ("warning", "what a task follows has no day"),
    "nothing-left-to-prepare": ("warning", "what a task prepares is over"),
    "overdue": ("warning", "a task is open, and its day is over"),
    "shown-no-more": ("critical", "what showed that a task was done was struck"),
    "stuck": ("critical", "a task is on hold, and nothing brings it up again"),
    "waits-in-vain": ("critical", "a task waits for one that was given up"),
}

OF_TASKS: Final = (
    Check(
        code="task-accountable-absent",
        severity="warning",
        what="a task falls on a day on which whoever answers for it is away",
        authority=WORKLOAD,
        find=accountable_absent,
    ),
    *(
        Check(
            code=f"task-{code}",
            severity=severity,
            what=what,
            authority=DILIGENCE,
            find=_OfTasks(code),
        )
        for code, (severity, what) in _CODES.items()
    ),
)
