"""Closed days of a rule: which are, where an end on one goes, what skips them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from legalcase.counting.rules.parts.thresholds import Thresholds
    from legalcase.counting.rules.words.closed_sets import EndsOn

__all__ = ["ClosedSpec", "Minimum", "Roll", "Short"]

#: Which kinds of closure close a day, by role: hashable, so that masks can be cached.
ClosedSpec = tuple[tuple[str, frozenset[str]], ...]


class Roll(NamedTuple):
    """Where a period that ends on a closed day goes: `step` is 1, -1 or 0 (stays).

    `acts`, `bound` and `periods` (their length) say which periods it moves, ``None``
    all of them. Off the days of `others` it moves those for any other act than `acts`.
    """

    step: int
    closed: ClosedSpec
    acts: frozenset[str] | None
    clause: str
    bound: str | None = None
    periods: Thresholds | None = None
    others: ClosedSpec | None = None

    def of(self, bound: str) -> Roll:
        """Return the roll of a period of that bound: of another nothing moves."""
        if self.bound in {None, bound}:
            return self
        return self._replace(acts=frozenset(), others=None)

    def for_act(self, act: str | None) -> Roll:
        """Return the roll of a period for that act."""
        if self.others is None or self.acts is None or act in self.acts:
            return self
        return self._replace(acts=None, closed=self.others)


class Short(NamedTuple):
    """Periods shorter than `limit` days (inclusive or not) skip certain days."""

    limit: int
    inclusive: bool
    skip: ClosedSpec
    ends_on: EndsOn
    clause: str
    direction: int | None = None

    def covers(self, number: int, sign: int) -> bool:
        """Tell whether a period of that many days, counted that way, is a short one."""
        if self.direction not in {None, sign}:
            return False
        return number < self.limit or (self.inclusive and number == self.limit)


class Minimum(NamedTuple):
    """So many court days that the periods of a length must have."""

    number: int
    periods: Thresholds
    closed: ClosedSpec
    clause: str
