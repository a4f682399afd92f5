"""What was changed behind a store is noticed: by whoever reads, and by `verify`."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve

from legalcase.codec.log.chain import digest
from legalcase.errors import (
    DecodeError,
    InvalidTypeError,
    InvalidValueError,
    LegalCaseError,
    StorageError,
)
from legalcase.kernel import Event, Facet, Row, UnknownEvent
from legalcase.model import Model
from legalcase.storage.lines.rows import tags_of
from legalcase.storage.memory import MemoryStore
from legalcase.storage.sqlite.file import MADE
from legalcase.storage.sqlite.store import SqliteStore
from legalcase.testing.store_helpers import strange
from store_samples import CANARY, DAY, LINES, load, new_file, noted, save

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TRIGGERS = {name: made for name, made in MADE.items() if "TRIGGER" in made}


@pytest.fixture(name="path")
def _path(tmp_path: Path) -> Path:
    """A store with two cases."""
    path = tmp_path / "cases.db"
    with SqliteStore(path) as store:
        save(store, new_file(), new_file("case-2"))
    return path


def tampered(path: Path, *statements: str) -> None:
    """Change the file as somebody does who knows what it is made of."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for name in TRIGGERS:
            connection.execute(f"DROP TRIGGER {name}")
        for statement in (*statements, *TRIGGERS.values()):
            connection.execute(statement)


def forged(path: Path, number: int, change: Callable[[str], str] | None) -> None:
    """Change or delete a line, and write all digests anew, as only a forger does."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for name in TRIGGERS:
            connection.execute(f"DROP TRIGGER {name}")
        if change is None:
            for what in ("DELETE FROM line", "DELETE FROM event_id", "DELETE FROM tag"):
                connection.execute(one(what, number))
        rows = connection.execute(
            "SELECT number, body FROM line WHERE stream = 'case:case-1' ORDER BY number"
        ).fetchall()
        last, count = b"", 0
        for count, body in rows:
            text = change(body) if change and count == number else body
            last = digest("case:case-1", count, last, text.encode())
            connection.execute(
                "UPDATE line SET body = ?, digest = ? "
                "WHERE stream = 'case:case-1' AND number = ?",
                (text, last, count),
            )
        connection.execute(
            "UPDATE head SET count = ?, digest = ? WHERE stream = 'case:case-1'",
            (count, last),
        )
        for statement in TRIGGERS.values():
            connection.execute(statement)


def one(what: str, number: int | None = None) -> str:
    """A statement about the first case, or about one line of it."""
    where = "WHERE stream = 'case:case-1'"
    return " ".join((what, where, "" if number is None else f"AND number = {number}"))


def fetched(column: str, stream: str, number: str) -> str:
    """The column of another line."""
    where = f"WHERE other.stream = {stream} AND other.number = {number}"
    return " ".join(("(SELECT", f"other.{column}", "FROM line AS other", where, ")"))


SWAPPED = "UPDATE line SET "
SWAPPED += ", ".join(
    f"{column} = " + fetched(column, "line.stream", "9 - line.number")
    for column in ("body", "digest")
)

#: What is done, what `verify` finds, at which line; whether whoever reads does, too.
DAMAGE: dict[str, tuple[str, str, int, bool]] = {
    "changed": (
        one("UPDATE line SET body = replace(body, '2026', '2027')", 3),
        "digest",
        3,
        True,
    ),
    "missing": (one("DELETE FROM line", 3), "gap", 3, True),
    "first-missing": (one("DELETE FROM line", 1), "gap", 1, True),
    "last-missing": (one("DELETE FROM line", LINES), "count", LINES, True),
    "all-missing": (one("DELETE FROM line"), "count", 1, True),
    "swapped": (
        one(SWAPPED) + "AND number IN (4, 5)",
        "digest",
        4,
        True,
    ),
    "of-another-case": (
        one(
            " ".join(("UPDATE line SET body =", fetched("body", "'case:case-2'", "2"))),
            2,
        ),
        "digest",
        2,
        True,
    ),
    "digest": (one("UPDATE line SET digest = zeroblob(32)", 6), "digest", 6, True),
    "head-digest": (one("UPDATE head SET digest = zeroblob(32)"), "head", LINES, True),
    "head-count": (one("UPDATE head SET count = 3"), "count", 4, True),
    "head-missing": (one("DELETE FROM head"), "count", 1, True),
    "added": (
        one("INSERT INTO line SELECT stream, 9, body, digest FROM line", 5),
        "digest",
        9,
        True,
    ),
    "event-id-missing": (one("DELETE FROM event_id", 2), "event-id", 2, False),
    "event-id-other": (
        one("UPDATE event_id SET event_id = 'other'", 2),
        "event-id",
        2,
        False,
    ),
    "event-id-of-nothing": (
        "INSERT INTO event_id VALUES ('blocked', 'case:case-1', 99)",
        "event-id",
        99,
        False,
    ),
    "tag-missing": (one("DELETE FROM tag", 4), "tags", 4, False),
    "tag-other": (one("UPDATE tag SET tag = 'kind:other'", 4), "tags", 4, False),
    "tag-of-nothing": (
        "INSERT INTO tag VALUES ('kind:filed', 'case:case-1', 99)",
        "tags",
        99,
        False,
    ),
}


@pytest.mark.parametrize("name", DAMAGE)
def test_damage_is_noticed(path: Path, name: str) -> None:
    """With stream and line; the other case is whole; nothing of the text is shown."""
    statement, what, number, is_read = DAMAGE[name]
    tampered(path, statement)
    with SqliteStore(path) as store:
        found = store.verify()
        assert [(f.stream, f.what, f.number) for f in found] == [
            ("case:case-1", what, number)
        ]
        assert "case:case-1" in str(found[0])
        assert CANARY not in str(found[0])
        with store.begin() as work:
            assert work.events("case:case-2") == new_file("case-2").log
            if not is_read:
                assert work.events("case:case-1") == new_file().log
                return
            for ask in (work.get, work.file, work.events):
                with pytest.raises(
                    DecodeError, match=r"Line .* of 'case:case-1'"
                ) as caught:
                    ask("case:case-1" if ask == work.events else "case-1")
                assert CANARY not in str(caught.value)


@pytest.mark.parametrize(
    "name", ["last-missing", "head-digest", "head-missing", "added"]
)
def test_nothing_is_appended_to_a_damaged_end(path: Path, name: str) -> None:
    """What would follow on it would be bound to what nobody can trust."""
    with SqliteStore(path) as store:
        file = noted(load(store), "next")
    tampered(path, DAMAGE[name][0])
    with (
        SqliteStore(path) as store,
        store.begin() as work,
        pytest.raises(StorageError, match="damaged"),
    ):
        work.save(file)


@pytest.mark.parametrize("name", ["all-missing", "head-missing"])
def test_a_case_does_not_vanish_silently(path: Path, name: str) -> None:
    """Nor come twice: the streams that have lines are those that have an end."""
    tampered(path, DAMAGE[name][0])
    with SqliteStore(path) as store, store.begin() as work:
        for ask in (work.ids, work.heads):
            with pytest.raises(StorageError, match="damaged"):
                ask()


def test_two_hundred_changed_digits(path: Path, tmp_path: Path) -> None:
    """One digit anywhere in the file: what comes back is what was stored, or an error.

    And `verify` finds whatever is not as it was in a table.
    """
    content = path.read_bytes()
    places = [n for n, byte in enumerate(content) if 48 <= byte <= 57 and n >= 100]
    chance = random.Random(20261128)  # noqa: S311 - no secret
    wanted = {name: new_file(name).log for name in ("case-1", "case-2")}
    noticed = 0
    for number, place in enumerate(chance.sample(places, 200)):
        damaged = tmp_path / f"{number}.db"
        other = chance.choice([c for c in b"0123456789" if c != content[place]])
        damaged.write_bytes(content[:place] + bytes([other]) + content[place + 1 :])
        try:
            with SqliteStore(damaged) as store:
                with store.begin() as work:
                    for name, log in wanted.items():
                        found = work.events(f"case:{name}")
                        assert found == log, f"digit {place} was silent"
                    ids = work.ids()
                assert ids == tuple(wanted)
                noticed += store.verify() != ()
        except LegalCaseError:
            noticed += 1
    assert noticed > 150


def test_a_forged_line_is_noticed_by_what_was_kept_elsewhere(path: Path) -> None:
    """Who can write every digest anew is found out by the heads of an earlier day."""
    with SqliteStore(path) as store:
        anchors = store.heads()
    forged(path, 5, lambda body: body.replace("Weak", "Good"))
    with SqliteStore(path) as store:
        # He did not think of the words by which the line is found.
        assert [(f.what, f.number) for f in store.verify()] == [("words", 5)]
        store.rebuild()
        assert store.verify() == ()
        found = store.verify(anchors=anchors)
    assert [(f.what, f.number) for f in found] == [("anchor", LINES)]


def test_a_deleted_end_is_noticed_by_what_was_kept_elsewhere(path: Path) -> None:
    """Even where the end was moved along with it."""
    with SqliteStore(path) as store:
        anchors = store.heads()
    forged(path, LINES, None)
    with SqliteStore(path) as store:
        assert load(store).base == LINES - 1
        # The commit that brought the line tells of it, and so does the list of cases.
        assert [(f.what, f.number) for f in store.verify()] == [("changes", LINES)]
        longer = [(head.stream, head.number, "00" * 32) for head in anchors]
        found = store.verify(anchors=[*anchors, *longer])
    assert [(f.what, f.number) for f in found][:1] == [("changes", LINES)]
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("DROP TRIGGER change_stays")
        connection.execute(
            "UPDATE change SET last = last - 1 WHERE stream = 'case:case-1'"
        )
        connection.execute(MADE["change_stays"])
    with SqliteStore(path) as store:
        assert [f.what for f in store.verify()] == ["rows"]
        store.rebuild()
        assert store.verify() == ()
        found = store.verify(anchors=anchors)
    assert [(f.what, f.number) for f in found] == [("anchor", LINES)]


def test_a_text_that_nobody_can_read_is_named(path: Path) -> None:
    """Where the chain is whole, and what it binds is no line, or is one of others."""
    forged(path, 3, lambda _: "{")
    with SqliteStore(path) as store:
        assert [(f.what, f.number) for f in store.verify()] == [("text", 3)]
        with (
            store.begin() as work,
            pytest.raises(DecodeError, match="Line 3 of 'case:"),
        ):
            work.get("case-1")
    forged(path, 3, lambda _: new_file("case-3").log[2].text or "")


def test_bytes_that_are_no_text_are_named(path: Path) -> None:
    """A forger who writes them bound as if they were a line is found out, too."""
    body = b"\xff{"
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        query = "SELECT digest FROM line WHERE stream = 'case:case-1' AND number = 7"
        last = digest(
            "case:case-1", LINES, connection.execute(query).fetchone()[0], body
        )
        for name in TRIGGERS:
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute(
            "UPDATE line SET body = CAST(? AS TEXT), digest = ? "
            "WHERE stream = 'case:case-1' AND number = 8",
            (body, last),
        )
        connection.execute(
            "UPDATE head SET digest = ? WHERE stream = 'case:case-1'", (last,)
        )
        for statement in TRIGGERS.values():
            connection.execute(statement)
    with SqliteStore(path) as store:
        assert [(f.what, f.number) for f in store.verify()] == [("text", LINES)]
        with store.begin() as work, pytest.raises(DecodeError, match="is no UTF-8"):
            work.events("case:case-1")


@pytest.mark.parametrize(
    "anchor", [("case:case-1", "8", "00"), ("case:case-1", 8), None, ("a", 1, b"0")]
)
def test_what_is_no_anchor_is_refused(path: Path, anchor: Any) -> None:
    """It would compare with nothing, and look like a store that is whole."""
    with (
        SqliteStore(path) as store,
        pytest.raises(InvalidTypeError, match="An anchor is a stream"),
    ):
        store.verify(anchors=[anchor])


def test_a_file_that_sqlite_finds_broken_is_no_whole_one(path: Path) -> None:
    """Damage outside the rows that are read is found as well."""
    content = bytearray(path.read_bytes())
    size = int.from_bytes(content[16:18], "big")
    # The number of cells of the last page.
    content[-size + 3 : -size + 5] = b"\xff\xff"
    path.write_bytes(bytes(content))
    with SqliteStore(path) as store:
        try:
            found = [fault.what for fault in store.verify()]
        except StorageError:
            found = ["file"]
    assert found == ["file"]


@pytest.mark.parametrize("name", TRIGGERS)
def test_a_guard_that_is_gone_is_noticed(path: Path, name: str) -> None:
    """Or that was made to guard nothing any more: who changes lines takes it away."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(f"DROP TRIGGER {name}")
    with SqliteStore(path) as store:
        found = store.verify()
        assert [fault.what for fault in found] == ["file"]
        assert f"its {name!r} is not as it was made" in str(found[0])
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(TRIGGERS[name].replace("BEGIN", "BEGIN SELECT 1;"))
    with SqliteStore(path) as store:
        assert [fault.what for fault in store.verify()] == ["file"]


def test_a_file_without_its_tables_is_damaged(path: Path) -> None:
    """It bears our marks and has nothing of ours."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("DROP TABLE tag")
    with pytest.raises(StorageError, match=r"has not the tables .* backup"):
        SqliteStore(path)


def test_definitions_that_are_no_text_are_damage(path: Path) -> None:
    """SQLite quotes them in its error, which Python then cannot read."""
    content = path.read_bytes()
    path.write_bytes(
        content.replace(b"body TEXT NOT NULL", b"body TEXT NOT N\xd7LL", 1)
    )
    with pytest.raises(StorageError, match="its definitions cannot be read"):
        SqliteStore(path)


def test_memory_can_be_verified_too() -> None:
    """Its rows are bound to each other like those of a file."""
    store = MemoryStore()
    save(store, new_file())
    anchors = store.heads()
    assert store.verify(anchors=anchors) == ()
    state = store._state
    rows = state.logs["case:case-1"]
    for changed, what in (
        ((rows[0], rows[1]._replace(text=rows[2].text), *rows[2:]), "digest"),
        ((*rows[:3], *rows[4:]), "gap"),
        ((*rows[:3], rows[3]._replace(tags=("kind:x",)), *rows[4:]), "tags"),
        (rows[:-1], "changes"),
    ):
        ids = {row.line.event_id for row in changed}
        places = {name: at for name, at in state.places.items() if name in ids}
        store._state = evolve(state, logs={"case:case-1": changed}, places=places)
        assert what in [fault.what for fault in store.verify(anchors=anchors)]
    places = {name: at for name, at in state.places.items() if at[1] != 3}
    store._state = evolve(state, places=places)
    assert [(f.what, f.number) for f in store.verify()] == [("event-id", 3)]


class Screened(Event):
    """What an event of a plug-in says."""

    def tags(self) -> tuple[str, ...]:
        """Return what a plug-in has to say."""
        return ("screen:1",)


def model() -> Model:
    """The core with a room of others."""
    row = Row(Screened, "acme-legal/screened", 7, lambda state, *_: state)
    return Model.core().with_facets(
        Facet(name="acme-legal/screens", first=None, rows=(row,))
    )


def test_a_store_without_a_plug_in_keeps_what_it_wrote(path: Path) -> None:
    """Lines and tags of others are left alone, and said to be unread."""
    with SqliteStore(path, model=model()) as store:
        file = load(store)
        event = Screened(happened_on=DAY)
        save(store, file.record(event, by="A", at=file.case.recorded_at))
        assert load(store).case.unread == ()
        mine = load(store).record(event, by="A", at=file.case.recorded_at)
    with SqliteStore(path) as store:
        file = load(store)
        assert file.case.unread == ("acme-legal/screened",)
        assert isinstance(file.log[-1].event, UnknownEvent)
        text = file.log[-1].text
        with pytest.raises(InvalidValueError) as caught:
            save(store, mine)
        assert str(caught.value) == (
            f"Line {LINES + 2} of 'case:case-1' cannot be stored. No room of this "
            "model knows Screened. Open and read the case with a model that has its "
            "room, by model.with_facets(…)."
        )
        save(store, noted(file, "later"))
        assert store.verify() == ()
        assert load(store).log[LINES].text == text
    with SqliteStore(path, model=model()) as store:
        assert isinstance(load(store).log[LINES].event, Screened)
        assert store.verify() == ()


def test_tags_are_texts_with_a_noun() -> None:
    """What a plug-in returns instead is refused before it is stored."""

    class Odd(Screened):
        """Says something else."""

        said: Any = ("screen:1",)

        def tags(self) -> tuple[str, ...]:
            """Return that."""
            found: tuple[str, ...] = self.said
            return found

    line = strange("acme-legal/screened", 2, ancillary=True)
    assert tags_of(line) == ("kind:acme-legal/screened",)
    line = evolve(line, event=Odd(happened_on=DAY))
    assert tags_of(line) == ("kind:acme-legal/screened", "screen:1")
    for wrong in (
        ["screen:1"],
        ("screen",),
        (7,),
        ("a:\0",),
        ("a:\ud800",),
        ("kind:x",),
    ):
        Odd.said = wrong
        with pytest.raises(LegalCaseError, match="tags of line 2"):
            tags_of(line)
