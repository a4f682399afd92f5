"""How events change the deadlines of a case, and which they refuse."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import evolve

from legalcase.errors import IllegalTransitionError, InvalidValueError
from legalcase.kernel.events.label import PUBLIC, borne, stricter
from legalcase.model.caseload.facet import CASELOAD
from legalcase.model.caseload.state import CaseStatus
from legalcase.model.deadlines.basis import Computed, Derived
from legalcase.model.deadlines.dates import (
    LONGEST_CHAIN,
    Around,
    dates_of,
)
from legalcase.model.deadlines.events import (
    DeadlineConfirmed,
    DeadlineQuestioned,
    DeadlineRecomputed,
    DeadlineSet,
)
from legalcase.model.deadlines.labels import label_with_anchors
from legalcase.model.deadlines.lifecycles import OUTCOME, REVIEW
from legalcase.model.deadlines.moving import computed_from
from legalcase.model.deadlines.state import (
    Deadline,
    Outcome,
    Review,
    ReviewState,
    Stop,
)
from legalcase.model.docket.facet import DOCKET
from legalcase.model.hearings.facet import HEARINGS

if TYPE_CHECKING:
    from datetime import date

    from legalcase.kernel.events.event import Event
    from legalcase.kernel.events.label import Label
    from legalcase.kernel.folding.folded import Folded
    from legalcase.kernel.lines.recorded import Recorded
    from legalcase.kernel.register import Register
    from legalcase.model.deadlines.events import (
        DeadlineResumed,
        DeadlineStayed,
        ReadingChosen,
    )
    from legalcase.model.deadlines.terms import DeadlineTerms

    Deadlines = Register[Deadline]

__all__ = [
    "around",
    "check_confirmed",
    "check_stayed",
    "chosen",
    "confirmed",
    "is_its_own",
    "is_over",
    "is_same_person",
    "lifted",
    "new_deadline",
    "questioned",
    "recomputed",
    "resumed",
    "set_",
    "stayed",
    "to_dependents",
    "with_deadline",
]


def around(deadlines: Deadlines, before: Folded) -> Around:
    """Return what stands beside the deadlines."""
    return Around(deadlines, before[HEARINGS], before[DOCKET])


def with_deadline(deadlines: Deadlines, new: Deadline) -> Deadlines:
    """Return the deadlines with a new one, or a changed one in its place."""
    return deadlines.with_(new.deadline_id, new)


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


def confirmed(
    deadlines: Deadlines, event: DeadlineConfirmed, line: Recorded, _: Folded
) -> Deadlines:
    """Return the deadlines after somebody stood by one."""
    old = deadlines[event.deadline_id]
    require_open(old, event)
    REVIEW.after(DeadlineConfirmed, str(old.review.state), old.deadline_id)
    if old.terms.critical and is_its_own(old, event.confirmed_by):
        msg = (
            f"Deadline {old.deadline_id!r} is critical, and whoever set it, or chose "
            "its date, cannot confirm it. Have a second person look at it."
        )
        raise InvalidValueError(msg, field="confirmed_by", value=None)
    review = Review.confirmed(event, line)
    # Whoever stands by a date says that it runs.
    return with_deadline(deadlines, old.changed(line, review=review, stops=()))


def is_its_own(deadline: Deadline, person: str) -> bool:
    """Tell whether somebody set a deadline, or chose the reading that it shows."""
    chosen_by = deadline.chosen_by
    return is_same_person(person, deadline.set_by) or (
        chosen_by is not None and is_same_person(person, chosen_by)
    )


def is_same_person(one: str, other: str) -> bool:
    """Tell whether two names are one, capitals and blanks apart."""
    return one.casefold().split() == other.casefold().split()


def require_open(old: Deadline, event: Event) -> None:
    """Refuse what can only be done to a deadline that is open."""
    if not old.is_open:
        raise OUTCOME.refusal(type(event), str(old.outcome), old.deadline_id)


def check_confirmed(
    deadlines: Deadlines, event: DeadlineConfirmed, _: Recorded, __: Folded
) -> None:
    """Refuse to stand by a date while nobody knows it."""
    old = deadlines[event.deadline_id]
    if old.is_stopped:
        step = "the stay is lifted" if old.stopped_by else "it was computed anew"
        msg = (
            f"The clock of deadline {old.deadline_id!r} was stopped, so that its date "
            f"is not known. Confirm it when {step}: record DeadlineRecomputed then."
        )
        raise IllegalTransitionError(
            msg, subject=old.deadline_id, state=old.state, step="confirmed"
        )


def questioned(
    deadlines: Deadlines, event: DeadlineQuestioned, line: Recorded, _: Folded
) -> Deadlines:
    """Return the deadlines after one was questioned."""
    old = deadlines[event.deadline_id]
    require_open(old, event)
    REVIEW.after(DeadlineQuestioned, str(old.review.state), old.deadline_id)
    return with_deadline(deadlines, old.to_review(line))


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


def to_dependents(
    deadlines: Deadlines, name: str, line: Recorded, but: str | None = None
) -> Deadlines:
    """Send to review what was computed from a deadline that moved, all `but` one."""
    found = computed_from(deadlines, [("deadline", name)]) - {name, but}

    def change(one: Deadline) -> Deadline:
        return one.to_review(line) if one.deadline_id in found else one

    return deadlines.changed(change)


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


def is_over(beside: Around, deadline: Deadline, on: date) -> bool:
    """Tell whether the day by which it was due lies before another."""
    dates = dates_of(beside, deadline)
    if dates.shown is None or dates.bound == "not-earlier-than":
        return False
    return dates.shown < on


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
