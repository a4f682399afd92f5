"""SqliteWork: one unit of work on a `SqliteStore`, one transaction of SQLite."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from legalcase.codec import from_json, to_json
from legalcase.errors import DecodeError, StorageError
from legalcase.model.case import Case
from legalcase.model.recorded import Recorded
from legalcase.storage.batches import case_of, exists, not_found, stale
from legalcase.storage.sqlite.refusals import refusals

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence
    from pathlib import Path
    from types import TracebackType

    from legalcase.storage.turns import Turns

__all__ = ["SqliteWork"]


class SqliteWork:
    """A unit of work on a `SqliteStore`."""

    def __init__(
        self, connection: sqlite3.Connection, turns: Turns, path: Path
    ) -> None:
        self._connection: sqlite3.Connection | None = connection
        self._turns = turns
        self._path = path

    def _open(self) -> sqlite3.Connection:
        if self._connection is None:
            msg = "This unit of work is over. Begin another on the store."
            raise StorageError(msg)
        return self._connection

    def _version(self, case_id: str) -> int:
        with refusals(self._path):
            row = self._open().execute(
                "SELECT coalesce(max(sequence), 0) FROM event WHERE case_id = ?",
                (case_id,),
            )
            version: int = row.fetchone()[0]
        return version

    def add(self, events: Sequence[Recorded]) -> int:
        """Append the first events of a new case, and return its version."""
        case_id = case_of(events, 0)
        if self._version(case_id):
            raise exists(case_id)
        return self._append(events)

    def save(self, events: Sequence[Recorded], *, expected: int) -> int:
        """Append further events of a case, and return its new version."""
        case_id = case_of(events, expected)
        version = self._version(case_id)
        if not version:
            raise not_found(case_id)
        if version != expected:
            raise stale(case_id, expected, version)
        return self._append(events)

    def _append(self, events: Sequence[Recorded]) -> int:
        rows = [
            (
                recorded.case_id,
                recorded.sequence,
                recorded.event_id,
                recorded.kind,
                to_json(recorded),
            )
            for recorded in events
        ]
        connection = self._open()
        with refusals(self._path):
            # A savepoint: an error in the middle must leave nothing half-written,
            # even where the caller catches it and commits.
            connection.execute("SAVEPOINT batch")
            try:
                connection.executemany(
                    "INSERT INTO event (case_id, sequence, event_id, kind, body) "
                    "VALUES (?, ?, ?, ?, ?)",
                    rows,
                )
            except BaseException:
                connection.execute("ROLLBACK TO batch")
                connection.execute("RELEASE batch")
                raise
            connection.execute("RELEASE batch")
        return events[-1].sequence

    def get(self, case_id: str) -> Case:
        """Return a case as it is."""
        return Case.from_events(self.events(case_id))

    def events(self, case_id: str) -> tuple[Recorded, ...]:
        """Return the whole log of a case."""
        with refusals(self._path):
            rows = (
                self._open()
                .execute(
                    "SELECT sequence, body FROM event WHERE case_id = ? "
                    "ORDER BY sequence",
                    (case_id,),
                )
                .fetchall()
            )
        if not rows:
            raise not_found(case_id)
        return tuple(_read(case_id, sequence, body) for sequence, body in rows)

    def ids(self) -> tuple[str, ...]:
        """Return the ids of all cases, sorted."""
        with refusals(self._path):
            rows = (
                self._open()
                .execute(
                    "SELECT case_id FROM event WHERE sequence = 1 ORDER BY case_id"
                )
                .fetchall()
            )
        return tuple(row[0] for row in rows)

    def commit(self) -> None:
        """Keep what was appended. Once this returns, it is on the disk."""
        with refusals(self._path):
            self._open().execute("COMMIT")
        self._end()

    def rollback(self) -> None:
        """Forget what was appended."""
        self._open()
        self._end()

    def _end(self) -> None:
        connection, self._connection = self._connection, None
        if connection is None:
            return
        try:
            if connection.in_transaction:
                with refusals(self._path):
                    connection.execute("ROLLBACK")
        finally:
            self._turns.give()

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
