"""KeptEvents: a deadline made ready for the days of its events, of one or of several.

No result is kept. What is kept is which parts the deadline has while certain texts are
in force: see `legalcase.law.answer.other_days.by_events`.
"""

from __future__ import annotations

from bisect import bisect_right
from datetime import date
from typing import TYPE_CHECKING, Final

from legalcase.errors import LegalCaseError
from legalcase.kept import Kept
from legalcase.law.answer.other_days.by_events import computed_by_events
from legalcase.law.answer.other_days.shapes import shape_of
from legalcase.law.ask.behind import deadlines_behind
from legalcase.law.ask.kept.starts import is_steady, starts_by_events
from legalcase.law.book.events_alike import followed_by

if TYPE_CHECKING:
    from legalcase.counting.argument.computation import Computation
    from legalcase.law.answer.left_open.tries import Questions
    from legalcase.law.answer.other_days.shapes import Days, Shape
    from legalcase.law.ask.kept.answering import Found, Make
    from legalcase.law.ask.kept.tried import Known
    from legalcase.law.call.asked import Asked

__all__ = ["KeptEvents", "kept_events_for"]

#: So many of the texts that can be in force together are kept of one call.
_MOST: Final = 32


class KeptEvents:
    """One call ready for the days of the same events.

    Between two of the dates in `starts`, nothing that it rests on changes. `order` has
    the places of events of which the first cannot come before the second.
    """

    __slots__ = ("_order", "_shapes", "_starts", "_words", "known", "make")

    def __init__(
        self,
        make: Make | None,
        words: tuple[str, ...],
        starts: tuple[date, ...],
        order: tuple[tuple[int, int], ...],
    ) -> None:
        self.make = make
        #: What the answers to what it leaves open have in common, once that is known.
        self.known: Known | None = None
        self._words = words
        self._starts = starts
        self._order = order
        self._shapes: Kept[tuple[int, ...], tuple[Shape, Questions]] = Kept(_MOST)

    @property
    def words(self) -> tuple[str, ...]:
        """The events from whose days it runs."""
        return self._words

    @property
    def starts(self) -> tuple[date, ...]:
        """The days from which something else holds."""
        return self._starts

    @property
    def order(self) -> tuple[tuple[int, int], ...]:
        """The places of events of which the first cannot come before the second."""
        return self._order

    def shape(self, days: Days) -> Shape | None:
        """Return of what it is made from days, under texts that are known."""
        if len(days) != len(self._words):
            return None
        known = self._shapes.get(self._places(days))
        return None if known is None else known[0]

    def begin_with(
        self, days: tuple[date, ...], shape: Shape, left_open: Questions
    ) -> None:
        """Take over what a call from certain days was made of."""
        self._shapes[self._places(days)] = (shape, left_open)

    def found(self, anchor: object) -> Found | None:
        """Return the computation from days, and what was left open.

        ``None`` where it must be made afresh: under texts of which nothing is known
        yet, or where it is refused.
        """
        days: tuple[date, ...] = (
            tuple(anchor.values()) if isinstance(anchor, dict) else (anchor,)  # type: ignore[assignment]  # a date: the class was looked at
        )
        if len(days) != len(self._words):
            return None
        for later, earlier in self._order:
            if days[later] < days[earlier]:
                return None
        known = self._shapes.get(self._places(days))
        if known is None:
            return None
        shape, left_open = known
        computation = computed_by_events(shape, self._words, days)
        return None if computation is None else (computation, left_open)

    def _places(self, days: tuple[date, ...]) -> tuple[int, ...]:
        starts = self._starts
        return tuple([bisect_right(starts, day) for day in days])


def kept_events_for(
    asked: Asked,
    make: Make | None,
    computation: Computation,
    known: KeptEvents | None = None,
) -> KeptEvents | None:
    """Return a call that was evaluated, to be kept, if its parts are always the same.

    `known` is the one that was kept of it and had nothing for these days.
    """
    deadline, call = asked.deadline, asked.call
    # What was said on the way was said of these days.
    if deadline is None or call.said or call.given.as_of is not None:
        return None
    words = tuple(asked.anchors)
    days = tuple([day for day in asked.anchors.values() if type(day) is date])
    # An instant, or another's end, is no day: what runs from one is asked afresh.
    if len(days) < len(words):
        return None
    shape = shape_of(computation, words)
    if shape is None or not computation.is_running:
        return None
    kept = known
    if kept is None or kept.words != words:
        behind = tuple(deadlines_behind(deadline, call.law))
        if not all(map(is_steady, behind)):
            return None
        try:
            starts = starts_by_events(asked, behind)
        except LegalCaseError:
            return None
        follows = followed_by(call.law, deadline.jurisdiction)
        order = tuple(
            (words.index(word), words.index(earlier))
            for word in words
            for earlier in follows.get(word, ())
            if earlier in words
        )
        kept = KeptEvents(make, words, starts, order)
    kept.begin_with(days, shape, call.left_open)
    return kept
