"""By which path somebody is found, and how it is said: the shortest, and plainly."""

from __future__ import annotations

from conflict_cases import DAY, entry, link
from legalcase.conflicts import MatchEvidence, matched
from legalcase.conflicts.relating import links_by_entry, related
from legalcase.directory import Directory


def test_whoever_is_there_twice_is_there_by_the_shorter_path() -> None:
    """Also where the longer one was looked at before."""
    people = Directory.of(
        entry("person:1", "A", link("spouse-of", "person:2")),
        entry("person:2", "B", link("spouse-of", "person:3")),
        entry("person:3", "C", link("spouse-of", "person:1")),
    )
    found = related(links_by_entry(people), "person:1", depth=3, as_of=DAY)
    assert {who: len(path) for who, path in found.items()} == {
        "person:1": 0,
        "person:2": 1,
        "person:3": 1,
    }


def test_companies_that_differ_by_a_word_of_families_are_one() -> None:
    """Less than the same, and with the score that the docs give."""
    for one, other in (
        ("Acme Holdings Inc.", "Acme Inc."),
        ("Acme Holdings Inc.", "Acme Group Inc."),
    ):
        found = matched(one, other)
        assert found is not None
        assert (found.method, found.score) == ("family", 92.0)


def test_what_is_certain_is_said_without_a_name() -> None:
    """By an id, or by the sort of an identifier."""
    assert str(MatchEvidence(method="id", asked="A", found="B")) == "by id"
    assert str(MatchEvidence(method="identifier", asked="tax")) == "by tax"
    said = str(MatchEvidence(method="words", score=90.0, asked="A", found="B"))
    assert said == "'A' ~ 'B' (words, 90)"
