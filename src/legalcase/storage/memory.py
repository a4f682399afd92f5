"""MemoryStore: keeps cases as long as the program runs; for tests and notebooks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from legalcase.errors import StorageError
from legalcase.model.case import Case
from legalcase.storage.appending import (
    case_of,
    exists,
    known_id,
    not_found,
    stale,
    twice,
)
from legalcase.storage.folds import Folds, Made, follows, read_back
from legalcase.storage.turns import Turns
from legalcase.storage.unit import UNFINISHED, Unit

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import TracebackType

    from legalcase.model.recorded import Recorded

__all__ = ["MemoryStore", "MemoryWork"]


class MemoryStore:
    """A store in memory, shared safely between threads; see `legalcase.ports`.

    It refuses what a store on a disk refuses: what would not read back, an id of an
    event that was given before, and everything once it is closed.
    """

    def __init__(self, *, patience: float = 5.0) -> None:
        self._logs: dict[str, tuple[Recorded, ...]] = {}
        #: The case of each event. An id counts only if it stands in that log, too.
        self._cases: dict[str, str] = {}
        self._folds = Folds()
        self._turns = Turns(patience)
        self._is_open = True

    def __repr__(self) -> str:
        """Return the number of cases."""
        return f"<MemoryStore with {len(self._logs)} cases>"

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


class MemoryWork(Unit):
    """A unit of work on a `MemoryStore`."""

    def __init__(self, store: MemoryStore, turns: Turns) -> None:
        super().__init__(turns, _nothing_to_undo)
        self._logs = store._logs  # noqa: SLF001 - its own store's
        self._cases = store._cases  # noqa: SLF001 - as above
        self._folds = store._folds  # noqa: SLF001 - as above
        self._new: dict[str, tuple[Recorded, ...]] = {}
        self._new_cases: dict[str, str] = {}
        self._made: dict[str, Made] = {}

    def _log(self, case_id: str) -> tuple[Recorded, ...]:
        self._require_open()
        return self._new.get(case_id) or self._logs.get(case_id, ())

    def add(self, events: Sequence[Recorded]) -> int:
        """Append the first events of a new case, and return its version."""
        self._require_open()
        case_id = case_of(events, 0)
        if self._log(case_id):
            raise exists(case_id)
        return self._append(case_id, (), events)

    def save(self, events: Sequence[Recorded], *, expected: int) -> int:
        """Append further events of a case, and return its new version."""
        self._require_open()
        case_id = case_of(events, expected)
        log = self._log(case_id)
        if not log:
            raise not_found(case_id)
        if len(log) != expected:
            raise stale(case_id, expected, len(log))
        return self._append(case_id, log, events)

    def _append(
        self, case_id: str, log: tuple[Recorded, ...], events: Sequence[Recorded]
    ) -> int:
        lines = [line for _, line in read_back(events)]
        before = None
        if log:
            before = self._made.get(case_id) or self._folds.find(case_id, log[-1])
            before = before or follows(None, log, log[-1])
        made = follows(before, lines, events[-1])
        for line in events:
            if self._is_taken(line.event_id):
                raise twice(line.event_id)
        self.cause = UNFINISHED
        self._new[case_id] = (*log, *events)
        self._made[case_id] = made
        self._new_cases.update((line.event_id, case_id) for line in events)
        self.cause = None
        return len(self._new[case_id])

    def _is_taken(self, event_id: str) -> bool:
        case_id = self._new_cases.get(event_id) or self._cases.get(event_id)
        return case_id is not None and any(
            line.event_id == event_id for line in self._log(case_id)
        )

    def get(self, case_id: str) -> Case:
        """Return a case as it is."""
        return Case.from_events(self.events(case_id))

    def events(self, case_id: str) -> tuple[Recorded, ...]:
        """Return the whole log of a case."""
        self._require_open()
        log = self._log(known_id(case_id))
        if not log:
            raise not_found(case_id)
        return log

    def ids(self) -> tuple[str, ...]:
        """Return the ids of all cases, sorted."""
        self._require_open()
        return tuple(sorted({*self._logs, *self._new}))

    def commit(self) -> None:
        """Keep what was appended."""
        self._require_open()
        self.cause = UNFINISHED
        # The ids first: those of a log that is not there do not count. And a whole
        # dictionary in one step: all cases of the unit, or none.
        self._cases.update(self._new_cases)
        self._logs.update(self._new)
        self._folds.keep(self._made)
        self.end()
