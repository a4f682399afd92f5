"""How each event about a deadline changes the deadlines of a case."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attrs import evolve

from legalcase.errors import (
    ExtensionBarredError,
    IllegalTransitionError,
    InvalidValueError,
)
from legalcase.model.basis import Computed, Derived
from legalcase.model.deadline import Deadline, DeadlineState
from legalcase.model.deadline_events import (
    DeadlineConfirmed,
    DeadlineExtended,
    DeadlineMet,
    DeadlineMissed,
    DeadlineMooted,
    DeadlineQuestioned,
    DeadlineRecomputed,
    DeadlineSet,
    DeadlineStayed,
    DeadlineVacated,
    DeadlineWaived,
    ReadingChosen,
)
from legalcase.model.due_dates import dates_of, followed

if TYPE_CHECKING:
    from datetime import datetime

    from legalcase.model.basis import Basis
    from legalcase.model.case import Case

__all__ = ["deadlines_after"]

DeadlineEvent = (
    DeadlineConfirmed
    | DeadlineExtended
    | DeadlineMet
    | DeadlineMissed
    | DeadlineMooted
    | DeadlineQuestioned
    | DeadlineRecomputed
    | DeadlineSet
    | DeadlineStayed
    | DeadlineVacated
    | DeadlineWaived
    | ReadingChosen
)

_S = DeadlineState


# Events that do no more than move a deadline to another state.
_MOVES: Final[dict[type, DeadlineState]] = {
    DeadlineMissed: _S.MISSED,
    DeadlineStayed: _S.STAYED,
    DeadlineVacated: _S.VACATED,
    DeadlineWaived: _S.WAIVED,
    DeadlineMooted: _S.MOOT,
}


def deadlines_after(
    case: Case, event: DeadlineEvent, at: datetime
) -> tuple[Deadline, ...]:
    """Return the deadlines of `case` after an event recorded at an instant."""
    if isinstance(event, DeadlineSet):
        return (*case.deadlines, _new(case, event.deadline, at))
    old = case.deadline(event.deadline_id)
    match event:
        case DeadlineExtended():
            return _extended(case, old, event, at)
        case DeadlineConfirmed():
            new = old.moved(_S.CONFIRMED, at, confirmed_by=event.confirmed_by)
        case DeadlineQuestioned():
            new = old.moved(_S.NEEDS_REVIEW, at, confirmed_by=None)
        case DeadlineRecomputed():
            new = _recomputed(case, old, event.basis, at)
        case ReadingChosen():
            new = _chosen(old, event, at)
        case DeadlineMet():
            new = _met(case, old, event, at)
        case _:
            new = old.moved(_MOVES[type(event)], at)
    return _replaced(case, old, new)


def _replaced(case: Case, old: Deadline, new: Deadline) -> tuple[Deadline, ...]:
    return tuple(new if deadline is old else deadline for deadline in case.deadlines)


def _new(case: Case, deadline: Deadline, at: datetime, **changes: Any) -> Deadline:
    if any(known.deadline_id == deadline.deadline_id for known in case.deadlines):
        msg = (
            f"There is a deadline {deadline.deadline_id!r} already. Give the new one "
            "an id of its own."
        )
        raise InvalidValueError(msg, field="deadline_id", value=deadline.deadline_id)
    _check_follows(case, deadline.basis)
    return deadline.changed(at, **changes)


def _check_follows(case: Case, basis: Basis) -> None:
    if isinstance(basis, Derived):
        case.deadline(basis.follows)


def _recomputed(case: Case, old: Deadline, basis: Basis, at: datetime) -> Deadline:
    if old.state not in {_S.PROPOSED, _S.NEEDS_REVIEW, _S.STAYED}:
        msg = (
            f"Deadline {old.deadline_id!r} is {old.state} and cannot get another "
            "basis. Nothing confirmed moves silently: record that it needs review "
            "first."
        )
        raise IllegalTransitionError(
            msg, subject=old.deadline_id, state=str(old.state), step="recomputed"
        )
    if isinstance(basis, Derived) and not isinstance(old.basis, Derived):
        # One that follows can be followed itself; a circle would have no date.
        msg = (
            f"Deadline {old.deadline_id!r} has a date of its own and cannot begin to "
            "follow another. Vacate it and set a new one."
        )
        raise InvalidValueError(msg, field="basis", value=None)
    if isinstance(basis, Derived) and _reaches(case, basis.follows, old):
        msg = (
            f"Deadline {old.deadline_id!r} would follow itself. Let it follow one "
            "that has a date of its own."
        )
        raise InvalidValueError(msg, field="basis", value=None)
    # What is counted with the deadlines that it followed goes on from there.
    seen = sum(link.revision for link in (old, *followed(case, old)))
    counted = evolve(old, revision=seen)
    return counted.changed(at, basis=basis, chosen=None, chosen_by=None)


def _reaches(case: Case, deadline_id: str, goal: Deadline) -> bool:
    """Tell whether the date of a deadline hangs on `goal`."""
    start = case.deadline(deadline_id)
    return goal in (start, *followed(case, start))


def _chosen(old: Deadline, event: ReadingChosen, at: datetime) -> Deadline:
    if not old.is_open:
        msg = (
            f"Deadline {old.deadline_id!r} is {old.state}: no reading is left to "
            "choose. Choose while it is open."
        )
        raise IllegalTransitionError(
            msg, subject=old.deadline_id, state=str(old.state), step="choose-reading"
        )
    if not isinstance(old.basis, Computed):
        msg = (
            f"Deadline {old.deadline_id!r} is not computed and has one date only. "
            "Readings are chosen of computed deadlines."
        )
        raise InvalidValueError(msg, field="due", value=None)
    computation = old.basis.computation
    known = {computation.due, *(reading.due for reading in computation.readings)}
    if event.due not in known:
        days = ", ".join(str(day) for day in sorted(known))
        msg = (
            f"{event.due} is due under no reading of deadline {old.deadline_id!r}. "
            f"Choose one of {days}."
        )
        raise InvalidValueError(msg, field="due", value=event.due)
    return old.changed(at, chosen=event.due, chosen_by=event.chosen_by)


def _met(case: Case, old: Deadline, event: DeadlineMet, at: datetime) -> Deadline:
    dates = dates_of(case, old)
    state = _S.MET
    if dates.due is not None and dates.bound == "not-earlier-than":
        if event.happened_on < dates.due:
            msg = (
                f"Deadline {old.deadline_id!r} is not met before {dates.due}, and "
                f"{event.happened_on} is too early. Record it when it is done again "
                "in time."
            )
            raise InvalidValueError(msg, field="happened_on", value=event.happened_on)
    elif dates.due_at is not None and event.happened_at is not None:
        state = _S.MET if event.happened_at <= dates.due_at else _S.MET_LATE
    elif dates.due is not None and event.happened_on > dates.due:
        state = _S.MET_LATE
    if old.state is _S.MISSED:
        state = _S.MET_LATE
    return old.moved(
        state,
        at,
        met_on=event.happened_on,
        met_by=event.met_by,
        evidence=event.evidence,
    )


def _extended(
    case: Case, old: Deadline, event: DeadlineExtended, at: datetime
) -> tuple[Deadline, ...]:
    # First of all it must be a step that the deadline can take.
    ended = old.moved(_S.EXTENDED, at, extended_by=event.successor.deadline_id)
    barred_by = (
        old.basis.computation.barred_by if isinstance(old.basis, Computed) else None
    )
    if barred_by is not None:
        msg = (
            f"Deadline {old.deadline_id!r} may not be extended: {barred_by}. Record "
            "an order that grants it all the same as a deadline of its own."
        )
        raise ExtensionBarredError(msg, deadline=old.deadline_id, barred_by=barred_by)
    if isinstance(event.successor.basis, Derived):
        msg = (
            f"The extension of deadline {old.deadline_id!r} follows another deadline. "
            "Give it a date of its own: computed, ordered or agreed."
        )
        raise InvalidValueError(msg, field="successor", value=None)
    successor = _new(case, event.successor, at, extends=old.deadline_id)
    return (*_replaced(case, old, ended), successor)
