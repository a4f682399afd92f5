"""MemoryReader and MemoryWork: reading a state in memory, and making the next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from legalcase.errors import StorageError
from legalcase.kernel.recorded import Recorded
from legalcase.ports.rows import LineRow
from legalcase.storage.lines.appending import locked
from legalcase.storage.lines.rows import START, Last, Row, Stored, named_after
from legalcase.storage.memory.state import State
from legalcase.storage.projecting import (
    due_found,
    has_words,
    matches,
)
from legalcase.storage.units.primitives import Indexed
from legalcase.storage.units.reading import NO_DAY, ChangeRow, Found, Readable
from legalcase.storage.units.unit import UNFINISHED
from legalcase.storage.units.verifying import Checked
from legalcase.storage.units.work import By, Rows, Work

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from types import TracebackType

    from legalcase.ports.keys import WrappedKey
    from legalcase.ports.queries import CaseQuery, DueQuery, LineQuery
    from legalcase.ports.rows import CaseRow, DueRow
    from legalcase.storage.lines.snapshots import Snapshot
    from legalcase.storage.memory.store import MemoryStore
    from legalcase.storage.projecting import Projected
    from legalcase.storage.units.turns import Turns

__all__ = ["MemoryReader", "MemoryWork"]


class _Looking(Readable):
    """How a state in memory is read, and what a unit of work has laid over it."""

    _state: State
    _new: Mapping[str, tuple[Row, ...]]
    _new_places: Mapping[str, tuple[str, int]]
    _new_listed: Mapping[str, Projected | None]
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


class MemoryReader(_Looking):
    """A reading of a `MemoryStore`: the state in which it was when it began."""

    def __init__(self, store: MemoryStore) -> None:
        super().__init__(
            store._model,  # noqa: SLF001 - its own store's
            store._folds,  # noqa: SLF001 - as above
            store._sealer,  # noqa: SLF001 - as above
            has_text=True,
        )
        self._store = store
        self._state = store._state  # noqa: SLF001 - as above
        self._new = {}
        self._new_places = {}
        self._new_listed = {}
        self._new_keys = {}
        self._gone = set()
        self._is_over = False

    def _require_open(self) -> None:
        self._store._require_open()  # noqa: SLF001 - as above
        if self._is_over:
            msg = "This reading is over. Begin another: store.read()."
            raise StorageError(msg)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """End the reading."""
        self._is_over = True


def _nothing_to_undo() -> None:
    """Do nothing: what was not committed stands in the unit of work alone."""


class MemoryWork(Work, _Looking):
    """A unit of work on a `MemoryStore`."""

    def __init__(self, store: MemoryStore, turns: Turns, by: By | None = None) -> None:
        super().__init__(
            turns,
            _nothing_to_undo,
            store._model,  # noqa: SLF001 - its own store's
            store._folds,  # noqa: SLF001 - as above
            store._sealer,  # noqa: SLF001 - as above
            by=by,
        )
        self._store = store
        self._state = State()
        self._new: dict[str, tuple[Row, ...]] = {}
        self._new_places: dict[str, tuple[str, int]] = {}
        self._new_listed: dict[str, Projected | None] = {}
        self._new_keys: dict[str, WrappedKey] = {}
        self._new_changes: list[tuple[str, int, int]] = []

    def look(self) -> None:
        """Look at what is committed, now that it is this one's turn."""
        self._state = self._store._state  # noqa: SLF001 - as above

    def _erase(self, stream: str) -> None:
        self._new.pop(stream, None)
        self._new_listed.pop(stream, None)
        self._new_keys.pop(stream, None)

    def _put_key(self, stream: str, wrapped: WrappedKey) -> None:
        self._new_keys[stream] = wrapped

    def _write(self, batches: Sequence[Rows]) -> None:
        self.cause = UNFINISHED
        for stream, rows, _ in batches:
            self._new[stream] = (*self._log(stream), *rows)
            self._new_places.update(
                (row.line.event_id, (stream, row.line.number)) for row in rows
            )
        self.cause = None

    def _write_rows(
        self,
        stream: str,
        before: Projected | None,  # noqa: ARG002 - all of it is one value here
        after: Projected | None,
    ) -> None:
        self._new_listed[stream] = after

    def _write_snapshot(self, stream: str, snapshot: Snapshot | None) -> None:
        """Do nothing: in memory nothing is read again."""

    def _drop_derived(self) -> None:
        """Do nothing: lists are of streams that are there, and will be overwritten."""

    def _write_derived(self, stream: str, lines: Sequence[Recorded]) -> None:
        """Do nothing: ids, tags and words stand on the lines themselves."""

    def _write_changes(self, changes: Sequence[tuple[str, int, int]]) -> None:
        self._new_changes.extend(changes)

    def _first_digest(self) -> str:
        for stream, _, _ in self._new_changes:
            return named_after(self._last(stream))
        return ""

    def _keep_all(self) -> None:
        self.cause = UNFINISHED
        old, gone = self._state, self._gone
        logs = {**old.logs, **self._new}
        listed = {**old.listed, **self._new_listed}
        places = {**old.places, **self._new_places}
        erased = dict(old.erased)
        for stream in gone:
            log = logs.pop(stream, ())
            listed.pop(stream, None)
            end = Last(len(log), log[-1].digest if log else START)
            erased[stream] = self._tombs.get(stream, end)
        if gone:
            places = {name: at for name, at in places.items() if at[0] not in gone}
        # Of the list, whoever reads looks at no more than its state counts. What an
        # interrupt left behind that counts for nobody is written over.
        changes, position = old.changes, old.position
        del changes[position:]
        for stream, first, last in self._new_changes:
            position += 1
            changes.append(ChangeRow(position, stream, first, last))
        # One step: all of it is kept, or nothing.
        self._store._state = State(  # noqa: SLF001 - its own store's
            logs=logs,
            places=places,
            listed={name: rows for name, rows in listed.items() if rows is not None},
            erased=erased,
            keys={
                stream: key
                for stream, key in {**old.keys, **self._new_keys}.items()
                if stream not in gone
            },
            changes=changes,
            position=position,
            name=old.name or self._named or self._first_digest(),
        )
        self._folds.keep(self._made)
        self._folds.drop(gone)
        self.end()
