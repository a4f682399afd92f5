"""A store is copied into another one as it is, and goes on where it was interrupted."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve

from copy_samples import COMMITS, filled, made, state
from legalcase.errors import (
    CaseNotFoundError,
    DecodeError,
    InvalidTypeError,
    InvalidValueError,
    StorageError,
)
from legalcase.kernel import UnknownEvent
from legalcase.storage import MemoryStore, SqliteStore, copy_store
from people_samples import person
from store_samples import load, new_file, noted, save

if TYPE_CHECKING:
    from pathlib import Path

    from legalcase.storage import Store

KINDS = ("memory", "sqlite")


@pytest.mark.parametrize("there", KINDS)
@pytest.mark.parametrize("here", KINDS)
def test_all_of_it_arrives(there: str, here: str, tmp_path: Path) -> None:
    """Lines, commits, lists, words, tags, tombstones, and the cursors of both."""
    source = filled(made(there, tmp_path / "there.db"))
    target = made(here, tmp_path / "here.db")
    told: list[tuple[int, int]] = []
    heads = copy_store(source, target, progress=lambda *both: told.append(both))
    assert heads == source.heads() == target.heads()
    assert state(target) == state(source)
    assert told == [(0, 20), (20, 20)]
    # Both go on as ever, each by itself.
    for store in (source, target):
        save(store, noted(load(store), "next"))
        assert store.verify(anchors=heads) == ()
        with (
            store.begin() as work,
            pytest.raises(StorageError, match="given before"),
        ):
            work.save(person("doe"))
        store.close()


@pytest.mark.parametrize("here", KINDS)
def test_an_empty_store_is_copied(here: str, tmp_path: Path) -> None:
    """Nothing comes of nothing, and the copy can be filled."""
    target = made(here, tmp_path / "here.db")
    assert copy_store(MemoryStore(), target) == ()
    assert filled(target).verify() == ()
    target.close()


@pytest.mark.parametrize("here", KINDS)
def test_one_line(here: str, tmp_path: Path) -> None:
    """The smallest store there is."""
    source = MemoryStore()
    with source.begin() as work:
        work.save(person())
        work.commit()
    target = made(here, tmp_path / "here.db")
    assert [head.number for head in copy_store(source, target)] == [1]
    assert state(target) == state(source)
    target.close()


@pytest.mark.slow
def test_thousands_of_lines(tmp_path: Path) -> None:
    """Small commits are kept together, none is split; snapshots are made."""
    source = MemoryStore()
    file = new_file()
    save(source, file)
    file = file.saved()
    for number in range(150):
        for part in range(20):
            file = noted(file, f"n{number}-{part}")
        save(source, file)
        file = file.saved()
    target = SqliteStore(tmp_path / "here.db")
    told: list[int] = []
    copy_store(source, target, progress=lambda done, _: told.append(done))
    assert told == [0, 988, 1988, 2988, 3008]
    assert state(target) == state(source)
    with target.read() as reader:
        snapshot = reader._once(lambda: reader._snapshot("case:case-1"))
        assert snapshot is not None
        assert reader.get("case-1") == file.case
    target.close()


@pytest.mark.parametrize("here", KINDS)
@pytest.mark.parametrize("after", range(1, 8))
def test_an_interrupted_copy_goes_on(
    here: str, after: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At each commit: Ctrl-C, and the same call again; what is there is whole."""
    monkeypatch.setattr("legalcase.storage.copying._MOST", 1)
    source = filled(made("sqlite", tmp_path / "there.db"))
    target = made(here, tmp_path / "here.db")
    seen: list[tuple[int, int]] = []

    def stop(*both: int) -> None:
        seen.append((both[0], both[1]))
        if len(seen) == after:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        copy_store(source, target, progress=stop)
    assert target.verify() == ()
    assert seen[-1][0] == sum(head.number for head in target.heads())
    again: list[tuple[int, int]] = []
    heads = copy_store(source, target, progress=lambda *both: again.append(both))
    assert again[0] == seen[-1]
    assert heads == source.heads()
    assert state(target) == state(source)
    source.close()
    target.close()


@pytest.mark.parametrize("here", KINDS)
def test_a_copy_follows_its_source(here: str, tmp_path: Path) -> None:
    """What was committed since comes along, and what was erased since goes."""
    source = filled(MemoryStore())
    target = made(here, tmp_path / "here.db")
    copy_store(source, target)
    save(source, noted(load(source), "later"))
    with source.begin() as work:
        work.erase("person:roe")
        work.commit()
    copy_store(source, target)
    assert state(target) == state(source)
    with target.begin() as work, pytest.raises(CaseNotFoundError):
        work.entry("person:roe")
    target.close()


def test_what_is_erased_meanwhile_is_not_brought_back(tmp_path: Path) -> None:
    """The lines that are there go, the others never come."""
    source = filled(MemoryStore())
    with source.begin() as work:
        work.save(person("late"))
        work.commit()
    target = made("sqlite", tmp_path / "here.db")
    done: list[int] = []

    def erase(number: int, _: int) -> None:
        if not done:
            done.append(number)
            with source.begin() as work:
                work.erase("person:late")
                work.erase("person:roe")
                work.commit()

    copy_store(source, target, progress=erase)
    assert state(target) == state(source)
    assert b"person:late/1" not in (tmp_path / "here.db").read_bytes()
    target.close()


def others(source: Store, tmp_path: Path) -> dict[str, Any]:
    """What is no copy, and why."""

    def another() -> Store:
        store = MemoryStore()
        save(store, new_file("case-9"))
        return store

    def ahead() -> Store:
        store = MemoryStore()
        copy_store(source, store)
        save(store, noted(load(store), "mine"))
        return store

    def forked() -> Store:
        store = MemoryStore()
        save(store, new_file())
        save(store, noted(load(store), "mine"))
        return store

    def eraser() -> Store:
        store = MemoryStore()
        save(store, new_file())
        with store.begin() as work:
            work.save(new_file("case-2"), person())
            work.commit()
        with store.begin() as work:
            work.erase("person:roe")
            work.commit()
        return store

    def damaged() -> Store:
        path = tmp_path / "damaged.db"
        with SqliteStore(path) as store:
            copy_store(source, store)
        connection = sqlite3.connect(path)
        connection.execute("DROP TRIGGER line_stays")
        connection.execute("DROP TRIGGER head_follows")
        for table, where in (("line", "number = 10"), ("head", "count = 10")):
            connection.execute(
                f"UPDATE {table} SET digest = zeroblob(32) WHERE {where}"  # noqa: S608 - ours
            )
        connection.commit()
        connection.close()
        return SqliteStore(path)

    return {
        "began with another line": another,
        "has more commits": ahead,
        "its commits are not those": forked,
        "'person:roe' was erased there": eraser,
        "line 10 of 'case:case-2' is another one": damaged,
    }


@pytest.mark.parametrize("number", range(5))
def test_a_target_that_holds_something_else_is_refused(
    number: int, tmp_path: Path
) -> None:
    """And nothing is written to it."""
    source = filled(MemoryStore())
    why, make = list(others(source, tmp_path).items())[number]
    target = make()
    before = state(target)
    with pytest.raises(StorageError, match=why) as caught:
        copy_store(source, target)
    assert "nothing was written" in str(caught.value)
    assert state(target) == before
    target.close()


def test_others_who_write_into_the_target_are_noticed() -> None:
    """It is no copy any more."""
    source, target = filled(MemoryStore()), MemoryStore()

    def write(number: int, _: int) -> None:
        if not number:
            save(target, new_file("case-9"))

    with pytest.raises(StorageError, match="it began with another line"):
        copy_store(source, target, progress=write)


def test_what_is_no_store_is_refused() -> None:
    """Also one that is copied into itself."""
    store = MemoryStore()
    with pytest.raises(InvalidValueError, match="into itself"):
        copy_store(store, store)
    with pytest.raises(InvalidTypeError, match="source needs a store of this package"):
        copy_store("sqlite:///cases.db", store)  # type: ignore[arg-type]  # refused
    with pytest.raises(InvalidTypeError, match="target needs a store of this package"):
        copy_store(store, None)  # type: ignore[arg-type]  # refused


DAMAGES = {
    "a digest": (
        "UPDATE line SET body = ' ' || body WHERE stream || number = 'case:case-23'",
        "Line 3 of 'case:case-2' is not what was stored",
        ["case:case-1"],
    ),
    "a gap": (
        "DELETE FROM line WHERE stream = 'case:case-1' AND number = 9",
        "Line 9 of 'case:case-1' is missing",
        ["case:case-1", "case:case-2", "person:roe"],
    ),
    "a commit": (
        "DELETE FROM change WHERE position = 4",
        "Commit 4 is missing",
        ["case:case-1", "case:case-2", "person:roe"],
    ),
    "an end": (
        "UPDATE head SET count = 10 WHERE stream = 'case:case-1'",
        "ends elsewhere",
        ["case:case-1", "case:case-2", "person:roe"],
    ),
}


@pytest.mark.parametrize("what", DAMAGES)
def test_a_damaged_source_is_copied_up_to_the_fault(what: str, tmp_path: Path) -> None:
    """What it says names the line; nothing of the commit is there, all before it is."""
    statement, why, there = DAMAGES[what]
    path = tmp_path / "there.db"
    filled(SqliteStore(path)).close()
    connection = sqlite3.connect(path, isolation_level=None)
    for trigger in ("line_stays", "line_is_kept", "change_is_kept", "head_follows"):
        connection.execute(f"DROP TRIGGER {trigger}")
    connection.execute(statement)
    connection.close()
    source, target = SqliteStore(path), MemoryStore()
    with pytest.raises((DecodeError, StorageError), match=why):
        copy_store(source, target)
    assert [head.stream for head in target.heads()] == there
    assert target.verify() == ()
    source.close()


def test_lines_that_are_not_known_are_kept_to_the_byte(tmp_path: Path) -> None:
    """With the tags that somebody gave them who knows them."""
    path = tmp_path / "there.db"
    source = SqliteStore(path)
    save(source, new_file())
    file = load(source)
    unknown = UnknownEvent(
        kind="acme-legal/screened",
        schema=3,
        happened=None,
        payload='{"b": 1.50,  "a":"\\u00e9"}',
    )
    line = file.log[-1]
    line = evolve(
        line,
        number=9,
        event_id="strange",
        kind=unknown.kind,
        schema=3,
        event=unknown,
        label=None,
    )
    with source.begin() as work:
        work.append([line], expected={"case:case-1": 8})
        work.commit()
    source.close()
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("INSERT INTO tag VALUES ('screen:1', 'case:case-1', 9)")
    connection.close()
    source = SqliteStore(path)
    assert source.verify() == ()
    for target in (MemoryStore(), SqliteStore(tmp_path / "here.db")):
        copy_store(source, target)
        assert state(target) == state(source)
        assert (
            b'"b": 1.50,  "a":"\\u00e9"' in state(target)["bodies"]["case:case-1"][8][1]
        )
        target.close()
    source.close()


def test_it_makes_as_many_commits_as_there_were() -> None:
    """Those that the samples have: a test of the samples."""
    with filled(MemoryStore()).read() as reader:
        assert len(reader.changes_since(None).rows) == COMMITS + 1
