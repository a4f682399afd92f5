"""Path: where a file of SQLite can be."""

from __future__ import annotations

from os import fsencode, fspath
from pathlib import Path

from legalcase.errors import InvalidTypeError, InvalidValueError

__all__ = ["path_of"]


def path_of(given: object) -> Path:
    """Return the path; refuse what can be the path of no file."""
    try:
        path = fspath(given)  # type: ignore[call-overload]  # refused here
    except TypeError:
        path = given
    if not isinstance(path, str):
        msg = (
            f"path needs text or a Path, not {type(path).__name__}. Pass 'cases.db', "
            "say."
        )
        raise InvalidTypeError(msg, field="path", value=None)
    if path in {"", ":memory:"}:
        msg = (
            f"{path!r} is no path of a file. Use MemoryStore() to keep cases in "
            "memory, or name a file."
        )
        raise InvalidValueError(msg, field="path", value=path)
    try:
        is_name = b"\0" not in fsencode(path)
    except UnicodeEncodeError:
        is_name = False
    if not is_name:
        msg = (
            f"{path!r} can be the path of no file: it has a NUL, or half of a "
            "surrogate pair. Name a file."
        )
        raise InvalidValueError(msg, field="path", value=path)
    return Path(path)
