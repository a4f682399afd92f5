"""The vocabulary: triggers, acts, methods, kinds …, each with its meaning."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from legalcase.law.folder import LawFolder
    from legalcase.law.lawbook import Law

__all__ = ["SORTS", "meanings_of", "words_of"]

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
    return ["vocabulary.toml", *own]


def words_of(law: Law) -> dict[str, frozenset[str]]:
    """Return the words by sort."""
    words = law.cached(("vocabulary", ""))
    if not words:
        words.update(
            {sort: frozenset(found) for sort, found in meanings_of(law).items()}
        )
    return words
