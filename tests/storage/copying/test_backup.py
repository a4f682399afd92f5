"""A live file is backed up whole, while others write, and nothing half is left."""

from __future__ import annotations

import sqlite3
import threading
from typing import TYPE_CHECKING

import pytest

from copy_samples import filled, state
from legalcase.errors import InvalidTypeError, InvalidValueError, StorageError
from legalcase.storage import SqliteStore
from legalcase.storage.sqlite import backing_up
from store_samples import load, new_file, noted, save

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(params=["wal", "delete"])
def path(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """The file of a store, with a write-ahead log and without."""
    first = (3, 0, 0) if request.param == "wal" else (99, 0, 0)
    monkeypatch.setattr("legalcase.storage.sqlite.store.SAFE_WAL", first)
    folder = tmp_path / "live"
    folder.mkdir()
    return folder / "firm.db"


def names(path: Path) -> list[str]:
    """What lies in a folder."""
    return sorted(each.name for each in path.iterdir())


def test_it_is_the_store(path: Path, tmp_path: Path) -> None:
    """All that can be asked of it; and it can be gone on with."""
    kept = tmp_path / "kept"
    kept.mkdir()
    told: list[tuple[int, int]] = []
    with SqliteStore(path) as store:
        filled(store)
        heads = store.backup(kept / "firm.db", progress=lambda *both: told.append(both))
        assert heads == store.heads()
        assert names(kept) == ["firm.db"]
        assert told[-1][0] == told[-1][1] > 0
        before = state(store)
        save(store, noted(load(store), "later"))
        assert (kept / "firm.db").stat().st_mode == path.stat().st_mode
    with SqliteStore(kept / "firm.db") as copy:
        assert state(copy) == before
        assert copy.verify(anchors=heads) == ()
        save(copy, noted(load(copy), "other"))


@pytest.mark.slow
def test_others_write_meanwhile(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Page by page, with somebody who never stops: it comes to an end, and is whole."""
    monkeypatch.setattr(backing_up, "_STEP", 3)
    store, other = SqliteStore(path), SqliteStore(path, patience=30)
    save(store, new_file())
    stop = threading.Event()
    failures: list[BaseException] = []
    written: list[int] = []

    def write() -> None:
        try:
            file = load(other)
            while not stop.is_set():
                file = noted(file, f"n{len(written)}", 2000)
                save(other, file)
                file = file.saved()
                written.append(len(file.log))
        except BaseException as error:  # noqa: BLE001 - shown below
            failures.append(error)

    thread = threading.Thread(target=write, daemon=True)
    thread.start()
    try:
        for number in range(4):
            while len(written) < 3 * (number + 1) and not failures:
                stop.wait(0.005)
            least = written[-1]
            [head] = store.backup(path.with_name(f"{number}.db"))
            assert least <= head.number
            with SqliteStore(path.with_name(f"{number}.db")) as copy:
                assert copy.verify(anchors=[head]) == ()
                assert copy.heads() == (head,)
    finally:
        stop.set()
        thread.join(60)
    assert failures == []
    assert store.verify(anchors=[head]) == ()
    store.close()
    other.close()


@pytest.mark.parametrize("end", ["", "-journal", "-wal", "-shm"])
def test_nothing_is_overwritten(end: str, path: Path) -> None:
    """Nor is a name taken beside which SQLite would find a journal of others."""
    taken = path.with_name(f"copy.db{end}")
    taken.write_bytes(b"mine")
    with SqliteStore(path) as store:
        before = names(path.parent)
        with pytest.raises(InvalidValueError, match="is there already"):
            store.backup(path.with_name("copy.db"))
        with pytest.raises(InvalidValueError, match="is there already"):
            store.backup(path)
        assert names(path.parent) == before
    assert taken.read_bytes() == b"mine"


def test_who_takes_the_name_meanwhile_keeps_it(path: Path) -> None:
    """The name is given last, and to nobody who is there."""
    copy = path.with_name("copy.db")

    def take(*_: int) -> None:
        copy.write_bytes(b"mine")

    with SqliteStore(path) as store:
        filled(store)
        with pytest.raises(InvalidValueError, match="is there already"):
            store.backup(copy, progress=take)
    assert names(path.parent) == ["copy.db", "firm.db"]
    assert copy.read_bytes() == b"mine"


def test_an_interrupt_leaves_nothing(path: Path) -> None:
    """No half of a file, under its name or another, and the store goes on."""

    def stop(*_: int) -> None:
        raise KeyboardInterrupt

    with SqliteStore(path) as store:
        filled(store)
        with pytest.raises(KeyboardInterrupt):
            store.backup(path.with_name("copy.db"), progress=stop)
        save(store, noted(load(store), "next"))
        assert store.verify() == ()
    assert names(path.parent) == ["firm.db"]


def test_a_damaged_file_is_not_backed_up(path: Path) -> None:
    """What would be kept for years has to be whole."""
    filled(SqliteStore(path)).close()
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("DROP TRIGGER line_stays")
    connection.close()
    with SqliteStore(path) as store:
        with pytest.raises(StorageError, match=r"was not kept: .*line_stays"):
            store.backup(path.with_name("copy.db"))
        assert not [name for name in names(path.parent) if "copy" in name]


def test_what_cannot_be_a_place(path: Path) -> None:
    """A folder that is not there, what is no path, a store that is closed."""
    store = SqliteStore(path)
    with pytest.raises(StorageError, match="could not be written"):
        store.backup(path.parent / "nowhere" / "copy.db")
    with pytest.raises(InvalidTypeError, match="path needs text"):
        store.backup(7)  # type: ignore[arg-type]  # refused
    store.close()
    for act in (lambda: store.backup(path.with_name("copy.db")), store.optimize):
        with pytest.raises(StorageError, match="is closed"):
            act()


def test_whoever_keeps_the_file_too_long_is_named(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody waits for ever."""
    filled(SqliteStore(path)).close()
    store = SqliteStore(path, patience=0.05)
    if "concurrent" in store.capabilities:
        store.close()
        return
    real = sqlite3.connect
    theirs: list[sqlite3.Connection] = []

    def connect(*given: object, **named: object) -> sqlite3.Connection:
        if str(given[0]).endswith(".part") and not theirs:
            theirs.append(real(path, isolation_level=None))
            theirs[0].execute("BEGIN EXCLUSIVE")
        return real(*given, **named)  # type: ignore[call-overload,no-any-return]  # passed on

    monkeypatch.setattr(sqlite3, "connect", connect)
    with pytest.raises(StorageError, match=r"kept busy|being written"):
        store.backup(path.with_name("copy.db"))
    monkeypatch.undo()
    theirs[0].close()
    store.close()
    assert names(path.parent) == ["firm.db"]


def test_optimizing_changes_nothing_that_can_be_asked(path: Path) -> None:
    """The index is one part afterwards, and the log is empty."""
    with SqliteStore(path) as store:
        filled(store)
        before = state(store)
        segments = "SELECT count(DISTINCT segid) FROM word_idx"
        store.optimize()
        assert state(store) == before
        assert store.verify() == ()
        connection = sqlite3.connect(path)
        assert connection.execute(segments).fetchone() == (1,)
        connection.close()
        save(store, noted(load(store), "next"))


def test_in_a_transaction_of_others_it_is_refused(path: Path) -> None:
    """There is no state that could be kept, and nothing to be written anew."""
    filled(SqliteStore(path)).close()
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("BEGIN IMMEDIATE")
    store = SqliteStore(connection=connection)
    for act in (
        lambda: store.backup(path.with_name("copy.db")),
        store.optimize,
        store.scrub,
    ):
        with pytest.raises(StorageError, match="in a transaction of others"):
            act()
    connection.execute("ROLLBACK")
    connection.close()
