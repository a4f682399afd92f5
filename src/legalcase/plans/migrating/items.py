"""What becomes of each item of a plan by another edition, of its task and its day."""

from __future__ import annotations

from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from legalcase.model.deadlines.beside import around_in
from legalcase.model.deadlines.looking.dates import dates_of, day_of, shifted
from legalcase.plain_data import PlainData

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from legalcase.model.case import Case
    from legalcase.model.tasks.state import Task
    from legalcase.plans.planned import Plan
    from legalcase.plans.row import PlanRow
    from legalcase.practice.plan import PlaybookDiff

__all__ = ["MIGRATED", "MigratedItem", "items_of"]

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


def items_of(
    case: Case, old: Plan, new: Plan, diff: PlaybookDiff
) -> Iterator[MigratedItem]:
    """Yield what becomes of each item: those of the new edition, then what is gone."""
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
