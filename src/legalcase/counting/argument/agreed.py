"""Agreed: whether all readings of a straight count end it on the same days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legalcase.counting.argument.doubts import doubts_of
from legalcase.counting.argument.readings import changes
from legalcase.counting.engine.straight import straight_of
from legalcase.errors import TooManyReadingsError

if TYPE_CHECKING:
    from datetime import date

    from legalcase.counting.argument.doubts import Doubt
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
    return ends_agree(count, straight, anchor, ends)


def ends_agree(
    count: Count, straight: Straight, anchor: date, ends: tuple[int, int]
) -> bool:
    """Tell the same of a straight count whose ends are worked out."""
    day = anchor.toordinal()
    low, high = straight.looked_at(day, ends)
    everything = doubts_of(count)
    is_touched = everything.any_touched(low, high)
    always = everything.undated(anchor)
    if always:
        # Whether it is moved before time is added: of an open day there is no question,
        # unless another answer closes it.
        is_order = all(one.about_order for one in always)
        return is_order and not is_touched and straight.ends_open(day)
    if not is_touched:
        return True
    touched = [one for one in everything.arising(anchor) if one.touches(low, high)]
    return _same_ends(count, tuple(touched), day, ends)


def _same_ends(
    count: Count, doubts: tuple[Doubt, ...], day: int, ends: tuple[int, int]
) -> bool:
    """Tell whether all answers about days give the same ends.

    They change calendars and nothing else, so that with the same ends none of them
    looks at another span.
    """
    try:
        combinations = changes(count, doubts)
    except TooManyReadingsError:
        return False
    for _, choices in combinations:
        other = straight_of(count, choices)
        if other is None or other.ends(day) != ends:
            return False
    return True
