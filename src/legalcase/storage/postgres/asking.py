"""PostgresReading: what only PostgreSQL has to say to a question."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any, ClassVar, Final

from legalcase.ports.keys import WrappedKey
from legalcase.storage.lines.rows import START, Last, Stored
from legalcase.storage.postgres.connections.refusals import damaged
from legalcase.storage.postgres.statements.tables import NAMES
from legalcase.storage.sql.finding import Asked
from legalcase.storage.sql.reading import SqlReading
from legalcase.storage.units.reading.primitives import Standing

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from legalcase.errors import StorageError

__all__ = ["POSITION", "PostgresReading", "cut"]

#: The longest word that stands as it is: an index holds about 2,700 bytes.
_LONGEST: Final = 200
#: Sorts behind whatever can follow a beginning.
_BEHIND: Final = "\U0010ffff"


def cut(word: str) -> str:
    """Return a word as an index holds it: a long one by how it begins, and its digest.

    Whoever asks for how it begins, by at most as much, finds it by that.
    """
    if len(word) <= _LONGEST:
        return word
    return word[:_LONGEST] + sha256(word.encode()).hexdigest()


# Each question is one statement, and so of one state of the store: also where it is
# asked in a transaction of somebody else, which may see more with each statement.
_LAST: Final = """
    SELECT l.number, l.digest, h.count, h.digest
    FROM (SELECT max(number) AS number FROM line WHERE stream = ?) m
    LEFT JOIN line l ON l.stream = ? AND l.number = m.number
    LEFT JOIN head h ON h.stream = ?
"""
_STANDING: Final = """
    SELECT l.number, l.digest, h.count, h.digest,
        EXISTS (SELECT 1 FROM erased WHERE stream = ?), k.key_id, k.wrapped,
        (SELECT event_id FROM event_id WHERE event_id = ANY(?::text[]) LIMIT 1)
    FROM (SELECT max(number) AS number FROM line WHERE stream = ?) m
    LEFT JOIN line l ON l.stream = ? AND l.number = m.number
    LEFT JOIN head h ON h.stream = ?
    LEFT JOIN stream_key k ON k.stream = ?
"""
_STORED: Final = """
    SELECT number, convert_to(body, 'UTF8'), digest FROM line WHERE stream = ?
    UNION ALL
    SELECT -count, NULL, digest FROM head WHERE stream = ?
    ORDER BY 1
"""
POSITION: Final = "SELECT position FROM counter WHERE shard = 0"
_STREAMS: Final = """
    WITH RECURSIVE found(stream) AS (
        SELECT min(stream) FROM line
        UNION ALL
        SELECT (SELECT min(stream) FROM line WHERE stream > found.stream)
        FROM found WHERE found.stream IS NOT NULL
    )
    SELECT l.stream, h.stream
    FROM (SELECT stream FROM found WHERE stream IS NOT NULL) l
    FULL JOIN head h ON h.stream = l.stream
"""


class PostgresReading(SqlReading):
    """How PostgreSQL searches for words, and says whether a store is whole."""

    BODY: ClassVar[str] = "convert_to(body, 'UTF8')"

    _label: str
    _schema: str

    def _damaged(self, what: str) -> StorageError:
        return damaged(self._label, what)

    def _last(self, stream: str) -> Last:
        [row] = self._all(_LAST, *[stream] * 3)
        return self._ended(stream, *row)

    def _standing(self, stream: str) -> Standing:
        return self._standing_and_taken(stream, ())[0]

    def _standing_and_taken(
        self, stream: str, event_ids: Sequence[str]
    ) -> tuple[Standing, str | None]:
        """Return where a stream stands, and which of some ids an event has already."""
        given = [stream, list(event_ids), *[stream] * 4]
        [(*end, is_erased, key_id, wrapped, taken)] = self._all(_STANDING, *given)
        key = None if wrapped is None else WrappedKey(key_id, wrapped)
        return Standing(self._ended(stream, *end), is_erased, key), taken

    def _ended(
        self,
        stream: str,
        number: int | None,
        digest: bytes | None,
        count: int | None,
        bound: bytes | None,
    ) -> Last:
        if (number, digest) != (count, bound):
            raise self._ends_elsewhere(stream)
        return Last(number or 0, START if digest is None else digest)

    def _stored(self, stream: str) -> tuple[list[Stored], Last]:
        found = self._all(_STORED, stream, stream)
        head = Last(0, START)
        if found and found[0][0] < 0:
            count, _, digest = found.pop(0)
            head = Last(-count, digest)
        return [Stored(*row) for row in found], head

    def _streams(self) -> tuple[str, ...]:
        found = self._all(_STREAMS)
        if any(stream != head for stream, head in found):
            what = "its streams are not those that it should have"
            raise self._damaged(what)
        return tuple(sorted(stream for stream, _ in found))

    def _having(self, words: tuple[str, ...]) -> Asked:
        first, *others = map(_of_word, words)
        conditions, values = [f"w.{first.statement}"], [*first.values]
        for other in others:
            conditions.append(
                "EXISTS (SELECT 1 FROM word o WHERE o.stream = w.stream "  # noqa: S608 - as below
                f"AND o.number = w.number AND o.{other.statement})"
            )
            values += other.values
        statement = (
            "(SELECT w.stream, w.number FROM word w "  # noqa: S608 - words of ours
            f"WHERE {' AND '.join(conditions)}) found WHERE 1 = 1"
        )
        return Asked(statement, values)

    def _kept_word(self, word: str) -> str:
        return cut(word)

    def _kept_words(self) -> Iterable[tuple[str, int, str]]:
        yield from self._all("SELECT stream, number, word FROM word")

    def _position(self) -> int:
        # Of all commits, also those that a wall hides: cursors are of one store.
        found = self._all(POSITION)
        if not found:
            what = "it does not count its commits any more"
            raise self._damaged(what)
        return int(found[0][0])

    def _damage(self) -> str | None:
        there = self._all(
            "SELECT table_name FROM information_schema.tables WHERE table_schema = ?",
            self._schema,
        )
        missing = set(NAMES) - {row[0] for row in there}
        if missing:
            what = f"it has no table {min(missing)!r}"
            return str(self._damaged(what))
        position = self._all("SELECT coalesce(max(position), 0) FROM change")[0][0]
        if position != self._position():
            what = "its last commit is missing"
            return str(self._damaged(what))
        return super()._damage()


def _of_word(word: str) -> Asked:
    """Return the condition on the column ``word``, and its values."""
    if not word.endswith("*"):
        return Asked("word = ?", [cut(word)])
    begin: Any = word[:-1][:_LONGEST]
    return Asked("word BETWEEN ? AND ?", [begin, begin + _BEHIND])
