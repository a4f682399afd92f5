"""Verifying: whether all that is stored, and all that is derived, is as it was."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from legalcase.errors import DecodeError, InvalidTypeError
from legalcase.kernel.event import UnknownEvent
from legalcase.ports import Fault
from legalcase.storage.rows import Last, Stored, chain_fault, decoded, tags_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from legalcase.kernel.model import Model

__all__ = ["Index", "anchors_of", "faults_of"]


class Index:
    """What is derived from the lines: their event ids and their tags, by stream."""

    def __init__(self) -> None:
        self.streams: set[str] = set()
        self.ids: dict[str, dict[int, list[str]]] = {}
        self.tags: dict[str, dict[int, list[str]]] = {}

    def add_id(self, stream: str, number: int, event_id: str) -> None:
        """Add the place of an event."""
        self.ids.setdefault(stream, {}).setdefault(number, []).append(event_id)

    def add_tag(self, stream: str, number: int, tag: str) -> None:
        """Add a tag of a line."""
        self.tags.setdefault(stream, {}).setdefault(number, []).append(tag)


def faults_of(
    index: Index,
    stored: Callable[[str], tuple[list[Stored], Last]],
    model: Model,
    anchors: Iterable[tuple[str, int, str]],
) -> tuple[Fault, ...]:
    """Return the first fault of each stream, sorted by stream."""
    given: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for stream, count, last in anchors:
        given[stream].append((count, last))
    streams = {*index.streams, *index.ids, *index.tags, *given}
    found = []
    for stream in sorted(streams):
        rows, head = stored(stream)
        faults = [
            fault
            for fault in (
                chain_fault(stream, rows, head),
                _line_fault(stream, rows, index, model),
                _anchor_fault(stream, rows, given[stream]),
            )
            if fault is not None
        ]
        if faults:
            found.append(min(faults, key=lambda fault: fault.number))
    return tuple(found)


def anchors_of(anchors: Iterable[Any]) -> list[tuple[str, int, str]]:
    """Return anchors as they were given; raises `InvalidTypeError` for what is none."""
    given = []
    for anchor in anchors:
        try:
            stream, count, digest = anchor
        except (TypeError, ValueError):
            stream = count = digest = None
        if (type(stream), type(count), type(digest)) != (str, int, str):
            msg = (
                "An anchor is a stream, the number of its lines and the digest of the "
                f"last, not {type(anchor).__name__}. Pass what heads() returned."
            )
            raise InvalidTypeError(msg, field="anchors", value=None)
        given.append((str(stream), int(count or 0), str(digest)))
    return given


def _anchor_fault(
    stream: str, rows: list[Stored], anchors: list[tuple[int, str]]
) -> Fault | None:
    for count, digest in sorted(anchors):
        if count > len(rows):
            number = len(rows) + 1
            said = f"Line {number} of {stream!r} is missing: the anchor has {count}."
            return Fault(stream, number, "anchor", said)
        if count and rows[count - 1].digest.hex() != digest:
            said = f"Line {count} of {stream!r}, or one before it, was another once."
            return Fault(stream, count, "anchor", said)
    return None


def _line_fault(
    stream: str, rows: list[Stored], index: Index, model: Model
) -> Fault | None:
    """Return the first line that cannot be read, or whose derived rows differ."""
    ids, tags = index.ids.get(stream, {}), index.tags.get(stream, {})
    for row in rows:
        try:
            line = decoded(stream, row, model)
        except DecodeError:
            said = f"Line {row.number} of {stream!r} cannot be read."
            return Fault(stream, row.number, "text", said)
        if ids.get(row.number) != [line.event_id]:
            said = f"Line {row.number} of {stream!r} is not found by its event_id."
            return Fault(stream, row.number, "event-id", said)
        wanted, found = set(tags_of(line)), tags.get(row.number, [])
        # Whoever knows the event may have given it tags of its own.
        if isinstance(line.event, UnknownEvent):
            found = [tag for tag in found if tag in wanted]
        if sorted(wanted) != sorted(found):
            said = f"Line {row.number} of {stream!r} has other tags than its event."
            return Fault(stream, row.number, "tags", said)
    numbers = {row.number for row in rows}
    for what, there in (("event-id", ids), ("tags", tags)):
        for number in sorted(there.keys() - numbers):
            said = f"Line {number} of {stream!r} is not there, but is found by others."
            return Fault(stream, number, what, said)
    return None
