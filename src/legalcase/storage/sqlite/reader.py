"""SqliteReader: one reading of a `SqliteStore`, on a connection of its own."""

from __future__ import annotations

import sqlite3
import weakref
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from legalcase.errors import ConflictError, StorageError
from legalcase.storage.sqlite.asking import SqliteReading
from legalcase.storage.sqlite.refusals import told

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path
    from types import TracebackType

    from legalcase.model.core import Model
    from legalcase.ports.rows import Head
    from legalcase.storage.lines.folds import Folds
    from legalcase.storage.own import Registered
    from legalcase.storage.sealing import Sealer
    from legalcase.storage.sqlite.talking import Talking

__all__ = ["SqliteReader"]

T = TypeVar("T")


class SqliteReader(SqliteReading):
    """A reading of a file, as it was when the reading began.

    With a write-ahead log it is one transaction, which nobody waits for. Without one
    (`is_logged` is ``False``) each question is a transaction of its own, and one that
    comes after others have written is refused: it would be answered of another state.
    """

    def __init__(  # noqa: PLR0913 - what a store has, and the reading's own
        self,
        connection: Talking,
        path: Path,
        model: Model,
        folds: Folds,
        sealer: Sealer | None,
        projections: tuple[Registered, ...] = (),
        *,
        is_logged: bool,
        require: Callable[[], object],
        give_back: Callable[[Talking], object],
    ) -> None:
        super().__init__(model, folds, sealer, projections, has_text=True)
        self._connection: Talking | None = connection
        self._path = path
        self._is_logged = is_logged
        self._require = require
        # Also of one that nobody ends: sqlite3 keeps a connection that was let go of,
        # and what it reads, until garbage is collected.
        self._end = weakref.finalize(self, give_back, connection)
        self._end.atexit = False
        self._version: int | None = None

    def begin(self) -> None:
        """Look at the file as it is now; raises `StorageError` if that cannot be."""
        self._once(lambda: None)

    def _require_open(self) -> None:
        self._connected()

    def _connected(self) -> Talking:
        self._require()
        if self._connection is None:
            msg = "This reading is over. Begin another: store.read()."
            raise StorageError(msg)
        return self._connection

    def _all(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        connection = self._connected()
        return told(
            self._path, lambda: connection.execute(statement, values).fetchall()
        )

    def _once(self, act: Callable[[], T]) -> T:
        connection = self._connected()
        if self._is_logged and connection.in_transaction:
            return act()
        try:
            told(self._path, partial(connection.execute, "BEGIN"))
            self._look()
            done = act()
            if not self._is_logged:
                told(self._path, partial(connection.execute, "ROLLBACK"))
        except BaseException:
            self._let_go(connection)
            raise
        return done

    def _let_go(self, connection: Talking) -> None:
        """End the transaction after an error; what cannot be ended is closed."""
        try:
            if connection.in_transaction and not self._is_logged:
                connection.execute("ROLLBACK")
        except sqlite3.Error:
            self._connection = None
            self._end.detach()
            connection.close()

    def damage(self) -> str | None:
        """Return what is wrong with the file as a whole, without its logs."""
        return self._once(self._damage)

    def lacks(self, heads: Iterable[Head]) -> bool:
        """Tell whether a line is not there with which a stream once ended."""
        return self._once(partial(self._lacks, tuple(heads)))

    def _lacks(self, heads: tuple[Head, ...]) -> bool:
        return any(
            [row.digest.hex() for row in self._stored_between(stream, number, number)]
            != [digest]
            and not self._is_erased(stream)
            for stream, number, digest in heads
        )

    def _look(self) -> None:
        """See that nobody has written since the first question."""
        # A first read takes the lock; only then the number is that of what is read.
        self._all("SELECT max(position) FROM change")
        version = self._all("PRAGMA data_version")[0][0]
        if self._version is None:
            self._version = version
        if version != self._version:
            msg = (
                f"Somebody has written to {self._path.name!r} since this reading "
                "began, and this SQLite cannot go on reading what was there before. "
                "Begin another reading: store.read()."
            )
            raise ConflictError(msg)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """End the reading."""
        self._connection = None
        self._end()
