"""Search: deadlines by words of id, citation, title and events, in any order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from legalcase.catalogue.rules_to_read import RulesToRead
from legalcase.dates import Period
from legalcase.errors import InvalidPeriodError
from legalcase.law.book.finding.indexing.index import Index, OutOfDateError, read_part
from legalcase.law.book.finding.indexing.places import abbreviations_of, everyday_of
from legalcase.law.book.finding.indexing.terms import SHORTEST_STEM, is_form_of, stem
from legalcase.law.book.finding.indexing.written import forget_written, written_index
from legalcase.law.book.finding.searching.fitting import fits, ways_of
from legalcase.law.book.finding.searching.ranking import (
    index_of_all,
    places_named,
    ranked,
    terms_of,
    words_asked,
)
from legalcase.law.book.in_text import beginning_of, entry_test

if TYPE_CHECKING:
    from collections.abc import Sequence

    from legalcase.catalogue.deadline_rule import DeadlineRule
    from legalcase.law.book.book import Book
    from legalcase.law.book.finding.indexing.places import Abbreviations
    from legalcase.law.book.finding.searching.fitting import Term
    from legalcase.law.book.finding.searching.ranking import Hit
    from legalcase.law.book.in_text import Beginning

__all__ = ["ids_found", "period_named", "read_hits", "search"]

_UNITS: Final = re.compile(r"\b(?:day|week|month|year|hour|min)", re.IGNORECASE)
_SHOWN: Final = 5
#: So many searches of a law read what they need; whoever asks more has an index of all.
_OFTEN: Final = 8
#: Nobody looks for more; each word is compared with every word of the law.
_LONGEST: Final = 400


def search(
    law: Book, text: str, jurisdiction: str | None = None
) -> tuple[DeadlineRule, ...]:
    """Return the deadlines that have all words of a text, the best first.

    A word stands in id, citation, title, the events from which it runs and that meet
    it, what the vocabulary says of these, the proceedings in which it arises, or the
    name of the state; it fits as it is, as a beginning or in another form of it, as
    what people say for a word of the law, and only if none of the law does so, spelt
    nearly alike. First come those whose words fit best, then those that have them in
    the weightier places, then those that are plainer (see `ranking`), each in the order
    of the law. Of one jurisdiction, if it is named, they are those of all that it has.
    Each is read when it is asked for.
    """
    return RulesToRead(_hits(law, text, jurisdiction), read_hits)


def ids_found(law: Book, text: str) -> tuple[str, ...]:
    """Return the ids of what a search finds, in its order; no entry is read."""
    return tuple(part.names(number)[0] for part, number in _hits(law, text))


def _hits(law: Book, text: str, jurisdiction: str | None = None) -> list[Hit]:
    """Return where the deadlines stand that a search finds."""
    if len(text) > _LONGEST:
        return []
    written = written_index(law)  # which knows the names of states
    wanted = words_asked(law, text)
    if not wanted:
        return []
    places = places_named(law)
    if written is not None:
        try:
            found = ranked(written, wanted, places, jurisdiction)
            for part in written.parts:
                part.keep(number for of, number in found if of is part)
            return _named_first(found, text)
        except OutOfDateError:  # another has changed a file without its size
            forget_written(law)
    few = _index_of_some(law, wanted)
    if few is not None:
        found = ranked(few, wanted, places, jurisdiction)
        if found:
            return _named_first(found, text)
    return _named_first(ranked(index_of_all(law), wanted, places, jurisdiction), text)


def _named_first(found: list[Hit], text: str) -> list[Hit]:
    """Put the deadline whose id was given first: another may have borne one like it."""
    name = text.strip().casefold()
    if "/" not in name:
        return found
    return sorted(found, key=lambda hit: hit[0].names(hit[1])[0].casefold() != name)


def read_hits(found: Sequence[Hit]) -> tuple[DeadlineRule, ...]:
    """Return what was found, read part by part."""
    numbers: dict[int, list[int]] = {}
    for part, number in found:
        numbers.setdefault(id(part), []).append(number)
    parts = {id(part): part for part, _ in found}
    rules = {key: parts[key].rules(held) for key, held in numbers.items()}
    return tuple(rules[id(part)][number] for part, number in found)


def _index_of_some(law: Book, wanted: list[str]) -> Index | None:
    """Return an index of the entries that can have all of some words.

    ``None`` where all are to be looked at: for a word that may be misspelt, where the
    text does not tell, and for whoever searches often, whom an index of all serves.
    """
    known: dict[str, Any] = law.cached("search")
    asked = known["asked"] = known.get("asked", 0) + 1
    if "index" in known or asked > _OFTEN:
        return None
    abbreviations, everyday = abbreviations_of(law), everyday_of(law)
    if _names_a_state(law, wanted):
        return None
    terms = terms_of(everyday, wanted)
    test = entry_test(law, [_beginnings(abbreviations, term) for term in terms])
    if test is None:
        return None
    index = Index((read_part(law, law.deadlines_with(test)),), abbreviations, everyday)
    (part,) = index.parts
    places = places_named(law)
    # A word that no entry has which can have the others is misspelt, or is nowhere.
    if all(fits(part, ways_of(index, term, places, near=False)) for term in terms):
        return index
    return None


def _beginnings(
    abbreviations: Abbreviations, term: Term
) -> tuple[tuple[Beginning, ...], ...]:
    """Return how the text of an entry can have a term, each way of it."""
    ways = [term.words, *term.otherwise]
    if len(term.words) == 1:
        ways += abbreviations.get(term.words[0], ())
    return tuple(
        tuple(beginning_of(word, stem(word)) for word in words) for words in ways
    )


def _names_a_state(law: Book, wanted: list[str]) -> bool:
    """Tell whether a word can be a state's, which stands in no file of its law."""
    places = places_named(law)
    return any(
        word in places
        or (len(word) >= SHORTEST_STEM and any(is_form_of(word, p) for p in places))
        for word in wanted
    )


def period_named(law: Book, text: str) -> Period:
    """Read a period; of what is the name of a deadline, say which it can be.

    Raises `InvalidPeriodError`, with the ids of the deadlines that were meant perhaps.
    """
    try:
        return Period.parse(text)
    except InvalidPeriodError:
        if "(" not in text and (_UNITS.search(text) or not _names_something(text)):
            raise
    ids = ids_found(law, text)
    what = f"{text!r} is no period, and no deadline that is entered is found by it."
    how = "See legalcase.find_rules() or `legalcase rules` for those that are."
    if ids:
        what = f"{text!r} is no period, and a deadline is named by its id."
        *others, last = map(repr, ids[:_SHOWN])
        either = f"{', '.join(others)} or {last}" if others else last
        more = f", of {len(ids)} that it finds" if len(ids) > _SHOWN else ""
        how = f"Did you mean {either}{more}?"
    msg = f"{what} {how}"
    raise InvalidPeriodError(msg, field="period", value=text) from None


def _names_something(text: str) -> bool:
    """Tell whether a text begins as a name does, and not as a period (``P3D``)."""
    return re.match(r"\s*(?!P[-\dT])[^\W\d_]", text) is not None
