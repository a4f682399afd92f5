"""Whoever is erased from a file of SQLite leaves no byte in it."""

from __future__ import annotations

import json
import shutil
import sqlite3
from pathlib import Path

import pytest

from legalcase.directory import AddressGiven, Directory
from legalcase.errors import StorageError
from legalcase.storage.memory import MemoryStore
from legalcase.storage.sqlite import SqliteStore
from people_samples import CANARY, DAY, after, firm, person
from store_samples import load, new_file

GOLDEN = Path(__file__).parent.parent / "golden"


def bytes_of(path: Path) -> bytes:
    """All that lies in the file and in those beside it."""
    found = sorted(path.parent.glob(f"{path.name}*"))
    return b"".join(each.read_bytes() for each in found)


def raw(path: Path, *statements: str) -> list[list[tuple[object, ...]]]:
    """What SQLite says, by itself."""
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        return [connection.execute(each).fetchall() for each in statements]
    finally:
        connection.close()


@pytest.mark.parametrize("journal", ["wal", "delete"])
def test_no_byte_of_whom_was_erased_stays(
    tmp_path: Path, journal: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither in the file nor beside it, of a small entry or of one of many pages."""
    path = tmp_path / "people.db"
    secret = f"{CANARY}-8812"
    monkeypatch.setattr("legalcase.storage.sqlite.store.SAFE_WAL", (3, 0))
    long = after(
        person(family=secret),
        *(
            AddressGiven(
                address_id=f"a-{n}",
                sort="post",
                text=f"{secret} {n} " * 200,
                happened_on=DAY,
            )
            for n in range(40)
        ),
    )
    with SqliteStore(path):
        pass
    raw(path, f"PRAGMA journal_mode={journal}")
    with SqliteStore(path) as store:
        for entry in (firm(), long, person("doe", family="Doe")):
            with store.begin() as work:
                work.save(entry)
                work.commit()
        with store.begin() as work:
            work.save(new_file())
            work.commit()
        assert secret.encode() in bytes_of(path)
        with store.begin() as work:
            work.erase("person:roe")
            work.commit()
        assert secret.encode() not in bytes_of(path)
        assert b"Doe" in bytes_of(path)
        assert store.verify() == ()
        assert load(store).base == 8
    assert secret.encode() not in bytes_of(path)
    assert raw(path, "SELECT stream FROM erased", "PRAGMA integrity_check") == [
        [("person:roe",)],
        [("ok",)],
    ]


def test_the_door_is_for_people_alone(tmp_path: Path) -> None:
    """SQLite itself refuses to delete a case, and to begin what was erased again."""
    path = tmp_path / "people.db"
    with SqliteStore(path) as store, store.begin() as work:
        work.save(person(), new_file())
        work.commit()
    for statement in (
        "INSERT INTO erased (stream) VALUES ('case:case-1')",
        "DELETE FROM line WHERE stream = 'case:case-1'",
        "DELETE FROM line WHERE stream = 'person:roe'",
        "DELETE FROM head",
        "DELETE FROM event_id",
    ):
        with pytest.raises(sqlite3.IntegrityError):
            raw(path, statement)
    with SqliteStore(path) as store, store.begin() as work:
        work.erase("person:roe")
        work.commit()
    for statement in (
        "DELETE FROM erased",
        "UPDATE erased SET stream = 'person:doe'",
        "INSERT INTO line VALUES ('person:roe', 1, '{}', zeroblob(32))",
    ):
        with pytest.raises(sqlite3.IntegrityError):
            raw(path, statement)


def test_another_program_in_the_way_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The erasure holds; the bytes go when it is done."""
    path = tmp_path / "people.db"
    monkeypatch.setattr("legalcase.storage.sqlite.store.SAFE_WAL", (3, 0))
    store = SqliteStore(path, patience=0.05)
    with store.begin() as work:
        work.save(person())
        work.commit()
    reader = sqlite3.connect(path, isolation_level=None)
    assert reader.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM line").fetchall()
    with store.begin() as work:
        work.erase("person:roe")
        with pytest.raises(StorageError, match="Call scrub"):
            work.commit()
    with store.begin() as work:
        assert work.directory() == Directory.of()
    reader.close()
    store.scrub()
    assert CANARY.encode() not in bytes_of(path)
    store.close()


def test_a_file_without_the_door_gets_one(tmp_path: Path) -> None:
    """One of the schema before; its logs are bound as they were."""
    path = tmp_path / "golden.db"
    shutil.copy(GOLDEN / "cases-2.db", path)
    anchors = json.loads((GOLDEN / "heads-2.json").read_text(encoding="utf-8"))
    with SqliteStore(path) as store:
        assert store.verify(anchors=anchors) == ()
        with store.begin() as work:
            work.save(person())
            work.commit()
        with store.begin() as work:
            work.erase("person:roe")
            work.commit()
        assert store.verify(anchors=anchors) == ()
    with SqliteStore(path) as store:
        assert [list(head) for head in store.heads()] == anchors


@pytest.mark.parametrize("kind", ["memory", "sqlite"])
def test_who_comes_and_goes_in_the_first_commit(kind: str, tmp_path: Path) -> None:
    """The store has a name all the same: its cursors are good."""
    made = MemoryStore() if kind == "memory" else SqliteStore(tmp_path / "a.db")
    with made as store:
        with store.begin() as work:
            work.save(person())
            work.erase("person:roe")
            work.commit()
        with store.read() as reader:
            seen = reader.changes_since(None)
            assert [tuple(one) for one in seen.rows] == [("person:roe", 0, 0)]
            assert reader.changes_since(seen.position).rows == ()
        assert store.verify() == ()
