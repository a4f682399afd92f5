"""Joined: a unit of work in the transaction of whoever has the connection."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from legalcase.errors import InvalidTypeError, StorageError
from legalcase.storage.sqlite.file import APPLICATION_ID, SCHEMA, foreign, too_new
from legalcase.storage.sqlite.lists import ROWS
from legalcase.storage.sqlite.refusals import told
from legalcase.storage.sqlite.work import SqliteWork

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from legalcase.storage.sqlite.talking import Talking

__all__ = ["JoinedConnection", "JoinedWork", "path_joined"]

_UNIT: Final = "legalcase_unit"

#: What a unit says to begin and to end, as it is said in the transaction of others.
_SAID: Final = {
    "BEGIN IMMEDIATE": (f"SAVEPOINT {_UNIT}",),
    "COMMIT": (f"RELEASE {_UNIT}",),
    "ROLLBACK": (f"ROLLBACK TO {_UNIT}", f"RELEASE {_UNIT}"),
}


class JoinedConnection:
    """A connection of others as a unit uses it, or, if it only reads, a reading.

    Its transaction is a savepoint in theirs.
    """

    def __init__(self, connection: sqlite3.Connection, *, is_reading: bool) -> None:
        self._theirs = connection
        self._is_reading = is_reading
        self._is_saved = False

    @property
    def in_transaction(self) -> bool:
        """Whether the unit has begun, and the transaction of others goes on."""
        has_begun = self._is_reading or self._is_saved
        return has_begun and self._theirs.in_transaction

    def execute(self, statement: str, values: Any = (), /) -> sqlite3.Cursor:
        """Say something, and answer with rows that are tuples."""
        if statement.startswith("BEGIN"):
            self._check()
        said = _SAID.get(statement)
        if said is None:
            return self._cursor().execute(statement, values)
        self._is_saved = statement.startswith("BEGIN")
        cursor = self._cursor()
        for each in said:
            cursor.execute(each)
        return cursor

    def executemany(self, statement: str, values: Iterable[Any], /) -> sqlite3.Cursor:
        """Say something as often as there are values."""
        return self._cursor().executemany(statement, values)

    def close(self) -> None:
        """Do nothing: it is not ours to close."""

    def _cursor(self) -> sqlite3.Cursor:
        cursor = self._theirs.cursor(sqlite3.Cursor)
        cursor.row_factory = None
        return cursor

    def _check(self) -> None:
        if not self._theirs.in_transaction:
            msg = (
                "No transaction is open on this connection. Begin one first: "
                "connection.execute('BEGIN IMMEDIATE')."
            )
            raise StorageError(msg)


class JoinedWork(SqliteWork):
    """A unit of work that ends, and leaves it to others whether it is kept."""

    def erase(
        self,
        stream: str,
        *,
        despite_hold: str | None = None,  # noqa: ARG002 - refused in any case
        by: str | None = None,  # noqa: ARG002 - as above
        at: datetime | None = None,  # noqa: ARG002 - as above
    ) -> None:
        """Refuse: a file can only be written anew in no transaction at all."""
        self._require_open()
        msg = (
            f"{stream!r} is not erased in a transaction of others: its bytes would "
            "stay in the file. Erase it by a store of its own: SqliteStore(path)."
        )
        raise StorageError(msg)


def path_joined(connection: Any) -> Path:
    """Return the path of the file of a connection that holds a store of today.

    Raises `InvalidTypeError` for what is no connection, `StorageError` for a file
    that is none of ours, or has to be converted first.
    """
    if not isinstance(connection, sqlite3.Connection):
        msg = (
            f"connection needs one of sqlite3, not {type(connection).__name__}. Pass "
            "sqlite3.connect(…); of Django, connection.connection."
        )
        raise InvalidTypeError(msg, field="connection", value=None)
    if connection.text_factory is not str:
        msg = (
            "The connection reads texts as something else (its text_factory), and "
            "lines would not come back. Pass one that reads them as str."
        )
        raise StorageError(msg)
    ours = JoinedConnection(connection, is_reading=True)
    return told(Path("of a connection"), lambda: _looked_at(ours))


def _looked_at(connection: Talking) -> Path:
    files = connection.execute("PRAGMA database_list").fetchall()
    path = Path(next((row[2] for row in files if row[1] == "main"), "") or "memory")
    found = [
        connection.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("application_id", "user_version")
    ]
    if found[0] != APPLICATION_ID:
        raise foreign(path)
    if found[1] > SCHEMA:
        raise too_new(path, found[1])
    rows = None
    if found[1] == SCHEMA:
        asked = "SELECT value FROM meta WHERE name = 'rows'"
        rows = connection.execute(asked).fetchone()
    if rows != (ROWS,):
        msg = (
            f"{path.name!r} was written by another version, and is not converted in "
            "a transaction of others. Open it once: SqliteStore(path).close()."
        )
        raise StorageError(msg)
    return path
