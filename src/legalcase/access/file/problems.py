"""What is wrong with a policy as a whole, all at once."""

from __future__ import annotations

from collections import Counter
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from legalcase.access.entries.who import GROUP, groups_in
from legalcase.near import either, near_to
from legalcase.shown import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from legalcase.access.entries.break_glass import BreakGlass
    from legalcase.access.entries.grant import Grant
    from legalcase.access.entries.group import Group
    from legalcase.access.entries.role import Role
    from legalcase.access.entries.wall import Wall

__all__ = ["KEYS", "Parts", "problems"]

#: Under which key each part of a policy stands in a file.
KEYS: Final = MappingProxyType(
    {
        "roles": "roles",
        "groups": "group",
        "grants": "grant",
        "walls": "wall",
        "break_glass": "break_glass",
    }
)


class Parts(NamedTuple):
    """The parts of a policy; ``None`` stands for one that could not be made.

    `said` are the names of roles, groups (as in `Group.who`) and walls that could not:
    they are there, and nobody who names them is wrong.
    """

    roles: tuple[Role | None, ...] = ()
    groups: tuple[Group | None, ...] = ()
    grants: tuple[Grant | None, ...] = ()
    walls: tuple[Wall | None, ...] = ()
    break_glass: tuple[BreakGlass | None, ...] = ()
    said: frozenset[str] = frozenset()


def problems(parts: Parts) -> Iterator[tuple[str, str]]:
    """Give (path, what is wrong), of all that hangs together."""
    roles = {one.name for one in parts.roles if one} | parts.said
    groups = {one.who for one in parts.groups if one} | parts.said
    walls = {one.wall_id for one in parts.walls if one} | parts.said
    yield from _twice("roles", [one.name for one in parts.roles if one])
    yield from _twice("groups", [one.name for one in parts.groups if one])
    yield from _twice("grants", [one.grant_id for one in parts.grants if one])
    yield from _twice("walls", [one.wall_id for one in parts.walls if one])
    glass = [one.break_glass_id for one in parts.break_glass if one]
    yield from _twice("break_glass", glass)
    for at, group in enumerate(parts.groups):
        for number, one in enumerate(group.members if group else ()):
            place = f"$.group[{at}].members[{number}].who"
            yield from _unknown(place, "group", groups_in(one.who), groups)
    for at, grant in enumerate(parts.grants):
        if grant:
            yield from _unknown(f"$.grant[{at}].role", "role", (grant.role,), roles)
            asked = groups_in(grant.who)
            yield from _unknown(f"$.grant[{at}].who", "group", asked, groups)
    for at, wall in enumerate(parts.walls):
        if wall:
            key, who = ("who", wall.who) if wall.who else ("all_but", wall.all_but)
            place = f"$.wall[{at}].{key}"
            yield from _unknown(place, "group", groups_in(*who), groups)
    for at, entry in enumerate(parts.break_glass):
        if entry:
            place = f"$.break_glass[{at}].through"
            yield from _unknown(place, "wall", entry.through, walls)
    yield from _circles([one for one in parts.groups if one])


def _twice(part: str, names: list[str]) -> Iterator[tuple[str, str]]:
    for name, count in Counter(names).items():
        if count > 1:
            yield (
                f"$.{KEYS[part]}",
                f"has {shown(name)} {count} times. Give each a name of its own.",
            )


def _unknown(
    place: str, noun: str, asked: Iterable[str], known: set[str]
) -> Iterator[tuple[str, str]]:
    # What is added to every name makes no two of them alike.
    bare = {one.removeprefix(GROUP): one for one in known}
    for name in asked:
        if name not in known:
            near = near_to(name.removeprefix(GROUP), sorted(bare), likely=0.7)
            meant = tuple(bare[one] for one in near)
            advice = f"Did you mean {either(meant)}?" if meant else f"Add the {noun}."
            yield place, f"names {shown(name)}, and there is no such {noun}. {advice}"


def _circles(groups: list[Group]) -> Iterator[tuple[str, str]]:
    """Find groups that belong to themselves, by whatever way and on whatever day."""
    inside = {
        group.who: groups_in(*(one.who for one in group.members)) for group in groups
    }
    for at, group in enumerate(groups):
        seen: set[str] = set()
        waiting = list(inside[group.who])
        while waiting:
            each = waiting.pop()
            if each not in seen:
                seen.add(each)
                waiting += inside.get(each, ())
        if group.who in seen:
            said = "belongs to itself, by way of its members. Take one of them out."
            yield f"$.group[{at}]", f"{shown(group.name)} {said}"
