"""Verifying: whether all that is stored, and all that is derived, is as it was."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, Protocol

from legalcase.errors import DecodeError, InvalidTypeError, LegalCaseError
from legalcase.kernel.events.event import UnknownEvent
from legalcase.ports.rows import Fault
from legalcase.storage.lines.rows import Last, Stored, chain_fault

if TYPE_CHECKING:
    from collections.abc import Iterable

    from legalcase.kernel.lines.recorded import Recorded
    from legalcase.storage.projecting import Projected

__all__ = ["Checked", "anchors_of", "faults_of"]


class Checked:
    """What is derived from the lines, as it lies in a store: ids, tags, changes."""

    def __init__(self) -> None:
        self.streams: set[str] = set()
        self.erased: set[str] = set()
        self.ids: dict[str, dict[int, list[str]]] = {}
        self.tags: dict[str, dict[int, list[str]]] = {}
        self.changes: list[tuple[int, str, int, int]] = []
        #: Streams of which lists say something, and the words by which lines are found.
        self.listed: set[str] = set()
        self.words: dict[str, dict[int, set[str]]] = {}

    def add_id(self, stream: str, number: int, event_id: str) -> None:
        """Add the place of an event."""
        self.ids.setdefault(stream, {}).setdefault(number, []).append(event_id)

    def add_tag(self, stream: str, number: int, tag: str) -> None:
        """Add a tag of a line."""
        self.tags.setdefault(stream, {}).setdefault(number, []).append(tag)

    def add_word(self, stream: str, number: int, word: str) -> None:
        """Add a word by which a line is found."""
        self.words.setdefault(stream, {}).setdefault(number, set()).add(word)


class Sound(Protocol):
    """What is asked of a store, to see whether it is whole."""

    def _checked(self) -> Checked: ...
    def _stored(self, stream: str) -> tuple[list[Stored], Last]: ...
    def _decoded(self, stream: str, row: Stored) -> Recorded: ...
    def _tags(self, line: Recorded) -> tuple[str, ...]: ...
    def _words_found(self, line: Recorded) -> set[str] | None: ...
    def _rows(self, stream: str) -> Projected | None: ...
    def _due_rows(self, stream: str, lines: list[Recorded]) -> Projected | None: ...
    def _is_locked(self, stream: str) -> bool: ...
    def _is_beyond(self, stream: str, lines: list[Recorded]) -> bool: ...
    def _snapshot_fault(self, stream: str, lines: list[Recorded]) -> str | None: ...
    def _own_fault_of(self, stream: str, lines: list[Recorded]) -> Fault | None: ...


def faults_of(
    store: Sound, anchors: Iterable[tuple[str, int, str]]
) -> tuple[Fault, ...]:
    """Return the first fault of each stream, sorted by stream."""
    given: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for stream, count, last in anchors:
        given[stream].append((count, last))
    index = store._checked()  # noqa: SLF001 - of its own kind
    changes = _changes_by_stream(index)
    streams = {*index.streams, *index.ids, *index.tags, *changes, *given}
    streams |= {*index.listed, *index.words}
    found = []
    for stream in sorted(streams):
        rows, head = store._stored(stream)  # noqa: SLF001 - as above
        is_locked = store._is_locked(stream)  # noqa: SLF001 - as above
        line_fault, lines = (
            (None, []) if is_locked else _line_fault(store, stream, rows, index)
        )
        faults = [
            fault
            for fault in (
                chain_fault(stream, rows, head),
                line_fault,
                _change_fault(stream, head, changes.get(stream, [])),
                _anchor_fault(stream, rows, given[stream]),
            )
            if fault is not None
        ]
        if not faults and lines:
            faults = _derived_faults(store, stream, lines)
        if not faults:
            faults = _found_faults(store, stream, lines, index, is_locked=is_locked)
        if not faults:
            faults = _own_faults(store, stream, lines)
        if faults:
            found.append(min(faults, key=lambda fault: fault.number))
    fault = _order_fault(index)
    return (*((fault,) if fault else ()), *found)


def _changes_by_stream(index: Checked) -> dict[str, list[tuple[int, int]]]:
    found: dict[str, list[tuple[int, int]]] = {}
    for _, stream, first, last in sorted(index.changes):
        if stream not in index.erased:
            found.setdefault(stream, []).append((first, last))
    return found


def _order_fault(index: Checked) -> Fault | None:
    """Return the first commit that is missing, or stands there twice."""
    for number, change in enumerate(sorted(index.changes), 1):
        if change[0] != number:
            said = f"Commit {number} is missing, or stands in another place."
            return Fault("", number, "changes", said)
    return None


def _change_fault(
    stream: str, head: Last, changes: list[tuple[int, int]]
) -> Fault | None:
    """Return the first line that no commit brought, or two."""
    number = 0
    for first, last in changes:
        if first != number + 1 or last < first:
            break
        number = last
    else:
        if number == head.number:
            return None
    number = min(number, head.number)
    said = f"Line {number + 1} of {stream!r} is not that which its commit brought."
    return Fault(stream, number + 1, "changes", said)


def _derived_faults(store: Sound, stream: str, lines: list[Recorded]) -> list[Fault]:
    number = len(lines)
    try:
        found = store._rows(stream)  # noqa: SLF001 - as above
        wanted = store._due_rows(stream, lines)  # noqa: SLF001 - as above
        # Who knows the kinds that are unknown here may have more to say of the case.
        is_right = found == wanted or store._is_beyond(stream, lines)  # noqa: SLF001 - as above
    except LegalCaseError:
        is_right = False
    if not is_right:
        said = f"What lists say of {stream!r} is not what its log says: rebuild()."
        return [Fault(stream, number, "rows", said)]
    why = store._snapshot_fault(stream, lines)  # noqa: SLF001 - as above
    return [] if why is None else [Fault(stream, number, "snapshot", why)]


def _own_faults(store: Sound, stream: str, lines: list[Recorded]) -> list[Fault]:
    try:
        fault = store._own_fault_of(stream, lines)  # noqa: SLF001 - as above
    except LegalCaseError:
        said = f"What lists of others say of {stream!r} cannot be read: rebuild()."
        fault = Fault(stream, len(lines), "rows", said)
    return [] if fault is None else [fault]


def _found_faults(
    store: Sound,
    stream: str,
    lines: list[Recorded],
    index: Checked,
    *,
    is_locked: bool,
) -> list[Fault]:
    """Return what finds lines that are not there, or not those that are."""
    if stream in index.listed and not lines and not is_locked:
        said = f"Lists speak of {stream!r}, which is not there: rebuild()."
        return [Fault(stream, 0, "rows", said)]
    there = dict(index.words.get(stream, {}))
    for line in lines:
        found = there.pop(line.number, set())
        if store._words_found(line) not in (None, found):  # noqa: SLF001 - as above
            said = (
                f"Line {line.number} of {stream!r} is found by other words: rebuild()."
            )
            return [Fault(stream, line.number, "words", said)]
    if not there:
        return []
    said = f"Words of {stream!r} are found that are not there: rebuild()."
    return [Fault(stream, min(there), "words", said)]


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
    store: Sound, stream: str, rows: list[Stored], index: Checked
) -> tuple[Fault | None, list[Recorded]]:
    """Return the first line that cannot be read, or whose derived rows differ."""
    ids, tags = index.ids.get(stream, {}), index.tags.get(stream, {})
    lines: list[Recorded] = []
    for row in rows:
        try:
            line = store._decoded(stream, row)  # noqa: SLF001 - as above
        except DecodeError:
            said = f"Line {row.number} of {stream!r} cannot be read."
            return Fault(stream, row.number, "text", said), lines
        lines.append(line)
        if ids.get(row.number) != [line.event_id]:
            said = f"Line {row.number} of {stream!r} is not found by its event_id."
            return Fault(stream, row.number, "event-id", said), lines
        wanted = set(store._tags(line))  # noqa: SLF001 - as above
        found = tags.get(row.number, [])
        # Whoever knows the event may have given it tags of its own.
        if isinstance(line.event, UnknownEvent):
            found = [tag for tag in found if tag in wanted]
        if sorted(wanted) != sorted(found):
            said = f"Line {row.number} of {stream!r} has other tags than its event."
            return Fault(stream, row.number, "tags", said), lines
    numbers = {row.number for row in rows}
    for what, there in (("event-id", ids), ("tags", tags)):
        for number in sorted(there.keys() - numbers):
            said = f"Line {number} of {stream!r} is not there, but is found by others."
            return Fault(stream, number, what, said), lines
    return None, lines
