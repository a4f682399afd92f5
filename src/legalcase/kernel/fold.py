"""The fold: how a log and a model become the state of every room."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from attrs import evolve

from legalcase.errors import (
    InvalidTypeError,
    InvalidValueError,
    LegalCaseError,
    UnknownEventError,
)
from legalcase.kernel.correction import (
    CORRECTED,
    RETRACTED,
    Corrected,
    Retracted,
)
from legalcase.kernel.effective import check_replaces, effective, known_lines
from legalcase.kernel.event import Event, UnknownEvent
from legalcase.kernel.folded import LINES, Folded, SetAside
from legalcase.kernel.recorded import Recorded
from legalcase.kernel.references import (
    check_references,
    named_by,
    named_twice,
)
from legalcase.kernel.register import Register

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from legalcase.kernel.model import Model

__all__ = ["begun", "checked_log", "fold", "follows"]


def fold(
    model: Model,
    log: Iterable[Recorded],
    *,
    known_at: datetime | int | None = None,
    true_on: date | None = None,
    refused: list[SetAside] | None = None,
) -> Folded:
    """Return what the whole log of a stream tells, as its lines hold now.

    With `known_at` (an instant, inclusive, or the number of a line) as it was known
    then; with `true_on` as it was on that day: what happened later is left out, and a
    line that follows only from something later is set aside. Where a list is given as
    `refused`, lines that cannot follow are put there instead of raising. An ancillary
    line that cannot follow is set aside: a program that passed over it may have
    recorded what it does not fit.

    Raises `InvalidValueError` where the log has a gap, is of several streams or is
    empty (at that time), `UnknownEventError` for a line that may not be passed over,
    and whatever a handler raises of an event that cannot have happened.
    """
    lines = known_lines(checked_log(log), known_at)
    instead = effective(lines)
    if true_on is not None:
        _require_date(true_on)
    aside: list[SetAside] = []
    wrong = {line.event_id: line.event for line in lines if line.event_id in instead}
    folded: Folded | None = None
    for line in lines:
        event, is_out = _standing(line, instead)
        if true_on is not None and not is_out:
            is_out = _day_of(line, event) > true_on
        try:
            folded = _next(model, folded, line, event, wrong, is_out=is_out)
        except UnknownEventError:
            raise
        except LegalCaseError as error:
            if folded is None:
                raise
            found = SetAside(line.number, line.event_id, line.kind, str(error))
            if refused is not None:
                refused.append(found)
            elif true_on is not None or (
                line.ancillary and model.listeners(type(event))
            ):
                aside.append(found)
            else:
                raise
            folded = _passed(folded, line, _LEFT_OUT)
    if folded is None:
        msg = (
            "There is no line (known by then) to fold. Give the log from the beginning."
        )
        raise InvalidValueError(msg, field="log", value=None)
    return evolve(folded, set_aside=tuple(aside)) if aside else folded


def _standing(
    line: Recorded, instead: Mapping[str, Event | UnknownEvent | None]
) -> tuple[object, bool]:
    """Return what stands in the place of a line now, and whether nothing does."""
    if line.event_id not in instead or isinstance(line.event, Corrected | Retracted):
        return line.event, False
    event = instead[line.event_id]
    if event is None:
        return line.event, True
    if isinstance(event, Event):
        check_replaces(line, event)
    return event, False


def checked_log(
    log: Any,  # noqa: ANN401 - what is no log is refused here
) -> tuple[Recorded, ...]:
    """Return a log as a tuple; refuse what is no whole log of one stream."""
    if not isinstance(log, Iterable):
        msg = (
            f"A log is a list of Recorded lines, not {type(log).__name__}. Pass that "
            "of a file, or events(…) of a store."
        )
        raise InvalidTypeError(msg, field="log", value=None)
    lines = tuple(log)
    for number, line in enumerate(lines, 1):
        if not isinstance(line, Recorded):
            msg = (
                f"A log is made of Recorded lines, not {type(line).__name__}. Pass the "
                "log of a file, or events(…) of a store."
            )
            raise InvalidTypeError(msg, field="log", value=None)
        if line.number != number or line.stream != lines[0].stream:
            msg = (
                f"Line {line.number} of {line.stream!r} stands where line {number} of "
                f"{lines[0].stream!r} belongs. Give every line of one log, in order."
            )
            raise InvalidValueError(msg, field="log", value=None)
    return lines


def _require_date(value: object) -> None:
    if type(value) is not date:
        msg = (
            f"true_on needs a datetime.date, not {type(value).__name__}. Pass the day, "
            "as the court counts it."
        )
        raise InvalidTypeError(msg, field="true_on", value=None)


def _day_of(line: Recorded, event: object) -> date:
    """Return the day on which something happened, else on which it was recorded."""
    happened = None
    if isinstance(event, Event):
        happened = event.happened_on
    elif isinstance(event, UnknownEvent):
        happened = event.happened
    happened = happened or line.recorded_at
    return happened.date() if isinstance(happened, datetime) else happened


def _next(
    model: Model,
    before: Folded | None,
    line: Recorded,
    event: object,
    wrong: Mapping[str, object],
    *,
    is_out: bool,
) -> Folded:
    if before is None:
        if is_out:
            msg = f"Stream {line.stream!r} had not begun by then. Ask of a later day."
            raise InvalidValueError(msg, field="true_on", value=None)
        return begun(model, line, event)
    if is_out:
        return _passed(before, line, _LEFT_OUT)
    if isinstance(event, Corrected | Retracted):
        return _after_correction(before, line, event, wrong.get(event.event_id))
    return follows(before, line, event)


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
        return _after_correction(before, line, event, None)
    if isinstance(event, UnknownEvent):
        if not line.ancillary or not _may_be_passed_over(before.model, line.kind):
            raise _unknown(line)
        unread = before.unread
        if line.kind not in unread:
            unread = (*unread, line.kind)
        return evolve(_passed(before, line, "event"), unread=unread)
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


_, _LEFT_OUT, _CORRECTION = LINES


def _with_id(known: Register[int], line: Recorded, noun: str) -> Register[int]:
    for each in LINES:
        if f"{each}:{line.event_id}" in known:
            raise named_twice(line.event_id, "event", "event_id")
    return known.with_(f"{noun}:{line.event_id}", line.number)


def _passed(before: Folded, line: Recorded, noun: str) -> Folded:
    """Return what stands after a line that changes nothing here."""
    return evolve(
        before,
        number=line.number,
        recorded_at=line.recorded_at,
        known=_with_id(before.known, line, noun),
    )


def _after_correction(
    before: Folded, line: Recorded, event: Corrected | Retracted, wrong: object
) -> Folded:
    if f"{_CORRECTION}:{event.event_id}" in before.known:
        msg = (
            f"Line {line.number} of {line.stream!r} corrects a correction. Name the "
            "line that was wrong in the first place."
        )
        raise InvalidValueError(msg, field="event_id", value=event.event_id)
    if f"{_LEFT_OUT}:{event.event_id}" not in before.known:
        check_references(event, before.known, before.model.nouns)
    rooms = before.states()
    for facet in before.model.facets:
        if facet.corrected is not None:
            was = wrong if isinstance(wrong, Event) else None
            rooms[facet.name] = _answer(
                facet.name, facet.corrected, before, line, event, was
            )
    return evolve(_passed(before, line, _CORRECTION), rooms=rooms)


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
