"""The words of a title that say something, and the provisions that it cites."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["cited_in", "plain_text", "words_of"]

#: Words that say of no deadline which one it is.
_EMPTY: Final = frozenset(
    (
        *("a", "an", "and", "any", "are", "as", "at", "be", "been", "by", "cal"),
        *("calendar", "court", "date", "day", "deadline", "deadlines", "done"),
        *("due", "earliest", "file", "filed", "filing", "final", "for", "from"),
        *("if", "in", "is", "it", "its", "last", "late", "latest", "must", "no"),
        *("not", "of", "on", "or", "our", "reminder", "serve", "that", "the"),
        *("their", "this", "to", "under", "unconfirmed", "v", "versus", "vs"),
        *("which", "with", "within"),
    )
)
_WORD: Final = re.compile(r"[^\W\d_]+")
#: A provision as titles cite it: 12(a), 4(a)(1)(A), 2.8(2).
_CITED: Final = re.compile(r"\d+[a-z]?(?:\.\d+)*(?:\([0-9A-Za-z]+\))+")
_SHORT: Final = 3


def plain_text(text: str) -> str:
    """Return a text in small letters, with one blank where it has any."""
    return " ".join(text.casefold().split())


def words_of(text: str) -> frozenset[str]:
    """Return the words that say something, one and several of a thing alike."""
    found = _WORD.findall(text.casefold())
    return frozenset(
        one[:-1] if one.endswith("s") and len(one) > _SHORT else one
        for one in found
        if one not in _EMPTY
    )


def cited_in(text: str) -> tuple[str, ...]:
    """Return the provisions that a text cites, with all that is in parentheses."""
    return tuple(_CITED.findall(text))
