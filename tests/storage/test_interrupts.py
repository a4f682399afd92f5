"""Ctrl-C and timeouts: wherever they come, no lock is left, and the store goes on."""

from __future__ import annotations

import gc
import os
import random
import shutil
import signal
import sqlite3
import sys
import threading
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from fault_samples import sealer
from legalcase.errors import StorageError
from legalcase.ports import CaseQuery, DueQuery
from legalcase.storage.memory import MemoryStore
from legalcase.storage.sqlite.store import SqliteStore
from people_samples import person
from store_samples import LINES, load, new_file, noted, save

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType

    from legalcase.storage import Store

THOROUGH = os.environ.get("HYPOTHESIS_PROFILE") == "thorough"
NEEDS_TIMER = pytest.mark.skipif(
    not hasattr(signal, "setitimer"), reason="no signal can be timed here"
)


def made(kind: str, path: Path) -> Store:
    """A store with one case."""
    template = path.parent / "template.db"
    store: Store
    if kind == "sqlite" and template.exists():
        shutil.copy(template, path)
        opened = SqliteStore(path, patience=0.5)
        assert opened._connection is not None
        # What the disk does is not asked here; waiting for it takes the time.
        opened._connection.execute("PRAGMA synchronous=OFF")
        return opened
    store = SqliteStore(template) if kind == "sqlite" else MemoryStore()
    save(store, new_file())
    if kind == "memory":
        return store
    store.close()
    return made(kind, path)


def work_on(store: Store) -> None:
    """A unit that reads, one that writes, and one that writes and keeps nothing."""
    file = load(store)
    for name, keeps in (("kept", True), ("lost", False)):
        with store.begin() as work:
            work.save(noted(file, name))
            if keeps:
                work.commit()
            else:
                work.rollback()
        file = load(store)


def check_usable(store: Store, path: Path) -> None:
    """Others may write at once, and so may this program: all or nothing is there."""
    if isinstance(store, SqliteStore):
        theirs = sqlite3.connect(path, isolation_level=None, timeout=0)
        theirs.execute("BEGIN IMMEDIATE")
        theirs.execute("ROLLBACK")
        theirs.close()
    file = load(store)
    assert file.log[:LINES] == new_file().log
    assert [line.event.note_id for line in file.log[LINES:]] in ([], ["kept"])  # type: ignore[union-attr]  # notes
    failures: list[BaseException] = []

    def write() -> None:
        try:
            save(store, noted(file, "next"))
        except BaseException as error:  # noqa: BLE001 - shown below
            failures.append(error)

    thread = threading.Thread(target=write)
    thread.start()
    thread.join()
    assert failures == []
    assert load(store).base == file.base + 1
    assert store.verify() == ()
    store.close()


class Interrupter:
    """Raises at the n-th point at which Python looks for signals, in a store's code.

    Those are the first step of a function and the return from a call; both are what
    a profile function is told of, and what that raises goes the same way.
    """

    def __init__(self, at: int) -> None:
        self.left = at
        self.where = ""

    def __call__(self, frame: FrameType, event: str, argument: Any) -> None:
        """Count, and raise."""
        file = frame.f_code.co_filename
        if event not in {"call", "c_return"} or "/storage/" not in file:
            return
        if frame.f_code.co_name in {"check_usable", "write"}:
            return
        self.left -= 1
        if self.left == 0:
            sys.setprofile(None)
            line = f"{Path(file).name}:{frame.f_lineno}"
            self.where = f"{line} {frame.f_code.co_name} {event} {argument}"
            raise KeyboardInterrupt


@pytest.mark.slow
def test_an_interrupt_at_each_step(kind: str, tmp_path: Path) -> None:
    """Each step of three units of work, one after the other: nothing is left behind."""
    number = 0
    while True:
        number += 1
        path = tmp_path / f"{number}.db"
        store = made(kind, path)
        interrupter = Interrupter(number)
        before = sys.getprofile()
        sys.setprofile(interrupter)
        try:
            work_on(store)
        except KeyboardInterrupt:
            pass
        finally:
            sys.setprofile(before)
        try:
            check_usable(store, path)
        except BaseException as error:
            error.add_note(f"interrupted at {number}: {interrupter.where}")
            raise
        if not interrupter.where:
            break
    assert number > 50


@pytest.fixture(name="kind", params=["sqlite", "memory"])
def _kind(request: pytest.FixtureRequest) -> str:
    kind: str = request.param
    return kind


@contextmanager
def unmeasured() -> Iterator[None]:
    """A block that no coverage is measured of.

    Its tracer holds a lock that it takes in Python; a signal that raises just then
    leaves it held, and the next step waits for ever. Nor is garbage collected: what
    others have hung on that swallows the signal, which then interrupts nothing.
    """
    before, collects = sys.gettrace(), gc.isenabled()
    sys.settrace(None)
    gc.disable()
    try:
        yield
    finally:
        sys.settrace(before)
        if collects:
            gc.enable()


@contextmanager
def raising(error: type[BaseException], after: float) -> Iterator[None]:
    """A block into which a signal comes after that many seconds."""

    def stop(*_: object) -> None:
        raise error

    with unmeasured():
        before = signal.signal(signal.SIGALRM, stop)
        signal.setitimer(signal.ITIMER_REAL, after)
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, before)


@NEEDS_TIMER
@pytest.mark.parametrize("error", [KeyboardInterrupt, TimeoutError])
def test_an_interrupt_at_random_instants(
    kind: str, error: type[BaseException], tmp_path: Path
) -> None:
    """Stores that are interrupted at any instant: none of them is dead."""
    instants = random.Random(None if THOROUGH else 7)  # noqa: S311 - no secret
    rounds = 200 if THOROUGH else 25
    interrupted = 0
    for number in range(rounds):
        path = tmp_path / f"{number}.db"
        store = made(kind, path)
        try:
            with raising(error, instants.uniform(0.0001, 0.006)):
                for _ in range(1000):
                    # After the first round the note is there already.
                    with suppress(ValueError, LookupError):
                        work_on(store)
        except error:
            interrupted += 1
        check_usable(store, path)
    assert interrupted == rounds


def test_waiting_for_another_program_can_be_interrupted(tmp_path: Path) -> None:
    """It ends its work just when Ctrl-C is pressed: the lock was ours for a moment."""
    path = tmp_path / "cases.db"
    store = made("sqlite", path)
    theirs = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    theirs.execute("BEGIN IMMEDIATE")
    done = threading.Timer(0.2, lambda: theirs.execute("ROLLBACK"))
    done.start()
    with pytest.raises(KeyboardInterrupt), raising(KeyboardInterrupt, 0.1):
        store.begin()
    done.join()
    theirs.close()
    check_usable(store, path)


def test_a_unit_that_nobody_has_any_more_is_over(kind: str, tmp_path: Path) -> None:
    """Dropped without an end, or with its thread: the others go on."""
    path = tmp_path / "cases.db"
    store = made(kind, path)

    def drop() -> None:
        store.begin().ids()

    drop()
    thread = threading.Thread(target=drop)
    thread.start()
    thread.join()
    check_usable(store, path)


def test_the_way_into_a_block_is_no_end(kind: str, tmp_path: Path) -> None:
    """Whoever looks at `__exit__` without calling it ends nothing."""
    store = made(kind, tmp_path / "cases.db")
    with store.begin() as work:
        assert hasattr(work, "__exit__")
        assert callable(type(work).__exit__)
        assert work.ids() == ("case-1",)
        work.__exit__(None, None, None)
        with pytest.raises(StorageError, match="is over"):
            work.ids()
    other = store.begin()
    assert hasattr(other, "__exit__")
    assert other.ids() == ("case-1",)
    other.rollback()
    store.close()


def erase(store: SqliteStore) -> None:
    """Somebody, and her bytes."""
    with store.begin() as work:
        work.erase("person:roe")
        work.commit()


def read(store: SqliteStore) -> None:
    """Two readings at once, what they find, and their ends."""
    with store.read() as reader, store.read() as other:
        other.ids()
        reader.find(CaseQuery(text="weak"))
        reader.get("case-1")


#: What is interrupted, and at each how many steps where there is no time for all.
STEPS: dict[str, tuple[Callable[[SqliteStore], object], int]] = {
    "read": (read, 23),
    "ask": (lambda store: store.ask(lambda reader: reader.find(DueQuery())), 23),
    "run": (lambda store: store.run(lambda work: work.ids()), 23),
    "rebuild": (SqliteStore.rebuild, 401),
    "rotate": (SqliteStore.rotate_keys, 31),
    "erase": (erase, 61),
    "close": (SqliteStore.close, 7),
}


@pytest.mark.parametrize("mode", ["delete", "wal"])
@pytest.mark.parametrize("name", STEPS)
def test_an_interrupt_holds_up_nobody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, mode: str
) -> None:
    """Of reading, or of what is done to all: others write at once, and so do we."""
    if mode == "wal":
        monkeypatch.setattr("legalcase.storage.sqlite.store.SAFE_WAL", (3, 0))
    template = tmp_path / "template.db"
    with SqliteStore(template, sealer=sealer()) as store:
        save(store, new_file(), person(), person("doe", family="Doe"))
    act, stride = STEPS[name]
    step = 1
    while True:
        # A log beside it may stay until what was interrupted is collected.
        path = tmp_path / f"{step}.db"
        shutil.copy(template, path)
        store = SqliteStore(path, sealer=sealer(), patience=0.5)
        interrupter = Interrupter(step)
        before = sys.getprofile()
        sys.setprofile(interrupter)
        try:
            act(store)
        except KeyboardInterrupt:
            pass
        finally:
            sys.setprofile(before)
        with closing(sqlite3.connect(path, isolation_level=None, timeout=0)) as theirs:
            # To commit needs the file alone where there is no log.
            theirs.execute("BEGIN IMMEDIATE")
            theirs.execute("UPDATE meta SET value = value")
            theirs.execute("COMMIT")
        if name == "close":
            store.close()
            store = SqliteStore(path, sealer=sealer(), patience=0.5)
        file = load(store)
        save(store, noted(file, "next"))
        assert load(store).base == file.base + 1
        assert store.verify() == ()
        store.close()
        if not interrupter.where:
            break
        step += 1 if THOROUGH else stride
    assert step > stride
