"""SqlWork: how rows are written by statements of SQL, and read within the unit."""

from __future__ import annotations

from abc import abstractmethod
from collections import Counter
from typing import TYPE_CHECKING, Any

from legalcase.directory.facet import MODELS
from legalcase.kernel.events.event import UnknownEvent
from legalcase.storage.lines.rows import named_after
from legalcase.storage.own import MARKS, mark_text
from legalcase.storage.projecting import (
    CASE_COLUMNS,
    DUE_COLUMNS,
    case_columns,
    case_digest,
    column_text,
    difference,
    due_columns,
    due_digest,
    words_of,
)
from legalcase.storage.sql.reading import SqlReading
from legalcase.storage.units.reading.readable import NO_DAY
from legalcase.storage.units.work import Rows, Work

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from legalcase.kernel.lines.recorded import Recorded
    from legalcase.ports.keys import WrappedKey
    from legalcase.ports.rows import CaseRow, DueRow
    from legalcase.storage.lines.snapshots import Snapshot
    from legalcase.storage.own import Key, Mark, OwnRow
    from legalcase.storage.projecting import Attribute, Projected

__all__ = ["DERIVED", "LINE", "SqlWork", "marks_written", "statements_of"]

#: The tables of what is derived from lines, and can be made anew.
DERIVED = ("attribute", "due_row", "case_row")


def insertion(table: str, *columns: str) -> str:
    """Return the statement that puts a row into a table."""
    marks = ", ".join("?" * len(columns))
    names = ", ".join(f'"{name}"' for name in columns)
    return f"INSERT INTO {table} ({names}) VALUES ({marks})"  # noqa: S608 - names of ours


LINE = insertion("line", "stream", "number", "body", "digest")
_ID = insertion("event_id", "event_id", "stream", "number")
_TAG = insertion("tag", "tag", "stream", "number")
_HEAD = (
    insertion("head", "stream", "count", "digest")
    + " ON CONFLICT (stream) DO UPDATE SET count = excluded.count, "
    "digest = excluded.digest"
)
_CASE = insertion("case_row", *CASE_COLUMNS, "digest")
_DUE = insertion("due_row", "day", *DUE_COLUMNS, "digest")
_ATTRIBUTE = insertion("attribute", "name", "value", "stream", "what", "item_id")
_DROP_DUE = "DELETE FROM due_row WHERE stream = ? AND what = ? AND item_id = ?"
_DROP_ATTRIBUTE = (
    "DELETE FROM attribute WHERE name = ? AND value = ? AND stream = ? AND what = ? "
    "AND item_id = ?"
)
_DROP_ALL = (
    "DELETE FROM attribute",
    "DELETE FROM due_row",
    "DELETE FROM case_row",
    "DELETE FROM snapshot",
)
_SNAPSHOT = insertion("snapshot", "stream", "number", "head", "body", "digest")
_KEY = insertion("stream_key", "stream", "key_id", "wrapped")
_OWN = (
    insertion("own_row", "projection", "stream", "key", "body", "digest")
    + ' ON CONFLICT (projection, "key", stream) DO UPDATE SET body = excluded.body, '
    "digest = excluded.digest"
)
_DROP_OWN = 'DELETE FROM own_row WHERE projection = ? AND "key" = ? AND stream = ?'
CHANGE = insertion("change", "position", "stream", "first", "last")

#: How many ids are asked for together.
_TOGETHER = 1000

#: A statement, and the values of each time that it is done.
Many = tuple[str, list[tuple[Any, ...]]]


def statements_of(batches: Sequence[Rows]) -> list[Many]:
    """Return what writes lines, their ids and tags, and where their logs end."""
    done: list[Many] = []
    for stream, rows, last in batches:
        done += [
            (LINE, [(stream, r.line.number, r.text, r.digest) for r in rows]),
            (_ID, [(r.line.event_id, stream, r.line.number) for r in rows]),
            (_TAG, [(tag, stream, r.line.number) for r in rows for tag in r.tags]),
            (_HEAD, [(stream, *last)]),
        ]
    return done


def _dropped(table: str, stream: str) -> Many:
    return f"DELETE FROM {table} WHERE stream = ?", [(stream,)]  # noqa: S608 - words of ours


def marks_written(
    marks: Mapping[str, Mark], found: Mapping[str, Mark | None]
) -> list[Many]:
    """Return what writes up to where lists of others go; `found` is what is there."""
    put = [(MARKS + name, mark_text(mark)) for name, mark in sorted(marks.items())]
    new = [row for row in put if found.get(row[0].removeprefix(MARKS)) is None]
    done: list[Many] = [
        (insertion("meta", "name", "value"), new),
        (
            "UPDATE meta SET value = ? WHERE name = ?",
            [(value, name) for name, value in put if (name, value) not in new],
        ),
    ]
    return [each for each in done if each[1]]


def _case_values(row: CaseRow) -> tuple[Any, ...]:
    columns = case_columns(row)
    return (*columns, case_digest(columns))


def _due_values(row: DueRow) -> tuple[Any, ...]:
    columns = due_columns(row)
    day = NO_DAY if row.due is None else row.due.isoformat()
    return (day, *columns, due_digest(columns))


def _of_attribute(one: Attribute, stream: str) -> tuple[Any, ...]:
    return (one.name, column_text(one.value), stream, one.what, one.item_id)


class SqlWork(Work, SqlReading):
    """A unit of work in one transaction of a database."""

    @abstractmethod
    def _many(self, done: Iterable[Many]) -> None:
        """Do statements, each as often as it has values: all, or the unit failed."""

    @abstractmethod
    def _words_written(
        self, stream: str, rows: Iterable[tuple[int, str]]
    ) -> list[Many]:
        """Return what writes the words of lines, by their numbers."""

    @abstractmethod
    def _words_dropped(self, stream: str) -> list[Many]:
        """Return what drops the words of a stream."""

    def _given_again(self, event_ids: list[str]) -> str | None:
        counted = Counter(event_ids)
        [(most, times)] = counted.most_common(1) or [("", 0)]
        if times > 1:
            return most
        for start in range(0, len(event_ids), _TOGETHER):
            some = event_ids[start : start + _TOGETHER]
            marks = ", ".join("?" * len(some))
            asked = f"SELECT event_id FROM event_id WHERE event_id IN ({marks}) LIMIT 1"  # noqa: S608 - marks alone
            for row in self._all(asked, *some):
                return str(row[0])
        return None

    @abstractmethod
    def _all_words_dropped(self) -> list[Many]:
        """Return what drops all words, whatever they are of."""

    def _write(self, batches: Sequence[Rows]) -> None:
        done = statements_of(batches)
        for stream, rows, _ in batches:
            words = [(row.line.number, " ".join(row.words)) for row in rows]
            done += self._words_written(stream, words)
        self._many(done)

    def _write_rows(
        self, stream: str, before: Projected | None, after: Projected | None
    ) -> None:
        done: list[Many] = []
        if before is None:
            done += [_dropped(table, stream) for table in DERIVED]
        found = difference(before, after)
        if found.is_case_changed and found.case is not None:
            done.append(("DELETE FROM case_row WHERE stream = ?", [(stream,)]))
            done.append((_CASE, [_case_values(found.case)]))
        gone = [(stream, *key) for key in found.drop]
        gone += [(stream, row.what, row.item_id) for row in found.put if before]
        done += [
            (_DROP_DUE, gone),
            (_DUE, [_due_values(row) for row in found.put]),
            (
                _DROP_ATTRIBUTE,
                [_of_attribute(one, stream) for one in sorted(found.remove)],
            ),
            (_ATTRIBUTE, [_of_attribute(one, stream) for one in sorted(found.add)]),
        ]
        self._many(each for each in done if each[1])

    def _write_own(self, stream: str, put: list[OwnRow], drop: list[Key]) -> None:
        done: list[Many] = [
            (_DROP_OWN, [(*key, stream) for key in drop]),
            (_OWN, [(r.projection, stream, r.key, r.body, r.digest) for r in put]),
        ]
        self._many(each for each in done if each[1])

    def _drop_own(self, name: str) -> None:
        self._many([("DELETE FROM own_row WHERE projection = ?", [(name,)])])

    def _write_marks(self, marks: Mapping[str, Mark]) -> None:
        found = {name: step.found for name, step in self._steps.items()}
        self._many(marks_written(marks, found))

    def _write_snapshot(self, stream: str, snapshot: Snapshot | None) -> None:
        done = [_dropped("snapshot", stream)]
        if snapshot is not None:
            done.append((_SNAPSHOT, [(stream, *snapshot)]))
        self._many(done)

    def _put_key(self, stream: str, wrapped: WrappedKey) -> None:
        values = (stream, wrapped.key_id, wrapped.wrapped)
        self._many([_dropped("stream_key", stream), (_KEY, [values])])

    def _drop_derived(self) -> None:
        everything: list[Many] = [(said, [()]) for said in _DROP_ALL]
        self._many([*everything, *self._all_words_dropped()])

    def _write_derived(self, stream: str, lines: Sequence[Recorded]) -> None:
        # Whoever knows an event that is unknown here may have given it other tags.
        known = [line for line in lines if not isinstance(line.event, UnknownEvent)]
        places = [(stream, line.number) for line in known]
        tags = [
            (tag, stream, line.number) for line in known for tag in self._tags(line)
        ]
        # What is sealed stands in no index, where its words would lie in clear.
        in_clear = lines if self._data_key(stream) is None else ()
        words = [(line.number, " ".join(words_of(line))) for line in in_clear]
        done: list[Many] = [
            ("DELETE FROM tag WHERE stream = ? AND number = ?", places),
            (_TAG, tags),
            *self._words_dropped(stream),
            *self._words_written(stream, words),
        ]
        self._many(each for each in done if each[1])

    def _write_changes(self, changes: Sequence[tuple[str, int, int]]) -> None:
        position = self._next_position(len(changes))
        values = [(position + n, *each) for n, each in enumerate(changes)]
        done: list[Many] = [(CHANGE, values)]
        if position == 1:
            name = self._named or named_after(self._last(changes[0][0]))
            done.append(("UPDATE meta SET value = ? WHERE name = 'id'", [(name,)]))
        self._many(done)

    def _next_position(self, count: int) -> int:  # noqa: ARG002 - where others may write
        """Return the first of positions that no other unit gets."""
        return self._position() + 1

    def _erase(self, stream: str) -> None:
        last = self._tomb(stream)
        ended = last if last.number else (None, None)
        done: list[Many] = []
        if stream.partition(":")[0] not in MODELS and self._key(stream) is None:
            # Another store had its key, and has dropped it: the door asks for one.
            done.append((_KEY, [(stream, "erased", b"erased")]))
        done += [
            (insertion("erased", "stream", "count", "digest"), [(stream, *ended)]),
            *self._words_dropped(stream),
        ]
        tables = (
            *DERIVED,
            "own_row",
            "snapshot",
            "stream_key",
            "tag",
            "event_id",
            "head",
            "line",
        )
        self._many([*done, *(_dropped(table, stream) for table in tables)])
