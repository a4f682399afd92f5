"""migrate: a plan goes on by another edition of its playbook; done stays done."""

from __future__ import annotations

from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from attrs import evolve, field, frozen

from legalcase.dates import as_date
from legalcase.errors import InvalidTypeError, MissingInputError
from legalcase.markup import Table
from legalcase.model.deadlines.beside import around_in
from legalcase.model.deadlines.looking.dates import dates_of, day_of, shifted
from legalcase.model.tasks.events import TaskRescheduled, TaskTerminated
from legalcase.plain_data import PlainData
from legalcase.plans.looking.of_case import roles_given
from legalcase.plans.planned import Plan, plan
from legalcase.plans.suiting import case_asked
from legalcase.practice.plan import (
    PLAN,
    AdoptedPlan,
    PlanMigrated,
    Playbook,
    PlaybookDiff,
)
from legalcase.practice.plan.handlers import check_added

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from legalcase.kernel.events.event import Event
    from legalcase.kernel.lines.recorded import Draft
    from legalcase.law.lawbook import Law
    from legalcase.model.case import Case
    from legalcase.model.case_file import CaseFile
    from legalcase.model.tasks.state import Task
    from legalcase.plans.row import PlanRow

__all__ = ["MIGRATED", "MigratedItem", "Migration", "migrate"]

#: What becomes of an item, and what that means.
MIGRATED: Final[Mapping[str, str]] = MappingProxyType(
    {
        "done": "it is done, and stays so, whatever the new edition says of it",
        "left-out": "it was skipped or waived, and stays so",
        "moved": "it is open, and hangs on something else or is due on another day",
        "pinned": "somebody gave its task another day, which stays",
        "kept": "it is open, and nothing of its date changes",
        "new": "the new edition has it, and the old one had not",
        "ended": "the new edition has it no more, and its open tasks end",
        "gone": "the new edition has it no more, and nothing was open for it",
    }
)
_HEAD: Final = ("item", "what", "becomes", "day before", "day after", "keys", "tasks")


@frozen(kw_only=True)
class MigratedItem(PlainData):
    """What becomes of one item in a migration: a word of `MIGRATED`, and its days.

    `keys` are those in which the new edition differs, `of` are the parties; `ends` are
    the tasks that end.
    """

    item: str
    instance: str | None = None
    of: tuple[str, ...] = ()
    title: str = field(repr=False)
    how: str
    before: date | None = None
    after: date | None = None
    keys: tuple[str, ...] = ()
    task_id: str | None = None
    ends: tuple[str, ...] = ()


@frozen(kw_only=True, repr=False)
class Migration(PlainData):
    """How the plan of a case goes on by another edition of its playbook.

    `diff` is what the editions say otherwise, `items` what becomes of each item. It
    is a value and changes nothing: `events()` are to be recorded by somebody.
    """

    case_id: str
    plan_id: str
    diff: PlaybookDiff
    items: tuple[MigratedItem, ...]
    newer: Playbook
    on: date | None = None
    _old: Plan = field(eq=False, repr=False, alias="old")
    _new: Plan = field(eq=False, repr=False, alias="new")

    def __repr__(self) -> str:
        """Return from which edition to which, and what becomes of how many items."""
        counts: dict[str, int] = {}
        for one in self.items:
            counts[one.how] = counts.get(one.how, 0) + 1
        said = ", ".join(f"{count} {how}" for how, count in counts.items())
        return (
            f"<Migration {self.plan_id!r} of {self.case_id!r} from "
            f"{self.diff.before} to {self.diff.after}: {said}>"
        )

    def of(self, how: str) -> tuple[MigratedItem, ...]:
        """Return the items of which something becomes, a word of `MIGRATED`."""
        return tuple(one for one in self.items if one.how == how)

    def events(
        self, *, on: date | None = None, ground: str | None = None
    ) -> tuple[Event | Draft, ...]:
        """Return the events of the migration, for somebody to record.

        The plan is migrated; the open tasks of what is gone end; those whose item
        hangs on something else follow that; then come the events of the plan by the
        new edition. A case that is worked by that text already is not migrated to it.
        Raises `MissingInputError` without a day, and where nobody fills a
        role that is needed.
        """
        day = self.on if on is None else as_date(on, "on")
        if day is None:
            msg = (
                "Nothing says on which day the plan is migrated. Pass on=date(…), here "
                "or to migrate."
            )
            raise MissingInputError(msg, field="on", value=None)
        first: tuple[Event, ...] = ()
        if self._old.digest != self.newer.digest:
            migrated = PlanMigrated(
                plan_id=self.plan_id,
                playbook=self.newer,
                digest=self.newer.digest,
                ground=ground,
                happened_on=day,
            )
            first = (migrated,)
        after = self._new.events_after(self._old, on=day)
        seen = {
            getattr(one, "task_id", None)
            for one in after
            if isinstance(one, TaskRescheduled | TaskTerminated)
        }
        # What a task follows may be a deadline that these events set.
        return (
            *first,
            *(one for one in self._ended(day) if one.task_id not in seen),
            *after,
            *(one for one in self._moved(day) if one.task_id not in seen),
        )

    def _ended(self, day: date) -> Iterator[TaskTerminated]:
        ground = f"By the plan: edition {self.newer.edition} has no such item"
        for one in self.items:
            for task in one.ends:
                yield TaskTerminated(task_id=task, ground=ground, happened_on=day)

    def _moved(self, day: date) -> Iterator[TaskRescheduled]:
        rows = {row.key: row for row in self._new.rows}
        for one in self.of("moved"):
            row = rows[one.item, one.instance]
            if one.task_id is not None and row.item.is_work:
                yield TaskRescheduled(
                    task_id=one.task_id,
                    due_on=row.own_day,
                    moves_with=row.moves_with,
                    happened_on=day,
                )

    def to_rows(self) -> list[dict[str, Any]]:
        """Return one row an item, as plain data."""
        return [one.to_dict() for one in self.items]

    def to_dict(self) -> dict[str, Any]:
        """Return the migration as plain JSON types: editions, changes, items."""
        return {
            "case_id": self.case_id,
            "plan_id": self.plan_id,
            "before": self.diff.before,
            "after": self.diff.after,
            "changes": self.diff.to_rows(),
            "items": self.to_rows(),
        }

    def __str__(self) -> str:
        """Return what changes, and what becomes of each item, as tables of text."""
        return f"{self._table().text()}\n\n{self.diff}"

    def _repr_html_(self) -> str:
        return self._table().html() + self.diff._repr_html_()

    def _table(self) -> Table:
        title = (
            f"Plan of {self.case_id}: {self.plan_id} from edition {self.diff.before} "
            f"to {self.diff.after}"
        )
        table = Table(title, _HEAD)
        for one in self.items:
            table.add(
                f"{one.item} ({', '.join(one.of)})" if one.of else one.item,
                one.title,
                one.how.replace("-", " "),
                "" if one.before is None else one.before.isoformat(),
                "" if one.after is None else one.after.isoformat(),
                ", ".join(one.keys),
                ", ".join(one.ends) or (one.task_id or ""),
                mark="strong" if one.how in ("moved", "new", "ended") else "",
            )
        return table


def migrate(
    case: Case | CaseFile,
    newer: Playbook,
    law: Law,
    *,
    plan_id: str | None = None,
    roles: Mapping[str, str] | None = None,
    on: date | None = None,
    complexity: int | None = None,
) -> Migration:
    """Return how the plan of a case goes on by another edition of its playbook.

    What is done, skipped or waived stays so. What is open keeps its task, which follows
    what the new edition says, unless somebody gave it a day of its own. What the new
    edition has no more ends; deadlines of the case stay, as the law gives them.
    `plan_id` says which plan, where several are by this playbook; `roles` say who fills
    the roles that the new edition has besides, or otherwise. `on` and `complexity` are
    those of `Plan.of`.

    Raises `UnknownNameError` where the case is not worked by this playbook,
    `MissingInputError` where it is not said by which plan, and `InvalidValueError`
    where an item that was added to the case names what the new edition has not, or has
    the id of one that it has.
    """
    given: object = newer
    if not isinstance(given, Playbook):
        msg = (
            f"A plan is migrated to a Playbook, not to {type(given).__name__}. Pass "
            "Playbooks.bundled()['…']."
        )
        raise InvalidTypeError(msg, field="newer", value=None)
    asked = case_asked(case)
    adopted = _worked_by(asked, newer, plan_id)
    check_added(newer, adopted.added)
    old = plan(asked, law, plan_id=adopted.plan_id, on=on, complexity=complexity)
    known = {one.role_id for one in newer.roles}
    moved = evolve(
        adopted,
        playbook=newer,
        digest=newer.digest,
        roles=tuple(pair for pair in adopted.roles if pair[0] in known),
    )
    new = Plan._of(  # noqa: SLF001 - as `plan` does
        moved,
        asked,
        law,
        roles=roles_given(newer, roles),
        on=on,
        complexity=complexity,
    )
    diff = adopted.playbook.diff(newer)
    return Migration(
        case_id=asked.case_id,
        plan_id=adopted.plan_id,
        diff=diff,
        items=tuple(_items(asked, old, new, diff)),
        newer=newer,
        on=on,
        old=old,
        new=new,
    )


def _worked_by(case: Case, newer: Playbook, plan_id: str | None) -> AdoptedPlan:
    """Return the plan that is by a playbook; the one that is named, if one is."""
    adopted = case[PLAN].adopted
    if plan_id is not None:
        return adopted[plan_id]
    found = [one for one in adopted if one.playbook.playbook_id == newer.playbook_id]
    if len(found) > 1:
        names = ", ".join(one.plan_id for one in found)
        msg = (
            f"The plans {names} are by {newer.playbook_id!r}, and it is not said which "
            "is meant. Pass plan_id=."
        )
        raise MissingInputError(msg, field="plan_id", value=None)
    return found[0] if found else adopted[newer.playbook_id]


def _items(
    case: Case, old: Plan, new: Plan, diff: PlaybookDiff
) -> Iterator[MigratedItem]:
    tasks = {one.task_id: one for one in case.tasks}
    was = {row.key: row for row in old.rows}
    wanted = {name for row in new.rows for name in _tasks_of(row)}
    keys = {
        one.id: tuple(key.key for key in one.keys)
        for one in diff.changes
        if one.noun == "item"
    }
    there = {row.key for row in new.rows}
    for row in new.rows:
        before = was.get(row.key)
        ends = () if before is None else _ends(before, wanted, tasks)
        how = "new" if before is None else _how(before, row, tasks)
        yield MigratedItem(
            item=row.item_id,
            instance=row.instance,
            of=row.of,
            title=row.title,
            how=how,
            before=None if before is None else before.shown,
            after=_day_of(case, row, new) if how == "moved" else row.shown,
            keys=keys.get(row.item_id, ()),
            task_id=row.task_id if row.task_id in tasks else None,
            ends=ends,
        )
    for row in old.rows:
        if row.key not in there:
            ends = _ends(row, wanted, tasks)
            is_done = row.state == "done"
            yield MigratedItem(
                item=row.item_id,
                instance=row.instance,
                of=row.of,
                title=row.title,
                how="ended" if ends else "done" if is_done else "gone",
                before=row.shown,
                ends=ends,
            )


def _day_of(case: Case, row: PlanRow, new: Plan) -> date | None:
    """Return the day that a row will have, once its task follows what it says.

    That may be a deadline which is to be set first.
    """
    follows = row.moves_with
    if follows is None:
        return row.own_day or row.shown
    around = around_in(case.folded)
    if follows.follows.noun == "deadline":
        name = follows.follows.id
        deadline = around.deadlines.find(name)
        if deadline is not None:
            day = dates_of(around, deadline).shown
        else:
            to_be_set = (one.shown for one in new.rows if one.deadline_id == name)
            day = next(to_be_set, None)
    else:
        day = day_of(around, follows.follows)
    if day is None:
        return None
    return shifted(day, follows.period, 1 if follows.direction == "after" else -1)


def _tasks_of(row: PlanRow) -> Iterator[str]:
    if row.task_id is not None:
        yield row.task_id
    for lead in row.lead_times:
        yield lead.task_id


def _ends(row: PlanRow, wanted: set[str], tasks: dict[str, Task]) -> tuple[str, ...]:
    """Return the open tasks of a row that the new edition does not want any more."""
    return tuple(
        name
        for name in _tasks_of(row)
        if name not in wanted and name in tasks and tasks[name].is_open
    )


def _how(before: PlanRow, row: PlanRow, tasks: dict[str, Task]) -> str:
    """Return what becomes of an item that both editions have."""
    if "done" in (before.state, row.state):
        return "done"
    if {before.state, row.state} & {"skipped", "waived"}:
        return "left-out"
    task = tasks.get(row.task_id or "")
    if task is not None and task.is_open and row.item.is_work:
        wanted = (row.own_day, row.moves_with)
        stands = (task.terms.due_on, task.terms.moves_with)
        if wanted in (stands, (None, None)):
            return "kept"
        is_ours = stands in ((before.own_day, before.moves_with), (None, None))
        return "moved" if is_ours else "pinned"
    return "kept" if before.shown == row.shown else "moved"
