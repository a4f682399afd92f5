"""A firm moves from SQLite to PostgreSQL, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import psycopg
import pytest

from cli.running import ran, squeezed
from copy_samples import filled, state
from legalcase.errors import StorageError
from legalcase.storage import MemoryStore, PostgresStore, SqliteStore, copy_store
from people_samples import person
from sealing_samples import sealer
from store_samples import load, new_file, noted, save

if TYPE_CHECKING:
    from pathlib import Path

    from postgres_database import Database


def as_url(dsn: str) -> str:
    """The address of a database, with its password in it."""
    known: dict[str, Any] = psycopg.conninfo.conninfo_to_dict(dsn)
    host = known.get("host", "")
    place = f"@/{known['dbname']}?host={host}&port={known.get('port', 5432)}"
    if not host.startswith("/"):
        place = f"@{host}:{known.get('port', 5432)}/{known['dbname']}"
    return f"postgresql://{known['user']}:{known['password']}{place}"


@pytest.mark.parametrize("is_sealed", [False, True])
def test_to_postgres_and_back(
    is_sealed: bool, postgres_database: Database, tmp_path: Path
) -> None:
    """All of it arrives, both times, with keys and without, and both can go on."""
    keys: dict[str, Any] = {"sealer": sealer()} if is_sealed else {}
    source = filled(SqliteStore(tmp_path / "there.db", **keys))
    with source.begin() as work:
        work.save(person("late"))
        work.commit()
    there = PostgresStore(postgres_database.dsn, **keys)
    bare = PostgresStore(postgres_database.dsn, schema="bare")
    back = SqliteStore(tmp_path / "back.db", **keys)
    assert copy_store(source, there) == copy_store(source, bare)
    copy_store(bare, back)
    assert state(there) == state(source) == state(back)
    assert state(bare) == state(source)
    with source.begin() as work:
        work.erase("person:late")
        work.save(noted(work.file("case-1"), "more"))
        work.commit()
    copy_store(source, there)
    assert state(there) == state(source)
    save(there, noted(load(there), "next"))
    assert there.verify() == ()
    for store in (source, there, bare, back):
        store.close()


@pytest.mark.parametrize("after", range(1, 8))
def test_interrupted_on_the_way_to_postgres(
    after: int,
    postgres_database: Database,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It goes on, also where the first commit was of somebody who was erased."""
    monkeypatch.setattr("legalcase.storage.copying._MOST", 1)
    source = MemoryStore()
    with source.begin() as work:
        work.save(person("doe"))
        work.commit()
    with source.begin() as work:
        work.erase("person:doe")
        work.commit()
    save(source, new_file())
    save(source, noted(load(source), "n1"))
    save(source, noted(load(source), "n2"))
    target = PostgresStore(postgres_database.dsn)
    count = []

    def stop(*_: int) -> None:
        count.append(1)
        if len(count) == after:
            raise KeyboardInterrupt

    if after <= 6:
        with pytest.raises(KeyboardInterrupt):
            copy_store(source, target, progress=stop)
        assert target.verify() == ()
    copy_store(source, target)
    assert state(target) == state(source)
    target.close()


def test_others_who_write_are_noticed(postgres_database: Database) -> None:
    """Between the beginning of a commit and its end, too."""
    source = filled(MemoryStore())
    target = PostgresStore(postgres_database.dsn)
    other = PostgresStore(postgres_database.dsn)
    work = target.begin()
    with source.read() as reader:
        portion = reader._once(lambda: reader._portion(0, 1000))
    work._take(portion)
    save(other, new_file("case-9"))
    with pytest.raises(StorageError):
        work.commit()
    work.end()
    with pytest.raises(StorageError, match="it began with another line"):
        copy_store(source, target)
    assert [head.stream for head in target.heads()] == ["case:case-9"]
    target.close()
    other.close()


def test_with_the_command(postgres_database: Database, tmp_path: Path) -> None:
    """A user's afternoon; no password is printed, whatever goes wrong."""
    path = tmp_path / "firm.db"
    filled(SqliteStore(path)).close()
    here, there = f"sqlite:///{path}", as_url(postgres_database.dsn)
    secret = psycopg.conninfo.conninfo_to_dict(postgres_database.dsn)["password"]
    done = ran("store", "copy", here, there)
    assert (done.status, done.err) == (0, "")
    assert done.out == "Copied and verified: 20 lines in 3 streams.\n"
    assert ran("store", "heads", here).out == ran("store", "heads", there).out
    assert ran("store", "verify", there).status == 0
    refused = ran("store", "backup", there, str(tmp_path / "copy.db"))
    assert refused.status == 2
    assert "pg_dump" in squeezed(refused.err)
    save_into = ran("store", "copy", there, here, there)
    wrong = ran("store", "heads", there.replace("postgresql:", "postgress:"))
    gone = ran("store", "heads", there.replace("legalcase_", "nobody_", 1))
    assert (save_into.status, wrong.status, gone.status) == (2, 1, 1)
    for each in (done, refused, save_into, wrong, gone):
        assert str(secret) not in each.out + each.err
