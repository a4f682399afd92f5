"""The index that was written down has every word where the law has it."""

from __future__ import annotations

from typing import Final

import pytest

from legalcase.law.book.finding.indexing.index import ReadPart, read_part
from legalcase.law.book.finding.indexing.postings import (
    postings_read,
    postings_written,
)
from legalcase.law.book.finding.indexing.writing import index_of
from legalcase.law.book.finding.indexing.written import WrittenPart
from legalcase.law.lawbook import Law

LAW: Final = Law.bundled()


@pytest.fixture(scope="module")
def read() -> ReadPart:
    """The entries of the law, as they are read."""
    return read_part(LAW, LAW.deadlines())


@pytest.fixture(scope="module")
def part() -> WrittenPart:
    """The same, as they were written down."""
    return WrittenPart(LAW, LAW.folders[0], index_of(LAW))


def test_every_word_is_where_the_law_has_it(read: ReadPart, part: WrittenPart) -> None:
    """In no other entry, in no other place of it, and nothing else is a word."""
    words = dict(read.written())
    assert len(words) > 5000
    wrong = [word for word, held in words.items() if part.postings(word) != held]
    assert wrong == []
    assert [word for word in words if not part.has(word)] == []
    assert {*part.words()} == {*read.words()}
    assert {*part.words()} == {word for word in words if not word[0].isdigit()}


def test_what_no_entry_has_is_no_word(read: ReadPart, part: WrittenPart) -> None:
    """A word cut short, or a number that is a part of others."""
    cut = {word[:-1] for word, _ in read.written()} - {""}
    cut |= {word[1:] for word, _ in read.written()} - {""}
    none = sorted(word for word in cut if not read.has(word))[::5]
    assert len(none) > 500
    assert [word for word in none if part.has(word) or part.postings(word)] == []


def test_the_forms_of_a_word_are_the_same(read: ReadPart, part: WrittenPart) -> None:
    """Of some thousand words and of what they begin with."""
    words = [word for word, _ in read.written()][::9]
    words += [word[:3] for word in words[::3]]
    for word in words:
        assert {*part.forms(word)} == {*read.forms(word)}, word


def test_what_an_entry_is_is_the_same(read: ReadPart, part: WrittenPart) -> None:
    """Its ids, its pack, its kind, and how long its title is."""
    assert [*part.numbers()] == [*read.numbers()]
    for number in read.numbers():
        for what in ("names", "pack", "kind", "length", "jurisdiction", "order"):
            one, other = (getattr(each, what)(number) for each in (part, read))
            assert one == other, (what, number)


@pytest.mark.parametrize(
    "numbers",
    [
        [0],
        [5],
        [95, 190, 286, 383],  # steps about the last byte's bound
        [12_287, 24_575, 24_576],
        [2_000_000],
        [*range(3), *range(9, 13), *range(20, 44), *range(50, 75), *range(90, 200)],
    ],
)
def test_any_steps_are_read_as_they_were_written(numbers: list[int]) -> None:
    """Runs of every length, and steps of one byte and of more."""
    held = {number: (1, 95, 96, 255)[number % 4] for number in numbers}
    for each in (held, dict.fromkeys(numbers, 64)):
        written = postings_written(each)
        assert b"\n" not in written
        assert postings_read(written) == each
