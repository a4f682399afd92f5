"""Ranges: the days of a clock cut where something begins or ends."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from legalcase.scheduling.clocks.standing import DayRange

if TYPE_CHECKING:
    from collections.abc import Iterable

    from legalcase.scheduling.clocks.effect import Effect

__all__ = ["ranges_of"]


def ranges_of(start: date, effects: Iterable[Effect], on: date) -> tuple[DayRange, ...]:
    """Return the days after `start` through `on` as ranges, each with its grounds."""
    spans = [
        (one.first_on, min(one.last_on or on, on), one.rule.id)
        for one in effects
        if one.first_on is not None and one.first_on <= on
    ]
    # By numbers: the day after the last that a date can have is none.
    cuts = {start.toordinal() + 1, on.toordinal() + 1}
    for first, last, _ in spans:
        cuts |= {first.toordinal(), last.toordinal() + 1}
    low, high = start.toordinal(), on.toordinal() + 1
    edges = sorted(cut for cut in cuts if low < cut <= high)
    found: list[DayRange] = []
    for number, stop in pairwise(edges):
        first = date.fromordinal(number)
        bases = tuple(
            dict.fromkeys(name for one, last, name in spans if one <= first <= last)
        )
        start_of = first
        if found and found[-1].bases == bases:
            start_of = found.pop().first_on
        found.append(
            DayRange(first_on=start_of, last_on=date.fromordinal(stop - 1), bases=bases)
        )
    return tuple(found)
