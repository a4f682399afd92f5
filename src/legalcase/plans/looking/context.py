"""Looking: a case, a law and a plan, with what was found out about them so far."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from hashlib import sha256
from typing import Any

from attrs import field, frozen

from legalcase.kernel.events.ref import Ref
from legalcase.law.lawbook import Law
from legalcase.model.case import Case
from legalcase.model.deadlines.basis import Derived
from legalcase.model.deadlines.due_dates import DueDates
from legalcase.model.tasks.item import TaskItem
from legalcase.plans.row import NO_DATES
from legalcase.practice.plan import AdoptedPlan, PlaybookItem
from legalcase.scheduling import Because, Schedule, ScheduledDeadline
from legalcase.scheduling.finding.happenings import Happenings

__all__ = ["Hit", "Instance", "Looking", "named"]

_LONGEST_ID = 120


@frozen(kw_only=True)
class Hit:
    """That a sentry was met: when, by what, whom it concerns.

    `anchor` is what can be followed, an entry of the docket, a hearing or a deadline;
    `parties` and `charges` are those whom it names, all where it names none.
    """

    on: date | None
    because: Because | None
    anchor: Ref | None = None
    parties: frozenset[str] = frozenset()
    charges: frozenset[str] = frozenset()

    @property
    def key(self) -> tuple[str, str, tuple[str, ...]]:
        """By when it was, then by what and whom: the same order each time."""
        of = "" if self.because is None else str(self.because.of)
        return str(self.on or "9999"), of, tuple(sorted(self.parties))


@frozen(kw_only=True, eq=False)
class Instance:
    """One item for one party, event or charge, as far as it was looked at.

    `anchor` is what follows from its own day can hang on.
    """

    item: PlaybookItem
    name: str | None
    who: str = ""
    of: tuple[str, ...] = ()
    state: str
    waits_for: tuple[str, ...] = ()
    why: str | None = None
    begun_on: date | None = None
    done_on: date | None = None
    dates: DueDates = NO_DATES
    because: tuple[Because, ...] = ()
    linked: tuple[str, ...] = ()
    anchor: Ref | None = None
    task_id: str | None = None
    scheduled: ScheduledDeadline | None = None
    moves_with: Derived | None = None
    own_day: date | None = None
    notes: tuple[str, ...] = ()


Make = Callable[["Looking", PlaybookItem], tuple[Instance, ...]]


@frozen(kw_only=True, eq=False)
class Looking:
    """One look at a case by a plan; what it finds is kept as long as it lasts.

    `clients` are ours, `opponents` the other parties; `makers` say, by kind of item,
    what of it there is. What hangs on itself, in items that somebody added to a case,
    has not happened.
    """

    case: Case
    law: Law
    plan: AdoptedPlan
    schedule: Schedule
    happened: Happenings
    clients: tuple[str, ...]
    opponents: tuple[str, ...]
    complexity: int | None
    tasks: Mapping[str, TaskItem]
    makers: Mapping[str, Make]
    items: Mapping[str, PlaybookItem]
    entered: dict[str, Hit | None] = field(factory=dict)
    _found: dict[str, tuple[Instance, ...]] = field(factory=dict, init=False)
    _busy: set[str] = field(factory=set, init=False)

    def instances(self, item_id: str) -> tuple[Instance, ...]:
        """Return what there is of an item, before stages end and items wait."""
        found = self._found.get(item_id)
        if found is None:
            if item_id in self._busy:
                return ()
            self._busy.add(item_id)
            item = self.items[item_id]
            found = self._found[item_id] = self.makers[item.kind](self, item)
            self._busy.discard(item_id)
        return found

    def task_id(self, *parts: object) -> str:
        """Return the id of a task from what makes it this one: the same each time.

        It shows neither the item nor a party.
        """
        said = "\n".join(map(str, (self.case.case_id, self.plan.plan_id, *parts)))
        return f"plan-{sha256(said.encode()).hexdigest()[:16]}"

    def left_out(self, item: PlaybookItem, name: str | None) -> dict[str, Any]:
        """Return what says that an item is skipped or waived; empty if nothing does."""
        left = self.plan.why_left_out(item.item_id, name)
        if left is None:
            return {}
        return {
            "state": "waived" if left.is_waived else "skipped",
            "why": left.ground,
            "done_on": left.on,
            "waits_for": (),
        }


def named(*parts: str) -> str | None:
    """Return the name of an instance from its parts; ``None`` where it has none."""
    said = "+".join(part for part in parts if part)
    if not said:
        return None
    if len(said) > _LONGEST_ID:
        return f"i-{sha256(said.encode()).hexdigest()[:16]}"
    return said
