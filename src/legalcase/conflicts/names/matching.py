"""matched: whether two names may call the same person, how surely, by which method."""

from __future__ import annotations

from typing import Final

from attrs import frozen

from legalcase.conflicts.names.folding import FoldedName, folded_name
from legalcase.conflicts.names.likeness import CAN_COMPARE, likeness
from legalcase.conflicts.names.words import NICKNAMES

__all__ = ["THRESHOLD", "Likeness", "matched"]

#: From which score on two names are shown to a person. Lower shows more that is
#: nothing; higher misses what a typist or a scanner changed. `docs/reference/conflicts`
#: has the measures.
THRESHOLD: Final = 76.0

#: What an initial says of the name for which it stands, and a short name.
_INITIAL: Final = 88.0
_NICKNAME: Final = 95.0
#: What is taken off for a word that the other name does not have.
_LACKING: Final = 5.0
_LACKING_OF_COMPANY: Final = 9.0
#: What is taken off where a word stands for an initial and another word is left over.
_SHORTENED: Final = 15.0
#: From which likeness on a word stands for another at all.
_SAME_WORD: Final = 70.0
#: How long a word has to be for its first letters to say anything by themselves.
_WHOLE: Final = 2


@frozen
class Likeness:
    """How alike two names are, from 0 to 100, and by which method that was found.

    ``"equal"`` (as they are folded), ``"family"`` (of companies: all that differs is a
    legal form or a word that such families add), ``"words"`` (word by word, with
    initials and short names), ``"umlauts"``, ``"sounds"`` (one spelling for a sound),
    ``"looks"`` (one sign for those that look alike on a scan),
    ``"joined"`` (without the gaps between words).
    """

    score: float
    method: str


def matched(one: str, other: str, *, threshold: float = THRESHOLD) -> Likeness | None:
    """Return how alike two names are, if it is enough to show them; else ``None``.

    Without the extra ``conflicts``, equal names alone are found.
    """
    found = likest(folded_name(one), folded_name(other))
    return found if found.score >= threshold else None


def likest(one: FoldedName, other: FoldedName) -> Likeness:
    """Return the highest of all ways to compare two names."""
    if one.exact == other.exact and one.exact:
        return Likeness(100.0, "equal")
    if not CAN_COMPARE:
        return Likeness(0.0, "equal")
    if sorted(one.words) == sorted(other.words):
        return Likeness(99.0, "equal")
    either = one.is_company or other.is_company
    if either and sorted(one.core) == sorted(other.core):
        return Likeness(92.0, "family")
    found = [
        Likeness(_aligned(one.words, other.words, of_company=either), "words"),
        Likeness(_aligned(one.flat, other.flat, of_company=either) - 1, "umlauts"),
        Likeness(_aligned(one.sounds, other.sounds, of_company=either) - 3, "sounds"),
        Likeness(_aligned(one.looks, other.looks, of_company=either) - 4, "looks"),
        Likeness(_joined(one.flat, other.flat) - 2, "joined"),
    ]
    if either:
        found.append(
            Likeness(_aligned(one.core, other.core, of_company=True) - 6, "family")
        )
    return max(found, key=lambda each: each.score)


def _joined(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    """Compare names without gaps; only where these are what differs."""
    if len(one) == len(other):
        return 0.0
    return (
        likeness("".join(sorted(one)), "".join(sorted(other)))
        if ("".join(one) != "".join(other))
        else 100.0
    )


def _aligned(
    one: tuple[str, ...], other: tuple[str, ...], *, of_company: bool
) -> float:
    """Compare names word by word, each word with its best; order makes no difference.

    Of two names with as many words, whichever begins: the higher counts.
    """
    if len(one) != len(other):
        few, many = sorted((one, other), key=len)
        return _one_way(few, many, of_company=of_company)
    forth = _one_way(one, other, of_company=of_company)
    return max(forth, _one_way(other, one, of_company=of_company))


def _one_way(few: tuple[str, ...], many: tuple[str, ...], *, of_company: bool) -> float:
    """Give each word of the one its best in the other, the longest first.

    The mean of the likenesses, weighted by length, less something for each word that
    stands in one name alone. At least one whole word has to be there in both.
    """
    rest = list(many)
    total = weight = 0.0
    whole = shortened = False
    worst = 100.0
    for word in sorted(few, key=len, reverse=True):
        if not rest:
            break
        best = max(rest, key=lambda each: _alike(word, each))
        alike = _alike(word, best)
        if alike < _SAME_WORD and len(word) > 1:
            worst = min(worst, alike)
        rest.remove(best)
        shortened = shortened or len(best) == 1 < len(word)
        size = max(len(word), len(best), 3)
        total += size * alike
        weight += size
        whole = whole or (alike >= _SAME_WORD and min(len(word), len(best)) >= _WHOLE)
    if not whole or not weight:
        return 0.0
    lacking = _LACKING_OF_COMPANY if of_company else _LACKING
    score = total / weight - lacking * len(rest)
    # Whoever writes an initial for one word writes the family name in full.
    if shortened and any(len(word) > 1 for word in rest):
        score -= _SHORTENED
    # A given name that is another one is no slip of the pen.
    if worst < _SAME_WORD:
        score = min(score, worst + 5)
    if len(few) == 1 and len(many) > 1:
        score -= lacking
    return score


def _alike(word: str, other: str) -> float:
    if word == other:
        return 100.0
    if len(word) == 1 or len(other) == 1:
        return _INITIAL if word[0] == other[0] else 0.0
    if not NICKNAMES.get(word, frozenset()).isdisjoint(NICKNAMES.get(other, ())):
        return _NICKNAME
    return likeness(word, other)
