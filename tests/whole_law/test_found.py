"""Whatever is entered is found: by its id, as it is cited, by the words for it.

A search looks at all of the law, so that to search for all of it would grow with its
square: what is asked of every entry is thorough, and every time of some, from all over.
"""

from __future__ import annotations

import pickle
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

from every_one import for_each, spread
from law_folders import afresh
from legalcase.errors import UnknownNameError
from legalcase.interop.auditing.citing import Citations
from legalcase.law.book.events_alike import implied_by
from legalcase.law.book.finding.searching.search import search
from legalcase.law.book.vocabulary import synonyms_of
from legalcase.law.files import folder
from legalcase.law.files.reading.toml import tables_in
from legalcase.law.files.schema.sorts import OF_A_CASE
from legalcase.law.lawbook import Law

if TYPE_CHECKING:
    from legalcase.catalogue.deadline_rule import DeadlineRule

LAW = Law.bundled()
JURISDICTIONS = LAW.jurisdictions()


@cache
def citations() -> Citations:
    """What each citation of the law names."""
    return Citations(LAW)


@cache
def every() -> tuple[DeadlineRule, ...]:
    """All deadlines, in the order of the law."""
    return tuple(LAW.deadlines())


def deadlines(place: str) -> list[DeadlineRule]:
    """Those of a jurisdiction."""
    return [rule for rule in every() if rule.jurisdiction == place]


def found_by_its_own_words(rule: DeadlineRule) -> None:
    """By the id it stands first, whatever else begins with it."""
    assert rule in search(LAW, rule.title)
    assert rule in search(LAW, rule.cite.partition(";")[0])
    by_id = search(LAW, rule.id)
    assert rule in by_id
    assert by_id[0].id.casefold() == rule.id.casefold()


@for_each("rule", lambda: spread(every(), 50), ids=lambda rule: rule.id)
def test_a_deadline_is_found_by_its_own_id_citation_and_title(
    rule: DeadlineRule,
) -> None:
    """Of some, from all over the law."""
    found_by_its_own_words(rule)


@pytest.mark.thorough  # each search looks at all
@for_each("rule", deadlines, ids=lambda rule: rule.id, shelves=JURISDICTIONS)
def test_every_deadline_is_found_by_its_own_id_citation_and_title(
    rule: DeadlineRule,
) -> None:
    """Of all that are entered."""
    found_by_its_own_words(rule)


#: Rules that bear a letter and no number: no citation tells it from a word.
LETTERED = {"us-al/district/F"}


@for_each(
    "rule",
    deadlines,
    ids=lambda one: one.id,
    shelves=JURISDICTIONS,
)
def test_every_rule_is_known_by_its_id_and_its_citation(rule: DeadlineRule) -> None:
    """In small letters, without full stops and signs of sections too."""
    assert citations().of_id(rule.id) == rule.id
    if rule.id in LETTERED:
        assert not any(map(str.isdigit, rule.cite))
        return
    plain = rule.cite.casefold().replace("§", "").split(";")[0]
    assert rule.id in citations().named_by(rule.cite)
    assert rule.id in citations().named_by(plain)


def asked(key: str) -> list[str]:
    """Every word that some deadline has there."""
    found: dict[str, None] = {}
    for rule in every():
        found.update(dict.fromkeys(said_by(rule, key)))
    return sorted(found)


def said_by(rule: DeadlineRule, key: str) -> tuple[str, ...]:
    """The words that a deadline has there."""
    value: Any = rule.current.act if key == "act" else getattr(rule, key)
    return (value,) if isinstance(value, str) else value or ()


def found_in_text(key: str, word: str) -> None:
    """In a law of which nothing was read; what names a wider word is read, too."""
    if key == "triggers":
        words = {word, *implied_by(LAW).get(word, ())}
        found = afresh(LAW).find(trigger=word)
        assert set(found) <= {r for r in every() if words & set(r.triggers)}
        assert {r for r in every() if word in r.triggers} <= set(found)
        return
    options: dict[str, Any] = {key: word}
    expected = [rule.id for rule in every() if word in said_by(rule, key)]
    assert [rule.id for rule in afresh(LAW).find(**options)] == expected


KEYS = ("act", "owed_by", "met_by", "proceedings", "triggers")


def words_there(key: str) -> list[tuple[str, str]]:
    """Each word that can be asked of a key."""
    wider = implied_by(LAW) if key == "triggers" else ()
    return [(key, word) for word in sorted({*asked(key), *wider})]


@for_each(
    ("key", "word"), lambda key: spread(words_there(key), 8), ids=str, shelves=KEYS
)
def test_what_is_found_is_what_all_of_the_law_would_give(key: str, word: str) -> None:
    """By some words that stand there, from the first to the last."""
    found_in_text(key, word)


@pytest.fixture
def parsed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give each law that is read afresh its own tables, but parse a text only once.

    Most of what a reading takes is TOML's, and a text is always parsed alike.
    """
    kept: dict[tuple[str, bool], bytes] = {}

    def tables(name: str, text: str, *, is_part: bool) -> dict[str, Any]:
        if (text, is_part) not in kept:
            raw = tables_in(name, text, is_part=is_part)
            kept[text, is_part] = pickle.dumps(raw)
        found: dict[str, Any] = pickle.loads(kept[text, is_part])
        return found

    monkeypatch.setattr(folder, "tables_in", tables)


@pytest.mark.thorough  # each search reads the text of all
@pytest.mark.usefixtures("parsed_once")
@for_each(("key", "word"), words_there, ids=str, shelves=KEYS)
def test_what_is_found_by_any_word_is_what_all_of_the_law_would_give(
    key: str, word: str
) -> None:
    """By every word that stands there."""
    found_in_text(key, word)


Synonym = tuple[str, str, str, str]


@cache
def synonyms() -> tuple[Synonym, ...]:
    """Where it is one, of which sort, how it is spelt, the word that it means."""
    return tuple(
        (place, sort, spelt, word)
        for place, tables in synonyms_of(LAW).items()
        for sort, table in tables.items()
        for spelt, word in table.items()
    )


@cache
def meant() -> dict[tuple[str, str], set[str]]:
    """What a spelling of a sort means, wherever it means something."""
    found: dict[tuple[str, str], set[str]] = {}
    for _, sort, spelt, word in synonyms():
        found.setdefault((sort, spelt), set()).add(word)
    return found


@for_each(("place", "sort", "spelt", "word"), synonyms, ids=str)
def test_every_synonym_leads_to_its_word(
    place: str, sort: str, spelt: str, word: str
) -> None:
    """In its jurisdiction; but a word stands for itself, whatever it means there."""
    expected = spelt if spelt in LAW.words(sort) else word
    found = LAW.check_word(sort, spelt, jurisdiction=place or None) if place else None
    if place:
        assert found == expected
    elif meant()[sort, spelt] == {word}:
        assert LAW.check_word(sort, spelt) == expected
    else:
        with pytest.raises(UnknownNameError):
            LAW.check_word(sort, spelt)


def test_the_words_of_a_case_mean_one_thing_in_every_jurisdiction() -> None:
    """So that a case which stands in none can be given any of them."""
    for _, sort, spelt, word in synonyms():
        if sort in OF_A_CASE:
            assert LAW.check_word(sort, spelt) == word
