"""What can happen to the plan of a case."""

from __future__ import annotations

from typing import Any

from attrs import Attribute, field, frozen

from legalcase.errors import InvalidTypeError, InvalidValueError, MissingInputError
from legalcase.kernel.checks import (
    check_id,
    check_kind,
    check_some,
    check_text,
    check_word,
    check_words,
    one_of,
    optional,
    tuple_of,
)
from legalcase.kernel.events.event import Event
from legalcase.kernel.events.label import Label
from legalcase.kernel.events.ref import Ref, names, refers
from legalcase.kernel.events.terms import Terms
from legalcase.practice.plan.item import PlaybookItem
from legalcase.practice.plan.playbook import Playbook
from legalcase.practice.plan.words import AREAS

__all__ = [
    "PlanAdopted",
    "PlanItemAdded",
    "PlanItemPlanned",
    "PlanItemSkipped",
    "PlanItemWaived",
    "PlanMigrated",
    "PlanStaffed",
    "RoleFilled",
    "TaskPlaced",
]

#: What can be planned for an item: what has an id of its own in the case.
LINKED = ("task", "deadline", "hearing", "document", "event")

_check_playbook = check_kind(Playbook, "Pass Playbooks.bundled()['…'].")


@frozen(kw_only=True)
class RoleFilled(Terms):
    """Who fills a role of a playbook in a case."""

    role: str = field(validator=check_word)
    person: str = field(repr=False, validator=check_text)


def _check_filled(_: object, attribute: Attribute[Any], value: object) -> None:
    tuple_of(RoleFilled)(_, attribute, value)
    roles = [one.role for one in value] if isinstance(value, tuple) else []
    if len(set(roles)) != len(roles):
        msg = "A role is filled twice. Name one person for each."
        raise InvalidValueError(msg, field=attribute.name, value=None)


@frozen(kw_only=True)
class _OfPlan(Event):
    plan_id: str = field(validator=check_id, metadata=refers("practice/plan"))


@frozen(kw_only=True)
class _OfItem(_OfPlan):
    """`instance` says which, where an item stands several times; ``""`` is all."""

    item: str = field(validator=check_word)
    instance: str | None = field(default=None, validator=optional(check_id))


@frozen(kw_only=True)
class PlanAdopted(Event):
    """A case is worked by a playbook from now on; the whole of it is kept.

    So that nobody needs the file to read the case again. `digest` is that of the
    playbook, `roles` say who fills which of its roles.
    """

    plan_id: str = field(validator=check_id, metadata=names("practice/plan"))
    playbook: Playbook = field(validator=_check_playbook)
    digest: str = field(validator=check_text)
    roles: tuple[RoleFilled, ...] = field(default=(), validator=_check_filled)
    label: Label | None = field(
        default=None, validator=optional(check_kind(Label, "Pass Label(audience=…)."))
    )


@frozen(kw_only=True)
class PlanMigrated(_OfPlan):
    """A plan goes on by another edition of its playbook; what is done stays done."""

    playbook: Playbook = field(validator=_check_playbook)
    digest: str = field(validator=check_text)
    ground: str | None = field(default=None, repr=False, validator=optional(check_text))


@frozen(kw_only=True)
class PlanStaffed(_OfPlan):
    """Other people fill roles of a plan from now on; those not named stay."""

    roles: tuple[RoleFilled, ...] = field(validator=check_some(_check_filled))


def _check_linked(_: object, attribute: Attribute[Any], value: object) -> None:
    if not isinstance(value, Ref):
        msg = f"{attribute.name} needs a Ref. Pass Ref('task', 'draft'), say."
        raise InvalidTypeError(msg, field=attribute.name, value=None)
    if value.noun not in LINKED:
        msg = (
            f"An item is planned as one of {', '.join(LINKED)}, not as a {value.noun}. "
            "Refer to one of these."
        )
        raise InvalidValueError(msg, field=attribute.name, value=value.noun)


@frozen(kw_only=True)
class PlanItemPlanned(_OfItem):
    """A task, a deadline or a hearing of the case is an item of its plan."""

    of: Ref = field(validator=_check_linked)


@frozen(kw_only=True)
class PlanItemSkipped(_OfItem):
    """An item that is at our discretion is left out, and why."""

    ground: str = field(repr=False, validator=check_text)


@frozen(kw_only=True)
class PlanItemWaived(_OfItem):
    """A named person allowed that an item is left undone, a required one too."""

    ground: str = field(repr=False, validator=check_text)
    approved_by: str = field(repr=False, validator=check_text)


@frozen(kw_only=True)
class PlanItemAdded(_OfPlan):
    """An item was added to the plan of this case, which its playbook has not."""

    item: PlaybookItem = field(
        validator=check_kind(PlaybookItem, "Pass PlaybookItem(item_id=…).")
    )


@frozen(kw_only=True)
class TaskPlaced(Event):
    """A task that no playbook asks for got its place: its area, and what it serves.

    `serves` are ids of objectives.
    """

    task_id: str = field(validator=check_id, metadata=refers("task"))
    area: str | None = field(default=None, validator=optional(one_of(AREAS)))
    serves: tuple[str, ...] = field(default=(), validator=check_words)

    def __attrs_post_init__(self) -> None:
        """Refuse what gives a task no place."""
        if self.area is None and not self.serves:
            msg = (
                "Nothing says where the task belongs. Pass area, or serves with the "
                "objectives for which it is done."
            )
            raise MissingInputError(msg, field="area", value=None)
