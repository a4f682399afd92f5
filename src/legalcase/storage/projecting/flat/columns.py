"""Rows as plain columns of a table, and what binds them to their place: a digest."""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache
from hashlib import sha256
from json import loads
from typing import TYPE_CHECKING, Final

from legalcase.codec.text.json_text import canonical
from legalcase.codec.text.moments import instant_from_text, instant_to_text
from legalcase.errors import DecodeError
from legalcase.shown import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = [
    "ESCAPED",
    "PREFIX",
    "Column",
    "broken",
    "column_text",
    "digested",
    "instant_of",
    "instant_text",
    "names_of",
    "names_text",
    "text_of",
]

Column = str | int | None

#: Of the streams that have rows.
PREFIX: Final = "case:"

#: What no table of every kind can hold, and what says that a text is written without.
_NUL: Final = "\0"
ESCAPED: Final = "\1"
_FEW: Final = 4096


def digested(tag: str, columns: Iterable[Column]) -> bytes:
    """Return the digest of columns, 32 bytes: SHA-256 over what they are, and each.

    A text goes in behind its length, a number before a semicolon, nothing as a hyphen:
    no character can move from one column to another.
    """
    parts = [f"{len(tag)}:{tag}"]
    for each in columns:
        if each is None:
            parts.append("-")
        elif isinstance(each, str):
            parts.append(f"{len(each)}:{each}")
        else:
            parts.append(f"{each};")
    return sha256("".join(parts).encode()).digest()


def broken(key: Sequence[object]) -> DecodeError:
    """Return the error for a row that is not as it was stored; `key` says where."""
    which = ", ".join(map(shown, key))
    msg = (
        f"The row of {which} is not what was stored. Have the rows made anew from the "
        "lines, which are what counts."
    )
    return DecodeError(msg, problems=(("$.rows", "is not what was stored"),))


def column_text(text: str) -> str:
    """Return a text as every table can hold it: one with a NUL in it is written apart.

    Equal texts stay equal, and different ones different.
    """
    if _NUL not in text and not text.startswith(ESCAPED):
        return text
    return ESCAPED + canonical(text)


def text_of(column: str) -> str:
    """Return the text that a column holds."""
    if column[:1] != ESCAPED:
        return column
    found = loads(column[1:])
    if type(found) is not str:
        raise TypeError
    return found


def names_text(names: tuple[str, ...]) -> str:
    """Return several names as one column: canonical JSON."""
    return canonical(names) if names else "[]"


@lru_cache(maxsize=_FEW)
def names_of(column: str) -> tuple[str, ...]:
    """Return the names that a column holds; raises `ValueError` or `TypeError`."""
    found = loads(column)
    if type(found) is not list or any(type(one) is not str for one in found):
        raise TypeError
    return tuple(found)


def instant_text(instant: datetime) -> str:
    """Return an instant as a column."""
    return instant_to_text(instant)


@lru_cache(maxsize=_FEW)
def instant_of(column: str) -> datetime:
    """Return the instant that a column holds; raises `ValueError`."""
    # Without the name of a zone it is what the standard library reads.
    if column[-1:] != "]":
        return datetime.fromisoformat(column)
    return instant_from_text(column)
