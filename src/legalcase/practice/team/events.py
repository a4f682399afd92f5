"""What can happen to a team: a model is chosen, people come, answer for things, go."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from attrs import Attribute, field, frozen

from legalcase.errors import (
    ConflictingInputError,
    InvalidValueError,
    MissingInputError,
)
from legalcase.kernel.checks import (
    check_date,
    check_id,
    check_text,
    check_word,
    one_of,
    optional,
    tuple_of,
)
from legalcase.kernel.events.event import Event
from legalcase.kernel.events.ref import Ref, names, refers
from legalcase.kernel.events.terms import Terms
from legalcase.near import is_same
from legalcase.shown import shown

__all__ = [
    "DUTIES",
    "MODELS",
    "AreaOwner",
    "Assigned",
    "AssignmentEnded",
    "HandoverAccepted",
    "HandoverDeclined",
    "HandoverProposed",
    "MemberJoined",
    "MemberLeft",
    "TeamModelChosen",
]

#: One person for everything; one for each area; members of several agencies.
MODELS: Final = ("custodial", "coordinated", "collaborative")
#: What somebody is to a case: one answers for a thing, others do it, stand in for
#: them, see that it is done right, or are asked and told.
DUTIES: Final = (
    "accountable",
    "responsible",
    "backup",
    "supervisor",
    "coordinator",
    "consulted",
    "informed",
)


@frozen(kw_only=True)
class AreaOwner(Terms):
    """One area of the work of a case, and the one person who answers for it."""

    area: str = field(validator=check_word)
    accountable: str = field(repr=False, validator=check_text)


def _check_areas(_: object, attribute: Attribute[Any], value: object) -> None:
    tuple_of(AreaOwner)(_, attribute, value)
    if isinstance(value, tuple):
        seen: set[str] = set()
        for one in value:
            if one.area in seen:
                msg = (
                    f"The area {shown(one.area)} has two people who answer for it. "
                    "Name one, and let others be responsible for a part."
                )
                raise InvalidValueError(msg, field=attribute.name, value=one.area)
            seen.add(one.area)


@frozen(kw_only=True)
class TeamModelChosen(Event):
    """How a case is managed from a day on, and why.

    *Custodial*: `manager` answers for everything. *Coordinated*: each of `areas` has
    one who answers for it, and `coordinator` holds them together; areas are words,
    the same as those of the items of a plan. *Collaborative*: members of several
    agencies decide together (`MemberJoined`, `DecisionProposed`), `coordinator` calls
    them. What an earlier choice made somebody accountable for ends on that day.
    """

    model: str = field(validator=one_of(MODELS))
    manager: str | None = field(
        default=None, repr=False, validator=optional(check_text)
    )
    coordinator: str | None = field(
        default=None, repr=False, validator=optional(check_text)
    )
    areas: tuple[AreaOwner, ...] = field(default=(), validator=_check_areas)
    reason: str = field(repr=False, validator=check_text)

    def __attrs_post_init__(self) -> None:
        """Refuse a model without those whom it needs, and with others."""
        needs = {
            "custodial": ("manager",),
            "coordinated": ("coordinator", "areas"),
            "collaborative": ("coordinator",),
        }[self.model]
        for name in ("manager", "coordinator", "areas"):
            given = bool(getattr(self, name))
            if given and name not in needs:
                msg = (
                    f"A {self.model} team has no {name}. Leave {name} out, or choose "
                    "the model that has one."
                )
                raise ConflictingInputError(msg, field=name, value=None)
            if not given and name in needs:
                msg = f"A {self.model} team needs its {name}. Pass {name}=."
                raise MissingInputError(msg, field=name, value=None)


@frozen(kw_only=True)
class Assigned(Event):
    """Somebody has a duty in a case from this day on, in an area or in all of it.

    `until_on` is the first day on which they no longer have it, where that is known.
    """

    assignment_id: str = field(
        validator=check_id, metadata=names("practice/assignment")
    )
    person: str = field(repr=False, validator=check_text)
    duty: str = field(validator=one_of(DUTIES))
    area: str | None = field(default=None, validator=optional(check_word))
    until_on: date | None = field(default=None, validator=optional(check_date))

    def __attrs_post_init__(self) -> None:
        """Refuse what ends before it begins."""
        if self.until_on is not None and self.until_on <= self.happened_on:
            msg = (
                f"The assignment would begin on {self.happened_on} and be over on "
                f"{self.until_on}. until_on is the first day without it: pass a later "
                "one, or none."
            )
            raise InvalidValueError(msg, field="until_on", value=self.until_on)


@frozen(kw_only=True)
class AssignmentEnded(Event):
    """Somebody no longer has a duty, from this day on.

    `assignment_id` stands in `Team.assignments`: also that of what a model, or a
    handover, gave somebody.
    """

    assignment_id: str = field(validator=check_id)
    reason: str = field(repr=False, validator=check_text)


@frozen(kw_only=True)
class MemberJoined(Event):
    """A person of an agency or a discipline takes part in a collaborative team."""

    member_id: str = field(validator=check_id, metadata=names("practice/member"))
    person: str = field(repr=False, validator=check_text)
    agency: str | None = field(default=None, validator=optional(check_id))
    discipline: str = field(validator=check_word)


@frozen(kw_only=True)
class MemberLeft(Event):
    """A member takes part no longer."""

    member_id: str = field(validator=check_id, metadata=refers("practice/member"))
    reason: str | None = field(default=None, repr=False, validator=optional(check_text))


@frozen(kw_only=True)
class HandoverProposed(Event):
    """What somebody answers for is to go to another, on `from_on`, as listed.

    `inventory` refers to each open thing that goes over: deadlines, tasks, hearings.
    Nothing changes hands until the successor accepts.
    """

    handover_id: str = field(validator=check_id, metadata=names("practice/handover"))
    predecessor: str = field(repr=False, validator=check_text)
    successor: str = field(repr=False, validator=check_text)
    from_on: date = field(validator=check_date)
    inventory: tuple[Ref, ...] = field(default=(), validator=tuple_of(Ref))
    reason: str = field(repr=False, validator=check_text)

    def __attrs_post_init__(self) -> None:
        """Refuse a handover to oneself."""
        if is_same(self.predecessor, self.successor):
            msg = "predecessor and successor are the same. Name the one who takes over."
            raise InvalidValueError(msg, field="successor", value=None)


@frozen(kw_only=True)
class HandoverAccepted(Event):
    """The successor has seen the inventory and answers for it from the agreed day on.

    Every duty that the predecessor has on that day is the successor's from then on:
    no day lies between.
    """

    handover_id: str = field(validator=check_id, metadata=refers("practice/handover"))
    accepted_by: str = field(repr=False, validator=check_text)


@frozen(kw_only=True)
class HandoverDeclined(Event):
    """The successor does not take over, and why."""

    handover_id: str = field(validator=check_id, metadata=refers("practice/handover"))
    ground: str = field(repr=False, validator=check_text)
