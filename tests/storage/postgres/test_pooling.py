"""Behind a pooler every transaction is on another session, and leaves nothing there."""

from __future__ import annotations

import gc
import os
import threading
from time import sleep
from typing import TYPE_CHECKING, Any

import psycopg
import pytest

from legalcase.errors import StorageError
from legalcase.storage.postgres import PostgresStore
from legalcase.storage.postgres.connections.leases import Leases
from legalcase.testing.store_helpers import (
    noted,
    opened,
    same_log,
)
from stored_samples import stored_file

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.storage.postgres.connections.session import Session
    from postgres_database import Database

SETTINGS = ("lock_timeout", "statement_timeout", "search_path", "legalcase.person")


@pytest.fixture(name="store")
def _store(postgres_database: Database) -> Iterator[PostgresStore]:
    with PostgresStore(postgres_database.dsn, person="person:ann") as store:
        yield store


def settings(connection: Any) -> list[Any]:
    """What a session has set, and what it remembers."""
    asked = [f"current_setting('{name}', true)" for name in SETTINGS]
    found = connection.execute(f"SELECT {', '.join(asked)}").fetchone()
    kept = connection.execute("SELECT count(*) FROM pg_prepared_statements").fetchone()
    return [*(each or "" for each in found), *kept]


def test_nothing_is_left_on_a_session(
    store: PostgresStore, postgres_database: Database
) -> None:
    """No setting, no statement, no table, no lock: it is as a new one."""
    with psycopg.connect(postgres_database.dsn) as fresh:
        wanted = settings(fresh)
    file = stored_file(store, opened("case-1"))
    for number in range(8):  # a driver prepares what is said five times
        file = stored_file(store, noted(file, f"n-{number}"))
        with store.read() as reader:
            reader.get("case-1")
    assert store._leases is not None
    session = store._leases.begun("SELECT 1")
    assert settings(session.connection) == wanted
    locks = session.all("SELECT count(*) FROM pg_locks WHERE mode LIKE '%Exclusive%'")
    assert locks[0][0] <= 1  # that of the question itself
    store._leases.give_and_settle(session)


def test_each_transaction_can_be_on_another_session(
    store: PostgresStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a pooler gives them that shares sessions by the transaction."""
    give = Leases.give

    def let_go(leases: Leases, session: Session) -> None:
        session.is_unsure = True
        give(leases, session)

    monkeypatch.setattr(Leases, "give", let_go)
    file = stored_file(store, opened("case-1"))
    for number in range(4):
        file = stored_file(store, noted(file, f"n-{number}"))
    with store.read() as reader:
        same_log(file.log, reader.events("case:case-1"))
    assert store.verify() == ()


def test_no_more_connections_than_it_may_have(postgres_database: Database) -> None:
    """Whoever comes when all are in use waits, and is told so in the end."""
    with PostgresStore(postgres_database.dsn, pool_size=2, patience=0.2) as store:
        with store.read(), store.begin():
            assert len(postgres_database.backends()) == 2
            with pytest.raises(StorageError, match="pool_size"):
                store.read()
            came: list[int] = []
            second = threading.Thread(target=lambda: came.append(_ids(store)))
            second.start()
            second.join(0.3)
        second.join()
        assert came == [0]
        assert len(postgres_database.backends()) <= 2


def _ids(store: PostgresStore) -> int:
    with store.read() as reader:
        return len(reader.ids())


def test_what_nobody_ends_is_ended(postgres_database: Database) -> None:
    """A unit or a reading that is dropped gives its connection back."""
    with PostgresStore(postgres_database.dsn, pool_size=2, patience=1) as store:
        for number in range(5):
            work = store.begin()
            work.save(opened(f"case-{number}"))
            work.ids()
            reader = store.read()
            del work, reader
            gc.collect()
        with store.begin() as work:
            assert work.ids() == ()


@pytest.mark.parametrize("where", ["begin", "read", "ask", "write", "commit"])
def test_an_interrupt_leaves_no_transaction_open(
    postgres_database: Database, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    """Where it comes in the middle of something, the connection is closed."""
    with PostgresStore(postgres_database.dsn, pool_size=2, patience=1) as store:
        file = stored_file(store, opened("case-1"))
        words = {
            "begin": "BEGIN ISOLATION LEVEL REPEATABLE READ READ WRITE",
            "read": "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
            "ask": "WITH RECURSIVE",
            "write": "INSERT INTO",
            "commit": "COMMIT",
        }

        class Cut(psycopg.Cursor[Any]):
            def execute(self, query: Any, *values: Any, **how: Any) -> Any:
                found = super().execute(query, *values, **how)
                if words[where].encode() in bytes(query):
                    raise KeyboardInterrupt
                return found

        for _ in range(4):
            with monkeypatch.context() as patch:
                patch.setattr(
                    "legalcase.storage.postgres.connections.session.Cursor", Cut
                )
                with pytest.raises(KeyboardInterrupt):
                    _use(store, file)
        asked = (
            "SELECT count(*) FROM pg_stat_activity WHERE state <> 'idle' "
            "AND datname = current_database() AND pid <> pg_backend_pid()"
        )
        with psycopg.connect(postgres_database.dsn, autocommit=True) as theirs:
            # A server needs a moment to see that somebody has hung up.
            for _ in range(50):
                found = theirs.execute(asked).fetchone()
                if found == (0,):
                    break
                sleep(0.1)
        assert found == (0,)
        _use(store, file)
        assert store.verify() == ()


def _use(store: PostgresStore, file: Any) -> None:
    """Read, write, and keep what is not there."""
    with store.read() as reader:
        known = reader.get("case-1").version
    with store.begin() as work:
        work.ids()
        work.save(opened(f"other-{known}-{len(work.ids())}"))
        work.commit()
    assert file is not None


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no process is forked here")
def test_a_process_that_was_forked_leaves_the_store_alone(
    postgres_database: Database,
) -> None:
    """It is refused, and neither its end nor its waste disturbs the parent."""
    with PostgresStore(postgres_database.dsn) as store:
        file = stored_file(store, opened("case-1"))
        with store.begin() as work, store.read() as reader:
            work.save(noted(file, "n"))
            child = os.fork()
            if not child:
                refused = 0
                for ask in (store.read, store.begin, work.commit, reader.ids):
                    try:
                        ask()
                    except StorageError as error:
                        refused += "forked" in str(error)
                work.end()
                store.close()
                del work, reader
                gc.collect()
                os._exit(refused)
            _, status = os.waitpid(child, 0)
            assert os.waitstatus_to_exitcode(status) == 4
            assert reader.ids() == ("case-1",)
            work.commit()
        assert store.verify() == ()
        with PostgresStore(postgres_database.dsn) as other, other.read() as reader:
            assert reader.get("case-1").version == 2
