"""Stores that seal: nothing in clear but what was chosen, and a key that can go."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from legalcase.codec.log.chain import digest
from legalcase.codec.log.lines import line_text
from legalcase.errors import (
    CaseNotFoundError,
    DecodeError,
    IllegalTransitionError,
    InvalidValueError,
    StorageError,
)
from legalcase.model import (
    CaseFile,
    DeadlineSet,
    DeadlineTerms,
    LegalHoldIssued,
    LegalHoldReleased,
    NoteAdded,
    Ordered,
)
from legalcase.ports import AppendCondition, CaseQuery, DueQuery, LineQuery
from legalcase.storage import LocalKeys, MemoryStore, Sealer, SqliteStore, load
from people_samples import person
from store_samples import NOON, new_file, save
from store_samples import load as file_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from legalcase.storage import Store

#: Of letters alone, so that it is one word, and stands nowhere else.
UNSAID = "Zyxwvutsrq"
KEYS = {"2025": b"a" * 32, "2026": b"b" * 32}
DAY = date(2026, 6, 3)


def sealer(current: str = "2025", **how: Any) -> Sealer:
    """Of all cases and people."""
    keys = LocalKeys(KEYS, current=current)
    asked = {"which": ("case:", "person:"), **how}
    return Sealer(keys, tenant="firm", **asked)


def secret_file() -> CaseFile:
    """A case with the secret wherever people write."""
    terms = DeadlineTerms(
        title=f"Answer {UNSAID}",
        basis=Ordered(due=date(2026, 7, 1), authority=f"Order, {UNSAID}"),
        owner="associate",
    )
    return new_file().record(
        NoteAdded(note_id="secret", text=f"It was {UNSAID}.", happened_on=DAY),
        DeadlineSet(deadline_id="secret", terms=terms, happened_on=DAY),
        by="clerk",
        at=NOON.replace(year=2027),
        reason=f"{UNSAID} said so",
    )


@pytest.fixture(name="opened", params=["memory", "sqlite"])
def _opened(
    request: pytest.FixtureRequest, tmp_path: Path
) -> Iterator[Callable[[Sealer | None], Store]]:
    """Opens one and the same store, with a sealer or without."""
    kind: str = request.param
    stores: list[Store] = []
    memory = MemoryStore(sealer=sealer())

    def opened(by: Sealer | None) -> Store:
        if kind == "memory":
            memory._sealer = by
            return memory
        stores.append(SqliteStore(tmp_path / "cases.db", sealer=by))
        return stores[-1]

    yield opened
    for store in stores:
        store.close()


Opened = "Callable[[Sealer | None], Store]"


def bytes_of(tmp_path: Path) -> bytes:
    """All that lies in the folder of the file."""
    return b"".join(each.read_bytes() for each in sorted(tmp_path.glob("cases.db*")))


def test_a_sealed_case_is_read_by_whoever_has_the_keys(opened: Any) -> None:
    """It comes back as it was; without the keys it is refused, and is no fault."""
    store = opened(sealer())
    file = secret_file()
    save(store, file, person())
    with store.read() as reader:
        assert reader.events("case:case-1") == file.log
        assert load(reader, None, "case-1") == file.case
        assert reader.entry("person:roe").log == person().log
    assert store.verify() == ()
    heads = store.heads()
    without = opened(None)
    with without.read() as reader:
        for ask in (reader.get, reader.file, reader.entry):
            name = "person:roe" if ask == reader.entry else "case-1"
            with pytest.raises(StorageError, match="is sealed, and the store was"):
                ask(name)
        assert reader.ids() == ("case-1",)
    assert without.verify(anchors=heads) == ()
    with without.begin() as work, pytest.raises(StorageError, match="is sealed"):
        work.append(
            file.saved()
            .record(
                NoteAdded(note_id="x", text="x", happened_on=DAY),
                by="clerk",
                at=NOON.replace(year=2028),
            )
            .pending,
            expected={"case:case-1": len(file.log)},
        )


def test_nothing_is_in_clear_but_what_was_chosen(tmp_path: Path) -> None:
    """Neither in lines nor lists, words, tags, snapshots or the journal."""
    with SqliteStore(tmp_path / "cases.db", sealer=sealer()) as store:
        file = secret_file()
        many = [
            NoteAdded(note_id=f"m-{n}", text=f"{UNSAID} {n}", happened_on=DAY)
            for n in range(300)
        ]
        file = file.record(*many, by="clerk", at=NOON.replace(year=2027))
        save(store, file, person(family=UNSAID))
        with store.read() as reader:
            row = reader.find(CaseQuery(assignee="associate")).rows[0]
            assert (row.is_sealed, row.caption, row.number) == (True, None, None)
            assert row.next_due is not None
            due = reader.find(DueQuery(due_from=date(2026, 7, 1))).rows
            assert ("secret", None) in [(one.item_id, one.title) for one in due]
            assert reader.count(CaseQuery(text=UNSAID)) == 0
            assert reader.count(LineQuery(tags=("kind:note-added",))) > 300
            assert load(reader, None, "case-1") == file.case
        assert store.verify() == ()
        found = bytes_of(tmp_path)
    for word in (UNSAID, UNSAID.lower(), "Roe v. Acme", "26-cv"):
        assert word.encode() not in found, word
    with closing(sqlite3.connect(tmp_path / "cases.db")) as connection:
        tags = {tag for (tag,) in connection.execute("SELECT tag FROM tag")}
        assert {tag.partition(":")[0] for tag in tags} <= {
            "kind",
            "party",
            "person",
            "organization",
            "agency",
        }
        assert connection.execute("SELECT count(*) FROM snapshot").fetchone() == (1,)


def test_nothing_at_all_can_be_left_in_clear(tmp_path: Path) -> None:
    """Then lists say that there is a case, and how much is open."""
    quiet = sealer(clear=())
    with SqliteStore(tmp_path / "cases.db", sealer=quiet) as store:
        save(store, secret_file())
        with store.read() as reader:
            assert reader.find(CaseQuery()).rows[0].next_due is None
            assert reader.count(CaseQuery(assignee="associate")) == 0
            assert reader.count(DueQuery(due_from=date(2026, 1, 1))) == 0
        assert store.verify() == ()
        found = bytes_of(tmp_path)
    for word in (UNSAID, "associate", "2026-07-01"):
        assert word.encode() not in found, word


def test_what_begins_in_clear_stays_so(opened: Any) -> None:
    """With its first line it is settled; and the other way round."""
    store = opened(None)
    save(store, new_file())
    store = opened(sealer())
    file = file_of(store)
    save(
        store,
        file.record(
            NoteAdded(note_id="x", text="x", happened_on=DAY),
            by="clerk",
            at=NOON.replace(year=2028),
        ),
    )
    save(store, new_file("case-2"))
    store = opened(None)
    assert file_of(store).base == file.base + 1
    with store.read() as reader, pytest.raises(StorageError, match="is sealed"):
        reader.get("case-2")


def test_clear_text_in_a_sealed_stream_is_refused(tmp_path: Path) -> None:
    """Whoever writes into the file puts nothing in unseen, bound or not."""
    path = tmp_path / "cases.db"
    with SqliteStore(path, sealer=sealer()) as store:
        save(store, new_file())
    file = new_file()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        names = connection.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'trigger'"
        ).fetchall()
        for (name,) in names:
            connection.execute(f"DROP TRIGGER {name}")
        rows = connection.execute(
            "SELECT number, body, digest FROM line ORDER BY number"
        ).fetchall()
        last = b""
        for number, body, _ in rows:
            text = line_text(file.log[1]) if number == 2 else body
            last = digest("case:case-1", number, last, text.encode())
            connection.execute(
                "UPDATE line SET body = ?, digest = ? WHERE number = ?",
                (text, last, number),
            )
        connection.execute("UPDATE head SET digest = ?", (last,))
    with SqliteStore(path, sealer=sealer()) as store:
        with store.read() as reader, pytest.raises(DecodeError):
            reader.events("case:case-1")
        assert store.verify() != ()


def test_keys_are_rotated_without_touching_a_line(opened: Any) -> None:
    """The old key can go then."""
    store = opened(sealer("2025"))
    save(store, secret_file(), person())
    heads = store.heads()
    steps: list[tuple[int, int]] = []
    store = opened(sealer("2026"))
    assert store.rotate_keys(progress=lambda *step: steps.append(step)) == 2
    assert steps == [(1, 2), (2, 2)]
    assert store.heads() == heads
    keys = LocalKeys({"2026": KEYS["2026"]}, current="2026")
    store = opened(Sealer(keys, tenant="firm", which=("case:", "person:")))
    assert store.verify(anchors=heads) == ()
    assert file_of(store).log == secret_file().log
    with pytest.raises(StorageError, match="is sealed"):
        opened(None).rotate_keys()


def test_a_sealed_case_can_be_erased(opened: Any, tmp_path: Path) -> None:
    """With its key: a tombstone stays, the id is not given again."""
    store = opened(sealer())
    file = secret_file()
    save(store, file, person())
    heads = store.heads()
    with store.read() as reader:
        seen = reader.changes_since(None).position
    with store.begin() as work:
        work.erase("case:case-1")
        with pytest.raises(CaseNotFoundError):
            work.get("case-1")
        work.commit()
    assert store.verify(anchors=heads) == ()
    with store.read() as reader:
        with pytest.raises(CaseNotFoundError):
            reader.get("case-1")
        assert reader.ids() == ()
        assert reader.count(CaseQuery()) == reader.count(DueQuery(is_open=None)) == 0
        rows = reader.changes_since(seen).rows
        assert [(one.stream, one.first, one.last) for one in rows] == [
            ("case:case-1", 0, 0)
        ]
    with store.begin() as work, pytest.raises(StorageError, match="given before"):
        work.save(new_file())
    if isinstance(store, SqliteStore):
        with closing(sqlite3.connect(tmp_path / "cases.db")) as connection:
            kept = connection.execute("SELECT stream, count, digest FROM erased")
            last = heads[0]
            assert kept.fetchall() == [
                ("case:case-1", len(file.log), bytes.fromhex(last.digest))
            ]
            keys = connection.execute("SELECT stream FROM stream_key").fetchall()
            assert keys == [("person:roe",)]


def test_a_hold_stops_every_path_that_deletes(opened: Any) -> None:
    """The key of a case under a hold stays, whatever ground is given."""
    store = opened(sealer())
    file = secret_file().record(
        LegalHoldIssued(hold_id="h", ground="Suit", happened_on=DAY),
        by="clerk",
        at=NOON.replace(year=2027),
    )
    save(store, file)
    with store.begin() as work:
        for ground in (None, "The client asks"):
            with pytest.raises(IllegalTransitionError, match="legal hold 'h'"):
                work.erase("case:case-1", despite_hold=ground, by="partner", at=NOON)
        assert work.get("case-1") == file.case
    released = file.saved().record(
        LegalHoldReleased(hold_id="h", happened_on=DAY),
        by="clerk",
        at=NOON.replace(year=2027),
    )
    save(store, released)
    with store.begin() as work:
        with pytest.raises(InvalidValueError, match="No legal hold is in force"):
            work.erase("case:case-1", despite_hold="None", by="x", at=NOON)
        work.erase("case:case-1")
        work.commit()


def test_a_case_in_clear_is_never_erased(opened: Any) -> None:
    """Its log only grows."""
    store = opened(None)
    save(store, new_file())
    with store.begin() as work, pytest.raises(InvalidValueError, match="not sealed"):
        work.erase("case:case-1")


def test_a_condition_sees_sealed_lines(opened: Any) -> None:
    """By the ids that stay in clear."""
    store = opened(sealer())
    save(store, new_file())
    with store.read() as reader:
        seen = reader.changes_since(None).position
    tags = LineQuery(tags=("kind:note-added",))
    save(
        store,
        file_of(store).record(
            NoteAdded(note_id="x", text="x", happened_on=DAY),
            by="clerk",
            at=NOON.replace(year=2028),
        ),
    )
    with store.begin() as work, pytest.raises(StorageError, match="since you looked"):
        work.save(new_file("case-2"), unless=AppendCondition(tags, after=seen))


def test_nothing_comes_to_light_when_lists_are_made_anew(
    opened: Callable[[Sealer | None], Store],
) -> None:
    """No word of what is sealed gets into an index, where it would lie in clear."""
    with opened(sealer()) as store:
        save(store, secret_file())
        asked = CaseQuery(text=UNSAID), LineQuery(text=UNSAID)
        for _ in range(2):
            with store.read() as reader:
                assert [reader.find(query).rows for query in asked] == [(), ()]
            store.rebuild()
        assert store.verify() == ()
        if isinstance(store, SqliteStore):
            content = store._path.read_bytes()
            assert UNSAID.lower().encode() not in content.lower()
