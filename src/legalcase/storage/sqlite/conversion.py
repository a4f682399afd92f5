"""Conversion: a file of the first version becomes one of this, as it is opened."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from legalcase.codec.log.lines import converted
from legalcase.errors import LegalCaseError, StorageError
from legalcase.storage.lines.folds import follows
from legalcase.storage.lines.rows import START, Last, chained, read_back
from legalcase.storage.sql.writing import statements_of
from legalcase.storage.sqlite.file import MADE, SCHEMA, TABLES
from legalcase.storage.sqlite.lists import ROWS
from legalcase.storage.sqlite.work import write
from legalcase.storage.units.work import Rows

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

    from legalcase.kernel.lines.recorded import Recorded
    from legalcase.model.core import Model
    from legalcase.storage.sqlite.store import SqliteStore

__all__ = ["convert", "listed_anew", "name_store"]

#: The schema of the first version: one table `event`, of texts in its own codec.
FIRST: Final = 1


def convert(
    connection: sqlite3.Connection, path: Path, model: Model, found: int
) -> None:
    """Make the tables of today, in the transaction that is open, of those of `found`.

    Of a file of the first version, everything is converted and folded before the
    first byte is written. Raises `StorageError`, which names the case, for what
    cannot be converted.
    """
    if found >= SCHEMA:
        return
    if found == FIRST:
        batches = _all_converted(connection, path, model)
        connection.execute("DROP TABLE event")  # its triggers go along
        for statement in TABLES:
            connection.execute(statement)
        write(statements_of(batches), connection)
    else:
        _made_anew(connection)
    # The lines of each stream as one commit: nobody knows any more how they came.
    connection.execute(
        "INSERT INTO change (position, stream, first, last) "
        "SELECT row_number() OVER (ORDER BY stream), stream, 1, count FROM head "
        "ORDER BY stream"
    )
    name_store(connection, is_listed=False)
    connection.execute(
        "UPDATE meta SET value = (SELECT lower(hex(digest)) FROM head "
        "ORDER BY stream LIMIT 1) WHERE name = 'id' AND EXISTS (SELECT 1 FROM head)"
    )


def _made_anew(connection: sqlite3.Connection) -> None:
    """Make the triggers and tables that files of schema 2 and 3 had otherwise."""
    erased = []
    if connection.execute(_IS_THERE, ("erased",)).fetchone():
        erased = connection.execute("SELECT stream FROM erased").fetchall()
        connection.execute("DROP TABLE erased")
    made = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'trigger'"
    ).fetchall()
    for (name,) in made:
        connection.execute(f'DROP TRIGGER "{name}"')
    for name, statement in MADE.items():
        if not connection.execute(_IS_THERE, (name,)).fetchone():
            if name == "erased_is_of_people":
                # Those that stand there did so before: the door asks no more.
                connection.executemany("INSERT INTO erased (stream) VALUES (?)", erased)
            connection.execute(statement)
    connection.execute(f"PRAGMA user_version={SCHEMA}")


_IS_THERE: Final = "SELECT 1 FROM sqlite_schema WHERE name = ?"


def name_store(connection: sqlite3.Connection, *, is_listed: bool) -> None:
    """Say what lists a file has; its first line names it, for its cursors."""
    connection.executemany(
        "INSERT INTO meta (name, value) VALUES (?, ?)",
        [("id", ""), ("rows", ROWS if is_listed else "none")],
    )


def listed_anew(store: SqliteStore) -> None:
    """Make what lists say anew, if the file has none, or those of another version.

    Killed half-way, it is done when the file is opened next. A stream that cannot be
    read stands in no list, and `verify` says so.
    """
    with store.read() as reader:
        if reader.rows_version() == ROWS:
            return
    with store.begin() as work:
        if work.rows_version() != ROWS:
            work.rebuild(is_lenient=True)
            work.say_rows(ROWS)
            work.commit()


def _all_converted(
    connection: sqlite3.Connection, path: Path, model: Model
) -> list[Rows]:
    rows = connection.execute(
        "SELECT case_id, sequence, body FROM event ORDER BY case_id, sequence"
    ).fetchall()
    batches, ids = [], set[str]()
    for case_id, found in groupby(rows, key=itemgetter(0)):
        texts = [(number, text) for _, number, text in found]
        batch = _converted(path, case_id, texts, model)
        batches.append(batch)
        for row in batch.rows:
            if row.line.event_id in ids:
                raise _refused(path, case_id, "it has an event_id of another case")
            ids.add(row.line.event_id)
    return batches


def _converted(
    path: Path, case_id: str, texts: list[tuple[int, str]], model: Model
) -> Rows:
    why = "it has a gap"
    if [number for number, _ in texts] == list(range(1, len(texts) + 1)):
        try:
            return _rows(case_id, converted([text for _, text in texts], model), model)
        except LegalCaseError as error:
            why = str(error)
    # Outside the handler: its context may hold what is stored.
    raise _refused(path, case_id, why)


def _rows(case_id: str, lines: list[Recorded], model: Model) -> Rows:
    stream = lines[0].stream
    back = read_back(lines, model)
    rows, found = chained(back, START), [each.line for each in back]
    end = Last(len(rows), rows[-1].digest)
    follows(model, None, found, end.digest, tuple)
    if stream.partition(":")[2] != case_id or any(
        (line.stream, line.number) != (stream, number)
        for number, line in enumerate(found, 1)
    ):
        msg = "its lines are those of another case"
        raise StorageError(msg)
    return Rows(stream, rows, end)


def _refused(path: Path, case_id: str, why: str) -> StorageError:
    msg = (
        f"{path.name!r} was written by the first version of legalcase, and case "
        f"{case_id!r} cannot be converted: {why.rstrip('.')}. The file was left as it "
        "is; mend the case with that version, or ask for help."
    )
    return StorageError(msg)
