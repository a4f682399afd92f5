"""How events change the plans of a case, and which they refuse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from legalcase.errors import (
    ConflictingInputError,
    IllegalTransitionError,
    InvalidValueError,
    UnknownNameError,
)
from legalcase.kernel.events.label import borne, stricter
from legalcase.practice.plan.state import (
    OURS,
    AdoptedPlan,
    LeftOut,
    PlacedTask,
    PlanLink,
    Plans,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from legalcase.kernel.folding.folded import Folded
    from legalcase.kernel.lines.recorded import Recorded
    from legalcase.practice.plan.events import (
        PlanAdopted,
        PlanItemAdded,
        PlanItemPlanned,
        PlanItemSkipped,
        PlanItemWaived,
        PlanMigrated,
        PlanStaffed,
        RoleFilled,
        TaskPlaced,
    )
    from legalcase.practice.plan.item import PlaybookItem
    from legalcase.practice.plan.playbook import Playbook

__all__ = [
    "added",
    "adopted",
    "check_added",
    "check_digest",
    "check_migrated",
    "left_out",
    "migrated",
    "placed",
    "planned",
    "staffed",
]


def adopted(plans: Plans, event: PlanAdopted, line: Recorded, _: Folded) -> Plans:
    """Return the plans with a new one."""
    _check_roles(event.playbook, event.roles)
    plan = AdoptedPlan(
        plan_id=event.plan_id,
        playbook=event.playbook,
        digest=event.digest,
        adopted_on=event.happened_on,
        adopted_by=line.actor,
        event_id=line.event_id,
        roles=tuple((one.role, one.person) for one in event.roles),
        editions=(_edition(event, line),),
        label=borne(event.label, line.label, kind=OURS),
    )
    return _with(plans, plan, line)


def check_digest(
    _: Plans, event: PlanAdopted | PlanMigrated, __: Recorded, ___: Folded
) -> None:
    """Refuse a digest that is not the playbook's, where it is recorded."""
    if event.digest != event.playbook.digest:
        msg = (
            f"The digest is not that of {event.playbook.playbook_id!r} as it is given. "
            "Pass digest=playbook.digest."
        )
        raise ConflictingInputError(msg, field="digest", value=None)


def check_names(playbook: Playbook, added: tuple[PlaybookItem, ...]) -> None:
    """Refuse an edition that lacks what an item names which was added to the case."""
    names = tuple(item.item_id for item in added)
    for item in added:
        playbook.check_item(item, added=names)


def check_added(playbook: Playbook, added: tuple[PlaybookItem, ...]) -> None:
    """Refuse an edition into which what was added to the case does not fit.

    Raises `InvalidValueError` where an item names what the edition has not, or has the
    id of one that it has.
    """
    check_names(playbook, added)
    known = {one.item_id for one in playbook.items}
    twice = [one.item_id for one in added if one.item_id in known]
    if twice:
        msg = (
            f"The item {twice[0]!r} was added to the case, and this edition has one of "
            "that id. Give one of the two another id: correct the PlanItemAdded, or "
            "the playbook."
        )
        raise InvalidValueError(msg, field="playbook", value=twice[0])


def check_migrated(
    plans: Plans, event: PlanMigrated, line: Recorded, before: Folded
) -> None:
    """Refuse an edition that is not as it says, or into which a case does not fit."""
    check_digest(plans, event, line, before)
    plan = plans.adopted.find(event.plan_id)
    if plan is not None:
        check_added(event.playbook, plan.added)


def migrated(plans: Plans, event: PlanMigrated, line: Recorded, _: Folded) -> Plans:
    """Return the plans, one of them by another edition of its playbook."""
    plan = plans.adopted[event.plan_id]
    name = event.playbook.playbook_id
    if name != plan.playbook.playbook_id:
        msg = (
            f"The plan {plan.plan_id!r} is by another playbook than {name!r}. Adopt "
            "that as a plan of its own."
        )
        raise InvalidValueError(msg, field="playbook", value=name)
    check_names(event.playbook, plan.added)
    known = {one.role_id for one in event.playbook.roles}
    moved = evolve(
        plan,
        playbook=event.playbook,
        digest=event.digest,
        roles=tuple(pair for pair in plan.roles if pair[0] in known),
        editions=(*plan.editions, _edition(event, line)),
    )
    return _with(plans, moved, line)


def staffed(plans: Plans, event: PlanStaffed, line: Recorded, _: Folded) -> Plans:
    """Return the plans, in one of which others fill some roles."""
    plan = plans.adopted[event.plan_id]
    _check_roles(plan.playbook, event.roles)
    roles = dict(plan.roles) | {one.role: one.person for one in event.roles}
    return _with(plans, evolve(plan, roles=tuple(roles.items())), line)


def planned(plans: Plans, event: PlanItemPlanned, line: Recorded, _: Folded) -> Plans:
    """Return the plans, in one of which something was planned for an item."""
    plan = plans.adopted[event.plan_id]
    _item(plan, event.item)
    link = PlanLink(
        item=event.item,
        instance=event.instance,
        of=str(event.of),
        event_id=line.event_id,
    )
    for one in plan.linked(event.item, event.instance):
        if (one.instance, one.of) == (link.instance, link.of):
            msg = (
                f"The {event.of} is planned for {event.item!r} already. Once is enough."
            )
            raise ConflictingInputError(msg, field="of", value=None)
    return _with(plans, evolve(plan, links=(*plan.links, link)), line)


def left_out(
    plans: Plans,
    event: PlanItemSkipped | PlanItemWaived,
    line: Recorded,
    _: Folded,
) -> Plans:
    """Return the plans, in one of which an item is left undone.

    A required item can only be waived: by a named person.
    """
    plan = plans.adopted[event.plan_id]
    item = _item(plan, event.item)
    approved_by = getattr(event, "approved_by", None)
    if item.is_required and approved_by is None:
        msg = (
            f"The item {event.item!r} is required and cannot be skipped. Have a named "
            "person waive it: PlanItemWaived(…, approved_by=…)."
        )
        raise IllegalTransitionError(
            msg, subject=event.item, state="required", step="PlanItemSkipped"
        )
    left = LeftOut(
        item=event.item,
        instance=event.instance,
        ground=event.ground,
        approved_by=approved_by,
        on=event.happened_on,
        event_id=line.event_id,
    )
    return _with(plans, evolve(plan, left_out=(*plan.left_out, left)), line)


def added(plans: Plans, event: PlanItemAdded, line: Recorded, _: Folded) -> Plans:
    """Return the plans, one of them with an item of this case alone."""
    plan = plans.adopted[event.plan_id]
    item = event.item
    if any(one.item_id == item.item_id for one in plan.items):
        msg = f"The plan has an item {item.item_id!r} already. Give it another id."
        raise ConflictingInputError(msg, field="item", value=None)
    names = tuple(one.item_id for one in plan.added)
    plan.playbook.check_item(item, added=names)
    return _with(plans, evolve(plan, added=(*plan.added, item)), line)


def placed(plans: Plans, event: TaskPlaced, line: Recorded, _: Folded) -> Plans:
    """Return the plans with the place of a task, or with another place of it."""
    place = PlacedTask(
        task_id=event.task_id,
        area=event.area,
        serves=event.serves,
        label=borne(line.label, kind=OURS),
        event_id=line.event_id,
    )
    return evolve(plans, placed=plans.placed.with_(event.task_id, place))


def _with(plans: Plans, plan: AdoptedPlan, line: Recorded) -> Plans:
    """Return the plans with another in its place, for no more people than the line."""
    plan = evolve(plan, label=stricter(plan.label, line.label) or plan.label)
    return evolve(plans, adopted=plans.adopted.with_(plan.plan_id, plan))


def _edition(
    event: PlanAdopted | PlanMigrated, line: Recorded
) -> tuple[str, str, date, str]:
    return (
        event.playbook.edition,
        event.digest,
        event.happened_on,
        line.event_id,
    )


def _item(plan: AdoptedPlan, item_id: str) -> PlaybookItem:
    found = next((one for one in plan.items if one.item_id == item_id), None)
    if found is None:
        noun = "item of the plan"
        known = tuple(one.item_id for one in plan.items)
        raise UnknownNameError.of(
            noun, item_id, known, "See the items of its playbook."
        )
    return found


def _check_roles(playbook: Playbook, roles: Iterable[RoleFilled]) -> None:
    known = tuple(one.role_id for one in playbook.roles)
    for one in roles:
        if one.role not in known:
            noun = "role of the playbook"
            raise UnknownNameError.of(noun, one.role, known, "See its roles.")
