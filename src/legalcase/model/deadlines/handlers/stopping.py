"""How the clock of a deadline is stopped, and runs again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from legalcase.errors import IllegalTransitionError, InvalidValueError
from legalcase.model.caseload.facet import CASELOAD
from legalcase.model.deadlines.handlers.changing import (
    around,
    is_over,
    require_open,
    with_deadline,
)
from legalcase.model.deadlines.state import Deadline, Stop

if TYPE_CHECKING:
    from legalcase.kernel.folding.folded import Folded
    from legalcase.kernel.lines.recorded import Recorded
    from legalcase.kernel.register import Register
    from legalcase.model.deadlines.events import DeadlineResumed, DeadlineStayed

    Deadlines = Register[Deadline]

__all__ = ["check_stayed", "lifted", "resumed", "stayed"]


def stayed(
    deadlines: Deadlines, event: DeadlineStayed, line: Recorded, before: Folded
) -> Deadlines:
    """Return the deadlines after the clock of one was stopped."""
    old = deadlines[event.deadline_id]
    require_open(old, event)
    if event.stay is not None:
        _check_stay(old, event.stay.id, before)
    stop = Stop(event_id=line.event_id if event.stay is None else event.stay.id)
    return with_deadline(deadlines, old.changed(line, stops=(*old.stops, stop)))


def check_stayed(
    deadlines: Deadlines, event: DeadlineStayed, _: Recorded, before: Folded
) -> None:
    """Refuse to stop what was over before time stopped: it would not be seen again."""
    old = deadlines[event.deadline_id]
    from_on = event.happened_on
    if event.stay is not None:
        stays = before[CASELOAD].stays
        days = [one.from_on for one in stays if one.event_id == event.stay.id]
        from_on = min(days, default=from_on)
    if is_over(around(deadlines, before), old, from_on):
        msg = (
            f"Deadline {old.deadline_id!r} was over before {from_on}, on which time "
            "stopped, and nothing is left to stop. Record what became of it, or "
            "DeadlineRecomputed if it had another day."
        )
        raise InvalidValueError(msg, field="deadline_id", value=old.deadline_id)


def _check_stay(old: Deadline, stay: str, before: Folded) -> None:
    """Refuse what is no stay that holds, or has stopped the deadline already."""
    holding = {one.event_id for one in before[CASELOAD].stays if one.lifted_by is None}
    if stay not in holding:
        msg = (
            f"The event {stay!r} is no stay of the case that holds. Refer to a "
            "CaseStayed that was not lifted, or leave stay= out."
        )
        raise InvalidValueError(msg, field="stay", value=stay)
    if stay in old.stopped_by:
        msg = (
            f"The clock of deadline {old.deadline_id!r} was stopped by the stay "
            f"{stay!r} already. Look at its stops."
        )
        raise IllegalTransitionError(
            msg, subject=old.deadline_id, state=old.state, step="stayed"
        )


def resumed(
    deadlines: Deadlines, event: DeadlineResumed, line: Recorded, _: Folded
) -> Deadlines:
    """Return the deadlines after the clock of one runs again."""
    old = deadlines[event.deadline_id]
    require_open(old, event)
    if not old.stopped_by:
        msg = (
            f"The clock of deadline {old.deadline_id!r} does not stand still. Look at "
            "what stopped it."
        )
        raise IllegalTransitionError(
            msg, subject=old.deadline_id, state=old.state, step="resumed"
        )
    return with_deadline(deadlines, lifted(old, old.stopped_by, line))


def lifted(old: Deadline, stays: tuple[str, ...], line: Recorded) -> Deadline:
    """Return a deadline whose stops were lifted: its date is to be computed anew."""
    stops = tuple(
        evolve(stop, lifted_by=line.event_id)
        if stop.event_id in stays and stop.lifted_by is None
        else stop
        for stop in old.stops
    )
    return old.to_review(line, stops=stops)
