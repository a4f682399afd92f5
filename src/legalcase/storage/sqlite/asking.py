"""SqliteReading: what only SQLite has to say to a question."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from legalcase.errors import StorageError
from legalcase.storage.sql.finding import Asked
from legalcase.storage.sql.reading import SqlReading
from legalcase.storage.sqlite.file import MADE
from legalcase.storage.sqlite.refusals import damaged

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

__all__ = ["SqliteReading"]


class SqliteReading(SqlReading):
    """How SQLite searches for words, and says whether a file is whole."""

    # The bytes, whatever they are: a text that is none would not be read.
    BODY: ClassVar[str] = "CAST(body AS BLOB)"

    _path: Path

    def _damaged(self, what: str) -> StorageError:
        return damaged(self._path, what)

    def _having(self, words: tuple[str, ...]) -> Asked:
        # No word holds a quotation mark: they are letters and digits.
        asked = " AND ".join(
            f'"{word[:-1]}"*' if word.endswith("*") else f'"{word}"' for word in words
        )
        statement = (
            "(SELECT o.stream, o.number FROM word JOIN doc o ON o.id = word.rowid "
            "WHERE word MATCH ?) found WHERE 1 = 1"
        )
        return Asked(statement, [asked])

    def _kept_words(self) -> Iterable[tuple[str, int, str]]:
        places: dict[str, list[tuple[int, str, int]]] = {}
        for row, stream, number, words in self._all(
            "SELECT id, stream, number, words FROM doc"
        ):
            for word in set(words.split(" ")):
                places.setdefault(word, []).append((row, stream, number))
        for word, of_word in places.items():
            found = self._rows_of(word)
            for row, stream, number in of_word:
                if row in found:
                    yield stream, number, word

    def _rows_of(self, word: str) -> set[int]:
        """Return by the index what has a word; nothing if that is damaged."""
        asked = '"' + word.replace('"', '""') + '"'
        try:
            found = self._all("SELECT rowid FROM word WHERE word MATCH ?", asked)
        except StorageError:
            return set()
        return {row[0] for row in found}

    def _damage(self) -> str | None:
        found = self._all("PRAGMA integrity_check(1)")
        if found != [("ok",)]:
            return str(damaged(self._path, "SQLite does not find it whole"))
        made = dict(self._all("SELECT name, coalesce(sql, '') FROM sqlite_schema"))
        for name, statement in MADE.items():
            if " ".join(made.get(name, "").split()) != statement:
                what = f"its {name!r} is not as it was made, or gone"
                return str(damaged(self._path, what))
        return super()._damage()
