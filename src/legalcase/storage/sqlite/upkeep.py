"""Upkeep: what is done now and then to a file: backed up, optimized, scrubbed."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from legalcase.errors import StorageError
from legalcase.storage.sqlite.backing_up import compared, copied, new_file
from legalcase.storage.sqlite.path import path_of
from legalcase.storage.sqlite.refusals import told
from legalcase.storage.store import Store

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable
    from os import PathLike
    from pathlib import Path

    from legalcase.ports.rows import Head
    from legalcase.storage.sqlite.reader import SqliteReader
    from legalcase.storage.sqlite.work import SqliteWork

__all__ = ["Upkeep"]


class Upkeep(Store):
    """A store in one file, as far as that is looked after."""

    _path: Path
    _patience: float
    _is_logged: bool
    _joined: sqlite3.Connection | None

    @abstractmethod
    def _require_open(self) -> object:
        """Refuse to go on where the store is closed."""

    @abstractmethod
    def _reader(self) -> SqliteReader:
        """Return a reading that begins with its first question."""

    @abstractmethod
    def _connected(self) -> sqlite3.Connection:
        """Return a new connection that only reads."""

    @abstractmethod
    def _beside(self, path: Path) -> Upkeep:
        """Open another file like this one."""

    @abstractmethod
    def begin(self, *, by: str | None = None, reason: str | None = None) -> SqliteWork:
        """Begin a unit of work."""

    def backup(
        self,
        path: str | PathLike[str],
        *,
        progress: Callable[[int, int], object] | None = None,
    ) -> tuple[Head, ...]:
        """Copy the file, while it is used, into a new one; return where that ends.

        It holds one state of the store, with all that was committed before this was
        called. With a write-ahead log nobody waits for it; without one, commits of
        others come first, until they come too often: then they wait. The new file has
        its name only when it is whole, was opened and compared, and is on the disk.
        `progress` is called with how many pages are copied, and how many there are;
        it may begin again.

        Keep what is returned elsewhere, as anchors for `verify`. What is sealed stays
        sealed, and what is erased afterwards is still in the backup. Raises
        `InvalidValueError` for a name that is taken, and `StorageError` where the new
        file cannot be written, or this one is damaged.
        """
        self._require_alone()
        target = path_of(path)
        with new_file(target, self._path) as made:
            with self._reader() as reader:
                before = reader.heads()
            connection = told(self._path, self._connected)
            try:
                copied(
                    connection,
                    self._path,
                    made,
                    patience=self._patience,
                    is_logged=self._is_logged,
                    progress=progress,
                )
            finally:
                connection.close()
            with (
                self._beside(made) as copy,
                copy._reader() as there,  # noqa: SLF001 - of its own kind
                self._reader() as here,
            ):
                heads = compared(there, here, before, target)
        return heads

    def optimize(self) -> None:
        """Merge the index of words, and empty the write-ahead log into the file.

        Finding words grows slower by what many small commits leave in the index; this
        is for a quiet hour. Statistics for SQLite's planner are not made: they would
        keep samples of what is stored where `erase` does not reach. Raises
        `StorageError` while others write.
        """
        self._require_alone()
        with self.begin() as work:
            work.optimize()

    def scrub(self) -> None:
        """Write the file anew, without the bytes of what was erased.

        A unit of work that erased somebody does it by itself when it is committed. It
        is for after a `StorageError` that said that other programs were in the way.
        """
        self._require_alone()
        with self.begin() as work:
            work.rollback_and_scrub()

    def _require_alone(self) -> None:
        self._require_open()
        if self._joined is not None:
            msg = (
                f"The file {self._path.name!r} is not looked after in a transaction of "
                "others. Open it by its path for that: SqliteStore(path)."
            )
            raise StorageError(msg)
