"""What is sealed is copied as it is, by those who can open it or not."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, Any

import pytest

from copy_samples import filled, made, state
from legalcase.errors import DecodeError, LegalCaseError, StorageError
from legalcase.storage import MemoryStore, SqliteStore, copy_store
from people_samples import CANARY, person
from sealing_samples import NEW, rotated, sealer
from store_samples import load, noted, save

if TYPE_CHECKING:
    from pathlib import Path

KINDS = ("memory", "sqlite")


@pytest.mark.parametrize("opens", [True, False])
@pytest.mark.parametrize("here", KINDS)
@pytest.mark.parametrize("there", KINDS)
def test_it_arrives_sealed(there: str, here: str, opens: bool, tmp_path: Path) -> None:
    """Bodies, wrapped keys, and what lists say in clear; then somebody opens it."""
    source = filled(made(there, tmp_path / "there.db", sealer=sealer()))
    keys: dict[str, Any] = {"sealer": sealer()} if opens else {}
    target = made(here, tmp_path / "here.db", **keys)
    copy_store(source, target)
    assert state(target) == state(source)
    if not opens:
        with target.read() as reader, pytest.raises(StorageError, match="is sealed"):
            reader.events("case:case-1")
    if here == "sqlite":
        target.close()
        assert CANARY.encode() not in (tmp_path / "here.db").read_bytes()
        target = SqliteStore(tmp_path / "here.db", sealer=sealer())
        assert load(target).log == load(source).log
        save(target, noted(load(target), "next"))
        assert target.verify() == ()
        with target.begin() as work:
            work.erase("case:case-2")
            work.commit()
    target.close()
    source.close()


def test_without_keys_and_back(tmp_path: Path) -> None:
    """A courier who can read nothing carries it; it is opened at the other end."""
    source = filled(MemoryStore(sealer=sealer()))
    courier = SqliteStore(tmp_path / "courier.db")
    copy_store(source, courier)
    end = MemoryStore(sealer=sealer())
    copy_store(courier, end)
    assert state(end) == state(source)
    assert load(end).log == load(source).log
    courier.close()


@pytest.mark.parametrize("after", range(1, 8))
def test_begun_without_keys_and_ended_with_them(
    after: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Lists are those that a store with keys makes."""
    monkeypatch.setattr("legalcase.storage.copying._MOST", 1)
    source = filled(MemoryStore(sealer=sealer()))
    count = []

    def stop(*_: int) -> None:
        count.append(1)
        if len(count) == after:
            raise KeyboardInterrupt

    with (
        SqliteStore(tmp_path / "here.db") as target,
        pytest.raises(KeyboardInterrupt),
    ):
        copy_store(source, target, progress=stop)
    with SqliteStore(tmp_path / "here.db", sealer=sealer()) as target:
        copy_store(source, target)
        assert target.verify() == ()
        # What was taken before has no lists until the store makes them.
        assert state(target) == state(source)


def test_keys_that_were_wrapped_anew_come_along(tmp_path: Path) -> None:
    """Else the copy could not be opened once the old master key is gone."""
    path = tmp_path / "there.db"
    with SqliteStore(path, sealer=sealer()) as source:
        filled(source)
    target = SqliteStore(tmp_path / "here.db")
    with SqliteStore(path) as source:
        copy_store(source, target)
    with SqliteStore(path, sealer=sealer(keys=rotated())) as source:
        assert source.rotate_keys() == 3
        copy_store(source, target)
        assert state(target) == state(source)
    target.close()
    from legalcase.storage import LocalKeys

    new = sealer(keys=LocalKeys({"2026": NEW}, current="2026"))
    with SqliteStore(tmp_path / "here.db", sealer=new) as opened:
        assert opened.verify() == ()
        assert len(load(opened).log) == 9


def test_a_store_with_other_keys_is_told() -> None:
    """Nothing of the stream is there that could not be opened."""
    source = filled(MemoryStore(sealer=sealer()))
    target = MemoryStore(sealer=sealer(tenant="another"))
    with pytest.raises(LegalCaseError, match="key"):
        copy_store(source, target)
    assert target.heads() == ()


def test_what_is_in_clear_is_not_sealed_on_the_way() -> None:
    """Bytes are moved; whoever wants them sealed records them into another store."""
    source, target = filled(MemoryStore()), MemoryStore(sealer=sealer())
    copy_store(source, target)
    assert state(target) == state(source)
    with target.read() as reader:
        assert reader._once(reader._sealed) == []


@pytest.mark.parametrize(
    ("statement", "why"),
    [
        ("UPDATE line SET body = '{}' WHERE number = 1", "Line 1 of .* is not what"),
        (
            "DELETE FROM event_id WHERE number = 1",
            "not found by its event",
        ),
        ("UPDATE due_row SET state = 'met'", "The row of .* is not what was stored"),
    ],
)
def test_a_fault_shows_without_keys(statement: str, why: str, tmp_path: Path) -> None:
    """Lines by their digests; ids and lists, which cannot be made anew, as they are."""
    path = tmp_path / "there.db"
    with SqliteStore(path, sealer=sealer()) as source:
        filled(source)
    connection = sqlite3.connect(path, isolation_level=None)
    for trigger in ("line_stays", "event_id_is_kept"):
        connection.execute(f"DROP TRIGGER {trigger}")
    connection.execute(statement)
    connection.close()
    with SqliteStore(path) as source, pytest.raises(DecodeError, match=why):
        copy_store(source, MemoryStore())


def test_a_case_that_was_erased_stays_erased(tmp_path: Path) -> None:
    """Its tombstone goes where there was never a key of it, and its id is not given."""
    source = filled(MemoryStore(sealer=sealer()))
    with source.begin() as work:
        work.erase("case:case-2")
        work.commit()
    target = SqliteStore(tmp_path / "here.db", sealer=sealer())
    copy_store(source, target)
    assert state(target) == state(source)
    from store_samples import new_file

    with target.begin() as work, pytest.raises(StorageError):
        work.save(new_file("case-2"))
    with target.begin() as work, pytest.raises(StorageError):
        work.save(person("doe"))
    target.close()
