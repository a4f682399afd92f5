"""The tables of a PostgresStore: those of a file of SQLite, by what every engine has.

No trigger, no sequence, no extension: what speaks as PostgreSQL does runs it. All
texts sort by their code points, wherever the server is and however that sorts.
"""

from __future__ import annotations

from typing import Final

from legalcase.storage.sql.version import ROWS

__all__ = ["NAMES", "OF_STREAMS", "ROWS", "SCHEMA", "TABLES"]

#: The number of the tables' schema, in `meta`.
SCHEMA: Final = 1

#: What stands for a text in a table, and for bytes that bind a line.
_TEXT: Final = 'text COLLATE "C"'
_DIGEST: Final = "bytea NOT NULL CHECK (octet_length(digest) = 32)"

#: What makes the tables. `data` is the text of a line once more, for questions of
#: others in SQL; what counts is `body`, whose bytes are those that were written.
_MADE: Final = (
    """
    CREATE TABLE line (
        stream {text} NOT NULL,
        number integer NOT NULL CHECK (number >= 1),
        body text NOT NULL,
        digest {digest},
        data jsonb,
        PRIMARY KEY (stream, number)
    )
    """,
    """
    CREATE TABLE head (
        stream {text} PRIMARY KEY,
        count integer NOT NULL CHECK (count >= 1),
        digest {digest}
    )
    """,
    """
    CREATE TABLE event_id (
        event_id {text} PRIMARY KEY,
        stream {text} NOT NULL,
        number integer NOT NULL
    )
    """,
    "CREATE INDEX event_of_line ON event_id (stream, number)",
    """
    CREATE TABLE tag (
        tag {text} NOT NULL,
        stream {text} NOT NULL,
        number integer NOT NULL,
        PRIMARY KEY (tag, stream, number)
    )
    """,
    "CREATE INDEX tag_of_line ON tag (stream, number)",
    """
    CREATE TABLE erased (
        stream {text} PRIMARY KEY,
        count integer,
        digest bytea
    )
    """,
    """
    CREATE TABLE meta (
        name {text} PRIMARY KEY,
        value {text} NOT NULL
    )
    """,
    # One row, that of the last commit: whoever commits waits for it, and no longer.
    """
    CREATE TABLE counter (
        shard integer PRIMARY KEY,
        position bigint NOT NULL
    )
    """,
    """
    CREATE TABLE change (
        position bigint PRIMARY KEY,
        stream {text} NOT NULL,
        first integer NOT NULL,
        last integer NOT NULL CHECK (last >= first)
    )
    """,
    "CREATE INDEX change_of_stream ON change (stream, first)",
    """
    CREATE TABLE case_row (
        stream {text} PRIMARY KEY,
        version integer NOT NULL,
        recorded_at {text} NOT NULL,
        status {text} NOT NULL,
        caption {text},
        number {text},
        court {text},
        stage {text},
        engagement {text},
        clients {text} NOT NULL,
        assignees {text} NOT NULL,
        open_deadlines integer NOT NULL,
        next_due {text},
        is_sealed integer NOT NULL,
        digest bytea NOT NULL
    )
    """,
    """
    CREATE TABLE due_row (
        day {text} NOT NULL,
        stream {text} NOT NULL,
        what {text} NOT NULL,
        item_id {text} NOT NULL,
        due {text},
        at {text},
        is_open integer NOT NULL,
        state {text} NOT NULL,
        bound {text} NOT NULL,
        title {text},
        rule {text},
        assignees {text} NOT NULL,
        critical integer NOT NULL,
        audience {text} NOT NULL,
        digest bytea NOT NULL,
        PRIMARY KEY (stream, what, item_id)
    )
    """,
    "CREATE INDEX due_by_day ON due_row (is_open, day, stream, what, item_id)",
    """
    CREATE TABLE attribute (
        name {text} NOT NULL,
        value {text} NOT NULL,
        stream {text} NOT NULL,
        what {text} NOT NULL,
        item_id {text} NOT NULL,
        PRIMARY KEY (name, value, stream, what, item_id)
    )
    """,
    "CREATE INDEX attribute_of_stream ON attribute (stream)",
    """
    CREATE TABLE own_row (
        projection {text} NOT NULL,
        stream {text} NOT NULL,
        "key" {text} NOT NULL,
        body text NOT NULL,
        digest bytea NOT NULL,
        PRIMARY KEY (projection, "key", stream)
    )
    """,
    "CREATE INDEX own_row_of_stream ON own_row (stream)",
    """
    CREATE TABLE snapshot (
        stream {text} PRIMARY KEY,
        number integer NOT NULL,
        head bytea NOT NULL,
        body text NOT NULL,
        digest bytea NOT NULL
    )
    """,
    """
    CREATE TABLE stream_key (
        stream {text} PRIMARY KEY,
        key_id {text} NOT NULL,
        wrapped bytea NOT NULL
    )
    """,
    # The words of each line, cut and folded by us: no parser of the server's, which
    # would part them by the server's place, and no index that only some engines have.
    """
    CREATE TABLE word (
        word {text} NOT NULL,
        stream {text} NOT NULL,
        number integer NOT NULL,
        PRIMARY KEY (word, stream, number)
    )
    """,
    "CREATE INDEX word_of_line ON word (stream, number)",
    """
    CREATE TABLE admitted (
        person {text} NOT NULL CHECK (person <> ''),
        stream {text} NOT NULL,
        PRIMARY KEY (person, stream)
    )
    """,
)

TABLES: Final = tuple(
    statement.replace("{text}", _TEXT).replace("{digest}", _DIGEST)
    for statement in _MADE
)

#: The tables whose rows are those of a stream: walls stand in front of them.
OF_STREAMS: Final = (
    "line",
    "head",
    "event_id",
    "tag",
    "erased",
    "change",
    "case_row",
    "due_row",
    "attribute",
    "own_row",
    "snapshot",
    "stream_key",
    "word",
)

#: All tables, by their names.
NAMES: Final = (*OF_STREAMS, "meta", "counter", "admitted")
