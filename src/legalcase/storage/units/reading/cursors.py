"""Cursors: where a page ends and what was seen, as opaque texts of one store."""

from __future__ import annotations

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error
from hashlib import sha256
from typing import Any, Final

from legalcase.errors import InvalidTypeError, InvalidValueError

__all__ = ["MOST", "check_limit", "key_of", "page_cursor", "position_cursor", "seen_of"]

#: How many rows a page can have.
MOST: Final = 10_000

_AFTER: Final = "after"

#: No commit and no line has a number so large; a database could not hold some beyond.
_BEYOND: Final = 2**62
#: Which cursor is wanted, by its sort: a place among rows, or what was seen.
_WANTED: Final = {
    "n": "page.next of the page before, of the same query",
    "p": "page.position of any page, or page.next of a page of changes",
}


def check_limit(limit: Any) -> int:
    """Return how many rows are asked for; raises `InvalidValueError`."""
    if type(limit) is not int or not 1 <= limit <= MOST:
        msg = (
            f"A page has from 1 to {MOST} rows, and limit says "
            f"{limit if type(limit) is int else type(limit).__name__}. Ask for "
            "further pages with after=page.next."
        )
        raise InvalidValueError(msg, field="limit", value=None)
    return limit


def _text(parts: list[Any]) -> str:
    data = json.dumps(parts, separators=(",", ":")).encode()
    return urlsafe_b64encode(data).decode().rstrip("=")


def _parts(name: str, cursor: Any, sort: str, length: int) -> list[Any]:
    if type(cursor) is not str:
        msg = (
            f"{name} needs the cursor of a page, not {type(cursor).__name__}. Pass "
            f"{_WANTED[sort]}."
        )
        raise InvalidTypeError(msg, field=name, value=None)
    try:
        data = urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))
        parts = json.loads(data)
    except (Error, ValueError, RecursionError):
        parts = None
    if (
        not isinstance(parts, list)
        or len(parts) != length
        or parts[0] != sort
        or _text(parts) != cursor
    ):
        msg = f"{name} is no cursor of this kind. Pass {_WANTED[sort]}, as it came."
        raise InvalidValueError(msg, field=name, value=None)
    return parts


def _foreign(name: str, what: str) -> InvalidValueError:
    msg = (
        f"{name} is a cursor of another {what}. Pass what a page of this one gave, or "
        "begin without."
    )
    return InvalidValueError(msg, field=name, value=None)


def position_cursor(store: str, position: int) -> str:
    """Return the cursor of what was committed up to a position."""
    return _text(["p", store, position])


def seen_of(name: str, cursor: Any, store: str) -> int:
    """Return the position up to which somebody has seen; raises `InvalidValueError`."""
    _, of, position = _parts(name, cursor, "p", 3)
    # An empty store has no name yet, and nothing was seen of it.
    if of not in (store, "") or (not of and position):
        raise _foreign(name, "store")
    if type(position) is not int or not _is_held(position):
        raise _foreign(name, "kind")
    return position


def _of_query(query: object) -> str:
    # Not the query: what is asked for may be told to nobody who sees the cursor.
    asked = repr([(name, getattr(query, name)) for name in query.__slots__])  # type: ignore[attr-defined]  # an attrs class with slots
    return sha256(f"{type(query).__name__} {asked}".encode()).hexdigest()[:16]


def page_cursor(store: str, query: object, key: tuple[Any, ...]) -> str:
    """Return the cursor of the page that follows the row with the key."""
    return _text(["n", store, _of_query(query), list(key)])


def key_of(
    cursor: Any, store: str, query: object, kinds: tuple[type, ...]
) -> tuple[Any, ...]:
    """Return the key after which a page begins; raises `InvalidValueError`."""
    _, of, asked, key = _parts("after", cursor, "n", 4)
    if of != store:
        raise _foreign(_AFTER, "store")
    if asked != _of_query(query):
        raise _foreign(_AFTER, "query")
    if not isinstance(key, list) or tuple(type(each) for each in key) != kinds:
        raise _foreign(_AFTER, "kind")
    if not all(_is_held(each) for each in key):
        raise _foreign(_AFTER, "kind")
    return tuple(key)


def _is_held(value: str | int) -> bool:
    """Tell whether a store can compare with it: numbers of 64 bits, texts of UTF-8."""
    if isinstance(value, int):
        return 0 <= value < _BEYOND
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True
