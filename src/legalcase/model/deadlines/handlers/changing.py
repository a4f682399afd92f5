"""What every change of a deadline needs: what stands beside, a place, dependents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legalcase.errors import InvalidValueError
from legalcase.model.deadlines.lifecycles import OUTCOME
from legalcase.model.deadlines.looking.dates import Around, dates_of
from legalcase.model.deadlines.looking.moving import computed_from
from legalcase.model.docket.facet import DOCKET
from legalcase.model.hearings.facet import HEARINGS

if TYPE_CHECKING:
    from datetime import date

    from legalcase.kernel.events.event import Event
    from legalcase.kernel.events.ref import Ref
    from legalcase.kernel.folding.folded import Folded
    from legalcase.kernel.lines.recorded import Recorded
    from legalcase.kernel.register import Register
    from legalcase.model.deadlines.state import Deadline

    Deadlines = Register[Deadline]

__all__ = [
    "around",
    "check_stands",
    "is_over",
    "require_open",
    "to_dependents",
    "with_deadline",
]


def around(deadlines: Deadlines, before: Folded) -> Around:
    """Return what stands beside the deadlines."""
    return Around(deadlines, before[HEARINGS], before[DOCKET])


def with_deadline(deadlines: Deadlines, new: Deadline) -> Deadlines:
    """Return the deadlines with a new one, or a changed one in its place."""
    return deadlines.with_(new.deadline_id, new)


def require_open(old: Deadline, event: Event) -> None:
    """Refuse what can only be done to a deadline that is open."""
    if not old.is_open:
        raise OUTCOME.refusal(type(event), str(old.outcome), old.deadline_id)


def to_dependents(
    deadlines: Deadlines, name: str, line: Recorded, but: str | None = None
) -> Deadlines:
    """Send to review what was computed from a deadline that moved, all `but` one."""
    found = computed_from(deadlines, [("deadline", name)]) - {name, but}

    def change(one: Deadline) -> Deadline:
        return one.to_review(line) if one.deadline_id in found else one

    return deadlines.changed(change)


def is_over(beside: Around, deadline: Deadline, on: date) -> bool:
    """Tell whether the day by which it was due lies before another."""
    dates = dates_of(beside, deadline)
    if dates.shown is None or dates.bound == "not-earlier-than":
        return False
    return dates.shown < on


def check_stands(ref: Ref | None, before: Folded, name: str) -> None:
    """Refuse to rely on an entry of the docket that was struck or vacated."""
    entry = None
    if ref is not None and ref.noun == "event":
        entry = before[DOCKET].find(ref.id)
    if entry is not None and not entry.stands:
        msg = (
            f"Entry {entry.event_id!r} was struck or vacated by {entry.struck_by!r}, "
            "and nothing can rest on it any more. Name the entry that took its place."
        )
        raise InvalidValueError(msg, field=name, value=entry.event_id)
