"""PostgresReader: one reading of a `PostgresStore`, one transaction that only reads."""

from __future__ import annotations

import weakref
from typing import TYPE_CHECKING, Any, Self

from legalcase.errors import StorageError
from legalcase.storage.postgres.asking import PostgresReading
from legalcase.storage.postgres.transactions.ways import walled

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from legalcase.model.core import Model
    from legalcase.ports.rows import Fault
    from legalcase.storage.lines.folds import Folds
    from legalcase.storage.own import Registered
    from legalcase.storage.postgres.connections.session import Session
    from legalcase.storage.sealing import Sealer

__all__ = ["PostgresReader"]


class PostgresReader(PostgresReading):
    """A reading of a store, as it was when the reading began.

    It waits for nobody, and nobody waits for it.
    """

    def __init__(
        self,
        session: Session,
        model: Model,
        folds: Folds,
        sealer: Sealer | None,
        projections: tuple[Registered, ...],
        *,
        require: Callable[[], object],
        give: Callable[[Session], object],
        is_walled: bool,
    ) -> None:
        super().__init__(model, folds, sealer, projections, has_text=True)
        self._label = session.label
        self._schema = session.schema
        self._session: Session | None = session
        self._require = require
        self._is_walled = is_walled
        # Also of one that nobody ends.
        self._end = weakref.finalize(self, give, session)
        self._end.atexit = False

    def _require_open(self) -> None:
        self._talking()

    def _talking(self) -> Session:
        self._require()
        if self._session is None:
            msg = "This reading is over. Begin another: store.read()."
            raise StorageError(msg)
        return self._session

    def _all(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        return self._talking().all(statement, *values)

    def _verify(self, anchors: list[tuple[str, int, str]]) -> tuple[Fault, ...]:
        if self._is_walled:
            what = "verify it"
            raise walled(what)
        return super()._verify(anchors)

    def __enter__(self) -> Self:
        """Enter the reading."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """End the reading."""
        self._session = None
        self._end()
