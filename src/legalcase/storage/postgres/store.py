"""PostgresStore: keeps cases in a schema of PostgreSQL."""

from __future__ import annotations

import threading
import weakref
from os import getpid
from typing import TYPE_CHECKING, Any, Final

from legalcase.errors import StorageError
from legalcase.storage.lines.folds import Folds
from legalcase.storage.own import registered
from legalcase.storage.postgres.connections.address import (
    check_person,
    check_schema,
    check_size,
)
from legalcase.storage.postgres.connections.leases import Leases
from legalcase.storage.postgres.connections.session import Session
from legalcase.storage.postgres.reader import PostgresReader
from legalcase.storage.postgres.schema.opened import joined, opened
from legalcase.storage.postgres.schema.scrubbing import scrub
from legalcase.storage.postgres.schema.walls import admit, is_walled_in, protect
from legalcase.storage.postgres.statements.tables import ROWS
from legalcase.storage.postgres.transactions.beginning import (
    beginnings,
    check_isolation,
)
from legalcase.storage.postgres.transactions.ways import Joined, Own, Way, check_joined
from legalcase.storage.postgres.work import PostgresWork
from legalcase.storage.store import Store
from legalcase.storage.units.given import check_sealer, model_given
from legalcase.storage.units.turns import check_patience
from legalcase.storage.units.work import By

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from psycopg import Connection

    from legalcase.model.core import Model
    from legalcase.ports.projections import Projection
    from legalcase.storage.sealing import Sealer

__all__ = ["PostgresStore"]

_CAN: Final = frozenset(
    {"concurrent", "durable", "erase", "snapshots", "text", "verify"}
)


class PostgresStore(Store):
    """A store in one schema of a database; safe between threads and processes.

    `conninfo` is ``"postgresql://user@host/name"`` or ``"host=… dbname=…"``. The
    schema is made if it is not there; one with tables of another program, or of a
    newer version, is refused with `StorageError` and left as it is. `model` says
    which rooms cases have; the core, if it is left out; `sealer` which streams are kept
    encrypted; `projections` are lists of your own (see `legalcase.ports.Projection`),
    brought where the logs are as it is opened. `patience` is how many seconds one waits
    for a connection and for what others hold; `pool_size` how many connections there
    may be at once.

    Units of work go on at the same time. With ``isolation="snapshot"`` each reads the
    state in which it began, and is kept unless others have written to the same
    streams or to what its `AppendCondition` names. With ``"serializable"`` it is kept
    only if nobody at all has committed meanwhile; `run` does it again.

    Instead of `conninfo`, `connection` joins the transaction of whoever has it: a
    connection of psycopg on which one is open, or begins by itself. The store reads
    and writes in it, and never commits it nor rolls it back. After `ConflictError`
    the transaction has failed, and whoever has it begins another.

    `person` is who asks, where `protect` has put walls before the store: what they
    were not admitted to is not there for them.
    """

    def __init__(  # noqa: PLR0913 - all keyword-only but the address
        self,
        conninfo: str | None = None,
        *,
        connection: Connection[Any] | None = None,
        model: Model | None = None,
        sealer: Sealer | None = None,
        projections: Sequence[Projection] = (),
        schema: str = "legalcase",
        patience: float = 5.0,
        pool_size: int = 8,
        isolation: str = "snapshot",
        person: str | None = None,
    ) -> None:
        self._patience = check_patience(patience)
        self._schema = check_schema(schema)
        self._model = model_given(model)
        check_sealer(sealer)
        self._sealer = sealer
        self._projections = registered(projections)
        self._folds = Folds()
        self._process = getpid()
        self._person = check_person(person)
        self._isolation = check_isolation(isolation)
        self._begin = beginnings(self._patience, self._isolation, self._person)
        size = check_size(pool_size)
        self._lock = threading.Lock()
        self._units: weakref.WeakSet[PostgresWork] = weakref.WeakSet()
        self._is_open = True
        self.capabilities = _CAN
        self._leases: Leases | None = None
        self._joined: Connection[Any] | None = None
        if connection is None:
            self._open(conninfo, size)
        else:
            self._join(conninfo, connection)

    def _open(self, conninfo: str | None, size: int) -> None:
        where, self._label, self._is_walled = opened(
            conninfo, self._schema, self._patience
        )
        self._leases = Leases(
            where, self._schema, self._label, size=size, patience=self._patience
        )
        try:
            self._list_anew()
            # What stands behind a wall is followed by who passes by it.
            if not self._is_walled:
                self._caught_up()
        except BaseException:
            self.close()
            raise

    def _join(self, conninfo: object, connection: Any) -> None:
        self._label, self._is_walled = joined(
            connection, self._schema, conninfo=conninfo, person=self._person
        )
        self._joined = connection

    def __repr__(self) -> str:
        """Return the names of database and schema."""
        return f"<PostgresStore {self._label}>"

    def _list_anew(self) -> None:
        """Make what lists say anew, if the store has those of another version."""
        with self.read() as reader:
            if reader.rows_version() == ROWS:
                return
        if self._is_walled:
            msg = (
                f"What lists say in the store {self._label} was made by another "
                "version. Open it once as a role that passes by its walls."
            )
            raise StorageError(msg)
        with self.begin() as work:
            work.rebuild(is_lenient=True)
            work.say_rows(ROWS)
            work.commit()

    def _require_open(self) -> None:
        if not self._is_open:
            msg = "The store is closed. Open it again: PostgresStore(conninfo)."
            raise StorageError(msg)
        if getpid() != self._process:
            msg = (
                f"The store {self._label} was opened before this process was forked, "
                "and belongs to its parent. Open it anew: PostgresStore(conninfo)."
            )
            raise StorageError(msg)

    def _way(self) -> Way:
        if self._leases is None:
            return Joined(self._joined_session(), is_walled=self._is_walled)
        return Own(
            self._leases,
            self._begin,
            schema=self._schema,
            label=self._label,
            is_walled=self._is_walled,
            is_replayed=self._isolation == "snapshot",
        )

    def read(self) -> PostgresReader:
        """Begin to read the store as it is now."""
        self._require_open()
        if self._leases is not None:
            session = self._leases.begun(self._begin.reading)
            give: Any = self._leases.give_and_settle
        else:
            session = self._joined_session()
            give = _nothing
        return PostgresReader(
            session,
            self._model,
            self._folds,
            self._sealer,
            self._projections,
            require=self._require_open,
            give=give,
            is_walled=self._is_walled,
        )

    def _joined_session(self) -> Session:
        if self._joined is None:
            msg = "The store is closed. Open it again: PostgresStore(connection=…)."
            raise StorageError(msg)
        session = Session(self._joined, self._schema, self._label)
        check_joined(session)
        return session

    def begin(
        self, *, by: str | None = None, reason: str | None = None
    ) -> PostgresWork:
        """Begin a unit of work; others go on at the same time."""
        self._require_open()
        work = PostgresWork(
            self._way(),
            self._model,
            self._folds,
            self._sealer,
            self._projections,
            By(by, reason),
            patience=self._patience,
            require=self._require_open,
        )
        try:
            work.begin()
            with self._lock:
                self._units.add(work)
            self._require_open()  # another thread may have closed it by now
        except BaseException:
            work.end()
            raise
        return work

    def protect(self, *roles: str) -> None:
        """Put walls before the store: row security, which fails closed.

        From then on every role but superusers and those with ``BYPASSRLS`` sees, of
        all tables with something of a stream in them, what `publish` has admitted
        its `person` to; without a person, nothing. `roles` get what they need to read
        and append, and nothing that deletes or changes a line. Only the owner of the
        tables can do it; doing it again does no harm.
        """
        self._require_open()
        self._own(lambda session: protect(session, roles))
        self._own(self._look_for_walls)

    def publish(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Say who is admitted to which stream: these pairs, and no others.

        ``("person:ann", "case:roe")``. It holds for readings and units of work that
        begin afterwards. Only the owner of the tables can do it.
        """
        self._require_open()
        given = list(pairs)
        self._own(lambda session: admit(session, given))

    def _look_for_walls(self, session: Session) -> None:
        self._is_walled = is_walled_in(session)

    def scrub(self) -> None:
        """Write the tables anew, without the bytes of what was erased.

        An erasure is over when it is committed: nobody finds it any more. Until the
        server comes round to it, its bytes lie in the files of the tables. This takes
        the time that writing all of it takes, and others wait for each table. What
        the server keeps of its log of writes, and copies, are not reached.
        """
        self._require_open()
        self._own(scrub)

    def _own(self, act: Any) -> None:
        if self._leases is None:
            msg = (
                "A store that joins a transaction of others does not change its "
                "walls. Open it by its conninfo for that."
            )
            raise StorageError(msg)
        session = self._leases.begun(self._begin.keeping)
        try:
            act(session)
            session.say("COMMIT")  # after what needs no transaction, a word alone
        finally:
            self._leases.give(session)
            self._leases.settle()

    def close(self) -> None:
        """Let go of all connections, and roll back what is open in this thread.

        Units of work of other threads are refused from here on, and keep nothing.
        """
        if not self._is_open or getpid() != self._process:
            return
        self._is_open = False
        with self._lock:
            units = list(self._units)
        for work in units:
            if work.turn.thread == threading.get_ident():
                work.end()
        if self._leases is not None:
            self._leases.close()


def _nothing(_: object) -> None:
    """Do nothing: the transaction is not ours to end."""
