"""Sides: which roles make a party, and which are adverse to each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from legalcase.law.book.vocabulary import vocabularies
from legalcase.law.book.words import check_word

if TYPE_CHECKING:
    from legalcase.law.book.book import Book

__all__ = ["acts_for_party", "adverse", "is_party", "listed"]

_SORT: Final = "participant"


def adverse(law: Book, role: str) -> tuple[str, ...]:
    """Return the roles that are adverse to a role by definition, sorted.

    Whoever is adverse to one is so the other way round. A role that can stand on
    either side is adverse to none: an empty tuple says that the roles do not decide.
    Raises `UnknownNameError` for what is no role.

    >>> from legalcase import Law
    >>> Law.bundled().adverse("plaintiff")
    ('defendant',)
    """
    known = law.cached("adverse")
    if not known:
        pairs: dict[str, set[str]] = {}
        for _, raw in vocabularies(law):
            for one, others in raw.get("adverse", {}).items():
                for other in others:
                    pairs.setdefault(one, set()).add(other)
                    pairs.setdefault(other, set()).add(one)
        for one, found in pairs.items():
            known[one] = tuple(sorted(found))
    found_for: tuple[str, ...] = known.get(check_word(law, _SORT, role)) or ()
    return found_for


def is_party(law: Book, role: str) -> bool | None:
    """Tell whether a role makes a party; ``None`` where that depends on the case.

    Raises `UnknownNameError` for what is no role.

    >>> from legalcase import Law
    >>> law = Law.bundled()
    >>> law.is_party("defendant"), law.is_party("amicus"), law.is_party("parent")
    (True, False, None)
    """
    word = check_word(law, _SORT, role)
    if listed(law, "roles", word):
        return True
    return False if listed(law, "others", word) else None


def acts_for_party(law: Book, role: str) -> bool:
    """Tell whether a role is that of one who acts for a party that cannot do so itself.

    A guardian ad litem, a next friend (Fed. R. Civ. P. 17(c)). Raises
    `UnknownNameError` for what is no role.
    """
    return listed(law, "representatives", check_word(law, _SORT, role))


def listed(law: Book, key: str, role: str) -> bool:
    """Tell whether a list of the tables ``[party]`` has a role."""
    known = law.cached("party")
    found: frozenset[str] | None = known.get(key)
    if found is None:
        found = frozenset(
            word
            for _, raw in vocabularies(law)
            for word in raw.get("party", {}).get(key, ())
        )
        known[key] = found
    return role in found
