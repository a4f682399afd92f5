"""Tried: what the answers to what a kept call leaves open have in common.

Most answers have the same effect: of a dozen methods of service some add three days,
the others none. Which do, is found once for the texts in force; from other days the
safe date is then looked for once for each effect. No result is kept.
"""

from __future__ import annotations

from bisect import bisect_right
from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

from legalcase.kept import Kept

if TYPE_CHECKING:
    from collections.abc import Iterable

    from legalcase.law.answer.other_days.shapes import Days, Shape

__all__ = ["Known", "Tried", "TriedFrom", "known_of", "safe_of"]

#: So many answers are told apart; what has more is asked with each.
_MOST: Final = 256
#: So many of the texts that can be in force together are kept of one call.
_MOST_TEXTS: Final = 32


class TriedFrom(Protocol):
    """**Protocol:** a call that is kept, and what it is made of from certain days."""

    @property
    def starts(self) -> tuple[date, ...]:
        """The days from which something else holds."""
        ...

    @property
    def order(self) -> tuple[tuple[int, int], ...]:
        """The places of events of which the first cannot come before the second."""
        ...

    def shape(self, days: Days) -> Shape | None:
        """Return of what it is made from days, if its ends are found without a walk."""
        ...


class Tried(NamedTuple):
    """One combination of answers: the call that was kept with it.

    `is_last` tells that nothing more was open with these answers.
    """

    call: TriedFrom
    is_last: bool


class Known(NamedTuple):
    """What is known of the answers to one call, by the texts that are in force.

    `starts` are the days from which something else holds for one of them. Of each
    combination of texts, of what the calls are made, once for each effect.
    """

    starts: tuple[date, ...]
    effects: Kept[tuple[int, ...], tuple[Shape, ...]]


def known_of(
    base: TriedFrom, days: Days, tried: Iterable[Tried], known: Known | None
) -> Known | None:
    """Return what is known, now that all answers were tried from certain days.

    ``None`` where they cannot be told apart by their effects.
    """
    asked = tuple(tried)
    if known is not None and _places(known.starts, days) in known.effects:
        return known  # what it has found out since is kept with it
    effects = _effects_of(base, days, asked)
    if not effects:
        return None
    starts = {*base.starts, *(start for one in asked for start in one.call.starts)}
    if known is None or not starts.issubset(known.starts):
        starts.update(() if known is None else known.starts)
        known = Known(tuple(sorted(starts)), Kept(_MOST_TEXTS))
    known.effects[_places(known.starts, days)] = effects
    return known


def _effects_of(
    base: TriedFrom, days: Days, asked: tuple[Tried, ...]
) -> tuple[Shape, ...]:
    """Return of what calls are made, once for each effect; nothing if that is not all.

    What a call itself gives must be what it gives with the answers that it adopts, and
    whatever is asked on the way what it gives with some answers: it could be refused.
    """
    shape = base.shape(days)
    made = [one.call.shape(days) for one in asked[:_MOST]]
    known = [one for one in made if one is not None]
    if shape is None or len(known) < len(asked):
        return ()
    if any(one.call.order != base.order for one in asked):
        return ()
    if any(one.bound != shape.bound for one in known):
        return ()
    lasts = [its for one, its in zip(asked, known, strict=True) if one.is_last]
    groups: dict[object, list[Shape]] = {shape.effect: [shape]}
    for number, one in enumerate(lasts):
        groups.setdefault(one.effect, []).append(one)
        if not number and len(groups) > 1:
            return ()
    if not lasts or any(one.effect not in groups for one in known):
        return ()
    return tuple([one.joined(more) for one, *more in groups.values()])


def safe_of(known: Known, days: Days) -> date | None:
    """Return the date that is safe under every answer; ``None`` where it is not known.

    An answer that gives only more time decides nothing; so it is the first date of all
    that are safe under one of them, or the last for a "not earlier than".
    """
    effects = known.effects.get(_places(known.starts, days))
    if effects is None:
        return None
    latest = effects[0].bound == "not-earlier-than"
    found: list[int] = []
    for shape in effects:
        day = shape.safe_day(days, latest=latest)
        if day is None:
            return None
        found.append(day)
    return date.fromordinal((max if latest else min)(found))


def _places(starts: tuple[date, ...], days: Days) -> tuple[int, ...]:
    return tuple([bisect_right(starts, day) for day in days])
