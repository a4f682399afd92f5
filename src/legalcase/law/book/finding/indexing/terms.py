"""Terms: the words of a text as a search has them, and which is a form of which."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

__all__ = ["SHORTEST_STEM", "SMALL", "is_form_of", "stem", "words_in"]

_INITIALS: Final = re.compile(r"\b(?:[^\W\d_]\.){2,}")
_WORD: Final = re.compile(r"\d+[a-z]{0,2}(?:[.-]\d+[a-z]{0,2})*(?:\(\w+\))*|[^\W\d_]+")
_POSSESSIVE: Final = re.compile(r"(?<=\w)['\u2019]s\b")
_ENDINGS: Final = ("ings", "ing", "ures", "ure", "ed", "es", "s", "e")
SHORTEST_STEM: Final = 4
#: Words that stand in every sentence; they are passed over unless all do.
SMALL: Final = frozenset(
    {
        *("a", "an", "and", "at", "by", "for", "from", "in", "is", "of", "on", "or"),
        *("rule", "rules", "section", "the", "to", "under", "with"),
    }
)
_SHORTEST_BEGINNING: Final = 3


def words_in(text: str) -> list[str]:
    """Return the words of a text, small: numbers with their brackets are one word.

    Full stops fall away (``Fed.R.Civ.P.``), and those between initials join them
    (``U.S.C.``). A possessive is the word itself: ``appellee's`` brief.
    """
    joined = _INITIALS.sub(lambda found: found[0].replace(".", "") + " ", text)
    plain = _POSSESSIVE.sub("", joined.casefold())
    return _WORD.findall(plain.replace("_", " "))


def is_form_of(word: str, other: str) -> bool:
    """Tell whether another word begins with this one, or is a form of it."""
    if word[0].isdigit():
        rest = other[len(word) :]
        return other.startswith(word) and rest != "" and not rest[0].isdigit()
    if other[0].isdigit() or word == other:
        return False
    begins = len(word) >= _SHORTEST_BEGINNING and other.startswith(word)
    return begins or stem(word) == stem(other)


@lru_cache(maxsize=4096)
def stem(word: str) -> str:
    """Return what a word has in common with its other forms.

    A short one has none: `us-wy` is not Wisconsin.
    """
    if word.endswith(("ies", "y")) and len(word) >= SHORTEST_STEM:
        return word.removesuffix("ies").removesuffix("y") + "i"
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM:
            return word.removesuffix(ending)
    return word
