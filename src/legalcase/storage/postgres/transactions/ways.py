"""Ways: in which transactions a unit of work reads, writes and is kept."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, Protocol

from psycopg.pq import TransactionStatus

from legalcase.errors import StorageError
from legalcase.storage.postgres.connections.refusals import is_race
from legalcase.storage.postgres.transactions.keeping import check_heads

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from legalcase.storage.postgres.connections.leases import Leases
    from legalcase.storage.postgres.connections.session import Session
    from legalcase.storage.postgres.transactions.beginning import Beginnings
    from legalcase.storage.sql.writing import Many

__all__ = ["Joined", "Own", "Way", "walled"]


def walled(what: str) -> StorageError:
    """Return the error for what needs to see more than a person may."""
    msg = (
        f"To {what}, a store has to be seen whole, and this one shows what one person "
        "may see. Open it without person=, as a role that passes by its walls."
    )
    return StorageError(msg)


class Way(Protocol):
    """The transactions of one unit of work.

    `is_replayed` says that what was written before is not in the transaction in which
    it is kept, and has to be written there.
    """

    label: str
    schema: str
    is_replayed: bool
    is_walled: bool

    @property
    def session(self) -> Session:
        """Return the connection; raises `StorageError` where it is gone."""
        ...

    def begin(self) -> None:
        """Begin to read."""
        ...

    def alone(self) -> None:
        """Begin anew, and let nobody else commit until this is over."""
        ...

    def before_writing(self) -> None:
        """Prepare for writing what may be taken back."""
        ...

    def before_keeping(self) -> None:
        """Begin the transaction in which everything is written and kept."""
        ...

    def commit(self, done: Sequence[Many] = ()) -> None:
        """Keep what was written, and what is `done` before that, if all of it is."""
        ...

    def look_again(self, bases: Mapping[str, int]) -> None:
        """See, after an error, whether streams end elsewhere; raises that."""
        ...

    def require_all(self, what: str) -> None:
        """Refuse what needs to see the whole store where a wall stands before it."""
        ...

    def undo(self) -> None:
        """Take back what was not kept, and let go of the connection; raises nothing."""
        ...

    def settle(self) -> None:
        """Let others have what was let go of."""
        ...


class Own:
    """A unit of work in transactions of its own, on a connection from the pool.

    It reads in one, whose state does not change; it is kept in another, which is
    short, sees what is there then, and has the locks. In a serializable store both
    are one.
    """

    def __init__(
        self,
        leases: Leases,
        begin: Beginnings,
        *,
        schema: str,
        label: str,
        is_walled: bool,
        is_replayed: bool,
    ) -> None:
        self._leases = leases
        self._begin = begin
        self._session: Session | None = None
        self.schema = schema
        self.label = label
        self.is_walled = is_walled
        self.is_replayed = is_replayed

    @property
    def session(self) -> Session:
        """Return the connection."""
        if self._session is None:
            msg = "This unit of work is over. Begin another on the store."
            raise StorageError(msg)
        return self._session

    def begin(self) -> None:
        """Begin to read."""
        self._session = self._leases.begun(self._begin.working)

    def alone(self) -> None:
        """Begin anew with the lock of the counter, and the state that it protects."""
        session, until = self.session, None
        self.is_replayed = False
        while True:
            session.say(f"ROLLBACK; {self._begin.alone}")
            try:
                session.all("SELECT position FROM counter WHERE shard = 0 FOR UPDATE")
            except StorageError as error:
                # Somebody has committed while this waited, and is not seen here.
                until = until or monotonic() + 60
                if not is_race(error) or monotonic() > until:
                    raise
            else:
                return

    def before_writing(self) -> None:
        """Do nothing: what is not kept is rolled back."""

    def before_keeping(self) -> None:
        """Begin the short transaction, which sees what is there now."""
        if self.is_replayed:
            self.session.say(f"ROLLBACK; {self._begin.keeping}")

    def commit(self, done: Sequence[Many] = ()) -> None:
        """Keep what was written; says so if it is not known whether that was done."""
        session = self.session
        try:
            said = session.many(done, "COMMIT") if done else session.say("COMMIT")
        except StorageError as error:
            if not session.is_lost:
                raise
            why = str(error)
        else:
            if said == "COMMIT":
                return
            msg = f"The store {self.label} has not kept it. Begin another unit of work."
            raise StorageError(msg)
        msg = (
            "The connection was lost while this unit of work was being committed, and "
            "it is not known whether it was kept: all of it was, or nothing. Look for "
            f"it before you do it again. {why}"
        )
        raise StorageError(msg)

    def look_again(self, bases: Mapping[str, int]) -> None:
        """See whether streams end elsewhere by now; raises that."""
        session = self.session
        if session.is_lost:
            return
        session.say(f"ROLLBACK; {self._begin.reading}")
        check_heads(session, bases)

    def require_all(self, what: str) -> None:
        """Refuse what needs to see the whole store where a wall stands before it."""
        if self.is_walled:
            raise walled(what)

    def undo(self) -> None:
        """Give the connection back; nothing of it is kept."""
        session, self._session = self._session, None
        if session is not None:
            self._leases.give(session)

    def settle(self) -> None:
        """Let the pool have the connection."""
        self._leases.settle()


_SAVEPOINT = "legalcase_unit"


class Joined:
    """A unit of work in the transaction of whoever has the connection.

    It never commits it and never rolls it back. What was written and not kept is
    taken back by a savepoint, which only who reads what he has written needs.
    """

    is_replayed = False

    def __init__(self, session: Session, *, is_walled: bool) -> None:
        self.is_walled = is_walled
        self._session = session
        self._is_saved = False
        self.schema = session.schema
        self.label = session.label

    @property
    def session(self) -> Session:
        """Return the connection, in the transaction that was begun on it."""
        return self._session

    def begin(self) -> None:
        """See that there is a transaction, or that one begins by itself."""
        check_joined(self._session)

    def alone(self) -> None:
        """Refuse: what lets nobody else commit is not begun by the way."""
        msg = (
            "A store that joins a transaction of others is not rebuilt in it. Open it "
            "by its conninfo for that."
        )
        raise StorageError(msg)

    def before_writing(self) -> None:
        """Remember where the unit began to write."""
        if not self._is_saved:
            self._session.say(f"SAVEPOINT {_SAVEPOINT}")
            self._is_saved = True

    def before_keeping(self) -> None:
        """Do nothing: it is written where it was read."""

    def commit(self, done: Sequence[Many] = ()) -> None:
        """End the unit; whether it is kept, the caller's transaction decides."""
        self._session.many(done)
        if self._is_saved:
            self._session.say(f"RELEASE SAVEPOINT {_SAVEPOINT}")
            self._is_saved = False

    def look_again(self, bases: Mapping[str, int]) -> None:
        """Do nothing: the transaction has failed, and is not ours to end."""

    def require_all(self, what: str) -> None:
        """Refuse what needs to see the whole store where a wall stands before it."""
        if self.is_walled:
            raise walled(what)

    def undo(self) -> None:
        """Take back what was written and not kept."""
        if not self._is_saved:
            return
        self._is_saved = False
        try:
            self._session.say(f"ROLLBACK TO SAVEPOINT {_SAVEPOINT}")
            self._session.say(f"RELEASE SAVEPOINT {_SAVEPOINT}")
        except StorageError:
            return

    def settle(self) -> None:
        """Do nothing: the connection stays where it is."""


def check_joined(session: Session) -> None:
    """Refuse a connection on which no transaction is open, or a failed one."""
    status = session.status
    if session.is_lost:
        msg = "The connection is closed. Open the store with another."
        raise StorageError(msg)
    if status == TransactionStatus.INERROR:
        msg = (
            "Something has failed in the transaction of this connection. Roll it "
            "back, and begin another."
        )
        raise StorageError(msg)
    if status == TransactionStatus.IDLE and session.connection.autocommit:
        msg = (
            "No transaction is open on this connection, and each step would be "
            "committed alone. Begin one first: `with connection.transaction():`."
        )
        raise StorageError(msg)
