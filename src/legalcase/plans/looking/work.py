"""Work: the items that become tasks, for whom they stand, and what became of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attrs import evolve

from legalcase.model.deadlines.basis import Derived
from legalcase.model.deadlines.due_dates import DueDates
from legalcase.model.deadlines.looking.dates import shifted
from legalcase.plans.looking.conditions import holds
from legalcase.plans.looking.context import Instance, named
from legalcase.plans.looking.hits import (
    anchors,
    entered,
    has_happened,
    hits_of_any,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from legalcase.kernel.events.ref import Ref
    from legalcase.model.tasks.state import Task
    from legalcase.plans.looking.context import Hit, Looking
    from legalcase.practice.plan import PlanSentry, PlaybookItem
    from legalcase.scheduling import Because
    from legalcase.scheduling.finding.happenings import Happening

__all__ = [
    "BY_PLAN",
    "concerns",
    "done_by",
    "ended_by_plan",
    "waiting_for",
    "work",
]

#: With which words the ground begins for which a plan ends a task.
BY_PLAN: Final = "By the plan: "
#: Why something ended that began with what was struck, or corrected.
GONE: Final = "what it began with is not there any more"

#: Where a deadline stands that the plan sets, or that is set.
_TO_BE_SET: Final = ("ready", "planned")
#: Where a task stands, as the state of an item.
_OF_TASK: Final = {
    "available": "planned",
    "enabled": "planned",
    "active": "active",
    "suspended": "active",
    "completed": "done",
    "disabled": "skipped",
    "failed": "given-up",
    "terminated": "given-up",
}


def work(look: Looking, item: PlaybookItem) -> tuple[Instance, ...]:
    """Return what there is of an item that becomes a task."""
    found = hits_of_any(look, item.when)
    if not item.when:
        stage = entered(look, item.stage)
        found = [] if stage is None else [stage]
    people = _whose(look, item)
    if not people:
        noun = {"charge": "a charge", "opponent": "another party"}
        what = noun.get(item.per, "a client")
        bare = Instance(item=item, name=None, state="waiting", waits_for=(what,))
        return (bare, *_begun_no_more(look, item, set()))
    ones = [one for who in people for one in _of_one(look, item, who, found)]
    known = {one.task_id for one in ones}
    return (*ones, *_begun_no_more(look, item, known))


def _begun_no_more(
    look: Looking, item: PlaybookItem, known: set[str | None]
) -> Iterator[Instance]:
    """Yield what the plan began because of something that is not there any more."""
    for link in look.plan.linked_to(item.item_id):
        task_id = link.of.removeprefix("task:")
        if task_id in known or task_id not in look.tasks:
            continue
        if task_id != look.task_id(item.item_id, link.instance):
            continue
        if look.tasks[task_id].task.is_open:
            yield Instance(
                item=item,
                name=link.instance,
                state="void",
                why=GONE,
                linked=(link.of,),
                task_id=task_id,
            )


def _whose(look: Looking, item: PlaybookItem) -> tuple[str, ...]:
    """Return for whom an item stands: parties or charges, ``""`` is the case."""
    match item.per:
        case "participant":
            return look.clients
        case "opponent":
            return look.opponents
        case "charge":
            charges = [one for one in look.case.charges if not one.superseded_by]
            ours = [one for one in charges if one.of in look.clients]
            return tuple(one.charge_id for one in ours or charges)
        case _:
            return ("",)


def concerns(look: Looking, item: PlaybookItem, who: str, hit: Hit) -> bool:
    """Tell whether what happened concerns somebody for whom an item stands.

    What names none of those for whom it stands concerns each of them.
    """
    if item.per == "charge":
        party = look.case.charges[who].of
        return (not hit.charges or who in hit.charges) and (
            not hit.parties & set(look.clients) or party in hit.parties
        )
    group = set(look.opponents if item.per == "opponent" else look.clients)
    named_ = hit.parties & group
    return not who or not named_ or who in named_


def _of_one(
    look: Looking, item: PlaybookItem, who: str, found: list[Hit]
) -> Iterator[Instance]:
    bare = Instance(
        item=item,
        name=named(who),
        who=who,
        of=(who,) if who else (),
        state="waiting",
    )
    is_so, said = holds(look, item, who)
    if is_so is False:
        yield evolve(bare, state="not-applicable", why=said)
        return
    begun = [hit for hit in found if concerns(look, item, who, hit)]
    if not begun:
        missing = (said,) if said else ()
        yield _ended(look, evolve(bare, waits_for=(*waiting_for(item), *missing)))
        return
    for hit in _picked(item, begun):
        name = named(who, _said(hit)) if item.pick == "each" else bare.name
        one = evolve(
            bare,
            name=name,
            begun_on=hit.on,
            because=() if hit.because is None else (hit.because,),
            **_day(look, item, who, hit),
        )
        one = evolve(one, waits_for=(said,)) if said else evolve(one, state="ready")
        yield _ended(look, one, hit)


def waiting_for(item: PlaybookItem) -> tuple[str, ...]:
    """Return for what an item waits that has not begun."""
    return tuple(map(str, item.when)) or (f"stage {item.stage}",)


def _picked(item: PlaybookItem, begun: list[Hit]) -> list[Hit]:
    match item.pick:
        case "each":
            return begun
        case "latest":
            return begun[-1:]
        case _:
            return begun[:1]


def _said(hit: Hit) -> str:
    return str(hit.on) if hit.because is None else str(hit.because.of)


def _day(look: Looking, item: PlaybookItem, who: str, hit: Hit) -> dict[str, Any]:
    """Return the date of our own: with what it moves, or the day itself."""
    offset = item.offset
    if offset is None:
        return {}
    found = [one for one in anchors(look, offset.of) if concerns(look, item, who, one)]
    if hit.anchor is not None and hit.anchor in [one.anchor for one in found]:
        anchor: Hit | None = hit
    else:
        anchor = next(iter(_picked(item, found)), None)
    if anchor is None or anchor.on is None:
        return {}
    day = shifted(anchor.on, offset.period, 1 if offset.direction == "after" else -1)
    dates = DueDates(due=day, safe=day, shown=day)
    if anchor.anchor is None or not _stands(look, offset.of, anchor.anchor):
        return {"dates": dates, "own_day": day}
    moves_with = Derived(
        follows=anchor.anchor, period=offset.period, direction=offset.direction
    )
    return {"dates": dates, "moves_with": moves_with}


def _stands(look: Looking, of: PlanSentry, anchor: Ref) -> bool:
    """Tell whether an anchor is in the case, or will be once the plan is recorded.

    A deadline that was met before anybody set it is none of the case: no task can
    follow it, and its day is kept.
    """
    if anchor.noun != "deadline" or look.case.deadlines.find(anchor.id) is not None:
        return True
    return any(
        one.anchor == anchor and one.state in _TO_BE_SET
        for one in look.instances(of.word)
    )


def _ended(look: Looking, one: Instance, hit: Hit | None = None) -> Instance:
    """Return an instance with what was recorded of it, and what the docket shows."""
    item = one.item
    task_id = look.task_id(item.item_id, one.name)
    links = look.plan.linked(item.item_id, one.name)
    linked = [link.of for link in links]
    tasks = [of.partition(":")[2] for of in linked if of.startswith("task:")]
    # A task of somebody's own that is the item goes before that of the plan.
    task_id = next((name for name in reversed(tasks) if name != task_id), task_id)
    one = evolve(one, task_id=task_id, linked=tuple(linked))
    task = look.tasks[task_id].task if task_id in look.tasks else None
    is_ours = task_id == look.task_id(item.item_id, one.name)
    if task is not None and hit is None and is_ours and task.is_open:
        return evolve(one, state="void", why=GONE, waits_for=())
    if task is not None and not ended_by_plan(task):
        one = _of_task(look, one, task)
    if one.state == "done" or (hit is None and one.state == "waiting"):
        return evolve(one, **look.left_out(item, one.name))
    if hit is not None:
        for because, day in _shown(look, one, hit):
            note: tuple[str, ...] = ()
            if task is not None and task.is_open:
                note = ("the docket shows it; its task is still open",)
            return evolve(
                one,
                state="done",
                waits_for=(),
                done_on=day,
                because=(*one.because, because) if because else one.because,
                notes=note,
            )
    return evolve(one, **look.left_out(item, one.name))


def ended_by_plan(task: Task) -> bool:
    """Tell whether the plan ended a task, and nobody else did."""
    end = task.end
    return end is not None and str(end.ground or "").startswith(BY_PLAN)


def _of_task(look: Looking, one: Instance, task: Task) -> Instance:
    state = "waived" if task.is_waived else _OF_TASK[str(task.state)]
    return evolve(
        one,
        state=state,
        waits_for=(),
        done_on=None if task.end is None else task.end.on,
        dates=look.tasks[task.task_id].dates,
    )


def _shown(
    look: Looking, one: Instance, hit: Hit
) -> Iterator[tuple[Because | None, Any]]:
    """Yield what shows that an item is done: on the docket, or a paper in the file."""
    for found in done_by(look, one.item, one.who, hit):
        yield found.because, found.day
    if one.item.document is None:
        return
    for document in look.case.documents:
        is_it = document.kind == one.item.document and document.is_current
        if is_it and _is_theirs(one, hit, document.of, document.from_parties):
            yield None, document.since_on


def _is_theirs(
    one: Instance, hit: Hit, of: Iterable[str], parties: Iterable[str]
) -> bool:
    """Tell whether a paper is that of an instance, where there can be several."""
    if one.item.pick == "each":
        return hit.anchor is not None and str(hit.anchor) in set(of)
    return not one.who or one.who in set(parties) or f"party:{one.who}" in set(of)


def done_by(
    look: Looking, item: PlaybookItem, who: str, hit: Hit
) -> Iterator[Happening]:
    """Yield what on the docket completes an item that began with a hit.

    By us, or by the other party where the item stands for each of them; by the court
    where nobody did it. What is about something else does not count.
    """
    anchor = None if hit.anchor is None else str(hit.anchor)
    party = look.case.charges[who].of if item.per == "charge" else who
    actors = set(look.clients) | ({party} if party else set())
    for word in item.done_by:
        for one in look.happened.of(word):
            if not has_happened(look, one) or one.day is None:
                continue
            if hit.on is not None and one.day < hit.on:
                continue
            if one.by and not actors & {*one.by}:
                continue
            names = {*one.by, *one.on, *one.of} & {*look.clients, *look.opponents}
            if party and names and party not in names:
                continue
            if anchor and one.about and not look.happened.links.meet(anchor, one.key):
                continue
            yield one
