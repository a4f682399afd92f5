"""Files of which something was changed: what they answer is right, or it is said.

A list may lack rows, and `verify` says so; one with another content is never right.
"""

from __future__ import annotations

import os
import random
import re
import shutil
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from fault_samples import answers, fill, sealer, silent
from legalcase.errors import LegalCaseError, StorageError
from legalcase.ports import LineQuery
from legalcase.storage import SqliteStore

if TYPE_CHECKING:
    from pathlib import Path

THOROUGH = os.environ.get("HYPOTHESIS_PROFILE") == "thorough"
FLIPS, DIGITS = (400, 200) if THOROUGH else (30, 15)


@pytest.fixture(name="path", params=["delete", "wal"])
def _path(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """A closed file with lists, words, snapshots and sealed streams."""
    if request.param == "wal":
        monkeypatch.setattr("legalcase.storage.sqlite.store.SAFE_WAL", (3, 0))
    for place in ("units.work", "lines.snapshots"):
        monkeypatch.setattr(f"legalcase.storage.{place}.FEW", 4)
    path = tmp_path / "cases.db"
    with SqliteStore(path, sealer=sealer()) as store:
        fill(store)
    with closing(sqlite3.connect(path)) as connection:
        asked = "SELECT count(*) FROM snapshot"
        assert connection.execute(asked).fetchone()[0] > 2
        mode = connection.execute("PRAGMA journal_mode").fetchone()[0]
        assert mode == request.param
    return path


def opened(path: Path) -> SqliteStore:
    """The store in a file."""
    return SqliteStore(path, sealer=sealer())


def check(path: Path, content: bytes, wanted: dict[str, Any]) -> bool:
    """See that nothing in a file of that content is silent; tell if anything was said.

    Of `changes_since` no digest is kept: what it says is proved by `verify`.
    """
    for each in path.parent.glob(f"{path.name}*"):
        each.unlink()
    path.write_bytes(content)
    try:
        with opened(path) as store:
            try:
                faults: tuple[object, ...] = store.verify()
            except LegalCaseError as error:
                faults = (error,)
            found = answers(store)
    except LegalCaseError:
        return True
    wrong = silent(found, wanted, faults)
    assert wrong in ([], ["changes"] if faults else [])
    return bool(faults) or found != wanted


def test_a_flipped_bit_is_never_silent(path: Path, tmp_path: Path) -> None:
    """Anywhere in the file."""
    chance = random.Random(None if THOROUGH else 20261129)  # noqa: S311 - no secret
    content = path.read_bytes()
    with opened(path) as store:
        wanted = answers(store)
        assert store.verify() == ()
    said = 0
    for _ in range(FLIPS):
        place, bit = chance.randrange(len(content)), chance.randrange(8)
        damaged = bytearray(content)
        damaged[place] ^= 1 << bit
        said += check(tmp_path / "damaged.db", bytes(damaged), wanted)
    assert said > FLIPS // 5


def test_another_day_of_july_is_never_silent(path: Path, tmp_path: Path) -> None:
    """In a line, in a snapshot, in a list or by what it is found."""
    chance = random.Random(None if THOROUGH else 20261129)  # noqa: S311 - no secret
    content = path.read_bytes()
    with opened(path) as store:
        wanted = answers(store)
    places = [
        found.start() + digit
        for found in re.finditer(rb"2026-07-\d\d", content)
        for digit in (0, 1, 2, 3, 5, 6, 8, 9)
    ]
    said = 0
    for place in chance.sample(places, DIGITS):
        other = chance.choice([c for c in b"0123456789" if c != content[place]])
        damaged = content[:place] + bytes([other]) + content[place + 1 :]
        said += check(tmp_path / "damaged.db", damaged, wanted)
    # None of them is a byte of which nobody knows.
    assert said == DIGITS


_CASE = (
    "stream, version, recorded_at, status, caption, number, court, stage, engagement, "
    "clients, assignees, open_deadlines, next_due, is_sealed, digest"
)
_DUE = (
    "day, stream, what, item_id, due, at, is_open, state, bound, title, rule, "
    "assignees, critical, audience, digest"
)


def of_nothing(table: str, columns: str) -> str:
    """A statement that lists a case that is not there."""
    values = columns.replace("stream", "'case:0'", 1)
    return f"INSERT INTO {table} SELECT {values} FROM {table} LIMIT 1"  # noqa: S608 - names of ours


OTHER = "INSERT INTO doc (stream, number, words) VALUES ('case:case-2', 99, 'reply');"
OTHER += "INSERT INTO word (rowid, words) SELECT max(id), 'reply' FROM doc"

#: What is done to what is derived, and what `verify` finds: first of which stream.
DAMAGE = {
    "words-of-one": ("DELETE FROM doc WHERE stream = 'case:case-2'", "case:case-2"),
    "other-words": (
        "UPDATE doc SET words = 'other' WHERE stream = 'case:case-2'",
        "case:case-2",
    ),
    "words-of-nothing": (OTHER, "case:case-2"),
    "no-words": ("INSERT INTO word (word) VALUES ('delete-all')", "case:case-1"),
    "torn-words": ("DELETE FROM word_data WHERE id > 10", "case:case-1"),
    "case-of-nothing": (of_nothing("case_row", _CASE), "case:0"),
    "due-of-nothing": (of_nothing("due_row", _DUE), "case:0"),
    "attribute-of-nothing": (
        "INSERT INTO attribute VALUES ('label', 'x', 'case:0', '', '')",
        "case:0",
    ),
    "attributes": ("DELETE FROM attribute WHERE stream = 'case:case-3'", "case:case-3"),
}


@pytest.mark.parametrize("name", DAMAGE)
def test_what_is_derived_is_proved_and_made_anew(path: Path, name: str) -> None:
    """`verify` finds what lists and words lack; after `rebuild` all is as it was."""
    with opened(path) as store:
        wanted = answers(store)
    done, stream = DAMAGE[name]
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.executescript(done)
    with opened(path) as store:
        faults = store.verify()
        assert faults[0].stream == stream
        assert all("rebuild()" in fault.said for fault in faults)
        assert silent(answers(store), wanted, faults) == []
        store.rebuild()
        assert store.verify() == ()
        assert answers(store) == wanted


@pytest.mark.parametrize("name", ["id", "rows"])
def test_a_store_that_lost_its_name_is_damaged(path: Path, name: str) -> None:
    """As it is opened, or by whoever asks; and `verify` says so."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("DELETE FROM meta WHERE name = ?", (name,))

    def ask() -> None:
        with opened(path) as store:
            assert [fault.what for fault in store.verify()] == ["file"]
            store.ask(lambda reader: reader.find(LineQuery()))

    with pytest.raises(StorageError, match="is damaged: it does not say"):
        ask()


def test_a_kind_is_not_believed_by_one_index_alone(path: Path, tmp_path: Path) -> None:
    """A flipped letter of it, in either: the row is right, or an error."""
    content = path.read_bytes()
    with opened(path) as store:
        wanted = answers(store)
    copy = tmp_path / "kinds.db"
    shutil.copy(path, copy)
    places = [found.start() + 6 for found in re.finditer(rb"kind:note-added", content)]
    assert len(places) >= 12
    for place in places:
        damaged = bytearray(content)
        damaged[place] ^= 1
        assert check(copy, bytes(damaged), wanted)
