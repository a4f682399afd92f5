"""Index: which entries have a word, and in which of their places.

A search looks at one or two parts: entries that were read, and those of the law that
comes with the package, of which a wheel has the words written down (see `stored`).
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import takewhile
from typing import TYPE_CHECKING, Any, Final, NamedTuple, Protocol

from legalcase.law.book.finding.states import states_of
from legalcase.law.book.finding.terms import is_form_of, stem, words_in
from legalcase.law.book.vocabulary import each_table, meanings_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from legalcase.catalogue.deadline_rule import DeadlineRule
    from legalcase.law.book.book import Book

__all__ = [
    "Abbreviations",
    "Index",
    "OutOfDateError",
    "Part",
    "ReadPart",
    "abbreviations_of",
    "is_special",
    "places_of",
    "read_part",
]

#: What most who search have: who has another proceeding says a word of it.
_COMMON: Final = "civil"
#: What the short names of rules stand for, each way of them.
Abbreviations = dict[str, list[tuple[str, ...]]]


class OutOfDateError(Exception):
    """A file is another than that of which an index was made: it says nothing."""


class Part(Protocol):
    """Some of the law's entries, by number, and their words."""

    def postings(self, word: str) -> Mapping[int, int]:
        """Return the entries that have a word, each with a bit for every place."""

    def has(self, word: str) -> bool:
        """Tell whether some entry has a word."""

    def forms(self, word: str) -> Iterator[str]:
        """Yield the words that begin with a word, and its other forms."""

    def words(self) -> Iterable[str]:
        """Return every word."""

    def numbers(self) -> Iterable[int]:
        """Return the number of every entry."""

    def names(self, number: int) -> tuple[str, ...]:
        """Return the id of an entry, and its aliases."""

    def is_special(self, number: int) -> bool:
        """Tell whether an entry arises in other than civil proceedings alone."""

    def order(self, number: int) -> tuple[int, int]:
        """Return where an entry stands in the order of the law."""

    def jurisdiction(self, number: int) -> str:
        """Return the jurisdiction of an entry."""

    def keep(self, numbers: Iterable[int]) -> None:
        """Keep the text of some entries, so that they can be read later as it is now.

        Raises `OutOfDateError`.
        """

    def rules(self, numbers: Collection[int]) -> Mapping[int, DeadlineRule]:
        """Return what some entries say."""


class Index(NamedTuple):
    """The parts that together hold every entry, and what abbreviations stand for."""

    parts: tuple[Part, ...]
    abbreviations: Abbreviations

    def has(self, word: str) -> bool:
        """Tell whether some entry has a word."""
        return any(part.has(word) for part in self.parts)

    def forms(self, word: str) -> frozenset[str]:
        """Return the words that begin with a word, and its other forms."""
        return frozenset(other for part in self.parts for other in part.forms(word))

    def words(self) -> set[str]:
        """Return every word."""
        return {word for part in self.parts for word in part.words()}


class ReadPart:
    """Entries that were read."""

    __slots__ = ("_holders", "_places", "_rules", "_spelt", "_stems")

    def __init__(
        self,
        entries: Iterable[tuple[DeadlineRule, tuple[frozenset[str], ...]]],
        places: Mapping[str, int] | None = None,
    ) -> None:
        rules: list[DeadlineRule] = []
        holders: dict[str, dict[int, int]] = {}
        for number, (rule, where) in enumerate(entries):
            rules.append(rule)
            for place, words in enumerate(where):
                for word in words:
                    held = holders.setdefault(word, {})
                    held[number] = held.get(number, 0) | 1 << place
        stems: dict[str, list[str]] = {}
        self._spelt = tuple(sorted(holders))
        for word in self._spelt:
            stems.setdefault(stem(word), []).append(word)
        self._rules = tuple(rules)
        self._holders = holders
        self._stems = stems
        self._places = places

    def postings(self, word: str) -> Mapping[int, int]:
        """Return the entries that have a word, each with a bit for every place."""
        return self._holders.get(word, {})

    def has(self, word: str) -> bool:
        """Tell whether some entry has a word."""
        return word in self._holders

    def forms(self, word: str) -> Iterator[str]:
        """Yield the words that begin with a word, and its other forms."""
        first = bisect_left(self._spelt, word)
        begin = takewhile(lambda other: other.startswith(word), self._spelt[first:])
        for other in (*begin, *self._stems.get(stem(word), ())):
            if is_form_of(word, other):
                yield other

    def words(self) -> Iterable[str]:
        """Return every word."""
        return self._spelt

    def numbers(self) -> Iterable[int]:
        """Return the number of every entry."""
        return range(len(self._rules))

    def names(self, number: int) -> tuple[str, ...]:
        """Return the id of an entry, and its aliases."""
        rule = self._rules[number]
        return rule.id, *rule.aliases

    def is_special(self, number: int) -> bool:
        """Tell whether an entry arises in other than civil proceedings alone."""
        return is_special(self._rules[number])

    def order(self, number: int) -> tuple[int, int]:
        """Return where an entry stands in the order of the law."""
        if self._places is None:
            return 0, number
        return self._places[self._rules[number].id.rpartition("/")[0]], number

    def jurisdiction(self, number: int) -> str:
        """Return the jurisdiction of an entry."""
        return self._rules[number].jurisdiction

    def keep(self, numbers: Iterable[int]) -> None:
        """Do nothing: they were read."""

    def rules(self, numbers: Collection[int]) -> Mapping[int, DeadlineRule]:
        """Return what some entries say."""
        return {number: self._rules[number] for number in numbers}

    def written(self) -> Iterator[tuple[str, Mapping[int, int]]]:
        """Yield each word with the entries that have it, in order."""
        for word in self._spelt:
            yield word, self._holders[word]


def is_special(rule: DeadlineRule) -> bool:
    """Tell whether a deadline arises in other than civil proceedings alone."""
    return bool(rule.proceedings) and _COMMON not in rule.proceedings


def read_part(
    law: Book,
    rules: Iterable[DeadlineRule],
    places: Mapping[str, int] | None = None,
) -> ReadPart:
    """Return a part of an index, of entries that were read.

    `places` says where each pack stands in the law; without it they are in its order.
    """
    meanings = Meanings(law)
    return ReadPart(((rule, places_of(rule, meanings)) for rule in rules), places)


def places_of(rule: DeadlineRule, meanings: Meanings) -> tuple[frozenset[str], ...]:
    """Return the words of a deadline by where they stand, the weightiest place first.

    Its id, its citation, its title, its triggers, what these mean, and its state.
    """
    named, told = _apart((rule.id, *rule.aliases))
    texts = (
        named,
        (rule.cite,),
        (rule.title, *told),
        rule.triggers,
        [meanings.of(rule.jurisdiction, word) for word in rule.triggers],
        meanings.states.get(rule.jurisdiction, ()),
    )
    return tuple(frozenset(words_in(" ".join(part))) for part in texts)


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


class Meanings:
    """What the words of triggers mean: the tables of vocabularies that have them."""

    def __init__(self, law: Book) -> None:
        self.law = law
        self.tables: dict[str, Mapping[str, str]] = {}
        self.states = states_of(law)
        #: The words that neither a jurisdiction has that uses them, nor all share.
        self.foreign: set[str] = set()

    def of(self, jurisdiction: str, word: str) -> str:
        """Return what a word means in a jurisdiction, or else anywhere."""
        for place in (jurisdiction, ""):
            if place not in self.tables:
                self.tables[place] = self._table(place)
            said = self.tables[place].get(word)
            if said:
                return said
        self.foreign.add(word)
        return meanings_of(self.law)["trigger"].get(word, "")

    def _table(self, place: str) -> Mapping[str, str]:
        name = f"{place}/vocabulary.toml" if place else "vocabulary.toml"
        found: dict[str, str] = {}
        for folder in self.law.folders:
            if folder.holds(name):
                table: dict[str, Any] = folder.read_table(name, "trigger")
                found = table if place else {**found, **table}
        return found


def abbreviations_of(law: Book) -> Abbreviations:
    """Return what the short names of rules stand for, in every vocabulary."""
    found: Abbreviations = {}
    for table in each_table(law, "abbreviations"):
        for short, cited in table.items():
            found.setdefault(short.casefold(), []).append(tuple(words_in(cited)))
    return found
