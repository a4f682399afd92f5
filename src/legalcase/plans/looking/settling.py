"""Settling: what ends with a stage or the case, what waits for what comes first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from legalcase.model.deadlines.looking.dates import shifted
from legalcase.plans.looking.dated import outlives
from legalcase.plans.looking.hits import entered
from legalcase.plans.row import OPEN, SETTLED, LeadTime, PlanRow, StageStanding

if TYPE_CHECKING:
    from collections.abc import Mapping

    from legalcase.plans.looking.context import Instance, Looking
    from legalcase.practice.plan import PlaybookItem

__all__ = ["rows_of", "stages_of"]

_DONE_WITH: Final = ("disposed", "closed")
#: What keeps a stage from being completed, where the item is required.
_BLOCKS: Final = frozenset({*OPEN, "given-up", "over", "skipped"})


def rows_of(look: Looking) -> tuple[PlanRow, ...]:
    """Return the rows of a plan, in the order of its stages and items."""
    for name in item_order(look.items):
        look.instances(name)
    left = _left(look)
    is_over = str(look.case.status) in _DONE_WITH
    found = {
        name: tuple(
            _voided(look, one, is_left=item.stage in left, is_over=is_over)
            for one in look.instances(name)
        )
        for name, item in look.items.items()
    }
    places = [one.stage_id for one in look.plan.playbook.stages]
    order = sorted(look.items.values(), key=lambda item: places.index(item.stage))
    return tuple(
        _row(look, _held_up(one, found, left))
        for item in order
        for one in found[item.item_id]
    )


def _left(look: Looking) -> set[str]:
    """Return the stages after which a later one was entered."""
    stages = [one.stage_id for one in look.plan.playbook.stages]
    on = [place for place, name in enumerate(stages) if entered(look, name)]
    return set(stages[: max(on, default=0)])


def _voided(look: Looking, one: Instance, *, is_left: bool, is_over: bool) -> Instance:
    """Return an instance that ended with its stage or with the case, if it did."""
    item = one.item
    is_set = item.kind == "hearing" and one.state == "planned"
    if one.state not in {*OPEN, "over", "given-up"} or is_set:
        return one
    if is_over and not outlives(look, item):
        return evolve(
            one, state="void", waits_for=(), why=f"the case is {look.case.status}"
        )
    if is_left and item.on_stage_exit == "end" and item.is_work:
        why = f"the stage {item.stage} was left"
        return evolve(one, state="void", waits_for=(), why=why)
    return one


def _held_up(
    one: Instance, found: dict[str, tuple[Instance, ...]], left: set[str]
) -> Instance:
    """Return an instance that waits for what comes first, if it does.

    Nothing waits for what waits for an event that never came, once its stage is left.
    """
    waits: list[str] = []
    for name in one.item.after:
        others = found.get(name, ())
        mine = [other for other in others if _is_same(one, other)] or list(others)
        if any(other.state not in SETTLED and not _idle(other, left) for other in mine):
            waits.append(f"item {name}")
    if not waits or one.state not in OPEN:
        return one
    state = "waiting" if one.state == "ready" and one.item.is_work else one.state
    return evolve(one, state=state, waits_for=(*one.waits_for, *waits))


def _idle(one: Instance, left: set[str]) -> bool:
    return (
        one.state == "waiting"
        and one.begun_on is None
        and not one.linked
        and one.item.stage in left
    )


def _is_same(one: Instance, other: Instance) -> bool:
    return bool(one.who) and one.who == other.who


def _row(look: Looking, one: Instance) -> PlanRow:
    item = one.item
    noun, name = ("", "") if one.anchor is None else (one.anchor.noun, one.anchor.id)
    accountable, responsible = _people(look, one)
    return PlanRow(
        plan_id=look.plan.plan_id,
        item=item,
        instance=one.name,
        of=one.of,
        state=one.state,
        waits_for=one.waits_for,
        why=one.why,
        begun_on=one.begun_on,
        done_on=one.done_on,
        dates=one.dates,
        lead_times=tuple(_lead_times(look, one)),
        because=one.because,
        accountable=accountable,
        responsible=responsible,
        linked=one.linked,
        task_id=one.task_id if item.is_work else None,
        deadline_id=name if noun == "deadline" else None,
        hearing_id=name if noun == "hearing" else None,
        scheduled=one.scheduled,
        moves_with=one.moves_with,
        own_day=one.own_day,
        notes=one.notes,
    )


def _people(look: Looking, one: Instance) -> tuple[str | None, tuple[str, ...]]:
    """Return who answers for it and who does it: of its task, else by the roles."""
    task = look.tasks.get(one.task_id or "")
    if task is not None:
        return task.task.accountable, task.task.responsible
    people = map(look.plan.person, one.item.responsible)
    responsible = dict.fromkeys(one for one in people if one is not None)
    return look.plan.person(one.item.accountable), tuple(responsible)


def _lead_times(look: Looking, one: Instance) -> list[LeadTime]:
    """Return our own dates ahead of a deadline or a hearing that there is."""
    if one.anchor is None or one.item.is_work:
        return []
    found = []
    for period in one.item.lead_times:
        task_id = look.task_id(one.item.item_id, one.name, period)
        task = look.tasks.get(task_id)
        day = one.dates.shown
        if task is not None:
            day = task.dates.shown
        elif day is not None:
            day = shifted(day, period, -1)
        state = None if task is None else task.state
        found.append(
            LeadTime(period=period, shown=day, task_id=task_id, task_state=state)
        )
    return found


def stages_of(look: Looking, rows: tuple[PlanRow, ...]) -> tuple[StageStanding, ...]:
    """Return where each stage stands: completed only when all required is done."""
    left = _left(look)
    is_over = str(look.case.status) in _DONE_WITH
    found = []
    for stage in look.plan.playbook.stages:
        hit = entered(look, stage.stage_id)
        mine = [row for row in rows if row.stage == stage.stage_id]
        is_left = stage.stage_id in left
        blocking = [row.item_id for row in mine if _blocks(row, is_left=is_left)]
        if hit is None:
            state = "void" if is_over and not _lives(look, mine) else "waiting"
        elif not blocking:
            state = "completed"
        else:
            state = "left" if is_left else "active"
        found.append(
            StageStanding(
                stage_id=stage.stage_id,
                title=stage.title,
                state=state,
                entered_on=None if hit is None else hit.on,
                open_items=tuple(dict.fromkeys(blocking)) if hit is not None else (),
                waits_for=tuple(map(str, stage.enters)) if hit is None else (),
            )
        )
    return tuple(found)


def _blocks(row: PlanRow, *, is_left: bool) -> bool:
    """Tell whether a row keeps its stage from being completed.

    What waits for an event that has not happened no longer does once the stage is
    left: it has nothing to be done.
    """
    if not row.item.is_required or row.state not in _BLOCKS:
        return False
    return not (is_left and row.state == "waiting" and row.begun_on is None)


def _lives(look: Looking, rows: list[PlanRow]) -> bool:
    return any(outlives(look, row.item) for row in rows)


def item_order(items: Mapping[str, PlaybookItem]) -> list[str]:
    """Return the ids of items, those first that others need: no recursion, no end."""
    found: dict[str, None] = {}
    for first in items:
        waiting = [first]
        above: set[str] = set()
        while waiting:
            name = waiting[-1]
            needed = [
                one
                for one in _needs(items[name])
                if one in items and one not in found and one not in above
            ]
            above.add(name)
            if needed and name not in found:
                waiting.extend(needed)
            else:
                waiting.pop()
                found[name] = None
    return list(found)


def _needs(item: PlaybookItem) -> tuple[str, ...]:
    """Return the items on which an item hangs."""
    sentries = list(item.when)
    if item.offset is not None:
        sentries.append(item.offset.of)
    named = (one.item for one in sentries)
    return (*item.after, *(name for name in named if name is not None))
