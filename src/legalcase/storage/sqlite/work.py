"""SqliteWork: one unit of work on a `SqliteStore`, one transaction of SQLite."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from functools import partial
from os import getpid
from typing import TYPE_CHECKING, Any, Final, TypeVar

from legalcase.errors import StorageError
from legalcase.storage.sql.writing import Many, SqlWork
from legalcase.storage.sqlite.asking import SqliteReading
from legalcase.storage.sqlite.refusals import told
from legalcase.storage.units.unit import UNFINISHED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from legalcase.model.core import Model
    from legalcase.storage.lines.folds import Folds
    from legalcase.storage.own import Registered
    from legalcase.storage.sealing import Sealer
    from legalcase.storage.sqlite.talking import Talking
    from legalcase.storage.units.turns import Turns
    from legalcase.storage.units.work import By

__all__ = ["SqliteWork", "check_process", "undo"]

_T = TypeVar("_T")

#: The index of words is told what to find by rows of `doc`, and of what to let go.
_WORDS: Final = (
    "INSERT INTO word (rowid, words) SELECT id, words FROM doc "
    "WHERE stream = ? AND number = ?"
)
_NO_WORDS: Final = (
    "INSERT INTO word (word, rowid, words) SELECT 'delete', id, words "
    "FROM doc WHERE stream = ?"
)


def undo(connection: Talking, process: int) -> None:
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


class SqliteWork(SqliteReading, SqlWork):
    """A unit of work on a `SqliteStore`."""

    def __init__(
        self,
        connection: Talking,
        turns: Turns,
        path: Path,
        model: Model,
        folds: Folds,
        sealer: Sealer | None,
        projections: tuple[Registered, ...] = (),
        by: By | None = None,
    ) -> None:
        process = getpid()
        let_go = partial(undo, connection, process)
        super().__init__(turns, let_go, model, folds, sealer, projections, by=by)
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

    def _do(self, act: Callable[[Talking], _T]) -> _T:
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

    def _many(self, done: Iterable[Many]) -> None:
        self._do(partial(write, done))

    def say_rows(self, version: str) -> None:
        """Say which version of lists the file has."""
        self._many([("UPDATE meta SET value = ? WHERE name = 'rows'", [(version,)])])

    def _words_written(
        self, stream: str, rows: Iterable[tuple[int, str]]
    ) -> list[Many]:
        return words_written(stream, rows)

    def _words_dropped(self, stream: str) -> list[Many]:
        return [
            (_NO_WORDS, [(stream,)]),
            ("DELETE FROM doc WHERE stream = ?", [(stream,)]),
        ]

    def _all_words_dropped(self) -> list[Many]:
        # Not told what to let go of: an index that is damaged may not have it.
        return [
            ("INSERT INTO word (word) VALUES ('delete-all')", [()]),
            ("DELETE FROM doc", [()]),
        ]

    def _keep_all(self) -> None:
        """Commit: once this returns, it is on the disk.

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

    def optimize(self) -> None:
        """Merge the index of words, commit that, and empty the log into the file."""
        self._many([("INSERT INTO word (word) VALUES (?)", [("optimize",)])])
        self._do(lambda connection: connection.execute("COMMIT"))
        try:
            # Whoever reads on is not disturbed: what they still need stays in the log.
            told(
                self._path,
                lambda: self._connection.execute("PRAGMA wal_checkpoint(PASSIVE)"),
            )
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


def _written_anew(connection: Talking) -> bool:
    """Write a file without what was deleted, its log too; tell whether it was done."""
    # The words of what was erased stand in the index until its parts are merged.
    connection.execute("INSERT INTO word (word) VALUES ('optimize')")
    connection.execute("VACUUM")
    busy = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    return not busy


def words_written(stream: str, rows: Iterable[tuple[int, str]]) -> list[Many]:
    """Return what writes the words of lines, by their numbers."""
    found = [(stream, number, words) for number, words in rows if words]
    if not found:
        return []
    places = [(stream, number) for _, number, _ in found]
    return [
        ("INSERT INTO doc (stream, number, words) VALUES (?, ?, ?)", found),
        (_WORDS, places),
    ]


def write(done: Iterable[Many], connection: Talking) -> None:
    """Do statements, each as often as it has values."""
    for statement, values in done:
        connection.executemany(statement, values)
