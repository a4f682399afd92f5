"""MemoryStore: keeps cases as long as the program runs; for tests and notebooks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from legalcase.errors import StorageError
from legalcase.model.case import Case
from legalcase.storage.batches import case_of, exists, not_found, stale
from legalcase.storage.turns import Turns

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import TracebackType

    from legalcase.model.recorded import Recorded

__all__ = ["MemoryStore"]

_Logs = dict[str, tuple["Recorded", ...]]


class MemoryStore:
    """A store in memory, shared safely between threads; see `legalcase.ports`."""

    def __init__(self, *, patience: float = 5.0) -> None:
        self._logs: _Logs = {}
        self._turns = Turns(patience)

    def __repr__(self) -> str:
        """Return the number of cases."""
        return f"<MemoryStore with {len(self._logs)} cases>"

    def begin(self) -> MemoryWork:
        """Begin a unit of work, when those of other threads are over."""
        self._turns.take()
        return MemoryWork(self._logs, self._turns)

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
        """Do nothing: what is in memory stays until nobody holds the store."""


class MemoryWork:
    """A unit of work on a `MemoryStore`."""

    def __init__(self, logs: _Logs, turns: Turns) -> None:
        self._logs = logs
        self._new: _Logs = {}
        self._turns: Turns | None = turns

    def _require_open(self) -> None:
        if self._turns is None:
            msg = "This unit of work is over. Begin another on the store."
            raise StorageError(msg)

    def _log(self, case_id: str) -> tuple[Recorded, ...]:
        self._require_open()
        return self._new.get(case_id) or self._logs.get(case_id, ())

    def add(self, events: Sequence[Recorded]) -> int:
        """Append the first events of a new case, and return its version."""
        case_id = case_of(events, 0)
        if self._log(case_id):
            raise exists(case_id)
        return self._append(case_id, (), events)

    def save(self, events: Sequence[Recorded], *, expected: int) -> int:
        """Append further events of a case, and return its new version."""
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
        self._new[case_id] = (*log, *events)
        return len(self._new[case_id])

    def get(self, case_id: str) -> Case:
        """Return a case as it is."""
        return Case.from_events(self.events(case_id))

    def events(self, case_id: str) -> tuple[Recorded, ...]:
        """Return the whole log of a case."""
        log = self._log(case_id)
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
        self._logs.update(self._new)
        self._end()

    def rollback(self) -> None:
        """Forget what was appended."""
        self._require_open()
        self._end()

    def _end(self) -> None:
        turns, self._turns = self._turns, None
        if turns is not None:
            turns.give()

    def __enter__(self) -> Self:
        """Enter the unit of work."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Roll back what was not committed."""
        self._end()
