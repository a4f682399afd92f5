"""The file of a SqliteStore: its marks, its tables, and whether it is ours at all."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from legalcase.errors import SchemaTooNewError, StorageError
from legalcase.storage.sqlite.lists import LISTS

if TYPE_CHECKING:
    from pathlib import Path

__all__ = [
    "APPLICATION_ID",
    "MADE",
    "SCHEMA",
    "SCRIPT",
    "TABLES",
    "check_header",
    "foreign",
    "too_new",
]

#: "LCas" in ASCII: marks a file as ours. It never changes.
APPLICATION_ID: Final = 0x4C436173

#: The number of the tables' schema, in the file's user_version.
SCHEMA: Final = 4

#: What makes the tables. A line is the text that it was written as, and its digest is
#: bound to all before it; the other tables are derived from the lines. A log only
#: grows: the triggers refuse all but the next line. One door is left: a stream of the
#: directory that stands in `erased` can be deleted, and never begins again.
TABLES: Final = (
    """
    CREATE TABLE line (
        stream TEXT NOT NULL,
        number INTEGER NOT NULL CHECK (number >= 1),
        body TEXT NOT NULL,
        digest BLOB NOT NULL CHECK (length(digest) = 32),
        PRIMARY KEY (stream, number)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE head (
        stream TEXT PRIMARY KEY,
        count INTEGER NOT NULL CHECK (count >= 1),
        digest BLOB NOT NULL CHECK (length(digest) = 32)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE event_id (
        event_id TEXT PRIMARY KEY,
        stream TEXT NOT NULL,
        number INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE tag (
        tag TEXT NOT NULL,
        stream TEXT NOT NULL,
        number INTEGER NOT NULL,
        PRIMARY KEY (tag, stream, number)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TRIGGER line_follows BEFORE INSERT ON line
    WHEN new.number <> 1 + (
        SELECT coalesce(max(number), 0) FROM line WHERE stream = new.stream
    )
    BEGIN SELECT raise(ABORT, 'not the next line'); END
    """,
    """
    CREATE TRIGGER line_stays BEFORE UPDATE ON line
    BEGIN SELECT raise(ABORT, 'lines are not changed'); END
    """,
    """
    CREATE TABLE erased (
        stream TEXT PRIMARY KEY,
        count INTEGER,
        digest BLOB
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TRIGGER erased_is_of_people BEFORE INSERT ON erased
    WHEN new.stream NOT LIKE 'person:%' AND new.stream NOT LIKE 'organization:%'
        AND new.stream NOT LIKE 'agency:%'
        AND NOT EXISTS (SELECT 1 FROM stream_key WHERE stream = new.stream)
    BEGIN SELECT raise(ABORT, 'only people and what is sealed are erased'); END
    """,
    """
    CREATE TRIGGER erased_stays BEFORE UPDATE ON erased
    BEGIN SELECT raise(ABORT, 'what was erased stays so'); END
    """,
    """
    CREATE TRIGGER erased_is_kept BEFORE DELETE ON erased
    BEGIN SELECT raise(ABORT, 'what was erased stays so'); END
    """,
    """
    CREATE TRIGGER line_is_not_erased BEFORE INSERT ON line
    WHEN EXISTS (SELECT 1 FROM erased WHERE stream = new.stream)
    BEGIN SELECT raise(ABORT, 'what was erased stays so'); END
    """,
    """
    CREATE TRIGGER line_is_kept BEFORE DELETE ON line
    WHEN NOT EXISTS (SELECT 1 FROM erased WHERE stream = old.stream)
    BEGIN SELECT raise(ABORT, 'lines are not deleted'); END
    """,
    """
    CREATE TRIGGER head_begins BEFORE INSERT ON head
    WHEN NOT EXISTS (
        SELECT 1 FROM line
        WHERE stream = new.stream AND number = new.count AND digest = new.digest
    ) OR EXISTS (
        SELECT 1 FROM head WHERE stream = new.stream AND count >= new.count
    )
    BEGIN SELECT raise(ABORT, 'not the head of a log'); END
    """,
    """
    CREATE TRIGGER head_follows BEFORE UPDATE ON head
    WHEN new.stream <> old.stream OR new.count <= old.count OR NOT EXISTS (
        SELECT 1 FROM line
        WHERE stream = new.stream AND number = new.count AND digest = new.digest
    )
    BEGIN SELECT raise(ABORT, 'not the head of a log'); END
    """,
    """
    CREATE TRIGGER head_is_kept BEFORE DELETE ON head
    WHEN NOT EXISTS (SELECT 1 FROM erased WHERE stream = old.stream)
    BEGIN SELECT raise(ABORT, 'heads are not deleted'); END
    """,
    """
    CREATE TRIGGER event_id_is_new BEFORE INSERT ON event_id
    WHEN EXISTS (SELECT 1 FROM event_id WHERE event_id = new.event_id)
    BEGIN SELECT raise(ABORT, 'event ids are given once'); END
    """,
    """
    CREATE TRIGGER event_id_stays BEFORE UPDATE ON event_id
    BEGIN SELECT raise(ABORT, 'event ids are not changed'); END
    """,
    """
    CREATE TRIGGER event_id_is_kept BEFORE DELETE ON event_id
    WHEN NOT EXISTS (SELECT 1 FROM erased WHERE stream = old.stream)
    BEGIN SELECT raise(ABORT, 'event ids are not deleted'); END
    """,
    *LISTS,
    f"PRAGMA user_version={SCHEMA}",
)

_CREATE: Final = r"\s*CREATE (?:VIRTUAL )?(?:TABLE|TRIGGER|INDEX) (\w+)"

#: Tables, indexes and triggers by their names, with what made them, each in one line.
MADE: Final = MappingProxyType(
    {
        found.group(1): " ".join(statement.split())
        for statement in TABLES
        if (found := re.match(_CREATE, statement))
    }
)

#: What makes an empty file ours.
SCRIPT: Final = (*TABLES, f"PRAGMA application_id={APPLICATION_ID}")

_MAGIC: Final = b"SQLite format 3\x00"
_HEADER: Final = 100

#: How a rollback journal begins, and how large the pages of a database may be.
_JOURNAL: Final = bytes.fromhex("d9d505f920a163d7")
_SIZES: Final = range(512, 65537)


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
    if not _is_ours(header):
        header = _before(path) or header
    if len(header) < _HEADER or not header.startswith(_MAGIC):
        msg = (
            f"{path.name!r} is no database of SQLite, and was left as it is. Choose "
            "another path."
        )
        raise StorageError(msg)
    if not _is_ours(header):
        raise foreign(path)
    found = int.from_bytes(header[60:64], "big")
    if found > SCHEMA:
        raise too_new(path, found)


def _is_ours(header: bytes) -> bool:
    marked = int.from_bytes(header[68:72], "big") == APPLICATION_ID
    return len(header) == _HEADER and header.startswith(_MAGIC) and marked


def _before(path: Path) -> bytes | None:
    """Return the header to which SQLite takes the file back when it opens it.

    A program that was killed while it wrote the first page leaves it torn, and the
    page as it was in the journal beside it (sqlite.org/fileformat2.html, 3).
    """
    journal = path.with_name(f"{path.name}-journal")
    try:
        with journal.open("rb") as file:
            head = file.read(28)
            sector, size = (int.from_bytes(head[n : n + 4], "big") for n in (20, 24))
            if not head.startswith(_JOURNAL) or size not in _SIZES:
                return None
            file.seek(sector)
            while record := file.read(size + 8):
                if record[:4] == b"\0\0\0\1":
                    return record[4 : 4 + _HEADER]
    except OSError:
        return None
    return None


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
