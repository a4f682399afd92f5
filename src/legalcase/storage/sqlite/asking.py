"""SqliteReading: what only SQLite has to say to a question."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from legalcase.storage.sql.finding import Asked
from legalcase.storage.sql.reading import SqlReading
from legalcase.storage.sqlite.file import MADE
from legalcase.storage.sqlite.refusals import damaged

if TYPE_CHECKING:
    from pathlib import Path

    from legalcase.errors import StorageError

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

    def rows_version(self) -> str:
        """Return which version of lists the file has."""
        return str(self._all("SELECT value FROM meta WHERE name = 'rows'")[0][0])

    def _damage(self) -> str | None:
        found = self._all("PRAGMA integrity_check(1)")
        if found != [("ok",)]:
            return str(damaged(self._path, "SQLite does not find it whole"))
        made = dict(self._all("SELECT name, coalesce(sql, '') FROM sqlite_schema"))
        for name, statement in MADE.items():
            if " ".join(made.get(name, "").split()) != statement:
                what = f"its {name!r} is not as it was made, or gone"
                return str(damaged(self._path, what))
        return None
