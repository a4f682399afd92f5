"""How a deadline comes into a case, and which cannot."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from legalcase.errors import IllegalTransitionError, InvalidValueError
from legalcase.kernel.events.label import PUBLIC, borne, stricter
from legalcase.model.caseload.facet import CASELOAD
from legalcase.model.caseload.state import CaseStatus
from legalcase.model.deadlines.basis import Derived
from legalcase.model.deadlines.handlers.changing import around, with_deadline
from legalcase.model.deadlines.looking.dates import LONGEST_CHAIN, dates_of
from legalcase.model.deadlines.looking.labels import label_with_anchors
from legalcase.model.deadlines.state import Deadline

if TYPE_CHECKING:
    from legalcase.kernel.events.label import Label
    from legalcase.kernel.folding.folded import Folded
    from legalcase.kernel.lines.recorded import Recorded
    from legalcase.kernel.register import Register
    from legalcase.model.deadlines.events import DeadlineSet
    from legalcase.model.deadlines.terms import DeadlineTerms

    Deadlines = Register[Deadline]

__all__ = ["check_follows", "new_deadline", "set_"]


def set_(
    deadlines: Deadlines, event: DeadlineSet, line: Recorded, before: Folded
) -> Deadlines:
    """Return the deadlines with a new one."""
    return new_deadline(deadlines, event.deadline_id, event.terms, line, before)


def new_deadline(
    deadlines: Deadlines,
    deadline_id: str,
    terms: DeadlineTerms,
    line: Recorded,
    before: Folded,
    kept: Label | None = None,
    **changes: Any,
) -> Deadlines:
    """Return the deadlines with one that was set by a line.

    `kept` is the label of the one in whose place it stands.
    """
    kind = stricter(label_with_anchors(terms, before), kept) or PUBLIC
    new = Deadline(
        deadline_id=deadline_id,
        terms=terms,
        label=borne(terms.label, line.label, kind=kind),
        set_by=line.actor,
        set_event=line.event_id,
        revision=line.number,
        changed_at=line.recorded_at,
        **changes,
    )
    check_follows(new, deadlines, before)
    check_on_disposed(new, before)
    return with_deadline(deadlines, new)


def check_follows(new: Deadline, deadlines: Deadlines, before: Folded) -> None:
    """Refuse a deadline that follows itself, what has no day, or too many others."""
    basis = new.basis
    if not isinstance(basis, Derived):
        return
    beside = around(deadlines, before)
    if basis.follows.noun == "event" and basis.follows.id not in beside.docket:
        msg = (
            "What the deadline follows is no entry of the docket. Follow a filing, a "
            "service, an order or a judgment, by the id of its event."
        )
        raise InvalidValueError(msg, field="follows", value=basis.follows.id)
    depth = 0
    name = basis.follows.id if basis.follows.noun == "deadline" else None
    while name is not None:
        depth += 1
        if name == new.deadline_id:
            msg = (
                f"Deadline {new.deadline_id!r} would follow itself, and have no date. "
                "Let it follow one that does not hang on it."
            )
            raise InvalidValueError(msg, field="follows", value=name)
        if depth > LONGEST_CHAIN:
            msg = (
                f"Deadline {new.deadline_id!r} follows a chain of more than "
                f"{LONGEST_CHAIN} others. Let it follow one with a day of its own."
            )
            raise InvalidValueError(msg, field="follows", value=basis.follows.id)
        link = beside.deadlines[name]
        follows = link.basis.follows if isinstance(link.basis, Derived) else None
        name = link.extended_by
        if name is None and follows is not None and follows.noun == "deadline":
            name = follows.id
    # Its day is in the calendar, or it is refused.
    dates_of(beside, new)


def check_on_disposed(deadline: Deadline, before: Folded) -> None:
    """Refuse a rule's deadline in a case that is over, unless it outlives that."""
    if deadline.kind not in ("rule", "limitation"):
        return
    if deadline.terms.after_disposition is not False:
        return
    caseload = before[CASELOAD]
    over = (CaseStatus.DISPOSED, CaseStatus.CLOSED)
    parties = deadline.terms.owed_by or (None,)
    if all(caseload.status_of(party) in over for party in parties):
        msg = (
            f"The case is {caseload.status}, and deadline {deadline.deadline_id!r} is "
            "not one that runs after that. Record CaseReopened first, or a rule that "
            "says so."
        )
        raise IllegalTransitionError(
            msg,
            subject=deadline.deadline_id,
            state=str(caseload.status),
            step="DeadlineSet",
        )
