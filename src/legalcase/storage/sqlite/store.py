"""SqliteStore: keeps cases in one file of SQLite."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from os import getpid
from time import sleep
from typing import TYPE_CHECKING, Final

from legalcase.errors import (
    ConflictingInputError,
    StorageError,
)
from legalcase.storage.lines.folds import Folds
from legalcase.storage.own import registered
from legalcase.storage.sqlite.conversion import convert, listed_anew, name_store
from legalcase.storage.sqlite.file import (
    APPLICATION_ID,
    SCHEMA,
    SCRIPT,
    check_header,
    foreign,
    too_new,
)
from legalcase.storage.sqlite.joined import (
    JoinedConnection,
    JoinedWork,
    path_joined,
)
from legalcase.storage.sqlite.path import path_of
from legalcase.storage.sqlite.reader import SqliteReader
from legalcase.storage.sqlite.refusals import damaged, told
from legalcase.storage.sqlite.upkeep import Upkeep
from legalcase.storage.sqlite.work import SqliteWork, check_process, undo
from legalcase.storage.units.given import check_sealer, model_given
from legalcase.storage.units.turns import Turns
from legalcase.storage.units.work import By

if TYPE_CHECKING:
    from collections.abc import Sequence
    from os import PathLike
    from pathlib import Path

    from legalcase.model.core import Model
    from legalcase.ports.projections import Projection
    from legalcase.storage.sealing import Sealer
    from legalcase.storage.sqlite.talking import Talking

__all__ = ["SqliteStore"]

_OLDEST: Final = (3, 37)  # the first with STRICT tables

_TABLES: Final = ("line", "head", "event_id", "tag", "erased", "change", "meta")

#: Before this one, SQLite can damage a file that two programs write with a
#: write-ahead log (sqlite.org/wal.html, "The WAL-Reset Bug").
SAFE_WAL: Final = (3, 51, 3)
_PAUSE: Final = 0.01

_READING: Final = (
    "PRAGMA query_only=ON",
    "PRAGMA trusted_schema=OFF",
    "PRAGMA cell_size_check=ON",
)

SETTINGS: Final = (
    # FULL and, for a rollback journal, the folder's entry as well.
    "PRAGMA synchronous=EXTRA",
    "PRAGMA foreign_keys=ON",
    "PRAGMA trusted_schema=OFF",
    "PRAGMA recursive_triggers=ON",
    "PRAGMA cell_size_check=ON",
    # Of what is erased, no byte stays.
    "PRAGMA secure_delete=ON",
    # A long unit of work would take the lock of the readers before its commit.
    "PRAGMA cache_spill=OFF",
)

#: How many connections are kept for reading when nobody reads.
_IDLE: Final = 8

_CAN: Final = frozenset({"durable", "erase", "snapshots", "text", "verify"})


class SqliteStore(Upkeep):
    """A store in one file; safe between threads and between processes.

    `path` is created if it does not exist. A database that another program, or a
    newer version of this one, has written is refused with `StorageError` and left
    as it is; one of version 0.1 or 0.2 is converted as it is opened, in one step, or
    refused in the same way. `model` says which rooms cases have; the core, if it is
    left out; `sealer` which streams are kept encrypted; `projections` are lists of your
    own (see `legalcase.ports.Projection`), brought where the logs are as it is opened.
    `patience` is how many seconds a unit of work waits for others.

    What `commit` has confirmed outlives the end of the program, and of the machine's
    power as far as the disk keeps its word. Do not put the file on a network drive.

    Instead of `path`, `connection` joins the transaction of whoever has it, who has
    begun it (``BEGIN IMMEDIATE``): the store reads and writes in it, and never commits
    it nor rolls it back. A unit of work that is not committed takes back what it wrote
    and no more.

    A new file gets a write-ahead log where SQLite is 3.51.3 or later; older versions
    can damage that when two programs write, and keep to a rollback journal.
    """

    def __init__(
        self,
        path: str | PathLike[str] | None = None,
        *,
        connection: sqlite3.Connection | None = None,
        model: Model | None = None,
        sealer: Sealer | None = None,
        projections: Sequence[Projection] = (),
        patience: float = 5.0,
    ) -> None:
        check_sealer(sealer)
        self._sealer = sealer
        self._projections = registered(projections)
        self._model = model_given(model)
        self._turns = Turns(patience)
        self._patience = self._turns.patience
        self._folds = Folds()
        self._process = getpid()
        if sqlite3.sqlite_version_info < _OLDEST:  # pragma: no cover - old systems
            msg = (
                f"SQLite {sqlite3.sqlite_version} is too old. Use a Python that "
                "brings SQLite 3.37 or later."
            )
            raise StorageError(msg)
        self._idle: list[Talking] = []
        self._is_logged = False
        self._connection: Talking | None
        self._joined = connection
        if connection is not None:
            self._join(path, connection)
            return
        self._path = path_of(path)
        check_header(self._path)
        self._connection = self._open()
        self.capabilities = _CAN | ({"concurrent"} if self._is_logged else set())
        try:
            listed_anew(self)
            self._caught_up()
        except BaseException:
            self.close()
            raise

    def _join(self, path: object, connection: sqlite3.Connection) -> None:
        if path is not None:
            msg = (
                "path= and connection= exclude each other: the connection says which "
                "file it is. Leave path= out."
            )
            raise ConflictingInputError(msg, field="path", value=None)
        self._path = path_joined(connection)
        self._connection = JoinedConnection(connection, is_reading=False)
        self.capabilities = _CAN - {"erase"}

    def __repr__(self) -> str:
        """Return the file's name."""
        return f"<SqliteStore {self._path.name!r}>"

    def _open(self) -> sqlite3.Connection:
        waited = 0.0
        while True:
            connection = told(self._path, self._connect)
            if connection is not None:
                return connection
            if waited >= self._patience:
                raise self._busy()
            sleep(_PAUSE)
            waited += _PAUSE

    def _connect(self) -> sqlite3.Connection | None:
        connection = sqlite3.connect(
            self._path,
            timeout=self._patience,
            isolation_level=None,
            check_same_thread=False,
        )
        try:
            for setting in SETTINGS:
                connection.execute(setting)
            is_new = prepare(connection, self._path, self._model)
            if _has_its_journal(connection, is_new=is_new):
                mode = connection.execute("PRAGMA journal_mode").fetchone()[0]
                self._is_logged = mode == "wal"
                return connection
        except BaseException:
            connection.close()
            raise
        # Two that wait for the file alone, each with the file open, wait for ever.
        connection.close()
        return None

    def _busy(self) -> StorageError:
        msg = (
            f"The store {self._path.name!r} is open in another program, whose SQLite "
            "writes it in a way that is not safe with this one. Try again when that "
            "is done, or use SQLite 3.51.3 or later."
        )
        return StorageError(msg)

    def _require_open(self) -> Talking:
        if self._connection is None:
            msg = "The store is closed. Open it again with SqliteStore(path)."
            raise StorageError(msg)
        check_process(self._path, self._process)
        return self._connection

    def _work(self, connection: Talking, by: By | None = None) -> SqliteWork:
        kind = SqliteWork if self._joined is None else JoinedWork
        return kind(
            connection,
            self._turns,
            self._path,
            self._model,
            self._folds,
            self._sealer,
            self._projections,
            by,
        )

    def read(self) -> SqliteReader:
        """Begin to read the file as it is now."""
        reader = self._reader()
        reader.begin()
        return reader

    def _reader(self) -> SqliteReader:
        """Return a reading that begins with its first question."""
        self._require_open()
        return SqliteReader(
            self._reading(),
            self._path,
            self._model,
            self._folds,
            self._sealer,
            self._projections,
            is_logged=self._is_logged or self._joined is not None,
            require=self._require_open,
            give_back=self._given_back,
        )

    def _beside(self, path: Path) -> SqliteStore:
        return SqliteStore(path, model=self._model, sealer=self._sealer)

    def _reading(self) -> Talking:
        if self._joined is not None:
            return JoinedConnection(self._joined, is_reading=True)
        with suppress(IndexError):
            return self._idle.pop()
        return told(self._path, self._connected)

    def _connected(self) -> sqlite3.Connection:
        connection = sqlite3.connect(
            self._path,
            timeout=self._patience,
            isolation_level=None,
            check_same_thread=False,
        )
        try:
            for setting in _READING:
                connection.execute(setting)
        except BaseException:
            connection.close()
            raise
        return connection

    def _given_back(self, connection: Talking) -> None:
        if getpid() != self._process or self._joined is not None:
            return
        undo(connection, self._process)
        is_usable = self._connection is not None and not connection.in_transaction
        if is_usable and len(self._idle) < _IDLE:
            self._idle.append(connection)
        else:
            told(self._path, connection.close)

    def begin(self, *, by: str | None = None, reason: str | None = None) -> SqliteWork:
        """Begin a unit of work, when those of other threads and processes are over."""
        connection = self._require_open()
        work = self._work(connection, By(by, reason))
        try:
            self._turns.take(work.turn)
            self._require_open()  # another thread may have closed it by now
            work.begin()
        except BaseException:
            work.end()
            raise
        return work

    def close(self) -> None:
        """Close the file, and roll back what this thread has not committed.

        Closing again does nothing.
        """
        connection = self._connection
        if connection is None or getpid() != self._process:
            return
        self._turns.break_off()
        with self._work(connection) as work:
            self._turns.take(work.turn)
            self._connection = None
            while self._idle:
                told(self._path, self._idle.pop().close)
            told(self._path, connection.close)


def prepare(connection: sqlite3.Connection, path: Path, model: Model) -> bool:
    """Make the tables in an empty file, or see that they are ours; tell which it was.

    Those of the first version are converted. Raises `StorageError` for the tables of
    others and for what cannot be converted, `SchemaTooNewError` for newer ones.
    """
    is_new = False
    if _pragma(connection, "application_id") != APPLICATION_ID:
        connection.execute("BEGIN IMMEDIATE")
        # Somebody may have been faster, with our tables or with others.
        if _pragma(connection, "application_id") != APPLICATION_ID:
            if _pragma(connection, "schema_version"):
                raise foreign(path)
            for statement in SCRIPT:
                connection.execute(statement)
            name_store(connection, is_listed=True)
            is_new = True
        connection.execute("COMMIT")
    found = _pragma(connection, "user_version")
    if found > SCHEMA:
        raise too_new(path, found)
    if found < SCHEMA:
        _convert(connection, path, model)
    there = {row[0] for row in connection.execute("SELECT name FROM sqlite_schema")}
    if not there.issuperset(_TABLES):
        what = "it has not the tables that it should have"
        raise damaged(path, what)
    return is_new


def _convert(connection: sqlite3.Connection, path: Path, model: Model) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Somebody may have been faster.
        convert(connection, path, model, _pragma(connection, "user_version"))
        connection.execute("COMMIT")
    except BaseException:
        undo(connection, getpid())
        raise


def _has_its_journal(connection: sqlite3.Connection, *, is_new: bool) -> bool:
    """Choose how the file is kept whole; ``False`` if that needs the file alone.

    A file that exists stays as it is, unless it has a log that is not safe here.
    """
    is_safe = sqlite3.sqlite_version_info >= SAFE_WAL
    mode = connection.execute("PRAGMA journal_mode").fetchone()[0]
    wanted = "wal" if is_new and is_safe else mode
    if mode == "wal" and not is_safe:
        wanted = "delete"
    if wanted == mode:
        return True
    try:
        connection.execute(f"PRAGMA journal_mode={wanted}")
    except sqlite3.OperationalError as error:
        # SQLite does not wait here, however patient the connection is.
        if error.sqlite_errorname.startswith("SQLITE_BUSY"):
            return False
        raise
    return True


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    value: int = connection.execute(f"PRAGMA {name}").fetchone()[0]
    return value
