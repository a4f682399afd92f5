"""SqliteWork: one unit of work on a `SqliteStore`, one transaction of SQLite."""

from __future__ import annotations

import sqlite3
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from legalcase.codec import from_json
from legalcase.errors import DecodeError, StorageError
from legalcase.model.case import Case
from legalcase.model.recorded import Recorded
from legalcase.storage.appending import (
    case_of,
    exists,
    known_id,
    not_found,
    stale,
    twice,
)
from legalcase.storage.folds import Folds, Made, follows, read_back
from legalcase.storage.sqlite.refusals import told
from legalcase.storage.unit import UNFINISHED, Unit

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from legalcase.storage.turns import Turns

__all__ = ["SqliteWork"]

_T = TypeVar("_T")
_Row = tuple[str, int, str, str, str]


def undo(connection: sqlite3.Connection) -> None:
    """Roll back what is open; the next to begin says so if that fails."""
    try:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
    except sqlite3.Error:
        return


class SqliteWork(Unit):
    """A unit of work on a `SqliteStore`."""

    def __init__(
        self, connection: sqlite3.Connection, turns: Turns, path: Path, folds: Folds
    ) -> None:
        super().__init__(turns, partial(undo, connection))
        self._connection = connection
        self._path = path
        self._folds = folds
        self._made: dict[str, Made] = {}

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

    def _require_transaction(self) -> None:
        if not self._connection.in_transaction:
            msg = (
                f"The store {self._path.name!r} has ended the transaction by itself. "
                "Begin another unit of work."
            )
            raise StorageError(msg)

    def _last(self, case_id: str) -> tuple[int, str]:
        """Return the number of the last line of a case, and that line; (0, "")."""
        found: tuple[int, str] | None = self._do(
            lambda connection: connection.execute(
                "SELECT sequence, body FROM event WHERE case_id = ? "
                "ORDER BY sequence DESC LIMIT 1",
                (case_id,),
            ).fetchone()
        )
        return found or (0, "")

    def add(self, events: Sequence[Recorded]) -> int:
        """Append the first events of a new case, and return its version."""
        self._require_open()
        case_id = case_of(events, 0)
        version, _ = self._last(case_id)
        if version:
            raise exists(case_id)
        return self._append(case_id, None, events)

    def save(self, events: Sequence[Recorded], *, expected: int) -> int:
        """Append further events of a case, and return its new version."""
        self._require_open()
        case_id = case_of(events, expected)
        version, last = self._last(case_id)
        if not version:
            raise not_found(case_id)
        if version != expected:
            raise stale(case_id, expected, version)
        before = self._made.get(case_id) or self._folds.find(case_id, last)
        if before is None:
            before = follows(None, self.events(case_id), last)
        return self._append(case_id, before, events)

    def _append(
        self, case_id: str, before: Made | None, events: Sequence[Recorded]
    ) -> int:
        pairs = read_back(events)
        made = follows(before, (line for _, line in pairs), pairs[-1][0])
        rows = [
            (case_id, line.sequence, line.event_id, line.kind, text)
            for text, line in pairs
        ]
        for row in rows:
            if self._is_taken(row[2]):
                raise twice(row[2])
        self._do(partial(_insert, rows))
        self._made[case_id] = made
        return events[-1].sequence

    def _is_taken(self, event_id: str) -> bool:
        found = self._do(
            lambda connection: connection.execute(
                "SELECT 1 FROM event WHERE event_id = ?", (event_id,)
            ).fetchone()
        )
        return found is not None

    def get(self, case_id: str) -> Case:
        """Return a case as it is."""
        lines, last = self._read(case_id)
        case = Case.from_events(lines)
        if case_id not in self._made:
            self._folds.keep({case_id: Made(last, case)})
        return case

    def events(self, case_id: str) -> tuple[Recorded, ...]:
        """Return the whole log of a case."""
        return self._read(case_id)[0]

    def _read(self, case_id: str) -> tuple[tuple[Recorded, ...], str]:
        self._require_open()
        name = known_id(case_id)
        rows = self._do(
            lambda connection: connection.execute(
                "SELECT sequence, body FROM event WHERE case_id = ? ORDER BY sequence",
                (name,),
            ).fetchall()
        )
        if not rows:
            raise not_found(name)
        lines = tuple(_read(name, sequence, body) for sequence, body in rows)
        return lines, rows[-1][1]

    def ids(self) -> tuple[str, ...]:
        """Return the ids of all cases, sorted."""
        rows = self._do(
            lambda connection: connection.execute(
                "SELECT case_id FROM event WHERE sequence = 1 ORDER BY case_id"
            ).fetchall()
        )
        return tuple(row[0] for row in rows)

    def commit(self) -> None:
        """Keep what was appended. Once this returns, it is on the disk."""
        self._do(lambda connection: connection.execute("COMMIT"))
        self._folds.keep(self._made)
        self.end()


def _insert(rows: Sequence[_Row], connection: sqlite3.Connection) -> None:
    connection.executemany(
        "INSERT INTO event (case_id, sequence, event_id, kind, body) "
        "VALUES (?, ?, ?, ?, ?)",
        rows,
    )


def _read(case_id: str, sequence: int, body: str) -> Recorded:
    value = from_json(body)
    if not isinstance(value, Recorded) or (value.case_id, value.sequence) != (
        case_id,
        sequence,
    ):
        msg = (
            f"Line {sequence} of the log of case {case_id!r} is not what it was "
            "stored as. Restore the file from a backup."
        )
        problems = (("$.data", "does not belong to its row"),)
        raise DecodeError(msg, problems=problems)
    return value
