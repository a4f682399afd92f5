"""Whether a deadline was computed from the days on which its anchors now stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legalcase.dates import own_day
from legalcase.model.deadlines.basis import Computed

if TYPE_CHECKING:
    from datetime import date

    from legalcase.kernel.events.ref import Ref
    from legalcase.model.deadlines.looking.dates import Around
    from legalcase.model.deadlines.state import Deadline

__all__ = ["differing"]


def differing(around: Around, deadline: Deadline) -> tuple[str, ...]:
    """Say of each anchor whose day is another than the one that was counted from.

    That can be right (service is deemed to be later than it was made), or a day that
    was mistyped: somebody has to look.
    """
    basis = deadline.basis
    if not isinstance(basis, Computed) or not basis.anchors:
        return ()
    inputs = basis.computation.inputs
    triggers = dict(inputs.triggers)
    said = []
    for anchor in basis.anchors:
        counted = triggers.get(anchor.trigger)
        if counted is None and len(basis.anchors) == 1:
            counted = inputs.trigger
        day = _day(around, anchor.of)
        if counted is None or day is None:
            continue
        from_on = own_day(counted)
        if from_on != day:
            word = anchor.trigger.replace("-", " ")
            said.append(f"{word} {day}, but computed from {from_on}")
    return tuple(said)


def _day(around: Around, of: Ref) -> date | None:
    if of.noun == "event":
        entry = around.docket.find(of.id)
        return None if entry is None else entry.happened_on
    if of.noun == "hearing":
        hearing = around.hearings.find(of.id)
        return None if hearing is None else own_day(hearing.at)
    return None
