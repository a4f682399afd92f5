"""Search: deadlines by words of id, citation, title and triggers, in any order."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from itertools import takewhile
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from legalcase.dates import Period
from legalcase.errors import InvalidPeriodError
from legalcase.law.book.in_text import beginning_of, entry_test
from legalcase.law.book.vocabulary import each_table, meanings_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from legalcase.catalogue.deadline_rule import DeadlineRule
    from legalcase.law.book.book import Book

__all__ = ["NoDeadline", "nothing_found", "period_named", "search"]

_INITIALS: Final = re.compile(r"\b(?:[^\W\d_]\.){2,}")
_WORD: Final = re.compile(
    r"\d+[a-z]{0,2}(?:[.-]\d+[a-z]{0,2})*(?:\(\w+\))*|[^\W\d_]+(?:'s\b)?"
)
#: Words that stand in every sentence; they are passed over unless all do.
_SMALL: Final = frozenset(
    {
        *("a", "an", "and", "at", "by", "for", "from", "in", "is", "of", "on", "or"),
        *("rule", "rules", "section", "the", "to", "under", "with"),
    }
)
_ENDINGS: Final = ("ings", "ing", "ures", "ure", "ed", "es", "s", "e")
_SHORTEST_STEM: Final = 4
_SHORTEST_BEGINNING: Final = 3
#: What most who search have: who has another proceeding says a word of it.
_COMMON: Final = "civil"
_UNITS: Final = re.compile(r"\b(?:day|week|month|year|hour|min)", re.IGNORECASE)
_SHOWN: Final = 5
_FEW: Final = 3
#: The number of a rule, without its brackets.
_WHOLE: Final = re.compile(r"\d+[a-z]*")
#: How well a word fits: as it is, as a beginning or another form, nearly spelt.
_SAME, _BEGINS, _NEARLY = range(3)


class _Entry(NamedTuple):
    """A deadline with its words, by where they stand, the weightiest place first."""

    rule: DeadlineRule
    places: tuple[frozenset[str], ...]


class _Index(NamedTuple):
    """Every entry, every word, and what the abbreviations of rules stand for.

    `holders` says by their numbers which entries have a word; `spelt` are the words in
    order, `stems` those of each stem: a search looks only at what can be found.
    """

    entries: tuple[_Entry, ...]
    words: frozenset[str]
    abbreviations: dict[str, list[tuple[str, ...]]]
    holders: dict[str, set[int]]
    spelt: tuple[str, ...]
    stems: dict[str, list[str]]


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


def words_in(text: str) -> list[str]:
    """Return the words of a text, small: numbers with their brackets are one word.

    Full stops fall away (``Fed.R.Civ.P.``), and those between initials join them
    (``U.S.C.``).
    """
    joined = _INITIALS.sub(lambda found: found[0].replace(".", "") + " ", text)
    return _WORD.findall(joined.casefold().replace("_", " "))


def search(law: Book, text: str) -> tuple[DeadlineRule, ...]:
    """Return the deadlines that have all words of a text, the best first.

    A word stands in id, citation, title, triggers, or what the vocabulary says of
    these; it fits as it is, as a beginning or in another form of it, and only if none
    of the law does so, spelt nearly alike. First come those whose words fit best, then
    those that have them in the weightier places, then what arises in a civil action
    before what arises in other proceedings alone, each in the order of the law.
    """
    if len(text) > _LONGEST:
        return ()
    wanted = _wanted(text)
    if not wanted:
        return ()
    few = _index_of_some(law, wanted)
    if few is not None:
        found = _ranked(few, wanted)
        if found:
            return _named_first(found, text)
    return _named_first(_ranked(_index(law), wanted), text)


def _named_first(
    found: tuple[DeadlineRule, ...], text: str
) -> tuple[DeadlineRule, ...]:
    """Put the deadline whose id was given first: another may have borne one like it."""
    name = text.strip().casefold()
    return tuple(sorted(found, key=lambda rule: rule.id.casefold() != name))


def _ranked(index: _Index, wanted: list[str]) -> tuple[DeadlineRule, ...]:
    ranked = []
    ways_of = [_alternatives(index, word) for word in wanted]
    for number in sorted(_holding_all(index, ways_of)):
        entry = index.entries[number]
        found = []
        for ways in ways_of:
            fit = _best(entry, ways)
            if fit is None:
                break
            found.append(fit)
        else:
            fits = sum(fit[0] for fit in found), sum(fit[1] for fit in found)
            ranked.append((*fits, _is_uncommon(entry.rule), entry.rule))
    # Sorting is stable: what is equal stays in the order of the law.
    return tuple(rule for *_, rule in sorted(ranked, key=lambda one: one[:3]))


def _is_uncommon(rule: DeadlineRule) -> bool:
    """Tell whether a deadline arises in other proceedings than civil actions alone."""
    return bool(rule.proceedings) and _COMMON not in rule.proceedings


def _holding_all(index: _Index, ways_of: list[_Ways]) -> set[int]:
    """Return the entries that have some way of every word, wherever it stands."""
    having = [
        {
            number
            for parts, _ in ways
            for number in set.intersection(*(_held(index, part) for part in parts))
        }
        for ways in ways_of
    ]
    return set.intersection(*having)


def _held(index: _Index, part: frozenset[str]) -> set[int]:
    return {number for word in part for number in index.holders.get(word, ())}


def _index_of_some(law: Book, wanted: list[str]) -> _Index | None:
    """Return an index of the entries that can have all of some words.

    ``None`` where all are to be looked at: for a word that may be misspelt, where the
    text does not tell, and for whoever searches often, whom an index of all serves.
    """
    known: dict[str, Any] = law.cached("search")
    asked = known["asked"] = known.get("asked", 0) + 1
    if "index" in known or asked > _OFTEN:
        return None
    abbreviations = _abbreviations(law)
    words = [
        (
            (beginning_of(word, _stem(word)),),
            *(
                tuple(beginning_of(part, _stem(part)) for part in cited)
                for cited in abbreviations.get(word, ())
            ),
        )
        for word in wanted
    ]
    test = entry_test(law, words)
    if test is None:
        return None
    entries = tuple(_entries(law, law.deadlines_with(test)))
    index = _index_from(entries, abbreviations)
    for word in wanted:
        if not (
            word in index.words
            or word in abbreviations
            or any(_is_form_of(word, other) for other in index.words)
        ):
            return None
    return index


def _wanted(text: str) -> list[str]:
    words = words_in(text)
    return [word for word in words if word not in _SMALL] or words


def _index(law: Book) -> _Index:
    known: dict[str, Any] = law.cached("search")
    if "index" not in known:
        entries = tuple(_entries(law, law.deadlines()))
        known["index"] = _index_from(entries, _abbreviations(law))
    index: _Index = known["index"]
    return index


def _entries(law: Book, rules: Iterable[DeadlineRule]) -> Iterator[_Entry]:
    meanings = _Meanings(law)
    for rule in rules:
        named, told = _apart((rule.id, *rule.aliases))
        texts = (
            named,
            (rule.cite,),
            (rule.title, *told),
            rule.triggers,
            [meanings.of(rule.jurisdiction, word) for word in rule.triggers],
        )
        yield _Entry(rule, tuple(frozenset(words_in(" ".join(part))) for part in texts))


def _apart(ids: tuple[str, ...]) -> tuple[list[str], list[str]]:
    """Return what ids name of the law, and words in them that tell entries apart.

    ``us-xx/civ/12(b)-answer`` names Rule 12(b); ``answer`` says no more than a title.
    """
    named, told = [], []
    for each in ids:
        place, _, own = each.rpartition("/")
        words = words_in(own)
        named += [place, *(word for word in words if any(map(str.isdigit, word)))]
        told += [word for word in words if not any(map(str.isdigit, word))]
    return named, told


class _Meanings:
    """What the words of triggers mean: the tables of vocabularies that have them."""

    def __init__(self, law: Book) -> None:
        self.law = law
        self.tables: dict[str, Mapping[str, str]] = {}

    def of(self, jurisdiction: str, word: str) -> str:
        """Return what a word means in a jurisdiction, or else anywhere."""
        for place in (jurisdiction, ""):
            if place not in self.tables:
                self.tables[place] = self._table(place)
            said = self.tables[place].get(word)
            if said:
                return said
        return meanings_of(self.law)["trigger"].get(word, "")

    def _table(self, place: str) -> Mapping[str, str]:
        name = f"{place}/vocabulary.toml" if place else "vocabulary.toml"
        found: dict[str, str] = {}
        for folder in self.law.folders:
            if folder.holds(name):
                table = folder.read_table(name, "trigger")
                found = table if place else {**found, **table}
        return found


def _index_from(
    entries: tuple[_Entry, ...], abbreviations: dict[str, list[tuple[str, ...]]]
) -> _Index:
    holders: dict[str, set[int]] = {}
    for number, entry in enumerate(entries):
        for word in frozenset().union(*entry.places):
            holders.setdefault(word, set()).add(number)
    spelt = tuple(sorted(holders))
    stems: dict[str, list[str]] = {}
    for word in spelt:
        stems.setdefault(_stem(word), []).append(word)
    return _Index(entries, frozenset(holders), abbreviations, holders, spelt, stems)


def _abbreviations(law: Book) -> dict[str, list[tuple[str, ...]]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for table in each_table(law, "abbreviations"):
        for short, cited in table.items():
            found.setdefault(short.casefold(), []).append(tuple(words_in(cited)))
    return found


#: Ways in which a word can fit: (all of these words, how well).
_Ways = list[tuple[tuple[frozenset[str], ...], int]]


def _alternatives(index: _Index, word: str) -> _Ways:
    """Return the words of the law that fit a word that was asked for."""
    ways: _Ways = [((frozenset({word}),), _SAME)]
    ways += [
        (tuple(frozenset({part}) for part in cited), _SAME)
        for cited in index.abbreviations.get(word, ())
    ]
    begun = frozenset(_forms(index, word))
    if begun:
        ways.append(((begun,), _BEGINS))
    if word not in index.words and not begun and len(ways) == 1:
        ways = [((frozenset(_spelt_alike(index, word)),), _NEARLY)]
    return ways


def _forms(index: _Index, word: str) -> Iterator[str]:
    """Yield the words that begin with a word, and its other forms."""
    first = bisect_left(index.spelt, word)
    begin = takewhile(lambda other: other.startswith(word), index.spelt[first:])
    for other in (*begin, *index.stems.get(_stem(word), ())):
        if _is_form_of(word, other):
            yield other


def _is_form_of(word: str, other: str) -> bool:
    """Tell whether another word begins with this one, or is a form of it."""
    if word[0].isdigit():
        rest = other[len(word) :]
        return other.startswith(word) and rest != "" and not rest[0].isdigit()
    if other[0].isdigit() or word == other:
        return False
    begins = len(word) >= _SHORTEST_BEGINNING and other.startswith(word)
    return begins or _stem(word) == _stem(other)


@lru_cache(maxsize=4096)
def _stem(word: str) -> str:
    if word.endswith(("ies", "y")):
        return word.removesuffix("ies").removesuffix("y") + "i"
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word.removesuffix(ending)
    return word


def _spelt_alike(index: _Index, word: str, cutoff: float = 0.8) -> list[str]:
    if word[0].isdigit() or len(word) < _SHORTEST_STEM:
        return []
    from difflib import get_close_matches

    plain = sorted(other for other in index.words if not other[0].isdigit())
    return get_close_matches(word, plain, n=_SHOWN, cutoff=cutoff)


def _best(entry: _Entry, ways: _Ways) -> tuple[int, int] | None:
    """Return how well a word fits an entry, and in which place; lower is better."""
    fits = []
    for parts, how_well in ways:
        for number, place in enumerate(entry.places):
            if all(part & place for part in parts):
                fits.append((how_well, number))
                break
    return min(fits, default=None)


def nothing_found(law: Book, text: str) -> NoDeadline:
    """Say why a search found nothing, and what comes nearest to it."""
    index = _index(law)
    unknown: list[tuple[str, tuple[str, ...]]] = []
    known: list[_Ways] = []
    for word in _wanted(text):
        ways = _alternatives(index, word)
        if any(_best(entry, ways) is not None for entry in index.entries):
            known.append(ways)
        else:
            unknown.append((word, _near(index, word)))
            whole = _WHOLE.match(word)
            if whole is not None:
                known.append(_of_the_same_rule(index, whole[0]))
    scored = []
    for entry in index.entries:
        fits = [fit for ways in known if (fit := _best(entry, ways)) is not None]
        if fits and 2 * len(fits) >= len(known):
            how_well, where = map(sum, zip(*fits, strict=True))
            score = (-len(fits), how_well, where, _is_uncommon(entry.rule))
            scored.append((score, entry.rule))
    best = sorted(scored, key=lambda one: one[0])[:_SHOWN]
    return NoDeadline(tuple(unknown), tuple(rule for _, rule in best))


def _of_the_same_rule(index: _Index, number: str) -> _Ways:
    """Return the other paragraphs of a rule, and then the rule of that number."""
    first = bisect_left(index.spelt, f"{number}(")
    paragraphs = takewhile(
        lambda other: other.startswith(f"{number}("), index.spelt[first:]
    )
    return [
        ((frozenset(paragraphs),), _SAME),
        *((parts, fit + 1) for parts, fit in _alternatives(index, number)),
    ]


def _near(index: _Index, word: str) -> tuple[str, ...]:
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
    ids = [rule.id for rule in search(law, text)]
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
