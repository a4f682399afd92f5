"""How a deadline gets another date: computed anew, or another reading chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import evolve

from legalcase.errors import InvalidValueError
from legalcase.model.deadlines.basis import Computed
from legalcase.model.deadlines.events import DeadlineRecomputed
from legalcase.model.deadlines.handlers.changing import (
    around,
    is_over,
    require_open,
    to_dependents,
    with_deadline,
)
from legalcase.model.deadlines.handlers.setting import check_follows
from legalcase.model.deadlines.lifecycles import OUTCOME
from legalcase.model.deadlines.state import Deadline, Outcome, ReviewState

if TYPE_CHECKING:
    from legalcase.kernel.folding.folded import Folded
    from legalcase.kernel.lines.recorded import Recorded
    from legalcase.kernel.register import Register
    from legalcase.model.deadlines.events import ReadingChosen

    Deadlines = Register[Deadline]

__all__ = ["chosen", "recomputed"]


def recomputed(
    deadlines: Deadlines, event: DeadlineRecomputed, line: Recorded, before: Folded
) -> Deadlines:
    """Return the deadlines after one got another basis.

    One that somebody stood by is to be looked at again: nothing confirmed moves
    silently. Stops that were lifted are over; the others hold.
    """
    old = deadlines[event.deadline_id]
    if old.outcome not in (Outcome.OPEN, Outcome.MISSED):
        raise OUTCOME.refusal(DeadlineRecomputed, str(old.outcome), old.deadline_id)
    changes: dict[str, Any] = {
        "terms": evolve(old.terms, basis=event.basis),
        "chosen": None,
        "chosen_by": None,
        "set_by": line.actor,
        "set_event": line.event_id,
        "stops": tuple(stop for stop in old.stops if stop.lifted_by is None),
    }
    if old.review.state is ReviewState.PROPOSED:
        new = old.changed(line, **changes)
    else:
        new = old.to_review(line, **changes)
    check_follows(new, deadlines, before)
    beside = around(deadlines, before)
    if old.outcome is Outcome.MISSED and not is_over(beside, new, event.happened_on):
        # It was not missed: its day is still to come.
        new = old.to_review(line, **changes, outcome=Outcome.OPEN, ended_by=None)
    return to_dependents(with_deadline(deadlines, new), new.deadline_id, line)


def chosen(
    deadlines: Deadlines, event: ReadingChosen, line: Recorded, _: Folded
) -> Deadlines:
    """Return the deadlines after somebody chose a reading of one."""
    old = deadlines[event.deadline_id]
    require_open(old, event)
    if not isinstance(old.basis, Computed) or not old.basis.computation.is_running:
        msg = (
            f"Deadline {old.deadline_id!r} has no readings to choose from: it is not "
            "computed, or not running. Choose a reading of one that is."
        )
        raise InvalidValueError(msg, field="due", value=event.due)
    computation = old.basis.computation
    found = {computation.due, *(reading.due for reading in computation.readings)}
    if event.due not in found:
        days = ", ".join(str(day) for day in sorted(found))
        msg = (
            f"{event.due} is due under no reading of deadline {old.deadline_id!r}. "
            f"Choose one of {days}."
        )
        raise InvalidValueError(msg, field="due", value=event.due)
    new = old.changed(line, chosen=event.due, chosen_by=event.chosen_by)
    return to_dependents(with_deadline(deadlines, new), new.deadline_id, line)
