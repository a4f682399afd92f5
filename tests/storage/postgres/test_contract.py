"""A store in PostgreSQL keeps the promises that every store keeps."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, ClassVar

import psycopg
import pytest
from psycopg import sql

from legalcase.storage.postgres import PostgresStore
from legalcase.testing import StoreConformance

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import LiteralString

    from legalcase.ports import CaseStore
    from postgres_database import Database

_NUMBERS = count(1)

# A sequence is what it is in every transaction at once, as a disk is: at odd numbers it
# has no room for what is large.
_ROOM = """
    CREATE SEQUENCE room MINVALUE 0 START 0;
    SELECT nextval('room');
    CREATE FUNCTION has_room(body text) RETURNS boolean LANGUAGE plpgsql AS $$
        BEGIN
            IF length(body) > 100000 AND (SELECT last_value % 2 FROM room) = 1 THEN
                RAISE EXCEPTION 'no room: %', body USING ERRCODE = 'disk_full';
            END IF;
            RETURN true;
        END
    $$ SET search_path FROM CURRENT;
    ALTER TABLE line ADD CHECK (has_room(body));
"""


class _InPostgres(StoreConformance):
    """Stores in one database, each in a schema of its own."""

    isolation: ClassVar[str]
    database: Database
    opened: list[tuple[PostgresStore, str]]

    @pytest.fixture(autouse=True)
    def _server(self, postgres_database: Database) -> None:
        self.database = postgres_database

    def prepare(self) -> None:
        """Nothing is open yet."""
        self.opened = []

    def open(self, schema: str) -> PostgresStore:
        """Open a schema."""
        store = PostgresStore(
            self.database.dsn, schema=schema, isolation=self.isolation
        )
        self.opened.append((store, schema))
        return store

    def make_store(self) -> CaseStore:
        """Open a new one."""
        store = self.open(f"cases_{next(_NUMBERS)}")
        self.say(_ROOM)
        return store

    def say(self, statements: LiteralString) -> None:
        """Do something to the schema that was opened last, as its owner."""
        with psycopg.connect(self.database.dsn, autocommit=True) as connection:
            schema = sql.Identifier(self.opened[-1][1])
            connection.execute(sql.SQL("SET search_path TO {}").format(schema))
            connection.execute(statements)

    def place(self, store: CaseStore) -> str:
        """In which schema a store is."""
        return next(schema for one, schema in self.opened if one is store)

    def second_client(self, store: CaseStore) -> CaseStore:
        """Open it again, beside the first."""
        return self.open(self.place(store))

    def failing(self, store: CaseStore) -> Callable[[], object]:
        """Let the server find no room on the disk for a large text."""
        assert store is self.opened[-1][0]
        self.say("SELECT nextval('room')")
        return lambda: self.say("SELECT nextval('room')")

    def reopened(self, store: CaseStore) -> CaseStore:
        """Close it, and open it again."""
        store.close()
        return self.open(self.place(store))

    def crash(self, store: CaseStore) -> CaseStore:
        """End all connections, as if the program had been killed, and open it anew."""
        self.database.kill()
        return self.open(self.place(store))

    def tidy(self) -> None:
        """Close all."""
        for store, _ in self.opened:
            store.close()


class TestSnapshot(_InPostgres):
    """Units of work that others do not disturb."""

    isolation = "snapshot"


@pytest.mark.thorough  # the same checks once more take a minute
class TestSerializable(_InPostgres):
    """Units of work that are kept only if nobody else has committed."""

    isolation = "serializable"


def test_no_check_is_overridden() -> None:
    """A store cannot pass by leaving one out."""
    checks = {name for name in dir(StoreConformance) if name.startswith("test_")}
    assert len(checks) > 20
    for suite in (TestSnapshot, TestSerializable, _InPostgres):
        assert set() == checks & set(vars(suite))
