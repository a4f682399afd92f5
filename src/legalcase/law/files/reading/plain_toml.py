"""Plain TOML: what an entry of the law is written in, read some times sooner.

The library of Python reads all of TOML, letter by letter. Entries have tables, lists,
texts on one line, whole numbers, dates and yes or no, and no more; whatever else
stands in a text, or is wrong in it, is left to that library. What is read here is what
it reads.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["read_plain"]

#: A part of a header, and what a text in double quotes has without an escape.
_PART: Final = re.compile(r'(?:[a-z0-9_-]+|"[^][".\\\x00-\x08\x0a-\x1f\x7f]+")')
_SIGN: Final = r"""[^"\\\x00-\x08\x0a-\x1f\x7f]"""
_ESCAPED: Final = re.compile(r'\\(["\\])')
#: A header on a line of its own; a text; a key with its sign of equality, or a word; a
#: sign; a remark; and any letter that is none of these, which nothing here takes.
_PIECE: Final = re.compile(
    r"""[ \t]*(
    ^\[\[?PART(?:\.PART)*\]\]?(?=[ \t]*\n)
    |"SIGN*(?:\\["\\]SIGN*)*"
    |'[^'\x00-\x08\x0a-\x1f\x7f]*'
    |[A-Za-z0-9_-]+(?:[ \t]*=)?
    |[][{},\n]
    |\#[^\x00-\x08\x0a-\x1f\x7f]*(?=\n)
    |[^ \t]
    )""".replace("PART", _PART.pattern).replace("SIGN", _SIGN),
    re.MULTILINE | re.VERBOSE,
)
_NUMBER: Final = re.compile(r"-?(?:0|[1-9][0-9]{0,17})")
_DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_QUOTES: Final = ('"', "'")
_MOST_PARTS: Final = 4


class _NotPlain(Exception):  # noqa: N818 - it is caught where it is raised, no error
    """There is something in a text that is not read here, or is wrong."""


def read_plain(text: str) -> dict[str, Any] | None:
    """Return the tables of a text as `tomllib` reads them; ``None`` to ask that one."""
    if '"""' in text or "'''" in text:
        return None
    try:
        return _tables(iter(_PIECE.findall(text + "\n")))
    except (_NotPlain, StopIteration, RecursionError):
        return None


def _tables(pieces: Iterator[str]) -> dict[str, Any]:
    whole: dict[str, Any] = {}
    #: Tables and lists that headers made: what a value is, no header adds to.
    made: set[int] = {id(whole)}
    table = whole
    for piece in pieces:
        first = piece[0]
        if first in "\n#":
            continue
        if first == "[":
            table = _headed(piece, whole, made)
        else:
            _pair(piece, pieces, table)
        piece = next(pieces)  # noqa: PLW2901 - the end of the line
        if piece[0] == "#":
            piece = next(pieces)  # noqa: PLW2901 - as above
        if piece != "\n":
            raise _NotPlain
    return whole


def _headed(piece: str, whole: dict[str, Any], made: set[int]) -> dict[str, Any]:
    """Return the table that a header begins."""
    several = piece.startswith("[[")
    name = piece.strip("[]")
    if len(piece) - len(name) != (4 if several else 2) or not name:
        raise _NotPlain
    *parents, last = [part.strip('"') for part in _PART.findall(name)]
    if len(parents) >= _MOST_PARTS:
        raise _NotPlain
    into: Any = whole
    for parent in parents:
        into = into.get(parent)
        if isinstance(into, list) and id(into) in made:
            into = into[-1]
        if id(into) not in made:  # none there is yet, or the value of a key
            raise _NotPlain
    table: dict[str, Any] = {}
    if not several:
        if last in into:
            raise _NotPlain
        into[last] = table
    elif last not in into:
        into[last] = [table]
        made.add(id(into[last]))
    elif isinstance(into[last], list) and id(into[last]) in made:
        into[last].append(table)
    else:
        raise _NotPlain
    made.add(id(table))
    return table


def _pair(piece: str, pieces: Iterator[str], table: dict[str, Any]) -> None:
    """Read a key, of which this is the name, and its value into a table."""
    if piece[-1] == "=" and len(piece) > 1:
        key = piece[:-1].rstrip(" \t")
    elif piece[0] == '"' and len(piece) > 1 and next(pieces) == "=":
        key = _text(piece)
    else:
        raise _NotPlain
    if key in table:
        raise _NotPlain
    table[key] = _value(next(pieces), pieces)


def _value(piece: str, pieces: Iterator[str]) -> Any:
    first = piece[0]
    if first in _QUOTES and len(piece) > 1:
        return _text(piece)
    if first == "{":
        return _inline(pieces)
    if piece == "[":
        return _list(pieces)
    if _DATE.fullmatch(piece):
        try:
            return date.fromisoformat(piece)
        except ValueError:
            raise _NotPlain from None
    if _NUMBER.fullmatch(piece):
        return int(piece)
    if piece in {"true", "false"}:
        return piece == "true"
    raise _NotPlain


def _text(piece: str) -> str:
    text = piece[1:-1]
    if "\\" in text and piece[0] == '"':
        return _ESCAPED.sub(r"\1", text)
    return text


def _inline(pieces: Iterator[str]) -> dict[str, Any]:
    """Read a table in braces: on one line, and without a comma at its end."""
    table: dict[str, Any] = {}
    piece = next(pieces)
    if piece == "}":
        return table
    while True:
        _pair(piece, pieces, table)
        piece = next(pieces)
        if piece == "}":
            return table
        if piece != ",":
            raise _NotPlain
        piece = next(pieces)


def _list(pieces: Iterator[str]) -> list[Any]:
    """Read a list: over several lines if need be, with a comma at its end or not."""
    found: list[Any] = []
    while True:
        piece = _next(pieces)
        if piece == "]":
            return found
        found.append(_value(piece, pieces))
        piece = _next(pieces)
        if piece == "]":
            return found
        if piece != ",":
            raise _NotPlain


def _next(pieces: Iterator[str]) -> str:
    """Return what comes next, over the ends of lines and remarks."""
    for piece in pieces:
        if piece[0] not in "\n#":
            return piece
    raise _NotPlain
