"""How each event changes a case, and which it refuses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attrs import evolve

from legalcase.errors import IllegalTransitionError, InvalidValueError
from legalcase.model.case_events import (
    CaseClosed,
    CaseDisposed,
    CaseOpened,
    CaseReactivated,
    CaseReopened,
    CaseStayed,
    CounselAppeared,
    CounselWithdrew,
    NoteAdded,
    PartyJoined,
    PartyLeft,
)
from legalcase.model.docket import DocketEntry, Hearing, HearingState, Note
from legalcase.model.docket_events import (
    Filed,
    HearingContinued,
    HearingHeld,
    HearingSet,
    HearingVacated,
    JudgmentEntered,
    OrderEntered,
    Served,
)
from legalcase.model.events import UnknownEvent
from legalcase.model.fold_deadlines import deadlines_after

if TYPE_CHECKING:
    from datetime import date, datetime

    from legalcase.model.case import Case
    from legalcase.model.people import Representation
    from legalcase.model.recorded import Recorded

__all__ = ["applied"]

Changes = dict[str, Any]

# Which events take a case from which states to which.
_STATUS: Final[dict[type, tuple[frozenset[str], str]]] = {
    CaseStayed: (frozenset({"active"}), "inactive"),
    CaseReactivated: (frozenset({"inactive"}), "active"),
    CaseDisposed: (frozenset({"active", "inactive"}), "disposed"),
    CaseReopened: (frozenset({"disposed", "closed"}), "active"),
    CaseClosed: (frozenset({"pre-filing", "disposed"}), "closed"),
}


def applied(case: Case, recorded: Recorded) -> Changes:
    """Return the fields of `case` that an event changes.

    Raises where the event cannot have happened to the case: see `Case.record`.
    """
    event = recorded.event
    changes: Changes
    match event:
        case UnknownEvent():
            changes = {}
        case CaseOpened():
            raise _illegal(case, "case", case.case_id, str(case.status), "opened again")
        case (
            CaseStayed()
            | CaseReactivated()
            | CaseDisposed()
            | CaseReopened()
            | CaseClosed()
        ):
            changes = _status(case, type(event))
        case PartyJoined() | PartyLeft() | CounselAppeared() | CounselWithdrew():
            changes = _people(case, event)
        case Filed() | Served() | OrderEntered() | JudgmentEntered():
            changes = _docket(case, recorded, event)
        case HearingSet() | HearingContinued() | HearingHeld() | HearingVacated():
            changes = {"hearings": _hearings(case, event, recorded.recorded_at)}
        case NoteAdded():
            changes = {"notes": (*case.notes, _note(case, event))}
        case _:
            changes = {"deadlines": deadlines_after(case, event, recorded.recorded_at)}
    return changes


def _note(case: Case, event: NoteAdded) -> Note:
    _refuse_twice(event.note_id, [n.note_id for n in case.notes], "note")
    return Note(
        note_id=event.note_id,
        text=event.text,
        written_on=event.happened_on,
        label=event.label,
    )


def _illegal(
    case: Case, noun: str, subject: str, state: str, step: str
) -> IllegalTransitionError:
    msg = (
        f"The {noun} {subject!r} is {state} and cannot be {step}. Look at what was "
        f"recorded up to event {case.version}."
    )
    return IllegalTransitionError(msg, subject=subject, state=state, step=step)


def _refuse_twice(new: str, known: list[str], noun: str) -> None:
    if new in known:
        msg = f"There is a {noun} {new!r} already. Give the new one an id of its own."
        raise InvalidValueError(msg, field=f"{noun}_id", value=new)


def _status(case: Case, kind: type) -> Changes:
    allowed, after = _STATUS[kind]
    if case.status not in allowed:
        raise _illegal(case, "case", case.case_id, str(case.status), f"made {after}")
    if after == "closed":
        count = sum(deadline.is_open for deadline in case.deadlines)
        if count:
            state = f"waiting for {count} open deadline{'s' if count > 1 else ''}"
            raise _illegal(case, "case", case.case_id, state, "closed")
    return {"status": type(case.status)(after)}


def _people(
    case: Case, event: PartyJoined | PartyLeft | CounselAppeared | CounselWithdrew
) -> Changes:
    match event:
        case PartyJoined(participant=participant):
            _refuse_twice(
                participant.party_id,
                [p.party_id for p in case.participants if p.left_on is None],
                "party",
            )
            return {"participants": (*case.participants, participant)}
        case PartyLeft(party_id=party_id, happened_on=happened_on):
            leaving = case.participant(party_id)
            if leaving.left_on is not None:
                raise _illegal(case, "party", party_id, "gone", "taken out")
            left = evolve(leaving, left_on=happened_on)
            return {
                "participants": tuple(
                    left if participant is leaving else participant
                    for participant in case.participants
                ),
                "representations": tuple(
                    _without(case, representation, party_id, happened_on)
                    for representation in case.representations
                ),
            }
        case CounselAppeared(representation=representation):
            _refuse_twice(
                representation.representation_id,
                [r.representation_id for r in case.representations],
                "representation",
            )
            for party_id in representation.party_ids:
                _require_party(case, party_id, representation.began_on)
            return {"representations": (*case.representations, representation)}
        case _:
            ended = _withdrawn(case, event.representation_id, event.happened_on)
            return {"representations": ended}


def _require_party(case: Case, party_id: str, day: date) -> None:
    if not case.participant(party_id).is_party_on(day):
        msg = (
            f"Party {party_id!r} takes no part in the case on {day}. Record first "
            "that it joined, or give the day on which counsel appeared for it."
        )
        raise InvalidValueError(msg, field="party_ids", value=party_id)


def _without(
    case: Case, representation: Representation, party_id: str, day: date
) -> Representation:
    """End a representation when the last of its parties leaves the case."""
    if representation.ended_on is not None or day < representation.began_on:
        return representation
    others = [name for name in representation.party_ids if name != party_id]
    if len(others) == len(representation.party_ids):
        return representation
    if any(case.participant(name).is_party_on(day) for name in others):
        return representation
    return evolve(representation, ended_on=day)


def _withdrawn(case: Case, representation_id: str, day: date) -> tuple[Any, ...]:
    found = [r.representation_id for r in case.representations if r.ended_on is None]
    if representation_id not in found:
        msg = (
            f"There is no representation {representation_id!r} that has not ended. "
            "See the representations of the case for their ids."
        )
        raise InvalidValueError(msg, field="representation_id", value=representation_id)
    return tuple(
        evolve(r, ended_on=day) if r.representation_id == representation_id else r
        for r in case.representations
    )


def _docket(
    case: Case,
    recorded: Recorded,
    event: Filed | Served | OrderEntered | JudgmentEntered,
) -> Changes:
    named = getattr(event, "by", ()) + getattr(event, "on", ())
    for party_id in named:
        case.participant(party_id)
    entry = DocketEntry(
        event_id=recorded.event_id,
        kind=recorded.kind,
        title=event.title,
        happened=recorded.happened,
        triggers=event.triggers,
        method=getattr(event, "method", None),
        number=getattr(event, "number", None),
    )
    changes: Changes = {"docket": (*case.docket, entry)}
    if case.status == "pre-filing" and isinstance(event, Filed):
        changes["status"] = type(case.status)("active")
    return changes


def _hearings(
    case: Case,
    event: HearingSet | HearingContinued | HearingHeld | HearingVacated,
    at: datetime,
) -> tuple[Hearing, ...]:
    if isinstance(event, HearingSet):
        _refuse_twice(
            event.hearing_id, [h.hearing_id for h in case.hearings], "hearing"
        )
        new = Hearing(
            hearing_id=event.hearing_id,
            title=event.title,
            settings=(event.hearing_at,),
            place=event.place,
        )
        return (*case.hearings, new.changed(at))
    old = case.hearing(event.hearing_id)
    match event:
        case HearingContinued(to_at=None):
            new = old.moved(HearingState.CONTINUED, at)
        case HearingContinued():
            new = old.moved(HearingState.SET, at, event.to_at)
        case HearingHeld():
            new = old.moved(HearingState.HELD, at)
        case _:
            new = old.moved(HearingState.VACATED, at)
    return tuple(new if hearing is old else hearing for hearing in case.hearings)
