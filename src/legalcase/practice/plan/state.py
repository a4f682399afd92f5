"""Plans: the playbooks by which a case is worked, and what became of their items."""

from __future__ import annotations

from datetime import date
from typing import Final

from attrs import field, frozen

from legalcase.kernel.events.label import Label
from legalcase.kernel.register import Register
from legalcase.plain_data import PlainData
from legalcase.practice.plan.item import PlaybookItem
from legalcase.practice.plan.playbook import Playbook

__all__ = ["OURS", "AdoptedPlan", "LeftOut", "PlacedTask", "PlanLink", "Plans"]

#: How we work a case is our own.
OURS: Final = Label(audience="firm", ground="work-product")


@frozen(kw_only=True)
class PlanLink(PlainData):
    """That something of the case is an item of its plan: which, and by which event.

    `of` is its noun and id; `instance` is ``None`` where the item stands once.
    """

    item: str
    instance: str | None = None
    of: str
    event_id: str


@frozen(kw_only=True)
class LeftOut(PlainData):
    """That an item is left undone: why, when, by which event.

    `approved_by` is whoever allowed it; ``None`` where it was at our discretion.
    """

    item: str
    instance: str | None = None
    ground: str = field(repr=False)
    approved_by: str | None = field(default=None, repr=False)
    on: date
    event_id: str

    @property
    def is_waived(self) -> bool:
        """Whether somebody allowed it, and not only skipped it."""
        return self.approved_by is not None


@frozen(kw_only=True, repr=False)
class AdoptedPlan(PlainData):
    """A playbook by which a case is worked, since when, and what became of its items.

    `roles` are (role, person); `added` are the items of this case alone, `links` what
    was planned for which item, `left_out` what is skipped or waived. `editions` are
    (edition, digest, day, event) of the playbook, the last one now.
    """

    plan_id: str
    playbook: Playbook
    digest: str
    adopted_on: date
    adopted_by: str = field(repr=False)
    event_id: str
    roles: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    added: tuple[PlaybookItem, ...] = ()
    links: tuple[PlanLink, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    editions: tuple[tuple[str, str, date, str], ...] = ()
    label: Label = OURS

    def __repr__(self) -> str:
        """Return which plan it is, by which edition."""
        return f"<AdoptedPlan {self.plan_id!r}, edition {self.playbook.edition!r}>"

    @property
    def items(self) -> tuple[PlaybookItem, ...]:
        """The items of its playbook, and those that were added in this case."""
        return (*self.playbook.items, *self.added)

    def person(self, role: str) -> str | None:
        """Return who fills a role, or ``None``."""
        return dict(self.roles).get(role)

    def linked(self, item: str, instance: str | None = None) -> tuple[PlanLink, ...]:
        """Return what was planned for an item, in the order of the log."""
        return tuple(
            one
            for one in self.links
            if one.item == item and one.instance in (None, instance)
        )

    def linked_to(self, item: str) -> tuple[PlanLink, ...]:
        """Return what was planned for an item in any of its instances."""
        return tuple(one for one in self.links if one.item == item)

    def why_left_out(self, item: str, instance: str | None = None) -> LeftOut | None:
        """Return why an item is left undone, or ``None``."""
        found = [
            one
            for one in self.left_out
            if one.item == item and one.instance in (None, instance)
        ]
        # Who waived it has said more than who skipped it.
        return max(found, key=lambda one: one.is_waived, default=None)


@frozen(kw_only=True)
class PlacedTask(PlainData):
    """Where a task belongs that no playbook asks for."""

    task_id: str
    area: str | None = None
    serves: tuple[str, ...] = ()
    label: Label = OURS
    event_id: str


_ADOPTED: Final[Register[AdoptedPlan]] = Register(
    "practice/plan", "A case has a plan from its adoption on: record PlanAdopted first."
)
_PLACED: Final[Register[PlacedTask]] = Register("task")


@frozen(kw_only=True)
class Plans(PlainData):
    """The plans of a case, by their ids, and where its other tasks belong."""

    adopted: Register[AdoptedPlan] = field(factory=lambda: _ADOPTED)
    placed: Register[PlacedTask] = field(factory=lambda: _PLACED)
