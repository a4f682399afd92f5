"""Whom a directory says to be one, though they were entered twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from legalcase.directory.directory import Directory

__all__ = ["with_same"]


def with_same(entries: Iterable[str], directory: Directory) -> tuple[str, ...]:
    """Return these, and whoever is the same as one of them, by way of others too.

    Links that have ended count no more: somebody found that they were wrong.
    """
    pairs = [
        (entry.entry_id, link.to)
        for entry in directory
        for link in entry.profile.links
        if link.relation == "same-as" and link.spell.until_on is None
    ]
    given = tuple(entries)
    found = set(given)
    while True:
        more = {each for pair in pairs if not found.isdisjoint(pair) for each in pair}
        if more <= found:
            return (*given, *sorted(found - set(given)))
        found |= more
