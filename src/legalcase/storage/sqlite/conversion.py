"""Conversion: a file of the first version becomes one of this, as it is opened."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from legalcase.codec.lines import converted
from legalcase.errors import LegalCaseError, StorageError
from legalcase.storage.folds import follows
from legalcase.storage.rows import START, Last, chained, read_back
from legalcase.storage.sqlite.file import MADE, SCHEMA, TABLES
from legalcase.storage.sqlite.work import write
from legalcase.storage.work import Rows

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

    from legalcase.kernel.recorded import Recorded
    from legalcase.model.core import Model

__all__ = ["FIRST", "NO_DOOR", "convert", "open_door"]

#: The schema of the first version: one table `event`, of texts in its own codec.
FIRST: Final = 1


def convert(connection: sqlite3.Connection, path: Path, model: Model) -> None:
    """Write every case anew, in the transaction that is open; then drop the old.

    Everything is converted and folded before the first byte is written. Raises
    `StorageError`, which names the case, for what cannot be converted.
    """
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
    connection.execute("DROP TABLE event")  # its triggers go along
    for statement in TABLES:
        connection.execute(statement)
    write(batches, connection)


#: The schema of which nothing could be erased.
NO_DOOR: Final = 2


#: What was made otherwise then, without the door.
_OTHERWISE: Final = ("line_is_kept", "head_is_kept", "event_id_is_kept")


def open_door(connection: sqlite3.Connection) -> None:
    """Make what is needed to erase people, in the transaction that is open.

    All else is left as it is: whether it is as it was made, `verify` says.
    """
    for name in _OTHERWISE:
        connection.execute(f"DROP TRIGGER IF EXISTS {name}")
    for name, statement in MADE.items():
        if name in _OTHERWISE or "erased" in name:
            connection.execute(statement)
    connection.execute(f"PRAGMA user_version={SCHEMA}")


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
    found = read_back(lines, model)
    rows = chained(found, START)
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
