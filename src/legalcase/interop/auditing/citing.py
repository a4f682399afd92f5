"""Citing: what a citation names, however it is written, of the rules of the law."""

from __future__ import annotations

import re
from difflib import get_close_matches
from itertools import islice, product
from typing import TYPE_CHECKING, Final, NamedTuple

from legalcase.interop.auditing.words import plain_text
from legalcase.law.book.finding.indexing.terms import words_in
from legalcase.law.book.finding.searching.nearest import nothing_found
from legalcase.law.book.finding.searching.search import search
from legalcase.law.book.vocabulary import vocabularies

if TYPE_CHECKING:
    from collections.abc import Iterable

    from legalcase.law.lawbook import Law

__all__ = ["Citations"]

#: What stands in citations and says nothing of which book it is.
_SMALL: Final = frozenset(
    (
        *("a", "and", "article", "art", "by", "formerly", "of", "or", "per", "r"),
        *("rr", "rule", "rules", "s", "sec", "sect", "section", "sections", "ss"),
        *("subd", "subdivision", "the", "to", "under"),
    )
)
#: One letter or another word that stands for the word of a citation.
_FOR: Final = {"p": "proc", "fr": "fed", "local": "lr"}
_NUMBER: Final = re.compile(
    r"(?<!\w)(\d+[A-Za-z]{0,2}(?:[.-]\d+[A-Za-z]{0,2})*)((?:\([0-9A-Za-z]+\))*)"
    r"|((?:\([0-9A-Za-z]+\))+)"
)
_BRACKETED: Final = re.compile(r"\(([0-9A-Za-z]+)\)")
#: Paragraphs as they are cited in German, and sentences, which no rule is known by.
_PARAGRAPH: Final = re.compile(r"\s*\bAbs(?:atz|\.)?\s*(\d+)", re.IGNORECASE)
_SENTENCE: Final = re.compile(r"(?<=[\d)])\s*\bS(?:atz|\.)\s*\d+", re.IGNORECASE)
#: What follows says since when it is so, or is another book.
_AFTER: Final = re.compile(r"\bas (?:amended|substituted)\b.*|;.*", re.DOTALL)
_TITLE: Final = re.compile(r"\s*(\d+)\s+(?=[A-Za-z].*\d)")
_ID: Final = re.compile(r"[a-z-]+/", re.IGNORECASE)
_LEAST: Final = 3
_SHOWN: Final = 3
_MOST: Final = 16
#: Nobody writes a longer one.
_LONGEST: Final = 200


class _Cited(NamedTuple):
    """Words of the book, before the number or else after it, and its provisions."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    pinpoints: tuple[str, ...]


class Citations:
    """Every rule of the law, by what its citation names."""

    def __init__(self, law: Law) -> None:
        self._law = law
        self._short: dict[str, list[tuple[str, ...]]] = {}
        for _, raw in vocabularies(law):
            for short, cited in raw.get("abbreviations", {}).items():
                self._short.setdefault(short.casefold(), []).append(_book(cited))
        self._ids: dict[str, str] = {}
        self._rules: dict[str, _Cited] = {}
        # Many rules are of one book, whose words are compared once.
        self._of_book: dict[tuple[str, ...], list[str]] = {}
        for rule in law.deadlines():
            its = self._rules[rule.id] = _read(rule.cite)
            self._of_book.setdefault(its.before or its.after, []).append(rule.id)
            for name in (rule.id, *rule.aliases):
                self._ids[plain_text(name)] = rule.id
        self._words = {
            *self._short,
            *(word for one in self._rules.values() for word in one.before or one.after),
        }

    def of_id(self, text: str) -> str | None:
        """Return the id of the rule of which a text is the id or an alias."""
        return self._ids.get(plain_text(text))

    def named_by(self, text: str) -> frozenset[str]:
        """Return the ids of all rules that a text cites, or that are below it.

        Letters small or large, full stops and signs of sections make no difference. Of
        several provisions all have to be there; where no rule has all, one is enough.
        """
        wanted = _read(text)
        if not wanted.pinpoints or len(text) > _LONGEST:
            return frozenset()
        words = wanted.before or tuple(w for w in wanted.after if self._is_word(w))
        books = self._books(words)
        of_book = {
            rule: self._rules[rule].pinpoints
            for said, rules in self._of_book.items()
            if any(_is_of(book, said) for book in books)
            for rule in rules
        }
        for enough in (all, any):
            found = frozenset(
                rule
                for rule, own in of_book.items()
                if enough(_is_under(own, one) for one in wanted.pinpoints)
            )
            if found:
                return found
        return frozenset()

    def near(self, text: str) -> tuple[str, ...]:
        """Return the ids of rules that may have been meant, a few."""
        if _ID.match(text):
            names = get_close_matches(plain_text(text), self._ids, n=_SHOWN)
            return tuple(dict.fromkeys(self._ids[name] for name in names))
        text = text[:_LONGEST]
        found = search(self._law, text) or nothing_found(self._law, text).nearest
        return tuple(one.id for one in found[:_SHOWN])

    def _books(self, words: Iterable[str]) -> list[tuple[str, ...]]:
        """Return what words can stand for: themselves, and what they abbreviate."""
        ways = [[(word,), *self._short.get(word, ())] for word in words]
        return [
            tuple(word for part in parts for word in part)
            for parts in islice(product(*ways), _MOST)
        ]

    def _is_word(self, word: str) -> bool:
        return any(_is_like(word, own) for own in self._words)


def _book(text: str) -> tuple[str, ...]:
    words = [_FOR.get(word, word) for word in words_in(text)]
    return tuple(w for w in words if w not in _SMALL and not w[0].isdigit())


def _read(text: str) -> _Cited:
    """Read a citation: the words of its book, and every provision in full."""
    text = _SENTENCE.sub("", _PARAGRAPH.sub(r"(\1)", _AFTER.sub("", text)))
    text = re.sub(r"(?<=[\w)])\s+\(", "(", text)
    title = _TITLE.match(text)
    before: tuple[str, ...] = ()
    if title is not None:
        # The number of a title stands before its book: 28 U.S.C.
        before, text = (title[1],), text[title.end() :]
    first = re.search(r"\d", text)
    start = len(text) if first is None else first.start()
    before += _book(text[:start])
    found: list[tuple[str, list[str]]] = []
    for one in _NUMBER.finditer(text, start):
        if one[1] is not None:
            found.append((one[1], _BRACKETED.findall(one[2])))
        elif found:
            number, levels = found[-1]
            found.append((number, _continued(levels, _BRACKETED.findall(one[3]))))
    last = max((one.end() for one in _NUMBER.finditer(text, start)), default=start)
    pinpoints = ("".join((n, *(f"({each})" for each in of))) for n, of in found)
    return _Cited(
        before=before,
        after=_book(text[last:]),
        pinpoints=tuple(dict.fromkeys(one.casefold() for one in pinpoints)),
    )


def _continued(levels: list[str], more: list[str]) -> list[str]:
    """Return the levels of a provision that goes on: 8.108(a), (b)(1)."""
    for place in reversed(range(len(levels))):
        if _sort(levels[place]) == _sort(more[0]):
            return [*levels[:place], *more]
    return [*levels, *more]


def _sort(level: str) -> str:
    """Tell by which signs a level counts."""
    if level.isdigit():
        return "digit"
    if level.isupper():
        return "upper"
    return "roman" if set(level) <= set("ivx") else "lower"


def _is_of(book: tuple[str, ...], own: tuple[str, ...]) -> bool:
    return all(any(_is_like(word, other) for other in own) for word in book)


def _is_like(word: str, other: str) -> bool:
    """Tell whether one of two words is the other, or shortens it."""
    if word == other:
        return True
    short, long = sorted((word, other), key=len)
    return len(short) >= _LEAST and long.startswith(short)


def _is_under(own: tuple[str, ...], wanted: str) -> bool:
    return any(one == wanted or one.startswith(f"{wanted}(") for one in own)
