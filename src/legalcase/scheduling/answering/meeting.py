"""Meeting: what on the docket shows that something due was done already."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from attrs import frozen

from legalcase.errors import InvalidValueError
from legalcase.model.deadlines.basis import Computed
from legalcase.model.deadlines.verdict import verdict
from legalcase.scheduling.answering.computing import Answer
from legalcase.scheduling.finding.cards import Card
from legalcase.scheduling.finding.groups import Group
from legalcase.scheduling.row import Done

if TYPE_CHECKING:
    from collections.abc import Iterable

    from legalcase.scheduling.answering.asking import Asking
    from legalcase.scheduling.finding.happenings import Happening

__all__ = ["Started", "done_by"]


@frozen(kw_only=True, eq=False)
class Started:
    """One deadline that began, before anybody looked if it is done."""

    card: Card
    group: Group
    owed_by: tuple[str, ...]
    answer: Answer


def done_by(
    asking: Asking, one: Started, siblings: Iterable[Started]
) -> tuple[Done | None, tuple[str, ...]]:
    """Return what shows that it was done, and what somebody has to say first.

    What was done is by one of those who owe it, on the right side of the event from
    which the time runs, and about that where it says so. What is about nothing meets
    the only one that it can.
    """
    met, asked = None, []
    for word in one.card.rule.met_by:
        for act in asking.happened.of(word):
            if not _can_meet(one, act):
                continue
            is_meant = _is_meant(asking, one, act, siblings)
            if is_meant is None:
                asked.append(f"Does this meet it: {act.said}?")
            elif is_meant and (met is None or str(act.day) < str(met.on)):
                met = _verdict(one, act) or met
    return met, () if met is not None else tuple(asked)


def _can_meet(one: Started, act: Happening) -> bool:
    head = one.group.head
    if act.day is None or act.ref == head.ref or head.day is None:
        return False
    if one.card.direction == "before":
        return act.day <= head.day
    return act.day >= head.day


def _is_meant(
    asking: Asking, one: Started, act: Happening, siblings: Iterable[Started]
) -> bool | None:
    """Tell whether an act meets one of several; ``None``: somebody has to say."""
    happened, head = asking.happened, one.group.head
    is_linked = happened.linked(act.key, head.key)
    if not act.by:
        # A hearing is held by the court: that it is about this is enough.
        return True if is_linked and act.ref.noun == "hearing" else None
    if not one.owed_by:
        return True if one.card.rule.owed_by in {None, "court"} else None
    if set(act.by).isdisjoint(one.owed_by):
        return False
    others = [
        each.group.head
        for each in siblings
        if each.owed_by == one.owed_by
        and each.group.head.key != head.key
        and _can_meet(each, act)
    ]
    if is_linked or not others:
        return True
    if any(happened.linked(act.key, other.key) for other in others):
        return False
    # What is about the same thing as several can be meant for each of them.
    near = [other for other in others if happened.meet(act.key, other.key)]
    is_near = happened.meet(act.key, head.key)
    return None if is_near == bool(near) else is_near


def _verdict(one: Started, act: Happening) -> Done | None:
    """Return the act with the verdict; nothing where it came too early to count."""
    computation = one.answer.computation
    if computation is None or act.day is None:
        return None
    at = act.moment if isinstance(act.moment, datetime) else None
    try:
        said, readings = verdict(
            one.card.id,
            Computed(computation=computation),
            one.answer.dates,
            act.day,
            at,
        )
    except InvalidValueError:  # before the day before which it does not count
        return None
    return Done(
        of=act.ref, on=act.day, at=at, by=act.by, verdict=said, readings=readings
    )
