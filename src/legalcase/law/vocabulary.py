"""The vocabulary: triggers, acts, methods, kinds …, each with its meaning."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from legalcase.errors import InvalidTypeError, UnknownNameError
from legalcase.sealed import sealed
from legalcase.shown import shown

if TYPE_CHECKING:
    from collections.abc import Mapping

    from legalcase.law.folder import LawFolder
    from legalcase.law.lawbook import Law

__all__ = ["SORTS", "check_name", "check_word", "meanings_of", "words_of"]

#: The words that all jurisdictions share.
_SHARED: Final = "vocabulary.toml"
#: The sorts of words.
SORTS: Final = ("method", "trigger", "act", "nature", "kind", "role", "paper")


def meanings_of(law: Law) -> dict[str, dict[str, str]]:
    """Return the meaning of every word, by sort; a jurisdiction's own come after."""
    found: dict[str, dict[str, str]] = {sort: {} for sort in SORTS}
    for folder in law.folders:
        for name in _vocabularies(folder):
            file = folder.read(name)
            for sort, words in ({} if file is None else file.raw).items():
                if sort in found and isinstance(words, dict):
                    for word, meaning in words.items():
                        found[sort].setdefault(word, meaning)
    return found


def _vocabularies(folder: LawFolder) -> list[str]:
    own = [f"{name}/vocabulary.toml" for name in folder.jurisdictions()]
    return [_SHARED, *own]


def words_of(law: Law) -> Mapping[str, frozenset[str]]:
    """Return the words by sort."""
    known = law.cached(("vocabulary", ""))
    words: Mapping[str, frozenset[str]] | None = known.get("words")
    if words is None:
        words = sealed(
            {sort: frozenset(found) for sort, found in meanings_of(law).items()}
        )
        known["words"] = words
    return words


def check_word(law: Law, sort: str, word: str | None) -> None:
    """Refuse a word of that sort that no vocabulary has, with suggestions.

    The vocabularies of the jurisdictions are read only if the shared one lacks it.
    """
    if word is None:
        return
    for folder in law.folders:
        file = folder.read(_SHARED)
        if file is not None and word in file.raw.get(sort, ()):
            return
    known = words_of(law)[sort]
    if word not in known:
        kind = {"method": "method of service", "paper": "class of paper"}
        raise UnknownNameError.of(kind.get(sort, sort), word, known)


def check_name(kind: str, name: object) -> None:
    """Refuse what is no text where a name is asked for."""
    if not isinstance(name, str):
        msg = (
            f"A {kind} is asked for by its name, not by {type(name).__name__} "
            f"{shown(name)}. Pass text."
        )
        raise InvalidTypeError(msg, field=kind, value=name)
