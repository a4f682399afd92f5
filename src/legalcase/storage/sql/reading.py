"""SqlReading: how rows are read by statements of SQL; a back end gives `_all`."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, Any, ClassVar, Final

from legalcase.kernel.events.event import UnknownEvent
from legalcase.ports.keys import WrappedKey
from legalcase.storage.lines.rows import START, Last, Stored
from legalcase.storage.lines.snapshots import Snapshot
from legalcase.storage.own import MARKS, Mark, OwnRow, mark_of, projected_row
from legalcase.storage.projecting import (
    CASE_COLUMNS,
    DUE_COLUMNS,
    OF_SUBJECTS,
    Attribute,
    Projected,
    case_row,
    words_of,
)
from legalcase.storage.sql.finding import Asked, cases, dues, lines, own
from legalcase.storage.sql.found import attribute_in, due_in, line_in
from legalcase.storage.units.reading.primitives import Indexed, Standing
from legalcase.storage.units.reading.readable import ChangeRow, Found, Readable
from legalcase.storage.units.reading.verifying import Checked

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from legalcase.errors import StorageError
    from legalcase.kernel.lines.recorded import Recorded
    from legalcase.ports.queries import (
        CaseQuery,
        DueQuery,
        LineQuery,
        ProjectionQuery,
    )
    from legalcase.ports.rows import CaseRow, DueRow, LineRow, ProjectedRow
    from legalcase.storage.own import Key

__all__ = ["KEY_OF", "MARKED", "OWN_OF", "SNAPSHOT_OF", "SqlReading", "marks_of"]

#: The streams that have lines, one step of the index for each.
_STREAMS = """
    WITH RECURSIVE found(stream) AS (
        SELECT min(stream) FROM line
        UNION ALL
        SELECT (SELECT min(stream) FROM line WHERE stream > found.stream)
        FROM found WHERE found.stream IS NOT NULL
    ) SELECT stream FROM found WHERE stream IS NOT NULL
"""


KEY_OF: Final = "SELECT key_id, wrapped FROM stream_key WHERE stream = ?"
MARKED: Final = f"SELECT name, value FROM meta WHERE name LIKE '{MARKS}%'"  # noqa: S608 - a word of ours
OWN_OF: Final = 'SELECT projection, "key", body, digest FROM own_row WHERE stream = ?'
SNAPSHOT_OF: Final = "SELECT number, head, body, digest FROM snapshot WHERE stream = ?"

#: All that is asked of a stream before something is appended to it.
_STANDING: Final = """
    SELECT h.count, h.digest, l.number, l.digest,
        EXISTS (SELECT 1 FROM erased e WHERE e.stream = ?), k.key_id, k.wrapped
    FROM (SELECT ? AS stream) s
    LEFT JOIN head h ON h.stream = s.stream
    LEFT JOIN line l ON l.stream = s.stream
        AND l.number = (SELECT max(m.number) FROM line m WHERE m.stream = s.stream)
    LEFT JOIN stream_key k ON k.stream = s.stream
"""

#: How many values are asked for in one statement.
_MANY: Final = 500


def marks_of(rows: Iterable[tuple[str, str]]) -> dict[str, Mark]:
    """Return up to where lists of others go, by rows of `meta`."""
    return {name.removeprefix(MARKS): mark_of(value) for name, value in rows}


class SqlReading(Readable):
    """What is asked of a state of a database; see `legalcase.ports.Reader`."""

    #: How the bytes of a body are read, whatever they are.
    BODY: ClassVar[str]

    @abstractmethod
    def _all(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        """Return the rows that a statement finds; marks are question marks."""

    @abstractmethod
    def _damaged(self, what: str) -> StorageError:
        """Return the error for a store that is not as it was left."""

    @abstractmethod
    def _having(self, words: tuple[str, ...]) -> Asked:
        """Return what finds lines with words: ``… found WHERE …``."""

    def _identity(self) -> str:
        return self._said_of_store("id")

    def _damage(self) -> str | None:
        there = {row[0] for row in self._all("SELECT name FROM meta")}
        if there.issuperset(("id", "rows")):
            return None
        what = "it does not say which store it is any more"
        return str(self._damaged(what))

    def rows_version(self) -> str:
        """Return which version of lists the store has."""
        return self._said_of_store("rows")

    def _said_of_store(self, name: str) -> str:
        found = self._all("SELECT value FROM meta WHERE name = ?", name)
        if not found:
            what = f"it does not say its {name!r} any more"
            raise self._damaged(what)
        return str(found[0][0])

    def _last(self, stream: str) -> Last:
        found = self._all(
            "SELECT number, digest FROM line WHERE stream = ? "
            "ORDER BY number DESC LIMIT 1",
            stream,
        )
        head = self._head(stream)
        if (found[0] if found else (0, START)) != head:
            raise self._ends_elsewhere(stream)
        return head

    def _standing(self, stream: str) -> Standing:
        row = self._all(_STANDING, stream, stream)[0]
        head = Last(0, START) if row[0] is None else Last(row[0], row[1])
        if (Last(0, START) if row[2] is None else (row[2], row[3])) != head:
            raise self._ends_elsewhere(stream)
        key = None if row[5] is None else WrappedKey(row[5], row[6])
        return Standing(head, bool(row[4]), key)

    def _ends_elsewhere(self, stream: str) -> StorageError:
        return self._damaged(f"the log of {stream!r} ends elsewhere than it should")

    def _head(self, stream: str) -> Last:
        found = self._all("SELECT count, digest FROM head WHERE stream = ?", stream)
        return Last(*found[0]) if found else Last(0, START)

    def _place(self, event_id: str) -> tuple[str, int] | None:
        found = self._all(
            "SELECT stream, number FROM event_id WHERE event_id = ?", event_id
        )
        return (found[0][0], found[0][1]) if found else None

    def _taken(self, event_ids: Sequence[str]) -> str | None:
        for start in range(0, len(event_ids), _MANY):
            some = event_ids[start : start + _MANY]
            marks = ", ".join("?" * len(some))
            found = self._all(
                f"SELECT event_id FROM event_id WHERE event_id IN ({marks}) LIMIT 1",  # noqa: S608 - marks alone
                *some,
            )
            if found:
                return str(found[0][0])
        return None

    def _stored(self, stream: str) -> tuple[list[Stored], Last]:
        found = self._all(
            f"SELECT number, {self.BODY}, digest FROM line WHERE stream = ? "  # noqa: S608 - a word of ours
            "ORDER BY number",
            stream,
        )
        return [Stored(*row) for row in found], self._head(stream)

    def _stored_after(self, stream: str, number: int) -> list[Stored]:
        found = self._all(
            f"SELECT number, {self.BODY}, digest FROM line WHERE stream = ? "  # noqa: S608 - a word of ours
            "AND number > ? ORDER BY number",
            stream,
            number,
        )
        return [Stored(*row) for row in found]

    def _stored_between(self, stream: str, first: int, last: int) -> list[Stored]:
        found = self._all(
            f"SELECT number, {self.BODY}, digest FROM line WHERE stream = ? "  # noqa: S608 - a word of ours
            "AND number BETWEEN ? AND ? ORDER BY number",
            stream,
            first,
            last,
        )
        return [Stored(*row) for row in found]

    def _indexed(self, stream: str, first: int, last: int) -> dict[int, Indexed]:
        span = (stream, first, last)
        ids = self._all(
            "SELECT number, event_id FROM event_id WHERE stream = ? "
            "AND number BETWEEN ? AND ?",
            *span,
        )
        tags: dict[int, list[str]] = {}
        for number, tag in self._all(
            "SELECT number, tag FROM tag WHERE stream = ? AND number BETWEEN ? AND ?",
            *span,
        ):
            tags.setdefault(number, []).append(tag)
        return {
            number: Indexed(event_id, tuple(sorted(tags.get(number, ()))))
            for number, event_id in ids
        }

    def _snapshot(self, stream: str) -> Snapshot | None:
        found = self._all(SNAPSHOT_OF, stream)
        return Snapshot(*found[0]) if found else None

    def _key(self, stream: str) -> WrappedKey | None:
        found = self._all(KEY_OF, stream)
        return WrappedKey(found[0][0], found[0][1]) if found else None

    def _sealed(self) -> list[str]:
        found = self._all("SELECT stream FROM stream_key ORDER BY stream")
        return [row[0] for row in found]

    def _streams(self) -> tuple[str, ...]:
        found = [row[0] for row in self._all(_STREAMS)]
        heads = [row[0] for row in self._all("SELECT stream FROM head ORDER BY stream")]
        if found != heads or found != sorted(set(found)):
            what = "its streams are not those that it should have"
            raise self._damaged(what)
        return tuple(found)

    def _is_erased(self, stream: str) -> bool:
        return bool(self._all("SELECT 1 FROM erased WHERE stream = ?", stream))

    def _tombstones(self) -> dict[str, Last]:
        found = self._all("SELECT stream, count, digest FROM erased ORDER BY stream")
        return {
            stream: Last(count, digest) if count else Last(0, START)
            for stream, count, digest in found
        }

    def _checked(self) -> Checked:
        found = Checked()
        for table in ("line", "head", "own_row"):
            rows = self._all(f"SELECT DISTINCT stream FROM {table}")  # noqa: S608 - one of three words
            found.streams.update(row[0] for row in rows)
        found.erased.update(row[0] for row in self._all("SELECT stream FROM erased"))
        for row in self._all("SELECT stream, number, event_id FROM event_id"):
            found.add_id(*row)
        for row in self._all("SELECT stream, number, tag FROM tag"):
            found.add_tag(*row)
        for table in ("case_row", "due_row", "attribute"):
            rows = self._all(f"SELECT DISTINCT stream FROM {table}")  # noqa: S608 - as above
            found.listed.update(row[0] for row in rows)
        for row in self._kept_words():
            found.add_word(*row)
        rows = self._all("SELECT position, stream, first, last FROM change")
        found.changes.extend((row[0], row[1], row[2], row[3]) for row in rows)
        return found

    def _position(self) -> int:
        found = self._all("SELECT max(position) FROM change")
        return int(found[0][0] or 0)

    def _changes(self, after: int, limit: int) -> list[ChangeRow]:
        found = self._all(
            "SELECT position, stream, first, last FROM change WHERE position > ? "
            "ORDER BY position LIMIT ?",
            after,
            limit,
        )
        return [ChangeRow(*row) for row in found]

    def _rows(self, stream: str) -> Projected | None:
        found = self._all(_CASE_ROW, stream)
        if not found:
            return None
        rows = [due_in(row) for row in self._all(_DUE_ROWS, stream)]
        attributes = self._all(
            "SELECT name, value, what, item_id FROM attribute WHERE stream = ?", stream
        )
        found_by = frozenset([attribute_in(*row) for row in attributes])
        return Projected(
            case=case_row(found[0][:-1], found[0][-1]),
            dues={(row.what, row.item_id): row for row in rows},
            attributes=found_by,
        )

    def _words_found(self, line: Recorded) -> set[str] | None:
        # Whoever knows an event that is unknown here may find other words in it.
        if isinstance(line.event, UnknownEvent):
            return None
        if self._data_key(line.stream) is not None:
            return set()
        return {self._kept_word(word) for word in words_of(line)}

    def _kept_word(self, word: str) -> str:
        """Return a word as the index of words has it."""
        return word

    @abstractmethod
    def _kept_words(self) -> Iterable[tuple[str, int, str]]:
        """Return stream, number and word of all by which lines are found."""

    def _subject_words(self, streams: Sequence[str]) -> dict[str, list[Attribute]]:
        names = ", ".join("?" * len(OF_SUBJECTS))
        marks = ", ".join("?" * len(streams))
        found = self._all(
            "SELECT stream, name, value FROM attribute WHERE "  # noqa: S608 - marks alone
            f"stream IN ({marks}) AND name IN ({names}) AND what = ''",
            *streams,
            *OF_SUBJECTS,
        )
        words: dict[str, list[Attribute]] = {}
        for stream, name, value in found:
            words.setdefault(stream, []).append(Attribute(name, value))
        return words

    def _find_cases(
        self, query: CaseQuery, words: tuple[str, ...], start: Any, limit: int
    ) -> list[Found[CaseRow]]:
        having = self._having(words) if words else None
        asked = cases(query, having, self._model.noun, start, limit)
        found = self._all(asked.statement, *asked.values)
        return [((row[0],), case_row(row[:-1], row[-1])) for row in found]

    def _find_dues(
        self, query: DueQuery, start: Any, limit: int
    ) -> list[Found[DueRow]]:
        asked = dues(query, self._model.noun, start, limit)
        found = self._all(asked.statement, *asked.values)
        return [((row[0], row[1], row[2], row[3]), due_in(row)) for row in found]

    def _own(self, stream: str) -> dict[Key, OwnRow]:
        found = [OwnRow(*row) for row in self._all(OWN_OF, stream)]
        return {(row.projection, row.key): row for row in found}

    def _marked(self) -> tuple[int, dict[str, Mark]]:
        position = self._position()
        return position, marks_of(self._all(MARKED))

    def _find_own(
        self, query: ProjectionQuery, start: Any, limit: int
    ) -> list[Found[ProjectedRow]]:
        asked = own(query, self._model.noun, start, limit)
        return [
            (
                (key, stream),
                projected_row(OwnRow(query.name, key, body, digest), stream),
            )
            for key, stream, body, digest in self._all(asked.statement, *asked.values)
        ]

    def _find_lines(
        self, query: LineQuery, words: tuple[str, ...], start: Any, limit: int
    ) -> list[Found[LineRow]]:
        having = self._having(words) if words else None
        asked = lines(query, having, start, limit)
        found = self._all(asked.statement, *asked.values)
        return [((row[0], row[1], row[2]), line_in(*row[1:])) for row in found]


def _named(columns: Sequence[str]) -> str:
    return ", ".join(f'"{name}"' for name in columns)


_CASE_ROW: Final = (
    f"SELECT {_named(CASE_COLUMNS)}, digest FROM case_row WHERE stream = ?"  # noqa: S608 - names of ours
)
_DUE_ROWS: Final = (
    f"SELECT day, {_named(DUE_COLUMNS)}, digest FROM due_row WHERE stream = ?"  # noqa: S608 - as above
)
