"""Making: the tables of a store, made once, and found again by everybody else."""

from __future__ import annotations

from time import monotonic, sleep
from typing import TYPE_CHECKING, Final

from legalcase.errors import ConflictError, SchemaTooNewError, StorageError
from legalcase.storage.postgres.connections.refusals import damaged
from legalcase.storage.postgres.statements.tables import NAMES, ROWS, SCHEMA, TABLES

if TYPE_CHECKING:
    from typing import Any

    from psycopg import Connection

    from legalcase.storage.postgres.connections.session import Session

__all__ = ["label_on", "made", "require_made"]

#: In `meta`, under `application`: marks a schema as ours. It never changes.
OURS: Final = "legalcase"
_PAUSE: Final = 0.02


def label_on(connection: Connection[Any], schema: str) -> str:
    """Return how messages call a store: its database, and its schema."""
    return repr(f"{connection.info.dbname}.{schema}")


def made(session: Session, patience: float) -> None:
    """Make the tables in a schema that has none, or see that they are ours.

    All in one transaction; of several that come at once, one makes them. Raises
    `StorageError` for tables of others, `SchemaTooNewError` for newer ones.
    """
    until = monotonic() + max(patience, 1.0)
    while True:
        try:
            session.say("BEGIN ISOLATION LEVEL READ COMMITTED")
            if not _is_made(session):
                _make(session)
            session.say("COMMIT")
        except ConflictError:
            session.say("ROLLBACK")
            if monotonic() > until:
                raise
            sleep(_PAUSE)
        else:
            return


def require_made(session: Session) -> None:
    """See that a schema has the tables of a store; nothing is made."""
    if not _is_made(session):
        msg = (
            f"There is no store in {session.label}, and none is made in the "
            "transaction of others. Make it once: PostgresStore(conninfo).close()."
        )
        raise StorageError(msg)


def _is_made(session: Session) -> bool:
    """Tell whether the tables are there; refuse those of others, and newer ones."""
    encoding = session.all("SHOW server_encoding")[0][0]
    if encoding not in ("UTF8", "utf8"):
        msg = (
            f"The database of {session.label} is written in {encoding}, which cannot "
            "hold every text. Make one with the encoding UTF8."
        )
        raise StorageError(msg)
    # Of pg_catalog, which everybody reads: the other list leaves out what is not
    # granted, and a store that nobody has granted is there all the same.
    found = session.all(
        "SELECT c.relname FROM pg_catalog.pg_class c "
        "JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace "
        "WHERE n.nspname = ? AND c.relkind IN ('r', 'p', 'v', 'm', 'f')",
        session.schema,
    )
    there = {row[0] for row in found} & set(NAMES)
    if not there:
        return False
    known = _meta(session) if "meta" in there else {}
    if known.get("application") != OURS:
        msg = (
            f"{session.label} has tables of another program, and was left as it is. "
            "Choose another schema=."
        )
        raise StorageError(msg)
    _check_number(session, known.get("schema", ""))
    if there != set(NAMES):
        what = f"it has no table {min(set(NAMES) - there)!r}"
        raise damaged(session.label, what)
    return True


def _meta(session: Session) -> dict[str, str]:
    columns = session.all(
        "SELECT a.attname FROM pg_catalog.pg_attribute a "
        "JOIN pg_catalog.pg_class c ON c.oid = a.attrelid "
        "JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace "
        "WHERE n.nspname = ? AND c.relname = 'meta' AND a.attnum > 0 "
        "AND NOT a.attisdropped",
        session.schema,
    )
    if {row[0] for row in columns} != {"name", "value"}:
        return {}
    found = session.all("SELECT name::text, value::text FROM meta")
    return {name: value for name, value in found if name and value is not None}


def _check_number(session: Session, written: str) -> None:
    found = int(written) if written.isascii() and written.isdigit() else 0
    if found > SCHEMA:
        msg = (
            f"{session.label} was written by a newer version of legalcase (schema "
            f"{found}; this one knows {SCHEMA}), and was left as it is. Upgrade "
            "legalcase."
        )
        problems = (("$.schema", "is newer than what this version knows"),)
        raise SchemaTooNewError(msg, found=found, known=SCHEMA, problems=problems)
    if found < SCHEMA:
        what = "the number of its schema is none"
        raise damaged(session.label, what)


def _make(session: Session) -> None:
    there = session.all(
        "SELECT 1 FROM pg_catalog.pg_namespace WHERE nspname = ?", session.schema
    )
    if not there:
        session.say(f'CREATE SCHEMA "{session.schema}"')
    for statement in TABLES:
        session.all(_placed(statement, session.schema))
    values = [
        ("application", OURS),
        ("schema", str(SCHEMA)),
        ("id", ""),
        ("rows", ROWS),
        ("walls", ""),
    ]
    session.many(
        [
            ("INSERT INTO meta (name, value) VALUES (?, ?)", values),
            ("INSERT INTO counter (shard, position) VALUES (?, ?)", [(0, 0)]),
        ]
    )


def _placed(statement: str, schema: str) -> str:
    """Return a statement that makes a table, or its index, in a schema."""
    return " ".join(statement.split()).replace(
        "CREATE TABLE ", f'CREATE TABLE "{schema}".'
    )
