"""Ranking: which entries have all words of a text, the best first."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from legalcase.law.book.finding.indexing.index import Index, read_part
from legalcase.law.book.finding.indexing.places import abbreviations_of, everyday_of
from legalcase.law.book.finding.indexing.states import states_of, with_states
from legalcase.law.book.finding.indexing.terms import SMALL, stem, words_in
from legalcase.law.book.finding.searching.fitting import Term, fits, ways_of

if TYPE_CHECKING:
    from legalcase.law.book.book import Book
    from legalcase.law.book.finding.indexing.index import Part
    from legalcase.law.book.finding.indexing.places import Everyday

    #: Where an entry stands.
    Hit = tuple[Part, int]

__all__ = [
    "index_of_all",
    "places_named",
    "plainness",
    "ranked",
    "terms_of",
    "words_asked",
]


def ranked(
    index: Index,
    wanted: list[str],
    places: frozenset[str],
    jurisdiction: str | None = None,
    *,
    near: bool = True,
) -> list[Hit]:
    """Return the entries that have some way of every word, the best first.

    First those whose words fit best, then those that have them in the weightier places;
    of those alike, what is plainer. With `near`, a word that is nowhere fits those that
    are spelt nearly so.
    """
    ways_of_each = [
        ways_of(index, term, places, near=near)
        for term in terms_of(index.everyday, wanted)
    ]
    cites = any(word[0].isdigit() for word in wanted)
    found = []
    for part in index.parts:
        plain = plainness(part, cites=cites)
        held_of = [fits(part, ways) for ways in ways_of_each]
        for number in set.intersection(*map(set, held_of)):
            if jurisdiction is None or jurisdiction == part.jurisdiction(number):
                how_well = where = 0
                for held in held_of:
                    fit = held[number]
                    how_well += fit[0]
                    where += fit[1]
                found.append((how_well, where, *plain(number), part, number))
    found.sort(key=_but_for_the_hit)
    return [(part, number) for *_, part, number in found]


def _but_for_the_hit(found: tuple[Any, ...]) -> tuple[Any, ...]:
    return found[:-2]


def plainness(part: Part, *, cites: bool) -> Any:
    """Return what says how plain an entry is, of those that fit alike.

    What is in force comes before what was; the law of a country before that of a part
    of it; what arises in a civil action before what arises in other proceedings
    alone; what a party owes before what the court does; a short title,
    which is about less else, before a long one. Then they stand in the order of the
    law, as do at once the paragraphs of a rule that somebody `cites`.
    """

    @cache
    def is_part(pack: str) -> bool:
        return "-" in pack.partition("/")[0]

    def of(number: int) -> tuple[Any, ...]:
        is_over, *others = part.kind(number)
        place = is_part(part.pack(number))
        length = 0 if cites else part.length(number)
        return is_over, place, *others, length, part.order(number)

    return of


def terms_of(everyday: Everyday, wanted: list[str]) -> list[Term]:
    """Return what was asked, word by word, and what is one thing as one.

    The longest that people say comes first, of all that a word is part of.
    """
    stems = tuple(map(stem, wanted))
    known = {tuple(map(stem, said)): ways for said, ways in everyday.items()}
    longest = max(map(len, known), default=1)
    terms, start = [], 0
    while start < len(wanted):
        for size in range(longest, 0, -1):
            ways = known.get(stems[start : start + size], ())
            if ways or size == 1:
                words = tuple(wanted[start : start + size])
                terms.append(Term(words, tuple(ways)))
                start += len(words)
                break
    return terms


def places_named(law: Book) -> frozenset[str]:
    """Return the names of states, and what else names a jurisdiction."""
    return frozenset(name for names in states_of(law).values() for name in names)


def words_asked(law: Book, text: str) -> list[str]:
    """Return the words of a text for which to look."""
    words = words_in(with_states(law, text))
    return [word for word in words if word not in SMALL] or words


def index_of_all(law: Book) -> Index:
    """Return the index of all entries of a law, which are read for it."""
    known: dict[str, Any] = law.cached("search")
    if "index" not in known:
        part = read_part(law, law.deadlines())
        known["index"] = Index((part,), abbreviations_of(law), everyday_of(law))
    index: Index = known["index"]
    return index
