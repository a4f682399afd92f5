"""Agreed: whether, and if not how far, readings of a straight count end it apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from legalcase.counting.argument.doubts import doubts_of
from legalcase.counting.argument.readings import changes
from legalcase.counting.engine.straight import straight_of
from legalcase.errors import LegalCaseError

if TYPE_CHECKING:
    from datetime import date

    from legalcase.counting.engine.count import Count
    from legalcase.counting.engine.straight import Straight

__all__ = ["Alike", "agrees", "ends_agree", "safe_end"]


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
    marks = _met(count, straight, day, ends)
    if marks is None:
        return False
    return not marks or _same_ends(count, straight, marks, day, ends)


def _met(
    count: Count, straight: Straight, day: int, ends: tuple[int, int]
) -> int | None:
    """Return the marks of the questions about days that a straight count meets.

    ``None`` where there are others, of which a walk must say whether they matter.
    """
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
        is_plain = arising.is_about_order and not marks and straight.ends_open(day)
        return 0 if is_plain else None
    return marks & arising.marks


class Others(NamedTuple):
    """A count under the other answers about certain days.

    `differing` are the days that one of them opens or closes, where they change nothing
    else of it; ``None`` where they do. No `straights`: a walk must say.
    """

    straights: tuple[Straight, ...] | None
    differing: tuple[int, ...] | None = None


class Alike:
    """Counts that are one straight count, with the same questions.

    They differ in what does not matter unless other answers make it matter: that is
    asked for the questions that are met, once.
    """

    __slots__ = ("_counts", "_same")

    def __init__(self, counts: tuple[Count, ...]) -> None:
        self._counts = counts
        self._same: dict[int, bool] = {}

    def agree(self, straight: Straight, marks: int, others: Others) -> bool:
        """Tell whether all of them are `others` under other answers."""
        same = self._same.get(marks)
        if same is None:
            same = self._same[marks] = all(
                _others_of(count, straight, marks) == others for count in self._counts
            )
        return same


def safe_end(
    count: Count,
    straight: Straight,
    day: int,
    ends: tuple[int, int],
    *,
    latest: bool,
    alike: Alike | None = None,
) -> int | None:
    """Return the earliest day, or the latest, on which any answer makes a count end.

    `ends` are those of its own answers, and of the counts that are `alike`. ``None``
    where a walk must say.
    """
    marks = _met(count, straight, day, ends)
    if not marks:
        return None if marks is None else ends[0]
    everything = doubts_of(count)
    arising = everything.arising_on(day).marks
    while True:
        others = _others_of(count, straight, marks)
        if others.straights is None:
            return None
        if alike is not None and not alike.agree(straight, marks, others):
            return None
        if _is_not_asked(others, straight, day, ends):
            return ends[0]
        found = _ends_of(others.straights, day)
        if found is None:
            return None
        low, high = straight.looked_at(day, ends)
        for other, its in zip(others.straights, found, strict=True):
            first, last = other.looked_at(day, its)
            low, high = min(low, first), max(high, last)
        # Under another answer it looks at more days: some of these can be in dispute.
        more = marks | (everything.touched(low, high) & arising)
        if more == marks:
            return (max if latest else min)(ends[0], *(due for due, _ in found))
        marks = more


def _ends_of(straights: tuple[Straight, ...], day: int) -> list[tuple[int, int]] | None:
    """Return where counts end; ``None`` if a walk must say it of one."""
    found = []
    for straight in straights:
        ends = straight.ends(day)
        if ends is None:
            return None
        found.append(ends)
    return found


def _same_ends(
    count: Count, straight: Straight, marks: int, day: int, ends: tuple[int, int]
) -> bool:
    """Tell whether all answers about days give the same ends.

    They change calendars and nothing else, so that with the same ends none of them
    looks at another span.
    """
    others = _others_of(count, straight, marks)
    if others.straights is None:
        return False
    if _is_not_asked(others, straight, day, ends):
        return True
    return all(other.ends(day) == ends for other in others.straights)


def _is_not_asked(
    others: Others, straight: Straight, day: int, ends: tuple[int, int]
) -> bool:
    """Tell whether answers differ on no day of which a count asks.

    It asks of few whether they are closed: where none differs there, all end alike.
    """
    days = others.differing
    return days is not None and not straight.asks_of(days, day, ends)


def _others_of(count: Count, straight: Straight, marks: int) -> Others:
    """Return a count under other answers to the questions with these marks."""
    found: Others | None = count.agreed.get(marks)
    if found is None:
        found = count.agreed[marks] = _made(count, straight, marks)
    return found


def _made(count: Count, straight: Straight, marks: int) -> Others:
    found = []
    try:
        for _, choices in changes(count, doubts_of(count).marked(marks)):
            other = straight_of(count, choices)
            if other is None:
                return Others(None)
            if other not in found:
                found.append(other)
    except LegalCaseError:  # too many, or one under which nothing can be counted
        return Others(None)
    return Others(tuple(found), _differing(straight, found))


def _differing(straight: Straight, others: list[Straight]) -> tuple[int, ...] | None:
    """Return the days on which calendars differ that differ in nothing else."""
    if any(other._replace(mask=straight.mask) != straight for other in others):
        return None
    size = straight.last - straight.first + 1
    days = 0
    for other in others:
        days |= int.from_bytes(other.mask) ^ int.from_bytes(straight.mask)
    marked = days.to_bytes(size)
    found, place = [], marked.find(1)
    while place >= 0:
        found.append(straight.first + place)
        place = marked.find(1, place + 1)
    return tuple(found)
