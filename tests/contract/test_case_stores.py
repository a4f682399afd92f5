"""Every store of cases keeps the same contract."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from legalcase.storage.memory import MemoryStore
from legalcase.storage.sqlite.store import SqliteStore
from legalcase.testing.case_store_contract import CaseStoreContract

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from legalcase.storage import Store


class TestMemoryStore(CaseStoreContract):
    """The store in memory: its second client and its successor are itself."""

    def make_store(self) -> Store:
        """Make an empty one."""
        return MemoryStore()

    def second_client(self, store: Store) -> Store:
        """Memory is not shared with other programs."""
        return store

    def reopened(self, store: Store) -> Store:
        """Memory ends with the program: the contract asks within its life."""
        return store


class TestSqliteStore(CaseStoreContract):
    """The store in a file, with connections of their own."""

    path: Path
    stores: list[SqliteStore]

    @pytest.fixture(autouse=True)
    def _file(self, tmp_path: Path) -> Iterator[None]:
        self.path = tmp_path / "a folder" / "cases.db"
        self.path.parent.mkdir()
        self.stores = []
        yield
        for store in self.stores:
            store.close()

    def make_store(self) -> Store:
        """Open the file."""
        self.stores.append(SqliteStore(self.path))
        return self.stores[-1]

    def second_client(self, store: Store) -> Store:
        """Open it again, beside the first."""
        assert store in self.stores
        return self.make_store()

    def failing(self, store: Store) -> Callable[[], object]:
        """Let the database grow by no page more."""
        connection = self.stores[-1]._connection
        assert store is self.stores[-1]
        assert connection is not None
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count={pages}")
        return lambda: connection.execute("PRAGMA max_page_count=1000000")

    def reopened(self, store: Store) -> Store:
        """Close it, and open it again."""
        store.close()
        return self.make_store()


def test_no_test_of_the_contract_is_overridden() -> None:
    """A store cannot pass by leaving a test out."""
    contract = {name for name in dir(CaseStoreContract) if name.startswith("test_")}
    assert len(contract) > 20
    for suite in (TestMemoryStore, TestSqliteStore):
        assert set() == contract & set(vars(suite))


def test_no_part_of_the_contract_hides_another() -> None:
    """A test that bears the name of another would take its place."""
    parts = CaseStoreContract.__mro__
    names = [name for part in parts for name in vars(part) if name.startswith("test_")]
    assert len(names) == len(set(names))
