"""What deadlines hear of that on which they rest: struck, moved, corrected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from legalcase.kernel.lines.correction import Corrected
from legalcase.model.deadlines.events import (
    DeadlineExtended,
    DeadlineRecomputed,
    DeadlineSet,
    ReadingChosen,
)
from legalcase.model.deadlines.handlers.ending import opened_again
from legalcase.model.deadlines.looking.moving import computed_from, rests_on
from legalcase.model.deadlines.state import Deadline, Outcome
from legalcase.model.docket.facet import DOCKET
from legalcase.model.filings.facet import FILINGS
from legalcase.model.hearings.events import (
    HearingContinued,
    HearingNotAttended,
    HearingSet,
    HearingVacated,
)

if TYPE_CHECKING:
    from legalcase.kernel.events.event import Event, UnknownEvent
    from legalcase.kernel.folding.folded import Folded
    from legalcase.kernel.lines.correction import Retracted
    from legalcase.kernel.lines.recorded import Recorded
    from legalcase.kernel.register import Register
    from legalcase.model.docket.events import EntryStruck, OrderVacated, ServiceQuashed
    from legalcase.model.filings.events import FilingRejected

    Deadlines = Register[Deadline]

__all__ = ["corrected", "entry_ended", "filing_rejected", "hearing_moved"]


#: What is missed is not done with: where its ground moves, time may run again.
_AT_STAKE = frozenset({Outcome.OPEN, Outcome.MISSED})


def entry_ended(
    deadlines: Deadlines,
    event: EntryStruck | OrderVacated | ServiceQuashed,
    line: Recorded,
    before: Folded,
) -> Deadlines:
    """Reopen what a struck filing had met, and review what rests on an entry.

    That is also what runs from its service: what was served does not stand any more.
    What was met by handing in the paper that the entry is, is as good as met by it.
    """
    gone = {event.entry_id}
    gone.update(
        entry.event_id
        for entry in before[DOCKET]
        if entry.kind == "served" and f"event:{event.entry_id}" in entry.about
    )
    grounds = [("event", name) for name in gone]
    found = computed_from(deadlines, grounds)
    showed = {event.entry_id, *_handed_in(before, event.entry_id)}

    def change(one: Deadline) -> Deadline:
        if one.met is not None and one.met.by_event in showed:
            return opened_again(one, line)
        if one.outcome not in _AT_STAKE:
            return one
        if (
            any(rests_on(one, *ground) for ground in grounds)
            or one.deadline_id in found
        ):
            return one.to_review(line)
        if one.allowed_by == event.entry_id:
            return one.to_review(line)
        return one

    return deadlines.changed(change)


def _handed_in(before: Folded, entry_id: str) -> set[str]:
    """Return the events by which the paper was handed in that is an entry now."""
    return {
        submission.event_id
        for filing in before[FILINGS]
        if filing.entry_id == entry_id
        for submission in filing.submissions
        if submission.outcome == "accepted"
    }


def filing_rejected(
    deadlines: Deadlines, event: FilingRejected, line: Recorded, before: Folded
) -> Deadlines:
    """Open again what a paper had met that the clerk did not take."""
    showed = {one.event_id for one in before[FILINGS][event.filing_id].submissions}

    def change(one: Deadline) -> Deadline:
        if one.met is not None and one.met.by_event in showed:
            return opened_again(one, line)
        return one

    return deadlines.changed(change)


def hearing_moved(
    deadlines: Deadlines,
    event: HearingContinued | HearingVacated | HearingNotAttended,
    line: Recorded,
    _: Folded,
) -> Deadlines:
    """Review what was computed from a hearing that moved.

    What follows it in days of the calendar moves with it.
    """
    ground = ("hearing", event.hearing_id)
    found = computed_from(deadlines, [ground])

    def change(one: Deadline) -> Deadline:
        if one.outcome not in _AT_STAKE:
            return one
        if one.deadline_id in found:
            return one.to_review(line)
        return one.changed(line) if rests_on(one, *ground) else one

    return deadlines.changed(change)


#: What is done with for good, and no correction of its grounds opens by itself.
_DONE = frozenset({Outcome.VACATED, Outcome.WAIVED, Outcome.MOOT, Outcome.EXTENDED})


def corrected(
    deadlines: Deadlines,
    event: Corrected | Retracted,
    line: Recorded,
    _: Folded,
    wrong: Event | None,
) -> Deadlines:
    """Review what was anchored on a line that was corrected, because of the correction.

    That is what rests on the line, or on a hearing or a deadline to which it gave its
    day. Every other deadline may be another now, too, and says so by its revision.
    """
    ground = ("event", event.event_id)
    given = _days_given(wrong)
    if isinstance(event, Corrected):
        given |= _days_given(event.event)
    found = computed_from(deadlines, {ground, *given})
    chosen = wrong.deadline_id if isinstance(wrong, ReadingChosen) else None

    def change(one: Deadline) -> Deadline:
        if one.set_event == event.event_id:
            # Whoever corrects what was set says when it is due.
            one = evolve(one, set_by=line.actor)
        if one.outcome in _DONE:
            return one.changed(line)
        by_event = None if one.met is None else one.met.by_event
        if (
            one.deadline_id in found
            or one.deadline_id == chosen
            or rests_on(one, *ground)
            or event.event_id in (one.set_event, one.allowed_by, by_event)
        ):
            return one.to_review(line)
        return one.changed(line)

    return deadlines.changed(change)


def _days_given(event: Event | UnknownEvent | None) -> set[tuple[str, str]]:
    """Return the hearings and the deadlines to which an event gives their days."""
    if isinstance(
        event, HearingSet | HearingContinued | HearingVacated | HearingNotAttended
    ):
        return {("hearing", event.hearing_id)}
    if isinstance(event, DeadlineSet | DeadlineRecomputed | ReadingChosen):
        return {("deadline", event.deadline_id)}
    if isinstance(event, DeadlineExtended):
        return {("deadline", event.deadline_id), ("deadline", event.successor_id)}
    return set()
