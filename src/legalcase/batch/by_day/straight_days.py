"""Straight counts of many days at once: the same ends, found by arrays.

A day on which a calendar ends, another text comes into force or a question arises that
is not about days is left to the scalar engine. A property holds the two equal over
every deadline of the law.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from legalcase.batch.columns.column import EPOCH, date_of
from legalcase.counting.argument.doubts import doubts_of
from legalcase.counting.argument.readings import changes
from legalcase.counting.engine.straight import straight_of
from legalcase.errors import TooManyReadingsError

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from legalcase.counting.argument.doubt import Doubt
    from legalcase.counting.argument.later import Walks
    from legalcase.counting.engine.count import Count
    from legalcase.counting.engine.straight import Straight

    Days = NDArray[np.int64]
    Marks = NDArray[np.bool_]

__all__ = ["WAYS", "Counted", "counted"]

#: In so many ways a straight count can be: its end moved or not, and once more.
WAYS = 4
#: Beyond every day: where there is no open day on that side.
_NOWHERE = np.iinfo(np.int64).max // 2


class Counted(NamedTuple):
    """What is due from triggers that were counted, and what is safe.

    `days` are the triggers, `way` a number below `WAYS` for the way in which each was
    counted: the same steps on the same authorities.
    """

    days: Days
    due: Days
    safe: Days
    way: NDArray[np.int8]


class _Ends(NamedTuple):
    """Where counts from some triggers end, and which of them do."""

    due: Days
    nominal: Days
    fine: Marks
    was_moved: Marks
    stands: Marks


def counted(of: Walks, days: Days) -> Counted:
    """Return what is due from trigger days, where that can be told.

    `days` are counted from 1 January 1970 and lie where the count `holds`.
    """
    count, straight = of.count, of.straight
    if straight is None or not days.size:
        none = days[:0]
        return Counted(none, none, none, none.astype(np.int8))
    triggers = days + EPOCH
    ends = _ends(straight, triggers)
    fine = ends.fine & (ends.due >= of.text_begins) & (ends.due < of.text_ends)
    # Which questions arise is the same for all triggers for which the count holds.
    doubts = doubts_of(count).arising(date_of(int(days[0])))
    met = _met(doubts, *_looked_at(straight, triggers, ends))
    met[_settled(straight, triggers, met, doubts)] = 0
    safe = ends.due.copy()
    for marks in np.unique(met[fine]).tolist():
        if marks:
            rows = np.flatnonzero(fine & (met == marks))
            fine[rows] = _read(count, doubts, triggers[rows], marks, safe, rows)
    return Counted(
        days[fine],
        ends.due[fine] - EPOCH,
        safe[fine] - EPOCH,
        (ends.was_moved[fine] + 2 * ends.stands[fine]).astype(np.int8),
    )


def _ends(straight: Straight, triggers: Days) -> _Ends:
    """Return where a count ends: `Straight.ends`, of many days."""
    mask = np.frombuffer(straight.mask, dtype=np.uint8)
    nearest = _nearest(straight, mask)
    nominal = triggers + straight.days
    fine = _inside(straight, triggers)
    was_moved = np.zeros(triggers.size, dtype=np.bool_)
    if straight.rolls_first:
        fine &= _inside(straight, nominal)
        was_moved = _closed(straight, mask, nominal, fine)
        nominal = _moved(straight, nearest, nominal, fine)
        fine &= _inside(straight, nominal)
    nominal = nominal + straight.extra
    fine &= _inside(straight, nominal)
    stands = _closed(straight, mask, nominal, fine)
    due = _moved(straight, nearest, nominal, fine)
    return _Ends(due, nominal, fine & _inside(straight, due), was_moved, stands)


def _inside(straight: Straight, days: Days) -> Marks:
    found: Marks = (days >= straight.first) & (days <= straight.last)
    return found


def _nearest(straight: Straight, mask: NDArray[np.uint8]) -> Days | None:
    """Return of each day of a calendar the open one to which an end on it goes."""
    if not mask.size or not straight.step:
        return None
    places = np.arange(mask.size, dtype=np.int64)
    if straight.step > 0:
        open_ = np.where(mask == 0, places, _NOWHERE)
        return np.minimum.accumulate(open_[::-1])[::-1]
    return np.maximum.accumulate(np.where(mask == 0, places, -_NOWHERE))


def _closed(
    straight: Straight, mask: NDArray[np.uint8], days: Days, fine: Marks
) -> Marks:
    if not mask.size:
        return np.zeros(days.size, dtype=np.bool_)
    found: Marks = mask[np.where(fine, days - straight.first, 0)] == 1
    return found


def _moved(straight: Straight, nearest: Days | None, days: Days, fine: Marks) -> Days:
    if nearest is None:
        return days
    found: Days = nearest[np.where(fine, days - straight.first, 0)] + straight.first
    return found


def _looked_at(straight: Straight, triggers: Days, ends: _Ends) -> tuple[Days, Days]:
    """Return the first and the last days at which counts look."""
    points = (triggers, triggers + straight.days, ends.nominal, ends.due)
    return np.minimum.reduce(points), np.maximum.reduce(points)


def _met(doubts: list[Doubt], low: Days, high: Days) -> Days:
    """Return by bits which questions could matter to counts that look at these days."""
    found = np.zeros(low.size, dtype=np.int64)
    for bit, doubt in enumerate(doubts):
        if doubt.days is None:
            found |= 1 << bit
            continue
        disputed = np.array((*doubt.days, _NOWHERE), dtype=np.int64)
        is_met = disputed[np.searchsorted(disputed[:-1], low)] <= high
        found |= is_met.astype(np.int64) << bit
    return found


def _settled(
    straight: Straight, triggers: Days, met: Days, doubts: list[Doubt]
) -> Marks:
    """Tell of which triggers the only questions are settled by an open day.

    Whether an end is moved before time is added is no question where it is open, and
    no other answer closes it.
    """
    undated = [(bit, one) for bit, one in enumerate(doubts) if one.days is None]
    if not undated or not all(one.about_order for _, one in undated):
        return np.zeros(triggers.size, dtype=np.bool_)
    found: Marks = met == sum(1 << bit for bit, _ in undated)
    if straight.extra and straight.adds_first:
        return ~np.ones_like(found)
    if straight.extra:
        mask = np.frombuffer(straight.mask, dtype=np.uint8)
        ends = triggers + straight.days
        found &= ~_closed(straight, mask, ends, _inside(straight, ends))
    return found


def _read(
    count: Count,
    doubts: list[Doubt],
    triggers: Days,
    marks: int,
    safe: Days,
    rows: NDArray[np.intp],
) -> Marks:
    """Put the safe days of rows in their places: those of all answers that matter.

    Returns of which rows that was told. An answer under which nothing straight is
    counted leaves them to the walk, and so does one that comes upon more questions.
    """
    told = np.ones(rows.size, dtype=np.bool_)
    met = tuple(one for bit, one in enumerate(doubts) if marks >> bit & 1)
    try:
        combinations = changes(count, met)
    except TooManyReadingsError:
        return ~told
    pick = np.maximum if count.bound == "not-earlier-than" else np.minimum
    for _, choices in combinations:
        other = straight_of(count, choices)
        if other is None:
            return ~told
        ends = _ends(other, triggers)
        told &= ends.fine & (
            _met(doubts, *_looked_at(other, triggers, ends)) | marks == marks
        )
        safe[rows] = pick(safe[rows], ends.due)
    return told
