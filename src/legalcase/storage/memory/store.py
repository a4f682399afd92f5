"""MemoryStore: keeps cases as long as the program runs; for tests and notebooks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from legalcase.directory.facet import MODELS
from legalcase.errors import StorageError
from legalcase.storage.lines.folds import Folds
from legalcase.storage.memory.state import State
from legalcase.storage.memory.work import MemoryReader, MemoryWork
from legalcase.storage.own import Mark, registered
from legalcase.storage.store import Store
from legalcase.storage.units.given import check_sealer, model_given
from legalcase.storage.units.turns import Turns
from legalcase.storage.units.work import By

if TYPE_CHECKING:
    from collections.abc import Sequence

    from legalcase.model.core import Model
    from legalcase.ports.projections import Projection
    from legalcase.storage.sealing import Sealer

__all__ = ["MemoryStore"]

_CAN: Final = frozenset({"concurrent", "erase", "text", "verify"})


class MemoryStore(Store):
    """A store in memory, shared safely between threads; see `legalcase.ports`.

    It refuses what a store on a disk refuses: what would not read back, an id of an
    event that was given before, and everything once it is closed. Finding something
    looks at every case. `model` says which rooms cases have; the core, if it is left
    out; `sealer` which streams are kept encrypted. `patience` is how many seconds a
    unit of work waits for others.
    """

    capabilities = _CAN

    def __init__(
        self,
        *,
        model: Model | None = None,
        sealer: Sealer | None = None,
        projections: Sequence[Projection] = (),
        patience: float = 5.0,
    ) -> None:
        self._model = model_given(model)
        check_sealer(sealer)
        self._sealer = sealer
        self._projections = registered(projections)
        marks = {one.name: Mark(one.version, 0) for one in self._projections}
        self._state = State(marks=marks)
        self._folds = Folds()
        self._turns = Turns(patience)
        self._is_open = True

    def __repr__(self) -> str:
        """Return the number of cases."""
        cases = sum(
            stream.partition(":")[0] not in MODELS for stream in self._state.logs
        )
        return f"<MemoryStore with {cases} cases>"

    def read(self) -> MemoryReader:
        """Begin to read what is committed now."""
        self._require_open()
        return MemoryReader(self)

    def begin(self, *, by: str | None = None, reason: str | None = None) -> MemoryWork:
        """Begin a unit of work, when those of other threads are over."""
        return self._begun(MemoryWork(self, self._turns, By(by, reason)))

    def _begun(self, work: MemoryWork) -> MemoryWork:
        try:
            self._turns.take(work.turn)
            self._require_open()
            work.look()
        except BaseException:
            work.end()
            raise
        return work

    def _require_open(self) -> None:
        if not self._is_open:
            msg = "The store is closed, and what it held is gone. Make a new one."
            raise StorageError(msg)

    def close(self) -> None:
        """Close the store, and roll back what this thread has not committed.

        Closing again does nothing.
        """
        if self._is_open:
            self._turns.break_off()
            with MemoryWork(self, self._turns) as work:
                self._turns.take(work.turn)
                self._is_open = False
