"""Shapes: a count, or the later or earlier of several, ready for other days.

What a deadline is made of is found once for the days of its events: which parts there
are, under which texts, which of them wait. As long as no text changes, other days give
other ends of the same parts, and nothing else.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Protocol

from attrs import define, evolve

from legalcase.counting.argument.agreed import Alike
from legalcase.counting.argument.backing import CountBacking
from legalcase.counting.argument.doubts import doubts_of
from legalcase.counting.argument.later import keeps_its_ends, safe_day
from legalcase.counting.engine.run import run
from legalcase.counting.engine.straight import straight_of
from legalcase.law.answer.combine import CompositeBacking, combined_again
from legalcase.law.answer.other_days.from_events import FromEvents
from legalcase.law.answer.prepare import Prepared

if TYPE_CHECKING:
    from collections.abc import Sequence

    from legalcase.counting.argument.computation import Computation
    from legalcase.counting.engine.inputs import Inputs
    from legalcase.counting.engine.straight import Straight

__all__ = ["Days", "Shape", "of_one_day", "shape_of"]

#: The days of the events, in the order of their words.
Days = tuple[date, ...]


class Shape(Protocol):
    """**Protocol:** a count, several, or one that waits, for days to be given."""

    @property
    def waits(self) -> bool:
        """Whether it waits for an event, or a part of it does."""
        ...

    @property
    def bound(self) -> str:
        """Whether its end is the last day for something, or the first."""
        ...

    def ends(self, days: Days) -> tuple[int, int] | None:
        """Return (due, nominal) as ordinals; ``None`` while it waits."""
        ...

    def is_undisputed(self, days: Days) -> bool:
        """Tell whether no other answer gives other ends; ``False`` if unknown."""
        ...

    def safe_day(self, days: Days, *, latest: bool) -> int | None:
        """Return the earliest end under any answer, or the latest, as an ordinal.

        ``None`` where a walk must say.
        """
        ...

    @property
    def effect(self) -> tuple[object, ...]:
        """What decides its ends, and of which questions a walk would ask."""
        ...

    def joined(self, others: Sequence[Shape]) -> Shape:
        """Return one for this and others of the same effect.

        It has a `safe_day` where all of them have that one.
        """
        ...

    def walked(self, words: tuple[str, ...], days: Days) -> Computation:
        """Return the computation from those days with every step."""
        ...


@define(eq=False)
class _Leg:
    """One count, from the event at that place."""

    place: int
    prepared: Prepared
    straight: Straight | None
    waits: bool = False
    alike: Alike | None = None

    @property
    def bound(self) -> str:
        return self.prepared.bound

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

    def safe_day(self, days: Days, *, latest: bool) -> int | None:
        day = days[self.place].toordinal()
        straight = self.straight
        ends = None if straight is None else straight.ends(day)
        if straight is None or ends is None:
            return None
        return safe_day(
            self.prepared, straight, day, ends, latest=latest, alike=self.alike
        )

    @property
    def effect(self) -> tuple[object, ...]:
        of, straight = self.prepared, self.straight
        if straight is None:
            return (id(self),)
        # The same questions are one value: see `doubts_of`.
        asked = id(doubts_of(of.count))
        return self.place, straight, asked, of.text_begins, of.text_ends

    def joined(self, others: Sequence[Shape]) -> Shape:
        counts = [one.prepared.count for one in others if isinstance(one, _Leg)]
        return evolve(self, alike=Alike(tuple(counts)))

    def walked(self, words: tuple[str, ...], days: Days) -> Computation:
        origin = FromEvents(self.prepared, words, days)
        return self.prepared.walked(days[self.place], (), origin)


@define(eq=False)
class _Waiting:
    """A part whose event is still to come."""

    like: Computation
    waits: bool = True

    @property
    def bound(self) -> str:
        return self.like.bound

    def ends(self, _: Days) -> tuple[int, int] | None:
        return None

    def is_undisputed(self, _: Days) -> bool:
        return True

    def safe_day(self, _: Days, *, latest: bool) -> int | None:  # noqa: ARG002 - of what waits
        return None

    @property
    def effect(self) -> tuple[object, ...]:
        return ()

    def joined(self, _: Sequence[Shape]) -> Shape:
        return self

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
    def bound(self) -> str:
        return self.like.bound

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

    def safe_day(self, days: Days, *, latest: bool) -> int | None:
        # All parts take their safest date together: see `CompositeBacking.readings`.
        if latest != (self.bound == "not-earlier-than"):
            return None
        found: list[int] = []
        for part in self.parts:
            if isinstance(part, _Waiting):
                continue
            # An event to come can move a part that is itself made of several.
            day = None if part.waits else part.safe_day(days, latest=latest)
            if day is None:
                return None
            found.append(day)
        return (max if self.latest else min)(found, default=None)

    @property
    def effect(self) -> tuple[object, ...]:
        return self.latest, tuple([part.effect for part in self.parts])

    def joined(self, others: Sequence[Shape]) -> Shape:
        alike = [one.parts for one in others if isinstance(one, _Several)]
        parts = [
            part.joined(rest) for part, *rest in zip(self.parts, *alike, strict=True)
        ]
        return evolve(self, parts=tuple(parts))

    def walked(self, words: tuple[str, ...], days: Days) -> Computation:
        parts = tuple(part.walked(words, days) for part in self.parts)
        return combined_again(self.like, parts, _inputs(self.like, words, days))


def _inputs(like: Computation, words: tuple[str, ...], days: Days) -> Inputs:
    """Return the inputs of what has no trigger of its own, with other days."""
    if "" in words:
        return evolve(like.inputs, trigger=days[words.index("")])
    return evolve(like.inputs, triggers=tuple(zip(words, days, strict=True)))


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


def of_one_day(prepared: Prepared) -> Shape | None:
    """Return a count that is ready for one day, if its ends need no walk."""
    straight = prepared.straight
    return None if straight is None else _Leg(0, prepared, straight)
