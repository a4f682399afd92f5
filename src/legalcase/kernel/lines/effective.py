"""The effective log: its lines as they hold now, or held at another time."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from attrs import fields

from legalcase.errors import InvalidTypeError, InvalidValueError
from legalcase.kernel.events.ref import NAMES
from legalcase.kernel.lines.correction import Corrected, Retracted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from legalcase.kernel.events.event import Event, UnknownEvent
    from legalcase.kernel.lines.recorded import Recorded

__all__ = ["check_replaces", "effective", "known_lines"]


def known_lines(
    log: Sequence[Recorded], known_at: datetime | int | None
) -> Sequence[Recorded]:
    """Return the lines that were known at an instant (inclusive), or up to a number.

    A clock can have gone wrong: a line counts as known at the earliest instant at
    which it or any later line was recorded.
    """
    if known_at is None:
        return log
    if isinstance(known_at, datetime):
        if known_at.utcoffset() is None:
            msg = "known_at has no time zone. Pass an aware datetime."
            raise InvalidValueError(msg, field="known_at", value=None)
        # As many lines as there are up to the last that was recorded by then.
        number = len(log)
        while number and log[number - 1].recorded_at > known_at:
            number -= 1
        return log[:number]
    if type(known_at) is not int:
        msg = (
            f"known_at needs an aware datetime or the number of a line, not "
            f"{type(known_at).__name__}. Pass one of them."
        )
        raise InvalidTypeError(msg, field="known_at", value=None)
    return [line for line in log if line.number <= known_at]


def effective(log: Sequence[Recorded]) -> dict[str, Event | UnknownEvent | None]:
    """Return what stands in the place of the lines that were corrected, by event id.

    ``None`` stands for a line that was retracted.
    """
    found: dict[str, Event | UnknownEvent | None] = {}
    for line in log:
        event = line.event
        if isinstance(event, Corrected):
            found[event.event_id] = event.event
        elif isinstance(event, Retracted):
            found[event.event_id] = None
    return found


def check_replaces(line: Recorded, event: Event) -> None:
    """See that an event can stand in the place of a line: same kind, same ids.

    Raises `InvalidTypeError` or `InvalidValueError`.
    """
    old = line.event
    if type(old) is not type(event):
        msg = (
            f"Line {line.number} is of the kind {line.kind!r}, and another kind cannot "
            f"stand in its place. Pass a {type(old).__name__}, or retract the line and "
            "record what happened."
        )
        raise InvalidTypeError(msg, field="event", value=None)
    for each in fields(type(event)):
        if NAMES in each.metadata and getattr(old, each.name) != getattr(
            event, each.name
        ):
            msg = (
                f"{each.name} names what line {line.number} brought, and stays as it "
                "is. Retract the line instead, and record it with another id."
            )
            raise InvalidValueError(msg, field=each.name, value=None)
