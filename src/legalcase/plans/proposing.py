"""What a plan proposes: the events that bring a case up to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import define, evolve, field

from legalcase.errors import MissingInputError
from legalcase.kernel.events.ref import Ref
from legalcase.model.deadlines.basis import Derived
from legalcase.model.tasks.events import (
    TaskCompleted,
    TaskDisabled,
    TaskEnabled,
    TaskPlanned,
    TaskReopened,
    TaskRescheduled,
    TaskSequenced,
    TaskTerminated,
    TaskWaived,
)
from legalcase.model.tasks.terms import TaskTerms
from legalcase.plans.looking.settling import item_order
from legalcase.plans.looking.work import BY_PLAN, ended_by_plan
from legalcase.plans.sequencing import (
    comes_first,
    lapsed,
    rows_before,
    rows_by_item,
)
from legalcase.practice.plan import (
    PlanAdopted,
    PlanItemPlanned,
    PlanStaffed,
    RoleFilled,
)
from legalcase.scheduling import Proposals

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from legalcase.kernel.events.event import Event
    from legalcase.kernel.lines.recorded import Draft
    from legalcase.model.tasks.state import Task
    from legalcase.plans.looking.context import Looking
    from legalcase.plans.row import LeadTime, PlanRow

__all__ = ["done_events", "events_of"]


def events_of(
    look: Looking,
    rows: tuple[PlanRow, ...],
    on: date,
    *,
    orders: Mapping[str, frozenset[str]] | None = None,
) -> tuple[Event | Draft, ...]:
    """Return the events that bring a case up to its plan; none, once it is.

    `orders` are the tasks that came first by an earlier edition, by task: they come
    first no more where the plan does not say so.
    """
    making = _Making(look=look, rows=rows, on=on, orders=orders or {})
    return making.all()


def done_events(
    look: Looking, rows: tuple[PlanRow, ...], on: date
) -> tuple[TaskCompleted, ...]:
    """Return the events that complete the open tasks of what the docket shows done."""
    found = []
    for row in rows:
        item = look.tasks.get(row.task_id or "")
        if row.state != "done" or item is None or not item.task.is_open:
            continue
        shown = row.because[-1].of if row.because else None
        found.append(
            TaskCompleted(
                task_id=item.task.task_id,
                completed_by=item.task.accountable,
                by_event=shown if shown is not None and shown.noun == "event" else None,
                happened_on=on,
            )
        )
    return tuple(found)


@define
class _Making:
    """The events, one after another; `missing` are roles that nobody fills.

    `given` are the deadlines that are set by these events.
    """

    look: Looking
    rows: tuple[PlanRow, ...]
    on: date
    orders: Mapping[str, frozenset[str]]
    events: list[Event | Draft] = field(factory=list)
    missing: dict[str, None] = field(factory=dict)
    planned: set[str] = field(factory=set)
    given: set[str] = field(factory=set)

    def all(self) -> tuple[Event | Draft, ...]:
        """Return all events, or say which roles nobody fills."""
        self._adopt()
        self.planned = set(self.look.tasks)
        by_item = rows_by_item(self.rows)
        for name in item_order(self.look.items):
            for row in by_item.get(name, ()):
                if row.item.is_work:
                    self._work(row, by_item)
                else:
                    self._dated(row)
        if self.missing:
            filled = ", ".join(f"{one!r}: 'u-1'" for one in self.missing)
            msg = (
                f"Nobody fills {', '.join(self.missing)}, and what is to be planned "
                f"needs somebody who answers for it. Pass roles={{{filled}}} where the "
                "plan is made (one person can fill several), or record PlanStaffed."
            )
            raise MissingInputError(msg, field="roles", value=tuple(self.missing))
        return tuple(self.events)

    def _adopt(self) -> None:
        plan = self.look.plan
        filled = tuple(
            RoleFilled(role=role, person=person) for role, person in plan.roles
        )
        if not plan.event_id:
            self.events.append(
                PlanAdopted(
                    plan_id=plan.plan_id,
                    playbook=plan.playbook,
                    digest=plan.digest,
                    roles=filled,
                    happened_on=self.on,
                )
            )
            return
        from legalcase.practice.plan import PLAN

        known = self.look.case[PLAN].adopted[plan.plan_id]
        new = tuple(one for one in filled if known.person(one.role) != one.person)
        if new:
            self.events.append(
                PlanStaffed(plan_id=plan.plan_id, roles=new, happened_on=self.on)
            )

    def _link(self, row: PlanRow, of: Ref) -> None:
        links = self.look.plan.links
        if not any(one.item == row.item_id and one.of == str(of) for one in links):
            self.events.append(
                PlanItemPlanned(
                    plan_id=row.plan_id,
                    item=row.item_id,
                    instance=row.instance,
                    of=of,
                    happened_on=self.on,
                )
            )

    def _people(self, row: PlanRow) -> dict[str, Any]:
        """Return who answers for it and who does it; note the roles nobody fills."""
        plan = self.look.plan
        roles = (row.item.accountable, *row.item.responsible)
        people = [plan.person(role) for role in roles]
        self.missing |= {
            role: None
            for role, person in zip(roles, people, strict=True)
            if person is None
        }
        named = [person or "nobody" for person in people]
        return {
            "accountable": named[0],
            "responsible": tuple(dict.fromkeys(named[1:])),
        }

    def _dated(self, row: PlanRow) -> None:
        """Set a deadline that the law gives, and plan our own dates ahead of it."""
        anchor = self._anchor(row)
        is_set = row.state in ("ready", "planned") and anchor is not None
        if is_set and anchor is not None:
            self._set(row, anchor)
            self._link(row, anchor)
            if row.dates.bound != "not-earlier-than":
                for lead in row.lead_times:
                    self._ahead(row, lead, anchor)
        else:
            for lead in row.lead_times:
                self._disable(row, lead)

    def _set(self, row: PlanRow, anchor: Ref) -> None:
        """Set a deadline that is new, once: several items can be the same one."""
        scheduled = row.scheduled
        if scheduled is None or scheduled.state != "new" or anchor.id in self.given:
            return
        self.given.add(anchor.id)
        # What the playbook calls critical is watched as such.
        is_critical = scheduled.is_critical or any(
            one.item.is_critical
            for one in self.rows
            if one.deadline_id == row.deadline_id
        )
        owner = next(iter(row.responsible), row.accountable)
        proposals = Proposals((evolve(scheduled, is_critical=is_critical),))
        self.events += proposals.events(on=self.on, owner=owner)

    @staticmethod
    def _anchor(row: PlanRow) -> Ref | None:
        if row.deadline_id is not None:
            return Ref("deadline", row.deadline_id)
        return None if row.hearing_id is None else Ref("hearing", row.hearing_id)

    def _ahead(self, row: PlanRow, lead: LeadTime, anchor: Ref) -> None:
        item = self.look.tasks.get(lead.task_id)
        if item is not None and lead.task_state == "disabled":
            if ended_by_plan(item.task):
                self.events.append(
                    TaskEnabled(task_id=lead.task_id, happened_on=self.on)
                )
            return
        if lead.task_id in self.planned:
            return
        self._plan(
            row,
            lead.task_id,
            TaskTerms(
                title=f"{_title(row)}: {lead.period} ahead",
                moves_with=Derived(follows=anchor, period=lead.period),
                prepares=(anchor,),
                **self._people(row),
            ),
        )

    def _disable(self, row: PlanRow, lead: LeadTime) -> None:
        item = self.look.tasks.get(lead.task_id)
        if item is not None and str(item.task.state) in ("available", "enabled"):
            self.events.append(
                TaskDisabled(
                    task_id=lead.task_id,
                    ground=f"{BY_PLAN}{row.item_id} is {row.state}",
                    happened_on=self.on,
                )
            )

    def _plan(self, row: PlanRow, task_id: str, terms: TaskTerms) -> None:
        self.events.append(
            TaskPlanned(task_id=task_id, terms=terms, happened_on=self.on)
        )
        self.planned.add(task_id)
        self._link(row, Ref("task", task_id))

    def _work(self, row: PlanRow, by_item: dict[str, list[PlanRow]]) -> None:
        """Plan a task that has begun, keep its day and its order, end it."""
        name = str(row.task_id)
        item = self.look.tasks.get(name)
        after = comes_first(row, by_item, self.planned)
        if item is None:
            if self._has_begun(row, by_item):
                self._plan(
                    row,
                    name,
                    TaskTerms(
                        title=_title(row),
                        due_on=row.own_day,
                        moves_with=row.moves_with,
                        after=after,
                        **self._people(row),
                    ),
                )
        elif item.task.is_open:
            self._keep(row, item.task, after, lapsed(row, by_item))
        elif ended_by_plan(item.task) and self._has_begun(row, by_item):
            ground = f"{BY_PLAN}it has begun again"
            self.events.append(
                TaskReopened(task_id=name, ground=ground, happened_on=self.on)
            )
            self._adjust(row, item.task, after, lapsed(row, by_item))

    def _has_begun(self, row: PlanRow, by_item: dict[str, list[PlanRow]]) -> bool:
        """Tell whether a task is to be planned: what comes first has begun, too."""
        if row.state == "ready":
            return True
        held = [one for one in row.waits_for if not one.startswith("item ")]
        if row.state != "waiting" or row.begun_on is None or held:
            return False
        return all(
            other.is_settled or other.task_id in self.planned
            for name in row.item.after
            for other in rows_before(row, by_item.get(name, ()))
        )

    def _keep(
        self,
        row: PlanRow,
        task: Task,
        after: tuple[str, ...],
        in_vain: frozenset[str],
    ) -> None:
        name = task.task_id
        if row.state == "waived":
            left = self.look.plan.why_left_out(row.item_id, row.instance)
            by = None if left is None else left.approved_by
            if by is not None:
                self.events.append(
                    TaskWaived(
                        task_id=name,
                        ground=f"{BY_PLAN}{row.item_id} is waived",
                        approved_by=by,
                        happened_on=self.on,
                    )
                )
        elif row.state in ("void", "skipped"):
            # Why it is skipped is somebody's own words, and stays where it was said.
            why = row.why if row.state == "void" else f"{row.item_id} is skipped"
            self.events.append(
                TaskTerminated(
                    task_id=name, ground=f"{BY_PLAN}{why}", happened_on=self.on
                )
            )
        elif row.is_open:
            self._adjust(row, task, after, in_vain)

    def _adjust(
        self,
        row: PlanRow,
        task: Task,
        after: tuple[str, ...],
        in_vain: frozenset[str],
    ) -> None:
        """Give a task the day and the order that it has by now.

        Neither a day nor an order that somebody gave by hand is taken away.
        """
        if _is_another_day(row, task):
            self.events.append(
                TaskRescheduled(
                    task_id=task.task_id,
                    due_on=row.own_day,
                    moves_with=row.moves_with,
                    happened_on=self.on,
                )
            )
        falls = self.orders.get(task.task_id, frozenset()) | in_vain
        kept = (one for one in task.terms.after if one in after or one not in falls)
        now = tuple(dict.fromkeys((*kept, *after)))
        if now != task.terms.after:
            self.events.append(
                TaskSequenced(task_id=task.task_id, after=now, happened_on=self.on)
            )


def _title(row: PlanRow) -> str:
    """Return what is to be done, with the id of the party where there are several."""
    whose = f" ({', '.join(row.of)})" if row.of and row.item.per != "case" else ""
    return f"{row.title}{whose}"


def _is_another_day(row: PlanRow, task: Task) -> bool:
    """Tell whether a task has to follow something else; a day of one's own is kept."""
    wanted, now = row.moves_with, task.terms.moves_with
    if wanted is None:
        is_new = row.own_day is not None
        return is_new and now is None and task.terms.due_on is None
    if now is None:
        return task.terms.due_on is None
    is_of_plan = (now.period, now.direction) == (wanted.period, wanted.direction)
    return is_of_plan and now.follows != wanted.follows
