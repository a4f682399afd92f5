"""Nearest: why a search found nothing, and what comes near to it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from legalcase.law.book.finding.indexing.index import OutOfDateError
from legalcase.law.book.finding.indexing.written import forget_written, written_index
from legalcase.law.book.finding.searching.fitting import (
    SAME,
    Term,
    Way,
    fits,
    spelt_alike,
    ways_of,
)
from legalcase.law.book.finding.searching.ranking import (
    index_of_all,
    places_named,
    plainness,
    terms_of,
    words_asked,
)
from legalcase.law.book.finding.searching.search import read_hits

if TYPE_CHECKING:
    from legalcase.catalogue.deadline_rule import DeadlineRule
    from legalcase.law.book.book import Book
    from legalcase.law.book.finding.indexing.index import Index

__all__ = ["NoDeadline", "nothing_found"]

_SHOWN: Final = 5
_FEW: Final = 3
#: The number of a rule, without its brackets.
_WHOLE: Final = re.compile(r"\d+[a-z]*")


class NoDeadline(NamedTuple):
    """Why a search found nothing: words that are nowhere, and what comes near.

    `unknown` are (word, words spelt nearly so); `nearest` the deadlines that have most
    of the words.
    """

    unknown: tuple[tuple[str, tuple[str, ...]], ...]
    nearest: tuple[DeadlineRule, ...]


def nothing_found(law: Book, text: str) -> NoDeadline:
    """Say why a search found nothing, and what comes nearest to it."""
    written = written_index(law)
    wanted, places = words_asked(law, text), places_named(law)
    if written is not None:
        try:
            return _nearest(written, wanted, places)
        except OutOfDateError:  # another has changed a file without its size
            forget_written(law)
    return _nearest(index_of_all(law), wanted, places)


def _nearest(index: Index, wanted: list[str], places: frozenset[str]) -> NoDeadline:
    unknown, known = _known(index, wanted, places)
    # Whoever names a state or a book of rules means no other, however near it comes.
    books = places.union(index.abbreviations)
    named = [ways for term, ways in known if books.issuperset(term.words)]
    cites = any(word[0].isdigit() for word in wanted)
    scored = []
    for part in index.parts:
        plain = plainness(part, cites=cites)
        fits_of = [fits(part, ways) for _, ways in known]
        there = [fits(part, ways) for ways in named]
        for number in set().union(*fits_of):
            held = [of[number] for of in fits_of if number in of]
            if 2 * len(held) >= len(known) and all(number in of for of in there):
                how_well, where = map(sum, zip(*held, strict=True))
                key = (-len(held), how_well, where, *plain(number))
                scored.append((key, part, number))
    best = sorted(scored, key=lambda one: one[0])[:_SHOWN]
    nearest = read_hits([(part, number) for _, part, number in best])
    return NoDeadline(tuple(unknown), nearest)


#: Terms that are nowhere, and those that are somewhere, with their ways.
_Known = tuple[
    list[tuple[str, tuple[str, ...]]],
    list[tuple[Term, list[Way]]],
]


def _known(index: Index, wanted: list[str], places: frozenset[str]) -> _Known:
    unknown: list[tuple[str, tuple[str, ...]]] = []
    known: list[tuple[Term, list[Way]]] = []
    for term in terms_of(index.everyday, wanted):
        ways = ways_of(index, term, places)
        if any(fits(part, ways) for part in index.parts):
            known.append((term, ways))
            continue
        for word in term.words:
            unknown.append((word, tuple(spelt_alike(index, word, 0.6)[:_FEW])))
            whole = _WHOLE.match(word)
            if whole is not None:
                known.append((term, _of_the_same_rule(index, whole[0])))
    return unknown, known


def _of_the_same_rule(index: Index, number: str) -> list[Way]:
    """Return the other paragraphs of a rule, and then the rule of that number."""
    begun = f"{number}("
    paragraphs = frozenset(
        word for word in index.forms(number) if word.startswith(begun)
    )
    rest = ways_of(index, Term((number,)), frozenset())
    return [
        Way((paragraphs,), SAME),
        *(way._replace(how_well=way.how_well + 1) for way in rest),
    ]
