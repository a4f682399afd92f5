"""Closed sets of the format: each word is one that something reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from legalcase.counting.rules.words import closed_sets as counted
from legalcase.errors import InvalidValueError
from legalcase.law.build import closed_sets as built
from legalcase.law.files.schema.tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterator


def closed() -> Iterator[tuple[tuple[str, str], frozenset[str]]]:
    """Every closed set of the schema: its table and key, and its words."""
    for table, keys in TABLES.items():
        for key, kind in keys.items():
            if "one:" in kind:
                words = kind.rpartition("one:")[2].split("|")
                yield (table, key.removesuffix("?")), frozenset(words)


def test_every_word_of_the_schema_is_read_and_no_other() -> None:
    """A new word that nobody reads is not taken for another in silence."""
    read = {
        key: frozenset(words)
        for key, words in {**counted.CLOSED_SETS, **built.CLOSED_SETS}.items()
    }
    assert read == dict(closed())
    assert not counted.CLOSED_SETS.keys() & built.CLOSED_SETS.keys()


@pytest.mark.parametrize("key", counted.CLOSED_SETS)
def test_two_words_of_a_rule_are_two_things(key: tuple[str, str]) -> None:
    """No two words of a set do the same."""
    words = counted.CLOSED_SETS[key]
    assert len(set(words.values())) == len(words)


@pytest.mark.parametrize("key", counted.CLOSED_SETS)
def test_another_word_is_refused(key: tuple[str, str]) -> None:
    """Naming those there are."""
    with pytest.raises(InvalidValueError, match=f"'eve' is no word of {'.'.join(key)}"):
        counted.meant(*key, "eve")
