"""What a careful program would write by hand: psycopg, and rows made as a store's are.

The other side of the bar for appends. It writes into the very tables of a store, on a
connection set as a store's are (nothing is prepared, so that it works behind a pooler),
and leaves the same rows behind: the text of each line and its `jsonb`, digest, tags,
event ids, words, the rows of lists, the end of the log, the change. It looks, as a
store does, in one transaction what there is, and writes in a second, short one, in
which it locks first the end of the log and last the counter. It says each row by
itself, without waiting, and waits for what has an answer.
With `is_short` it looks at nothing before it writes, and waits as seldom as can be.

What it leaves out is what a store does on top of that: it does not read back what it
writes, asks not whether a stream was erased or is sealed, and translates no error.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import psycopg

from legalcase.codec.log.chain import FIRST, digest
from legalcase.codec.log.lines import line_text
from legalcase.kernel.folding.step import begun, follows
from legalcase.storage.lines.rows import tags_of
from legalcase.storage.postgres.asking import cut
from legalcase.storage.postgres.statements.jsonb import is_jsonb
from legalcase.storage.projecting import (
    CASE_COLUMNS,
    DUE_COLUMNS,
    case_columns,
    case_digest,
    column_text,
    difference,
    due_columns,
    due_digest,
    projected,
    words_of,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from legalcase.kernel.folding.folded import Folded
    from legalcase.kernel.lines.recorded import Recorded
    from legalcase.kernel.rooms.model import Model
    from legalcase.storage.projecting import Projected

__all__ = ["Raw"]


def _insert(table: str, *columns: str) -> str:
    names = ", ".join(f'"{name}"' for name in columns)
    marks = ", ".join(["%s"] * len(columns))
    return f"INSERT INTO {table} ({names}) VALUES ({marks})"  # noqa: S608 - names of ours


_LINE: Final = (
    "INSERT INTO line (stream, number, body, digest, data) "
    "VALUES (%s, %s, %s, %s, %s::jsonb)"
)
_EVENT_ID: Final = _insert("event_id", "event_id", "stream", "number")
_TAG: Final = _insert("tag", "tag", "stream", "number")
_HEAD: Final = (
    _insert("head", "stream", "count", "digest")
    + " ON CONFLICT (stream) DO UPDATE SET count = excluded.count, "
    "digest = excluded.digest"
)
_WORDS: Final = (
    "INSERT INTO word (word, stream, number) "
    "SELECT one, %s, %s FROM unnest(%s::text[]) AS w(one)"
)
_NO_CASE: Final = "DELETE FROM case_row WHERE stream = %s"
_CASE: Final = _insert("case_row", *CASE_COLUMNS, "digest")
_NO_DUE: Final = "DELETE FROM due_row WHERE stream = %s AND what = %s AND item_id = %s"
_DUE: Final = _insert("due_row", "day", *DUE_COLUMNS, "digest")
_ATTRIBUTE: Final = _insert("attribute", "name", "value", "stream", "what", "item_id")
_NO_ATTRIBUTE: Final = (
    "DELETE FROM attribute WHERE name = %s AND value = %s AND stream = %s "
    "AND what = %s AND item_id = %s"
)
_CHANGE: Final = _insert("change", "position", "stream", "first", "last")
_COUNTER: Final = "UPDATE counter SET position = position + 1 RETURNING position"
_ENDS: Final = "SELECT count, digest FROM head WHERE stream = %s"
_TAKEN: Final = "SELECT event_id FROM event_id WHERE event_id = ANY(%s)"
_READING: Final = "BEGIN ISOLATION LEVEL REPEATABLE READ"

Said = list[tuple[str, list[tuple[Any, ...]]]]


class Raw:
    """Appends by hand to the tables of a store to which nobody else writes."""

    def __init__(self, conninfo: str, model: Model, *, is_short: bool) -> None:
        self.model = model
        self._is_short = is_short
        self.connection = psycopg.connect(
            conninfo, autocommit=True, prepare_threshold=None
        )
        self.connection.execute("SET search_path TO legalcase")
        #: What each stream has made, its last digest, and what lists say of it.
        self.known: dict[str, tuple[Folded | None, bytes, Projected | None]] = {}

    def append(self, stream: str, lines: Sequence[Recorded]) -> None:
        """Append lines of one stream, and commit."""
        folded, last, before = self.known.get(stream, (None, FIRST, None))
        old = folded
        run = self.connection.execute
        if not self._is_short:
            run(_READING)
            run(_ENDS, (stream,)).fetchone()
            run(_TAKEN, ([line.event_id for line in lines],)).fetchall()
        rows, ids, tags, words = [], [], [], []
        for line in lines:
            text = line_text(line, self.model)
            number = line.number
            last = digest(stream, number, last, text.encode())
            rows.append((stream, number, text, last, text if is_jsonb(text) else None))
            ids.append((line.event_id, stream, number))
            tags += [(tag, stream, number) for tag in tags_of(line)]
            found = {cut(one) for one in words_of(line)}
            if found:
                words.append((stream, number, sorted(found)))
            folded = begun(self.model, line) if not folded else follows(folded, line)
        if folded is None:
            return
        after = projected(folded, (old, before) if old and before else None)
        end = (stream, lines[-1].number, last)
        said: Said = [
            *((_LINE, rows), (_EVENT_ID, ids), (_TAG, tags)),
            *((_HEAD, [end]), (_WORDS, words)),
            *_listed(stream, before, after),
        ]
        run("BEGIN" if self._is_short else "ROLLBACK; BEGIN")
        run(f"{_ENDS} FOR UPDATE", (stream,)).fetchone()
        with self.connection.pipeline():
            for statement, values in said:
                for each in values:
                    run(statement, each)
        position = run(_COUNTER).fetchone() or (0,)
        run(_CHANGE, (*position, stream, lines[0].number, lines[-1].number))
        run("COMMIT")
        self.known[stream] = (folded, last, after)

    def close(self) -> None:
        """Close the connection."""
        self.connection.close()


def _listed(stream: str, before: Projected | None, after: Projected | None) -> Said:
    found = difference(before, after)
    said: Said = []
    if found.is_case_changed and found.case is not None:
        columns = case_columns(found.case)
        said += [(_NO_CASE, [(stream,)]), (_CASE, [(*columns, case_digest(columns))])]
    if before:
        said.append((_NO_DUE, [(stream, row.what, row.item_id) for row in found.put]))
    dues: list[tuple[Any, ...]] = []
    for row in found.put:
        values = due_columns(row)
        day = "none" if row.due is None else row.due.isoformat()
        dues.append((day, *values, due_digest(values)))
    said.append((_DUE, dues))
    for statement, attributes in (
        (_NO_ATTRIBUTE, found.remove),
        (_ATTRIBUTE, found.add),
    ):
        values_of = [
            (one.name, column_text(one.value), stream, one.what, one.item_id)
            for one in sorted(attributes)
        ]
        said.append((statement, values_of))
    return said
