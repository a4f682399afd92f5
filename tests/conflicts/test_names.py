"""How many like names are found, and how many others are shown: the benchmark."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from house import ROOT
from legalcase.conflicts import THRESHOLD, matched
from legalcase.conflicts.names import folding, likeness, matching, romanized
from legalcase.conflicts.names.book import NameBook
from legalcase.conflicts.names.folding import folded_name

PAIRS = Path(__file__).with_name("names.toml")
PAGE = ROOT / "docs" / "reference" / "conflicts.md"

#: What has to be found of each category, in per cent, at least.
FLOORS = {
    "transliteration": 90,
    "diacritics": 100,
    "corporate": 95,
    "initials": 100,
    "nicknames": 100,
    "order": 100,
    "hyphenation": 95,
    "typos": 100,
    "ocr": 95,
    "titles": 100,
    "married": 100,
}
#: What may be shown of each, in per cent, at most. Names that differ in one letter are
#: shown on purpose: a typist makes them too.
CEILINGS = {
    "one-family": 0,
    "one-given-name": 0,
    "strangers": 0,
    "near-given-names": 65,
    "near-families": 65,
    "near-companies": 35,
    "initials-differ": 0,
    "short-names": 25,
    "shared-words": 5,
}


@cache
def pairs() -> dict[str, dict[str, list[tuple[str, str]]]]:
    """The pairs, by what they are and by category."""
    return tomllib.loads(PAIRS.read_text(encoding="utf-8"))


def shown(category: list[tuple[str, str]]) -> int:
    """How many pairs of a category are shown to a person."""
    return sum(matched(one, other) is not None for one, other in category)


def test_there_are_enough_pairs() -> None:
    """At least three hundred of each, none of them twice."""
    for sort, floors in (("same", FLOORS), ("different", CEILINGS)):
        every = [tuple(pair) for each in pairs()[sort].values() for pair in each]
        assert set(pairs()[sort]) == set(floors)
        assert len(every) >= 300
        assert len(set(every)) >= len(every) - 1


@pytest.mark.parametrize("category", FLOORS)
def test_like_names_are_found(category: str) -> None:
    """Of each category as many as its floor says."""
    every = pairs()["same"][category]
    assert 100 * shown(every) >= FLOORS[category] * len(every)


@pytest.mark.parametrize("category", CEILINGS)
def test_others_are_rarely_shown(category: str) -> None:
    """Of each category no more than its ceiling says."""
    every = pairs()["different"][category]
    assert 100 * shown(every) <= CEILINGS[category] * len(every)


def test_the_measures_as_a_whole() -> None:
    """Nearly all is found; most of what is shown is right."""
    hits = sum(map(shown, pairs()["same"].values()))
    false = sum(map(shown, pairs()["different"].values()))
    total = sum(map(len, pairs()["same"].values()))
    assert hits / total >= 0.98
    assert hits / (hits + false) >= 0.84


def test_the_page_says_what_is_measured() -> None:
    """The table of the docs is the measure of today."""
    text = PAGE.read_text(encoding="utf-8")
    for sort, column in (("same", "found"), ("different", "shown")):
        for category, every in pairs()[sort].items():
            row = f"| {category} | {len(every)} | {shown(every)} |"
            assert row in text, (column, row)


@pytest.mark.parametrize(
    ("one", "other", "method"),
    [
        ("Jane Roe", "Roe, Jane", "equal"),
        ("Nordwind GmbH", "Nordwind AG & Co. KG", "equal"),
        ("Acme Holdings Ltd", "Acme GmbH", "family"),
        ("J. Roe", "Jane Roe", "words"),
        ("Müller Anna", "Mueller Anna", "umlauts"),
        ("Чайковский", "Tschaikowski", "sounds"),
        ("Nadia Haclclad", "Nadia Haddad", "looks"),
        ("Laura Garcialopez", "Laura Garcia-Lopez", "joined"),
    ],
)
def test_the_method_is_told(one: str, other: str, method: str) -> None:
    """Whoever looks at a match sees by what it was found; both ways are the same."""
    found = matched(one, other)
    assert found is not None
    assert found.method == method
    back = matched(other, one)
    assert back is not None
    assert back.score == pytest.approx(found.score)


def test_an_initial_of_another_letter_is_nobody() -> None:
    """One letter is enough to tell them apart."""
    assert matched("D. Okafor", "Ngozi Okafor") is None


def test_no_threshold_finds_a_name_in_nothing() -> None:
    """A text without a word is like no name."""
    assert matched("...", "Jane Roe") is None
    assert matched("Jane Roe", "") is None


def test_the_book_finds_what_comparing_each_finds() -> None:
    """What is passed over before words are compared is next to nothing.

    No pair that is found is passed over, and of all others (nearly two hundred
    thousand: each name with each) a handful.
    """
    names = [pair[1] for each in pairs()["same"].values() for pair in each]
    names += [pair[1] for each in pairs()["different"].values() for pair in each]
    book = NameBook.of(names)
    passed = 0
    for each in pairs()["same"].values():
        for one, other in each:
            near = {names[place] for place, _ in book.like(one, threshold=THRESHOLD)}
            every = {name for name in names if matched(one, name) is not None}
            assert other not in every - near
            assert near <= every
            passed += len(every - near)
    assert passed <= 5


def test_without_the_extra_only_equal_names_are_found(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Capitals, accents, blanks and the order of words make no difference, no more."""
    monkeypatch.setattr(likeness, "CAN_COMPARE", False)
    monkeypatch.setattr(matching, "CAN_COMPARE", False)
    monkeypatch.setattr(romanized, "_rewrite", None)
    folding.folded_name.cache_clear()
    try:
        book = NameBook.of(("Núñez, José", "Jose Nunes", "Χοσέ Νούνιες"))
        found = [place for place, _ in book.like("jose NUNEZ", threshold=THRESHOLD)]
        assert found == [0]
        assert likeness.likeness("roe", "rowe") == 0.0
        assert likeness.not_unlike("roe", ("roe",)) == set()
        assert matched("Jane Roe", "Jane Rowe") is None
    finally:
        folding.folded_name.cache_clear()


def test_what_is_folded() -> None:
    """Titles, forms and particles go, unless nothing else is there."""
    said: Any = folded_name("Dr. Karl von Hohenfels, Jr.")
    assert said.words == ("karl", "hohenfels")
    assert not said.is_company
    assert folded_name("The Company").words == ("the",)
    assert folded_name("S.p.A.").is_company
    assert folded_name("Иванов").words == ("ivanov",)
