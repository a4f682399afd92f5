"""The fold: how a log and a model become the state of every room."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from attrs import evolve

from legalcase.dates import own_day
from legalcase.errors import (
    InvalidTypeError,
    InvalidValueError,
    LegalCaseError,
    UnknownEventError,
)
from legalcase.kernel.events.event import Event, UnknownEvent
from legalcase.kernel.folding.folded import Folded, SetAside
from legalcase.kernel.folding.step import (
    LEFT_OUT,
    after_correction,
    begun,
    follows,
    passed,
)
from legalcase.kernel.lines.correction import Corrected, Retracted
from legalcase.kernel.lines.effective import check_replaces, effective, known_lines
from legalcase.kernel.lines.recorded import Recorded

if TYPE_CHECKING:
    from collections.abc import Mapping

    from legalcase.kernel.rooms.model import Model

__all__ = ["checked_log", "fold"]


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
            folded = passed(folded, line, LEFT_OUT)
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
    return own_day(happened)


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
        return passed(before, line, LEFT_OUT)
    if isinstance(event, Corrected | Retracted):
        return after_correction(before, line, event, wrong.get(event.event_id))
    return follows(before, line, event)
