"""What a store in PostgreSQL refuses, and that its words tell no secret."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import psycopg
import pytest
from psycopg.conninfo import make_conninfo

from legalcase.errors import (
    ConflictingInputError,
    InvalidTypeError,
    InvalidValueError,
    LegalCaseError,
    MissingInputError,
    SchemaTooNewError,
    StorageError,
)
from legalcase.ports import CaseQuery, DueQuery, LineQuery
from legalcase.storage import open_store
from legalcase.storage.postgres import PostgresStore
from legalcase.storage.postgres.connections.refusals import refusal
from legalcase.storage.postgres.statements.jsonb import is_jsonb
from legalcase.testing.store_helpers import (
    noted,
    opened,
)
from people_samples import person
from store_samples import CANARY, new_file
from stored_samples import stored_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from postgres_cluster import Cluster
    from postgres_database import Database

SECRET = "canary-8812"  # noqa: S105 - nobody's password


@pytest.fixture(name="store")
def _store(postgres_database: Database) -> Iterator[PostgresStore]:
    with PostgresStore(postgres_database.dsn) as store:
        yield store


def say(database: Database, *statements: Any) -> None:
    """Do to the database what anybody can do who may write there."""
    with psycopg.connect(database.dsn, autocommit=True) as connection:
        for statement in statements:
            connection.execute(statement)


def refused(act: Callable[[], object]) -> str:
    """All that an error says, and its causes, which tell no secret."""
    with pytest.raises(LegalCaseError) as caught:
        act()
    error = caught.value
    said = [str(error), repr(error)]
    cause = error.__cause__ or error.__context__
    while cause is not None:
        said += [str(cause), repr(cause)]
        cause = cause.__cause__ or cause.__context__
    assert SECRET not in " ".join(said)
    assert CANARY not in " ".join(said)
    assert str(pickle.loads(pickle.dumps(error))) == str(error)
    return str(error)


def test_a_password_is_in_no_word(postgres_database: Database) -> None:
    """Neither of a store nor of an error, wherever it stood."""
    where = make_conninfo(postgres_database.dsn, password=SECRET)
    with PostgresStore(where) as store:
        assert SECRET not in repr(store)
        assert postgres_database.name in repr(store)
    for wrong in (
        f"postgresql://ann:{SECRET}@[::1/x",
        f"host=x nonsense={SECRET}",
        f"postgresql://ann:{SECRET}@/x?nonsense={SECRET}",
        f"host={SECRET}\0",
    ):
        refused(lambda wrong=wrong: PostgresStore(wrong))  # type: ignore[misc]  # its own
    nowhere = f"postgresql://ann:{SECRET}@127.0.0.1:1/x"
    assert "could not be reached" in refused(lambda: PostgresStore(nowhere))
    assert "could not be reached" in refused(lambda: open_store(nowhere))
    missing = make_conninfo(where, dbname="no_such_database")
    assert "could not be reached" in refused(lambda: PostgresStore(missing))


@pytest.mark.parametrize(
    ("how", "kind"),
    [
        ({}, MissingInputError),
        ({"conninfo": 7}, InvalidTypeError),
        ({"conninfo": "", "schema": "Cases"}, InvalidValueError),
        ({"conninfo": "", "schema": 'a"b'}, InvalidValueError),
        ({"conninfo": "", "schema": "pg_cases"}, InvalidValueError),
        ({"conninfo": "", "schema": "a" * 64}, InvalidValueError),
        ({"conninfo": "", "schema": None}, InvalidTypeError),
        ({"conninfo": "", "isolation": "chaos"}, InvalidValueError),
        ({"conninfo": "", "pool_size": 0}, InvalidValueError),
        ({"conninfo": "", "pool_size": True}, InvalidValueError),
        ({"conninfo": "", "patience": -1}, InvalidValueError),
        ({"conninfo": "", "patience": "5"}, InvalidTypeError),
        ({"conninfo": "", "person": ""}, InvalidValueError),
        ({"conninfo": "", "person": "a\\b"}, InvalidValueError),
        ({"conninfo": "", "person": 7}, InvalidTypeError),
        ({"connection": "host=x"}, InvalidTypeError),
        ({"conninfo": "host=x", "connection": 1}, ConflictingInputError),
        ({"person": "person:ann", "connection": 1}, ConflictingInputError),
    ],
)
def test_what_is_no_store_is_refused(how: dict[str, Any], kind: type) -> None:
    """Before anybody is asked for a connection."""
    with pytest.raises(kind):
        PostgresStore(**how)


def test_tables_of_others_are_left_alone(postgres_database: Database) -> None:
    """Also where one is called as ours; another schema is free."""
    say(
        postgres_database,
        "CREATE SCHEMA legalcase",
        "CREATE TABLE legalcase.invoice (number integer)",
    )
    PostgresStore(postgres_database.dsn).close()  # beside them, none is in the way
    say(
        postgres_database,
        "CREATE SCHEMA theirs",
        "CREATE TABLE theirs.line (number integer)",
        "CREATE SCHEMA others",
        "CREATE TABLE others.meta (name text, value text)",
    )
    for schema in ("theirs", "others"):
        with pytest.raises(StorageError, match="another program"):
            PostgresStore(postgres_database.dsn, schema=schema)
    with psycopg.connect(postgres_database.dsn) as connection:
        asked = "SELECT count(*) FROM pg_tables WHERE schemaname = 'theirs'"
        assert connection.execute(asked).fetchone() == (1,)


def test_stores_in_two_schemas_do_not_know_each_other(
    postgres_database: Database,
) -> None:
    """One of each firm in one database."""
    with (
        PostgresStore(postgres_database.dsn, schema="first") as first,
        PostgresStore(postgres_database.dsn, schema="second") as second,
    ):
        stored_file(first, opened("case-1"))
        with second.read() as reader:
            assert reader.ids() == ()
        stored_file(second, opened("case-1"))
        assert first.verify() == second.verify() == ()


def test_a_newer_or_damaged_schema_is_refused(
    store: PostgresStore, postgres_database: Database
) -> None:
    """And left as it is."""
    dsn = postgres_database.dsn
    number = "UPDATE legalcase.meta SET value = '{}' WHERE name = 'schema'"
    say(postgres_database, number.format(99).encode())
    with pytest.raises(SchemaTooNewError):
        PostgresStore(dsn)
    say(postgres_database, number.format("x").encode())
    with pytest.raises(StorageError, match="damaged"):
        PostgresStore(dsn)
    say(postgres_database, number.format(1).encode(), "DROP TABLE legalcase.word")
    with pytest.raises(StorageError, match="damaged"):
        PostgresStore(dsn)
    assert [fault.what for fault in store.verify()] == ["file"]


def test_what_lists_say_is_made_anew_for_another_version(
    store: PostgresStore, postgres_database: Database
) -> None:
    """When the store is opened next, as with a file."""
    stored_file(store, new_file())
    with store.read() as reader:
        wanted = (reader.find(CaseQuery()).rows, reader.find(DueQuery()).rows)
    say(
        postgres_database,
        "UPDATE legalcase.meta SET value = '0' WHERE name = 'rows'",
        "DELETE FROM legalcase.due_row",
        "DELETE FROM legalcase.attribute",
        "DELETE FROM legalcase.word",
    )
    with PostgresStore(postgres_database.dsn) as other, other.read() as reader:
        assert (reader.find(CaseQuery()).rows, reader.find(DueQuery()).rows) == wanted
        assert reader.count(LineQuery(text="Roe")) == 1
        assert other.verify() == ()


def test_what_was_tampered_with_is_found(
    store: PostgresStore, postgres_database: Database
) -> None:
    """A line, its end, a commit that is gone, a row."""
    stored_file(store, noted(opened("case-1"), "n"))
    heads = store.heads()
    for change, back in (
        ("SET body = body || ' '", "SET body = rtrim(body)"),
        ("SET number = number + 5 WHERE number = 2", "SET number = 2 WHERE number = 7"),
    ):
        say(postgres_database, f"UPDATE legalcase.line {change}".encode())
        assert [fault.stream for fault in store.verify()] == ["case:case-1"]
        with store.read() as reader, pytest.raises(LegalCaseError):
            reader.events("case:case-1")
        say(postgres_database, f"UPDATE legalcase.line {back}".encode())
    assert store.verify(anchors=heads) == ()
    say(postgres_database, "UPDATE legalcase.counter SET position = 7")
    assert [fault.what for fault in store.verify()] == ["file"]


def test_no_stored_value_is_in_what_is_refused(
    store: PostgresStore, postgres_database: Database
) -> None:
    """PostgreSQL quotes keys and rows; what comes from here does not."""
    stored_file(store, new_file())
    say(
        postgres_database,
        "ALTER TABLE legalcase.line ADD CHECK (number < 9)",
        "ALTER TABLE legalcase.tag ADD CHECK (number < 9)",
    )
    with store.begin() as work:
        work.save(noted(work.file("case-1"), CANARY))
        refused(work.commit)
        refused(work.commit)
    for error in (
        psycopg.errors.UniqueViolation(f"Key ({SECRET})=({CANARY}) already exists."),
        psycopg.errors.lookup("P0001")(SECRET),
        psycopg.ProgrammingError(SECRET),
        psycopg.DataError(SECRET),
        psycopg.OperationalError(SECRET),
        psycopg.InterfaceError(SECRET),
    ):
        said = str(refusal("'x.legalcase'", error))
        assert SECRET not in said
        assert len(said.split(". ")) >= 2


def test_what_no_table_holds_is_asked_for_all_the_same(store: PostgresStore) -> None:
    """A NUL is in no name that is stored: nothing is found."""
    stored_file(store, new_file())
    with store.read() as reader:
        for query in (
            CaseQuery(number="1\0"),
            CaseQuery(assignee="\0"),
            LineQuery(tags=("number:\0",)),
            DueQuery(case_id="case-1\0"),
            DueQuery(rule="\0"),
        ):
            assert reader.find(query).rows == ()


def test_names_and_words_of_any_length_and_script_are_found(
    store: PostgresStore,
) -> None:
    """A long word is found as a whole and by how it begins."""
    long = "x" * 100_000
    other = "x" * 99_999 + "y"
    text = f"{long} Ärger straße \U0001f4c5 日本語 a%b_c \\d 100%"
    stored_file(store, noted(opened("case-1"), "n", text))
    with store.read() as reader:
        for words in (long, "x" * 50 + "*", "xx*", "arger", "STRASSE", "日本語", "100"):
            assert reader.count(CaseQuery(text=words)) == 1, words[:20]
        for words in (other, "x" * 50, "y*", "bcd"):
            assert reader.count(CaseQuery(text=words)) == 0, words[:20]


def test_order_is_by_code_point_wherever_the_server_is(store: PostgresStore) -> None:
    """Large letters first, as in memory, whatever the collation of the database."""
    names = ["a", "B", "b", "A", "a-1", "a1", "a_1", "Z", "_"]
    for name in names:
        stored_file(store, opened(name))
    with store.read() as reader:
        assert list(reader.ids()) == sorted(names)
        found = []
        page = reader.find(CaseQuery(), limit=2)
        while True:
            found += [row.case_id for row in page.rows]
            if page.next is None:
                break
            page = reader.find(CaseQuery(), after=page.next, limit=2)
        assert found == sorted(names)


@pytest.mark.parametrize(
    ("text", "is_taken"),
    [
        ('{"a": 1.50, "b": ["é", "\\u00e9", null]}', True),
        ('{"a": "\\u0000"}', False),
        ('{"a": "\\ud83d\\udcc5"}', False),
        ('{"a": 1e400000}', False),
        ('{"a": 1e300}', True),
        ("[" * 5000 + "]" * 5000, False),
        ("[" * 400 + "]" * 400, True),
        ("[" + ",".join(['"[[{"'] * 2000) + "]", True),
        ('{"a": ' + "9" * 2000 + "}", False),
    ],
)
def test_a_line_is_also_there_as_jsonb(
    store: PostgresStore, postgres_database: Database, text: str, is_taken: bool
) -> None:
    """Where the server takes it; its text is as it was in any case."""
    assert is_jsonb(text) is is_taken
    assert store.verify() == ()
    insert = (
        "INSERT INTO legalcase.line (stream, number, body, digest, data) SELECT "
        "'x', 1, t.b, %s, CASE WHEN t.f THEN t.b::jsonb END "
        "FROM (SELECT %s::text AS b, %s::boolean AS f) t"
    )
    with psycopg.connect(postgres_database.dsn) as connection:
        connection.execute(insert, [b"x" * 32, text, is_jsonb(text)])
        asked = "SELECT body, data IS NOT NULL FROM legalcase.line"
        assert connection.execute(asked).fetchone() == (text, is_taken)


def test_lines_can_be_asked_for_in_sql(
    store: PostgresStore, postgres_database: Database
) -> None:
    """By what they say."""
    stored_file(store, noted(opened("case-1"), "n", "Call the clerk."))
    asked = (
        "SELECT data #>> '{data,event,text}' FROM legalcase.line "
        "WHERE data #>> '{data,kind}' = 'note-added'"
    )
    with psycopg.connect(postgres_database.dsn) as connection:
        found = connection.execute(asked).fetchall()
    assert found == [("Call the clerk.",)]


@pytest.mark.parametrize("missing", ["psycopg", "psycopg_pool"])
def test_without_its_extra_it_says_how_to_get_it(missing: str) -> None:
    """Where it is imported by name, and where an address asks for it."""
    program = (
        f"import sys; sys.modules[{missing!r}] = None\n"
        "from legalcase.errors import MissingExtraError\n"
        "from legalcase.storage import open_store\n"
        "for word in ('postgres', 'postgresql'):\n"
        "    try: open_store(word + '://x/y')\n"
        "    except MissingExtraError as error: assert error.extra == 'postgres'\n"
        "    else: raise SystemExit('opened')\n"
        "try: import legalcase.storage.postgres\n"
        "except MissingExtraError as error: print(error)\n"
    )
    paths = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [sys.executable, "-c", program],
        env=paths,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "pip install 'legalcase[postgres]'" in done.stdout


def test_who_was_erased_leaves_no_byte_in_the_tables(
    postgres_to_crash: Cluster,
) -> None:
    """After `scrub`: neither in them nor in their indexes."""
    with PostgresStore(postgres_to_crash.dsn) as other:
        with other.begin() as work:
            work.save(person(family=SECRET))
            work.commit()
        with other.begin() as work:
            work.erase("person:roe")
            work.commit()
        with psycopg.connect(postgres_to_crash.dsn, autocommit=True) as theirs:
            theirs.execute("CHECKPOINT")
        assert bytes_of(postgres_to_crash, SECRET)
        other.scrub()
        with psycopg.connect(postgres_to_crash.dsn, autocommit=True) as theirs:
            theirs.execute("CHECKPOINT")
        assert bytes_of(postgres_to_crash, SECRET) == []
        assert other.verify() == ()


def bytes_of(cluster: Cluster, secret: str) -> list[str]:
    """The files of tables and indexes in which something lies."""
    found = (cluster.folder / "data" / "base").rglob("*")
    return [
        path.name
        for path in found
        if path.is_file() and secret.encode() in path.read_bytes()
    ]
