"""Refusals: what PostgreSQL refuses, as errors of ours, without a stored value."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

import psycopg
from psycopg_pool import PoolClosed, PoolTimeout, TooManyRequests

from legalcase.errors import ConflictError, StorageError

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["damaged", "faster", "is_race", "refusal", "told"]

T = TypeVar("T")

#: That others have written, so that it may go well when it is done again; or that they
#: have made the schema, a table or another thing just before.
_RACES: Final = frozenset({"40001", "40P01", "23505", "42P06", "42P07", "42710"})

#: By the class or the code of SQLSTATE: what is wrong, and what to do.
_SAID: Final = {
    "55P03": (
        "is kept busy by another unit of work, longer than this one waits",
        "Keep units of work short, and try again.",
    ),
    "57014": (
        "took longer for an answer than its patience allows, or was cancelled",
        "Give patience=… more seconds, or ask for less.",
    ),
    "25P03": (
        "has ended a transaction in which nothing was asked for too long",
        "Keep units of work and readings short.",
    ),
    "25P04": (
        "has ended a transaction that took too long",
        "Keep units of work and readings short.",
    ),
    "25P02": (
        "does nothing more in a transaction in which something has failed",
        "Roll the transaction back, and begin another.",
    ),
    "25006": (
        "can only be read: it is a standby, or was set so",
        "Name the server that takes writes.",
    ),
    # what a standby answers whoever begins to write
    "0A000": (
        "can only be read, as a standby, or does not know how to do this",
        "Name the server that takes writes.",
    ),
    "42501": (
        "does not allow this to the role that asks",
        "Have the owner of the schema grant it, or use another role.",
    ),
    "42704": (
        "knows no role of that name",
        "Create the role first: CREATE ROLE app LOGIN.",
    ),
    "42P01": (
        "has not the tables that it should have",
        "Open it once as their owner, PostgresStore(conninfo), which makes them.",
    ),
    "3F000": (
        "has not the schema that it should have",
        "Open it once as an owner, PostgresStore(conninfo), which makes it.",
    ),
    "3D000": ("is not there", "Create the database first."),
    "28": ("does not let this role in", "Check the name and the password."),
    "53100": ("finds no room on the disk", "Make room, and do it again."),
    "53": (
        "has no room for this now: connections, memory or disk",
        "Use a smaller pool_size=…, or raise the server's limits.",
    ),
    "54": (
        "cannot hold a name that is so long in an index",
        "Give ids, numbers of cases and tags of less than 2,000 bytes.",
    ),
    "57P": (
        "is stopping, or not ready yet",
        "Do it again when the server is there.",
    ),
    "08": (
        "could not be reached, or does not let this role in",
        "Check host, database, role and password, and that the server runs.",
    ),
    "22": (
        "cannot hold what was given: a NUL, or a number that is too large",
        "Give texts without NUL.",
    ),
    # What may not be empty is: a position, of which nobody keeps count.
    "23502": (
        "is damaged: it does not count its commits any more",
        "Restore it from a backup.",
    ),
    "23": (
        "refuses an event that does not follow on what it has",
        "Give every event an id of its own, and load the case again.",
    ),
    "XX": (
        "does not find itself whole, or failed in itself",
        "Read the server's log; restore it from a backup if it is damaged.",
    ),
}


def told(label: str, act: Callable[[], T]) -> T:
    """Do something with psycopg; raises what that raises as `StorageError`."""
    try:
        return act()
    except (psycopg.Error, PoolTimeout) as error:
        failure = refusal(label, error)
    except UnicodeError:
        failure = _of(label, "22", "22")
    # Outside the handler: the text of PostgreSQL quotes keys and values, and would go
    # along as the context of the error.
    raise failure


def is_race(error: BaseException) -> bool:
    """Tell whether others were faster, so that it may be done again."""
    return isinstance(error, ConflictError)


def faster() -> ConflictError:
    """Return the error for what rests on what others have written meanwhile."""
    msg = (
        "Others have committed meanwhile what this unit of work rests on, and nothing "
        "of it is kept. Begin another, and look again; run() does both."
    )
    return ConflictError(msg)


def damaged(label: str, what: str) -> StorageError:
    """Return the error for a store that is not as it was left."""
    msg = f"The store {label} is damaged: {what}. Restore it from a backup."
    return StorageError(msg)


def refusal(label: str, error: Exception) -> StorageError:
    """Return the error that says what was refused, without a stored value in it."""
    code = getattr(error, "sqlstate", None) or ""
    if code in _RACES:
        return faster()
    if isinstance(error, PoolTimeout | PoolClosed | TooManyRequests):
        msg = (
            f"The store {label} gave no connection in time: all are in use, or the "
            "server is not there. End units of work and readings, or use a larger "
            "pool_size=…."
        )
        return StorageError(msg)
    if isinstance(error, psycopg.OperationalError) and not code:
        code = "08"
    if isinstance(error, psycopg.DataError) and not code:
        code = "22"
    return _of(label, code, code or type(error).__name__)


def _of(label: str, code: str, name: str) -> StorageError:
    for length in (5, 3, 2):
        if code[:length] in _SAID:
            what, advice = _SAID[code[:length]]
            return StorageError(f"The store {label} {what} ({name}). {advice}")
    msg = (
        f"The store {label} could not be read or written ({name}). Read the server's "
        "log for what it says."
    )
    return StorageError(msg)
