"""Whether what was done was done in time: plainly, late, or only on a reading."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING, Final

from legalcase.counting.argument.computation import Computation
from legalcase.dates import own_day
from legalcase.errors import InvalidValueError
from legalcase.model.deadlines.basis import Agreed, Computed, Derived, Ordered

if TYPE_CHECKING:
    from collections.abc import Iterable

    from legalcase.model.deadlines.basis import Basis
    from legalcase.model.deadlines.due_dates import DueDates

__all__ = ["verdict", "verdict_while_stopped"]

IN_TIME: Final = "in-time"
LATE: Final = "late"
ONLY_IF: Final = "in-time-only-if"

#: On what it hangs whether there was a date at all.
_STOPPED: Final = "what stopped the period did"
#: An end of day is no hour that one has to know to say that a day was in time.
_END_OF_DAY: Final = time(23, 59)


def verdict(
    deadline_id: str,
    basis: Basis | Computation,
    dates: DueDates,
    on: date,
    at: datetime | None,
) -> tuple[str, tuple[str, ...]]:
    """Return the verdict on something done on a day, and the readings it hangs on.

    `basis` is that of the deadline; of what is none of a case yet, the computation.
    What is done while nothing runs is in time. Raises `InvalidValueError` for what was
    done before the day before which it does not count.
    """
    if dates.due is None:
        return _while_not_running(dates, on)
    holds, fails = [], []
    for said, due, due_at in _answers(basis, dates):
        if dates.bound == "not-earlier-than":
            ok: bool | None = on >= due
            # Of a computed day the instant is its end, and no hour to wait for.
            if ok and at and due_at and isinstance(basis, Ordered | Agreed):
                ok = at >= due_at
        else:
            ok = _in_time(on, at, due, due_at)
        if ok is None:
            hour = f"done by {due_at:%H:%M}"
            holds.append(hour if said is None else f"{said}, {hour}")
            fails.append(hour)
        else:
            (holds if ok else fails).append(said or "the reading adopted")
    if not fails:
        return IN_TIME, ()
    if holds:
        return ONLY_IF, tuple(dict.fromkeys(holds))
    if dates.bound == "not-earlier-than":
        msg = (
            f"Deadline {deadline_id!r} is not met before {dates.due}, and {on} is too "
            "early. Record it when it is done again in time."
        )
        raise InvalidValueError(msg, field="happened_on", value=on)
    return LATE, ()


def _while_not_running(dates: DueDates, on: date) -> tuple[str, tuple[str, ...]]:
    if dates.safe is None or dates.bound == "not-earlier-than" or on <= dates.safe:
        return IN_TIME, ()
    return ONLY_IF, (_STOPPED,)


def verdict_while_stopped(
    deadline_id: str, basis: Basis, ran: DueDates, on: date, at: datetime | None
) -> tuple[str, tuple[str, ...]]:
    """Return the verdict on something done while the clock was stopped.

    That is so too until the date was computed anew. What is in time by `ran`, the
    dates if it had never stopped, is in time. The rest is so only if the stop came
    before those dates and its time is not over again, which the case does not know.
    """
    if ran.due is None or ran.bound == "not-earlier-than":
        return _while_not_running(ran, on)
    if verdict(deadline_id, basis, ran, on, at)[0] == IN_TIME:
        return IN_TIME, ()
    return ONLY_IF, (_STOPPED,)


def _answers(
    basis: Basis | Computation, dates: DueDates
) -> Iterable[tuple[str | None, date, datetime | None]]:
    """Return (reading, due, instant) under the adopted and every other reading."""
    if dates.due is None:
        return
    computation = basis.computation if isinstance(basis, Computed | Derived) else basis
    if not isinstance(computation, Computation):
        yield None, dates.due, dates.due_at
        return
    yield None, computation.due, computation.due_at
    for reading in computation.readings:
        yield f"{reading.question}: {reading.choice}", reading.due, reading.due_at


def _in_time(
    on: date, at: datetime | None, due: date, due_at: datetime | None
) -> bool | None:
    """Tell whether it was in time; ``None`` where the hour decides and is not known."""
    if due_at is not None and at is not None:
        return at <= due_at
    # With a day of grace the last instant lies after the day due.
    last = due if due_at is None else max(due, own_day(due_at))
    if on == last and due_at is not None and due_at.time() < _END_OF_DAY:
        return None
    return on <= last
