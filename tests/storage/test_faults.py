"""Disks that fail in the middle of a unit of work: all is kept or nothing, and said.

The faults are real ones: a file that may not grow, a database without room, a statement
that SQLite is told to give up.
"""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from legalcase.errors import StorageError
from legalcase.storage.sqlite.file import check_header
from legalcase.storage.sqlite.store import SqliteStore
from store_samples import load, new_file, noted, save

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from legalcase.model import CaseFile
    from legalcase.storage.sqlite.work import SqliteWork


@pytest.fixture(name="store")
def _store(tmp_path: Path) -> Iterator[SqliteStore]:
    """A store with one case."""
    with SqliteStore(tmp_path / "cases.db") as store:
        save(store, new_file())
        yield store


def connection_of(store: SqliteStore) -> sqlite3.Connection:
    """The connection of a store."""
    connection = store._connection
    assert isinstance(connection, sqlite3.Connection)
    return connection


def no_room(connection: sqlite3.Connection) -> None:
    """The database may have no page more."""
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count={pages}")


def given_up(connection: sqlite3.Connection) -> None:
    """The statement that writes is given up: SQLite takes the transaction along."""
    seen: list[str] = []
    connection.set_trace_callback(seen.append)
    connection.set_progress_handler(lambda: any("INSERT" in said for said in seen), 1)


def ended(connection: sqlite3.Connection) -> None:
    """The transaction is ended, as SQLite does by itself after some errors."""
    connection.execute("ROLLBACK")


def mend(connection: sqlite3.Connection) -> None:
    """Undo the faults."""
    connection.set_trace_callback(None)
    connection.set_progress_handler(None, 1)
    connection.execute("PRAGMA max_page_count=1000000")


CALLS: dict[str, Callable[[SqliteWork, CaseFile], object]] = {
    "new": lambda work, _: work.save(new_file("case-2")),
    "save": lambda work, file: work.save(file),
    "append": lambda work, file: work.append(
        file.pending, expected={"case:case-1": file.base}
    ),
    "get": lambda work, _: work.get("case-1"),
    "file": lambda work, _: work.file("case-1"),
    "heads": lambda work, _: work.heads(),
    "verify": lambda work, _: work.verify(),
    "events": lambda work, _: work.events("case:case-1"),
    "ids": lambda work, _: work.ids(),
    "commit": lambda work, _: work.commit(),
}


@pytest.mark.parametrize(
    ("fault", "cause"),
    [
        (no_room, "finds no room on the disk"),
        (given_up, "was interrupted"),
        (ended, "has ended the transaction by itself"),
    ],
)
def test_what_failed_goes_no_further(
    store: SqliteStore, fault: Callable[[sqlite3.Connection], None], cause: str
) -> None:
    """After the first error every call but a rollback raises, and names that error."""
    connection = connection_of(store)
    before = load(store)
    small, large = noted(before, "before"), noted(before, "large", 100_000)
    with store.begin() as work:
        work.save(small)
        fault(connection)
        with pytest.raises(StorageError, match=cause):
            work.save(large.rebased(small.saved()))
        mend(connection)
        for call in CALLS.values():
            with pytest.raises(StorageError, match=f"What failed first: .*{cause}"):
                call(work, small)
        work.rollback()
    assert load(store) == before
    save(store, small)
    assert load(store) == small.saved()


def test_a_commit_that_fails_is_no_commit(store: SqliteStore) -> None:
    """Another program reads just then: the unit is over, and can be done again."""
    path = store._path
    connection_of(store).execute("PRAGMA busy_timeout=50")
    if connection_of(store).execute("PRAGMA journal_mode").fetchone() == ("wal",):
        pytest.skip("readers do not hold up a write-ahead log")
    before = load(store)
    late = noted(before, "late")
    theirs = sqlite3.connect(path, isolation_level=None)
    theirs.execute("BEGIN")
    theirs.execute("SELECT count(*) FROM line").fetchone()
    with store.begin() as work:
        work.save(late)
        with pytest.raises(StorageError, match="by another program"):
            work.commit()
        with pytest.raises(StorageError, match=r"What failed first: .*another program"):
            work.commit()
    theirs.execute("COMMIT")
    theirs.close()
    assert load(store) == before


def test_the_end_of_a_failed_unit_hides_nothing(
    store: SqliteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What leaves the block is what failed first, though the rollback fails too."""
    connection = connection_of(store)
    before = load(store)

    def fail() -> None:
        with store.begin() as work:
            no_room(connection)
            # As if the rollback could do nothing.
            monkeypatch.setattr(work.turn, "undo", lambda: None)
            work.save(noted(before, "large", 100_000))

    with pytest.raises(StorageError, match="no room on the disk"):
        fail()
    mend(connection)
    assert connection.in_transaction
    assert load(store) == before


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no processes like that here")
def test_a_child_leaves_alone_what_is_its_parents(tmp_path: Path) -> None:
    """Forked in the middle of a unit of work: it may neither go on nor roll back."""
    code = """
import os, sys
from legalcase.errors import StorageError
from legalcase.storage.sqlite.store import SqliteStore
from store_samples import load, new_file, noted, save

store = SqliteStore(sys.argv[1])
save(store, new_file())
file = noted(load(store), "of-the-parent")
work = store.begin()
work.save(file)
child = os.fork()
if not child:
    refused = 0
    for call in (store.begin, work.ids, work.commit, work.rollback, store.verify):
        try:
            call()
        except StorageError as error:
            refused += "before this process was forked" in str(error)
    work.end()
    store.close()
    del work
    with SqliteStore(sys.argv[1], patience=0) as own:
        try:
            own.begin()
        except StorageError as error:
            refused += "by another program" in str(error)
    os._exit(refused)
_, status = os.waitpid(child, 0)
print(os.waitstatus_to_exitcode(status))
work.commit()
assert load(store).log == file.log
assert store.verify() == ()
"""
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "forked.db")],
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONPATH": ":".join(sys.path)},
    )
    assert (done.stderr, done.stdout) == ("", "6\n")


def test_a_torn_first_page_is_taken_back(store: SqliteStore, tmp_path: Path) -> None:
    """Its journal lies beside it: SQLite recovers it, and is not kept from doing so."""
    if connection_of(store).execute("PRAGMA journal_mode").fetchone() == ("wal",):
        pytest.skip("the first page of a write-ahead log is never torn like that")
    copy = tmp_path / "torn.db"
    before = load(store)
    connection_of(store).execute("PRAGMA cache_size=2")
    connection_of(store).execute("PRAGMA cache_spill=ON")
    with store.begin() as work:
        work.save(noted(before, "large", 100_000))
        content = store._path.read_bytes()
        journal = store._path.with_name(f"{store._path.name}-journal").read_bytes()
        work.rollback()
    copy.write_bytes(b"\xff" * 4096 + content[4096:])
    beside = copy.with_name("torn.db-journal")
    for spoilt in (b"", b"\0" * len(journal), journal[:500]):
        beside.write_bytes(spoilt)
        with pytest.raises(StorageError, match="is no database"):
            SqliteStore(copy)
    # Wherever in the journal the page stands.
    sector, size = (int.from_bytes(journal[n : n + 4], "big") for n in (20, 24))
    first = journal[sector : sector + size + 8]
    assert first[:4] == b"\0\0\0\1"
    beside.write_bytes(journal[:sector] + b"\0\0\0\2" + first[4:] + first)
    check_header(copy)
    beside.write_bytes(journal)
    with SqliteStore(copy) as taken_back:
        assert load(taken_back).log == before.log
        assert taken_back.verify() == ()


LIMITED = """
import resource, signal, sqlite3, sys
sys.path[:0] = sys.argv[2:]
from legalcase.errors import StorageError
from legalcase.storage.sqlite.store import SqliteStore
from store_samples import load, new_file, noted, save

store = SqliteStore(sys.argv[1])
save(store, new_file())
size = __import__("os").path.getsize(sys.argv[1])
# A small cache, so that it is in the middle that SQLite has to write.
store._connection.execute("PRAGMA cache_size=2")
store._connection.execute("PRAGMA cache_spill=ON")
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
said = []
before = file = load(store)
with store.begin() as work:
    resource.setrlimit(resource.RLIMIT_FSIZE, (size + 4096, resource.RLIM_INFINITY))
    for number in range(30):
        try:
            after = noted(file, f"n-{number}", 20_000)
            work.save(after)
            file = after.saved()
        except StorageError as error:
            said.append(str(error))
    for call in (lambda: work.save(noted(file, "small")), work.commit):
        try:
            call()
        except StorageError as error:
            said.append(str(error))
        else:
            print("NOT REFUSED")
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY,) * 2)
assert load(store) == before, "something was stored"
save(store, noted(before, "after"))
with SqliteStore(sys.argv[1]) as other:
    assert [line.event.note_id for line in load(other).log[-1:]] == ["after"]
    assert load(other).base == before.base + 1
    assert other.verify() == ()
print("\\n".join(said))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no such limit there")
def test_a_file_that_may_not_grow(tmp_path: Path) -> None:
    """SQLite then rolls the whole transaction back by itself: nobody goes on in it."""
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, str(tmp_path / "cases.db"), *sys.path],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stderr, done.returncode) == ("", 0)
    said = done.stdout.splitlines()
    assert len(said) > 3
    first = said[0]
    assert "SQLITE_IOERR" in first or "no room on the disk" in first
    assert all(line.endswith(f"What failed first: {first}") for line in said[1:])
