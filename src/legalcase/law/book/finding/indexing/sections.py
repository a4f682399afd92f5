"""Sections: what an index of words has written down of a folder of law.

Nothing is read of it but what is asked for.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.law.book.finding.indexing.places import Abbreviations, Everyday

__all__ = ["FIRST", "SECTIONS", "Sections"]

#: Its parts, in order, each after a line that names it.
SECTIONS: Final = (
    *("files", "digests", "packs", "states", "kinds", "lengths", "entries"),
    *("short", "everyday", "numbers", "words"),
)
#: What character is no word: a length is so many more.
FIRST: Final = 48


class Sections:
    """What was written, section by section."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._starts: dict[str, tuple[int, int]] = {}
        end = content.index(f"\n[{SECTIONS[0]}]\n".encode())
        for section, following in pairwise((*SECTIONS, "end")):
            start = end + len(section) + 4
            end = content.index(f"\n[{following}]\n".encode(), start)
            self._starts[section] = (start, end)

    def section(self, name: str) -> bytes:
        """Return a part of what was written."""
        start, end = self._starts[name]
        return self._content[start:end]

    @cached_property
    def packs(self) -> list[str]:
        """The packs, in the order of the law."""
        return [line.partition("\t")[0] for line in self._lines("packs")]

    @cached_property
    def _ends(self) -> list[int]:
        """Of each pack the number of the entry that follows its last."""
        counts = (int(line.partition("\t")[2]) for line in self._lines("packs"))
        return list(accumulate(counts))

    @cached_property
    def entries(self) -> list[str]:
        """Of each its id in its pack, and its aliases."""
        return self._lines("entries")

    @cached_property
    def _kinds(self) -> str:
        return self.section("kinds").decode()

    @cached_property
    def _lengths(self) -> str:
        return self.section("lengths").decode()

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
        return self.packs[bisect_right(self._ends, number)]

    def line(self, section: str, key: str) -> bytes | None:
        """Return what a section says of a key."""
        start, end = self._starts[section]
        header = f"\n{key}\t".encode()
        # The line before the first ends just before it.
        place = self._content.find(header, start - 1, end)
        if place < 0:
            return None
        place += len(header)
        return self._content[place : self._content.index(b"\n", place)]

    def keys(self, section: str, beginning: str = "") -> Iterator[str]:
        """Yield what a section says something of, and begins so."""
        begin = b"\n" + beginning.encode()
        start, end = self._starts[section]
        end -= 1  # where the last line ends
        place = self._content.find(begin, start - 1, end)
        while place >= 0:
            tab = self._content.index(b"\t", place)
            yield self._content[place + 1 : tab].decode()
            place = self._content.find(begin, tab, end)

    def beginning_with(self, text: str) -> Iterator[int]:
        """Yield the entries whose id in its pack begins so."""
        begin = f"\n{text}".encode()
        start, end = self._starts["entries"]
        number, counted = 0, start
        place = self._content.find(begin, start - 1, end)
        while place >= 0:
            number += self._content.count(b"\n", counted, place + 1)
            yield number
            counted = place + 1
            place = self._content.find(begin, counted, end)
