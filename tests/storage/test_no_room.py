"""A disk that is full, at each page more or less: all is kept or nothing, and said."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING, Any

import pytest

from fault_samples import answers, fill, july_file, sealer
from legalcase.errors import StorageError
from legalcase.storage import SqliteStore
from store_samples import load, noted, save

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

THOROUGH = os.environ.get("HYPOTHESIS_PROFILE") == "thorough"


def append(store: SqliteStore) -> None:
    """A line of many pages."""
    save(store, noted(load(store), "large", 60_000))


def open_cases(store: SqliteStore) -> None:
    """Cases with much that lists have to say."""
    save(store, *(july_file(f"new-{number}") for number in range(5)))


def erase(store: SqliteStore) -> None:
    """A person, and the bytes of her."""
    with store.begin() as work:
        work.erase("person:roe")
        work.commit()


ACTS: dict[str, Callable[[SqliteStore], Any]] = {
    "append": append,
    "open": open_cases,
    "rebuild": SqliteStore.rebuild,
    "erase": erase,
    "rotate": SqliteStore.rotate_keys,
    "scrub": SqliteStore.scrub,
}


@pytest.mark.parametrize("mode", ["delete", "wal"])
@pytest.mark.parametrize("name", ACTS)
def test_a_full_disk_leaves_all_or_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, mode: str
) -> None:
    """Whichever page it is for which there is no room; then it can be done again."""
    if mode == "wal":
        monkeypatch.setattr("legalcase.storage.sqlite.store.SAFE_WAL", (3, 0))
    for place in ("units.work", "lines.snapshots"):
        monkeypatch.setattr(f"legalcase.storage.{place}.FEW", 4)
    template, path = tmp_path / "template.db", tmp_path / "cases.db"
    with SqliteStore(template, sealer=sealer()) as store:
        fill(store)
        wanted = answers(store)
    extra, is_done, said = 0, False, set[str]()
    while not is_done:
        shutil.copy(template, path)
        with SqliteStore(path, sealer=sealer()) as store:
            connection: Any = store._connection
            pages = connection.execute("PRAGMA page_count").fetchone()[0]
            connection.execute(f"PRAGMA max_page_count={pages + extra}")
            try:
                ACTS[name](store)
                is_done = True
            except StorageError as error:
                said.add(str(error))
            connection.execute("PRAGMA max_page_count=1000000")
            if not is_done and name != "erase":
                assert answers(store) == wanted
            assert store.verify() == ()
            if name in {"rebuild", "rotate", "scrub"}:
                ACTS[name](store)
            save(store, noted(load(store), "after"))
            assert store.verify() == ()
        extra += 1 if THOROUGH else 7
    assert extra < 200
    # After an erasure it is the file that is not written anew.
    assert all(
        "no room" in each or (name == "erase" and "scrub" in each) for each in said
    )
