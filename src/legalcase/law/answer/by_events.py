"""By events: a count, or the later or earlier of several, ready for other days.

What a deadline is made of is found once for the days of its events: which parts there
are, under which texts, which of them wait. As long as no text changes, other days give
other ends of the same parts, and nothing else.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Protocol

from attrs import define, evolve

from legalcase.counting.argument.backing import CountBacking
from legalcase.counting.argument.later import Unwalked, keeps_its_ends, with_ends
from legalcase.counting.engine.run import run
from legalcase.counting.engine.straight import straight_of
from legalcase.errors import LegalCaseError
from legalcase.law.answer.combine import CompositeBacking, combined_again
from legalcase.law.answer.prepare import Prepared

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from legalcase.authority import Authority
    from legalcase.counting.argument.computation import Computation
    from legalcase.counting.argument.findings import Notice
    from legalcase.counting.engine.count import Alternative
    from legalcase.counting.engine.inputs import Inputs
    from legalcase.counting.engine.steps import Outcome
    from legalcase.counting.engine.straight import Straight
    from legalcase.law.call.door import Anchor

__all__ = ["Shape", "computed_by_events", "shape_of"]

_fromordinal = date.fromordinal

#: The days of the events, in the order of their words.
Days = tuple[date, ...]


class Shape(Protocol):
    """**Protocol:** a count, several, or one that waits, for days to be given."""

    @property
    def waits(self) -> bool:
        """Whether it waits for an event, or a part of it does."""
        ...

    def ends(self, days: Days) -> tuple[int, int] | None:
        """Return (due, nominal) as ordinals; ``None`` while it waits."""
        ...

    def is_undisputed(self, days: Days) -> bool:
        """Tell whether no other answer gives other ends; ``False`` if unknown."""
        ...

    def walked(self, words: tuple[str, ...], days: Days) -> Computation:
        """Return the computation from those days with every step."""
        ...


class _FromEvents:
    """Where a count came from that was made ready for other days."""

    links = 0

    __slots__ = ("_days", "_prepared", "_words")

    def __init__(self, of: Prepared, words: tuple[str, ...], days: Days) -> None:
        self._prepared = of
        self._words = words
        self._days = days

    def inputs(self, anchor: date | datetime) -> Inputs:
        """Return what was asked, of these events."""
        anchors: dict[str, Anchor] = dict(zip(self._words, self._days, strict=True))
        return evolve(self._prepared.asked, anchors=anchors).inputs(anchor)

    def runs_from(self) -> Mapping[str, Computation]:
        """Return nothing: these are days."""
        return {}

    def authorities(self) -> Iterable[tuple[str, Authority]]:
        """Yield (name, authority) of what the count rests on."""
        return self._prepared.authorities()

    def notices(self) -> tuple[Notice, ...]:
        """Return what its reader must know, whatever the count gave."""
        return self._prepared.notices()

    def alternatives(
        self, anchor: date | datetime, outcome: Outcome
    ) -> Iterable[Alternative]:
        """Return other counts that this outcome brings up."""
        return self._prepared.alternatives(anchor, outcome)


@define(eq=False)
class _Leg:
    """One count, from the event at that place."""

    place: int
    prepared: Prepared
    straight: Straight | None
    waits: bool = False

    def ends(self, days: Days) -> tuple[int, int] | None:
        day = days[self.place]
        if self.straight is not None:
            ends = self.straight.ends(day.toordinal())
            if ends is not None:
                return ends
        count = self.prepared.count
        outcome = run(count, day, count.chosen)
        return outcome.due.toordinal(), outcome.nominal.toordinal()

    def is_undisputed(self, days: Days) -> bool:
        day = days[self.place]
        straight = self.straight
        ends = None if straight is None else straight.ends(day.toordinal())
        if straight is None or ends is None:
            return False
        return keeps_its_ends(self.prepared, straight, day, ends)

    def walked(self, words: tuple[str, ...], days: Days) -> Computation:
        origin = _FromEvents(self.prepared, words, days)
        return self.prepared.walked(days[self.place], (), origin)


@define(eq=False)
class _Waiting:
    """A part whose event is still to come."""

    like: Computation
    waits: bool = True

    def ends(self, _: Days) -> tuple[int, int] | None:
        return None

    def is_undisputed(self, _: Days) -> bool:
        return True

    def walked(self, words: tuple[str, ...], days: Days) -> Computation:
        return evolve(
            self.like,
            inputs=_inputs(self.like, words, days),
            notices=self.like.notices,
        )


@define(eq=False)
class _Several:
    """The later or earlier of several."""

    like: Computation
    parts: tuple[Shape, ...]
    latest: bool

    @property
    def waits(self) -> bool:
        return any(part.waits for part in self.parts)

    def ends(self, days: Days) -> tuple[int, int] | None:
        best: tuple[int, int] | None = None
        for part in self.parts:
            ends = part.ends(days)
            # Of several on one day the first decides, as in `combine`.
            if ends is not None and (
                best is None
                or (ends[0] > best[0] if self.latest else ends[0] < best[0])
            ):
                best = ends
        return best

    def is_undisputed(self, days: Days) -> bool:
        # An event to come can move a part that is itself made of several.
        return all(
            part.is_undisputed(days) and not (isinstance(part, _Several) and part.waits)
            for part in self.parts
        )

    def walked(self, words: tuple[str, ...], days: Days) -> Computation:
        parts = tuple(part.walked(words, days) for part in self.parts)
        return combined_again(self.like, parts, _inputs(self.like, words, days))


def _inputs(like: Computation, words: tuple[str, ...], days: Days) -> Inputs:
    """Return the inputs of what has no trigger of its own, with other days."""
    if "" in words:
        return evolve(like.inputs, trigger=days[words.index("")])
    return evolve(like.inputs, triggers=tuple(zip(words, days, strict=True)))


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


def shape_of(computation: Computation, words: tuple[str, ...]) -> Shape | None:
    """Return of what a computation is made, where all of it runs from days of events.

    ``None`` where something in it runs from another's end, or to an hour.
    """
    backing = computation._backing  # noqa: SLF001 - what stands behind it says what it is
    if isinstance(backing, CountBacking):
        return _leg(backing, words)
    if isinstance(backing, CompositeBacking):
        parts = [shape_of(part, words) for part in computation.parts]
        known = tuple(part for part in parts if part is not None)
        if len(known) < len(parts):
            return None
        return _Several(computation, known, backing.latest)
    is_pending = not computation.is_running and not computation.parts
    return _Waiting(computation) if is_pending else None


def _leg(backing: CountBacking, words: tuple[str, ...]) -> _Leg | None:
    origin, count = backing.origin, backing.count
    if not isinstance(origin, Prepared) or origin.given is not None:
        return None
    trigger = origin.asked.term.trigger
    if count.period.unit == "hour" or (trigger and trigger.expiry_of is not None):
        return None
    word = "" if trigger is None or trigger.event is None else trigger.event
    if word not in words:
        word = ""
    if word not in words:
        return None
    return _Leg(words.index(word), origin, straight_of(count, count.chosen))
