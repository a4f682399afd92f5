"""Looking: how a state in memory is read, and what a unit of work has laid over it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from legalcase.kernel.lines.recorded import Recorded
from legalcase.ports.rows import LineRow
from legalcase.storage.lines.appending import locked
from legalcase.storage.lines.rows import START, Last, Row, Stored
from legalcase.storage.own import projected_row
from legalcase.storage.projecting import (
    due_found,
    has_words,
    matches,
)
from legalcase.storage.units.reading.primitives import Indexed
from legalcase.storage.units.reading.readable import NO_DAY, ChangeRow, Found, Readable
from legalcase.storage.units.reading.verifying import Checked

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from legalcase.ports.keys import WrappedKey
    from legalcase.ports.queries import (
        CaseQuery,
        DueQuery,
        LineQuery,
        ProjectionQuery,
    )
    from legalcase.ports.rows import CaseRow, DueRow, ProjectedRow
    from legalcase.storage.lines.snapshots import Snapshot
    from legalcase.storage.memory.state import State
    from legalcase.storage.own import Key, Mark, OwnRow
    from legalcase.storage.projecting import Projected

__all__ = ["Looking"]


class Looking(Readable):
    """How a state in memory is read, and what a unit of work has laid over it."""

    _state: State
    _new: Mapping[str, tuple[Row, ...]]
    _new_places: Mapping[str, tuple[str, int]]
    _new_listed: Mapping[str, Projected | None]
    _new_own: Mapping[str, Mapping[Key, OwnRow]]
    _new_keys: Mapping[str, WrappedKey]
    _gone: set[str]

    def _identity(self) -> str:
        return self._state.name

    def _is_erased(self, stream: str) -> bool:
        return stream in self._gone or stream in self._state.erased

    def _log(self, stream: str) -> tuple[Row, ...]:
        if stream in self._gone:
            return ()
        return self._new.get(stream) or self._state.logs.get(stream, ())

    def _last(self, stream: str) -> Last:
        log = self._log(stream)
        return Last(len(log), log[-1].digest) if log else Last(0, START)

    def _place(self, event_id: str) -> tuple[str, int] | None:
        place = self._new_places.get(event_id) or self._state.places.get(event_id)
        return None if place is None or place[0] in self._gone else place

    def _lines(self, stream: str) -> tuple[tuple[Recorded, ...], bytes]:
        if self._is_locked(stream):
            raise locked(stream)
        log = self._log(stream)
        lines = [row.line for row in log if isinstance(row.line, Recorded)]
        return tuple(lines), self._last(stream).digest

    def _streams(self) -> tuple[str, ...]:
        found = {*self._state.logs, *self._new}
        return tuple(sorted(stream for stream in found if self._log(stream)))

    def _stored(self, stream: str) -> tuple[list[Stored], Last]:
        rows = [
            Stored(row.line.number, row.text.encode(), row.digest)
            for row in self._log(stream)
        ]
        return rows, self._last(stream)

    def _tombstones(self) -> dict[str, Last]:
        return dict(self._state.erased)

    def _checked(self) -> Checked:
        found = Checked()
        found.streams.update(self._streams())
        found.erased.update(self._state.erased)
        for event_id, (stream, number) in self._state.places.items():
            found.add_id(stream, number, event_id)
        for stream in found.streams:
            for row in self._log(stream):
                for tag in row.tags:
                    found.add_tag(stream, row.line.number, tag)
        found.changes.extend(self._state.changes[: self._state.position])
        return found

    def _stored_after(self, stream: str, number: int) -> list[Stored]:
        return self._stored(stream)[0][number:]

    def _stored_between(self, stream: str, first: int, last: int) -> list[Stored]:
        return self._stored(stream)[0][first - 1 : last]

    def _indexed(self, stream: str, first: int, last: int) -> dict[int, Indexed]:
        return {
            row.line.number: Indexed(row.line.event_id, row.tags)
            for row in self._log(stream)[first - 1 : last]
        }

    def _snapshot(self, stream: str) -> Snapshot | None:  # noqa: ARG002 - none are kept
        return None

    def _key(self, stream: str) -> WrappedKey | None:
        if stream in self._gone:
            return None
        return self._new_keys.get(stream) or self._state.keys.get(stream)

    def _sealed(self) -> list[str]:
        found = {*self._state.keys, *self._new_keys}
        return sorted(stream for stream in found if self._key(stream) is not None)

    def _damage(self) -> str | None:
        return None

    def _position(self) -> int:
        return self._state.position

    def _changes(self, after: int, limit: int) -> list[ChangeRow]:
        until = min(self._state.position, after + limit)
        return self._state.changes[after:until]

    def _rows(self, stream: str) -> Projected | None:
        if stream in self._gone:
            return None
        if stream in self._new_listed:
            return self._new_listed[stream]
        return self._state.listed.get(stream)

    def _all_rows(self) -> Iterator[tuple[str, Projected]]:
        for stream in sorted({*self._state.listed, *self._new_listed}):
            listed = self._rows(stream)
            if listed is not None:
                yield stream, listed

    def _find_cases(
        self,
        query: CaseQuery,
        words: tuple[str, ...],
        start: Any,
        limit: int,
    ) -> list[Found[CaseRow]]:
        del words  # they are asked with the query
        found: list[Found[CaseRow]] = []
        for stream, listed in self._all_rows():
            if len(found) == limit:
                break
            if start is not None and stream <= start[0]:
                continue
            if matches(query, listed, (row.words for row in self._log(stream))):
                found.append(((stream,), listed.case))
        return found

    def _find_dues(
        self, query: DueQuery, start: Any, limit: int
    ) -> list[Found[DueRow]]:
        found = [
            ((_day_of(row), stream, row.what, row.item_id), row)
            for stream, listed in self._all_rows()
            for row in due_found(query, listed)
        ]
        if start is not None:
            found = [each for each in found if each[0] > start]
        found.sort(key=lambda each: each[0])
        return found[:limit]

    def _own(self, stream: str) -> dict[Key, OwnRow]:
        if stream in self._gone:
            return {}
        found = self._new_own.get(stream)
        return dict(self._state.own.get(stream, {}) if found is None else found)

    def _marked(self) -> tuple[int, dict[str, Mark]]:
        return self._state.position, dict(self._state.marks)

    def _find_own(
        self, query: ProjectionQuery, start: Any, limit: int
    ) -> list[Found[ProjectedRow]]:
        streams = {*self._state.own, *self._new_own}
        if query.case_id is not None:
            streams &= {f"{self._model.noun}:{query.case_id}"}
        first, last = query.key_from or "", query.key_until
        found = [
            ((key, stream), row)
            for stream in streams
            for (name, key), row in self._own(stream).items()
            if name == query.name and first <= key and (last is None or key <= last)
        ]
        if start is not None:
            found = [each for each in found if each[0] > start]
        found.sort(key=lambda each: each[0])
        return [(key, projected_row(row, key[1])) for key, row in found[:limit]]

    def _find_lines(
        self, query: LineQuery, words: tuple[str, ...], start: Any, limit: int
    ) -> list[Found[LineRow]]:
        found: list[Found[LineRow]] = []
        tags = frozenset(query.tags)
        begin = 0 if start is None else max(start[0] - 1, 0)
        for change in self._state.changes[begin : self._state.position]:
            log = self._log(change.stream)
            for row in log[change.first - 1 : change.last] if change.first else ():
                key = (change.position, change.stream, row.line.number)
                if start is not None and key <= start:
                    continue
                if tags and tags.isdisjoint(row.tags):
                    continue
                if words and not has_words(row.words, words):
                    continue
                line = row.line
                found.append((key, LineRow(line.stream, line.number, line.kind)))
                if len(found) == limit:
                    return found
        return found


def _day_of(row: DueRow) -> str:
    return NO_DAY if row.due is None else row.due.isoformat()
