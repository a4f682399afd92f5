"""FoldedName: a name without what makes no difference, in the ways it is compared."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from attrs import frozen

from legalcase.conflicts.names.romanized import romanized
from legalcase.conflicts.names.words import FORMS, PARTICLES, TITLES, WEAK
from legalcase.directory.texts import folded_text

__all__ = ["FoldedName", "folded_name"]

#: What joins two parts of one word: "O'Neil", "d'Arc", and stops inside "A.G.".
_INSIDE: Final = re.compile(r"['\u2019\u2018`\u00b4\u02bc\u02b9]")
_DOTTED: Final = re.compile(r"\b((?:\w\.){2,})(?=\W|$)")
_APART: Final = re.compile(r"[^\w]+|_")
#: One sound in several spellings, in this order, for names that were transliterated.
_SOUNDS: Final = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"tsch|tch|tsh|cz", "ch"),
        (r"shch|schtsch", "sh"),
        (r"sch|sz", "sh"),
        (r"zh|dj|dzh", "j"),
        (r"kh|ch(?=[aou])", "h"),
        (r"ph", "f"),
        (r"th", "t"),
        (r"ck|qu|q|c(?=[aouklr]|$)", "k"),
        (r"x", "ks"),
        (r"ts|tz", "z"),
        (r"w", "v"),
        (r"ou|oo", "u"),
        (r"ee|ie|ij|iy|yi|ii|ey|ei|ai|ay", "i"),
        (r"y|j", "i"),
        (r"(?<=[^aeiou])h", ""),
        (r"(\w)\1+", r"\1"),
        (r"ff$", "f"),
    )
)


@frozen
class FoldedName:
    """A name as it is compared: its words, those that count, and how they sound.

    `exact` is what has to be equal where nothing but equal names are found; `words`
    leave out legal forms, titles and particles; `core` what companies of one family
    add as well; `flat` has two-letter spellings of umlauts as one letter; `sounds` one
    spelling for a sound, `looks` one sign for those that look alike on a scan.
    """

    exact: str
    words: tuple[str, ...]
    core: tuple[str, ...]
    flat: tuple[str, ...]
    sounds: tuple[str, ...]
    looks: tuple[str, ...]
    is_company: bool


@lru_cache(maxsize=65_536)
def folded_name(text: str) -> FoldedName:
    """Return a name as it is compared; names of persons may stand family name first.

    >>> folded_name("Müller & Söhne GmbH").words
    ('muller', 'sohne')
    """
    last, comma, first = text.partition(",")
    turned = text
    if comma and "," not in first and not _is_form(first):
        turned = f"{first} {last}"
    every = _words_of(turned)
    plain = folded_text(_INSIDE.sub("", text))
    exact = " ".join(sorted(_APART.sub(" ", plain).split()))
    words = tuple(
        word
        for word in every
        if word not in FORMS and word not in TITLES and word != "and"
    )
    # In a name of several words, what joins them is no word of it.
    without = tuple(word for word in words if word not in PARTICLES)
    words = without or words or tuple(every)
    is_company = any(word in FORMS for word in every)
    core = tuple(word for word in words if word not in WEAK) or words
    flat = tuple(re.sub("([aou])e", r"\1", word).replace("aa", "a") for word in words)
    return FoldedName(
        exact=exact,
        words=words,
        core=core,
        flat=flat,
        sounds=tuple(_sound(word) for word in flat),
        looks=tuple(_look(word) for word in flat),
        is_company=is_company,
    )


def _is_form(text: str) -> bool:
    """Tell whether what stands behind a comma is a form or a title, and no name."""
    words = _words_of(text)
    return bool(words) and all(word in FORMS or word in TITLES for word in words)


def _words_of(text: str) -> list[str]:
    joined = _INSIDE.sub("", _DOTTED.sub(_closed, text)).replace("&", " and ")
    plain = folded_text(romanized(folded_text(joined)))
    return _APART.sub(" ", plain).split()


def _closed(found: re.Match[str]) -> str:
    """Return initials with stops: a legal form as one word, those of a person apart."""
    word = found[1].replace(".", "")
    return word if word.casefold() in FORMS else found[1].replace(".", " ")


#: What a scanner takes for one another.
_LOOKS: Final = str.maketrans("i10568", "llosbb")


def _look(word: str) -> str:
    """Return a word with one sign for those that look alike."""
    plain = word.translate(_LOOKS)
    return plain.replace("rn", "m").replace("cl", "d").replace("vv", "w")


def _sound(word: str) -> str:
    for pattern, sound in _SOUNDS:
        word = pattern.sub(sound, word)
    return word
