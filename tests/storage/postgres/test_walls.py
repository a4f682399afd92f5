"""Walls in the database: who was not admitted sees nothing, whatever asks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import psycopg
import pytest
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from legalcase.errors import (
    CaseNotFoundError,
    ConflictError,
    InvalidTypeError,
    InvalidValueError,
    StorageError,
)
from legalcase.ports import AppendCondition, CaseQuery, DueQuery, LineQuery
from legalcase.storage.postgres import PostgresStore
from legalcase.storage.postgres.statements.tables import NAMES, OF_STREAMS
from legalcase.testing.store_helpers import (
    noted,
    opened,
)
from stored_samples import changed, stored_file

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postgres_database import Database

PAIRS = [("person:ann", "case:open"), ("person:ann", "case:new"), ("person:bob", "x")]

ANN = "SELECT set_config('legalcase.person', 'person:ann', true)"


@pytest.fixture(name="house")
def _house(postgres_database: Database) -> Iterator[tuple[PostgresStore, str]]:
    """A store with two cases behind walls, and how somebody else logs in."""
    login = postgres_database.role()
    with PostgresStore(postgres_database.dsn) as owner:
        stored_file(owner, opened("open", "Caption of open"))
        stored_file(owner, opened("hidden", "Caption of hidden"))
        owner.protect(str(conninfo_to_dict(login)["user"]))
        owner.publish(PAIRS)
        yield owner, login


def rows(dsn: str, person: str | None) -> dict[str, int]:
    """How many rows of each table somebody sees who asks in SQL."""
    with psycopg.connect(dsn) as connection:
        if person is not None:
            asked = "SELECT set_config('legalcase.person', %s, true)"
            connection.execute(asked, [person])
        found = {}
        for name in (*OF_STREAMS, "admitted"):
            query = sql.SQL("SELECT count(*) FROM legalcase.{}")
            one = connection.execute(query.format(sql.Identifier(name))).fetchone()
            assert one is not None
            found[name] = one[0]
        return found


def test_every_table_with_a_stream_stands_behind_the_wall(
    house: tuple[PostgresStore, str], postgres_database: Database
) -> None:
    """Forced, for its owner too; what has no policy is seen by nobody or is named."""
    assert house
    asked = (
        "SELECT c.relname, c.relrowsecurity, c.relforcerowsecurity, EXISTS ("
        "SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'stream'"
        ") FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace "
        "WHERE n.nspname = 'legalcase' AND c.relkind = 'r'"
    )
    with psycopg.connect(postgres_database.dsn) as connection:
        found = connection.execute(asked).fetchall()
    assert {name for name, *_ in found} == set(NAMES)
    assert {name for name, *_, has in found if has} == {*OF_STREAMS, "admitted"}
    assert all(is_on and is_forced for _, is_on, is_forced, has in found if has)


@pytest.mark.parametrize("person", [None, "", "person:eve", "person:ANN"])
def test_who_is_nobody_sees_nothing_at_all(
    house: tuple[PostgresStore, str], postgres_database: Database, person: str | None
) -> None:
    """Neither by the login nor as the owner of the tables: it fails closed."""
    _, login = house
    assert set(rows(login, person).values()) == {0}
    seen = rows(postgres_database.dsn, person)
    assert seen.pop("admitted") == len(PAIRS)  # the owner writes them
    assert set(seen.values()) == {0}


def test_a_session_that_served_somebody_serves_nobody_next(
    house: tuple[PostgresStore, str],
) -> None:
    """What was set in one transaction is gone in the next of the same session."""
    _, login = house
    with psycopg.connect(login) as connection:
        connection.execute(ANN)
        seen = connection.execute("SELECT count(*) FROM legalcase.line").fetchone()
        assert seen == (1,)
        connection.commit()
        seen = connection.execute("SELECT count(*) FROM legalcase.line").fetchone()
        assert seen == (0,)


def test_who_was_admitted_sees_that_and_no_more(
    house: tuple[PostgresStore, str],
) -> None:
    """In every question; the rest is not there."""
    _, login = house
    with PostgresStore(login, person="person:ann") as store, store.read() as reader:
        assert reader.ids() == ("open",)
        assert reader.get("open").caption == "Caption of open"
        with pytest.raises(CaseNotFoundError):
            reader.get("hidden")
        assert [row.case_id for row in reader.find(CaseQuery()).rows] == ["open"]
        assert reader.count(CaseQuery(text="caption")) == 1
        assert reader.count(CaseQuery(text="hidden")) == 0
        assert reader.count(LineQuery()) == 1
        assert reader.find(DueQuery()).rows == ()
        changes = reader.changes_since(None)
        assert [row.stream for row in changes.rows] == ["case:open"]
        assert [head.stream for head in reader.heads()] == ["case:open"]
    with PostgresStore(login) as store, store.read() as reader:
        assert reader.ids() == ()
        assert reader.changes_since(None).rows == ()


def test_who_is_admitted_appends_there_and_nowhere_else(
    house: tuple[PostgresStore, str],
) -> None:
    """What it may not, it may not: whether there is such a case is not said."""
    owner, login = house
    with PostgresStore(login, person="person:ann") as store:
        with store.begin() as work:
            work.save(noted(work.file("open"), "n"), opened("new"))
            work.commit()
        for name in ("hidden", "nowhere"):
            with store.begin() as work:
                work.save(opened(name))
                with pytest.raises(StorageError, match="does not allow") as caught:
                    work.commit()
                assert name not in str(caught.value)
        # An id of an event is given once in the whole store: that it was given shows.
        taken = changed(noted(_file(store), "m").log[-1], event_id="hidden/1")
        with store.begin() as work:
            work.append([taken], expected={"case:open": 2})
            with pytest.raises(ConflictError):
                work.commit()
        owner.publish([("person:ann", "case:hidden")])
        with store.read() as reader:
            assert reader.ids() == ("hidden",)


def _file(store: PostgresStore) -> Any:
    with store.read() as reader:
        return reader.file("open")


def test_a_condition_looks_behind_the_wall(house: tuple[PostgresStore, str]) -> None:
    """It answers "conflict" alone, also for what it could not have shown."""
    owner, login = house
    notes = LineQuery(tags=("kind:note-added",))
    with PostgresStore(login, person="person:ann") as store:
        with store.read() as reader:
            unless = AppendCondition(notes, after=reader.find(notes).position)
            file = reader.file("open")
        owner.publish([*PAIRS, ("person:bob", "case:hidden")])
        with PostgresStore(login, person="person:bob") as theirs, theirs.read() as his:
            stored_file(theirs, noted(his.file("hidden"), "n"))
        with store.begin() as work:
            work.save(noted(file, "n"), unless=unless)
            with pytest.raises(ConflictError):
                work.commit()


def test_what_needs_all_is_refused_behind_a_wall(
    house: tuple[PostgresStore, str], postgres_database: Database
) -> None:
    """Verifying, making anew, erasing: a part of the store would be taken for all."""
    owner, login = house
    for store in (owner, PostgresStore(login, person="person:ann")):
        with store.begin() as work:
            for ask in (work.verify, work.rebuild, work.rotate_keys):
                with pytest.raises(StorageError, match="walls"):
                    ask()
            with pytest.raises(StorageError, match="walls"):
                work.erase("person:roe")
        with pytest.raises(StorageError, match="walls"):
            store.verify()
    store.close()
    # Whoever passes by the walls sees all of it.
    with PostgresStore(postgres_database.as_server) as store:
        assert store.verify() == ()
        assert store.rebuild() == 2


def test_a_login_neither_changes_nor_deletes_a_line(
    house: tuple[PostgresStore, str],
) -> None:
    """It has no right to, on what it is admitted to either, nor to admit itself."""
    _, login = house
    for forbidden in (
        "UPDATE legalcase.line SET body = ''",
        "DELETE FROM legalcase.line",
        "DELETE FROM legalcase.change",
        "UPDATE legalcase.event_id SET number = 7",
        "INSERT INTO legalcase.admitted VALUES ('person:eve', 'case:open')",
        "ALTER TABLE legalcase.line DISABLE ROW LEVEL SECURITY",
    ):
        with psycopg.connect(login) as connection:
            connection.execute(ANN)
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                connection.execute(forbidden)
    with psycopg.connect(login) as connection:
        done = connection.execute("UPDATE legalcase.meta SET value = '9'")
        assert done.rowcount == 0


def test_only_the_owner_admits(house: tuple[PostgresStore, str]) -> None:
    """And says it in pairs of texts."""
    owner, login = house
    with PostgresStore(login, person="person:ann") as store:
        with pytest.raises(StorageError, match="does not allow"):
            store.protect()
        with pytest.raises(StorageError, match="does not allow"):
            store.publish([("person:ann", "case:x")])
    for pairs in (["ab"], [("a",)], [("a", 1)], [("", "case:x")], [("a\0", "b")]):
        with pytest.raises(InvalidTypeError):
            owner.publish(pairs)  # type: ignore[arg-type]  # refused
    for role in ('a"b', "", "a b"):
        with pytest.raises(InvalidValueError):
            owner.protect(role)
    with pytest.raises(StorageError, match="knows no role of that name"):
        owner.protect("nobody_of_that_name")
    owner.protect()
    owner.publish([])
    with PostgresStore(login, person="person:ann") as store, store.read() as reader:
        assert reader.ids() == ()


@pytest.mark.parametrize("person", ["it's'; RESET ALL; --", "person:o'neil"])
def test_a_name_is_a_name_whatever_is_in_it(
    house: tuple[PostgresStore, str], person: str
) -> None:
    """It is no statement."""
    owner, login = house
    owner.publish([(person, "case:open")])
    with PostgresStore(login, person=person) as store, store.read() as reader:
        assert reader.ids() == ("open",)


def test_the_first_commit_can_be_that_of_a_login(postgres_database: Database) -> None:
    """It names the store, for its cursors; a second one does not name it again."""
    login = postgres_database.role()
    other = make_conninfo(login)
    with PostgresStore(postgres_database.dsn) as owner:
        owner.protect(str(conninfo_to_dict(login)["user"]))
        owner.publish([("person:ann", "case:a"), ("person:ann", "case:b")])
        with PostgresStore(other, person="person:ann") as store:
            stored_file(store, opened("a"))
            with store.read() as reader:
                seen = reader.changes_since(None).position
            stored_file(store, opened("b"))
            with store.read() as reader:
                assert len(reader.changes_since(seen).rows) == 1
