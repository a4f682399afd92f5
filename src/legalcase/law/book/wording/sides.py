"""Sides: which roles make a party, which are adverse, and what rules say of people."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import frozen

from legalcase.law.book.vocabulary import vocabularies
from legalcase.law.book.wording.words import check_word
from legalcase.plain_data import PlainData

if TYPE_CHECKING:
    from legalcase.law.book.book import Book

__all__ = [
    "PeopleRules",
    "acts_for_party",
    "adverse",
    "is_party",
    "listed",
    "people_rules",
]

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
    known: dict[str, tuple[str, ...]] = law.cached("adverse")
    if not known:
        pairs: dict[str, set[str]] = {}
        for _, raw in vocabularies(law):
            for one, others in raw.get("adverse", {}).items():
                for other in others:
                    pairs.setdefault(one, set()).add(other)
                    pairs.setdefault(other, set()).add(one)
        # All at once: another thread must not find the half of them.
        known.update({one: tuple(sorted(found)) for one, found in pairs.items()})
    if role in known:
        return known[role]
    return known.get(check_word(law, _SORT, role) or "") or ()


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


@frozen(kw_only=True)
class PeopleRules(PlainData):
    """What the rules of a court say of people: each the citation, or ``None``.

    ``None`` is not "no": it says that nothing was entered. `every_party`: papers are
    served on every party. `through_counsel`: on its lawyer, where it has one.
    `not_in_default`: on none that is in default for failing to appear.
    `minors_by_initials`: filings show a minor by initials. `representative`: somebody
    must act for a minor, or for whoever is incapacitated.
    """

    every_party: str | None = None
    through_counsel: str | None = None
    not_in_default: str | None = None
    minors_by_initials: str | None = None
    representative: str | None = None


def people_rules(law: Book, court: str | None) -> PeopleRules:
    """Return what the rules of a court say of people; nothing, without a court.

    They are found by the court's counting rules. Raises `UnknownNameError` for a court
    that is not entered.

    >>> from legalcase import Law
    >>> Law.bundled().people_rules("us/cand").through_counsel
    'Fed. R. Civ. P. 5(b)(1)'
    """
    if court is None:
        return PeopleRules()
    known = law.cached("people")
    if not known:
        for _, raw in vocabularies(law):
            for rule, table in raw.get("people", {}).items():
                cites = {key: said["cite"] for key, said in table.items()}
                known[rule] = PeopleRules(**cites)
        known.setdefault("", PeopleRules())
    for rule in law.court(court).counting:
        found: PeopleRules | None = known.get(rule)
        if found is not None:
            return found
    return PeopleRules()
