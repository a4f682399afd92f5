"""Who does for us what is due: how that changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from legalcase.model.deadlines.handlers.changing import require_open, with_deadline

if TYPE_CHECKING:
    from legalcase.kernel.folding.folded import Folded
    from legalcase.kernel.lines.recorded import Recorded
    from legalcase.kernel.register import Register
    from legalcase.model.deadlines.events import DeadlineReassigned
    from legalcase.model.deadlines.state import Deadline

    Deadlines = Register[Deadline]

__all__ = ["reassigned"]


def reassigned(
    deadlines: Deadlines, event: DeadlineReassigned, line: Recorded, _: Folded
) -> Deadlines:
    """Return the deadlines after one went to another person."""
    old = deadlines[event.deadline_id]
    require_open(old, event)
    terms = evolve(old.terms, owner=event.owner, backup=event.backup)
    return with_deadline(deadlines, old.changed(line, terms=terms))
