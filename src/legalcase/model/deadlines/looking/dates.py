"""When a deadline is due: by its basis, and by what it follows."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from attrs import evolve, frozen

from legalcase.dates import Period, add_months, own_day
from legalcase.errors import InvalidValueError
from legalcase.kernel.register import Register
from legalcase.model.deadlines.basis import Computed, Derived
from legalcase.model.deadlines.due_dates import DueDates, computed_dates
from legalcase.model.deadlines.state import Deadline
from legalcase.model.docket.state import DocketEntry
from legalcase.model.hearings.state import Hearing

if TYPE_CHECKING:
    from legalcase.kernel.events.ref import Ref

__all__ = ["LONGEST_CHAIN", "Around", "dates_of", "day_of", "followed", "shifted"]

#: How many deadlines may follow one another: more are a mistake, or an attack.
LONGEST_CHAIN: Final = 50


@frozen
class Around:
    """What stands beside a deadline in its case, and can give it its day."""

    deadlines: Register[Deadline]
    hearings: Register[Hearing]
    docket: Register[DocketEntry]


def followed(around: Around, deadline: Deadline) -> tuple[Deadline, ...]:
    """Return the deadlines on which the date of `deadline` hangs, nearest first.

    That is the one that it follows, with its extensions, and so on.
    """
    chain: list[Deadline] = []
    while True:
        basis = deadline.basis
        if not isinstance(basis, Derived) or basis.follows.noun != "deadline":
            return tuple(chain)
        deadline = around.deadlines[basis.follows.id]
        chain.append(deadline)
        while deadline.extended_by is not None:
            deadline = around.deadlines[deadline.extended_by]
            chain.append(deadline)


def dates_of(around: Around, deadline: Deadline) -> DueDates:
    """Return the dates of a deadline in a case."""
    if not isinstance(deadline.basis, Derived):
        return _dates(around, deadline, None)
    # From the one that has a day of its own back to this one, without recursion.
    chain = followed(around, deadline)
    links = [deadline, *(link for link in chain if link.extended_by is None)]
    found: DueDates | None = None
    for link in reversed(links):
        found = _dates(around, link, found)
    assert found is not None  # noqa: S101 - there is at least the deadline itself
    return found


def _dates(around: Around, deadline: Deadline, leading: DueDates | None) -> DueDates:
    basis = deadline.basis
    if isinstance(basis, Computed):
        found = basis.dates()
        if deadline.chosen is not None:
            is_adopted = deadline.chosen == found.due
            found = evolve(
                found,
                due=deadline.chosen,
                shown=deadline.chosen,
                # The instant belongs to the adopted reading and to no other date.
                due_at=found.due_at if is_adopted else None,
            )
    elif isinstance(basis, Derived):
        found = _derived(around, basis, leading)
    else:
        found = DueDates(
            due=basis.due,
            safe=basis.due,
            shown=basis.due,
            bound=basis.bound,
            due_at=basis.due_at,
        )
    if deadline.is_open and deadline.is_stopped:
        return DueDates(due=None, safe=None, shown=None, bound=found.bound)
    return found


def _derived(around: Around, basis: Derived, leading: DueDates | None) -> DueDates:
    if basis.computation is not None:
        return computed_dates(basis.computation)
    bound = "not-later-than"
    waits_for: tuple[str, ...] = ()
    if leading is not None:
        start, waits_for = leading.shown, leading.waits_for
    else:
        start = day_of(around, basis.follows)
        if start is None:
            waits_for = (str(basis.follows),)
    if start is None:
        return DueDates(
            due=None, safe=None, shown=None, bound=bound, waits_for=waits_for
        )
    day = shifted(start, basis.period, 1 if basis.direction == "after" else -1)
    return DueDates(due=day, safe=day, shown=day, bound=bound, waits_for=waits_for)


def day_of(around: Around, followed_: Ref) -> date | None:
    """Return the day of a hearing or of an entry; ``None`` while it has none."""
    if followed_.noun == "hearing":
        hearing = around.hearings[followed_.id]
        return own_day(hearing.at) if hearing.has_date else None
    entry = around.docket[followed_.id]
    return entry.happened_on if entry.stands else None


def shifted(day: date, period: Period | None, sign: int) -> date:
    """Return the day a period of the calendar before or after another."""
    if period is None:
        return day
    number = sign * period.number
    try:
        if period.unit in ("month", "year"):
            return add_months(day, number * (12 if period.unit == "year" else 1))
        return day + timedelta(days=number * (7 if period.unit == "week" else 1))
    except (OverflowError, ValueError):  # of days, of months and years
        direction = "after" if sign > 0 else "before"
        msg = (
            f"No calendar has a day {period} {direction} {day}. Give a shorter period."
        )
    raise InvalidValueError(msg, field="period", value=str(period))
