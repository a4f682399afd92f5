"""Session: what is said on one connection, and what comes back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

import psycopg
from psycopg import Cursor, Pipeline
from psycopg.pq import TransactionStatus
from psycopg.rows import tuple_row

from legalcase.errors import StorageError
from legalcase.storage.postgres.connections.refusals import told
from legalcase.storage.postgres.statements.spoken import spoken
from legalcase.storage.postgres.statements.together import together

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from psycopg import Connection

    from legalcase.storage.sql.writing import Many

__all__ = ["Session"]

T = TypeVar("T")
#: A statement as psycopg has it, and its values.
_Said = tuple[bytes, tuple[Any, ...] | None]


class Session:
    """One connection, and the schema of which it speaks.

    `is_unsure` says that something is under way: interrupted there, nobody knows what
    the connection is at, and it is closed.
    """

    __slots__ = ("connection", "is_unsure", "label", "schema")

    def __init__(self, connection: Connection[Any], schema: str, label: str) -> None:
        self.connection = connection
        self.schema = schema
        self.label = label
        self.is_unsure = False

    @property
    def status(self) -> TransactionStatus:
        """Return whether the connection is in a transaction."""
        return self.connection.info.transaction_status

    @property
    def is_lost(self) -> bool:
        """Return whether the connection is of no use any more."""
        return self.connection.closed or self.status == TransactionStatus.UNKNOWN

    def say(self, text: str) -> str | None:
        """Say something that has no values and no rows: ``BEGIN``, ``COMMIT``."""

        def act() -> str | None:
            return self._cursor().execute(text.encode(), prepare=False).statusmessage

        return self._done(act)

    def all(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        """Return the rows that a statement finds; marks are question marks."""

        def act() -> list[tuple[Any, ...]]:
            cursor = self._cursor().execute(
                spoken(statement, self.schema), values, prepare=False, binary=True
            )
            return cursor.fetchall() if cursor.description else []

        return self._done(act)

    def many(self, done: Iterable[Many], then: str | None = None) -> str | None:
        """Do statements, each as often as it has values; returns what the last said.

        `then` is said after them, if all were done.
        """
        said: list[_Said] = [
            (spoken(statement, self.schema), values)
            for statement, values in together(done)
        ]
        if then is not None:
            said.append((then.encode(), None))
        if not said:
            return None
        return self._done(
            partial(self._at_once if Pipeline.is_supported() else self._on, said)
        )

    def _on(self, said: Iterable[_Said]) -> str | None:
        cursor = self._cursor()
        self._say_all(cursor, said)
        return cursor.statusmessage

    def _say_all(self, cursor: Cursor[Any], said: Iterable[_Said]) -> None:
        for statement, row in said:
            cursor.execute(statement, row, prepare=False)

    def _at_once(self, said: Iterable[_Said]) -> str | None:
        """Say everything without waiting for the answers in between."""
        failure: psycopg.Error | None = None
        cursor = self._cursor()
        try:
            with self.connection.pipeline():
                # Not out of the block: it would be logged that others failed for it.
                try:
                    self._say_all(cursor, said)
                except psycopg.Error as error:
                    failure = error
        except psycopg.Error as error:
            failure = failure or error
        if failure is not None:
            raise failure
        return cursor.statusmessage

    def _cursor(self) -> Cursor[tuple[Any, ...]]:
        # Not by the connection, which may make another kind for whoever it is of.
        return Cursor(self.connection, row_factory=tuple_row)

    def _done(self, act: Callable[[], T]) -> T:
        self.is_unsure = True
        try:
            done = told(self.label, act)
        except StorageError:
            # It was answered; whether anything more can be said, its status tells.
            self.is_unsure = False
            raise
        self.is_unsure = False
        return done
