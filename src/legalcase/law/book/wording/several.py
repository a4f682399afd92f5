"""Facts of which several answers can be true: which those are, of each place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legalcase.law.book.finding.packs import deadlines_of, packs_of
from legalcase.law.book.vocabulary import each_table
from legalcase.sealed import sealed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from legalcase.law.book.book import Book

__all__ = ["answers_of_a_place", "several"]


def several(law: Book) -> Mapping[str, str]:
    """Return, by fact, the answer that says that it is none of those entered."""
    known: dict[str, Mapping[str, str]] = law.cached("several")
    found = known.get("all")
    if found is None:
        said: dict[str, str] = {}
        for table in each_table(law, "several"):
            said.update(table)
        found = known["all"] = sealed(said)
    return found


def answers_of_a_place(
    law: Book, fact: str, jurisdiction: str
) -> Mapping[str, tuple[str, ...]]:
    """Return, by answer, the deadlines of a jurisdiction that arise only with it."""
    known = law.cached("several-here")
    found: Mapping[str, tuple[str, ...]] | None = known.get((fact, jurisdiction))
    if found is None:
        said: dict[str, list[str]] = {}
        for pack in packs_of(law, jurisdiction):
            for rule in deadlines_of(law, pack):
                for word, answer in rule.only_if:
                    if word == fact:
                        said.setdefault(answer, []).append(rule.id)
        found = sealed({answer: tuple(ids) for answer, ids in sorted(said.items())})
        known[fact, jurisdiction] = found
    return found
