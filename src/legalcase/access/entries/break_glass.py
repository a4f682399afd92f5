"""BreakGlass: access in an emergency, for a reason, for a time, and written down."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from legalcase.access.entries.role import check_actions
from legalcase.access.entries.scope import check_scope
from legalcase.access.entries.who import check_person
from legalcase.errors import (
    ConflictingInputError,
    InvalidValueError,
    MissingInputError,
)
from legalcase.kernel.checks import (
    check_id,
    check_ids,
    check_instant,
    check_text,
    optional,
)
from legalcase.markup import one_line
from legalcase.plain_data import PlainData

if TYPE_CHECKING:
    from attrs import Attribute

__all__ = ["BreakGlass"]


def _check_end(
    instance: BreakGlass, attribute: Attribute[Any], value: datetime
) -> None:
    check_instant(instance, attribute, value)
    if value <= instance.at:
        name = attribute.name
        msg = (
            f"{name} is {value.isoformat()}, and at {instance.at.isoformat()}: there "
            f"is no time between. Give a later {name}."
        )
        raise InvalidValueError(msg, field=name, value=value)


@frozen(kw_only=True)
class BreakGlass(PlainData):
    """What one person may do from an instant until, without, another, and why.

    It makes up for a grant that is lacking, for the `actions` and the `scope` that it
    names (as in a grant). It passes a wall only where it names it in `through`, and
    then another person has `approved_by` it.
    """

    break_glass_id: str = field(validator=check_id)
    person: str = field(validator=check_person)
    scope: str = field(validator=check_scope)
    actions: tuple[str, ...] = field(default=("read",), validator=check_actions)
    at: datetime = field(validator=check_instant)
    until_at: datetime = field(validator=_check_end)
    reason: str = field(repr=False, validator=check_text)
    through: tuple[str, ...] = field(default=(), validator=check_ids)
    approved_by: str | None = field(default=None, validator=optional(check_person))

    def __attrs_post_init__(self) -> None:
        """Refuse one that passes a wall without a second person."""
        if self.through and self.approved_by is None:
            msg = (
                "It passes a wall, and nobody approved it. Give approved_by, another "
                "person, or leave through out."
            )
            raise MissingInputError(msg, field="approved_by", value=None)
        if self.approved_by == self.person:
            msg = (
                "approved_by is the person who asks. Another person has to approve it."
            )
            raise ConflictingInputError(
                msg, field="approved_by", value=self.approved_by
            )

    def runs_at(self, at: datetime) -> bool:
        """Tell whether it holds at an instant."""
        return self.at <= at < self.until_at

    def __str__(self) -> str:
        """Return it in a line, with why, and who approved it."""
        walls = f", through wall {' and '.join(self.through)}" if self.through else ""
        by = "" if self.approved_by is None else f", approved by {self.approved_by}"
        return (
            f"break-glass {self.break_glass_id}, from {self.at.isoformat()} until "
            f"{self.until_at.isoformat()}{walls}{by}: {one_line(self.reason)}"
        )
