"""The tables of a SqliteStore that lists and questions are answered from."""

from __future__ import annotations

from typing import Final

from legalcase.storage.sql.version import ROWS

__all__ = ["LISTS", "ROWS"]

#: `change` says in which order lines were committed: it only grows, and the erasure of
#: a stream stands in it, too. All else here is derived, and can be made anew.
LISTS: Final = (
    """
    CREATE TABLE meta (
        name TEXT PRIMARY KEY,
        value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE change (
        position INTEGER PRIMARY KEY,
        stream TEXT NOT NULL,
        first INTEGER NOT NULL,
        last INTEGER NOT NULL CHECK (last >= first)
    ) STRICT
    """,
    "CREATE INDEX change_of_stream ON change (stream, first)",
    """
    CREATE TRIGGER change_follows BEFORE INSERT ON change
    WHEN new.position <> 1 + (SELECT coalesce(max(position), 0) FROM change)
    BEGIN SELECT raise(ABORT, 'not the next commit'); END
    """,
    """
    CREATE TRIGGER change_stays BEFORE UPDATE ON change
    BEGIN SELECT raise(ABORT, 'commits are not changed'); END
    """,
    """
    CREATE TRIGGER change_is_kept BEFORE DELETE ON change
    BEGIN SELECT raise(ABORT, 'commits are not deleted'); END
    """,
    "CREATE INDEX tag_of_line ON tag (stream, number)",
    "CREATE INDEX event_of_line ON event_id (stream, number)",
    """
    CREATE TABLE case_row (
        stream TEXT PRIMARY KEY,
        version INTEGER NOT NULL,
        recorded_at TEXT NOT NULL,
        status TEXT NOT NULL,
        caption TEXT,
        number TEXT,
        court TEXT,
        stage TEXT,
        engagement TEXT,
        clients TEXT NOT NULL,
        assignees TEXT NOT NULL,
        open_deadlines INTEGER NOT NULL,
        next_due TEXT,
        is_sealed INTEGER NOT NULL,
        digest BLOB NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE due_row (
        day TEXT NOT NULL,
        stream TEXT NOT NULL,
        what TEXT NOT NULL,
        item_id TEXT NOT NULL,
        due TEXT,
        at TEXT,
        is_open INTEGER NOT NULL,
        state TEXT NOT NULL,
        bound TEXT NOT NULL,
        title TEXT,
        rule TEXT,
        assignees TEXT NOT NULL,
        critical INTEGER NOT NULL,
        audience TEXT NOT NULL,
        digest BLOB NOT NULL,
        PRIMARY KEY (stream, what, item_id)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX due_by_day ON due_row (is_open, day, stream, what, item_id)",
    """
    CREATE TABLE attribute (
        name TEXT NOT NULL,
        value TEXT NOT NULL,
        stream TEXT NOT NULL,
        what TEXT NOT NULL,
        item_id TEXT NOT NULL,
        PRIMARY KEY (name, value, stream, what, item_id)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX attribute_of_stream ON attribute (stream)",
    """
    CREATE TABLE own_row (
        projection TEXT NOT NULL,
        stream TEXT NOT NULL,
        "key" TEXT NOT NULL,
        body TEXT NOT NULL,
        digest BLOB NOT NULL,
        PRIMARY KEY (projection, "key", stream)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX own_row_of_stream ON own_row (stream)",
    """
    CREATE TABLE snapshot (
        stream TEXT PRIMARY KEY,
        number INTEGER NOT NULL,
        head BLOB NOT NULL,
        body TEXT NOT NULL,
        digest BLOB NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE stream_key (
        stream TEXT PRIMARY KEY,
        key_id TEXT NOT NULL,
        wrapped BLOB NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE doc (
        id INTEGER PRIMARY KEY,
        stream TEXT NOT NULL,
        number INTEGER NOT NULL,
        words TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX doc_of_line ON doc (stream, number)",
    # The words come cut and folded: what is left of a tokenizer is to part them.
    """
    CREATE VIRTUAL TABLE word USING fts5(
        words, content='doc', content_rowid='id', detail='none', columnsize=0,
        tokenize="unicode61 remove_diacritics 0 categories 'L* N* M* Co'"
    )
    """,
)
