"""Disks that fail in the middle of a unit of work: all is kept or nothing, and said.

The faults are real ones: a file that may not grow, a database without room, a statement
that SQLite is told to give up.
"""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from datetime import date
from typing import TYPE_CHECKING

import pytest
from legalcase.model.case_events import NoteAdded

from case_samples import log
from legalcase.errors import StorageError
from legalcase.storage.sqlite.store import SqliteStore

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from legalcase.model.recorded import Recorded

    from legalcase.model.case import Case
    from legalcase.storage.sqlite.work import SqliteWork


@pytest.fixture(name="store")
def _store(tmp_path: Path) -> Iterator[SqliteStore]:
    """A store with one case."""
    with SqliteStore(tmp_path / "cases.db") as store:
        with store.begin() as work:
            work.add(log())
            work.commit()
        yield store


def connection_of(store: SqliteStore) -> sqlite3.Connection:
    """The connection of a store."""
    assert store._connection is not None
    return store._connection


def noted(case: Case, name: str, size: int = 1) -> tuple[Case, Recorded]:
    """The case with a note of that many letters."""
    note = NoteAdded(note_id=name, text="x" * size, happened_on=date(2026, 7, 1))
    return case.record(note, recorded_at=case.recorded_at, actor="A. Clerk")


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


CALLS: dict[str, Callable[[SqliteWork, Recorded], object]] = {
    "add": lambda work, _: work.add(log()),
    "save": lambda work, line: work.save([line], expected=line.sequence - 1),
    "get": lambda work, _: work.get("case-1"),
    "events": lambda work, _: work.events("case-1"),
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
    with store.begin() as work:
        case, small = noted(work.get("case-1"), "before")
        work.save([small], expected=len(log()))
        fault(connection)
        _, large = noted(case, "large", 100_000)
        with pytest.raises(StorageError, match=cause):
            work.save([large], expected=case.version)
        mend(connection)
        for call in CALLS.values():
            with pytest.raises(StorageError, match=f"What failed first: .*{cause}"):
                call(work, small)
        work.rollback()
    with store.begin() as work:
        assert log() == work.events("case-1")
        work.save([small], expected=len(log()))
        work.commit()
    with store.begin() as work:
        assert work.events("case-1") == (*log(), small)


def test_a_commit_that_fails_is_no_commit(store: SqliteStore) -> None:
    """Another program reads just then: the unit is over, and can be done again."""
    path = store._path
    connection_of(store).execute("PRAGMA busy_timeout=50")
    if connection_of(store).execute("PRAGMA journal_mode").fetchone() == ("wal",):
        pytest.skip("readers do not hold up a write-ahead log")
    with store.begin() as work:
        _, line = noted(work.get("case-1"), "late")
    theirs = sqlite3.connect(path, isolation_level=None)
    theirs.execute("BEGIN")
    theirs.execute("SELECT count(*) FROM event").fetchone()
    with store.begin() as work:
        work.save([line], expected=len(log()))
        with pytest.raises(StorageError, match="by another program"):
            work.commit()
        with pytest.raises(StorageError, match=r"What failed first: .*another program"):
            work.commit()
    theirs.execute("COMMIT")
    theirs.close()
    with store.begin() as work:
        assert log() == work.events("case-1")


def test_the_end_of_a_failed_unit_hides_nothing(
    store: SqliteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What leaves the block is what failed first, though the rollback fails too."""
    connection = connection_of(store)

    def fail() -> None:
        with store.begin() as work:
            _, large = noted(work.get("case-1"), "large", 100_000)
            no_room(connection)
            # As if the rollback could do nothing.
            monkeypatch.setattr(work.turn, "undo", lambda: None)
            work.save([large], expected=len(log()))

    with pytest.raises(StorageError, match="no room on the disk"):
        fail()
    mend(connection)
    assert connection.in_transaction
    with store.begin() as work:
        assert log() == work.events("case-1")


LIMITED = """
import resource, signal, sqlite3, sys
sys.path[:0] = sys.argv[2:]
from datetime import date
from case_samples import log
from legalcase.errors import StorageError
from legalcase.model.case_events import NoteAdded
from legalcase.storage.sqlite.store import SqliteStore

def note(case, name, size):
    event = NoteAdded(note_id=name, text="x" * size, happened_on=date(2026, 7, 1))
    return case.record(event, recorded_at=case.recorded_at, actor="A. Clerk")

store = SqliteStore(sys.argv[1])
with store.begin() as work:
    work.add(log())
    work.commit()
    size = __import__("os").path.getsize(sys.argv[1])
# A small cache, so that it is in the middle that SQLite has to write.
store._connection.execute("PRAGMA cache_size=2")
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
said = []
with store.begin() as work:
    case = work.get("case-1")
    resource.setrlimit(resource.RLIMIT_FSIZE, (size + 4096, resource.RLIM_INFINITY))
    for number in range(30):
        try:
            after, line = note(case, f"n-{number}", 20_000)
            work.save([line], expected=case.version)
            case = after
        except StorageError as error:
            said.append(str(error))
    _, small = note(case, "small", 1)
    for call in (lambda: work.save([small], expected=case.version), work.commit):
        try:
            call()
        except StorageError as error:
            said.append(str(error))
        else:
            print("NOT REFUSED")
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY,) * 2)
with store.begin() as work:
    assert work.events("case-1") == log(), "something was stored"
    case = work.get("case-1")
    _, line = note(case, "after", 1)
    work.save([line], expected=case.version)
    work.commit()
with SqliteStore(sys.argv[1]).begin() as work:
    assert work.events("case-1") == (*log(), line)
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
