"""Fitting: in which words and places an entry has what somebody looks for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from legalcase.law.book.finding.indexing.places import PLACES, STATE
from legalcase.law.book.finding.indexing.terms import SHORTEST_STEM

if TYPE_CHECKING:
    from legalcase.law.book.finding.indexing.index import Index, Part

__all__ = ["BEGINS", "SAME", "Term", "Way", "fits", "spelt_alike", "ways_of"]

#: How well a word fits: as it is, as a beginning or another form, nearly spelt.
SAME, BEGINS, _NEARLY = range(3)
_WEIGHTS: Final = tuple(PLACES.values())
_SHOWN: Final = 5


class Way(NamedTuple):
    """A way in which a word fits: of each set some word, all in one place; how well.

    Where it is the name of a place, an entry of that place has it wherever it stands:
    that a title names its state besides makes it no better an answer.
    """

    parts: tuple[frozenset[str], ...]
    how_well: int
    is_place: bool = False


class Term(NamedTuple):
    """A word that was asked for, or several that are one thing to those who say them.

    `otherwise` are the words of the law for it, each way of them.
    """

    words: tuple[str, ...]
    otherwise: tuple[tuple[str, ...], ...] = ()


def ways_of(
    index: Index, term: Term, places: frozenset[str], *, near: bool = True
) -> list[Way]:
    """Return the ways in which words of the law fit a term that was asked for.

    The words of one thing stand together, in one place of an entry. With `near`, a word
    that no entry has fits those that are spelt nearly so; but the name of a place is
    what it is: West Virginia is no Virginia spelt otherwise.
    """
    if len(term.words) > 1:
        ways = [Way(tuple(frozenset({word}) for word in term.words), SAME)]
        ways.append(_forms(index, term.words))
    else:
        ways = _of_a_word(index, term.words[0], places, near=near)
    return ways + [_forms(index, words) for words in term.otherwise]


def _of_a_word(
    index: Index, word: str, places: frozenset[str], *, near: bool
) -> list[Way]:
    ways = [Way((frozenset({word}),), SAME, word in places)]
    ways += [
        Way(tuple(frozenset({part}) for part in cited), SAME)
        for cited in index.abbreviations.get(word, ())
    ]
    begun = index.forms(word)
    named = begun & places
    if begun - named:
        ways.append(Way((begun - named,), BEGINS))
    if named and len(word) >= SHORTEST_STEM:
        ways.append(Way((named,), BEGINS, is_place=True))
    is_known = begun or len(ways) > 1 or index.has(word) or word in places
    if near and not is_known:
        ways = [Way((frozenset(spelt_alike(index, word)),), _NEARLY)]
    return ways


def _forms(index: Index, words: tuple[str, ...]) -> Way:
    """Return the way of words, each as it is or in another form."""
    return Way(tuple(frozenset({word}) | index.forms(word) for word in words), BEGINS)


def spelt_alike(index: Index, word: str, cutoff: float = 0.8) -> list[str]:
    """Return the words of the law that are spelt nearly as one, the nearest first."""
    if word[0].isdigit() or len(word) < SHORTEST_STEM:
        return []
    from difflib import get_close_matches

    return get_close_matches(word, sorted(index.words()), n=_SHOWN, cutoff=cutoff)


def fits(part: Part, ways: list[Way]) -> dict[int, tuple[int, int]]:
    """Return how well which entries have a term, and what its place weighs.

    Of both, less is better.
    """
    found: dict[int, tuple[int, int]] = {}
    for parts, how_well, is_place in ways:
        held: dict[int, int] | None = None
        for words in parts:
            own: dict[int, int] = {}
            for word in words:
                for number, places in part.postings(word).items():
                    own[number] = own.get(number, 0) | places
            if held is None:
                held = own
            else:  # all of them in one place
                held = {n: held[n] & own[n] for n in held.keys() & own.keys()}
        for number, places in (held or {}).items():
            if places:
                fit = how_well, _WEIGHTS[(places & -places).bit_length() - 1]
                if is_place and places >> STATE & 1:
                    fit = how_well, 0
                found[number] = min(fit, found.get(number, fit))
    return found
