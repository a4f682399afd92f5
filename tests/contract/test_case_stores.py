"""Every store of cases keeps the same promises, each by the check that is for it."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

import pytest

from legalcase.storage import MemoryStore, SqliteStore
from legalcase.storage.sqlite import store as sqlite_store
from legalcase.testing import StoreConformance
from legalcase.testing.store_conformance import checks_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from legalcase.ports import CaseStore


class TestMemoryStore(StoreConformance):
    """In memory: its second client is itself, and it ends with the program."""

    def make_store(self) -> CaseStore:
        """Make an empty one."""
        return MemoryStore()


class TestSqliteStore(StoreConformance):
    """The store in a file, with connections of their own."""

    #: From which version on SQLite is trusted with a write-ahead log.
    safe_from: ClassVar[tuple[int, ...]] = (99,)

    opened: list[tuple[SqliteStore, Path]]
    folders: list[Path]

    def prepare(self) -> None:
        """Nothing is open yet."""
        self.opened, self.folders = [], []

    def open(self, path: Path) -> SqliteStore:
        """Open a file, with the kind of journal that is tried."""
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(sqlite_store, "SAFE_WAL", self.safe_from)
            store = SqliteStore(path)
        self.opened.append((store, path))
        return store

    def place(self, store: CaseStore) -> Path:
        """Where the file of a store is."""
        return next(path for one, path in self.opened if one is store)

    def make_store(self) -> CaseStore:
        """Open a new file."""
        self.folders.append(Path(tempfile.mkdtemp(prefix="cases-")))
        return self.open(self.folders[-1] / "cases.db")

    def second_client(self, store: CaseStore) -> CaseStore:
        """Open it again, beside the first."""
        return self.open(self.place(store))

    def reopened(self, store: CaseStore) -> CaseStore:
        """Close it, and open it again."""
        store.close()
        return self.open(self.place(store))

    def failing(self, store: CaseStore) -> Callable[[], object]:
        """Let the database grow by no page more."""
        assert isinstance(store, SqliteStore)
        connection = store._connection
        assert connection is not None
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count={pages}")
        return lambda: connection.execute("PRAGMA max_page_count=1000000")

    def crash(self, store: CaseStore) -> CaseStore:
        """Copy the files as they lie there, and open the copy."""
        self.folders.append(Path(tempfile.mkdtemp(prefix="cases-")))
        for path in self.place(store).parent.iterdir():
            if not path.name.endswith("-shm"):
                shutil.copy(path, self.folders[-1])
        return self.open(self.folders[-1] / "cases.db")

    def tidy(self) -> None:
        """Close all, and delete the files."""
        for store, _ in self.opened:
            store.close()
        for folder in self.folders:
            shutil.rmtree(folder)


class TestSqliteStoreWithALog(TestSqliteStore):
    """The same with a write-ahead log, as newer versions of SQLite have it."""

    safe_from = (0,)


def test_both_kinds_of_journal_are_tried() -> None:
    """The one says that reading blocks nobody, the other does not."""
    for suite, is_concurrent in (
        (TestSqliteStore(), False),
        (TestSqliteStoreWithALog(), True),
    ):
        suite.prepare()
        store = suite.make_store()
        assert isinstance(store, SqliteStore)
        assert ("concurrent" in store.capabilities) is is_concurrent
        suite.tidy()


def test_ids_of_checks_stay_and_are_given_once() -> None:
    """Reports and bugs name them: nobody takes one away, or gives one again."""
    checks = checks_of(StoreConformance)
    parts = StoreConformance.__mro__
    names = [name for part in parts for name in vars(part) if name.startswith("test_")]
    assert len(names) == len(set(names)) == len(checks)
    assert all(check.promise for check in checks)
    known = Path(__file__).with_name("check_ids.txt").read_text(encoding="utf-8")
    assert [check.check_id for check in checks] == known.split()
