"""MemoryStore: keeps cases as long as the program runs; for tests and notebooks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from legalcase.directory.facet import MODELS
from legalcase.errors import StorageError
from legalcase.model.core import Model
from legalcase.storage.folds import Folds
from legalcase.storage.rows import START, Last, Row, Stored
from legalcase.storage.turns import Turns
from legalcase.storage.unit import UNFINISHED
from legalcase.storage.verifying import Index
from legalcase.storage.work import Checked, Rows, Work

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import TracebackType

    from legalcase.kernel.recorded import Recorded

__all__ = ["MemoryStore", "MemoryWork"]


class MemoryStore(Checked):
    """A store in memory, shared safely between threads; see `legalcase.ports`.

    It refuses what a store on a disk refuses: what would not read back, an id of an
    event that was given before, and everything once it is closed. `model` says which
    rooms cases have; the core, if it is left out.
    """

    def __init__(self, *, model: Model | None = None, patience: float = 5.0) -> None:
        self._model = model or Model.core()
        #: The log of each stream; an empty one is that of a stream that was erased.
        self._logs: dict[str, tuple[Row, ...]] = {}
        #: The place of each event. An id counts only if it stands in that log, too.
        self._places: dict[str, tuple[str, int]] = {}
        self._folds = Folds()
        self._turns = Turns(patience)
        self._is_open = True

    def __repr__(self) -> str:
        """Return the number of cases."""
        cases = sum(
            bool(log) and stream.partition(":")[0] not in MODELS
            for stream, log in self._logs.items()
        )
        return f"<MemoryStore with {cases} cases>"

    def begin(self) -> MemoryWork:
        """Begin a unit of work, when those of other threads are over."""
        return self._begun(MemoryWork(self, self._turns))

    def _begun(self, work: MemoryWork) -> MemoryWork:
        try:
            self._turns.take(work.turn)
            self._require_open()
        except BaseException:
            work.end()
            raise
        return work

    def _require_open(self) -> None:
        if not self._is_open:
            msg = "The store is closed, and what it held is gone. Make a new one."
            raise StorageError(msg)

    def __enter__(self) -> Self:
        """Enter a block at whose end the store is closed."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Close the store."""
        self.close()

    def close(self) -> None:
        """Close the store, and roll back what this thread has not committed.

        Closing again does nothing.
        """
        if self._is_open:
            self._turns.break_off()
            with MemoryWork(self, self._turns) as work:
                self._turns.take(work.turn)
                self._is_open = False


def _nothing_to_undo() -> None:
    """Do nothing: what was not committed stands in the unit of work alone."""


class MemoryWork(Work):
    """A unit of work on a `MemoryStore`."""

    def __init__(self, store: MemoryStore, turns: Turns) -> None:
        super().__init__(
            turns,
            _nothing_to_undo,
            store._model,  # noqa: SLF001 - its own store's
            store._folds,  # noqa: SLF001 - as above
        )
        self._logs = store._logs  # noqa: SLF001 - as above
        self._places = store._places  # noqa: SLF001 - as above
        self._new: dict[str, tuple[Row, ...]] = {}
        self._new_places: dict[str, tuple[str, int]] = {}

    def _is_erased(self, stream: str) -> bool:
        return stream in self._gone or self._logs.get(stream) == ()

    def _erase(self, stream: str) -> None:
        self._new.pop(stream, None)

    def _log(self, stream: str) -> tuple[Row, ...]:
        if stream in self._gone:
            return ()
        return self._new.get(stream) or self._logs.get(stream, ())

    def _last(self, stream: str) -> Last:
        log = self._log(stream)
        return Last(len(log), log[-1].digest) if log else Last(0, START)

    def _place(self, event_id: str) -> tuple[str, int] | None:
        place = self._new_places.get(event_id) or self._places.get(event_id)
        if place is None:
            return None
        stream, number = place
        log = self._log(stream)
        # After an interrupt the place may be known, and the log not.
        is_there = len(log) >= number and log[number - 1].line.event_id == event_id
        return place if is_there else None

    def _write(self, batches: Sequence[Rows]) -> None:
        self.cause = UNFINISHED
        for stream, rows, _ in batches:
            self._new[stream] = (*self._log(stream), *rows)
            self._new_places.update(
                (row.line.event_id, (stream, row.line.number)) for row in rows
            )
        self.cause = None

    def _lines(self, stream: str) -> tuple[tuple[Recorded, ...], bytes]:
        log = self._log(stream)
        return tuple([row.line for row in log]), self._last(stream).digest

    def _streams(self) -> tuple[str, ...]:
        return tuple(sorted(s for s in {*self._logs, *self._new} if self._log(s)))

    def _stored(self, stream: str) -> tuple[list[Stored], Last]:
        rows = [
            Stored(row.line.number, row.text.encode(), row.digest)
            for row in self._log(stream)
        ]
        return rows, self._last(stream)

    def _index(self) -> Index:
        index = Index()
        index.streams.update(self._streams())
        for event_id, (stream, number) in {**self._places, **self._new_places}.items():
            if self._place(event_id) is not None:
                index.add_id(stream, number, event_id)
        for stream in index.streams:
            for row in self._log(stream):
                for tag in row.tags:
                    index.add_tag(stream, row.line.number, tag)
        return index

    def _damage(self) -> str | None:
        return None

    def commit(self) -> None:
        """Keep what was appended."""
        self._require_open()
        self.cause = UNFINISHED
        # The places first: those in a log that is not there do not count. And a whole
        # dictionary in one step: all cases of the unit, or none.
        self._places.update(self._new_places)
        self._logs.update({**self._new, **dict.fromkeys(self._gone, ())})
        self._folds.keep(self._made)
        self._folds.drop(self._gone)
        for event_id, (stream, _) in tuple(self._places.items()):
            if stream in self._gone:
                del self._places[event_id]
        self.end()
