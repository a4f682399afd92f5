"""The vocabulary: triggers, acts, methods, kinds …, each with its meaning."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from legalcase.errors import InvalidTypeError, UnknownNameError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from legalcase.law.lawbook import Law

__all__ = [
    "SORTS",
    "check_name",
    "check_word",
    "meanings_of",
    "vocabularies",
    "words_of",
]

#: The words that all jurisdictions share.
_SHARED: Final = "vocabulary.toml"
#: The sorts of words.
SORTS: Final = ("method", "trigger", "act", "nature", "kind", "role", "paper")


def meanings_of(law: Law) -> dict[str, dict[str, str]]:
    """Return the meaning of every word, by sort; a jurisdiction's own come after."""
    found: dict[str, dict[str, str]] = {sort: {} for sort in SORTS}
    for _, raw in vocabularies(law):
        for sort, words in raw.items():
            if sort in found and isinstance(words, dict):
                for word, meaning in words.items():
                    found[sort].setdefault(word, meaning)
    return found


def vocabularies(law: Law) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield (jurisdiction, tables) of each vocabulary; ``""`` is what all share."""
    for folder in law.folders:
        for place in ("", *folder.jurisdictions()):
            file = folder.read(f"{place}/{_SHARED}" if place else _SHARED)
            if file is not None:
                yield place, file.raw


def words_of(law: Law) -> dict[str, frozenset[str]]:
    """Return the words by sort."""
    words = law.cached(("vocabulary", ""))
    if not words:
        words.update(
            {sort: frozenset(found) for sort, found in meanings_of(law).items()}
        )
    return words


def check_word(law: Law, sort: str, word: str | None) -> str | None:
    """Return the word of that sort that was meant; refuse what is none, listing all.

    The vocabularies of the jurisdictions are read only if the shared one lacks it.
    """
    if word is None:
        return None
    for folder in law.folders:
        file = folder.read(_SHARED)
        if file is not None and word in file.raw.get(sort, ()):
            return word
    from legalcase.law.synonyms import word_meant  # noqa: PLC0415 - a cycle else

    known = words_of(law)[sort]
    meant = word_meant(law, sort, word, known)
    if meant is None:
        kind = {"method": "method of service", "paper": "class of paper"}
        raise UnknownNameError.among(kind.get(sort, sort), word, known)
    return meant


def check_name(kind: str, name: object) -> None:
    """Refuse what is no text where a name is asked for."""
    if not isinstance(name, str):
        msg = (
            f"A {kind} is asked for by its name, not by {type(name).__name__} "
            f"{name!r}. Pass text."
        )
        raise InvalidTypeError(msg, field=kind, value=name)
