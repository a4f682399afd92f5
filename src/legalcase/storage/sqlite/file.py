"""The file of a SqliteStore: its marks, its tables, and whether it is ours at all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from legalcase.errors import SchemaTooNewError, StorageError

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["APPLICATION_ID", "SCHEMA", "SCRIPT", "check_header", "foreign", "too_new"]

#: "LCas" in ASCII: marks a file as ours. It never changes.
APPLICATION_ID: Final = 0x4C436173

#: The number of the tables' schema, in the file's user_version.
SCHEMA: Final = 1

#: What makes the tables. A log only grows: the triggers refuse all but the next event.
SCRIPT: Final = (
    """
    CREATE TABLE event (
        case_id TEXT NOT NULL,
        sequence INTEGER NOT NULL CHECK (sequence >= 1),
        event_id TEXT NOT NULL UNIQUE,
        kind TEXT NOT NULL,
        body TEXT NOT NULL,
        PRIMARY KEY (case_id, sequence)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TRIGGER event_follows BEFORE INSERT ON event
    WHEN new.sequence <> 1 + (
        SELECT coalesce(max(sequence), 0) FROM event WHERE case_id = new.case_id
    ) OR EXISTS (SELECT 1 FROM event WHERE event_id = new.event_id)
    BEGIN SELECT raise(ABORT, 'not the next event'); END
    """,
    """
    CREATE TRIGGER event_stays BEFORE UPDATE ON event
    BEGIN SELECT raise(ABORT, 'events are not changed'); END
    """,
    """
    CREATE TRIGGER event_is_kept BEFORE DELETE ON event
    BEGIN SELECT raise(ABORT, 'events are not deleted'); END
    """,
    f"PRAGMA application_id={APPLICATION_ID}",
    f"PRAGMA user_version={SCHEMA}",
)

_MAGIC: Final = b"SQLite format 3\x00"
_HEADER: Final = 100


def check_header(path: Path) -> None:
    """See that the file is ours, empty or absent, without SQLite touching it.

    Raises `StorageError` for another program's file, `SchemaTooNewError` for that of
    a newer version. Bytes 60 to 63 and 68 to 71 of a database hold the user_version
    and the application_id.
    """
    try:
        if not path.exists():
            return
        header = None
        # Not of a pipe or a device: who opens that can wait for ever.
        if path.is_file():
            with path.open("rb") as file:
                header = file.read(_HEADER)
    except OSError:
        header = None
    if header is None:
        msg = (
            f"The store {path.name or str(path)!r} could not be read. Check that it is "
            "a file and that you may read it."
        )
        raise StorageError(msg)
    if not header:
        return
    if len(header) < _HEADER or not header.startswith(_MAGIC):
        msg = (
            f"{path.name!r} is no database of SQLite, and was left as it is. Choose "
            "another path."
        )
        raise StorageError(msg)
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise foreign(path)
    found = int.from_bytes(header[60:64], "big")
    if found > SCHEMA:
        raise too_new(path, found)


def foreign(path: Path) -> StorageError:
    """Return the error for a database of another program."""
    msg = (
        f"{path.name!r} is a database of another program, and was left as it is. "
        "Choose another path."
    )
    return StorageError(msg)


def too_new(path: Path, found: int) -> SchemaTooNewError:
    """Return the error for a database of a newer version."""
    msg = (
        f"{path.name!r} was written by a newer version of legalcase (schema {found}; "
        f"this one knows {SCHEMA}), and was left as it is. Upgrade legalcase."
    )
    problems = (("$.user_version", "is newer than what this version knows"),)
    return SchemaTooNewError(msg, found=found, known=SCHEMA, problems=problems)
