"""Stores that join the transaction of others: all of it is kept, or nothing."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from typing import TYPE_CHECKING, Any

import psycopg
import pytest
from psycopg.rows import dict_row

from legalcase.errors import (
    ConflictError,
    ConflictingInputError,
    InvalidTypeError,
    StorageError,
)
from legalcase.storage import SqliteStore
from legalcase.storage.postgres import PostgresStore
from legalcase.testing.store_helpers import (
    noted,
    opened,
)
from stored_samples import stored_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from legalcase.storage import Store
    from postgres_database import Database


class House:
    """A program with a table of its own beside the store's, on one connection."""

    def __init__(
        self,
        connection: Any,
        begin: str | None,
        join: Callable[[], Store],
        alone: Callable[[], Store],
    ) -> None:
        self.connection = connection
        self._begin = begin
        self.join = join
        self.alone = alone
        connection.execute("CREATE TABLE invoice (case_id text)")
        connection.commit()

    def begin(self) -> None:
        """Begin a transaction, where it does not begin by itself."""
        if self._begin is not None:
            self.connection.execute(self._begin)

    def bill(self, case_id: str) -> None:
        """Write what is not the store's."""
        self.connection.execute(f"INSERT INTO invoice VALUES ('{case_id}')")  # noqa: S608 - of the test

    def kept(self) -> tuple[list[Any], tuple[str, ...]]:
        """What there is, of the program's and of the store's."""
        self.connection.rollback()
        found = self.connection.execute("SELECT case_id FROM invoice").fetchall()
        self.connection.rollback()
        with self.alone() as store, store.read() as reader:
            assert store.verify() == ()
            return [next(iter(dict(row).values())) for row in found], reader.ids()


@pytest.fixture(name="house", params=["sqlite", "postgres"])
def _house(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[House]:
    if request.param == "sqlite":
        path = tmp_path / "cases.db"
        SqliteStore(path).close()
        with closing(sqlite3.connect(path)) as connection:
            connection.row_factory = sqlite3.Row
            yield House(
                connection,
                "BEGIN IMMEDIATE",
                lambda: SqliteStore(connection=connection),
                lambda: SqliteStore(path),
            )
        return
    database: Database = request.getfixturevalue("postgres_database")
    PostgresStore(database.dsn).close()
    with psycopg.connect(database.dsn, row_factory=dict_row) as theirs:
        yield House(
            theirs,
            None,
            lambda: PostgresStore(connection=theirs),
            lambda: PostgresStore(database.dsn),
        )


def test_what_is_committed_together_is_kept_together(house: House) -> None:
    """The unit ends, and the transaction goes on, until whoever began it ends it."""
    house.begin()
    house.bill("a")
    store = house.join()
    file = stored_file(store, opened("a"))
    stored_file(store, noted(file, "n"))
    with store.read() as reader:
        assert reader.get("a").version == 2
    house.bill("b")
    house.connection.commit()
    assert house.kept() == (["a", "b"], ("a",))


def test_what_is_rolled_back_together_is_gone_together(house: House) -> None:
    """Whatever the unit has committed: that was its own end alone."""
    house.begin()
    house.bill("a")
    store = house.join()
    stored_file(store, opened("a"))
    house.connection.rollback()
    assert house.kept() == ([], ())
    house.begin()
    stored_file(store, opened("a"))
    house.connection.commit()
    assert house.kept() == ([], ("a",))


@pytest.mark.parametrize("reads", [False, True])
def test_a_unit_that_is_not_committed_takes_back_its_own(
    house: House, reads: bool
) -> None:
    """And nothing of the program's, nor of units before it."""
    house.begin()
    store = house.join()
    house.bill("a")
    file = stored_file(store, opened("a"))
    with store.begin() as work:
        work.save(opened("b"), noted(file, "lost"))
        if reads:
            assert work.ids() == ("a", "b")
    with suppress(ZeroDivisionError), store.begin() as work:
        work.save(opened("c"))
        if reads:
            assert work.ids() == ("a", "c")
        raise ZeroDivisionError
    house.bill("b")
    stored_file(store, noted(file, "kept"))
    store.close()
    house.bill("c")
    house.connection.commit()
    assert house.kept() == (["a", "b", "c"], ("a",))


def test_closing_leaves_the_connection_open(house: House) -> None:
    """It is not the store's; and what is closed refuses."""
    house.begin()
    store = house.join()
    store.close()
    store.close()
    for ask in (store.read, store.begin):
        with pytest.raises(StorageError, match="closed"):
            ask()
    house.bill("a")
    house.connection.commit()
    assert house.kept() == (["a"], ())


def test_without_a_transaction_it_is_refused(house: House) -> None:
    """Each step would be kept for itself."""
    if isinstance(house.connection, psycopg.Connection):
        store = house.join()
        house.connection.rollback()
        house.connection.autocommit = True
        with pytest.raises(StorageError, match="No transaction"):
            house.join()
    else:
        store = house.join()
    for ask in (store.begin, store.read):
        with pytest.raises(StorageError, match="No transaction"):
            ask()


def test_what_one_cannot_do_in_the_transaction_of_others(tmp_path: Path) -> None:
    """Erasing a byte for good, opening what has to be converted, two addresses."""
    path = tmp_path / "cases.db"
    SqliteStore(path).close()
    with closing(sqlite3.connect(path)) as connection:
        with pytest.raises(ConflictingInputError):
            SqliteStore(path, connection=connection)
        connection.execute("BEGIN IMMEDIATE")
        store = SqliteStore(connection=connection)
        assert "erase" not in store.capabilities
        with store.begin() as work, pytest.raises(StorageError, match="not erased"):
            work.erase("person:roe")
        connection.rollback()
        connection.execute("UPDATE meta SET value = '0' WHERE name = 'rows'")
        connection.commit()
        with pytest.raises(StorageError, match="another version"):
            SqliteStore(connection=connection)
        connection.text_factory = bytes
        with pytest.raises(StorageError, match="text_factory"):
            SqliteStore(connection=connection)
    with pytest.raises(InvalidTypeError):
        SqliteStore(connection="cases.db")  # type: ignore[arg-type]  # refused
    theirs = sqlite3.connect(tmp_path / "theirs.db")
    with closing(theirs), pytest.raises(StorageError, match="another program"):
        SqliteStore(connection=theirs)


def test_in_postgres_a_race_ends_the_whole_transaction(
    postgres_database: Database,
) -> None:
    """Whoever has it rolls it back; nothing of his is kept either."""
    with PostgresStore(postgres_database.dsn) as theirs:
        file = stored_file(theirs, opened("a"))
        with psycopg.connect(postgres_database.dsn) as connection:
            connection.execute("CREATE TABLE invoice (number integer)")
            store = PostgresStore(connection=connection)
            with store.begin() as work:
                work.save(noted(file, "late"))
                stored_file(theirs, noted(file, "first"))
                with pytest.raises(ConflictError):
                    work.commit()
            with pytest.raises(StorageError, match="Roll it back"):
                store.begin()
            with pytest.raises(psycopg.errors.InFailedSqlTransaction):
                connection.execute("SELECT 1")
            connection.rollback()
            with store.begin() as work:
                work.save(noted(work.file("a"), "late"))
                work.commit()
            connection.commit()
        assert theirs.verify() == ()
        with theirs.read() as reader:
            assert reader.get("a").version == 3


def test_in_postgres_no_tables_are_made_in_the_transaction_of_others(
    postgres_database: Database,
) -> None:
    """It says to make them once; nothing of theirs has failed by that."""
    with psycopg.connect(postgres_database.dsn) as connection:
        with pytest.raises(StorageError, match="no store"):
            PostgresStore(connection=connection)
        assert connection.execute("SELECT 1").fetchone() == (1,)
        connection.rollback()
        PostgresStore(postgres_database.dsn).close()
        store = PostgresStore(connection=connection)
        with store.begin() as work, pytest.raises(StorageError, match="not rebuilt"):
            work.rebuild()
        with pytest.raises(StorageError, match="walls"):
            store.protect()
        with pytest.raises(StorageError, match="walls"):
            store.publish([])
