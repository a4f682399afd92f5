"""A file of version 0.1 is converted as it is opened, or left as it is."""

from __future__ import annotations

import json
import shutil
import sqlite3
import threading
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from legalcase.codec.log.lines import line_text
from legalcase.errors import StorageError
from legalcase.kernel import Event
from legalcase.model import DeadlineConfirmed, NoteAdded
from legalcase.ports import CaseQuery
from legalcase.storage.sqlite.file import APPLICATION_ID, SCHEMA
from legalcase.storage.sqlite.store import SqliteStore
from store_samples import NOON, load, raw, save

if TYPE_CHECKING:
    from collections.abc import Callable

GOLDEN = Path(__file__).parent.parent / "golden" / "cases-1.db"


@pytest.fixture(name="path")
def _path(tmp_path: Path) -> Path:
    """A copy of the first version's file, with a rollback journal."""
    path = tmp_path / "cases.db"
    shutil.copy(GOLDEN, path)
    raw(path, "PRAGMA journal_mode=DELETE")
    return path


def old_lines(path: Path) -> list[dict[str, Any]]:
    """What 0.1 has stored, as it stands there."""
    bodies = raw(path, "SELECT body FROM event ORDER BY case_id, sequence")[0]
    return [json.loads(body)["data"] for (body,) in bodies]


def tampered(path: Path, change: Callable[[sqlite3.Connection], object]) -> None:
    """Change the old file behind its triggers."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for name in ("event_follows", "event_stays", "event_is_kept"):
            connection.execute(f"DROP TRIGGER {name}")
        change(connection)


def test_a_file_of_the_first_version_opens(path: Path) -> None:
    """Its marks are those of this version then, and every line is there, and whole."""
    golden = GOLDEN.with_name(f"cases-{SCHEMA}.db")
    before = old_lines(path)
    with SqliteStore(path) as store:
        file = load(store, "roe")
        assert store.verify() == ()
        assert [head[:2] for head in store.heads()] == [("case:roe", len(before))]
    marks = raw(path, "PRAGMA application_id", "PRAGMA user_version")
    assert marks == [[(APPLICATION_ID,)], [(SCHEMA,)]]
    tables = raw(path, "SELECT name FROM sqlite_schema WHERE type = 'table'")[0]
    assert sorted(tables) == sorted(
        raw(golden, "SELECT name FROM sqlite_schema WHERE type = 'table'")[0]
    )
    said = [
        (line.event_id, line.actor, line.recorded_at.isoformat(), line.kind)
        for line in file.log
    ]
    assert said == [
        (line["event_id"], line["actor"], line["recorded_at"], line["kind"])
        for line in before
    ]
    for line in file.log:
        assert isinstance(line.event, Event)
    # Opened again, it is what it is: not converted a second time.
    with SqliteStore(path) as store:
        assert load(store, "roe") == file


@pytest.mark.parametrize("schema", range(2, SCHEMA))
def test_a_file_of_each_schema_since_opens(schema: int, tmp_path: Path) -> None:
    """It has every line, lists are made of them, and it is as one of this version."""
    path = tmp_path / "cases.db"
    shutil.copy(GOLDEN.with_name(f"cases-{schema}.db"), path)
    text = GOLDEN.with_name(f"heads-{schema}.json").read_text(encoding="utf-8")
    anchors = json.loads(text)
    with SqliteStore(path) as store:
        assert store.verify(anchors=anchors) == ()
        with store.read() as reader:
            found = reader.find(CaseQuery()).rows
            assert [f"case:{row.case_id}" for row in found] == [
                one[0] for one in anchors
            ]
            changes = reader.changes_since(None).rows
            assert [(one.stream, one.last) for one in changes] == [
                (stream, count) for stream, count, _ in anchors
            ]
        file = load(store, found[0].case_id)
        save(
            store,
            file.record(
                NoteAdded(note_id="n", text="x", happened_on=NOON.date()),
                by="clerk",
                at=NOON,
            ),
        )
        assert store.verify(anchors=anchors) == ()
    with SqliteStore(path) as store:
        assert load(store, found[0].case_id).base == file.base + 1


def test_an_upgrade_that_was_killed_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Wherever it was killed: the tables are made in one step, the lists in another."""
    path = tmp_path / "cases.db"
    shutil.copy(GOLDEN.with_name("cases-3.db"), path)

    def killed(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("legalcase.storage.sqlite.conversion.name_store", killed)
        with pytest.raises(KeyboardInterrupt):
            SqliteStore(path)
    assert raw(path, "PRAGMA user_version") == [[(3,)]]
    with monkeypatch.context() as patch:
        patch.setattr("legalcase.storage.units.work.Work.rebuild", killed)
        with pytest.raises(KeyboardInterrupt):
            SqliteStore(path)
    assert raw(path, "PRAGMA user_version") == [[(SCHEMA,)]]
    with SqliteStore(path) as store:
        assert store.verify() == ()
        with store.read() as reader:
            assert len(reader.find(CaseQuery()).rows) == 1


def test_a_case_is_what_it_was(path: Path) -> None:
    """As far as both versions can say: caption, number, dates, states, people."""
    with SqliteStore(path) as store:
        file = load(store, "roe")
    case = file.case
    assert (case.version, case.caption, case.court) == (14, "Roe v. Acme", "us/cand")
    assert case.number == "4:26-cv-00001"
    assert case.forum == "us-ca"
    assert case.people.participants["acme"].name == "Acme GmbH & Co. KG"
    assert [entry.triggers for entry in case.docket][1] == ("discovery-request-served",)
    assert case.notes["n-1"].label.ground == "privileged"
    assert str(case.hearings["conference"].at.tzinfo) == "America/Los_Angeles"
    shown = {
        one.deadline_id: (str(one.state), str(case.dates(one.deadline_id).shown))
        for one in case.deadlines
    }
    assert shown == {
        "answers": ("extended", "2026-07-06"),
        "answers-2": ("proposed", "2026-07-31"),
        "draft": ("proposed", "2026-07-24"),
        "report": ("met", "2026-06-12"),
    }
    assert str(case.dates("answers").due) == "2026-07-09"


def test_a_converted_case_goes_on(path: Path) -> None:
    """What is recorded on it is stored, and the old lines keep their bytes."""
    confirmed = DeadlineConfirmed(
        deadline_id="answers-2", confirmed_by="A. Clerk", happened_on=date(2026, 7, 1)
    )
    with SqliteStore(path) as store:
        file = load(store, "roe")
        texts = [line.text for line in file.log]
        at = file.case.recorded_at.replace(month=7)
        save(store, file.record(confirmed, by="A. Clerk", at=at))
    with SqliteStore(path) as store:
        again = load(store, "roe")
        assert store.verify() == ()
    assert [line.text for line in again.log][:14] == texts
    assert again.case.deadlines["answers-2"].state == "confirmed"
    assert line_text(again.log[0]) == texts[0]


def test_a_file_with_a_log_written_ahead_is_converted(tmp_path: Path) -> None:
    """As the golden file itself is, and as a program leaves it that was killed."""
    path = tmp_path / "golden.db"
    shutil.copy(GOLDEN, path)
    with SqliteStore(path) as store:
        assert load(store, "roe").base == 14
    assert raw(path, "PRAGMA integrity_check") == [[("ok",)]]


def _replace(body: str, by: str) -> Callable[[sqlite3.Connection], object]:
    return lambda connection: connection.execute(
        "UPDATE event SET body = replace(body, ?, ?) WHERE sequence = 2", (body, by)
    )


BROKEN: dict[str, tuple[Callable[[sqlite3.Connection], object], str]] = {
    "no-json": (
        lambda connection: connection.execute(
            "UPDATE event SET body = '{' WHERE sequence = 3"
        ),
        "is no JSON",
    ),
    "gap": (
        lambda connection: connection.execute("DELETE FROM event WHERE sequence = 5"),
        "has a gap",
    ),
    "beginning": (
        lambda connection: connection.execute("DELETE FROM event WHERE sequence = 1"),
        "has a gap",
    ),
    "unknown-field": (_replace('"actor"', '"future":1,"actor"'), "future"),
    "other-case": (
        lambda connection: connection.execute("UPDATE event SET case_id = 'doe'"),
        "another case",
    ),
    "impossible": (
        lambda connection: connection.execute(
            "UPDATE event SET body = replace(body, 'acme', 'nobody') WHERE sequence = 2"
        ),
        "acme",
    ),
    "twice": (
        lambda connection: connection.execute(
            "INSERT INTO event SELECT 'zzz', sequence, event_id || '!', kind, "
            'replace(body, \'"case_id":"roe"\', \'"case_id":"zzz"\') FROM event'
        ),
        "event_id",
    ),
}


@pytest.mark.parametrize("journal", ["delete", "wal"])
@pytest.mark.parametrize("name", BROKEN)
def test_what_cannot_be_converted_is_left_as_it_is(
    path: Path, name: str, journal: str
) -> None:
    """The whole file, to the byte, and the error names the case and why."""
    change, words = BROKEN[name]
    tampered(path, change)
    raw(path, f"PRAGMA journal_mode={journal}")
    before = path.read_bytes()
    with pytest.raises(StorageError, match="cannot be converted") as caught:
        SqliteStore(path)
    assert words in str(caught.value)
    assert "The file was left as it is" in str(caught.value)
    assert before == path.read_bytes()
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_a_conversion_that_is_interrupted_did_not_happen(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever comes in the middle of writing: the old file is there, and converts."""
    from legalcase.storage.sqlite import conversion, work

    before = path.read_bytes()
    write = work.write

    def stop(*given: Any) -> None:
        write(*given)
        raise KeyboardInterrupt

    monkeypatch.setattr(conversion, "write", stop)
    with pytest.raises(KeyboardInterrupt):
        SqliteStore(path)
    assert before == path.read_bytes()
    monkeypatch.undo()
    with SqliteStore(path) as store:
        assert load(store, "roe").base == 14


def test_several_that_open_it_at_once_convert_it_once(path: Path) -> None:
    """Those who come second find it converted."""
    failures: list[BaseException] = []

    def come() -> None:
        try:
            with SqliteStore(path) as store:
                assert load(store, "roe").base == 14
        except BaseException as error:  # noqa: BLE001 - shown by the test below
            failures.append(error)

    threads = [threading.Thread(target=come) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    with SqliteStore(path) as store:
        assert store.verify() == ()
