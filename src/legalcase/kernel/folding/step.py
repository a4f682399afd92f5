"""One line of a log: what stands after it, or why it cannot follow."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import evolve

from legalcase.errors import (
    InvalidTypeError,
    InvalidValueError,
    LegalCaseError,
    UnknownEventError,
)
from legalcase.kernel.events.event import Event, UnknownEvent
from legalcase.kernel.events.references import (
    check_references,
    named_by,
    named_twice,
)
from legalcase.kernel.folding.folded import LINES, Folded
from legalcase.kernel.lines.correction import (
    CORRECTED,
    RETRACTED,
    Corrected,
    Retracted,
)
from legalcase.kernel.register import Register

if TYPE_CHECKING:
    from collections.abc import Callable

    from legalcase.kernel.lines.recorded import Recorded
    from legalcase.kernel.rooms.model import Model

__all__ = ["LEFT_OUT", "after_correction", "begun", "follows", "passed"]

_, LEFT_OUT, _CORRECTION = LINES


def begun(model: Model, line: Recorded, event: object = None) -> Folded:
    """Return what the first line of a stream makes.

    Raises `InvalidValueError` unless it is the event with which streams begin.
    """
    event = line.event if event is None else event
    noun = line.stream.partition(":")[0]
    if type(event) is not model.opens or line.number != 1 or noun != model.noun:
        msg = (
            f"A log of a {model.noun} begins with line 1, a {model.opens.__name__}; "
            f"line {line.number} of {line.stream!r} is of the kind {line.kind!r}. Give "
            "it from the beginning."
        )
        raise InvalidValueError(msg, field="log", value=None)
    first = Folded(
        model=model,
        stream=line.stream,
        number=0,
        recorded_at=line.recorded_at,
        rooms={facet.name: facet.first for facet in model.facets},
        known=Register("thing"),
    )
    return follows(first, line, event)


def follows(before: Folded, line: Recorded, event: object = None) -> Folded:
    """Return what stands after a line, the event `event` in the place of its own.

    Raises what cannot be: see `fold`.
    """
    event = line.event if event is None else event
    if isinstance(event, Corrected | Retracted):
        return after_correction(before, line, event, None)
    if isinstance(event, UnknownEvent):
        if not line.ancillary or not _may_be_passed_over(before.model, line.kind):
            raise _unknown(line)
        unread = before.unread
        if line.kind not in unread:
            unread = (*unread, line.kind)
        return evolve(passed(before, line, "event"), unread=unread)
    model = before.model
    known = before.known
    _check_can_follow(before, line, event)
    rooms = _heard(before, line, event)
    known = _with_id(known, line, "event")
    for noun, name, again, field in named_by(event):
        key = f"{noun}:{name}"
        if key not in known:
            known = known.with_(key, line.number)
        elif not again:
            raise named_twice(name, noun, field)
    return Folded(
        model=model,
        stream=before.stream,
        number=line.number,
        recorded_at=line.recorded_at,
        rooms=rooms,
        known=known,
        unread=before.unread,
        set_aside=before.set_aside,
    )


def _heard(before: Folded, line: Recorded, event: object) -> dict[str, Any]:
    """Return the states after every room that hears an event has heard it."""
    heard_by = before.model.listeners(type(event))
    if not heard_by:
        before.model.row_of(type(event))
    rooms = before.states()
    for name, handler in heard_by:
        rooms[name] = _answer(name, handler, before, line, event)
    return rooms


def _answer(
    room: str,
    handler: Callable[..., object],
    before: Folded,
    line: Recorded,
    *heard: object,
) -> object:
    """Return the state after what a room heard; what others' rooms raise is theirs."""
    event, *more = heard
    try:
        state = handler(before.state(room), event, line, before, *more)
    except LegalCaseError:
        raise
    except Exception as error:
        if "/" not in room:
            raise
        what = type(error).__name__
    else:
        if state is None and before.state(room) is not None:
            raise _nothing(room, line)
        return state
    msg = (
        f"The room {room!r} failed at {line.kind!r} with {what}, which is no refusal. "
        "Ask whoever made it: a handler refuses with an InvalidValueError."
    )
    raise InvalidValueError(msg, field="handler", value=None)


def _nothing(room: str, line: Recorded) -> InvalidTypeError:
    msg = (
        f"The handler of room {room!r} for {line.kind!r} gave back nothing, and the "
        "room would be empty. Let it return the state, changed or not."
    )
    return InvalidTypeError(msg, field="handler", value=None)


def _check_can_follow(before: Folded, line: Recorded, event: object) -> None:
    model = before.model
    if type(event) is model.opens and before.known:
        msg = (
            f"Stream {line.stream!r} has begun already, with line 1. A second "
            f"{model.opens.__name__} cannot follow."
        )
        raise InvalidValueError(msg, field="event", value=None)
    check_references(event, before.known, before.model.nouns)
    if line.cause is not None:
        check_references(line, before.known, before.model.nouns)


def _with_id(known: Register[int], line: Recorded, noun: str) -> Register[int]:
    for each in LINES:
        if f"{each}:{line.event_id}" in known:
            raise named_twice(line.event_id, "event", "event_id")
    return known.with_(f"{noun}:{line.event_id}", line.number)


def passed(before: Folded, line: Recorded, noun: str) -> Folded:
    """Return what stands after a line that changes nothing here."""
    return evolve(
        before,
        number=line.number,
        recorded_at=line.recorded_at,
        known=_with_id(before.known, line, noun),
    )


def after_correction(
    before: Folded, line: Recorded, event: Corrected | Retracted, wrong: object
) -> Folded:
    """Return what stands after a correction; `wrong` is what was corrected."""
    if f"{_CORRECTION}:{event.event_id}" in before.known:
        msg = (
            f"Line {line.number} of {line.stream!r} corrects a correction. Name the "
            "line that was wrong in the first place."
        )
        raise InvalidValueError(msg, field="event_id", value=event.event_id)
    if f"{LEFT_OUT}:{event.event_id}" not in before.known:
        check_references(event, before.known, before.model.nouns)
    rooms = before.states()
    for facet in before.model.facets:
        if facet.corrected is not None:
            was = wrong if isinstance(wrong, Event) else None
            rooms[facet.name] = _answer(
                facet.name, facet.corrected, before, line, event, was
            )
    return evolve(passed(before, line, _CORRECTION), rooms=rooms)


def _may_be_passed_over(model: Model, kind: str) -> bool:
    """Tell whether a line can be what it says, ancillary: none of a kind known here.

    Only a kind that is ancillary itself stays so in its newer schemas.
    """
    if kind in (CORRECTED, RETRACTED):
        return False
    row = model.find_kind(kind)
    return row is None or row.ancillary or "/" in kind


def _unknown(line: Recorded) -> UnknownEventError:
    msg = (
        f"Line {line.number} of {line.stream!r} is of the kind {line.kind!r}, schema "
        f"{line.schema}, which this version of legalcase does not know and may not "
        "pass over. Upgrade it."
    )
    return UnknownEventError(msg, kind=line.kind, sequence=line.number)
