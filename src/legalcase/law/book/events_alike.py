"""What a vocabulary says of one event and another: wider, before, in the same act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legalcase.law.book.vocabulary import SHARED, each_table
from legalcase.sealed import sealed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from legalcase.law.files.shelf import Shelf

__all__ = ["followed_by", "implied_by", "together_with", "triggers_of_hearing"]


def followed_by(law: Shelf, jurisdiction: str) -> dict[str, frozenset[str]]:
    """Return, by trigger word, the events that it cannot have come before.

    The shared vocabulary is read, and that of the jurisdiction.
    """
    return _said_of(law, "follows", jurisdiction)


def together_with(law: Shelf, jurisdiction: str) -> dict[str, frozenset[str]]:
    """Return, by trigger word, the events that commonly happen in the same act.

    The shared vocabulary is read, and that of the jurisdiction.
    """
    return _said_of(law, "together", jurisdiction)


def _said_of(law: Shelf, table: str, jurisdiction: str) -> dict[str, frozenset[str]]:
    known = law.cached(table)
    found: dict[str, frozenset[str]] | None = known.get(jurisdiction)
    if found is None:
        found = {}
        for folder in law.folders:
            for name in (SHARED, f"{jurisdiction}/vocabulary.toml"):
                file = folder.read(name)
                if file is not None:
                    for word, others in file.raw.get(table, {}).items():
                        found[word] = found.get(word, frozenset()) | frozenset(others)
        known[jurisdiction] = found
    return found


def implied_by(
    law: Shelf, jurisdiction: str | None = None
) -> Mapping[str, tuple[str, ...]]:
    """Return, by trigger word, the wider words that an event of it bears as well.

    The vocabularies say them, in the table `implies`; what those imply is in it too.
    In a jurisdiction, whose name is given, the shared one counts and its own.
    """
    known: dict[str, Mapping[str, tuple[str, ...]]] = law.cached("implies")
    found = known.get(jurisdiction or "")
    if found is None:
        said: dict[str, dict[str, None]] = {}
        for implied in each_table(law, "implies", jurisdiction):
            for word, wider in implied.items():
                said.setdefault(word, {}).update(dict.fromkeys(wider))
        found = sealed({word: _all_of(word, said) for word in said})
        known[jurisdiction or ""] = found
    return found


def _all_of(word: str, said: Mapping[str, Mapping[str, None]]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    waiting = [word]
    while waiting:
        for wider in said.get(waiting.pop(), ()):
            if wider != word and wider not in found:
                found[wider] = None
                waiting.append(wider)
    return tuple(found)


def triggers_of_hearing(law: Shelf, kind: str) -> tuple[str, ...]:
    """Return the words of the event that a hearing of a kind is: ``("hearing",)``.

    The vocabularies say them, in the table `hearing-triggers`, where they are others.
    """
    known: dict[str, tuple[str, ...]] = law.cached("hearing-triggers")
    if not known:
        for told in each_table(law, "hearing-triggers"):
            for word, triggers in told.items():
                known.setdefault(word, tuple(triggers))
    return known.get(kind, ("hearing",))
