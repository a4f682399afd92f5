"""The fence: the log of a case, with nothing in it of what is fenced."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import evolve

from legalcase.kernel.events.event import (
    WITHHELD,
    FencedEvent,
    UnknownEvent,
    is_fenced_kind,
)
from legalcase.kernel.lines.correction import Corrected, Retracted

if TYPE_CHECKING:
    from collections.abc import Callable

    from legalcase.kernel.folding.folded import Folded
    from legalcase.kernel.lines.recorded import Recorded

__all__ = ["fenced_off", "has_fenced", "is_of_fence", "sets_fenced_aside", "withheld"]


def fenced_off(log: tuple[Recorded, ...]) -> tuple[Recorded, ...]:
    """Return a log in which nothing is told of what is fenced; the same if none is.

    Every line stays at its number, with its id and the instant at which it was
    recorded, so that what is recorded after it follows; what it says, of which kind it
    is, and why it was recorded, is gone.
    """
    fenced: set[str] = set()
    found = []
    for line in log:
        if _is_fenced(line, fenced):
            fenced.add(line.event_id)
            found.append(_emptied(line))
        else:
            found.append(line)
    return tuple(found) if fenced else log


def has_fenced(folded: Folded) -> bool:
    """Tell whether a log has made, passed over or left out anything that is fenced."""
    states = folded.states()
    return (
        any(map(is_fenced_kind, folded.unread))
        or bool(_set_aside(folded))
        or any(
            states[facet.name] != facet.first
            for facet in folded.model.facets
            if facet.is_fenced
        )
    )


def sets_fenced_aside(before: Folded, after: Folded) -> bool:
    """Tell whether lines of the fence stand no more after what was appended."""
    return not _set_aside(after) <= _set_aside(before)


def _set_aside(folded: Folded) -> set[str]:
    return {one.event_id for one in folded.set_aside if is_fenced_kind(one.kind)}


def withheld(log: tuple[Recorded, ...]) -> frozenset[int]:
    """Return the numbers of the lines of which `fenced_off` tells nothing."""
    return frozenset(line.number for line in fenced_off(log) if line.kind == WITHHELD)


def is_of_fence(event: object, log: Callable[[], tuple[Recorded, ...]]) -> bool:
    """Tell whether an event would stand behind the fence, if it followed on a log."""
    if isinstance(event, Corrected | Retracted):
        named = event.event_id
        numbers = withheld(log())
        return any(one.number in numbers and one.event_id == named for one in log())
    if isinstance(event, UnknownEvent):
        return is_fenced_kind(event.kind)
    return isinstance(event, FencedEvent)


def _is_fenced(line: Recorded, before: set[str]) -> bool:
    event: Any = line.event
    if isinstance(event, Corrected | Retracted):
        return event.event_id in before
    return isinstance(event, FencedEvent) or is_fenced_kind(line.kind)


def _emptied(line: Recorded) -> Recorded:
    return evolve(
        line,
        kind=WITHHELD,
        schema=1,
        event=UnknownEvent(kind=WITHHELD, schema=1, happened=None, payload="{}"),
        ancillary=True,
        on_behalf_of=None,
        reason=None,
        cause=None,
        command_id=None,
        label=None,
    )
