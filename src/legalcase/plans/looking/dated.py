"""Dated: the items whose dates come from elsewhere: deadlines, and hearings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attrs import evolve

from legalcase.dates import own_day
from legalcase.errors import LegalCaseError
from legalcase.kernel.events.ref import Ref
from legalcase.model.deadlines.basis import Agreed, Computed, Ordered
from legalcase.model.deadlines.due_dates import DueDates
from legalcase.model.hearings.state import HearingState
from legalcase.plans.looking.conditions import holds
from legalcase.plans.looking.context import Hit, Instance
from legalcase.plans.looking.hits import hearings_of, hits_of_any
from legalcase.plans.looking.work import done_by
from legalcase.scheduling import Because
from legalcase.scheduling.moving.again import is_gone
from legalcase.scheduling.proposals import id_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.catalogue.deadline_rule import DeadlineRule
    from legalcase.model.deadlines.state import Deadline
    from legalcase.model.hearings.state import Hearing
    from legalcase.plans.looking.context import Looking
    from legalcase.practice.plan import PlaybookItem
    from legalcase.scheduling import ScheduledDeadline

__all__ = ["deadlines", "hearings", "outlives", "rules_of"]

#: Where a row of a schedule stands, as the state of an item.
_OF_ROW: Final = {
    "new": "ready",
    "set": "planned",
    "met": "done",
    "pending": "waiting",
    "declined": "skipped",
    "question": "waiting",
    "not-running": "waiting",
    "over": "over",
}
#: What became of a deadline of the case, as the state of an item.
_OF_OUTCOME: Final = {
    "met": "done",
    "missed": "over",
    "vacated": "void",
    "waived": "void",
    "moot": "void",
}


def rules_of(look: Looking, item: PlaybookItem) -> dict[str, DeadlineRule | None]:
    """Return the deadlines of the law that an item is; ``None``: not at hand."""
    found: dict[str, DeadlineRule | None] = {}
    for name in item.rules:
        try:
            rule = look.law.deadline(name)
        except LegalCaseError:
            found[name] = None
        else:
            found[rule.id] = rule
    return found


def outlives(look: Looking, item: PlaybookItem) -> bool:
    """Tell whether an item outlives the end of its case, as it says or as its law."""
    return item.survives or any(
        rule is not None and rule.after_disposition
        for rule in rules_of(look, item).values()
    )


def deadlines(look: Looking, item: PlaybookItem) -> tuple[Instance, ...]:
    """Return the deadlines of an item: as often as the law gives them."""
    rules = rules_of(look, item)
    found = [_of_row(look, item, row) for row in _rows(look, item, rules)]
    if item.by_order:
        found = [_of_deadline(look, item, one) for one in _by_order(look, item)]
    known = {of for one in found for of in one.linked}
    for link in look.plan.linked_to(item.item_id):
        if link.of.startswith("deadline:") and link.of not in known:
            deadline = look.case.deadlines.find(link.of.partition(":")[2])
            if deadline is not None:
                known.add(link.of)
                found.append(_of_deadline(look, item, deadline))
    is_so, said = holds(look, item, "")
    if is_so is False:
        notes = tuple(
            f"the law gives {one.dates.shown} all the same: see the schedule"
            for one in found
            if one.state in ("ready", "planned") and one.dates.shown is not None
        )
        one = Instance(
            item=item, name=None, state="not-applicable", why=said, notes=notes
        )
        return (one,)
    if found:
        notes = (f"not known: {said}",) if said else ()
        return tuple(
            evolve(one, notes=(*one.notes, *notes), **look.left_out(item, one.name))
            if one.state != "done"
            else one
            for one in found
        )
    waits = _waits(look, item, rules)
    one = Instance(item=item, name=None, state="waiting", waits_for=waits)
    return (evolve(one, **look.left_out(item, None)),)


def _waits(
    look: Looking, item: PlaybookItem, rules: dict[str, DeadlineRule | None]
) -> tuple[str, ...]:
    """Return for what a deadline waits that the law does not give yet."""
    if item.by_order:
        return ("an order, or an agreement, that sets its date",)
    lost = tuple(f"rule {name}, at hand" for name, rule in rules.items() if not rule)
    if lost:
        return lost
    if item.when and not hits_of_any(look, item.when):
        return tuple(map(str, item.when))
    words = {
        word: None
        for rule in rules.values()
        if rule is not None
        for word in rule.triggers
    }
    others = {
        name: None
        for rule in rules.values()
        if rule is not None
        for name in rule.references()
    }
    # What runs from no event runs from, or within, another deadline.
    return tuple(f"event {word}" for word in words) or tuple(
        f"deadline {name}" for name in others
    )


def _rows(
    look: Looking, item: PlaybookItem, rules: dict[str, DeadlineRule | None]
) -> Iterator[ScheduledDeadline]:
    """Yield the rows of the schedule: ours and the court's, or those of the others."""
    is_theirs = item.per == "opponent"
    for rows, is_others in ((look.schedule.rows, False), (look.schedule.others, True)):
        for row in rows:
            is_courts = row.side == "court"
            is_wanted = is_others == is_theirs and not (is_theirs and is_courts)
            is_wanted = is_wanted or (is_courts and not is_theirs)
            if row.rule in rules and is_wanted:
                yield row


def _of_row(look: Looking, item: PlaybookItem, row: ScheduledDeadline) -> Instance:
    name = row.original_id or row.deadline_id or id_of(row)
    state = _OF_ROW[row.state]
    changes: dict[str, Any] = {}
    linked: tuple[str, ...] = ()
    if row.deadline_id is not None:
        linked = (f"deadline:{name}",)
        outcome = str(look.case.deadlines[row.deadline_id].outcome)
        state = _OF_OUTCOME.get(outcome, state)
    if state == "done" and row.done is not None:
        changes["done_on"] = row.done.on
    if state == "waiting":
        changes["waits_for"] = (
            *row.dates.waits_for,
            *row.questions,
            *(one.text for one in row.findings),
        ) or (f"its time, which is {row.state}",)
    one = Instance(
        item=item,
        name=name,
        who=row.owed_by[0] if len(row.owed_by) == 1 else "",
        of=row.owed_by,
        state=state,
        because=row.because,
        dates=row.dates,
        linked=linked,
        anchor=Ref("deadline", name) if row.computation is not None else None,
        scheduled=row,
        **changes,
    )
    return one if state == "done" else _shown_done(look, one, row)


def _shown_done(look: Looking, one: Instance, row: ScheduledDeadline) -> Instance:
    """Return a deadline, done where what the item names stands on the docket."""
    if not row.anchors:
        return one
    anchor = row.anchors[0].of
    start = next(
        (
            each
            for each in look.happened.of(row.anchors[0].trigger)
            if each.ref == anchor
        ),
        None,
    )
    hit = Hit(on=None if start is None else start.day, because=None, anchor=anchor)
    for found in done_by(look, one.item, one.who, hit):
        return evolve(
            one,
            state="done",
            done_on=found.day,
            waits_for=(),
            because=(*one.because, found.because),
            notes=("the docket shows what completes it by the playbook",),
        )
    return one


def _by_order(look: Looking, item: PlaybookItem) -> Iterator[Deadline]:
    """Yield the deadlines that an order or an agreement set, and that the item meets.

    Those of ours, or of the others where the item is theirs; an extension belongs to
    what it extends.
    """
    extended = {one.extended_by for one in look.case.deadlines}
    ours = {one.party_id for one in look.case.people.clients}
    for one in look.case.deadlines:
        terms = one.terms
        if not isinstance(terms.basis, Ordered | Agreed):
            continue
        if one.deadline_id in extended or set(terms.met_by).isdisjoint(item.done_by):
            continue
        is_ours = not terms.owed_by or not ours.isdisjoint(terms.owed_by)
        if is_ours != (item.per == "opponent"):
            yield one


def _of_deadline(look: Looking, item: PlaybookItem, deadline: Deadline) -> Instance:
    """Return an item whose deadline the law does not give now.

    It was set by hand, by an order say; or what it ran from stands no more.
    """
    last = deadline
    while last.extended_by is not None:
        last = look.case.deadlines[last.extended_by]
    name = deadline.deadline_id
    ref = Ref("deadline", name)
    state = _OF_OUTCOME.get(str(last.outcome), "planned")
    anchors = last.basis.anchors if isinstance(last.basis, Computed) else ()
    if state == "planned" and any(is_gone(look.case, each.of) for each in anchors):
        state = "void"
    return Instance(
        item=item,
        name=name,
        of=deadline.terms.owed_by,
        state=state,
        done_on=None if last.met is None else last.met.on,
        dates=look.case.dates(last.deadline_id),
        linked=(str(ref),),
        because=(Because(Ref("event", deadline.set_event), f"deadline {name}"),),
        anchor=ref,
    )


def hearings(look: Looking, item: PlaybookItem) -> tuple[Instance, ...]:
    """Return the hearings of an item: as often as the court sets them."""
    word = str(item.hearing)
    is_so, said = holds(look, item, "")
    if is_so is False:
        return (Instance(item=item, name=None, state="not-applicable", why=said),)
    # By day, and not in the order in which they were recorded.
    found = sorted(
        (_of_hearing(look, item, one) for one in hearings_of(look, word)),
        key=lambda one: (str(one.dates.shown or "9999"), str(one.name)),
    )
    if any(one.state != "void" for one in found):
        return tuple(found)
    gates = [one for one in item.when if one.hearing is None]
    waits: tuple[str, ...] = (f"hearing {word}",)
    if gates and not hits_of_any(look, gates):
        waits = tuple(map(str, gates))
    one = Instance(item=item, name=None, state="waiting", waits_for=waits)
    return (*found, evolve(one, **look.left_out(item, None)))


def _of_hearing(look: Looking, item: PlaybookItem, hearing: Hearing) -> Instance:
    ref = Ref("hearing", hearing.hearing_id)
    day = own_day(hearing.at) if hearing.has_date else None
    is_held = hearing.state is HearingState.HELD
    waits = () if hearing.has_date else (f"a new date of {ref}",)
    said = f"set for {day} ({ref})" if day else f"without a date ({ref})"
    is_vacated = hearing.state is HearingState.VACATED
    state = "done" if is_held else "planned" if hearing.has_date else "waiting"
    one = Instance(
        item=item,
        name=hearing.hearing_id,
        of=hearing.of,
        state="void" if is_vacated else state,
        why="the hearing was vacated" if is_vacated else None,
        waits_for=() if is_vacated else waits,
        done_on=day if is_held else None,
        dates=DueDates(due=day, safe=day, shown=day, waits_for=waits),
        because=(Because(ref, said),),
        linked=(str(ref),),
        anchor=ref,
    )
    is_open = not is_held and not is_vacated
    return evolve(one, **look.left_out(item, one.name)) if is_open else one
