"""Index: which entries have a word, and in which of their places.

A search looks at one or two parts: entries that were read, and those of the law that
comes with the package, of which a wheel has the words written down (see `stored`).
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple, Protocol

from legalcase.law.book.finding.indexing.places import Meanings, entry_of
from legalcase.law.book.finding.indexing.terms import is_form_of, stem

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from legalcase.catalogue.deadline_rule import DeadlineRule
    from legalcase.law.book.book import Book
    from legalcase.law.book.finding.indexing.places import (
        Abbreviations,
        Entry,
        Everyday,
        Kind,
    )

__all__ = ["Index", "OutOfDateError", "Part", "ReadPart", "read_part"]


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
        """Return every word that is no number."""

    def numbers(self) -> Iterable[int]:
        """Return the number of every entry."""

    def names(self, number: int) -> tuple[str, ...]:
        """Return the id of an entry, and its aliases."""

    def kind(self, number: int) -> Kind:
        """Return what puts an entry behind others that fit alike."""

    def length(self, number: int) -> int:
        """Return how many words an entry's title has: the fewer, the plainer it is."""

    def order(self, number: int) -> tuple[int, int]:
        """Return where an entry stands in the order of the law."""

    def pack(self, number: int) -> str:
        """Return the pack of an entry."""

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
    everyday: Everyday

    def has(self, word: str) -> bool:
        """Tell whether some entry has a word."""
        return any(part.has(word) for part in self.parts)

    def forms(self, word: str) -> frozenset[str]:
        """Return the words that begin with a word, and its other forms."""
        return frozenset(other for part in self.parts for other in part.forms(word))

    def words(self) -> set[str]:
        """Return every word that is no number."""
        return {word for part in self.parts for word in part.words()}


class ReadPart:
    """Entries that were read."""

    __slots__ = ("_entries", "_holders", "_places", "_spelt", "_stems")

    def __init__(
        self, entries: Iterable[Entry], places: Mapping[str, int] | None = None
    ) -> None:
        self._entries = tuple(entries)
        holders: dict[str, dict[int, int]] = {}
        for number, entry in enumerate(self._entries):
            for place, words in enumerate(entry.places):
                for word in words:
                    held = holders.setdefault(word, {})
                    held[number] = held.get(number, 0) | 1 << place
        stems: dict[str, list[str]] = {}
        self._spelt = tuple(sorted(holders))
        for word in self._spelt:
            stems.setdefault(stem(word), []).append(word)
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
        """Return every word that is no number."""
        return (word for word in self._spelt if not word[0].isdigit())

    def numbers(self) -> Iterable[int]:
        """Return the number of every entry."""
        return range(len(self._entries))

    def names(self, number: int) -> tuple[str, ...]:
        """Return the id of an entry, and its aliases."""
        return self._entries[number].names

    def kind(self, number: int) -> Kind:
        """Return what puts an entry behind others that fit alike."""
        return self._entries[number].kind

    def length(self, number: int) -> int:
        """Return how many words an entry's title has."""
        return self._entries[number].length

    def order(self, number: int) -> tuple[int, int]:
        """Return where an entry stands in the order of the law."""
        if self._places is None:
            return 0, number
        return self._places[self._entries[number].pack], number

    def pack(self, number: int) -> str:
        """Return the pack of an entry."""
        return self._entries[number].pack

    def jurisdiction(self, number: int) -> str:
        """Return the jurisdiction of an entry."""
        return self._entries[number].jurisdiction

    def keep(self, numbers: Iterable[int]) -> None:
        """Do nothing: they were read."""

    def rules(self, numbers: Collection[int]) -> Mapping[int, DeadlineRule]:
        """Return what some entries say, of those that are deadlines."""
        rules = {number: self._entries[number].rule for number in numbers}
        return {number: rule for number, rule in rules.items() if rule is not None}

    def entries(self) -> tuple[Entry, ...]:
        """Return what is known of each entry, in order."""
        return self._entries

    def written(self) -> Iterator[tuple[str, Mapping[int, int]]]:
        """Yield each word with the entries that have it, in order."""
        for word in self._spelt:
            yield word, self._holders[word]


def read_part(
    law: Book,
    rules: Iterable[DeadlineRule],
    places: Mapping[str, int] | None = None,
) -> ReadPart:
    """Return a part of an index, of entries that were read.

    `places` says where each pack stands in the law; without it they are in its order.
    """
    meanings = Meanings(law)
    return ReadPart((entry_of(rule, meanings) for rule in rules), places)
