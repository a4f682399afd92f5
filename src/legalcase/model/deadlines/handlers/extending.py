"""How a deadline is extended: the old one ends, and another stands in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from legalcase.errors import ExtensionBarredError, InvalidValueError
from legalcase.model.deadlines.basis import Computed, Derived
from legalcase.model.deadlines.handlers.changing import (
    around,
    check_stands,
    to_dependents,
    with_deadline,
)
from legalcase.model.deadlines.handlers.setting import new_deadline
from legalcase.model.deadlines.lifecycles import OUTCOME
from legalcase.model.deadlines.looking.dates import dates_of
from legalcase.model.deadlines.looking.labels import label_of
from legalcase.model.deadlines.state import Deadline, Finding, Outcome

if TYPE_CHECKING:
    from legalcase.kernel.folding.folded import Folded
    from legalcase.kernel.lines.recorded import Recorded
    from legalcase.kernel.register import Register
    from legalcase.model.deadlines.basis import Basis
    from legalcase.model.deadlines.events import DeadlineExtended
    from legalcase.model.deadlines.terms import DeadlineTerms

    Deadlines = Register[Deadline]

__all__ = ["check_extended", "extended"]


def extended(
    deadlines: Deadlines, event: DeadlineExtended, line: Recorded, before: Folded
) -> Deadlines:
    """Return the deadlines after one was extended: the old one, and the new one."""
    old = deadlines[event.deadline_id]
    outcome = OUTCOME.after(type(event), str(old.outcome), old.deadline_id)
    if isinstance(event.basis, Derived):
        msg = (
            f"The extension of deadline {old.deadline_id!r} follows something else. "
            "Give it a date of its own: computed, ordered or agreed."
        )
        raise InvalidValueError(msg, field="basis", value=None)
    findings = _barred(old, event, line)
    ended = old.changed(
        line,
        outcome=Outcome(outcome),
        extended_by=event.successor_id,
        ended_by=line.event_id,
    )
    terms = evolve(
        old.terms, basis=event.basis, kind=_kind_after(old.terms, event.basis)
    )
    if event.title is not None:
        terms = evolve(terms, title=event.title)
    if event.owner is not None:
        terms = evolve(terms, owner=event.owner)
    new = new_deadline(
        with_deadline(deadlines, ended),
        event.successor_id,
        terms,
        line,
        before,
        kept=None if old.label == label_of(old.terms) else old.label,
        extends=old.deadline_id,
        allowed_by=None if event.order is None else event.order.id,
        findings=findings,
    )
    return to_dependents(new, old.deadline_id, line, but=event.successor_id)


def _kind_after(terms: DeadlineTerms, basis: Basis) -> str | None:
    """Return the kind of an extended deadline: as said, or that of its new basis."""
    return None if type(basis) is not type(terms.basis) else terms.kind


def _barred(
    old: Deadline, event: DeadlineExtended, line: Recorded
) -> tuple[Finding, ...]:
    barred_by = (
        old.basis.computation.barred_by if isinstance(old.basis, Computed) else None
    )
    if barred_by is None:
        return ()
    if event.order is None:
        msg = (
            f"Deadline {old.deadline_id!r} may not be extended: {barred_by}. If a "
            "court did so all the same, pass order=Ref('event', …) for its order."
        )
        raise ExtensionBarredError(msg, deadline=old.deadline_id, barred_by=barred_by)
    return (
        Finding(
            code="extension-barred",
            severity="critical",
            text=f"extended by order although {barred_by} bars it",
            event_id=line.event_id,
        ),
    )


def check_extended(
    deadlines: Deadlines, event: DeadlineExtended, line: Recorded, before: Folded
) -> None:
    """Refuse an extension to an earlier day, or by an order that was vacated."""
    check_stands(event.order, before, "order")
    old = deadlines[event.deadline_id]
    was = dates_of(around(deadlines, before), old)
    after = extended(deadlines, event, line, before)
    now = dates_of(around(after, before), after[event.successor_id])
    if was.due and now.due and now.due < was.due and was.bound == "not-later-than":
        msg = (
            f"Deadline {old.deadline_id!r} is due on {was.due}, and {now.due} is "
            "earlier. Record DeadlineRecomputed for a time that was shortened."
        )
        raise InvalidValueError(msg, field="basis", value=None)
