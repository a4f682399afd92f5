"""What deadlines hear of their case: stays, dispositions, a party that left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legalcase.errors import IllegalTransitionError
from legalcase.model.caseload.facet import CASELOAD
from legalcase.model.caseload.state import CaseStatus
from legalcase.model.deadlines.handlers.changing import around, is_over
from legalcase.model.deadlines.handlers.ending import opened_again
from legalcase.model.deadlines.handlers.stopping import lifted
from legalcase.model.deadlines.state import Deadline, Outcome, Stop
from legalcase.model.deadlines.terms import OWN

if TYPE_CHECKING:
    from legalcase.kernel.folding.folded import Folded
    from legalcase.kernel.lines.recorded import Recorded
    from legalcase.kernel.register import Register
    from legalcase.model.caseload.events import (
        CaseClosed,
        CaseDisposed,
        CaseReactivated,
        CaseReopened,
        CaseStayed,
    )
    from legalcase.model.people.events import PartyLeft

    Deadlines = Register[Deadline]

__all__ = [
    "case_closed",
    "case_disposed",
    "case_reactivated",
    "case_reopened",
    "case_stayed",
    "party_left",
]


def _concerns(deadline: Deadline, of: tuple[str, ...]) -> bool | None:
    """Tell whether what is as to some parties concerns a deadline; ``None``: unknown.

    One that several owe goes on as long as one of them is left.
    """
    if not of:
        return True
    owed_by = deadline.terms.owed_by
    if not owed_by:
        # What we set ourselves binds no party.
        return False if deadline.kind in OWN else None
    if set(owed_by) <= set(of):
        return True
    return None if set(owed_by) & set(of) else False


def case_stayed(
    deadlines: Deadlines, event: CaseStayed, line: Recorded, before: Folded
) -> Deadlines:
    """Stop what the law says a stay stops; send to review what it leaves open.

    What was over before the stay came is not saved by it, and stays in sight.
    """
    beside = around(deadlines, before)

    def change(one: Deadline) -> Deadline:
        concerns = _concerns(one, event.of)
        says = one.terms.stayed_by_stay
        if not one.is_open or concerns is False or says == "no":
            return one
        if concerns and says == "yes" and not is_over(beside, one, event.happened_on):
            stops = (*one.stops, Stop(event_id=line.event_id))
            return one.changed(line, stops=stops)
        return one.to_review(line)

    return deadlines.changed(change)


def case_reactivated(
    deadlines: Deadlines, event: CaseReactivated, line: Recorded, before: Folded
) -> Deadlines:
    """Let go what the stays that were lifted had stopped; compute it anew."""
    named = None if event.stay is None else event.stay.id
    meant = before[CASELOAD].stays_meant(event.of, named)
    stays = tuple(stay.event_id for stay in meant)

    def change(one: Deadline) -> Deadline:
        if not one.is_open or not set(one.stopped_by) & set(stays):
            return one
        if _concerns(one, event.of) is False:
            return one
        return lifted(one, stays, line)

    return deadlines.changed(change)


def case_disposed(
    deadlines: Deadlines, event: CaseDisposed, line: Recorded, _: Folded
) -> Deadlines:
    """Vacate what does not outlive the disposition; none is deleted.

    Of a deadline of which nobody says whether it does, somebody has to see.
    """

    def change(one: Deadline) -> Deadline:
        concerns = _concerns(one, event.of)
        outlives = one.terms.after_disposition
        if not one.is_open or concerns is False or outlives is True:
            return one
        if concerns and outlives is False:
            return one.changed(line, outcome=Outcome.VACATED, ended_by=line.event_id)
        return one.to_review(line)

    return deadlines.changed(change)


def case_reopened(
    deadlines: Deadlines, event: CaseReopened, line: Recorded, before: Folded
) -> Deadlines:
    """Open again, for review, what the disposition had vacated."""
    disposed = {
        change.event_id
        for change in before[CASELOAD].history
        if change.to == CaseStatus.DISPOSED
    }

    def change(one: Deadline) -> Deadline:
        is_vacated = one.outcome is Outcome.VACATED and one.ended_by in disposed
        if not is_vacated or _concerns(one, event.of) is False:
            return one
        return opened_again(one, line)

    return deadlines.changed(change)


def party_left(
    deadlines: Deadlines, event: PartyLeft, line: Recorded, _: Folded
) -> Deadlines:
    """Review what only a party owes that takes no part any more."""

    def change(one: Deadline) -> Deadline:
        owed_by = one.terms.owed_by
        if one.is_open and owed_by == (event.party_id,):
            return one.to_review(line)
        return one

    return deadlines.changed(change)


def case_closed(
    deadlines: Deadlines, _: CaseClosed, line: Recorded, __: Folded
) -> Deadlines:
    """Refuse to close a case in which something is still to be done."""
    count = sum(deadline.is_open for deadline in deadlines)
    if count:
        subject = line.stream.partition(":")[2]
        state = f"waiting for {count} open deadline{'s' if count > 1 else ''}"
        msg = (
            f"The case {subject!r} is {state} and cannot be closed. Record first what "
            "became of each."
        )
        raise IllegalTransitionError(msg, subject=subject, state=state, step="closed")
    return deadlines
