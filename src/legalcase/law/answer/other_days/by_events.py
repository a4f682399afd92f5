"""By events: a deadline whose ends are worked out from the days of its events.

Of what it is made then, `legalcase.law.answer.other_days.shapes` says.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from legalcase.counting.argument.later import Unwalked, with_ends
from legalcase.errors import LegalCaseError

if TYPE_CHECKING:
    from legalcase.counting.argument.computation import Computation
    from legalcase.law.answer.other_days.shapes import Days, Shape

__all__ = ["computed_by_events"]

_fromordinal = date.fromordinal


class _ByEvents(Unwalked):
    """What stands behind a deadline of which only the ends were worked out."""

    __slots__ = ("_days", "_shape", "_words")

    def __init__(self, shape: Shape, words: tuple[str, ...], days: Days) -> None:
        self._shape = shape
        self._words = words
        self._days = days
        self._whole = None

    def walked(self) -> Computation:
        """Return the same computation with every step, made anew."""
        return self._shape.walked(self._words, self._days)

    def safe(self, due: date) -> date | None:
        """Return the safe date of what is due then; ``None`` where a walk must say."""
        shape = self._shape
        day = shape.safe_day(self._days, latest=shape.bound == "not-earlier-than")
        if day is None:
            return None
        return due if day == due.toordinal() else _fromordinal(day)

    def is_undisputed(self) -> bool:
        """Tell whether no other answer gives other ends; ``False`` if unknown."""
        return self._shape.is_undisputed(self._days)


def computed_by_events(
    shape: Shape, words: tuple[str, ...], days: Days
) -> Computation | None:
    """Return the computation from the days of events; ``None`` where a walk must say.

    Equal in everything to the one that is walked: the rest is made when it is asked.
    """
    try:
        ends = shape.ends(days)
    except LegalCaseError:
        return None
    if ends is None:
        return None
    due = _fromordinal(ends[0])
    nominal = due if ends[1] == ends[0] else _fromordinal(ends[1])
    return with_ends(due, nominal, _ByEvents(shape, words, days))
