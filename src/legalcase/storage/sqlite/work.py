"""SqliteWork: one unit of work on a `SqliteStore`, one transaction of SQLite."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from functools import partial
from os import getpid
from typing import TYPE_CHECKING, Any, TypeVar

from legalcase.errors import StorageError
from legalcase.storage.rows import START, Last, Stored, broken, chain_fault, decoded
from legalcase.storage.sqlite.file import MADE
from legalcase.storage.sqlite.refusals import damaged, told
from legalcase.storage.unit import UNFINISHED
from legalcase.storage.verifying import Index
from legalcase.storage.work import Rows, Work

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from legalcase.kernel.recorded import Recorded
    from legalcase.model.core import Model
    from legalcase.storage.folds import Folds
    from legalcase.storage.turns import Turns

__all__ = ["SqliteWork", "check_process", "undo", "write"]

_T = TypeVar("_T")

#: The streams that have lines, one step of the index for each.
_STREAMS = """
    WITH RECURSIVE found(stream) AS (
        SELECT min(stream) FROM line
        UNION ALL
        SELECT (SELECT min(stream) FROM line WHERE stream > found.stream)
        FROM found WHERE found.stream IS NOT NULL
    ) SELECT stream FROM found WHERE stream IS NOT NULL
"""


def undo(connection: sqlite3.Connection, process: int) -> None:
    """Roll back what is open; the next to begin says so if that fails.

    A process that was forked leaves alone what is its parent's.
    """
    if getpid() != process:
        return
    try:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
    except sqlite3.Error:
        return


def check_process(path: Path, process: int) -> None:
    """Refuse what a process was given by its parent: SQLite would damage the file."""
    if getpid() != process:
        msg = (
            f"The store {path.name!r} was opened before this process was forked, and "
            "belongs to its parent. Open it anew: SqliteStore(path)."
        )
        raise StorageError(msg)


class SqliteWork(Work):
    """A unit of work on a `SqliteStore`."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        turns: Turns,
        path: Path,
        model: Model,
        folds: Folds,
    ) -> None:
        process = getpid()
        super().__init__(turns, partial(undo, connection, process), model, folds)
        self._process = process
        self._connection = connection
        self._path = path

    def begin(self) -> None:
        """Begin the transaction; raises `StorageError` if that cannot be now."""
        told(self._path, self._begin)

    def _begin(self) -> None:
        # What an earlier unit could not roll back.
        if self._connection.in_transaction:
            self._connection.execute("ROLLBACK")
        # Not deferred: a reader that begins to write is refused at once.
        self._connection.execute("BEGIN IMMEDIATE")

    def _do(self, act: Callable[[sqlite3.Connection], _T]) -> _T:
        """Do one step. Until it has succeeded, the unit of work counts as failed.

        SQLite takes back some statements and, after others, the whole transaction;
        nobody who goes on then knows what a commit would keep.
        """
        self._require_open()
        self.cause = UNFINISHED
        try:
            self._require_transaction()
            done = told(self._path, partial(act, self._connection))
        except StorageError as error:
            self.cause = str(error)
            raise
        self.cause = None
        return done

    def _require_turn(self) -> None:
        check_process(self._path, self._process)
        super()._require_turn()

    def _require_transaction(self) -> None:
        if not self._connection.in_transaction:
            msg = (
                f"The store {self._path.name!r} has ended the transaction by itself. "
                "Begin another unit of work."
            )
            raise StorageError(msg)

    def _all(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        return self._do(
            lambda connection: connection.execute(statement, values).fetchall()
        )

    def _last(self, stream: str) -> Last:
        head = self._head(stream)
        found = self._all(
            "SELECT number, digest FROM line WHERE stream = ? "
            "ORDER BY number DESC LIMIT 1",
            stream,
        )
        if (found[0] if found else (0, START)) != head:
            what = f"the log of {stream!r} ends elsewhere than it should"
            raise damaged(self._path, what)
        return head

    def _head(self, stream: str) -> Last:
        found = self._all("SELECT count, digest FROM head WHERE stream = ?", stream)
        return Last(*found[0]) if found else Last(0, START)

    def _place(self, event_id: str) -> tuple[str, int] | None:
        found = self._all(
            "SELECT stream, number FROM event_id WHERE event_id = ?", event_id
        )
        return (found[0][0], found[0][1]) if found else None

    def _write(self, batches: Sequence[Rows]) -> None:
        self._do(partial(write, batches))

    def _lines(self, stream: str) -> tuple[tuple[Recorded, ...], bytes]:
        rows, head = self._stored(stream)
        fault = chain_fault(stream, rows, head)
        if fault is not None:
            raise broken(fault)
        model = self._model
        return tuple([decoded(stream, row, model) for row in rows]), head.digest

    def _stored(self, stream: str) -> tuple[list[Stored], Last]:
        found = self._all(
            # The bytes, whatever they are: a text that is none would not be read.
            "SELECT number, CAST(body AS BLOB), digest FROM line WHERE stream = ? "
            "ORDER BY number",
            stream,
        )
        return [Stored(*row) for row in found], self._head(stream)

    def _streams(self) -> tuple[str, ...]:
        lines = [row[0] for row in self._all(_STREAMS)]
        heads = [row[0] for row in self._all("SELECT stream FROM head ORDER BY stream")]
        if lines != heads or lines != sorted(set(lines)):
            what = "its streams are not those that it should have"
            raise damaged(self._path, what)
        return tuple(lines)

    def _is_erased(self, stream: str) -> bool:
        return bool(self._all("SELECT 1 FROM erased WHERE stream = ?", stream))

    def _erase(self, stream: str) -> None:
        self._do(partial(_erase, stream))

    def _index(self) -> Index:
        index = Index()
        for table in ("line", "head"):
            rows = self._all(f"SELECT DISTINCT stream FROM {table}")  # noqa: S608 - one of two words
            index.streams.update(row[0] for row in rows)
        for row in self._all("SELECT stream, number, event_id FROM event_id"):
            index.add_id(*row)
        for row in self._all("SELECT stream, number, tag FROM tag"):
            index.add_tag(*row)
        return index

    def _damage(self) -> str | None:
        found = self._all("PRAGMA integrity_check(1)")
        if found != [("ok",)]:
            return str(damaged(self._path, "SQLite does not find it whole"))
        made = dict(self._all("SELECT name, coalesce(sql, '') FROM sqlite_schema"))
        for name, statement in MADE.items():
            if " ".join(made.get(name, "").split()) != statement:
                what = f"its {name!r} is not as it was made, or gone"
                return str(damaged(self._path, what))
        return None

    def commit(self) -> None:
        """Keep what was appended. Once this returns, it is on the disk.

        Where somebody was erased, the file is written anew, so that none of their
        bytes stays in it. `StorageError` says so if another program is in the way;
        the erasure holds, and `SqliteStore.scrub` does the rest.
        """
        self._do(lambda connection: connection.execute("COMMIT"))
        self._folds.keep(self._made)
        self._folds.drop(self._gone)
        try:
            if self._gone:
                self._scrub()
        finally:
            self.end()

    def rollback_and_scrub(self) -> None:
        """Write the file anew, without what was erased; nothing else is kept."""
        self._do(lambda connection: connection.execute("ROLLBACK"))
        try:
            self._scrub()
        finally:
            self.end()

    def _scrub(self) -> None:
        is_done = False
        with suppress(StorageError):
            is_done = told(self._path, partial(_written_anew, self._connection))
        if not is_done:
            msg = (
                f"What was erased from {self._path.name!r} is not found any more, but "
                "its bytes may still lie in the file: another program reads it. Call "
                "scrub() on the store when that is done."
            )
            raise StorageError(msg)


def _erase(stream: str, connection: sqlite3.Connection) -> None:
    """Delete a stream through the one door that there is."""
    connection.execute("INSERT INTO erased (stream) VALUES (?)", (stream,))
    for table in ("tag", "event_id", "head", "line"):
        statement = f"DELETE FROM {table} WHERE stream = ?"  # noqa: S608 - one of four words
        connection.execute(statement, (stream,))


def _written_anew(connection: sqlite3.Connection) -> bool:
    """Write a file without what was deleted, its log too; tell whether it was done."""
    connection.execute("VACUUM")
    busy = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    return not busy


def write(batches: Sequence[Rows], connection: sqlite3.Connection) -> None:
    """Write rows that were checked, and what is derived from them."""
    for stream, rows, last in batches:
        connection.executemany(
            "INSERT INTO line (stream, number, body, digest) VALUES (?, ?, ?, ?)",
            [(stream, row.line.number, row.text, row.digest) for row in rows],
        )
        connection.executemany(
            "INSERT INTO event_id (event_id, stream, number) VALUES (?, ?, ?)",
            [(row.line.event_id, stream, row.line.number) for row in rows],
        )
        connection.executemany(
            "INSERT INTO tag (tag, stream, number) VALUES (?, ?, ?)",
            [(tag, stream, row.line.number) for row in rows for tag in row.tags],
        )
        connection.execute(
            "INSERT INTO head (stream, count, digest) VALUES (?, ?, ?) ON CONFLICT "
            "(stream) DO UPDATE SET count = excluded.count, digest = excluded.digest",
            (stream, *last),
        )
