"""The written index: the words of the bundled law's entries, as a wheel has them.

To read the law takes most of the time of a first search, and it grows. So a wheel has
beside the law a file of all words, with the entries that have them, from which a search
takes what it asks for; what it finds is then read in the law. A checkout has none, and
nothing else is trusted than the one beside the law that comes with the package: it says
of which files it was made, by name and size, which is compared when it is loaded, and
by their digests, which are compared with each file in which something was found.
"""

from __future__ import annotations

from functools import cached_property
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

from legalcase.kept import Kept
from legalcase.law.book.finding.entries import entries_of
from legalcase.law.book.finding.indexing.index import Index, OutOfDateError, read_part
from legalcase.law.book.finding.indexing.places import Kind, everyday_of, kind_written
from legalcase.law.book.finding.indexing.states import keep_spoken
from legalcase.law.book.finding.indexing.terms import is_form_of, stem, words_in
from legalcase.law.book.finding.packs import deadlines_of, packs_of, place_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from legalcase.catalogue.deadline_rule import DeadlineRule
    from legalcase.law.book.book import Book
    from legalcase.law.book.finding.indexing.places import Abbreviations, Everyday
    from legalcase.law.files.folder import LawFolder

__all__ = [
    "SECTIONS",
    "WrittenPart",
    "digest_of",
    "forget_written",
    "written_index",
]

#: Its parts, in order, each after a line that names it.
SECTIONS: Final = (
    *("files", "digests", "packs", "states", "entries", "short", "everyday"),
    "words",
)
_VOCABULARY: Final = "vocabulary.toml"


def digest_of(content: bytes | None) -> str:
    """Return the digest of a file, as an index states it."""
    return sha256(content or b"").hexdigest()[:32]


class WrittenPart:
    """The entries of a folder of law, by an index of them that was written down."""

    def __init__(self, law: Book, folder: LawFolder, content: bytes) -> None:
        self._law = law
        self._folder = folder
        self._content = content
        self._starts: dict[str, tuple[int, int]] = {}
        end = 0
        for section in SECTIONS:
            start = content.index(f"\n[{section}]\n".encode(), end) + len(section) + 4
            end = content.index(b"\n[", start)
            self._starts[section] = (start, end)
        self._held: Kept[str, dict[int, int]] = Kept(256)
        self._checked: set[str] = set()
        #: The packs of which it says nothing, for another folder has some of them.
        self.without: frozenset[str] = frozenset()
        self.places: Mapping[str, int] | None = None

    def section(self, name: str) -> bytes:
        """Return a part of what was written."""
        start, end = self._starts[name]
        return self._content[start:end]

    @cached_property
    def packs(self) -> list[str]:
        """The packs, in the order of the law."""
        return self.section("packs").decode().split()

    @cached_property
    def entries(self) -> list[str]:
        """Of each its pack's number, its kind, its title's length, its ids."""
        return self.section("entries").decode().splitlines()

    @cached_property
    def digests(self) -> dict[str, str]:
        """The digest of each file, by its name."""
        names = (line.partition("\t")[0] for line in self._lines("files"))
        return dict(zip(names, self._lines("digests"), strict=True))

    def _lines(self, name: str) -> list[str]:
        return self.section(name).decode().splitlines()

    def states(self) -> dict[str, tuple[str, ...]]:
        """Return what people call each state."""
        lines = (line.split("\t") for line in self._lines("states"))
        return {place: tuple(names) for place, *names in lines}

    def abbreviations(self) -> Abbreviations:
        """Return what the short names of rules stand for."""
        found: Abbreviations = {}
        for line in self._lines("short"):
            short, *cited = line.split("\t")
            found.setdefault(short, []).append(tuple(cited))
        return found

    def everyday(self) -> Everyday:
        """Return what people say, and the words of the law for it."""
        found: Everyday = {}
        for line in self._lines("everyday"):
            said, meant = (tuple(part.split()) for part in line.split("\t"))
            found.setdefault(said, []).append(meant)
        return found

    def pack(self, number: int) -> str:
        """Return the pack of an entry."""
        return self.packs[int(self.entries[number].partition("\t")[0])]

    def numbers(self) -> Iterable[int]:
        """Return the number of every entry."""
        every = range(len(self.entries))
        if not self.without:
            return every
        return (number for number in every if self.pack(number) not in self.without)

    def names(self, number: int) -> tuple[str, ...]:
        """Return the id of an entry, and its aliases."""
        _, _, _, own, *aliases = self.entries[number].split("\t")
        return f"{self.pack(number)}/{own}", *aliases

    def postings(self, word: str) -> Mapping[int, int]:
        """Return the entries that have a word, each with a bit for every place."""
        held = self._held.get(word)
        if held is None:
            held = {}
            line = self._line("words", word)
            if line is not None:
                for group in line.decode().split("\t"):
                    places, *steps = map(int, group.split(" "))
                    number = -1
                    for step in steps:
                        number += step
                        held[number] = places
            if self.without:
                held = {
                    n: p for n, p in held.items() if self.pack(n) not in self.without
                }
            self._held[word] = held
        return held

    def _line(self, section: str, key: str) -> bytes | None:
        """Return what a section says of a key."""
        start, end = self._starts[section]
        header = f"\n{key}\t".encode()
        # The line before the first ends just before it.
        place = self._content.find(header, start - 1, end)
        if place < 0:
            return None
        place += len(header)
        return self._content[place : self._content.index(b"\n", place)]

    def has(self, word: str) -> bool:
        """Tell whether some entry has a word."""
        if self.without:
            return bool(self.postings(word))
        return self._line("words", word) is not None

    def forms(self, word: str) -> Iterator[str]:
        """Yield the words that begin with a word, and its other forms."""
        # What has the same stem begins with it, but that "y" became "i" (see `stem`).
        for other in self._beginning(stem(word).removesuffix("i")):
            if is_form_of(word, other) and (not self.without or self.has(other)):
                yield other

    def _beginning(self, word: str) -> Iterator[str]:
        begin = b"\n" + word.encode()
        start, end = self._starts["words"]
        place = self._content.find(begin, start - 1, end)
        while 0 <= place < end - 1 and self._content.startswith(begin, place):
            tab = self._content.index(b"\t", place)
            yield self._content[place + 1 : tab].decode()
            place = self._content.find(b"\n", tab, end)

    def words(self) -> Iterable[str]:
        """Return every word."""
        found = (line.partition("\t")[0] for line in self._lines("words"))
        return (word for word in found if not self.without or self.has(word))

    def kind(self, number: int) -> Kind:
        """Return what puts an entry behind others that fit alike."""
        return kind_written(self.entries[number].split("\t", 2)[1])

    def length(self, number: int) -> int:
        """Return how many words an entry's title has."""
        return int(self.entries[number].split("\t", 3)[2])

    def order(self, number: int) -> tuple[int, int]:
        """Return where an entry stands in the order of the law."""
        return 0 if self.places is None else self.places[self.pack(number)], number

    def jurisdiction(self, number: int) -> str:
        """Return the jurisdiction of an entry."""
        return self.pack(number).partition("/")[0]

    def keep(self, numbers: Iterable[int]) -> None:
        """Keep the files of some entries, which are those that the index is of."""
        for pack in {self.entries[number].partition("\t")[0] for number in numbers}:
            self._check(place_of(self.packs[int(pack)]))

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
