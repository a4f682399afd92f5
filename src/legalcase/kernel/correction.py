"""Corrected and Retracted: what we recorded wrongly, and the log that then holds.

Two things stay apart: *we typed it wrong* is a correction, made here; *the court
changed it* is an event of its own, with a day of its own.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from attrs import Attribute, field, fields, frozen

from legalcase.errors import InvalidTypeError, InvalidValueError
from legalcase.kernel.checks import check_id, check_text
from legalcase.kernel.event import Event
from legalcase.kernel.ref import NAMES, REFERS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from legalcase.kernel.recorded import Recorded

__all__ = ["Corrected", "Retracted", "check_replaces", "effective", "known_lines"]


def _check_event(_: object, attribute: Attribute[Any], value: object) -> None:
    if not isinstance(value, Event):
        msg = (
            f"{attribute.name} needs an event, not {type(value).__name__}. Pass what "
            "should have been recorded in the first place."
        )
        raise InvalidTypeError(msg, field=attribute.name, value=None)


@frozen(kw_only=True)
class Corrected:
    """A line was recorded wrongly: in its place stands `event`.

    It names a line by its `event_id`, never another correction; of several the last
    one counts, also after a retraction.
    """

    event_id: str = field(validator=check_id, metadata={REFERS: "event"})
    event: Event = field(repr=False, validator=_check_event)
    ground: str = field(repr=False, validator=check_text)


@frozen(kw_only=True)
class Retracted:
    """A line should never have been recorded: nothing stands in its place."""

    event_id: str = field(validator=check_id, metadata={REFERS: "event"})
    ground: str = field(repr=False, validator=check_text)


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


def effective(log: Sequence[Recorded]) -> dict[str, Event | None]:
    """Return what stands in the place of the lines that were corrected, by event id.

    ``None`` stands for a line that was retracted.
    """
    found: dict[str, Event | None] = {}
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
