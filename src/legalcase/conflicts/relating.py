"""related: whom the directory relates to somebody, and by which path."""

from __future__ import annotations

from datetime import date
from heapq import heappop, heappush
from typing import TYPE_CHECKING, Final

from attrs import evolve, frozen

from legalcase.directory.relations import RELATIONS
from legalcase.plain_data import PlainData

if TYPE_CHECKING:
    from collections.abc import Mapping

    from legalcase.directory.directory import Directory
    from legalcase.directory.state import Relationship

__all__ = ["FAMILY", "IDENTITY", "RelationStep", "links_by_entry", "related"]

#: What says that two entries are one person, or that the one took the place of the
#: other: whoever is behind it is looked at as the same.
IDENTITY: Final = frozenset({"same-as", "succeeded-by", "successor-of"})
#: Kin and care, and no office: who serves there does not, because of them.
FAMILY: Final = frozenset(
    {"child-of", "guardian-of", "parent-of", "spouse-of", "ward-of"}
)


@frozen
class RelationStep(PlainData):
    """A step of a path: by which relation to whom; `ended_on` if it holds no more."""

    relation: str
    to: str
    ended_on: date | None = None

    def __str__(self) -> str:
        """Return it with an arrow."""
        ended = "" if self.ended_on is None else f" until {self.ended_on}"
        return f"\u2013{self.relation}{ended}\u2192 {self.to}"


def links_by_entry(directory: Directory) -> dict[str, tuple[Relationship, ...]]:
    """Return the relations of each entry, told from its own side, read once."""
    found: dict[str, list[Relationship]] = {}
    for entry in directory:
        for link in entry.profile.links:
            found.setdefault(entry.entry_id, []).append(link)
            turned = evolve(
                link, relation=RELATIONS[link.relation].inverse, to=entry.entry_id
            )
            found.setdefault(link.to, []).append(turned)
    return {entry: tuple(links) for entry, links in found.items()}


def related(
    links: Mapping[str, tuple[Relationship, ...]], who: str, *, depth: int, as_of: date
) -> dict[str, tuple[RelationStep, ...]]:
    """Return everybody within so many steps, each by the shortest path; itself by none.

    A relation that is over counts too, and says so: a former employer matters. One
    that begins after the day does not. ``same-as`` costs no step.
    """
    found: dict[str, tuple[RelationStep, ...]] = {}
    waiting: list[tuple[int, int, str, tuple[RelationStep, ...]]] = [(0, 0, who, ())]
    number = 0
    while waiting:
        cost, _, here, path = heappop(waiting)
        if here in found:
            continue
        found[here] = path
        for link in links.get(here, ()):
            further = cost + (link.relation != "same-as")
            if link.spell.from_on > as_of or link.to in found or further > depth:
                continue
            until = link.spell.until_on
            ended = until if until is not None and until <= as_of else None
            number += 1
            step = RelationStep(link.relation, link.to, ended)
            heappush(waiting, (further, number, link.to, (*path, step)))
    return found
