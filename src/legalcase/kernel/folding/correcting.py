"""Which corrections of a log can be recorded, and what they say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from attrs import evolve, fields

from legalcase.errors import (
    ConflictingInputError,
    CorrectionRefusedError,
    InvalidValueError,
    MissingInputError,
    UnknownNameError,
)
from legalcase.kernel.events.event import Event, FencedEvent, UnknownEvent
from legalcase.kernel.events.ids import chosen
from legalcase.kernel.folding.fold import fold
from legalcase.kernel.lines.correction import Corrected, Retracted
from legalcase.kernel.lines.effective import check_replaces

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from legalcase.kernel.folding.folded import Folded, SetAside
    from legalcase.kernel.lines.recorded import Recorded
    from legalcase.kernel.rooms.model import Model

__all__ = ["check_correction", "correction_of", "fold_corrected", "line_in"]

#: A ground that says nothing of what it is about.
_A_WORD: Final = re.compile("[a-z]+(?:-[a-z]+){0,4}")


def line_in(log: Sequence[Recorded], event_id: str) -> Recorded:
    """Return the line of an event; raises `UnknownNameError`."""
    for line in log:
        if line.event_id == event_id:
            return line
    noun, ids = "event", (line.event_id for line in log)
    hint = "See line.event_id of the lines in file.log."
    name = str(event_id)
    raise UnknownNameError.of(noun, name, chosen(ids, name), hint)


def correction_of(
    log: Sequence[Recorded],
    one: str | Corrected | Retracted,
    ground: str | None,
    changes: Mapping[str, Any],
) -> Corrected | Retracted:
    """Return a correction, made of a line's event id, a ground and changed fields."""
    if isinstance(one, Corrected | Retracted):
        if changes or ground is not None:
            msg = (
                "Fields to change and a ground belong to a line that is named by its "
                "event id. Leave them out beside Corrected and Retracted."
            )
            raise ConflictingInputError(msg, field="changes", value=None)
        return one
    if ground is None:
        msg = "A correction says why. Pass ground='…'."
        raise MissingInputError(msg, field="ground", value=None)
    event = _standing(log, line_in(log, one))
    known = {each.name for each in fields(type(event))}
    if not changes:
        names = ", ".join(sorted(known))
        msg = f"The correction changes nothing. Pass fields to change: {names}."
        raise MissingInputError(msg, field="changes", value=None)
    for name in changes:
        if name not in known:
            msg = (
                f"{type(event).__name__} has no field {name!r}. It has "
                f"{', '.join(sorted(known))}."
            )
            raise InvalidValueError(msg, field="changes", value=name)
    said = dict(changes)
    if "happened_on" in said and event.happened_at is not None:
        # The hour of another day says nothing.
        said.setdefault("happened_at", None)
    return Corrected(event_id=one, event=evolve(event, **said), ground=ground)


def _standing(log: Sequence[Recorded], line: Recorded) -> Event:
    """Return the event that stands for a line now, before another correction."""
    event = line.event
    for other in log:
        later = other.event
        if isinstance(later, Corrected) and later.event_id == line.event_id:
            event = later.event
    if not isinstance(event, Event):
        raise _not_correctable(line)
    return event


def check_correction(log: Sequence[Recorded], one: Corrected | Retracted) -> None:
    """Refuse a correction that cannot stand, whatever follows on the line."""
    line = line_in(log, one.event_id)
    event = one.event if isinstance(one, Corrected) else None
    if not isinstance(line.event, Event) or isinstance(event, UnknownEvent):
        raise _not_correctable(line)
    if line.unread:
        msg = (
            f"Line {line.number} has fields that this version of legalcase does not "
            "know, and a correction would lose them. Upgrade it."
        )
        raise InvalidValueError(msg, field="event_id", value=one.event_id)
    if isinstance(line.event, FencedEvent) and not _A_WORD.fullmatch(one.ground):
        msg = (
            f"Line {line.number} is fenced, and the ground of its correction would be "
            "read outside. Give it in one word of the vocabulary: "
            "'entered-in-error', say."
        )
        raise InvalidValueError(msg, field="ground", value=None)
    if event is not None:
        check_replaces(line, event)
    elif line.number == 1:
        msg = (
            "The first line opens the case and cannot be retracted. Correct it, or "
            "close the case."
        )
        raise InvalidValueError(msg, field="event_id", value=one.event_id)


def fold_corrected(model: Model, log: Sequence[Recorded]) -> Folded:
    """Return what a log tells that ends with corrections.

    Raises `CorrectionRefusedError` with every line that cannot follow then.
    """
    refused: list[SetAside] = []
    after = fold(model, log, refused=refused)
    if refused:
        raise CorrectionRefusedError.of(
            [(one.number, one.event_id, one.kind, one.why) for one in refused]
        )
    return after


def _not_correctable(line: Recorded) -> InvalidValueError:
    msg = (
        f"Line {line.number} is a correction itself, of the kind {line.kind!r}, and "
        "cannot be corrected. Name the line that was wrong."
    )
    if isinstance(line.event, UnknownEvent):
        msg = (
            f"Line {line.number} is of the kind {line.kind!r}, which this program does "
            "not know, and cannot be corrected here. Load the case with a model that "
            "has its room, or with a newer version of legalcase."
        )
    return InvalidValueError(msg, field="event_id", value=line.event_id)
