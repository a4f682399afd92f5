"""What SQLite refuses, as `StorageError`: nothing of sqlite3 escapes."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, TypeVar

from legalcase.errors import StorageError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

__all__ = ["damaged", "refusal", "told"]

_T = TypeVar("_T")


def told(path: Path, act: Callable[[], _T]) -> _T:
    """Do something with SQLite; raises what that raises as `StorageError`."""
    try:
        return act()
    except sqlite3.Error as error:
        failure = refusal(path, error)
    except UnicodeDecodeError:
        # The text of SQLite quotes a damaged definition, which is no text.
        failure = damaged(path, "its definitions cannot be read")
    except (UnicodeEncodeError, OverflowError):
        msg = (
            f"The store {path.name!r} cannot hold what was given: half a character, or "
            "a number of more than 64 bits. Give whole texts and smaller numbers."
        )
        failure = StorageError(msg)
    # Outside the handler: the text of SQLite may hold a stored value, and would go
    # along as the context of the error.
    raise failure


def damaged(path: Path, what: str) -> StorageError:
    """Return the error for a file that is not as it was left."""
    msg = f"The store {path.name!r} is damaged: {what}. Restore it from a backup."
    return StorageError(msg)


def refusal(path: Path, error: sqlite3.Error) -> StorageError:
    """Return the error that says what SQLite refused, without a stored value in it."""
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
    elif code.startswith("SQLITE_IOERR"):
        what = f"could not be read or written: the disk failed, or is full ({code})"
        advice = "Check the disk, and do it again."
    elif code.startswith("SQLITE_INTERRUPT"):
        what = "was interrupted"
        advice = "Do it again."
    else:
        what = f"could not be read or written ({code})"
        advice = "Check that the folder exists and that you may write there."
    return StorageError(f"The store {path.name!r} {what}. {advice}")
