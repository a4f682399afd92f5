"""What a store remembers of a log: used, and thrown away at any doubt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from legalcase.model import CaseFile, NoteAdded
from legalcase.storage import SqliteStore, load
from legalcase.storage.sqlite.file import MADE
from store_samples import NOON, new_file, raw, save
from store_samples import load as file_of

if TYPE_CHECKING:
    from pathlib import Path

KEPT = "SELECT stream, number, head, body, digest FROM snapshot"


def long_file(notes: int = 300) -> CaseFile:
    """A case whose log is long enough to be remembered."""
    events = [
        NoteAdded(note_id=f"m-{n}", text=f"note {n}", happened_on=NOON.date())
        for n in range(notes)
    ]
    return new_file().record(*events, by="clerk", at=NOON.replace(year=2027))


@pytest.fixture(name="path")
def _path(tmp_path: Path) -> Path:
    """A file with such a case."""
    path = tmp_path / "cases.db"
    with SqliteStore(path) as store:
        save(store, long_file())
    assert [row[1] for row in raw(path, KEPT)[0]] == [len(long_file().log)]
    return path


def put_back(path: Path, row: tuple[Any, ...]) -> None:
    """Put a row into the table of what is remembered, in the place of any other."""
    from contextlib import closing
    from sqlite3 import connect

    with closing(connect(path, isolation_level=None)) as connection:
        connection.execute("DELETE FROM snapshot")
        connection.execute("INSERT INTO snapshot VALUES (?, ?, ?, ?, ?)", row)


def case_in(path: Path) -> Any:
    """The case as it is loaded."""
    with SqliteStore(path) as store, store.read() as reader:
        return load(reader, None, "case-1")


def test_what_is_remembered_is_used(path: Path) -> None:
    """Nothing before it is read: an old line may lie there in ruins."""
    raw(path, "DROP TRIGGER line_stays")
    raw(path, "UPDATE line SET body = '{}' WHERE number = 3", MADE["line_stays"])
    assert case_in(path) == long_file().case
    with SqliteStore(path) as store:
        assert [fault.what for fault in store.verify()] == ["digest"]


def test_what_came_since_is_read(path: Path) -> None:
    """A few lines on top of it, of this program or of another one."""
    with SqliteStore(path) as store:
        file = file_of(store).record(
            NoteAdded(note_id="last", text="x", happened_on=NOON.date()),
            by="clerk",
            at=NOON.replace(year=2028),
        )
        save(store, file)
    assert case_in(path) == file.case


def test_a_correction_is_seen_whatever_is_remembered(path: Path) -> None:
    """It drops what was remembered; and where that comes back, it is not believed."""
    [before] = raw(path, KEPT)[0]
    with SqliteStore(path) as store:
        file = file_of(store)
        wrong = next(line for line in file.log if line.kind == "note-added")
        file = file.correct(
            wrong.event_id,
            ground="typed wrong",
            text="Otherwise.",
            by="clerk",
            at=NOON.replace(year=2028),
        )
        save(store, file)
    for _, number, *_ in raw(path, KEPT)[0]:
        assert number > before[1]
    assert case_in(path) == file.case
    put_back(path, before)
    assert case_in(path) == file.case


def test_what_is_remembered_otherwise_than_it_was_is_not_used(path: Path) -> None:
    """Of another line, of another head, with another text: the log tells, as before."""
    [row] = raw(path, KEPT)[0]
    stream, number, head, body, digest = row
    for other in (
        (stream, number - 1, head, body, digest),
        (stream, number, b"\0" * 32, body, digest),
        (stream, number, head, body.replace("note 7", "note 8"), digest),
        (stream, number, head, body, b"\0" * 32),
    ):
        put_back(path, other)
        assert case_in(path) == long_file().case
        with SqliteStore(path) as store:
            assert [fault.what for fault in store.verify()] == ["snapshot"]
            store.rebuild()
            assert store.verify() == ()
