"""Places: where an entry has its words, and what people say for them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from legalcase.law.book.finding.indexing.states import states_of
from legalcase.law.book.finding.indexing.terms import SMALL, words_in
from legalcase.law.book.vocabulary import each_table, meanings_of
from legalcase.sealed import sealed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from legalcase.catalogue.clock_rule import ClockRule
    from legalcase.catalogue.deadline_rule import DeadlineRule
    from legalcase.law.book.book import Book

__all__ = [
    "PLACES",
    "STATE",
    "Abbreviations",
    "Entry",
    "Everyday",
    "Kind",
    "Meanings",
    "abbreviations_of",
    "entry_of",
    "entry_of_clock",
    "everyday_of",
    "kind_written",
]

#: What the short names of rules stand for, each way of them.
Abbreviations = dict[str, list[tuple[str, ...]]]
#: What people say, as words, and the words of the law for it, each way of them.
Everyday = dict[tuple[str, ...], list[tuple[str, ...]]]
#: What most who search have: who has another proceeding says a word of it.
_COMMON: Final = "civil"


class Kind(NamedTuple):
    """What puts an entry behind others that fit alike, the weightiest first.

    It is no longer in force; it arises in other than civil proceedings alone; no party
    owes it, but the court.
    """

    is_over: bool
    is_special: bool
    is_the_court_s: bool

    @property
    def weight(self) -> int:
        """It as one number, as an index has it written: `kind_written` reads it."""
        return self.is_over << 2 | self.is_special << 1 | self.is_the_court_s


@lru_cache(maxsize=8)
def kind_written(weight: int) -> Kind:
    """Return a kind by its weight."""
    return Kind(*(bool(weight >> bit & 1) for bit in (2, 1, 0)))


class Entry(NamedTuple):
    """What an index knows of an entry: its id and aliases, and its words by place.

    `rule` is the entry itself, of what was read to be handed out.
    """

    names: tuple[str, ...]
    places: tuple[frozenset[str], ...]
    kind: Kind
    length: int
    rule: DeadlineRule | None = None

    @property
    def pack(self) -> str:
        """The pack in which it stands."""
        return self.names[0].rpartition("/")[0]

    @property
    def jurisdiction(self) -> str:
        """The jurisdiction's id."""
        return self.names[0].partition("/")[0]


#: The places of an entry's words, each with what it weighs: less is better. What meets
#: a deadline is what people call it, so that it weighs as the title does; the name of
#: a chapter stands over much that it is not about.
_PLACES: Final = {
    "numbers": 0,
    "citation": 2,
    "title": 2,
    "met by": 2,
    "triggers": 3,
    "chapter": 4,
    "meanings": 5,
    "state": 6,
}
PLACES: Final = sealed(_PLACES)
#: Which of them is the last.
STATE: Final = len(PLACES) - 1


def entry_of(rule: DeadlineRule, meanings: Meanings) -> Entry:
    """Return what an index knows of a deadline.

    Its words are the numbers of its ids, its citation, its title, what meets it, its
    triggers, the chapter in which it stands, the proceedings in which it arises and its
    nature, what the events mean, and its state; a word has its synonyms' too.
    """
    numbers, told, chapters = _apart((rule.id, *rule.aliases))
    place, nature = rule.jurisdiction, rule.current.nature
    natures = () if nature is None else meanings.called(place, nature, "nature")
    texts = (
        numbers,
        (rule.cite,),
        (rule.title, *told),
        [each for word in rule.met_by for each in meanings.called(place, word)],
        [each for word in rule.triggers for each in meanings.called(place, word)],
        (*chapters, *rule.proceedings, *natures),
        _said_of(meanings, place, rule.triggers, rule.met_by),
        meanings.states.get(place, ()),
    )
    is_special = bool(rule.proceedings) and _COMMON not in rule.proceedings
    return Entry(
        (rule.id, *rule.aliases),
        _words(texts),
        Kind(rule.last is not None, is_special, rule.owed_by == "court"),
        meanings.length_of(rule.title, place),
        rule,
    )


def entry_of_clock(clock: ClockRule, name: str, meanings: Meanings) -> Entry:
    """Return what an index knows of a clock; `name` is that of the act it stands in."""
    numbers, told, chapters = _apart((clock.id,))
    place = clock.id.partition("/")[0]
    nature = clock.nature
    natures = () if nature is None else meanings.called(place, nature, "nature")
    starts = [start.event for start in clock.starts]
    texts = (
        numbers,
        (clock.authority.cite,),
        (clock.title, *told),
        [each for word in clock.ends for each in meanings.called(place, word)],
        [each for word in starts for each in meanings.called(place, word)],
        (*chapters, name, *natures),
        _said_of(meanings, place, starts, clock.ends),
        meanings.states.get(place, ()),
    )
    is_over = clock.authority.in_force_through is not None
    kind = Kind(is_over, is_special=False, is_the_court_s=False)
    return Entry(
        (clock.id,), _words(texts), kind, meanings.length_of(clock.title, place)
    )


def _said_of(
    meanings: Meanings, place: str, starts: Iterable[str], ends: Iterable[str]
) -> Iterator[str]:
    """Yield what events mean; of those that meet it, without rules and numbers.

    These are of the papers, and whoever cites them does not mean what the papers meet.
    """
    for word in starts:
        yield meanings.of(place, word)
    for word in ends:
        said = words_in(meanings.of(place, word).partition(" (")[0])
        yield " ".join(each for each in said if not any(map(str.isdigit, each)))


def _words(texts: Iterable[Iterable[str]]) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(words_in(" ".join(part))) for part in texts)


def _apart(ids: tuple[str, ...]) -> tuple[list[str], list[str], list[str]]:
    """Return what of ids are numbers, words that tell entries apart, and chapters.

    ``us-xx/civ/12(b)-answer`` names 12(b) of the civil rules; ``answer`` says no more
    than a title.
    """
    numbers: list[str] = []
    told: list[str] = []
    chapters: list[str] = []
    for each in ids:
        place, _, own = each.rpartition("/")
        chapters.append(place)
        for word in words_in(own):
            is_number = any(map(str.isdigit, word))
            (numbers if is_number else told).append(word)
    return numbers, told, chapters


class Meanings:
    """What the words of triggers mean: the tables of vocabularies that have them."""

    def __init__(self, law: Book) -> None:
        self.law = law
        self.tables: dict[str, Mapping[str, str]] = {}
        self.states = states_of(law)
        self.synonyms: dict[tuple[str, str], dict[str, list[str]]] = {}
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

    def called(
        self, jurisdiction: str, word: str, sort: str = "trigger"
    ) -> Iterator[str]:
        """Yield a word of a sort, and its synonyms there and everywhere."""
        yield word
        for place in (jurisdiction, ""):
            if (place, sort) not in self.synonyms:
                by_word = self.synonyms[place, sort] = {}
                for spelt, meant in self._table(place, f"synonyms.{sort}").items():
                    by_word.setdefault(meant, []).append(spelt)
            yield from self.synonyms[place, sort].get(word, ())

    def length_of(self, title: str, jurisdiction: str) -> int:
        """Return how many words a title has that say something, its state's apart."""
        small = SMALL.union(self.states.get(jurisdiction, ()))
        return len({*words_in(title)} - small)

    def _table(self, place: str, name: str = "trigger") -> Mapping[str, str]:
        file = f"{place}/vocabulary.toml" if place else "vocabulary.toml"
        found: dict[str, str] = {}
        for folder in self.law.folders:
            if folder.holds(file):
                table: dict[str, Any] = folder.read_table(file, name)
                found = table if place else {**found, **table}
        return found


def abbreviations_of(law: Book) -> Abbreviations:
    """Return what the short names of rules stand for, in every vocabulary."""
    found: Abbreviations = {}
    for table in each_table(law, "abbreviations"):
        for short, cited in table.items():
            found.setdefault(short.casefold(), []).append(tuple(words_in(cited)))
    return found


def everyday_of(law: Book) -> Everyday:
    """Return what people say and the words of the law for it, in every vocabulary."""
    found: Everyday = {}
    for table in each_table(law, "everyday"):
        for said, meant in table.items():
            ways = found.setdefault(everyday_words(said), [])
            ways += map(everyday_words, meant)
    return found


def everyday_words(text: str) -> tuple[str, ...]:
    """Return the words of a text that say something."""
    return tuple(word for word in words_in(text) if word not in SMALL)
