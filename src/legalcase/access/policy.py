"""Policy: who may do what with which case, as an immutable value."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any, Final, Self

from attrs import evolve, field, fields, frozen

from legalcase.access.entries.break_glass import BreakGlass
from legalcase.access.entries.dated import runs_on
from legalcase.access.entries.grant import Grant
from legalcase.access.entries.group import Group, groups_of
from legalcase.access.entries.role import Role
from legalcase.access.entries.wall import Wall
from legalcase.access.entries.who import check_person
from legalcase.access.file.plain import parts_of, plain_of
from legalcase.access.file.problems import Parts, problems
from legalcase.access.holding import Access, subject_of
from legalcase.access.same import with_same
from legalcase.access.table import AccessTable, people_of
from legalcase.dates import as_date, own_day
from legalcase.errors import (
    ConflictingInputError,
    DeclarationError,
    InvalidTypeError,
    MissingInputError,
)
from legalcase.kernel.checks import check_asked, check_instant, tuple_of
from legalcase.plain_data import PlainData

if TYPE_CHECKING:
    from collections.abc import Mapping

    from legalcase.access.noted import AccessNoted
    from legalcase.access.reason import Reason
    from legalcase.access.subject import Subject
    from legalcase.directory.directory import Directory
    from legalcase.model.case import Case

__all__ = ["Policy"]

_PARTS: Final[dict[type, str]] = {
    Role: "roles",
    Group: "groups",
    Grant: "grants",
    Wall: "walls",
    BreakGlass: "break_glass",
}
#: What is asked for, by the name of its argument.
_ASKED: Final = fields(Access)
_ROLES, _GROUPS, _GRANTS = tuple_of(Role), tuple_of(Group), tuple_of(Grant)
_WALLS, _GLASS = tuple_of(Wall), tuple_of(BreakGlass)
#: What day it is differs between two places by no more.
_A_DAY: Final = timedelta(days=1)


@frozen(kw_only=True, repr=False)
class Policy(PlainData):
    """Roles, groups, grants, walls and break-glass: who may do what, and until when.

    Nobody may do anything unless a grant says so; a wall wins over every grant; and
    the order of the entries makes no difference. Raises `DeclarationError` with all
    that does not hang together: a role, a group or a wall that there is not, a group
    that belongs to itself, a name given twice.
    """

    roles: tuple[Role, ...] = field(default=(), validator=_ROLES)
    groups: tuple[Group, ...] = field(default=(), validator=_GROUPS)
    grants: tuple[Grant, ...] = field(default=(), validator=_GRANTS)
    walls: tuple[Wall, ...] = field(default=(), validator=_WALLS)
    break_glass: tuple[BreakGlass, ...] = field(default=(), validator=_GLASS)

    def __attrs_post_init__(self) -> None:
        """Refuse what does not hang together."""
        parts = Parts(
            self.roles, self.groups, self.grants, self.walls, self.break_glass
        )
        found = list(problems(parts))
        if found:
            raise DeclarationError.of(found)

    def __repr__(self) -> str:
        """Return how much of each there is, and nobody's name."""
        sizes = ", ".join(
            f"{len(getattr(self, name))} {name.replace('_', '-')}"
            for name in _PARTS.values()
        )
        return f"<Policy of {sizes}>"

    @classmethod
    def from_dict(cls, raw: Mapping[str, Any]) -> Self:
        """Return a policy that is written as plain data, as `to_dict` does.

        Dates are dates, or ISO 8601 text. Raises `DeclarationError` with all that is
        wrong, and where; and `InvalidTypeError` for what is no mapping.
        """
        parts, found = parts_of(raw)
        found += problems(parts)
        if found:
            raise DeclarationError.of(found)
        return cls(
            roles=_whole(parts.roles),
            groups=_whole(parts.groups),
            grants=_whole(parts.grants),
            walls=_whole(parts.walls),
            break_glass=_whole(parts.break_glass),
        )

    def to_dict(self) -> dict[str, Any]:
        """Return it as plain JSON types, from which `from_dict` makes it again."""
        return plain_of(
            Parts(self.roles, self.groups, self.grants, self.walls, self.break_glass)
        )

    def with_(self, *entries: Role | Group | Grant | Wall | BreakGlass) -> Self:
        """Return the policy with further entries.

        Raises `DeclarationError` as the policy does, so where one is there already.
        """
        more: dict[str, tuple[Any, ...]] = {}
        for one in entries:
            part = _PARTS.get(type(one))
            if part is None:
                msg = (
                    f"A policy has no {type(one).__name__}. Pass a Role, a Group, a "
                    "Grant, a Wall or a BreakGlass."
                )
                raise InvalidTypeError(msg, field="entries", value=None)
            more[part] = (*more.get(part, getattr(self, part)), one)
        return evolve(self, **more)

    def with_directory(self, directory: Directory) -> Self:
        """Return the policy as one whose walls know who was entered twice.

        What is kept apart from an entry is kept apart from every other that the
        directory says to be the same (`same-as`). Make it anew when that changes.
        """
        check_asked(directory, "directory", "find", "named")
        walls = (
            evolve(one, apart_from=with_same(one.apart_from, directory))
            for one in self.walls
        )
        return evolve(self, walls=tuple(walls))

    @property
    def people(self) -> tuple[str, ...]:
        """The ids of all whom it names for what they may or may not, in order."""
        return people_of(self.groups, self.grants, self.walls, self.break_glass)

    def access_of(
        self, person: str, *, on: date | None = None, at: datetime | None = None
    ) -> Access:
        """Return what a person holds on a day, for who asks of many cases.

        `on` is the day, `at` an instant, for which alone break-glass counts; the day is
        that of the instant, by the clock that it bears, unless `on` says otherwise. A
        person of whom the policy does not know holds nothing. Raises
        `MissingInputError` where neither is given, and `ConflictingInputError` where
        the two lie more than a day apart.
        """
        check_person(None, _ASKED.person, person)
        day = _day(on, at)
        groups = groups_of(person, self.groups, day)
        names = groups | {person}
        allowed = {role.name: role.actions for role in self.roles}
        grants = sorted(
            (one for one in self.grants if one.who in names and runs_on(one, day)),
            key=lambda one: one.grant_id,
        )
        walls = (w for w in self.walls if runs_on(w, day) and w.keeps_out(names))
        glass = (
            one
            for one in self.break_glass
            if one.person == person and at is not None and one.runs_at(at)
        )
        return Access(
            person=person,
            on=day,
            at=at,
            groups=groups,
            held=tuple((one, allowed[one.role]) for one in grants),
            walls=tuple(sorted(walls, key=lambda one: one.wall_id)),
            break_glass=tuple(sorted(glass, key=lambda one: one.break_glass_id)),
        )

    def admits(
        self,
        person: str,
        action: str,
        subject: Subject | Case,
        *,
        on: date | None = None,
        at: datetime | None = None,
    ) -> bool:
        """Tell whether a person may do something with a case or an entry.

        `action` is one of `ACTIONS`, `on` and `at` are as in `access_of`. Of a case
        that is to be opened, pass its first state: a grant has to reach it as it
        reaches any other, and a wall hides it likewise.
        """
        return self.access_of(person, on=on, at=at).admits(action, subject)

    def why(
        self,
        person: str,
        action: str,
        subject: Subject | Case,
        *,
        on: date | None = None,
        at: datetime | None = None,
    ) -> Reason:
        """Return whether a person may, as `admits`, and what in the policy says so."""
        return self.access_of(person, on=on, at=at).why(action, subject)

    def noted(
        self, person: str, action: str, subject: Subject | Case, *, at: datetime
    ) -> tuple[AccessNoted, ...]:
        """Return what has to be written down, if a person does something now.

        That is what break-glass let them do; nothing of what a grant allows, and of
        what nobody may.
        """
        return self.access_of(person, at=at).noted(action, subject)

    def table(
        self,
        subject: Subject | Case,
        *,
        on: date | None = None,
        at: datetime | None = None,
    ) -> AccessTable:
        """Return who of the `people` may do what with a case or an entry, and why.

        It is for who keeps the policy: it tells of walls.
        """
        looked_at = subject_of(subject)
        day = _day(on, at)
        held = (self.access_of(each, on=day, at=at) for each in self.people)
        return AccessTable.of(looked_at, held, on=day, at=at)


def _whole(parts: tuple[Any, ...]) -> tuple[Any, ...]:
    """Return the parts, of which none is missing where there are no problems."""
    return tuple(one for one in parts if one is not None)


def _day(on: date | None, at: datetime | None) -> date:
    if at is not None:
        check_instant(None, _ASKED.at, at)
        if on is None:
            return own_day(at)
    if on is None:
        msg = "Access is asked for a day, and none was given. Pass on=, or at=."
        raise MissingInputError(msg, field="on", value=None)
    day = as_date(on, "on")
    if at is not None and abs(own_day(at) - day) > _A_DAY:
        msg = (
            f"on is {day}, and at {at.isoformat()}: it is that day nowhere then. Leave "
            "on out, or give the day of that instant."
        )
        raise ConflictingInputError(msg, field="on", value=on)
    return day
