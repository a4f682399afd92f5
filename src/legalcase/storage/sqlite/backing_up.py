"""Backing up: the live file of a store into a new one, by SQLite's own online copy."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from contextlib import contextmanager, suppress
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Final

from legalcase.errors import InvalidValueError, StorageError
from legalcase.storage.sqlite.refusals import told

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from legalcase.ports.rows import Head
    from legalcase.storage.sqlite.reader import SqliteReader

__all__ = ["compared", "copied", "new_file"]

#: How many pages are copied before others have their turn.
_STEP: Final = 1000
#: How often one begins again because others have written, before they have to wait.
_TIMES: Final = 3
#: How long one waits for whoever is just committing before looking again, in seconds.
_PAUSE: Final = 0.02

#: What lies beside a database, and would be taken for part of it.
_BESIDE: Final = ("", "-journal", "-wal", "-shm")


class _RestlessError(Exception):
    """Others have written each time before the copy was done."""


class _LateError(Exception):
    """Others kept the file longer than one waits."""


def _check_free(path: Path) -> None:
    """Refuse a place where something is, also something that SQLite would read."""
    for end in _BESIDE:
        beside = path.with_name(f"{path.name}{end}")
        if beside.exists() or beside.is_symlink():
            msg = (
                f"{beside.name!r} is there already, and a backup overwrites nothing. "
                "Choose another name."
            )
            raise InvalidValueError(msg, field="path", value=None)


@contextmanager
def new_file(path: Path, like: Path) -> Iterator[Path]:
    """Give a file in the same folder, which gets its name when all went well.

    Then it is on the disk, with the permissions of the one that it is like. Raises
    `StorageError` where it cannot be written, `InvalidValueError` where something has
    come to its place meanwhile.
    """
    _check_free(path)
    with _failing(path):
        handle, name = tempfile.mkstemp(
            prefix=f".{path.name}.", suffix=".part", dir=path.parent
        )
        os.close(handle)
    made = Path(name)
    try:
        yield made
        with _failing(path):
            made.chmod(like.stat().st_mode & 0o777)
            _sync(made, os.O_RDWR)
            _named(made, path)
            if os.name != "nt":  # Windows does it by itself
                _sync(path.parent, os.O_RDONLY)
    finally:
        for end in _BESIDE:
            with suppress(OSError):
                made.with_name(f"{made.name}{end}").unlink(missing_ok=True)


def _named(made: Path, path: Path) -> None:
    _check_free(path)
    try:
        path.hardlink_to(made)
    except FileExistsError:
        _check_free(path)
        raise
    except OSError:  # a file has one name only in this file system
        made.rename(path)


@contextmanager
def _failing(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        # Not its text, which has the path.
        why = error.strerror or type(error).__name__
    else:
        return
    msg = (
        f"The backup {path.name!r} could not be written: {why}. Look whether its "
        "folder is there and writable, and has room."
    )
    raise StorageError(msg)


def _sync(path: Path, how: int) -> None:
    handle = os.open(path, how)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def copied(
    connection: sqlite3.Connection,
    path: Path,
    into: Path,
    *,
    patience: float,
    is_logged: bool,
    progress: Callable[[int, int], object] | None,
) -> None:
    """Copy what a connection reads into an empty file: one state of it.

    With a write-ahead log nobody waits for that. Without one, others write between
    the steps, and it begins again; if that happens too often, they wait for it.
    """
    target = told(into, lambda: sqlite3.connect(into, isolation_level=None))
    try:
        # It has no name yet, and is on the disk before it gets one.
        told(into, lambda: target.execute("PRAGMA synchronous=OFF"))
        watch = _Watch(patience, progress, _TIMES)
        try:
            told(path, lambda: _copy(connection, target, watch, is_held=is_logged))
        except _RestlessError:
            held = _Watch(patience, progress, None)
            told(path, lambda: _copy(connection, target, held, is_held=True))
    except _LateError:
        pass
    else:
        return
    finally:
        target.close()
    msg = (
        f"The store {path.name!r} was kept busy by another program for longer than "
        "this one waits, and no backup was made. Try again when that is done."
    )
    raise StorageError(msg)


class _Watch:
    """Looks on while pages are copied, and breaks off where nothing comes of it."""

    def __init__(
        self,
        patience: float,
        progress: Callable[[int, int], object] | None,
        times: int | None,
    ) -> None:
        self.patience = patience
        self.progress = progress
        self.times = times
        self._left: int | None = None
        self._since: float | None = None

    def __call__(self, status: int, remaining: int, total: int) -> None:
        if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            now = monotonic()
            self._since = now if self._since is None else self._since
            if now - self._since > self.patience:
                raise _LateError
            return
        self._since = None
        has_begun_again = self._left is not None and remaining >= self._left
        if has_begun_again and self.times is not None:
            self.times -= 1
            if self.times < 0:
                raise _RestlessError
        self._left = remaining
        if self.progress is not None:
            self.progress(total - remaining, total)


def _copy(
    connection: sqlite3.Connection,
    target: sqlite3.Connection,
    watch: _Watch,
    *,
    is_held: bool,
) -> None:
    if is_held:
        connection.execute("BEGIN")
        connection.execute("SELECT max(position) FROM change").fetchall()
    try:
        connection.backup(target, pages=_STEP, progress=watch, sleep=_PAUSE)
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def compared(
    there: SqliteReader, here: SqliteReader, before: tuple[Head, ...], path: Path
) -> tuple[Head, ...]:
    """Return where a copy ends; refuse one that is not what was in the store.

    All that was there `before` has to be in it, and nothing that is not there `here`.
    """
    damage = there.damage()
    heads = there.heads()
    if damage is None and (there.lacks(before) or here.lacks(heads)):
        damage = "it does not hold what the store does"
    if damage is None:
        return heads
    msg = (
        f"The backup {path.name!r} is not whole, and was not kept: "
        f"{damage.rstrip('.')}. Verify the store itself."
    )
    raise StorageError(msg)
