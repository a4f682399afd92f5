"""Relations: how people and organizations hang together, each with its inverse."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["NOUNS", "RELATIONS", "Relation"]

#: What an entry can be: the prefix of its stream.
NOUNS: Final = ("person", "organization", "agency")

_PERSON: Final = ("person",)
_BODY: Final = ("organization", "agency")


class Relation(NamedTuple):
    """A relation: what it is called from the other side, and between whom it can be."""

    inverse: str
    of: tuple[str, ...]
    to: tuple[str, ...]


_HALF: Final[Mapping[str, Relation]] = {
    "child-of": Relation("parent-of", _PERSON, _PERSON),
    "counsel-at": Relation("has-counsel", _PERSON, _BODY),
    "employed-by": Relation("employer-of", _PERSON, NOUNS),
    "guardian-of": Relation("ward-of", NOUNS, _PERSON),
    "member-of": Relation("has-member", NOUNS, _BODY),
    "officer-of": Relation("has-officer", _PERSON, _BODY),
    "parent-company-of": Relation("subsidiary-of", _BODY, _BODY),
    "same-as": Relation("same-as", NOUNS, NOUNS),
    "spouse-of": Relation("spouse-of", _PERSON, _PERSON),
    "succeeded-by": Relation("successor-of", NOUNS, NOUNS),
}

#: The relations that there are, in both directions: a closed set. ``same-as`` says that
#: somebody was entered twice.
RELATIONS: Final[Mapping[str, Relation]] = MappingProxyType(
    {
        **_HALF,
        **{one.inverse: Relation(name, one.to, one.of) for name, one in _HALF.items()},
    }
)
