"""KeptCall: one call made ready, so that asking it again for another trigger is cheap.

No result is kept. What is kept is what does not depend on the trigger: the names
resolved to rules and calendars, and each text in force with its settings compiled.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from attrs import evolve

from legalcase.counting.argument.later import ready_for_more, standing_on
from legalcase.dates import Period, by_clock_of
from legalcase.errors import LegalCaseError
from legalcase.law.answer.evaluate import evaluate
from legalcase.law.answer.prepare import prepare
from legalcase.law.ask.used import check_used
from legalcase.zones import is_known_instant

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from legalcase.authority import Dispute
    from legalcase.counting.argument.computation import Computation
    from legalcase.counting.rules.counting_rule import CountingRule
    from legalcase.counting.rules.venue import Venue
    from legalcase.law.answer.open_backing import Questions
    from legalcase.law.book.book import Book
    from legalcase.law.call.asked import Asked, Ready

__all__ = [
    "KeptCall",
    "KeptCalls",
    "kept_call_for",
    "kept_calls_of",
    "with_open_questions",
]

#: So many calls are kept by name, and with a value in a name's place, which they keep
#: alive; then the oldest goes.
_MOST: Final = 1024
_MOST_VALUES: Final = 64
#: A name this long is a mistake, or padded; its call is not worth keeping.
_LONGEST: Final = 200
_ONE_DAY: Final = timedelta(days=1)

Make = Callable[..., "Asked"]


class KeptCalls:
    """The calls made before, by what was asked; the oldest goes first.

    Names are compared as text. A value in a name's place (a calendar, a court, a
    deadline) stands for itself alone: one that merely looks equal may answer otherwise.
    """

    __slots__ = ("_by_name", "_by_value")

    def __init__(self) -> None:
        self._by_name: dict[object, KeptCall] = {}
        self._by_value: dict[object, tuple[object, KeptCall]] = {}

    def known(self, names: tuple[object, ...]) -> KeptCall | None:
        """Return a call that was made before, if it was kept."""
        try:
            kept = self._by_name.get(names)
        except TypeError:
            # Something unhashable was passed where a name belongs: that is said later.
            return None
        if kept is None and self._by_value:
            found = self._by_value.get(_identities(names))
            return None if found is None else found[1]
        return kept

    def answer(self, names: tuple[object, ...], anchor: object) -> Computation | None:
        """Return what a call that was kept gives from a trigger, if one can say."""
        kept = self.known(names)
        return None if kept is None else kept.answer_from(anchor)

    def add(
        self, names: tuple[object, ...], asked: Asked, make: Make, anchor: object
    ) -> None:
        """Keep a call that was evaluated under its names, if it is one to be kept."""
        known = self.known(names)
        kept = kept_call_for(asked, make, anchor, known)  # type: ignore[arg-type]  # a date or an instant: the class was looked at
        if kept is not None and kept is not known:
            self.keep(names, kept)

    def keep(self, names: tuple[object, ...], kept: KeptCall) -> None:
        """Keep a call under its names."""
        if any(name.__class__ is str and len(str(name)) > _LONGEST for name in names):
            return
        if all(map(_is_name, names)):
            _keep(self._by_name, names, kept, _MOST)
        else:
            # The values are kept too, so that no other one is given their identity.
            _keep(self._by_value, _identities(names), (names, kept), _MOST_VALUES)


def _is_name(value: object) -> bool:
    return value is None or value.__class__ is str or value.__class__ is Period


def _identities(names: tuple[object, ...]) -> tuple[object, ...]:
    return tuple(name if _is_name(name) else id(name) for name in names)


def _keep(calls: dict[object, Any], key: object, kept: object, most: int) -> None:
    if len(calls) >= most:
        calls.pop(next(iter(calls)), None)
    calls[key] = kept


def kept_calls_of(law: Book) -> KeptCalls:
    """Return the calls kept so far under a law."""
    known = law.cached("kept-calls")
    calls: KeptCalls | None = known.get("calls")
    if calls is None:
        calls = known["calls"] = KeptCalls()
    return calls


def with_open_questions(
    asked: Asked, computation: Computation, make: Make, anchor: object
) -> Computation:
    """Return a computation that answers for what was left open, too."""
    from legalcase.law.answer.open_backing import LEFT_OPEN, OpenBacking

    def ask(answers: Mapping[str, str]) -> tuple[Computation, Questions]:
        other = make(anchor, answers)
        try:
            return evaluate(other), other.call.left_open
        except LegalCaseError as error:
            setattr(error, LEFT_OPEN, other.call.left_open)
            raise

    backing = OpenBacking(computation, asked.call.left_open, ask)
    if ready_for_more(computation) is not None:
        return standing_on(computation, backing)
    return evolve(
        computation,
        backing=backing,
        readings=None,
        notices=None,
        instant=None,
    )


class KeptCall:
    """One call ready for any trigger date.

    Between two of the dates in `_starts`, nothing that the call rests on changes:
    neither a text in force nor which disputed questions arise.
    """

    __slots__ = ("_make", "_of", "_prepared", "_rule", "_starts", "_venue")

    def __init__(
        self,
        make: Make,
        rule: CountingRule,
        venue: Venue,
        starts: tuple[date, ...],
    ) -> None:
        self._make = make
        self._rule = rule
        self._venue = venue
        self._starts = starts
        #: The rule by which it is counted; another text can name another.
        self._of: str | None = None
        self._prepared: list[Ready | None] = [None] * (len(starts) + 1)

    def begin_with(self, day: date, prepared: Ready) -> None:
        """Take over what the first call has prepared for its trigger date."""
        self._of = prepared.asked.rule.id
        self._keep(bisect_right(self._starts, day), prepared)

    def is_of(self, prepared: Ready) -> bool:
        """Tell whether a count is by the rule and at the venue of this call."""
        count = prepared.count
        return count.rule is self._rule and count.venue is self._venue

    def answer(self, day: date) -> Computation:
        """Return the computation from that trigger date."""
        place = bisect_right(self._starts, day)
        prepared = self._prepared[place]
        if prepared is None:
            asked = self._make(day)
            if not _is_plain(asked) or asked.rule.id != self._of:
                return self._afresh(asked, day)
            prepared = prepare(asked, self._rule, self._venue, day)
            check_used(asked)
            self._keep(place, prepared)
        return self._told(prepared.asked, prepared.answer(day), day)

    def answer_from(self, anchor: object) -> Computation | None:
        """Return the computation from a date or an instant.

        ``None`` from an instant that must be asked afresh: nobody knows the court's
        clock, or by its own clock it falls into another text than by that.
        """
        if not isinstance(anchor, datetime):
            return self.answer(anchor)  # type: ignore[arg-type]  # a date: the class was looked at
        local = _local(anchor, self._rule, self._venue)
        if local is None:
            return None
        place = bisect_right(self._starts, local.date())
        prepared = self._prepared[place]
        if prepared is None or place != bisect_right(self._starts, anchor.date()):
            return None
        return self._told(prepared.asked, prepared.answer(local), anchor)

    def _keep(self, place: int, prepared: Ready) -> None:
        """Keep what was prepared for the triggers between two starts."""
        starts = self._starts
        first = starts[place - 1] if place else date.min
        last = starts[place] - _ONE_DAY if place < len(starts) else date.max
        prepared.holds = (first, last)
        self._prepared[place] = prepared

    def _afresh(self, asked: Asked, day: date) -> Computation:
        """Return what a call gives that is no plain count from that day on."""
        computation = evaluate(asked)
        check_used(asked, computation)
        return self._told(asked, computation, day)

    def _told(
        self, asked: Asked, computation: Computation, anchor: date
    ) -> Computation:
        """Return a computation that answers for what was left open, if anything was."""
        if not asked.call.left_open:
            return computation
        return with_open_questions(asked, computation, self._make, anchor)


def kept_call_for(
    asked: Asked, make: Make, anchor: date | datetime, known: KeptCall | None = None
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
        starts = tuple(sorted(set(_starts(asked, rule, venue))))
        kept = KeptCall(make, rule, venue, starts)
    kept.begin_with(day, prepared)
    return kept


def _local(moment: datetime, rule: CountingRule, venue: Venue) -> datetime | None:
    """Return an instant by the court's clock; nothing where nobody knows that.

    Nor of an instant by a clock that is refused: that is said of each afresh.
    """
    zones = venue.zones
    name = zones[0] if zones else rule.zone
    if name is None or not is_known_instant(moment):
        return None
    return by_clock_of(moment, name)


def _is_plain(asked: Asked) -> bool:
    trigger = asked.term.trigger
    # A date that stands under a word is part of what was asked, and no other day's.
    return (
        asked.term.form == "period"
        and "" in asked.anchors
        and (trigger is None or trigger.expiry_of is None)
    )


def _starts(asked: Asked, rule: CountingRule, venue: Venue) -> Iterator[date]:
    """Yield every date from which something else holds than the day before."""
    yield from (version.first for version in rule.versions)
    if rule.last is not None:
        yield rule.last + _ONE_DAY
    yield from _bounds(rule.disputes)
    for _, calendar in venue.calendars:
        yield from _bounds(calendar.definition.all_disputes())
    deadline = asked.deadline
    if deadline is not None:
        yield from (version.first for version in deadline.versions)
        if deadline.last is not None:
            yield deadline.last + _ONE_DAY
        yield from _bounds(deadline.disputes)


def _bounds(disputes: Iterable[Dispute]) -> Iterator[date]:
    for dispute in disputes:
        if dispute.first is not None:
            yield dispute.first
        if dispute.last is not None:
            yield dispute.last + _ONE_DAY
