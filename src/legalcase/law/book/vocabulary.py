"""The vocabulary: triggers, acts, methods, kinds …, each with its meaning."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from legalcase.errors import InvalidTypeError, UnknownNameError
from legalcase.law.files.reading.groups import groups_of
from legalcase.law.files.schema.sorts import OF_A_CASE, SORTS
from legalcase.sealed import sealed
from legalcase.shown import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from legalcase.law.files.shelf import Shelf

__all__ = [
    "SHARED",
    "WordsOfAPlace",
    "but_for_case",
    "check_name",
    "check_word",
    "each_table",
    "folded",
    "meanings_of",
    "synonyms_of",
    "vocabularies",
    "word_meant",
    "words_of",
]

#: The words that all jurisdictions share.
SHARED: Final = "vocabulary.toml"
_BLANKS: Final = re.compile(r"[\s_]+")
#: What a sort is called in an error, where its own name would not do.
_KINDS: Final = {
    "method": "method of service",
    "paper": "class of paper",
    "participant": "role of a participant",
    "capacity": "capacity of counsel",
    "ground": "ground of confidentiality",
    "stay-ground": "ground of a stay",
    "hearing": "kind of hearing",
    "hearing-need": "need of a hearing",
    "document": "kind of document",
    "claim": "kind of claim",
    "severity": "severity of an offense",
}
#: Sorts of too many words to list: what is spelt nearly so is said instead.
_GUESSED: Final = frozenset({"trigger", "fact", *OF_A_CASE})
_HINTS: Final = {
    "trigger": "`legalcase rules ID` shows those of a deadline.",
    "fact": "`legalcase rules ID` shows those that a deadline asks.",
}
#: What is longer is no word misspelt, and would take long to compare.
_LONGEST: Final = 100
#: How many spellings are compared, and how nearly alike they are.
_FEW, _ALIKE = 5, 0.5
#: By jurisdiction (``""`` is what all share), sort and spelling: the word.
Synonyms = dict[str, dict[str, dict[str, str]]]


def meanings_of(
    law: Shelf, jurisdiction: str | None = None
) -> Mapping[str, Mapping[str, str]]:
    """Return the meaning of every word, by sort: the one that all share, if there is.

    Under the rules of a jurisdiction a word means what its own vocabulary says. Without
    one, a word that several jurisdictions have, each with a meaning of its own, means
    all of these: each stands with the jurisdiction's id.
    """
    # Whoever shows an entry, or searches, asks for the same again at the next.
    known: dict[str, Mapping[str, Mapping[str, str]]] = law.cached("meanings")
    kept = known.get(jurisdiction or "")
    if kept is not None:
        return kept
    by_place = _by_place(law)
    own = by_place.get(jurisdiction or "", {})
    found: dict[str, dict[str, str]] = {}
    for sort in SORTS:
        said: dict[str, dict[str, str]] = {}
        for place, sorts in by_place.items():
            for word, meaning in sorts[sort].items() if place else ():
                said.setdefault(word, {})[place] = meaning
        shared = by_place.get("", own).get(sort, {})
        others = {word: _one_of(meanings) for word, meanings in said.items()}
        found[sort] = {**others, **shared, **own.get(sort, {})}
    known[jurisdiction or ""] = found
    return found


def _by_place(law: Shelf) -> dict[str, dict[str, dict[str, str]]]:
    """Return the words of each jurisdiction, by sort; ``""`` has those all share.

    Of several folders the last says what a word means in a place.
    """
    known = law.cached("vocabulary")
    found: dict[str, dict[str, dict[str, str]]] | None = known.get("places")
    if found is None:
        found = {}
        for place, raw in vocabularies(law):
            into = found.setdefault(place, {sort: {} for sort in SORTS})
            for sort in SORTS:
                words = raw.get(sort, {})
                if isinstance(words, dict):
                    # What is no text has no meaning: a check of the folder says so.
                    into[sort].update(
                        (word, said)
                        for word, said in words.items()
                        if isinstance(said, str)
                    )
        known["places"] = found
    return found


def _one_of(meanings: Mapping[str, str]) -> str:
    """Return the meaning of a word that some jurisdictions have, and not all."""
    if len(set(meanings.values())) == 1:
        return next(iter(meanings.values()))
    return "; ".join(f"{place}: {said}" for place, said in sorted(meanings.items()))


class WordsOfAPlace(dict[str, frozenset[str]]):
    """The words that a jurisdiction's files can use, by sort: shared, and its own."""

    def __init__(self, law: Shelf, jurisdiction: str) -> None:
        by_place = _by_place(law)
        super().__init__(
            (sort, frozenset(_usable(by_place, sort, jurisdiction))) for sort in SORTS
        )
        self._law = law
        self._jurisdiction = jurisdiction

    # All of the law's words are looked at for these, which only a mistake asks for.

    @cached_property
    def elsewhere(self) -> dict[tuple[str, str], tuple[str, ...]]:
        """By sort and word, the other jurisdictions that define one."""
        places: dict[tuple[str, str], set[str]] = {}
        for place, sorts in _by_place(self._law).items():
            for sort, words in sorts.items():
                for word in words.keys() - self[sort]:
                    places.setdefault((sort, word), set()).add(place)
        return {key: tuple(sorted(found)) for key, found in places.items()}

    @cached_property
    def instead(self) -> dict[tuple[str, str], str]:
        """By sort and what is no word of the files, what to write."""
        return dict(_instead(self._law, self._jurisdiction))


def _instead(law: Shelf, jurisdiction: str) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield what files are to have for spellings that callers give, and for groups.

    Of a spelling that other places alone have, only where they all mean one word.
    """
    own: dict[tuple[str, str], str] = {}
    others: dict[tuple[str, str], set[str]] = {}
    for place, raw in vocabularies(law):
        for sort, spellings in raw.get("synonyms", {}).items():
            for spelling, word in spellings.items():
                if place in {"", jurisdiction}:
                    own[sort, spelling] = word
                others.setdefault((sort, spelling), set()).add(word)
        for group, methods in groups_of(raw).items():
            said = (
                "It is a group, which stands in tables of service and completion "
                f"alone. Name its methods: {', '.join(methods)}."
            )
            yield ("method", group), said
    agreed = {key: min(words) for key, words in others.items() if len(words) == 1}
    for key, word in {**agreed, **own}.items():
        yield key, f"It is a spelling of callers, for {word!r}. Write that word."


def _usable(
    by_place: Mapping[str, Mapping[str, Mapping[str, str]]], sort: str, place: str
) -> Iterator[str]:
    for each in dict.fromkeys(("", place)):
        yield from by_place.get(each, {}).get(sort, ())


def vocabularies(law: Shelf) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield (jurisdiction, tables) of each vocabulary; ``""`` is what all share."""
    for folder in law.folders:
        for place in ("", *folder.jurisdictions()):
            file = folder.read(f"{place}/{SHARED}" if place else SHARED)
            if file is not None:
                yield place, file.raw


def each_table(
    law: Shelf, table: str, jurisdiction: str | None = None
) -> Iterator[Mapping[str, Any]]:
    """Yield one table of each vocabulary, without reading the rest of it.

    Of the shared one and of a jurisdiction's, if it is named.
    """
    for folder in law.folders:
        own = folder.jurisdictions() if jurisdiction is None else (jurisdiction,)
        for place in ("", *own):
            name = f"{place}/{SHARED}" if place else SHARED
            yield folder.read_table(name, table)


def words_of(law: Shelf) -> Mapping[str, frozenset[str]]:
    """Return the words by sort."""
    known = law.cached("vocabulary")
    words: Mapping[str, frozenset[str]] | None = known.get("words")
    if words is None:
        words = sealed(
            {sort: frozenset(found) for sort, found in meanings_of(law).items()}
        )
        known["words"] = words
    return words


def check_word(
    law: Shelf, sort: str, word: str | None, jurisdiction: str | None = None
) -> str | None:
    """Return the word of that sort that was meant; refuse what is none.

    The error lists all words of the sort, or of a sort with very many those that are
    spelt nearly so. The vocabularies of the jurisdictions are read only if the shared
    one lacks the word.
    """
    if word is None:
        return None
    for folder in law.folders:
        file = folder.read(SHARED)
        if file is not None and word in file.raw.get(sort, ()):
            return word
    known = words_of(law)[sort]
    meant = word_meant(law, sort, word, known, jurisdiction)
    if meant is not None:
        return meant
    kind = _KINDS.get(sort, sort)
    if sort in _GUESSED:
        hint = _HINTS.get(sort, f"law.words({sort!r}) lists them.")
        near = _near(law, sort, word, known)
        raise UnknownNameError.of(kind, word, known, hint, found=near)
    raise UnknownNameError.among(kind, word, known)


def _near(law: Shelf, sort: str, asked: str, known: Iterable[str]) -> tuple[str, ...]:
    """Return the words that are spelt nearly so, or of which a synonym is."""
    spelt = folded(asked)
    if len(spelt) > _LONGEST:
        return ()
    from difflib import get_close_matches

    meant = {word: word for word in known}
    for table in synonyms_of(law).values():
        for other, word in table[sort].items():
            meant.setdefault(other, word)
    # Two letters swapped can look less alike than another word.
    near = [each for each in sorted(meant) if sorted(each) == sorted(spelt)]
    near += get_close_matches(spelt, sorted(meant), n=_FEW, cutoff=_ALIKE)
    # Several spellings of one word shall not push out the others.
    near += get_close_matches(spelt, sorted(known), n=_FEW, cutoff=_ALIKE)
    return tuple(dict.fromkeys(meant[each] for each in near))


def folded(text: str) -> str:
    """Return a word without what makes no difference: capitals, blanks, full stops."""
    return _BLANKS.sub("-", text.replace(".", "").strip()).casefold()


def synonyms_of(law: Shelf) -> Synonyms:
    """Return the synonyms of every vocabulary, by jurisdiction, sort and spelling."""
    found: Synonyms = law.cached("synonyms")
    if not found:
        tables: Synonyms = {"": {sort: {} for sort in SORTS}}
        for place, raw in vocabularies(law):
            own = tables.setdefault(place, {sort: {} for sort in SORTS})
            for sort, words in raw.get("synonyms", {}).items():
                own[sort].update(words)
        found.update(tables)
    return found


def word_meant(
    law: Shelf,
    sort: str,
    asked: str,
    listed: Iterable[str],
    jurisdiction: str | None = None,
) -> str | None:
    """Return the word of `listed` that was asked for, or by a synonym; or ``None``.

    A listed word stands for itself, whatever it may mean elsewhere. A jurisdiction's
    own synonyms come before those that all share; without a jurisdiction, a synonym
    that means one thing here and another there means nothing.
    """
    spelt = folded(asked)
    own = {folded(word): word for word in listed}
    if spelt in own:
        return own[spelt]
    tables = synonyms_of(law)
    if jurisdiction is None:
        places = [[table[sort]] for table in tables.values()]
        meant = {word for place in places for word in _found(place, spelt)}
        return meant.pop() if len(meant) == 1 and meant <= set(own.values()) else None
    near = [tables[place][sort] for place in (jurisdiction, "") if place in tables]
    return next((word for word in _found(near, spelt) if word in own.values()), None)


def _found(tables: Iterable[Mapping[str, str]], spelt: str) -> Iterator[str]:
    return (table[spelt] for table in tables if spelt in table)


def but_for_case(name: str, known: Iterable[str]) -> str | None:
    """Return the one name that is the same but for capitals and blanks around it."""
    if not name.isprintable():
        # A line's end in it is no slip of the hand.
        return None
    spelt = name.strip().casefold()
    same = {other for other in known if other.casefold() == spelt}
    return same.pop() if len(same) == 1 else None


def check_name(kind: str, name: object) -> None:
    """Refuse what is no text where a name is asked for."""
    if not isinstance(name, str):
        msg = (
            f"A {kind} is asked for by its name, not by {type(name).__name__} "
            f"{shown(name)}. Pass text."
        )
        raise InvalidTypeError(msg, field=kind, value=name)
