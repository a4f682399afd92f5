"""Group: people under one name, each with the days on which they belong to it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from attrs import field, frozen

from legalcase.access.entries.dated import check_until, runs_on
from legalcase.access.entries.who import GROUP, check_who
from legalcase.kernel.checks import check_date, check_word, tuple_of
from legalcase.plain_data import PlainData

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Group", "Membership", "groups_of"]


@frozen(kw_only=True)
class Membership(PlainData):
    """A person, or another group, in a group from a day on.

    `until_on` is the first day on which it is no longer.
    """

    who: str = field(validator=check_who)
    from_on: date = field(validator=check_date)
    until_on: date | None = field(default=None, validator=check_until)


_check_members = tuple_of(Membership)


@frozen(kw_only=True)
class Group(PlainData):
    """A group: ``"group:"`` and its `name` stand for all who belong to it on a day."""

    name: str = field(validator=check_word)
    members: tuple[Membership, ...] = field(default=(), validator=_check_members)

    @property
    def who(self) -> str:
        """What stands for the group where a person could stand as well."""
        return f"{GROUP}{self.name}"


def groups_of(person: str, groups: Iterable[Group], day: date) -> frozenset[str]:
    """Return the groups to which a person belongs on a day, by way of others too."""
    rows = [
        (group.who, [one.who for one in group.members if runs_on(one, day)])
        for group in groups
    ]
    found: set[str] = {person}
    while True:
        more = {who for who, members in rows if not found.isdisjoint(members)}
        if more <= found:
            return frozenset(found - {person})
        found |= more
