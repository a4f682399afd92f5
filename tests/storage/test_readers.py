"""Readers: one state of the store, however long the reading takes, or a refusal."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

import pytest

from legalcase.errors import ConflictError, InvalidValueError, StorageError
from legalcase.model import CaseFile, NoteAdded
from legalcase.ports import CaseQuery
from legalcase.practice import MODEL, TeamModelChosen
from legalcase.practice.team.facet import TEAM
from legalcase.storage import MemoryStore, SqliteStore, load_file
from legalcase.storage import load as load_any
from store_samples import NOON, load, new_file, noted, save

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from legalcase.storage import Store

KINDS = ("memory", "journal", "log")


@pytest.fixture(name="store", params=KINDS)
def _store(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Store]:
    """Each kind of store, with one case; SQLite with and without a write-ahead log."""
    kind: str = request.param
    made: Store = MemoryStore()
    if kind != "memory":
        safe = (0,) if kind == "log" else (99,)
        monkeypatch.setattr("legalcase.storage.sqlite.store.SAFE_WAL", safe)
        made = SqliteStore(tmp_path / "cases.db", patience=0.2)
        assert ("concurrent" in made.capabilities) == (kind == "log")
    with made as store:
        save(store, new_file())
        yield store


def test_a_reader_sees_one_state_or_refuses(store: Store) -> None:
    """What is committed meanwhile is of another state; nobody waits for anybody."""
    file = load(store)
    with store.read() as reader:
        before = reader.events("case:case-1")
        save(store, noted(file, "later"))
        if "concurrent" in store.capabilities:
            assert reader.events("case:case-1") == before
            assert reader.get("case-1") == file.case
        else:
            for ask in (reader.ids, lambda: reader.find(CaseQuery())):
                with pytest.raises(ConflictError, match="Begin another reading"):
                    ask()
    with store.read() as reader:
        assert len(reader.events("case:case-1")) == len(before) + 1


def test_a_reader_sees_nothing_that_is_not_committed(store: Store) -> None:
    """Also from the thread of the unit itself, and of a large one."""
    file = load(store)
    with store.begin() as work:
        for number in range(12):
            file = noted(file, f"n-{number}", 200_000)
            work.save(file)
            file = file.saved()
        with store.read() as reader:
            assert reader.get("case-1").version < file.base
            assert "n-0" not in reader.get("case-1").notes
        work.commit()
    with store.read() as reader:
        assert reader.get("case-1").version == file.base


def test_questions_of_one_state_are_asked_again(store: Store) -> None:
    """`ask` begins anew where the store cannot go on; and gives up in the end."""
    calls: list[int] = []

    def both(reader: Any) -> tuple[int, int]:
        first = reader.get("case-1").version
        if not calls:
            save(store, noted(load(store), "meanwhile"))
        calls.append(first)
        return first, reader.get("case-1").version

    first, second = store.ask(both)
    assert first == second
    assert len(calls) == (1 if "concurrent" in store.capabilities else 2)

    def always(reader: Any) -> None:
        reader.ids()
        calls.append(0)
        save(store, noted(load(store), f"again-{len(calls)}"))
        reader.ids()

    if "concurrent" not in store.capabilities:
        calls.clear()
        with pytest.raises(ConflictError):
            store.ask(always, attempts=3)
        assert len(calls) == 3
    for wrong in (0, -1, 1.5, "2"):
        with pytest.raises(InvalidValueError, match="attempts needs"):
            store.ask(lambda _: None, attempts=wrong)  # type: ignore[arg-type]  # refused


def test_a_reading_that_is_over_refuses(store: Store) -> None:
    """After its block, and after the store was closed; an error in it frees all."""
    with store.read() as reader:
        pass
    with pytest.raises(StorageError, match="This reading is over"):
        reader.ids()
    with pytest.raises(KeyError), store.read() as reader:
        raise KeyError
    save(store, noted(load(store), "after"))
    with store.read() as reader:
        store.close()
        with pytest.raises(StorageError, match="closed"):
            reader.ids()


def test_readers_in_many_threads_are_answered(store: Store) -> None:
    """While one writes, each answer is of one state, and all are answered."""
    failures: list[BaseException] = []
    is_over = threading.Event()

    def check(reader: Any) -> None:
        case, rows = reader.get("case-1"), reader.find(CaseQuery()).rows
        assert [row.version for row in rows] == [case.version]

    def look() -> None:
        try:
            while not is_over.is_set():
                store.ask(check, attempts=1000)
        except BaseException as error:  # noqa: BLE001 - shown below
            failures.append(error)

    threads = [threading.Thread(target=look) for _ in range(3)]
    for thread in threads:
        thread.start()
    for number in range(20):
        note = f"w-{number}"

        def write(work: Any, name: str = note) -> None:
            work.save(noted(work.file("case-1"), name))

        store.run(write)
    is_over.set()
    for thread in threads:
        thread.join()
    assert failures == []
    assert store.verify() == ()


@pytest.mark.parametrize("written", [None, MODEL], ids=["core", "practice"])
@pytest.mark.parametrize("asked", [None, MODEL], ids=["as-core", "as-practice"])
@pytest.mark.parametrize("kind", ["memory", "sqlite"])
def test_a_case_has_the_rooms_that_are_asked_for(
    kind: str, asked: Any, written: Any, tmp_path: Path
) -> None:
    """Whichever the store was opened with; what they have not is said, never lost."""
    file = CaseFile.of_log(new_file().log, model=MODEL, saved=False).record(
        TeamModelChosen(
            model="custodial", manager="lead", reason="small", happened_on=NOON.date()
        ),
        *(
            NoteAdded(note_id=f"m-{n}", text="x", happened_on=NOON.date())
            for n in range(300)
        ),
        by="clerk",
        at=NOON.replace(year=2027),
    )
    if kind == "memory":
        store: Store = MemoryStore(model=MODEL)
        save(store, file)
    else:
        path = tmp_path / "rooms.db"
        with SqliteStore(path, model=MODEL) as first:
            save(first, file)
        store = SqliteStore(path, model=written)
    unread = () if asked is MODEL else ("practice/team-model-chosen",)
    with store, store.read() as reader:
        for case in (
            load_any(reader, asked, "case-1"),
            load_any(reader, asked, "case-1", known_at=len(file.log)),
            load_file(reader, asked, "case-1").case,
        ):
            assert case.unread == unread
            assert case.has_room(TEAM) == (asked is MODEL)
            if asked is MODEL:
                assert case == file.case
            assert "m-299" in case.notes
        assert reader.verify() == ()
