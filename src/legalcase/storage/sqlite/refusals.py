"""What SQLite refuses, as `StorageError`: nothing of sqlite3 escapes."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from legalcase.errors import StorageError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["refusals"]


@contextmanager
def refusals(path: Path) -> Iterator[None]:
    """Turn what sqlite3 raises into `StorageError`, without a stored value in it."""
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorname", type(error).__name__)
        if code.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
            what = "is being written by another program"
            advice = "Try again when that is done."
        elif code.startswith("SQLITE_CONSTRAINT"):
            what = "refuses an event that does not follow on what it has"
            advice = "Give every event an id of its own, and load the case again."
        elif code.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
            what = "is damaged or no database"
            advice = "Restore it from a backup."
        elif code.startswith("SQLITE_FULL"):
            what = "finds no room on the disk"
            advice = "Make room, and do it again."
        else:
            what = f"could not be read or written ({code})"
            advice = "Check that the folder exists and that you may write there."
        msg = f"The store {path.name!r} {what}. {advice}"
        raise StorageError(msg) from None
