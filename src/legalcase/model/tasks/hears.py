"""What tasks hear of other rooms: what was struck, closed, or corrected."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from legalcase.errors import IllegalTransitionError
from legalcase.model.deadlines.beside import around_in
from legalcase.model.tasks.looking.dates import grounds

if TYPE_CHECKING:
    from legalcase.kernel.events.event import Event
    from legalcase.kernel.folding.folded import Folded
    from legalcase.kernel.lines.correction import Corrected, Retracted
    from legalcase.kernel.lines.recorded import Recorded
    from legalcase.kernel.register import Register
    from legalcase.model.caseload.events import CaseClosed
    from legalcase.model.docket.events import EntryStruck, OrderVacated
    from legalcase.model.tasks.state import Task

    Tasks = Register[Task]

__all__ = ["case_closed", "corrected", "entry_ended"]

#: So many open tasks are named; of a case with hundreds nobody reads them all.
_MOST_NAMED: Final = 5


def case_closed(tasks: Tasks, _: CaseClosed, line: Recorded, __: Folded) -> Tasks:
    """Refuse to close a case in which something is still to be done."""
    left = [one.task_id for one in tasks if one.is_open]
    count = len(left)
    if count:
        subject = line.stream.partition(":")[2]
        state = f"waiting for {count} open task{'s' if count > 1 else ''}"
        named = ", ".join(map(repr, left[:_MOST_NAMED]))
        more = "" if count <= _MOST_NAMED else f" and {count - _MOST_NAMED} more"
        msg = (
            f"The case {subject!r} is {state} and cannot be closed. Record first what "
            f"became of {named}{more}."
        )
        raise IllegalTransitionError(msg, subject=subject, state=state, step="closed")
    return tasks


def entry_ended(
    tasks: Tasks, event: EntryStruck | OrderVacated, line: Recorded, before: Folded
) -> Tasks:
    """Mark what has its day from an entry that stands no more: now it has none."""
    around = around_in(before)
    gone = ("event", event.entry_id)

    def change(one: Task) -> Task:
        return one.changed(line) if gone in grounds(around, one.terms) else one

    return tasks.changed(change)


def corrected(
    tasks: Tasks,
    _: Corrected | Retracted,
    line: Recorded,
    __: Folded,
    ___: Event | None,
) -> Tasks:
    """Return the tasks after a correction, of which each may be another now."""
    return tasks.changed(lambda one: one.changed(line))
