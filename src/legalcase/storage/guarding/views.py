"""Views: the log of an entry, as if no line spoke of what is hidden."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from attrs import evolve

from legalcase.directory.events import LinkEnded, LinkMade
from legalcase.kernel.events.event import UnknownEvent
from legalcase.kernel.lines.correction import Corrected, Retracted

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from legalcase.kernel.lines.recorded import Recorded

__all__ = ["View", "named_in", "seen_of"]

_LINK: Final = (LinkMade, LinkEnded)


class View(NamedTuple):
    """The lines of an entry that somebody sees, counted from 1 without a gap.

    `numbers` says under which number each of them stands in the store.
    """

    lines: tuple[Recorded, ...]
    numbers: Mapping[int, int]

    @property
    def is_whole(self) -> bool:
        """Tell whether nothing was left out before its last line."""
        return all(number == seen for number, seen in self.numbers.items())


def named_in(event: Any) -> str | None:
    """Return the stream of which a line of an entry speaks; ``None`` of no other."""
    case_id = getattr(event, "case_id", None)
    if case_id is not None:
        return f"case:{case_id}"
    to: str | None = getattr(event, "to", None)
    return to


def seen_of(log: Sequence[Recorded], is_seen: Callable[[str], bool]) -> View:
    """Return what of the log of an entry is seen by whom `is_seen` tells of streams.

    What speaks of another stream is left out, with all that corrects it or ends it. So
    is a line of a kind that is not known here: nobody can tell of what it speaks.
    """
    hidden: set[str] = set()
    links: set[str] = set()
    for line in log:
        event = _said(line)
        other = named_in(event)
        if isinstance(event, UnknownEvent) or (
            other is not None and not is_seen(other)
        ):
            hidden.add(_root(line))
            if isinstance(event, _LINK):
                links.add(event.link_id)
    for line in log:
        event = _said(line)
        if isinstance(event, _LINK) and event.link_id in links:
            hidden.add(_root(line))
    if not hidden:
        return View(tuple(log), {line.number: line.number for line in log})
    kept = [line for line in log if _root(line) not in hidden]
    ids = {line.event_id for line in kept}
    lines = tuple(_at(line, number, ids) for number, line in enumerate(kept, 1))
    numbers = {line.number: number for number, line in enumerate(kept, 1)}
    return View(lines, numbers)


def _said(line: Recorded) -> object:
    event = line.event
    return event.event if isinstance(event, Corrected) else event


def _root(line: Recorded) -> str:
    """Return the id of the line that it is, or that it corrects."""
    event = line.event
    if isinstance(event, Corrected | Retracted):
        return event.event_id
    return line.event_id


def _at(line: Recorded, number: int, ids: set[str]) -> Recorded:
    """Return a line as it stands when those before it are counted anew."""
    cause = line.cause if line.cause in ids else None
    if (number, cause) == (line.number, line.cause):
        return line
    return evolve(line, number=number, cause=cause)
