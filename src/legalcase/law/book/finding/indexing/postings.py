"""Postings: how an index has written which entries have a word, and where.

Of each set of places that some have it in, these and the steps from each entry to the
next: most are a byte, which compresses better than digits do, and is read faster. A
byte below 32 ends a group or a line, or says how many entries follow one another.
"""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Final

from legalcase.law.book.finding.indexing.terms import words_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = [
    "NAMED",
    "number_of",
    "postings_read",
    "postings_written",
    "words_written",
]

#: The last byte of a number is one of so many from the first; what it lacks is said
#: before it, by bytes from the other.
_FIRST, _LAST_ONES, _HIGHER = 32, 96, 128
#: So many entries that follow one another are a byte, which is as much more than this.
_FEWEST, _MOST, _RUN = 4, 24, 7
#: Where an entry has the number of its id, mostly: in this, and in its citation. So it
#: is not written down a second time.
NAMED: Final = 0b11


def postings_written(held: Mapping[int, int]) -> bytes:
    """Return the entries that have a word, by their places, each by its distance."""
    by_places: dict[int, list[int]] = {}
    for number, places in sorted(held.items()):
        by_places.setdefault(places, []).append(number)
    return b"\t".join(
        _written(places) + _steps(numbers)
        for places, numbers in sorted(by_places.items())
    )


def _steps(numbers: list[int]) -> bytes:
    steps = (b - a for a, b in pairwise([-1, *numbers]))
    found: list[bytes] = []
    for step, alike in groupby(steps):
        left = len(list(alike))
        while step == 1 and left >= _FEWEST:
            run = min(left, _MOST)
            found.append(bytes([_RUN + run]))
            left -= run
        found.append(_written(step) * left)
    return b"".join(found)


def _written(number: int) -> bytes:
    higher, last = divmod(number, _LAST_ONES)
    found = [_FIRST + last]
    while higher:
        higher, digit = divmod(higher, 256 - _HIGHER)
        found.insert(0, _HIGHER + digit)
    return bytes(found)


def postings_read(written: bytes) -> dict[int, int]:
    """Return the entries that have a word, each with a bit for every place."""
    held: dict[int, int] = {}
    for group in written.split(b"\t"):
        places, number, higher = 0, -1, 0
        for byte in group:
            if byte >= _HIGHER:
                higher = higher * (256 - _HIGHER) + byte - _HIGHER
            elif byte < _FIRST:
                for _ in range(byte - _RUN):
                    number += 1
                    held[number] = places
            else:
                step = higher * _LAST_ONES + byte - _FIRST
                higher = 0
                if places:
                    number += step
                    held[number] = places
                else:  # they come first, and none has no place
                    places = step
    return held


def number_of(ids: str) -> str:
    """Return the number with which the first id of an entry begins, or nothing.

    Nothing too where it is no word as it is spelt there, small.
    """
    if not ids[:1].isdigit():
        return ""
    first = words_in(ids.partition("\t")[0])[0]
    return first if ids.startswith(first) else ""


def words_written(
    words: Iterable[tuple[str, Mapping[int, int]]], ids: list[str]
) -> tuple[bytes, bytes]:
    """Return what is written of numbers and of words: what ids do not say, by line.

    The rarest come first: words that are about as frequent have like steps, which
    compress better together.
    """
    named = list(map(number_of, ids))
    rest: list[tuple[int, str, bytes]] = []
    for word, held in words:
        untold = {
            number: places
            for number, places in held.items()
            if places != NAMED or word != named[number]
        }
        if untold:
            line = f"{word}\t".encode() + postings_written(untold) + b"\n"
            rest.append((len(untold).bit_length(), word, line))
    rest.sort()
    numbers = b"".join(line for _, word, line in rest if word[0].isdigit())
    return numbers, b"".join(line for _, word, line in rest if not word[0].isdigit())
