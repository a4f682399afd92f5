"""A store in PostgreSQL keeps the contract that every store keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from legalcase.testing.case_store_contract import CaseStoreContract

from legalcase.storage.postgres import PostgresStore

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from legalcase.storage import Store
    from postgres_database import Database


class _InPostgres(CaseStoreContract):
    """Stores in one database, each with connections of its own."""

    isolation: str
    database: Database
    stores: list[PostgresStore]

    @pytest.fixture(autouse=True)
    def _server(self, postgres_database: Database) -> Iterator[None]:
        self.database = postgres_database
        self.stores = []
        yield
        for store in self.stores:
            store.close()

    def make_store(self) -> Store:
        """Open the schema of the database."""
        store = PostgresStore(self.database.dsn, isolation=self.isolation)
        self.stores.append(store)
        return store

    def second_client(self, store: Store) -> Store:
        """Open it again, beside the first."""
        assert store in self.stores
        return self.make_store()

    def failing(self, store: Store) -> Callable[[], object]:
        """End all connections from the side of the server."""
        assert store in self.stores
        assert self.database.kill()
        return lambda: None

    def reopened(self, store: Store) -> Store:
        """Close it, and open it again."""
        store.close()
        return self.make_store()


class TestSnapshot(_InPostgres):
    """Units of work that others do not disturb."""

    isolation = "snapshot"


class TestSerializable(_InPostgres):
    """Units of work that are kept only if nobody else has committed."""

    isolation = "serializable"


def test_no_test_of_the_contract_is_overridden() -> None:
    """A store cannot pass by leaving a test out."""
    contract = {name for name in dir(CaseStoreContract) if name.startswith("test_")}
    for suite in (TestSnapshot, TestSerializable, _InPostgres):
        assert set() == contract & set(vars(suite))
