"""Parts of a file of the law, told apart in its text before it is read as TOML."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

__all__ = ["ID_OF", "Naming", "headers_of", "names_one", "names_sources"]

#: The id of a table, where it stands first.
ID_OF: Final = re.compile(r'id *= *"([^"\\]*)"', re.MULTILINE)
#: A key, and the sign of equality, just before a value.
_KEY: Final = re.compile(r"""([\w-]+)["']?[ \t]*=[ \t]*["']\Z""")
_LONGEST_KEY: Final = 40
_QUOTES: Final = ("'", '"')
#: A header of sources, or one whose name is written with escapes.
_SOURCES_NAMED: Final = re.compile(
    r"""^[ \t]*\[[ \t]*(?:["']?sources|"[^"\n]*\\)""", re.MULTILINE
)


class Naming(NamedTuple):
    """One of some words, as the value of one of some keys; without keys, anywhere."""

    words: tuple[str, ...]
    keys: tuple[str, ...] = ()


@lru_cache(maxsize=16)
def headers_of(array: str) -> re.Pattern[bytes]:
    """Return what finds each table of an array, however it is written: or the array."""
    key = rf"""["']?{re.escape(array)}["']?[ \t]*"""
    text = rf"^[ \t]*(?:\[\[[ \t]*{key}\]\]|{key}=)"
    return re.compile(text.encode(), re.MULTILINE)


def names_sources(text: str) -> bool:
    """Tell whether sources are named in a text, or a header is hard to read."""
    if "sources" not in text and "\\" not in text:
        return False
    return _SOURCES_NAMED.search(text) is not None


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
