"""Checks of a vocabulary: that a synonym names a word, and hides none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legalcase.law.book.vocabulary import folded, words_of
from legalcase.law.check.references import leads_somewhere
from legalcase.law.files.problem import Problem
from legalcase.law.files.sorts import SORTS

if TYPE_CHECKING:
    from legalcase.law.book.book import Book
    from legalcase.law.files.folder import LawFile

__all__ = ["check_vocabulary"]


def check_vocabulary(law: Book, file: LawFile) -> list[Problem]:
    """Return the synonyms that mean nothing, and the courts of rules that are none."""
    problems: list[Problem] = []
    for sort in SORTS:
        table = file.raw.get("synonyms", {}).get(sort, {})
        for spelt, word in table.items():
            path = f"$.synonyms.{sort}.{spelt}"
            wrong = _wrong(law, file, sort, spelt, word)
            problems += [Problem(file.name, path, what) for what in wrong]
    for rule in file.raw.get("known_courts", {}):
        path = f"$.known_courts.{rule}"
        problems += leads_somewhere(file, path, law.counting_rule, rule)
    return problems


def _wrong(law: Book, file: LawFile, sort: str, spelt: str, word: str) -> list[str]:
    known = words_of(law)[sort]
    own = file.raw.get(sort, {})
    found = []
    if word not in known:
        found.append(f"is {word!r}, which the vocabulary of {sort} lacks. Check it.")
    if spelt != folded(spelt):
        found.append(f"is never met as it is spelt. Write {folded(spelt)!r}.")
    # A jurisdiction may say what a shared word means in it, never what its own does.
    shared = "/" not in file.name
    if spelt in (known if shared else own):
        found.append("is a word itself, and stands for itself. Leave it out.")
    return found
