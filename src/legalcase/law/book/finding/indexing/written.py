"""The written index: the words of the bundled law's entries, as a wheel has them.

To read the law takes most of the time of a first search, and it grows. So a wheel has
beside the law a file of all words, with the entries that have them, from which a search
takes what it asks for; what it finds is then read in the law. A checkout has none, and
nothing else is trusted than the one beside the law that comes with the package: it says
of which files it was made, by name and size, which is compared when it is loaded, and
by their digests, which are compared with each file in which something was found.
"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

from legalcase.kept import Kept
from legalcase.law.book.finding.entries import entries_of
from legalcase.law.book.finding.indexing.index import Index, OutOfDateError, read_part
from legalcase.law.book.finding.indexing.places import Kind, everyday_of, kind_written
from legalcase.law.book.finding.indexing.postings import (
    NAMED,
    number_of,
    postings_read,
)
from legalcase.law.book.finding.indexing.sections import FIRST, Sections
from legalcase.law.book.finding.indexing.states import keep_spoken
from legalcase.law.book.finding.indexing.terms import is_form_of, stem, words_in
from legalcase.law.book.finding.packs import deadlines_of, packs_of, place_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from legalcase.catalogue.deadline_rule import DeadlineRule
    from legalcase.law.book.book import Book
    from legalcase.law.files.folder import LawFolder

__all__ = [
    "WrittenPart",
    "digest_of",
    "forget_written",
    "written_index",
]

_VOCABULARY: Final = "vocabulary.toml"


def digest_of(content: bytes | None) -> str:
    """Return the digest of a file, as an index states it: enough to notice a change."""
    return sha256(content or b"").hexdigest()[:8]


class WrittenPart(Sections):
    """The entries of a folder of law, by an index of them that was written down."""

    def __init__(self, law: Book, folder: LawFolder, content: bytes) -> None:
        super().__init__(content)
        self._law = law
        self._folder = folder
        self._held: Kept[str, dict[int, int]] = Kept(256)
        self._numbers: Kept[str, dict[str, list[int]]] = Kept(64)
        self._checked: set[str] = set()
        #: The packs of which it says nothing, for another folder has some of them.
        self.without: frozenset[str] = frozenset()
        self.places: Mapping[str, int] | None = None

    def numbers(self) -> Iterable[int]:
        """Return the number of every entry."""
        every = range(len(self.entries))
        if not self.without:
            return every
        return (number for number in every if self.pack(number) not in self.without)

    def names(self, number: int) -> tuple[str, ...]:
        """Return the id of an entry, and its aliases."""
        own, *aliases = self.entries[number].split("\t")
        return f"{self.pack(number)}/{own}", *aliases

    def postings(self, word: str) -> Mapping[int, int]:
        """Return the entries that have a word, each with a bit for every place."""
        held = self._held.get(word)
        if held is None:
            is_number = word[0].isdigit()
            line = self.line("numbers" if is_number else "words", word)
            held = {} if line is None else postings_read(line)
            if is_number:
                for number in self._named(word).get(word, ()):
                    held.setdefault(number, NAMED)
            if self.without:
                held = {
                    n: p for n, p in held.items() if self.pack(n) not in self.without
                }
            self._held[word] = held
        return held

    def _named(self, beginning: str) -> Mapping[str, list[int]]:
        """Return the numbers that begin so with which ids begin, and whose these are.

        There may be others, of a search for what is shorter: it looks for all of these.
        """
        shorter = (beginning[: size + 1] for size in range(len(beginning)))
        known = next(filter(None, map(self._numbers.get, shorter)), None)
        if known is not None:
            return known
        found: dict[str, list[int]] = {}
        for number in self.beginning_with(beginning):
            named = number_of(self.entries[number])
            if named:
                found.setdefault(named, []).append(number)
        self._numbers[beginning] = found
        return found

    def has(self, word: str) -> bool:
        """Tell whether some entry has a word."""
        if self.without or word[0].isdigit():
            return bool(self.postings(word))
        return self.line("words", word) is not None

    def forms(self, word: str) -> Iterator[str]:
        """Yield the words that begin with a word, and its other forms."""
        # What has the same stem begins with it, but that "y" became "i" (see `stem`).
        for other in self._beginning(stem(word).removesuffix("i")):
            if is_form_of(word, other) and (not self.without or self.has(other)):
                yield other

    def _beginning(self, word: str) -> Iterator[str]:
        is_number = word[:1].isdigit()
        yield from self.keys("numbers" if is_number else "words", word)
        if is_number:
            yield from self._named(word)

    def words(self) -> Iterable[str]:
        """Return every word that is no number."""
        return (w for w in self.keys("words") if not self.without or self.has(w))

    def kind(self, number: int) -> Kind:
        """Return what puts an entry behind others that fit alike."""
        return kind_written(int(self._kinds[number]))

    def length(self, number: int) -> int:
        """Return how many words an entry's title has."""
        return ord(self._lengths[number]) - FIRST

    def order(self, number: int) -> tuple[int, int]:
        """Return where an entry stands in the order of the law."""
        return 0 if self.places is None else self.places[self.pack(number)], number

    def jurisdiction(self, number: int) -> str:
        """Return the jurisdiction of an entry."""
        return self.pack(number).partition("/")[0]

    def keep(self, numbers: Iterable[int]) -> None:
        """Keep the files of some entries, which are those that the index is of."""
        for pack in {self.pack(number) for number in numbers}:
            self._check(place_of(pack))

    def rules(self, numbers: Collection[int]) -> Mapping[int, DeadlineRule]:
        """Return what some entries say."""
        by_pack: dict[str, dict[str, int]] = {}
        for number in sorted(numbers):
            full = self.names(number)[0]
            by_pack.setdefault(self.pack(number), {})[full] = number
        found: dict[int, DeadlineRule] = {}
        for pack, ids in by_pack.items():
            self._check(place_of(pack))
            own = [full[len(pack) + 1 :] for full in ids]
            rules: Iterable[DeadlineRule] | None = None
            if pack not in self._law.cached("packs"):
                some = entries_of(self._law, self._folder, pack, own)
                rules = None if some is None else some.values()
            if rules is None:
                rules = deadlines_of(self._law, pack)
            found |= {ids[rule.id]: rule for rule in rules if rule.id in ids}
        if len(found) != len(numbers):
            raise OutOfDateError
        return found

    def _check(self, name: str) -> None:
        """Refuse a file that is another than that of which the index was made."""
        if name in self._checked:
            return
        if digest_of(self._folder.content(name)) != self.digests.get(name):
            raise OutOfDateError
        self._checked.add(name)


def forget_written(law: Book) -> None:
    """Trust the written index no more."""
    law.cached("search")["written"] = None


def written_index(law: Book) -> Index | None:
    """Return the index by which a law is searched, if a part of it was written down.

    ``None`` where there is none, as in a checkout, or it is of other files.
    """
    known: dict[str, Any] = law.cached("search")
    if "written" not in known:
        known["written"] = _written(law)
    found: Index | None = known["written"]
    return found


def _written(law: Book) -> Index | None:
    content = law.index_beside()
    if content is None:
        return None
    folder, *others = law.folders
    part = WrittenPart(law, folder, content)
    if not others:
        keep_spoken(law, part.states())
        return Index((part,), part.abbreviations(), part.everyday())
    return _with_others(law, part, others)


def _with_others(law: Book, part: WrittenPart, others: list[LawFolder]) -> Index | None:
    """Return an index of the written part, and of what other folders have."""
    if any(folder.holds(_VOCABULARY) for folder in others):
        return None  # what a trigger means can be another thing everywhere
    packs = [pack for j in law.jurisdictions() for pack in packs_of(law, j)]
    part.places = {pack: place for place, pack in enumerate(packs)}
    part.without = frozenset(
        pack
        for pack in part.packs
        if any(
            folder.holds(place_of(pack))
            or folder.holds(f"{pack.partition('/')[0]}/{_VOCABULARY}")
            for folder in others
        )
    )
    written = frozenset(part.packs) - part.without
    rules = (
        rule
        for pack in packs
        if pack not in written
        for rule in deadlines_of(law, pack)
    )
    abbreviations = {key: list(ways) for key, ways in part.abbreviations().items()}
    for table in (
        folder.read_table(f"{place}/{_VOCABULARY}", "abbreviations")
        for folder in others
        for place in folder.jurisdictions()
    ):
        for short, cited in table.items():
            abbreviations.setdefault(short.casefold(), []).append(
                tuple(words_in(cited))
            )
    parts = part, read_part(law, rules, part.places)
    return Index(parts, abbreviations, everyday_of(law))
