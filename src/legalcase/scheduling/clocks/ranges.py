"""Ranges: the days of a clock cut where something begins or ends."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from legalcase.scheduling.clocks.standing import DayRange

if TYPE_CHECKING:
    from collections.abc import Iterable

    from legalcase.scheduling.clocks.effect import Effect

__all__ = ["ranges_of"]

_DAY: Final = timedelta(days=1)


def ranges_of(start: date, effects: Iterable[Effect], on: date) -> tuple[DayRange, ...]:
    """Return the days after `start` through `on` as ranges, each with its grounds."""
    spans = [
        (one.first_on, min(one.last_on or on, on), one.rule.id)
        for one in effects
        if one.first_on is not None and one.first_on <= on
    ]
    cuts = {start + _DAY, on + _DAY}
    for first, last, _ in spans:
        cuts |= {first, last + _DAY}
    edges = sorted(cut for cut in cuts if start < cut <= on + _DAY)
    found: list[DayRange] = []
    for first, stop in pairwise(edges):
        bases = tuple(
            dict.fromkeys(name for one, last, name in spans if one <= first <= last)
        )
        start_of = first
        if found and found[-1].bases == bases:
            start_of = found.pop().first_on
        found.append(DayRange(first_on=start_of, last_on=stop - _DAY, bases=bases))
    return tuple(found)
