"""Spans: between which days a closure can change what was computed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from legalcase.dates import own_day

if TYPE_CHECKING:
    from legalcase.counting.argument.computation import Computation

__all__ = ["span_of"]


def span_of(computation: Computation) -> tuple[date, date]:
    """Return the first and the last day at which a computation looked.

    Under every reading: those days that it counted or passed over lie between the
    triggers and the ends, and a reading has its own end.
    """
    inputs = computation.inputs
    days = [own_day(moment) for _, moment in inputs.triggers]
    if inputs.trigger is not None:
        days.append(own_day(inputs.trigger))
    for _, start, end, _, closures in computation.trace:
        days += (own_day(start), own_day(end))
        days += (closures[0][0], closures[-1][0]) if closures else ()
    days += [reading.due for reading in computation.readings]
    for part in computation.parts:
        # One that waits for its trigger looks at no day.
        if part.is_running or part.inputs.trigger is not None:
            days += span_of(part)
    if not days:
        return date.max, date.min
    return min(days), max(days)
