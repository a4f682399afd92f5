"""Giving: what a store has committed, as the bytes that it is, for another to take."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from legalcase.ports.rows import Fault
from legalcase.storage.lines.rows import Last, Stored, broken
from legalcase.storage.units.reading.primitives import ChangeRow, Indexed, Primitives

if TYPE_CHECKING:
    from collections.abc import Mapping

    from legalcase.ports.keys import WrappedKey

__all__ = ["Carried", "Giving", "Portion", "Survey"]

#: How many commits are looked at together.
_MANY = 10_000


class Survey(NamedTuple):
    """What a store has: how many commits and lines, what was erased, its keys."""

    name: str
    position: int
    lines: int
    erased: Mapping[str, Last]
    keys: Mapping[str, WrappedKey]


class Carried(NamedTuple):
    """Lines of one stream, from `first` to `last`, by what each is found, its key."""

    first: int
    last: int
    rows: list[Stored]
    found_by: Mapping[int, Indexed]
    key: WrappedKey | None


class Portion(NamedTuple):
    """What came after the position `after`: commits, whole, and what they brought.

    Of the streams in `erased` the commits alone are known, and where they ended.
    """

    name: str
    after: int
    changes: list[ChangeRow]
    streams: Mapping[str, Carried]
    erased: Mapping[str, Last]

    @property
    def lines(self) -> int:
        """How many lines there are."""
        return sum(len(each.rows) for each in self.streams.values())


class Giving(Primitives):
    """How a state of a store is given away."""

    def _survey(self) -> Survey:
        erased = self._tombstones()
        keys = {stream: self._key(stream) for stream in self._sealed()}
        position = lines = 0
        while changes := self._changes(position, _MANY):
            lines += sum(_size(one) for one in changes if one.stream not in erased)
            position = changes[-1].position
        held = {stream: key for stream, key in keys.items() if key is not None}
        return Survey(self._identity(), position, lines, erased, held)

    def _portion(self, after: int, most: int) -> Portion:
        """Return what came after a position: `most` lines, or one commit with more.

        Raises `DecodeError` where the first commit is not the one that comes next,
        and ends before a later one of which that is so.
        """
        changes: list[ChangeRow] = []
        spans: dict[str, tuple[int, int]] = {}
        erased: dict[str, Last] = {}
        count = 0
        for change in self._changes(after, most):
            count += _size(change)
            if changes and count > most:
                break
            fault = self._misplaced(change, after + len(changes) + 1, spans)
            if fault is not None:
                if changes:
                    break
                raise broken(fault)
            changes.append(change)
            stream = change.stream
            if stream in erased:
                continue
            if self._is_erased(stream):
                erased[stream] = self._tombstones()[stream]
            elif change.last:
                first = spans.get(stream, (change.first, 0))[0]
                spans[stream] = first, change.last
        streams = {
            stream: Carried(
                *span,
                self._stored_between(stream, *span),
                self._indexed(stream, *span),
                self._key(stream),
            )
            for stream, span in spans.items()
        }
        return Portion(self._identity(), after, changes, streams, erased)

    def _misplaced(
        self, change: ChangeRow, position: int, spans: Mapping[str, tuple[int, int]]
    ) -> Fault | None:
        """Return why a commit is not the one that comes next."""
        if change.position != position:
            said = f"Commit {position} is missing, or stands in another place."
            return Fault("", position, "changes", said)
        before = spans.get(change.stream)
        if change.last and before is not None and change.first != before[1] + 1:
            said = (
                f"Line {before[1] + 1} of {change.stream!r} is not that which its "
                "commit brought."
            )
            return Fault(change.stream, before[1] + 1, "changes", said)
        return None


def _size(change: ChangeRow) -> int:
    return change.last - change.first + 1 if change.last else 0
