"""Parts of a file of the law, told apart in its text before it is read as TOML."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = [
    "Divided",
    "Naming",
    "divided",
    "has_long_texts",
    "has_numbered_letters",
    "id_of",
    "names_one",
    "table_in",
]

#: The id of a table, where it stands first.
_ID: Final = re.compile(rb'id *= *"([^"\\]*)"')
#: A key, and the sign of equality, just before a value.
_KEY: Final = re.compile(rb"""([\w-]+)["']?[ \t]*=[ \t]*["']\Z""")
_LONGEST_KEY: Final = 40
_QUOTES: Final = (b"'", b'"')
#: What a header of sources has in it, and one whose name is written with escapes.
_SOURCES_NAMED: Final = re.compile(rb"""\[[ \t]*["']?sources""")
_HARD_TO_READ: Final = re.compile(rb"""\n[ \t]*\[[ \t]*"[^"\n]*\\""")
#: By a pattern, for the letter is common, and two of them are not.
_LITERAL: Final = re.compile(b"'''")
_NUMBERED: Final = re.compile(rb"\\[uU]")


class Naming(NamedTuple):
    """One of some words, as the value of one of some keys; without keys, anywhere."""

    words: tuple[str, ...]
    keys: tuple[str, ...] = ()

    def encoded(self) -> tuple[tuple[bytes, ...], tuple[bytes, ...]]:
        """Return the words and the keys as they stand in a file."""
        return tuple(map(str.encode, self.words)), tuple(map(str.encode, self.keys))


@lru_cache(maxsize=16)
def _begun(array: str) -> re.Pattern[bytes]:
    """Return what finds each table of an array, however it is written: or the array.

    And the same letters in the middle of a line, of which there are hardly any: a
    search for letters takes a tenth of one that tries the beginning of each line.
    """
    return re.compile(rf"{re.escape(array)}[\"']?[ \t]*(?:\]\]|=)".encode())


class Divided(NamedTuple):
    """What stands in a file before the tables of an array, and each of these."""

    head: bytes
    tables: tuple[bytes, ...]
    #: Whether each table begins with its plain header on a line.
    is_whole: bool
    #: Whether sources are named behind the head, or a header there is hard to read.
    names_sources: bool


def divided(content: bytes, array: str) -> Divided:
    """Divide a file at the plain headers of an array."""
    head, *tables = content.split(f"\n[[{array}]]\n".encode())
    end = len(head)
    named = (
        content.find(b"sources", end) >= 0
        and _SOURCES_NAMED.search(content, end) is not None
    ) or (
        content.find(b"\\", end) >= 0 and _HARD_TO_READ.search(content, end) is not None
    )
    is_whole = len(_begun(array).findall(content)) == len(tables)
    return Divided(head, tuple(tables), is_whole, named)


def id_of(table: bytes) -> str | None:
    """Return the id of a table, where it stands first in it."""
    found = _ID.match(table)
    return None if found is None else found[1].decode(errors="replace")


def has_long_texts(content: bytes) -> bool:
    """Tell whether texts stand over several lines, in which a header may be none."""
    return b'"""' in content or _LITERAL.search(content) is not None


def has_numbered_letters(content: bytes) -> bool:
    r"""Tell whether letters are written as numbers (``\u0066``)."""
    return b"\\" in content and _NUMBERED.search(content) is not None


def names_one(table: bytes, words: tuple[bytes, ...], keys: tuple[bytes, ...]) -> bool:
    """Tell whether a table has one of the words, as the value of one of the keys.

    Without keys, anywhere.
    """
    for word in words:
        place = table.find(word)
        while place >= 0:
            if not keys:
                return True
            end = place + len(word)
            if table[end : end + 1] in _QUOTES and _has_key(table, place, keys):
                return True
            place = table.find(word, place + 1)
    return False


def _has_key(table: bytes, place: int, keys: tuple[bytes, ...]) -> bool:
    """Tell whether the value that begins at a place has one of the keys, or can."""
    begun = max(0, place - _LONGEST_KEY)
    key = _KEY.search(table, begun, place)
    if key is not None and key[1] in keys:
        return True
    # Its key can stand farther to the left.
    return not table[begun:place].strip(b" \t\"'=")


def table_in(raw: Mapping[str, Any], keys: Iterable[str]) -> dict[str, Any]:
    """Return the table that lies in others, by their names; empty if there is none."""
    found = raw
    for key in keys:
        found = found.get(key, {})
    return dict(found)
