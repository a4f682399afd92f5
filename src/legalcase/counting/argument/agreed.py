"""Agreed: whether all readings of a straight count end it on the same days."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from legalcase.counting.argument.doubts import doubts_of
from legalcase.counting.argument.readings import changes
from legalcase.counting.engine.straight import straight_of
from legalcase.errors import TooManyReadingsError

if TYPE_CHECKING:
    from datetime import date

    from legalcase.counting.engine.count import Count
    from legalcase.counting.engine.straight import Straight

__all__ = ["agrees", "ends_agree"]


def agrees(count: Count, anchor: date) -> bool:
    """Tell whether a straight count ends on the same days under every reading.

    ``False`` also where a walk must say: what it finds then is what counts. A dispute
    about days matters if one of them lies in the span that a count looked at.
    """
    straight = straight_of(count, count.chosen)
    ends = None if straight is None else straight.ends(anchor.toordinal())
    if straight is None or ends is None:
        return False
    return ends_agree(count, straight, anchor.toordinal(), ends)


def ends_agree(
    count: Count, straight: Straight, day: int, ends: tuple[int, int]
) -> bool:
    """Tell the same of a straight count whose ends are worked out, by ordinals."""
    everything = count.doubts or doubts_of(count)
    if straight.step >= 0 and straight.days > 0:
        low, high = day, ends[0]
    else:
        low, high = straight.looked_at(day, ends)
    marks = everything.touched(low, high)
    arising = everything.arising_on(day)
    if arising.undated:
        # Whether it is moved before time is added: of an open day there is no question,
        # unless another answer closes it.
        return arising.is_about_order and not marks and straight.ends_open(day)
    marks &= arising.marks
    return not marks or _same_ends(count, straight, marks, day, ends)


class _Others(NamedTuple):
    """A count under the other answers about certain days.

    `differing` are the days that one of them opens or closes, where they change nothing
    else of it; ``None`` where they do. No `straights`: a walk must say.
    """

    straights: tuple[Straight, ...] | None
    differing: tuple[int, ...] | None = None


def _same_ends(
    count: Count, straight: Straight, marks: int, day: int, ends: tuple[int, int]
) -> bool:
    """Tell whether all answers about days give the same ends.

    They change calendars and nothing else, so that with the same ends none of them
    looks at another span. Of the days in that span a straight count asks of few whether
    they are closed: where no answer differs in these, all of them end alike.
    """
    others = count.agreed.get(marks)
    if others is None:
        others = count.agreed[marks] = _others(count, straight, marks)
    if others.straights is None:
        return False
    if others.differing is not None and not straight.asks_of(
        others.differing, day, ends
    ):
        return True
    return all(other.ends(day) == ends for other in others.straights)


def _others(count: Count, straight: Straight, marks: int) -> _Others:
    try:
        combinations = changes(count, doubts_of(count).marked(marks))
    except TooManyReadingsError:
        return _Others(None)
    found = []
    for _, choices in combinations:
        other = straight_of(count, choices)
        if other is None:
            return _Others(None)
        if other not in found:
            found.append(other)
    return _Others(tuple(found), _differing(straight, found))


def _differing(straight: Straight, others: list[Straight]) -> tuple[int, ...] | None:
    """Return the days on which calendars differ that differ in nothing else."""
    if any(other._replace(mask=straight.mask) != straight for other in others):
        return None
    size = straight.last - straight.first + 1
    days = 0
    for other in others:
        days |= int.from_bytes(other.mask) ^ int.from_bytes(straight.mask)
    if not days:
        return ()
    marked = days.to_bytes(size)
    found, place = [], marked.find(1)
    while place >= 0:
        found.append(straight.first + place)
        place = marked.find(1, place + 1)
    return tuple(found)
