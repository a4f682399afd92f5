"""Search: deadlines by words of id, citation, title and triggers, in any order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from legalcase.catalogue.rules_to_read import RulesToRead
from legalcase.dates import Period
from legalcase.errors import InvalidPeriodError
from legalcase.law.book.finding.index import (
    Index,
    OutOfDateError,
    abbreviations_of,
    read_part,
)
from legalcase.law.book.finding.states import states_of, with_states
from legalcase.law.book.finding.terms import (
    SHORTEST_STEM,
    is_form_of,
    stem,
    words_in,
)
from legalcase.law.book.finding.written import forget_written, written_index
from legalcase.law.book.in_text import beginning_of, entry_test

if TYPE_CHECKING:
    from collections.abc import Sequence

    from legalcase.catalogue.deadline_rule import DeadlineRule
    from legalcase.law.book.book import Book
    from legalcase.law.book.finding.index import Part

    #: Where an entry stands.
    _Hit = tuple[Part, int]

__all__ = [
    "NoDeadline",
    "ids_found",
    "nothing_found",
    "period_named",
    "search",
    "words_in",
]

#: Words that stand in every sentence; they are passed over unless all do.
_SMALL: Final = frozenset(
    {
        *("a", "an", "and", "at", "by", "for", "from", "in", "is", "of", "on", "or"),
        *("rule", "rules", "section", "the", "to", "under", "with"),
    }
)
_UNITS: Final = re.compile(r"\b(?:day|week|month|year|hour|min)", re.IGNORECASE)
_SHOWN: Final = 5
_FEW: Final = 3
#: The number of a rule, without its brackets.
_WHOLE: Final = re.compile(r"\d+[a-z]*")
#: How well a word fits: as it is, as a beginning or another form, nearly spelt.
_SAME, _BEGINS, _NEARLY = range(3)


class NoDeadline(NamedTuple):
    """Why a search found nothing: words that are nowhere, and what comes near.

    `unknown` are (word, words spelt nearly so); `nearest` the deadlines that have most
    of the words.
    """

    unknown: tuple[tuple[str, tuple[str, ...]], ...]
    nearest: tuple[DeadlineRule, ...]


#: So many searches of a law read what they need; whoever asks more has an index of all.
_OFTEN: Final = 8
#: Nobody looks for more; each word is compared with every word of the law.
_LONGEST: Final = 400


def search(
    law: Book, text: str, jurisdiction: str | None = None
) -> tuple[DeadlineRule, ...]:
    """Return the deadlines that have all words of a text, the best first.

    A word stands in id, citation, title, triggers, what the vocabulary says of these,
    or the name of the state; it fits as it is, as a beginning or in another form of it,
    and only if none of the law does so, spelt nearly alike. First come those whose
    words fit best, then those that have them in the weightier places, then what arises
    in a civil action before what arises in other proceedings alone, each in the order
    of the law. Of one jurisdiction, if it is named, they are those of all that it has.
    Each is read when it is asked for.
    """
    return RulesToRead(_hits(law, text, jurisdiction), _read)


def ids_found(law: Book, text: str) -> tuple[str, ...]:
    """Return the ids of what a search finds, in its order; no entry is read."""
    return tuple(part.names(number)[0] for part, number in _hits(law, text))


def _hits(law: Book, text: str, jurisdiction: str | None = None) -> list[_Hit]:
    """Return where the deadlines stand that a search finds."""
    if len(text) > _LONGEST:
        return []
    written = written_index(law)  # which knows the names of states
    wanted = _wanted(law, text)
    if not wanted:
        return []
    exact = _states(law)
    if written is not None:
        try:
            found = _ranked(written, wanted, exact, jurisdiction)
            for part in written.parts:
                part.keep(number for of, number in found if of is part)
            return _named_first(found, text)
        except OutOfDateError:  # another has changed a file without its size
            forget_written(law)
    few = _index_of_some(law, wanted)
    if few is not None:
        found = _ranked(few, wanted, exact, jurisdiction)
        if found:
            return _named_first(found, text)
    return _named_first(_ranked(_index(law), wanted, exact, jurisdiction), text)


def _named_first(found: list[_Hit], text: str) -> list[_Hit]:
    """Put the deadline whose id was given first: another may have borne one like it."""
    name = text.strip().casefold()
    if "/" not in name:
        return found
    return sorted(found, key=lambda hit: hit[0].names(hit[1])[0].casefold() != name)


def _ranked(
    index: Index,
    wanted: list[str],
    exact: frozenset[str],
    jurisdiction: str | None = None,
) -> list[_Hit]:
    """Return the entries that have some way of every word, the best first."""
    ways_of = [_alternatives(index, word, exact) for word in wanted]
    ranked = []
    for part in index.parts:
        fits_of = [_fits(part, ways) for ways in ways_of]
        for number in set.intersection(*map(set, fits_of)):
            if jurisdiction is None or jurisdiction == part.jurisdiction(number):
                fits = [fits[number] for fits in fits_of]
                how_well = sum(fit[0] for fit in fits), sum(fit[1] for fit in fits)
                special = part.is_special(number)
                key = (*how_well, special, part.order(number))
                ranked.append((key, part, number))
    return [(part, number) for _, part, number in sorted(ranked, key=_key)]


def _key(one: tuple[Any, ...]) -> Any:
    return one[0]


def _read(found: Sequence[_Hit]) -> tuple[DeadlineRule, ...]:
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
    abbreviations = abbreviations_of(law)
    if _names_a_state(law, wanted):
        return None
    words = [
        (
            (beginning_of(word, stem(word)),),
            *(
                tuple(beginning_of(part, stem(part)) for part in cited)
                for cited in abbreviations.get(word, ())
            ),
        )
        for word in wanted
    ]
    test = entry_test(law, words)
    if test is None:
        return None
    index = Index((read_part(law, law.deadlines_with(test)),), abbreviations)
    for word in wanted:
        if not (
            index.has(word)
            or word in abbreviations
            or any(is_form_of(word, other) for other in index.words())
        ):
            return None
    return index


def _states(law: Book) -> frozenset[str]:
    return frozenset(name for names in states_of(law).values() for name in names)


def _names_a_state(law: Book, wanted: list[str]) -> bool:
    """Tell whether a word can be a state's, which stands in no file of its law."""
    states = _states(law)
    return any(
        word in states or any(is_form_of(word, state) for state in states)
        for word in wanted
    )


def _wanted(law: Book, text: str) -> list[str]:
    words = words_in(with_states(law, text))
    return [word for word in words if word not in _SMALL] or words


def _index(law: Book) -> Index:
    known: dict[str, Any] = law.cached("search")
    if "index" not in known:
        known["index"] = Index(
            (read_part(law, law.deadlines()),), abbreviations_of(law)
        )
    index: Index = known["index"]
    return index


#: Ways in which a word can fit: (all of these words, how well).
_Ways = list[tuple[tuple[frozenset[str], ...], int]]


def _alternatives(index: Index, word: str, exact: frozenset[str]) -> _Ways:
    """Return the words of the law that fit a word that was asked for.

    One of the `exact` is what it is: West Virginia is no Virginia spelt otherwise.
    """
    ways: _Ways = [((frozenset({word}),), _SAME)]
    ways += [
        (tuple(frozenset({part}) for part in cited), _SAME)
        for cited in index.abbreviations.get(word, ())
    ]
    begun = index.forms(word)
    if begun:
        ways.append(((begun,), _BEGINS))
    if not begun and len(ways) == 1 and not index.has(word) and word not in exact:
        ways = [((frozenset(_spelt_alike(index, word)),), _NEARLY)]
    return ways


def _spelt_alike(index: Index, word: str, cutoff: float = 0.8) -> list[str]:
    if word[0].isdigit() or len(word) < SHORTEST_STEM:
        return []
    from difflib import get_close_matches

    plain = sorted(other for other in index.words() if not other[0].isdigit())
    return get_close_matches(word, plain, n=_SHOWN, cutoff=cutoff)


def _fits(part: Part, ways: _Ways) -> dict[int, tuple[int, int]]:
    """Return how well a word fits which entries, and in which place; less is better."""
    found: dict[int, tuple[int, int]] = {}
    for parts, how_well in ways:
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
                fit = how_well, (places & -places).bit_length() - 1
                found[number] = min(fit, found.get(number, fit))
    return found


def nothing_found(law: Book, text: str) -> NoDeadline:
    """Say why a search found nothing, and what comes nearest to it."""
    written = written_index(law)
    if written is not None:
        try:
            return _nearest(written, _wanted(law, text), _states(law))
        except OutOfDateError:  # as above
            forget_written(law)
    return _nearest(_index(law), _wanted(law, text), _states(law))


def _nearest(index: Index, wanted: list[str], exact: frozenset[str]) -> NoDeadline:
    unknown: list[tuple[str, tuple[str, ...]]] = []
    known: list[_Ways] = []
    for word in wanted:
        ways = _alternatives(index, word, exact)
        if any(_fits(part, ways) for part in index.parts):
            known.append(ways)
        else:
            unknown.append((word, _near(index, word)))
            whole = _WHOLE.match(word)
            if whole is not None:
                known.append(_of_the_same_rule(index, whole[0]))
    scored = []
    for part in index.parts:
        fits_of = [_fits(part, ways) for ways in known]
        for number in set().union(*fits_of):
            fits = [fits[number] for fits in fits_of if number in fits]
            if 2 * len(fits) >= len(known):
                how_well, where = map(sum, zip(*fits, strict=True))
                special = part.is_special(number)
                key = (-len(fits), how_well, where, special, part.order(number))
                scored.append((key, part, number))
    best = sorted(scored, key=_key)[:_SHOWN]
    nearest = _read([(part, number) for _, part, number in best])
    return NoDeadline(tuple(unknown), nearest)


def _of_the_same_rule(index: Index, number: str) -> _Ways:
    """Return the other paragraphs of a rule, and then the rule of that number."""
    begun = f"{number}("
    paragraphs = frozenset(
        word for word in index.forms(number) if word.startswith(begun)
    )
    rest = _alternatives(index, number, frozenset())
    return [((paragraphs,), _SAME), *((parts, fit + 1) for parts, fit in rest)]


def _near(index: Index, word: str) -> tuple[str, ...]:
    """Return the words nearest to one that is nowhere."""
    return tuple(_spelt_alike(index, word, 0.6)[:_FEW])


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
