"""Access: what one person holds of a policy on a day, worked out once."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from attrs import frozen

from legalcase.access.entries.break_glass import BreakGlass
from legalcase.access.entries.grant import Grant
from legalcase.access.entries.role import check_action
from legalcase.access.entries.scope import covers
from legalcase.access.entries.wall import Wall
from legalcase.access.noted import AccessNoted
from legalcase.access.reason import Reason
from legalcase.access.subject import Subject
from legalcase.errors import InvalidValueError
from legalcase.plain_data import PlainData

if TYPE_CHECKING:
    from legalcase.model.case import Case

__all__ = ["Access", "subject_of"]

_Decided = tuple[bool, tuple[Grant | Wall | BreakGlass, ...]]


def subject_of(what: Subject | Case) -> Subject:
    """Return what a policy looks at; raises `InvalidTypeError` for what is no case."""
    return what if isinstance(what, Subject) else Subject.of(what)


@frozen(kw_only=True, repr=False)
class Access(PlainData):
    """What a person holds of a policy on a day, or at an instant of it.

    For who asks of many cases: `groups`, `walls` and `break_glass` are those that
    concern the person then, and `held` the grants, each with what its role allows, all
    in the order of their ids. `Policy.access_of` makes it.
    """

    person: str
    on: date
    at: datetime | None = None
    groups: frozenset[str] = frozenset()
    held: tuple[tuple[Grant, tuple[str, ...]], ...] = ()
    walls: tuple[Wall, ...] = ()
    break_glass: tuple[BreakGlass, ...] = ()

    def __repr__(self) -> str:
        """Return whose it is, when, and how much of each there is."""
        when = self.on if self.at is None else self.at.isoformat()
        return (
            f"<Access of {self.person} on {when}: {len(self.held)} grants, "
            f"{len(self.walls)} walls, {len(self.break_glass)} break-glass>"
        )

    def admits(self, action: str, subject: Subject | Case) -> bool:
        """Tell whether the person may do something with a case or an entry.

        Raises `UnknownNameError` for what is none of `ACTIONS`.
        """
        return self._decided(action, subject_of(subject))[0]

    def why(self, action: str, subject: Subject | Case) -> Reason:
        """Return whether the person may, and what says so."""
        looked_at = subject_of(subject)
        is_admitted, because = self._decided(action, looked_at)
        return Reason(
            person=self.person,
            action=action,
            stream=looked_at.stream,
            on=self.on,
            at=self.at,
            is_admitted=is_admitted,
            because=because,
        )

    def noted(self, action: str, subject: Subject | Case) -> tuple[AccessNoted, ...]:
        """Return what has to be written down, if the person does it now.

        Nothing where a grant admits them, or nobody does. Raises `InvalidValueError`
        where the access was worked out for a day, without an instant.
        """
        if self.at is None:
            msg = (
                "Break-glass is noted with its instant, and none was given. Pass at= "
                "to access_of."
            )
            raise InvalidValueError(msg, field="at", value=None)
        looked_at = subject_of(subject)
        is_admitted, because = self._decided(action, looked_at)
        if not is_admitted:
            return ()
        hidden = {one.wall_id for one in self.walls if one.hides(looked_at)}
        return tuple(
            AccessNoted(
                break_glass_id=one.break_glass_id,
                person=self.person,
                action=action,
                stream=looked_at.stream,
                at=self.at,
                walls=tuple(each for each in one.through if each in hidden),
                reason=one.reason,
                approved_by=one.approved_by,
            )
            for one in because
            if isinstance(one, BreakGlass)
        )

    def _decided(self, action: str, subject: Subject) -> _Decided:
        check_action(action)
        glass = tuple(
            one
            for one in self.break_glass
            if action in one.actions and covers(one.scope, self.person, subject)
        )
        walls = tuple(one for one in self.walls if one.hides(subject))
        # Deny wins: whatever else is allowed, a wall that is not passed by name stands.
        passed = {each for one in glass for each in one.through}
        standing = tuple(one for one in walls if one.wall_id not in passed)
        if standing:
            return False, standing
        if walls:
            # No grant reaches behind a wall: what passes it is what admits.
            names = {one.wall_id for one in walls}
            return True, tuple(
                one for one in glass if not names.isdisjoint(one.through)
            )
        grants = tuple(
            one
            for one, actions in self.held
            if action in actions and covers(one.scope, self.person, subject)
        )
        return (True, grants) if grants else (bool(glass), glass)
