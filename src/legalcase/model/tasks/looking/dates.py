"""When a task is due: on a day of its own, or with what it follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from legalcase.dates import own_day
from legalcase.model.deadlines.basis import Derived
from legalcase.model.deadlines.due_dates import DueDates, computed_dates
from legalcase.model.deadlines.looking.dates import (
    Around,
    dates_of,
    day_of,
    followed,
    shifted,
)

if TYPE_CHECKING:
    from datetime import date

    from legalcase.model.deadlines.state import Deadline
    from legalcase.model.tasks.terms import TaskTerms

__all__ = [
    "day_prepared",
    "extended",
    "grounds",
    "is_outdated",
    "links",
    "task_dates",
]


def extended(around: Around, deadline_id: str) -> tuple[Deadline, ...]:
    """Return a deadline and its extensions: the last one holds."""
    one = around.deadlines[deadline_id]
    chain = [one]
    while one.extended_by is not None:
        one = around.deadlines[one.extended_by]
        chain.append(one)
    return tuple(chain)


def links(around: Around, terms: TaskTerms) -> tuple[Deadline, ...]:
    """Return the deadlines on which the day of a task hangs."""
    moves_with = terms.moves_with
    if moves_with is None or moves_with.follows.noun != "deadline":
        return ()
    chain = extended(around, moves_with.follows.id)
    return (*chain, *followed(around, chain[-1]))


def grounds(around: Around, terms: TaskTerms) -> frozenset[tuple[str, str]]:
    """Return (noun, id) of all on which the day of a task hangs."""
    if terms.moves_with is None:
        return frozenset()
    chain = links(around, terms)
    derived = [one.basis for one in chain if isinstance(one.basis, Derived)]
    return frozenset(
        [("deadline", one.deadline_id) for one in chain]
        + [(one.follows.noun, one.follows.id) for one in (terms.moves_with, *derived)]
    )


def task_dates(around: Around, terms: TaskTerms) -> DueDates:
    """Return when a task is due in a case; no day where it has none."""
    moves_with = terms.moves_with
    if moves_with is None:
        day = terms.due_on
        return DueDates(due=day, safe=day, shown=day)
    start, waiting = _start(around, moves_with)
    if moves_with.computation is not None:
        return evolve(computed_dates(moves_with.computation), waits_for=waiting)
    day = start
    if start is not None:
        sign = 1 if moves_with.direction == "after" else -1
        day = shifted(start, moves_with.period, sign)
    return DueDates(due=day, safe=day, shown=day, waits_for=waiting)


def _start(around: Around, moves_with: Derived) -> tuple[date | None, tuple[str, ...]]:
    """Return the day of what is followed, and for what that waits."""
    follows = moves_with.follows
    if follows.noun == "deadline":
        dates = dates_of(around, extended(around, follows.id)[-1])
        return dates.shown, dates.waits_for
    day = day_of(around, follows)
    return day, (str(follows),) if day is None else ()


def is_outdated(around: Around, terms: TaskTerms) -> bool:
    """Tell whether a day was counted from another than the one that holds now.

    What was counted on a court's calendar does not move by itself.
    """
    moves_with = terms.moves_with
    if moves_with is None or moves_with.computation is None:
        return False
    inputs = moves_with.computation.inputs
    counted = (inputs.trigger, *(moment for _, moment in inputs.triggers))
    days = {own_day(one) for one in counted if one is not None}
    now = _start(around, moves_with)[0]
    return now is None or now not in days


def day_prepared(around: Around, noun: str, name: str) -> date | None:
    """Return the last day on which a deadline or a hearing can still be prepared."""
    if noun == "hearing":
        hearing = around.hearings[name]
        return own_day(hearing.at) if hearing.has_date else None
    dates = dates_of(around, extended(around, name)[-1])
    return None if dates.bound == "not-earlier-than" else dates.shown
