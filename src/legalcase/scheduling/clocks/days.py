"""The days of a clock: stretches of excluded days, their union, and the last day.

Days are numbered from the day on which the clock starts, which is no. 0 and is not
counted. A stretch has its first and its last number, both inclusive; ``None`` is open.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    Stretch = tuple[int, int | None]

__all__ = ["count_of", "last_number", "union"]


def union(stretches: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """Return the same days as stretches that neither overlap nor touch, in order."""
    found: list[Stretch] = []
    for first, last in sorted(stretches, key=_place):
        if not found:
            found.append((first, last))
            continue
        start, stop = found[-1]
        if stop is None:
            break
        if first > stop + 1:
            found.append((first, last))
        elif last is None or last > stop:
            found[-1] = (start, last)
    return tuple(found)


def _place(stretch: Stretch) -> tuple[int, bool, int]:
    first, last = stretch
    return first, last is None, last or 0


def count_of(stretches: Iterable[Stretch], on: int) -> int:
    """Return how many days of a union lie at or before a number."""
    return sum(
        (on if last is None else min(last, on)) - first + 1
        for first, last in stretches
        if first <= on
    )


def last_number(stretches: Iterable[Stretch], limit: int) -> int | None:
    """Return the last number by which no more than `limit` days are counted.

    ``None`` where an open stretch comes before it: the clock stands still.
    """
    number = limit
    for first, last in stretches:
        if first > number + 1:
            break
        if last is None:
            return None
        number += last - first + 1
    return number
