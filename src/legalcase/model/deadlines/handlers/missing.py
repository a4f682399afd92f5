"""What must be there before something can happen to a deadline, or to its case.

Each says beforehand what a handler or a check of this room would refuse.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from legalcase.errors import InvalidValueError
from legalcase.model.caseload.facet import CASELOAD
from legalcase.model.deadlines.basis import Computed
from legalcase.model.deadlines.handlers.changing import around, is_over
from legalcase.model.deadlines.handlers.ending import first_day
from legalcase.model.deadlines.handlers.reviewing import is_its_own
from legalcase.model.deadlines.looking.dates import dates_of
from legalcase.model.deadlines.looking.verdict import verdict

if TYPE_CHECKING:
    from collections.abc import Iterable

    from legalcase.kernel.folding.folded import Folded
    from legalcase.kernel.register import Register
    from legalcase.kernel.rooms.facet import Attempt
    from legalcase.model.deadlines.state import Deadline

    Deadlines = Register[Deadline]

__all__ = ["to_close", "to_confirm", "to_extend", "to_meet", "to_miss", "to_stay"]


def to_confirm(
    deadlines: Deadlines, name: str, attempt: Attempt, _: Folded
) -> Iterable[str]:
    """Say what is missing for a named person to stand by a date."""
    one = deadlines[name]
    if one.terms.critical and is_its_own(one, attempt.by):
        yield "a second person: it is critical, and whoever set it cannot confirm it"
    if one.stopped_by:
        yield f"its date: the clock was stopped by {', '.join(one.stopped_by)}"
    elif one.is_stopped:
        yield "its date: the clock was stopped, and it was not computed anew"


def to_stay(
    deadlines: Deadlines, name: str, attempt: Attempt, before: Folded
) -> Iterable[str]:
    """Say what is missing for the clock of a deadline to be stopped."""
    if is_over(around(deadlines, before), deadlines[name], attempt.on):
        yield "time to stop: its day is over"


def to_meet(
    deadlines: Deadlines, name: str, attempt: Attempt, before: Folded
) -> Iterable[str]:
    """Say what is missing for a deadline to be met, what shows it apart."""
    one = deadlines[name]
    dates = dates_of(around(deadlines, before), one)
    if attempt.on < before[CASELOAD].opened_on:
        yield "the day: the case was not open yet"
    try:
        verdict(name, one.basis, dates, attempt.on, None)
    except InvalidValueError:
        yield f"the day: what is done before {dates.due} does not count"


def to_miss(
    deadlines: Deadlines, name: str, attempt: Attempt, before: Folded
) -> Iterable[str]:
    """Say what is missing for a deadline to be missed."""
    dates = dates_of(around(deadlines, before), deadlines[name])
    first = first_day(dates)
    if first is None:
        yield "a day by which anything is due"
    elif attempt.on < first:
        yield f"the end of the time: it is due on {first}"


def to_extend(deadlines: Deadlines, name: str, _: Attempt, __: Folded) -> Iterable[str]:
    """Say what is missing for a deadline to be extended."""
    basis = deadlines[name].basis
    barred_by = basis.computation.barred_by if isinstance(basis, Computed) else None
    if barred_by is not None:
        yield f"an order of the court on the docket: {barred_by} bars it"


def to_close(deadlines: Deadlines, _: str, __: Attempt, ___: Folded) -> Iterable[str]:
    """Say what is missing for the case to be closed."""
    names = [one.deadline_id for one in deadlines if one.is_open]
    if names:
        noun = "deadline" if len(names) == 1 else "deadlines"
        yield f"what became of {len(names)} open {noun}: {', '.join(names)}"
