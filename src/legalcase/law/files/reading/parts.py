"""Parts of a file of the law, told apart in its text before it is read as TOML."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

__all__ = [
    "ID_OF",
    "Divided",
    "Naming",
    "divided",
    "has_long_texts",
    "has_numbered_letters",
    "is_divided",
    "names_one",
]

#: The id of a table, where it stands first.
ID_OF: Final = re.compile(r'id *= *"([^"\\]*)"', re.MULTILINE)
#: A key, and the sign of equality, just before a value.
_KEY: Final = re.compile(r"""([\w-]+)["']?[ \t]*=[ \t]*["']\Z""")
_LONGEST_KEY: Final = 40
_QUOTES: Final = ("'", '"')
#: What a header of sources has in it, and one whose name is written with escapes.
_SOURCES_NAMED: Final = re.compile(r"""\[[ \t]*["']?sources""")
_HARD_TO_READ: Final = re.compile(r"""\n[ \t]*\[[ \t]*"[^"\n]*\\""")
_NUMBERED: Final = re.compile(rb"\\[uU]")


class Naming(NamedTuple):
    """One of some words, as the value of one of some keys; without keys, anywhere."""

    words: tuple[str, ...]
    keys: tuple[str, ...] = ()


@lru_cache(maxsize=16)
def _headers_of(array: str) -> tuple[re.Pattern[bytes], ...]:
    """Return what finds each table of an array, however it is written: or the array.

    And the same letters in the middle of a line, of which there are hardly any: a
    search for letters takes a tenth of one that tries the beginning of each line.
    """
    name = re.escape(array)
    table = rf"""\[\[[ \t]*["']?{name}["']?[ \t]*\]\]"""
    return re.compile(table.encode()), re.compile(rf"{name}[\"']?[ \t]*=".encode())


def is_divided(content: bytes, array: str) -> bool:
    """Tell whether each table of an array begins with its plain header on a line."""
    found = sum(len(each.findall(content)) for each in _headers_of(array))
    return found == content.count(f"\n[[{array}]]\n".encode())


class Divided(NamedTuple):
    """A file as text: what stands before the tables of an array, and each of these."""

    head: str
    tables: tuple[str, ...]
    #: Whether sources are named behind the head, or a header there is hard to read.
    names_sources: bool


def divided(content: bytes, array: str) -> Divided:
    """Divide a file at the plain headers of an array."""
    text = content.decode(errors="replace")
    head, *tables = text.split(f"\n[[{array}]]\n")
    end = len(head)
    named = _SOURCES_NAMED.search(text, end) is not None or (
        "\\" in text and _HARD_TO_READ.search(text, end) is not None
    )
    return Divided(head, tuple(tables), named)


def has_long_texts(content: bytes) -> bool:
    """Tell whether texts stand over several lines, in which a header may be none."""
    return b'"""' in content or b"'''" in content


def has_numbered_letters(content: bytes) -> bool:
    r"""Tell whether letters are written as numbers (``\u0066``)."""
    return b"\\" in content and _NUMBERED.search(content) is not None


def names_one(text: str, wanted: Naming) -> bool:
    """Tell whether a text has one of the words, where it is wanted."""
    for word in wanted.words:
        place = text.find(word)
        while place >= 0:
            if not wanted.keys:
                return True
            end = place + len(word)
            if text[end : end + 1] in _QUOTES and _has_key(text, place, wanted.keys):
                return True
            place = text.find(word, place + 1)
    return False


def _has_key(text: str, place: int, keys: tuple[str, ...]) -> bool:
    """Tell whether the value that begins at a place has one of the keys, or can."""
    begun = max(0, place - _LONGEST_KEY)
    key = _KEY.search(text, begun, place)
    if key is not None and key[1] in keys:
        return True
    # Its key can stand farther to the left.
    return not text[begun:place].strip(" \t\"'=")
