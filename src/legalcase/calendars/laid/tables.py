"""Tables behind a calendar: masks of closed days, ranks of open ones.

A mask is one byte a day over the horizon, 1 for closed. A rank table answers "how
many court days before this one" and "which is the n-th" by one look-up each, so that
counting costs the same over ten days and over ten years.
"""

from __future__ import annotations

from datetime import date
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from legalcase.calendars.entries.definition import CalendarDefinition
    from legalcase.calendars.laid.layers import Laid

__all__ = ["RankTable", "mask_of"]

_SWAP = bytes([1, 0]) + bytes(254)


def mask_of(definition: CalendarDefinition, laid: Laid, kinds: frozenset[str]) -> bytes:
    """Return one byte a day over the horizon, 1 where weekend or one of `kinds`."""
    first, last = definition.first.toordinal(), definition.last.toordinal()
    mask = _weekend_mask(definition)
    for ordinal in laid.openings:
        if first <= ordinal <= last:
            mask[ordinal - first] = 0
    for ordinal, entries in laid.entries.items():
        if first <= ordinal <= last and any(entry[1] in kinds for entry in entries):
            mask[ordinal - first] = 1
    return bytes(mask)


def _weekend_mask(definition: CalendarDefinition) -> bytearray:
    """Return the mask of the weekend days over the horizon of a calendar."""
    first, last = definition.first.toordinal(), definition.last.toordinal()
    changes = [day.toordinal() for day, _, _ in definition.weekends]
    inside = [day for day in changes if first < day <= last]
    starts = [first, *inside]
    mask = bytearray()
    for start, stop in zip(starts, [*inside, last + 1], strict=True):
        weekend = definition.weekend_on(start)
        week = bytes(1 if (start + n + 6) % 7 in weekend else 0 for n in range(7))
        mask += (week * ((stop - start) // 7 + 1))[: stop - start]
    return mask


class RankTable:
    """Open days by rank: `opens[n]` is the n-th, `before[i]` how many precede day i.

    `doubtful[i]` is how many days before day i may be closed, nobody knows; ``None``
    where of each day it is known.
    """

    __slots__ = ("before", "doubtful", "first", "length", "opens")

    def __init__(self, first: int, mask: bytes, unknown: bytes | None = None) -> None:
        self.first = first
        self.doubtful: list[int] | None = None
        if unknown is not None:
            doubts = (a and not b for a, b in zip(unknown, mask, strict=True))
            self.doubtful = [0, *accumulate(map(int, doubts))]
        self.length = len(mask)
        self.before = [0, *accumulate(mask.translate(_SWAP))]
        fromordinal = date.fromordinal
        self.opens = [
            fromordinal(first + index) for index, shut in enumerate(mask) if not shut
        ]

    def first_doubt(self, start: int, stop: int) -> date | None:
        """Return the first day between two places that may be closed, nobody knows."""
        low, high = sorted((start, stop))
        doubtful = self.doubtful
        if doubtful is None or doubtful[low] == doubtful[high]:
            return None
        place = next(n for n in range(low, high) if doubtful[n + 1] > doubtful[n])
        return date.fromordinal(self.first + place)
