"""Leases: connections from a pool, each for one transaction, and back again."""

from __future__ import annotations

from collections import deque
from contextlib import suppress
from os import getpid
from typing import TYPE_CHECKING, Any, Final

import psycopg
from psycopg.pq import TransactionStatus
from psycopg_pool import ConnectionPool

from legalcase.errors import StorageError
from legalcase.storage.postgres.connections.refusals import told
from legalcase.storage.postgres.connections.session import Session

if TYPE_CHECKING:
    from psycopg import Connection

__all__ = ["Leases", "connected"]

#: Nothing of a session's own is leaned on: it is another's after each transaction,
#: where a pooler stands before the server.
_HOW: Final[dict[str, Any]] = {
    "autocommit": True,
    "prepare_threshold": None,
    "client_encoding": "UTF8",
}

#: How long a connection is kept that nobody needs, in seconds.
_IDLE: Final = 60.0


def connected(conninfo: str, label: str) -> Connection[Any]:
    """Return a connection of its own; raises `StorageError`."""
    return told(label, lambda: psycopg.connect(conninfo, **_HOW))


#: How long a thread of the pool has for its end, in seconds.
_ENDING: Final = 2.0


class Leases:
    """The connections of one store.

    They are given back by whoever had them, also where that is gone: then in the
    middle of anything, so that giving back takes no lock. The pool gets it the next
    time that anybody asks.
    """

    def __init__(
        self, conninfo: str, schema: str, label: str, *, size: int, patience: float
    ) -> None:
        self._schema = schema
        self._label = label
        self._size = size
        self._patience = patience
        self._process = getpid()
        self._back: deque[Connection[Any]] = deque()
        self._pool = told(
            label,
            lambda: ConnectionPool(
                conninfo,
                kwargs=_HOW,
                min_size=0,
                max_size=size,
                max_idle=_IDLE,
                num_workers=1,
                open=True,
            ),
        )

    def begun(self, statement: str) -> Session:
        """Return a connection on which a transaction was begun.

        One that was lost while nobody used it is let go of, and another taken.
        """
        left = self._size
        while True:
            self.settle()
            left -= 1
            session = Session(self._taken(), self._schema, self._label)
            try:
                session.say(statement)
            except StorageError:
                is_lost = session.is_lost
                self.give(session)
                if not is_lost or left < 0:
                    raise
            except BaseException:
                self.give(session)
                raise
            else:
                return session

    def _taken(self) -> Connection[Any]:
        # Of no patience at all one connection can still be made.
        patience = max(self._patience, 1.0)
        return told(self._label, lambda: self._pool.getconn(timeout=patience))

    def give(self, session: Session) -> None:
        """Take back a connection, whatever it is at; raises nothing.

        What is open on it is rolled back; where that is not sure, it is closed. A
        process that was forked leaves alone what is its parent's.
        """
        if getpid() != self._process:
            return
        connection = session.connection
        with suppress(psycopg.Error, StorageError):
            if session.is_unsure or session.is_lost:
                connection.close()
            elif session.status != TransactionStatus.IDLE:
                session.is_unsure = True
                session.say("ROLLBACK")
        if session.is_unsure or connection.closed:
            with suppress(psycopg.Error):
                connection.close()
        self._back.append(connection)

    def give_and_settle(self, session: Session) -> None:
        """Take back a connection, and let the pool have it."""
        self.give(session)
        self.settle()

    def settle(self) -> None:
        """Let the pool have what was given back."""
        with suppress(IndexError):
            while True:
                connection = self._back.popleft()
                told(self._label, lambda c=connection: self._pool.putconn(c))  # type: ignore[misc]  # its own

    def close(self) -> None:
        """Close all connections that nobody uses, and the others as they come back."""
        self.settle()
        told(self._label, lambda: self._pool.close(timeout=_ENDING))
