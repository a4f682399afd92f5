"""KeptCall: one count made ready, so that asking it again from another day is cheap.

No result is kept. What is kept is what does not depend on the trigger: the names
resolved to rules and calendars, and each text in force with its settings compiled.
"""

from __future__ import annotations

from bisect import bisect_right
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Final

from legalcase.counting.argument.later import computed_later
from legalcase.dates import by_clock_of, zone_named
from legalcase.law.answer.evaluate import evaluate
from legalcase.law.answer.other_days.shapes import of_one_day
from legalcase.law.answer.prepare import Prepared, prepare
from legalcase.law.ask.kept.starts import starts_of_count
from legalcase.law.ask.used import check_used
from legalcase.zones import is_known_instant

if TYPE_CHECKING:
    from datetime import tzinfo
    from types import EllipsisType

    from legalcase.counting.rules.counting_rule import CountingRule
    from legalcase.counting.rules.venue import Venue
    from legalcase.law.answer.other_days.shapes import Days, Shape
    from legalcase.law.ask.kept.answering import Found, Make
    from legalcase.law.ask.kept.tried import Known
    from legalcase.law.call.asked import Asked, Ready

__all__ = ["KeptCall", "kept_call_for"]

_ONE_DAY: Final = timedelta(days=1)


class KeptCall:
    """One call ready for any trigger date.

    Between two of the dates in `_starts`, nothing that the call rests on changes:
    neither a text in force nor which disputed questions arise.
    """

    __slots__ = (
        "_of",
        "_prepared",
        "_rule",
        "_starts",
        "_venue",
        "_zone",
        "known",
        "make",
    )

    def __init__(
        self,
        make: Make | None,
        rule: CountingRule,
        venue: Venue,
        starts: tuple[date, ...],
    ) -> None:
        self.make = make
        #: What the answers to what it leaves open have in common, once that is known.
        self.known: Known | None = None
        self._rule = rule
        self._venue = venue
        self._starts = starts
        self._zone: tzinfo | EllipsisType | None = ...
        #: The rule by which it is counted; another text can name another.
        self._of: str | None = None
        self._prepared: list[Ready | None] = [None] * (len(starts) + 1)

    @property
    def starts(self) -> tuple[date, ...]:
        """The days from which something else holds."""
        return self._starts

    @property
    def order(self) -> tuple[tuple[int, int], ...]:
        """Nothing: it has one event."""
        return ()

    def shape(self, days: Days) -> Shape | None:
        """Return of what it is made from a day, if its ends need no walk."""
        if len(days) != 1:
            return None
        prepared = self._prepared[bisect_right(self._starts, days[0])]
        return of_one_day(prepared) if isinstance(prepared, Prepared) else None

    def begin_with(self, day: date, prepared: Ready) -> None:
        """Take over what the first call has prepared for its trigger date."""
        self._of = prepared.asked.rule.id
        self._keep(bisect_right(self._starts, day), prepared)

    def is_of(self, prepared: Ready) -> bool:
        """Tell whether a count is by the rule and at the venue of this call."""
        count = prepared.count
        return count.rule is self._rule and count.venue is self._venue

    def _from_day(self, day: date) -> Found | None:
        """Return the computation from a day, and what was left open, made ready."""
        if self.make is None:
            return None
        asked = self.make(day)
        if not _is_plain(asked) or asked.rule.id != self._of:
            computation = evaluate(asked)
            check_used(asked, computation)
            return computation, asked.call.left_open
        prepared = prepare(asked, self._rule, self._venue, day)
        # First the count and then what is unused, as of a first call: of two reasons
        # to refuse it, the same one is told.
        computation = prepared.answer(day)
        check_used(asked, computation)
        self._keep(bisect_right(self._starts, day), prepared)
        return computation, prepared.left_open

    def found(self, anchor: object) -> Found | None:
        """Return the computation from a date or an instant, and what was left open.

        ``None`` from an instant that must be asked afresh: nobody knows the court's
        clock, or by its own clock it falls into another text than by that.
        """
        if not isinstance(anchor, date) or isinstance(anchor, datetime):
            return self._from_instant(anchor)
        prepared = self._prepared[bisect_right(self._starts, anchor)]
        if prepared is None:
            return self._from_day(anchor)
        straight = prepared.ready
        if straight is not None:
            ends = straight.ends(anchor.toordinal())
            if ends is not None:
                return computed_later(prepared, anchor, ends), prepared.left_open
        return prepared.answer(anchor), prepared.left_open

    def _from_instant(self, anchor: object) -> Found | None:
        """Return the same from an instant, in a text that is made ready."""
        if not isinstance(anchor, datetime):
            return None
        zone = self._zone
        if zone is ...:
            name = _clock(self._rule, self._venue)
            zone = self._zone = None if name is None else zone_named(name)
        if zone is None or not is_known_instant(anchor):
            return None
        try:
            local = anchor.astimezone(zone)
        except OverflowError:  # said of each afresh
            return None
        place = bisect_right(self._starts, local.date())
        prepared = self._prepared[place]
        if prepared is None or place != bisect_right(self._starts, anchor.date()):
            return None
        return prepared.answer(local), prepared.left_open

    def _keep(self, place: int, prepared: Ready) -> None:
        """Keep what was prepared for the triggers between two starts."""
        starts = self._starts
        first = starts[place - 1] if place else date.min
        last = starts[place] - _ONE_DAY if place < len(starts) else date.max
        prepared.holds = (first, last)
        self._prepared[place] = prepared


def kept_call_for(
    asked: Asked,
    make: Make | None,
    anchor: date | datetime,
    known: KeptCall | None = None,
) -> KeptCall | None:
    """Return a call that was evaluated, to be kept, if it is one plain count.

    `known` is the one that was kept of it and had nothing for this trigger.
    """
    prepared = asked.call.prepared
    if prepared is None or not _is_plain(asked):
        return None
    rule, venue = prepared.count.rule, prepared.count.venue
    day: date | None = anchor
    if isinstance(anchor, datetime):
        local = _local(anchor, rule, venue)
        day = None if local is None else local.date()
    if day is None:
        return None
    kept = known
    if kept is None or not kept.is_of(prepared):
        kept = KeptCall(make, rule, venue, starts_of_count(asked, rule, venue))
    kept.begin_with(day, prepared)
    return kept


def _local(moment: datetime, rule: CountingRule, venue: Venue) -> datetime | None:
    """Return an instant by the court's clock; nothing where nobody knows that.

    Nor of an instant by a clock that is refused: that is said of each afresh.
    """
    name = _clock(rule, venue)
    if name is None or not is_known_instant(moment):
        return None
    return by_clock_of(moment, name)


def _clock(rule: CountingRule, venue: Venue) -> str | None:
    """Return the zone by whose clock an instant is read, if anybody knows it."""
    zones = venue.zones
    return zones[0] if zones else rule.zone


def _is_plain(asked: Asked) -> bool:
    trigger = asked.term.trigger
    # A date that stands under a word is part of what was asked, and no other day's.
    return (
        asked.term.form == "period"
        and "" in asked.anchors
        and (trigger is None or trigger.expiry_of is None)
    )
