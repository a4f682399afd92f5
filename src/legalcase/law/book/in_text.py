"""Which entries can have some words: told from their text, before they are read.

A word that a search asks for fits one of an entry that begins alike. So an entry in
whose text no such beginning stands, nor in what goes with it (the head of its pack, the
meanings of its triggers), cannot fit, and stays text. Some that can do not fit: whoever
searches looks at each.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from legalcase.law.book.book import Book

__all__ = ["Beginning", "beginning_of", "entry_test"]

#: What letters begin with that are two small ones, or small as another is.
_ODD: Final = (
    *(b"\xc4\xb0", b"\xc5\x89", b"\xc5\xbf", b"\xc7\xb0"),
    *(b"\xe1\xba", b"\xe2\x84", b"\xef\xac"),
)
_SHARP: Final = "\u00df".encode()
_ASCII: Final = re.compile(r"[!-~]+")
_QUOTED: Final = re.compile(rb"""["']([a-z0-9-]+)["']""")
_KEYS: Final = re.compile(rb"""([a-z0-9-]+)["']?[ \t]*=""")
_PREFIX: Final = re.compile(rb'\ncite_prefix *= *"([^"\\]*)"')
_FEW: Final = 12
_TRIGGERS: Final = b"\n[trigger]\n"
#: Where the words of an entry are explained, or have synonyms.
_OTHERS: Final = (b"\n[synonyms.trigger]\n", b"\n[synonyms.nature]\n")


class Beginning(NamedTuple):
    """How a word can begin in a text: letters, those with points, or a number."""

    letters: tuple[bytes, ...]
    number: re.Pattern[bytes] | None = None

    def stands_in(self, text: bytes) -> bool:
        """Tell whether a text in small letters has it."""
        if self.letters and not any(each in text for each in self.letters):
            return False
        return self.number is None or self.number.search(text) is not None


def beginning_of(word: str, stem: str) -> Beginning:
    """Return how the words begin that fit one, or have its stem."""
    if word[0].isdigit():
        if not word.isascii():
            return Beginning(())
        # The numbers of a date, or of 8.108, are one word with those before them.
        # Those behind a letter are another word: 2A506 is found by 2a.
        end = "(?![0-9])" if word[-1].isdigit() else ""
        pattern = rf"(?<![0-9])(?<![0-9][.-]){re.escape(word)}{end}"
        return Beginning((word.encode(),), re.compile(pattern.encode()))
    begun = stem.removesuffix("i")  # party, parties
    plain = max(_ASCII.findall(begun), key=len, default="")
    if not plain:
        return Beginning(())
    letters: tuple[bytes, ...] = (plain.encode(),)
    if begun.isascii() and begun.isalpha():
        letters = (*letters, ("".join(f"{each}." for each in begun)).encode())
    return Beginning(letters)


def has_odd_letters(content: bytes) -> bool:
    """Tell whether small letters are to be found otherwise than by those of ASCII."""
    return any(odd in content for odd in _ODD)


def small(content: bytes) -> bytes:
    """Return a text in small letters, those of ASCII; and two for a sharp s."""
    return content.replace(_SHARP, b"ss").lower()


class _Asked(NamedTuple):
    """A word: one way at least, of each of which every beginning must be there."""

    ways: tuple[tuple[Beginning, ...], ...]
    #: By beginning, the triggers whose meaning has it.
    meant: dict[Beginning, frozenset[bytes]]

    def fits(self, head: bytes, table: bytes) -> bool:
        return any(
            all(
                each.stands_in(table)
                or each.stands_in(head)
                or _has_one(table, self.meant[each])
                for each in way
            )
            for way in self.ways
        )


def _has_one(table: bytes, triggers: frozenset[bytes]) -> bool:
    if len(triggers) <= _FEW:
        return any(each in table for each in triggers)
    return not triggers.isdisjoint(_QUOTED.findall(table))


def entry_test(
    law: Book, words: Collection[tuple[tuple[Beginning, ...], ...]]
) -> Callable[[str, bytes], Callable[[bytes], bool]] | None:
    """Return what tests the entries of a pack; ``None`` if words must be read whole.

    Of each of `words` one way at least fits, with all its beginnings. The test takes a
    pack's id and what its file holds, and returns that of a table.
    """
    every = {each for ways in words for way in ways for each in way}
    said = _meant(law, every)
    if said is None:
        return None
    asked = [_Asked(ways, said) for ways in words]

    def of_a_pack(pack: str, content: bytes) -> Callable[[bytes], bool]:
        prefix = _PREFIX.search(content.split(b"\n[[", 1)[0])
        # Whose last letter and the first of a citation make one word is read.
        is_plain = prefix is not None and (prefix[1] or b" ").endswith(b" ")
        if prefix is None or not is_plain or has_odd_letters(content):
            return _always
        head = small(pack.encode() + b" " + prefix[1])

        def can_fit(table: bytes) -> bool:
            text = small(table)
            return all(one.fits(head, text) for one in asked)

        return can_fit

    return of_a_pack


def _meant(
    law: Book, every: Collection[Beginning]
) -> dict[Beginning, frozenset[bytes]] | None:
    """Return the triggers in whose meaning a beginning stands, in any vocabulary.

    Or in a synonym of theirs.
    """
    found: dict[Beginning, set[bytes]] = {each: set() for each in every}
    for folder in law.folders:
        for place in ("", *folder.jurisdictions()):
            name = f"{place}/vocabulary.toml" if place else "vocabulary.toml"
            content = folder.plain_text(name)
            if content is None or has_odd_letters(content):
                return None
            text = small(content)
            counts = [text.count(head) for head in (_TRIGGERS, *_OTHERS)]
            if counts[0] == 1 and max(counts) == 1:
                heads = [head for head in (_TRIGGERS, *_OTHERS) if head in text]
                parts = [text.split(head)[1].split(b"\n[", 1)[0] for head in heads]
                text = b"\n".join(parts)
            for each, triggers in found.items():
                if each.stands_in(text):
                    lines = [line for line in text.split(b"\n") if each.stands_in(line)]
                    for line in lines:
                        triggers.update(_KEYS.findall(line))
                        triggers.update(_QUOTED.findall(line))
    return {each: frozenset(triggers) for each, triggers in found.items()}


def _always(table: bytes) -> bool:
    del table
    return True
