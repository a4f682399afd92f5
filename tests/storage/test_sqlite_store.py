"""The file of a SqliteStore: ours alone, append-only, and whole after any end."""

from __future__ import annotations

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from legalcase.errors import (
    CaseNotFoundError,
    ConflictError,
    InvalidTypeError,
    InvalidValueError,
    SchemaTooNewError,
    StorageError,
)
from legalcase.model import Model
from legalcase.storage.memory import MemoryStore
from legalcase.storage.sqlite import store as store_module
from legalcase.storage.sqlite import work as work_module
from legalcase.storage.sqlite.file import APPLICATION_ID, SCHEMA
from legalcase.storage.sqlite.reader import SqliteReader
from legalcase.storage.sqlite.refusals import told
from legalcase.storage.sqlite.store import SqliteStore, prepare
from legalcase.storage.system_clock import SystemClock
from legalcase.testing import FixedClock, FixedIds
from store_samples import CANARY, LINES, load, new_file, noted, raw, save

GOLDEN = Path(__file__).parent.parent / "golden"


@pytest.fixture(name="path")
def _path(tmp_path: Path) -> Path:
    return tmp_path / "cases.db"


def filled(path: Path) -> None:
    """Put the case of the samples into a store."""
    with SqliteStore(path) as store:
        save(store, new_file())


def holds(store: SqliteStore) -> bool:
    """Tell whether the case of the samples is there as it was, and nothing else."""
    file = load(store)
    return file.log == new_file().log and store.verify() == ()


def test_the_file_says_whose_it_is(path: Path) -> None:
    """In its header, and to every connection."""
    filled(path)
    asked = ("application_id", "user_version", "integrity_check")
    found = raw(path, *(f"PRAGMA {name}" for name in asked))
    assert found == [[(APPLICATION_ID,)], [(SCHEMA,)], [("ok",)]]


def journal(path: Path) -> str:
    """How the file is kept whole: by a write-ahead log, or a rollback journal."""
    mode: str = raw(path, "PRAGMA journal_mode")[0][0][0]
    return mode


def use_version(monkeypatch: pytest.MonkeyPatch, *, safe: bool) -> None:
    """As if SQLite were new enough to share a write-ahead log, or too old."""
    first_safe = (3, 0, 0) if safe else (99, 0, 0)
    monkeypatch.setattr(store_module, "SAFE_WAL", first_safe)


def test_a_log_is_written_ahead_only_where_that_is_safe(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SQLite before 3.51.3 can damage a shared log: it gets a rollback journal.

    And a file that a newer one has made is turned into that, with all it holds.
    """
    use_version(monkeypatch, safe=True)
    filled(path)
    assert journal(path) == "wal"
    use_version(monkeypatch, safe=False)
    with SqliteStore(path) as store:
        assert holds(store)
    assert journal(path) == "delete"
    # A newer one leaves the file as the older one can use it.
    use_version(monkeypatch, safe=True)
    SqliteStore(path).close()
    assert journal(path) == "delete"


def test_a_shared_log_is_not_taken_away(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While another program has the file open, an old SQLite stays out."""
    use_version(monkeypatch, safe=True)
    filled(path)
    theirs = SqliteStore(path)
    with theirs.begin() as work:
        use_version(monkeypatch, safe=False)
        with pytest.raises(StorageError, match="another program"):
            SqliteStore(path, patience=0.05)
        assert work.events("case:case-1") == new_file().log
    theirs.close()
    SqliteStore(path).close()


def test_those_who_wait_for_the_file_let_go_of_it(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Several that open a shared log at once do not wait for each other for ever."""
    use_version(monkeypatch, safe=True)
    filled(path)
    last = SqliteStore(path)
    use_version(monkeypatch, safe=False)
    failures: list[BaseException] = []

    def come() -> None:
        try:
            SqliteStore(path, patience=60).close()
        except BaseException as error:  # noqa: BLE001 - shown by the test below
            failures.append(error)

    threads = [threading.Thread(target=come) for _ in range(4)]
    for thread in threads:
        thread.start()
    last.close()
    for thread in threads:
        thread.join()
    assert failures == []
    assert journal(path) == "delete"


class Failing:
    """A connection that cannot change how the file is kept whole."""

    def execute(self, statement: str) -> Any:
        """Say that there is a log, and fail to take it away."""
        if "=" in statement:
            error = sqlite3.OperationalError(CANARY)
            error.sqlite_errorname = "SQLITE_IOERR"
            raise error
        return self

    def fetchone(self) -> tuple[str]:
        """Say that there is a log."""
        return ("wal",)


def test_a_failing_disk_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only a file that others have open can become free."""
    use_version(monkeypatch, safe=False)
    connection: Any = Failing()
    with pytest.raises(sqlite3.OperationalError):
        store_module._has_its_journal(connection, is_new=False)


def test_a_commit_waits_for_the_disk(path: Path) -> None:
    """`synchronous` is EXTRA: a deadline that was confirmed is not lost with power."""
    store = SqliteStore(path)
    assert store._connection is not None
    assert store._connection.execute("PRAGMA synchronous").fetchone() == (3,)
    store.close()


@pytest.mark.parametrize("path", ["", ":memory:"], ids=["empty", "memory"])
def test_what_is_no_file_is_refused(path: str) -> None:
    """SQLite would take these for a database that is gone with the program."""
    with pytest.raises(InvalidValueError, match=r"Use MemoryStore\(\)"):
        SqliteStore(path)


@pytest.mark.parametrize(
    "path",
    ["a\0b", "\ud800.db", b"cases.db", 7, None],
    ids=["nul", "half", "bytes", "number", "nothing"],
)
def test_what_can_be_no_path_is_refused(path: Any) -> None:
    """With an error of ours, before the disk is asked."""
    with pytest.raises((InvalidValueError, InvalidTypeError), match="path"):
        SqliteStore(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in folders here")
def test_a_pipe_or_a_device_is_not_opened(path: Path) -> None:
    """Whoever reads from it may wait for ever."""
    os.mkfifo(path)
    for place in (path, Path(os.devnull)):
        with pytest.raises(StorageError, match="Check that it is a file"):
            SqliteStore(place)


@pytest.mark.parametrize("kind", ["memory", "sqlite"])
@pytest.mark.parametrize(
    "patience", [float("nan"), float("inf"), -1, -0.001, 1e12, "5", None, True]
)
def test_a_patience_that_nobody_has_is_refused(
    kind: str,
    path: Path,
    patience: Any,
) -> None:
    """Neither an error of the machine, nor a wait without an end."""
    make: Any = partial(SqliteStore, path) if kind == "sqlite" else MemoryStore
    with pytest.raises((InvalidValueError, InvalidTypeError), match="patience"):
        make(patience=patience)
    assert not path.exists()


@pytest.mark.parametrize("kind", ["memory", "sqlite"])
def test_what_is_no_id_names_no_case(kind: str, path: Path) -> None:
    """Half of a surrogate pair, a NUL, and things that are no text."""
    made = SqliteStore(path) if kind == "sqlite" else MemoryStore()
    with made as store, store.begin() as work:
        for name in ("\ud800", "a\0b", "é", ""):
            for ask in (work.get, work.file, lambda x: work.events(f"case:{x}")):
                with pytest.raises(CaseNotFoundError):
                    ask(name)
            with pytest.raises(InvalidValueError, match="is no stream"):
                work.events(name)
        wrong: Any = ["case-1"]
        with pytest.raises(InvalidTypeError, match="id of a case"):
            work.get(wrong)
        assert work.ids() == ()


@pytest.mark.parametrize(
    "prepare",
    [
        lambda path: path.write_bytes(b"Dear Sir or Madam, " * 20),
        lambda path: path.write_bytes(b"short"),
        lambda path: raw(path, "CREATE TABLE theirs (a)"),
        lambda path: raw(path, "PRAGMA application_id=7", "CREATE TABLE theirs (a)"),
        lambda path: raw(path, "PRAGMA journal_mode=WAL", "CREATE TABLE theirs (a)"),
    ],
    ids=["letter", "short", "database", "marked", "wal"],
)
def test_a_foreign_file_is_refused_and_untouched(path: Path, prepare: Any) -> None:
    """Whatever it is, not a byte changes, and no file appears beside it."""
    prepare(path)
    before = {file.name: file.read_bytes() for file in path.parent.iterdir()}
    with pytest.raises(StorageError, match=r"left as it is. Choose another path\."):
        SqliteStore(path)
    after = {file.name: file.read_bytes() for file in path.parent.iterdir()}
    assert before == after


def test_a_newer_database_is_refused_and_untouched(path: Path) -> None:
    """A newer version may keep what this one would break."""
    filled(path)
    raw(path, f"PRAGMA user_version={SCHEMA + 1}")
    before = path.read_bytes()
    with pytest.raises(SchemaTooNewError, match="Upgrade") as caught:
        SqliteStore(path)
    assert (caught.value.found, caught.value.known) == (SCHEMA + 1, SCHEMA)
    assert before == path.read_bytes()


def test_a_newer_database_is_seen_in_its_journal(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The number may still stand in the log that is written ahead."""
    use_version(monkeypatch, safe=True)
    filled(path)
    theirs = sqlite3.connect(path, isolation_level=None)
    theirs.execute(f"PRAGMA user_version={SCHEMA + 1}")
    with pytest.raises(SchemaTooNewError):
        SqliteStore(path)
    theirs.close()


INTO = "INTO line SELECT stream, {}, body, digest FROM line WHERE number = 1"
SECOND = (
    "UPDATE head SET (count, digest) = "
    "(SELECT number, digest FROM line WHERE number = 2)"
)
HEAD = "INTO head SELECT stream, {}, digest FROM line WHERE number = {}"


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE line SET body = '{}' WHERE number = 2",
        "DELETE FROM line WHERE number = 2",
        "INSERT OR REPLACE " + INTO.format(2),
        "INSERT " + INTO.format(99),
        "INSERT " + INTO.format(LINES),
        "UPDATE head SET count = 2",
        "UPDATE head SET stream = 'case:2'",
        SECOND,
        "DELETE FROM head",
        "INSERT OR REPLACE " + HEAD.format(1, 1),
        "INSERT OR REPLACE " + HEAD.format(99, 1),
        "UPDATE event_id SET number = 9",
        "DELETE FROM event_id",
        "INSERT OR REPLACE INTO event_id SELECT event_id, 'case:2', 1 FROM event_id",
    ],
)
def test_the_log_only_grows(path: Path, statement: str) -> None:
    """Changing, deleting, replacing and leaving gaps are refused by the file itself."""
    filled(path)
    with pytest.raises(sqlite3.IntegrityError):
        raw(path, statement)
    with SqliteStore(path) as store:
        assert holds(store)


def test_an_id_of_an_event_is_given_once(path: Path) -> None:
    """Even in another case; and what was half written is taken back."""
    filled(path)
    twice = new_file("case-2", ids=FixedIds("case-1/"))
    with SqliteStore(path) as store:
        with store.begin() as work:
            with pytest.raises(StorageError, match="does not follow") as caught:
                work.save(twice)
            assert CANARY not in str(caught.value)
            work.commit()
        with store.begin() as work:
            assert work.ids() == ("case-1",)


def test_another_case_never_takes_the_ids_of_this_one(path: Path) -> None:
    """Ids come from chance, not from the case's: nobody can block what comes next."""
    filled(path)
    with SqliteStore(path) as store:
        numbers = iter(range(LINES + 1, 99))
        save(store, new_file("case-2", ids=lambda _: f"case-1/{next(numbers)}"))
        save(store, noted(load(store), "next"))
        assert load(store).base == LINES + 1


def test_what_is_derived_can_be_asked_for(path: Path) -> None:
    """Kinds, and what an event says of itself, are tags beside its line."""
    filled(path)
    found = raw(path, "SELECT tag, number FROM tag ORDER BY number, tag")[0]
    assert ("kind:case-opened", 1) in found
    assert ("party:acme", 2) in found
    assert {number for _, number in found} == set(range(1, LINES + 1))


def test_a_damaged_file_is_an_error_of_ours(path: Path) -> None:
    """No exception of sqlite3 escapes, and none shows a stored value."""
    filled(path)
    content = path.read_bytes()
    path.write_bytes(content[:100] + b"\x07" * (len(content) - 100))
    with pytest.raises(StorageError, match="backup") as caught:
        SqliteStore(path)
    assert CANARY not in str(caught.value)


def test_a_folder_or_a_missing_folder_is_an_error_of_ours(tmp_path: Path) -> None:
    """The message says what to check."""
    with pytest.raises(StorageError, match="could not be read"):
        SqliteStore(tmp_path)
    with pytest.raises(StorageError, match="folder exists"):
        SqliteStore(tmp_path / "nowhere" / "cases.db")
    with pytest.raises(StorageError, match=r"The store '\.' could not be read"):
        SqliteStore(".")


def test_a_name_that_no_disk_takes_is_an_error_of_ours(tmp_path: Path) -> None:
    """The disk is asked, and says no."""
    with pytest.raises(StorageError, match="could not be read"):
        SqliteStore(tmp_path / ("x" * 5000))


def test_another_process_has_no_part_in_it(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As if this were a child: nothing is done, nor rolled back, nor closed."""
    filled(path)
    store = SqliteStore(path)
    work = store.begin()
    work.save(noted(new_file().saved(), "next"))
    with monkeypatch.context() as child:
        for module in (store_module, work_module):
            child.setattr(module, "getpid", lambda: -1)
        for call in (store.begin, work.ids, work.commit, work.rollback):
            with pytest.raises(StorageError, match="before this process was forked"):
                call()
        store.close()
    work.commit()
    assert load(store).base == LINES + 1
    store.close()


def test_another_program_may_keep_the_file_for_itself(path: Path) -> None:
    """After the store's patience the error says so."""
    filled(path)
    store = SqliteStore(path, patience=0.05)
    theirs = sqlite3.connect(path, isolation_level=None)
    theirs.execute("BEGIN IMMEDIATE")
    with pytest.raises(StorageError, match="another program"):
        store.begin()
    theirs.execute("ROLLBACK")
    theirs.close()
    with store.begin() as work:
        assert work.ids() == ("case-1",)
    store.close()


@pytest.mark.parametrize("kind", ["memory", "sqlite"])
def test_units_of_work_follow_each_other(kind: str, path: Path) -> None:
    """A second one in the same thread is a mistake; another thread waits, not long."""
    store = (
        SqliteStore(path, patience=0.05)
        if kind == "sqlite"
        else MemoryStore(patience=0.05)
    )
    failures: list[Exception] = []

    def other() -> None:
        try:
            store.begin()
        except StorageError as error:
            failures.append(error)

    with store.begin():
        with pytest.raises(StorageError, match="This thread has a unit of work"):
            store.begin()
        thread = threading.Thread(target=other)
        thread.start()
        thread.join()
    assert [str(error)[:14] for error in failures] == ["Another thread"]
    with store.begin() as work:
        assert work.ids() == ()
    assert repr(store)
    store.close()


def test_a_closed_store_says_so(path: Path) -> None:
    """And can be opened again."""
    store = SqliteStore(path)
    store.close()
    with pytest.raises(StorageError, match="is closed"):
        store.begin()
    filled(path)


LOG = new_file().log


@pytest.mark.parametrize("kind", ["memory", "sqlite"])
@pytest.mark.parametrize(
    ("lines", "expected", "words"),
    [
        (LOG[0], 0, "a list of Recorded lines, not Recorded"),
        ([line.event for line in LOG], 0, "a list of Recorded lines, not list"),
        ("case-1", 0, "a list of Recorded lines, not str"),
        ((), 0, "no line to append"),
        (LOG[1:], 0, "Line 2 of 'case:case-1' stands where line 1"),
        (LOG, "1", "expected has '1' for a stream"),
        (LOG, True, "expected has True for a stream"),
        (LOG, -1, "expected has -1 for a stream"),
        ([evolve(LOG[0], stream="case:2")], 0, "says nothing of the stream 'case:2'"),
    ],
    ids=[
        "one-line",
        "bare-events",
        "text",
        "nothing",
        "gap",
        "number-as-text",
        "truth",
        "negative",
        "other-stream",
    ],
)
def test_what_is_no_log_is_refused(
    kind: str, path: Path, lines: Any, expected: Any, words: str
) -> None:
    """The message says what to pass, and the store is as it was."""
    made = SqliteStore(path) if kind == "sqlite" else MemoryStore()
    with made as store, store.begin() as work:
        with pytest.raises((InvalidTypeError, InvalidValueError), match=words):
            work.append(lines, expected={"case:case-1": expected})
        none: Any = 0
        with pytest.raises(InvalidTypeError, match="expected needs a number for each"):
            work.append(LOG, expected=none)
        assert work.ids() == ()


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("SQLITE_BUSY", "another program"),
        ("SQLITE_LOCKED_SHAREDCACHE", "another program"),
        ("SQLITE_CONSTRAINT_TRIGGER", "does not follow"),
        ("SQLITE_CORRUPT_INDEX", "backup"),
        ("SQLITE_NOTADB", "backup"),
        ("SQLITE_FULL", "Make room"),
        ("SQLITE_IOERR_WRITE", r"the disk failed, or is full \(SQLITE_IOERR_WRITE\)"),
        ("SQLITE_READONLY", r"could not be read or written \(SQLITE_READONLY\)"),
    ],
)
def test_what_sqlite_refuses_is_said_in_our_words(name: str, words: str) -> None:
    """Each with what to do; the text of SQLite, which may hold values, is left out."""
    refusal = sqlite3.OperationalError(CANARY)
    refusal.sqlite_errorname = name

    def refuse() -> None:
        raise refusal

    with pytest.raises(StorageError, match=words) as caught:
        told(Path("c.db"), refuse)
    assert CANARY not in str(caught.value)
    assert str(caught.value).startswith("The store 'c.db' ")
    assert (caught.value.__cause__, caught.value.__context__) == (None, None)


def test_a_full_disk_loses_nothing(path: Path) -> None:
    """A commit that finds no room is an error, and the log is as it was."""
    filled(path)
    store = SqliteStore(path)
    assert store._connection is not None
    pages = store._connection.execute("PRAGMA page_count").fetchone()[0]
    store._connection.execute(f"PRAGMA max_page_count={pages}")
    large = noted(load(store), "long", 100_000)
    with store.begin() as work, pytest.raises(StorageError, match="no room on the"):
        work.save(large)
    assert holds(store)
    store.close()


def test_whoever_makes_the_file_first_decides_whose_it_is(path: Path) -> None:
    """A file that turns into another program's while we open it is left alone."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("CREATE TABLE theirs (a)")
    with pytest.raises(StorageError, match="another program"):
        prepare(connection, path, Model.core())
    assert connection.execute("SELECT name FROM sqlite_schema").fetchall() == [
        ("theirs",)
    ]
    connection.close()


WRITER = """
import sys
from legalcase.storage.sqlite.store import SqliteStore
from store_samples import load, noted, save

store = SqliteStore(sys.argv[1])
file = load(store)
print("ready", flush=True)
while True:
    file = noted(file, f"n-{file.base}")
    save(store, file)
    file = file.saved()
    print(file.base, flush=True)
"""


@pytest.mark.slow
@pytest.mark.skipif(
    not hasattr(signal, "SIGKILL"), reason="no program can be killed like that here"
)
def test_what_was_confirmed_survives_a_kill(path: Path) -> None:
    """A writer killed in the middle, again and again: nothing lost, nothing half."""
    filled(path)
    confirmed = LINES
    for _ in range(3):
        writer = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(path)],
            stdout=subprocess.PIPE,
            text=True,
            env={"PYTHONPATH": ":".join(sys.path)},
        )
        assert writer.stdout is not None
        assert writer.stdout.readline() == "ready\n"
        for _ in range(5):
            confirmed = int(writer.stdout.readline())
        writer.kill()
        # What it said before it died counts, too.
        said = writer.stdout.read().splitlines()
        confirmed = int(said[-1]) if said and said[-1].isdigit() else confirmed
        writer.wait()
        writer.stdout.close()
        with SqliteStore(path) as store:
            assert load(store).base >= confirmed
            assert store.verify() == ()
        assert raw(path, "PRAGMA integrity_check") == [[("ok",)]]


RIVAL = """
import sys
from legalcase.errors import StaleCaseError
from legalcase.storage.sqlite.store import SqliteStore
from store_samples import load, noted, save

store = SqliteStore(sys.argv[1], patience=60)
for number in range(int(sys.argv[3])):
    while True:
        file = noted(load(store), f"{sys.argv[2]}-{number}")
        try:
            save(store, file)
        except StaleCaseError:
            continue
        break
"""


@pytest.mark.slow
@pytest.mark.parametrize("safe", [True, False], ids=["from-a-log", "from-a-journal"])
def test_programs_that_write_at_once_lose_nothing(
    path: Path,
    monkeypatch: pytest.MonkeyPatch,
    safe: bool,
) -> None:
    """Two of them, each looking again when the other was first: every note is there."""
    use_version(monkeypatch, safe=safe)
    filled(path)
    rivals = [
        subprocess.Popen(
            [sys.executable, "-c", RIVAL, str(path), name, "15"],
            stderr=subprocess.PIPE,
            text=True,
            env={"PYTHONPATH": ":".join(sys.path)},
        )
        for name in ("one", "two")
    ]
    ended = [(rival.communicate()[1], rival.returncode) for rival in rivals]
    assert ended == [("", 0), ("", 0)]
    with SqliteStore(path) as store:
        case = load(store).case
        assert store.verify() == ()
    notes = {note.note_id for note in case.notes} - {"note-1", "note-2"}
    assert notes == {f"{name}-{n}" for name in ("one", "two") for n in range(15)}
    assert raw(path, "PRAGMA integrity_check") == [[("ok",)]]


def test_the_golden_database_is_read_for_ever(tmp_path: Path) -> None:
    """A file of this schema: it opens, is bound as it was, reads, and takes more."""
    path = tmp_path / "golden.db"
    shutil.copy(GOLDEN / f"cases-{SCHEMA}.db", path)
    anchors = json.loads((GOLDEN / f"heads-{SCHEMA}.json").read_text(encoding="utf-8"))
    with SqliteStore(path) as store:
        assert store.verify(anchors=anchors) == ()
        assert [list(head) for head in store.heads()] == anchors
        file = load(store, "roe")
        assert [line.unread for line in file.log] == [()] * len(file.log)
        assert file.case.notes["note-1"].text == "Strong."
        assert file.case.deadlines["answers"].review.state == "needs-review"
        assert str(file.case.dates("answers").due) == "2026-07-09"
        save(store, noted(file, "later"))
        assert store.verify(anchors=anchors) == ()


class Hesitant:
    """A connection before whose first step to write, another program is faster."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._inner = sqlite3.connect(path, isolation_level=None)

    def execute(self, statement: str) -> sqlite3.Cursor:
        """Let the other go first."""
        if statement == "BEGIN IMMEDIATE":
            filled(self._path)
        return self._inner.execute(statement)

    def close(self) -> None:
        """Close the file."""
        self._inner.close()


def test_two_programs_may_make_the_file_at_once(path: Path) -> None:
    """The second finds the first one's tables, and keeps them."""
    connection: Any = Hesitant(path)
    assert not prepare(connection, path, Model.core())
    connection.close()
    with SqliteStore(path) as store:
        assert holds(store)


def test_an_empty_file_is_taken(path: Path) -> None:
    """As a program has it that makes a temporary file first."""
    path.touch()
    filled(path)
    assert path.stat().st_size


def test_clocks_tell_aware_time() -> None:
    """The machine's clock for work, and one that stands still for tests."""
    now = SystemClock().now()
    assert now.utcoffset() is not None
    fixed = FixedClock(now)
    assert now == fixed.now() == fixed.now()
    fixed.advance(now - now)
    assert now == fixed.now()


@pytest.mark.parametrize("kind", ["file", "memory"])
def test_a_store_is_closed_at_the_end_of_its_block(path: Path, kind: str) -> None:
    """Whatever happens in it; a file can then be moved."""
    made = SqliteStore(path) if kind == "file" else MemoryStore()
    with made as store, store.begin() as work:
        assert work.ids() == ()
    if isinstance(store, SqliteStore):
        with pytest.raises(StorageError, match="closed"):
            store.begin()


@pytest.mark.parametrize("written", [1, 100], ids=["once", "all-the-time"])
def test_a_store_is_opened_while_others_write(
    path: Path, monkeypatch: pytest.MonkeyPatch, written: int
) -> None:
    """A reading that somebody's commit breaks off is begun again, or waited for."""
    filled(path)
    left = [ConflictError("Somebody has written. Begin another reading.")] * written
    behind = SqliteReader.behind

    def broken(self: SqliteReader) -> tuple[str, ...]:
        if left:
            raise left.pop()
        return behind(self)

    monkeypatch.setattr(SqliteReader, "behind", broken)
    with SqliteStore(path) as store:
        assert store.verify() == ()
    assert len(left) == max(written - 8, 0)
