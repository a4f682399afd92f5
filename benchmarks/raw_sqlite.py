"""What a careful program would write by hand: `sqlite3`, one transaction a commit.

The other side of the bar for appends. It opens the very file of a store, with the
same settings, and leaves the same rows behind, made by the same functions: the text
of each line, its digest, tags, event ids, the head, the rows of lists, words, the
change. With `is_round` it reads each line back before it writes it, and compares.
What it leaves out in any case is what a store does on top of that: it does not ask
whether what came back would be written the same again, asks nothing of the file
before it writes (whether the log ends where it should, whether a stream was erased or
is sealed, whether an event id is new: the constraints and triggers of the tables have
to do), keeps no turns of threads, and translates no error.
"""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, Any, Final

from legalcase.codec.log.chain import FIRST, digest
from legalcase.codec.log.lines import encoded, line_of
from legalcase.kernel.folding.step import begun, follows
from legalcase.storage.lines.rows import tags_of
from legalcase.storage.projecting import (
    CASE_COLUMNS,
    DUE_COLUMNS,
    case_columns,
    case_digest,
    difference,
    due_columns,
    due_digest,
    projected,
    words_of,
)
from legalcase.storage.sqlite.store import SETTINGS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from legalcase.kernel.folding.folded import Folded
    from legalcase.kernel.lines.recorded import Recorded
    from legalcase.kernel.rooms.model import Model
    from legalcase.storage.projecting import Projected

__all__ = [
    "ATTRIBUTE",
    "CASE",
    "CHANGE",
    "DOC",
    "DUE",
    "EVENT_ID",
    "HEAD",
    "LINE",
    "TAG",
    "Raw",
]


def _insert(table: str, *columns: str) -> str:
    names = ", ".join(f'"{name}"' for name in columns)
    marks = ", ".join("?" * len(columns))
    return f"INSERT INTO {table} ({names}) VALUES ({marks})"  # noqa: S608 - names of ours


LINE: Final = _insert("line", "stream", "number", "body", "digest")
EVENT_ID: Final = _insert("event_id", "event_id", "stream", "number")
TAG: Final = _insert("tag", "tag", "stream", "number")
HEAD: Final = (
    _insert("head", "stream", "count", "digest")
    + " ON CONFLICT (stream) DO UPDATE SET count = excluded.count, "
    "digest = excluded.digest"
)
DOC: Final = _insert("doc", "stream", "number", "words")
_WORD: Final = (
    "INSERT INTO word (rowid, words) SELECT id, words FROM doc "
    "WHERE stream = ? AND number = ?"
)
CASE: Final = _insert("case_row", *CASE_COLUMNS, "digest")
DUE: Final = _insert("due_row", "day", *DUE_COLUMNS, "digest")
_NO_DUE: Final = "DELETE FROM due_row WHERE stream = ? AND what = ? AND item_id = ?"
ATTRIBUTE: Final = _insert("attribute", "name", "value", "stream", "what", "item_id")
_NO_ATTRIBUTE: Final = (
    "DELETE FROM attribute WHERE name = ? AND value = ? AND stream = ? AND what = ? "
    "AND item_id = ?"
)
CHANGE: Final = _insert("change", "position", "stream", "first", "last")


class Raw:
    """Appends by hand to the file of a store that nobody else writes."""

    def __init__(self, path: Path, model: Model, *, is_round: bool = False) -> None:
        self.model = model
        self.is_round = is_round
        self.connection = sqlite3.connect(path, isolation_level=None)
        for setting in SETTINGS:
            self.connection.execute(setting)
        #: What each stream has made, its last digest, and what lists say of it.
        self.known: dict[str, tuple[Folded | None, bytes, Projected | None]] = {}

    def append(self, stream: str, lines: Sequence[Recorded]) -> None:
        """Append lines of one stream, and commit."""
        folded, last, before = self.known.get(stream, (None, FIRST, None))
        old = folded
        rows, ids, tags, docs = [], [], [], []
        for line in lines:
            text, data = encoded(line, self.model)
            if self.is_round and line_of(text, self.model) != line:
                raise SystemExit(1)
            number = line.number
            last = digest(stream, number, last, text.encode())
            rows.append((stream, number, text, last))
            ids.append((line.event_id, stream, number))
            tags += [(tag, stream, number) for tag in tags_of(line)]
            docs.append(
                (stream, number, " ".join(words_of(line, data and data["event"])))
            )
            folded = begun(self.model, line) if not folded else follows(folded, line)
        if folded is None:
            return
        after = projected(folded, (old, before) if old and before else None)
        run = self.connection.execute
        many = self.connection.executemany
        run("BEGIN IMMEDIATE")
        many(LINE, rows)
        many(EVENT_ID, ids)
        many(TAG, tags)
        run(HEAD, (stream, lines[-1].number, last))
        many(DOC, docs)
        many(_WORD, [(stream, number) for _, number, _ in docs])
        self._list(stream, before, after)
        position = run("SELECT max(position) FROM change").fetchone()[0] or 0
        run(CHANGE, (position + 1, stream, lines[0].number, lines[-1].number))
        run("COMMIT")
        self.known[stream] = (folded, last, after)

    def _list(
        self, stream: str, before: Projected | None, after: Projected | None
    ) -> None:
        found = difference(before, after)
        many = self.connection.executemany
        if found.is_case_changed and found.case is not None:
            columns = case_columns(found.case)
            many("DELETE FROM case_row WHERE stream = ?", [(stream,)])
            many(CASE, [(*columns, case_digest(columns))])
        many(_NO_DUE, [(stream, row.what, row.item_id) for row in found.put])
        dues: list[tuple[Any, ...]] = []
        for row in found.put:
            values = due_columns(row)
            day = "none" if row.due is None else row.due.isoformat()
            dues.append((day, *values, due_digest(values)))
        many(DUE, dues)
        for statement, attributes in (
            (_NO_ATTRIBUTE, found.remove),
            (ATTRIBUTE, found.add),
        ):
            many(
                statement,
                [
                    (one.name, one.value, stream, one.what, one.item_id)
                    for one in sorted(attributes)
                ],
            )

    def close(self) -> None:
        """Close the file."""
        self.connection.close()
