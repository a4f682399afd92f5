"""MemoryReader and MemoryWork: reading a state in memory, and making the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legalcase.errors import StorageError
from legalcase.storage.lines.rows import START, Last, Row, named_after
from legalcase.storage.memory.looking import Looking
from legalcase.storage.memory.state import State
from legalcase.storage.units.reading.readable import ChangeRow
from legalcase.storage.units.unit import UNFINISHED
from legalcase.storage.units.work import By, Rows, Work

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from types import TracebackType

    from legalcase.kernel.lines.recorded import Recorded
    from legalcase.ports.keys import WrappedKey
    from legalcase.storage.lines.snapshots import Snapshot
    from legalcase.storage.memory.store import MemoryStore
    from legalcase.storage.own import Key, Mark, OwnRow
    from legalcase.storage.projecting import Projected
    from legalcase.storage.units.turns import Turns

__all__ = ["MemoryReader", "MemoryWork"]


class MemoryReader(Looking):
    """A reading of a `MemoryStore`: the state in which it was when it began."""

    def __init__(self, store: MemoryStore) -> None:
        super().__init__(
            store._model,  # noqa: SLF001 - its own store's
            store._folds,  # noqa: SLF001 - as above
            store._sealer,  # noqa: SLF001 - as above
            store._projections,  # noqa: SLF001 - as above
            has_text=True,
        )
        self._store = store
        self._state = store._state  # noqa: SLF001 - as above
        self._new = {}
        self._new_places = {}
        self._new_listed = {}
        self._new_own = {}
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


class MemoryWork(Work, Looking):
    """A unit of work on a `MemoryStore`."""

    def __init__(self, store: MemoryStore, turns: Turns, by: By | None = None) -> None:
        super().__init__(
            turns,
            _nothing_to_undo,
            store._model,  # noqa: SLF001 - its own store's
            store._folds,  # noqa: SLF001 - as above
            store._sealer,  # noqa: SLF001 - as above
            store._projections,  # noqa: SLF001 - as above
            by=by,
        )
        self._store = store
        self._state = State()
        self._new: dict[str, tuple[Row, ...]] = {}
        self._new_places: dict[str, tuple[str, int]] = {}
        self._new_listed: dict[str, Projected | None] = {}
        self._new_own: dict[str, dict[Key, OwnRow]] = {}
        self._new_marks: dict[str, Mark] = {}
        self._new_keys: dict[str, WrappedKey] = {}
        self._new_changes: list[tuple[str, int, int]] = []

    def look(self) -> None:
        """Look at what is committed, now that it is this one's turn."""
        self._state = self._store._state  # noqa: SLF001 - as above

    def _erase(self, stream: str) -> None:
        self._new.pop(stream, None)
        self._new_listed.pop(stream, None)
        self._new_own.pop(stream, None)
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

    def _write_own(self, stream: str, put: list[OwnRow], drop: list[Key]) -> None:
        found = {key: row for key, row in self._own(stream).items() if key not in drop}
        self._new_own[stream] = found | {(row.projection, row.key): row for row in put}

    def _drop_own(self, name: str) -> None:
        for stream in {*self._state.own, *self._new_own}:
            drop = [key for key in self._own(stream) if key[0] == name]
            self._write_own(stream, [], drop)

    def _write_marks(self, marks: Mapping[str, Mark]) -> None:
        self._new_marks.update(marks)

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
        own = {**old.own, **self._new_own}
        places = {**old.places, **self._new_places}
        erased = dict(old.erased)
        for stream in gone:
            log = logs.pop(stream, ())
            listed.pop(stream, None)
            own.pop(stream, None)
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
            own={name: rows for name, rows in own.items() if rows},
            marks={**old.marks, **self._new_marks},
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
