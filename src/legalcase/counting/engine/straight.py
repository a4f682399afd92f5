"""Straight: so many days, with nothing in their way but closed days at their end.

Most counts are that. Their ends are found without a walk, one by one here and many at
once in a column; the steps are walked when somebody reads them. A property holds that
both ways agree.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from legalcase.counting.engine.recipe import recipe_of
from legalcase.counting.engine.stages.days import plain_days
from legalcase.counting.rules.venue import ClosedDays

if TYPE_CHECKING:
    from legalcase.counting.engine.count import Count
    from legalcase.counting.engine.recipe import Recipe
    from legalcase.counting.rules.counting_rule import Choices

__all__ = ["Straight", "straight_of"]


class Straight(NamedTuple):
    """What such a count does with its trigger, in ordinals of days.

    `days` are counted and `extra` added, both back if negative; if it `rolls_first`,
    the end is moved off closed days in between. Then it is moved by `step`: 1 forward,
    -1 back, 0 not at all. `mask` has a byte for each day from `first` through `last`,
    1 for a closed one; none where no day is closed. `adds_first` tells that the time
    was added before the period was counted.
    """

    days: int
    extra: int
    rolls_first: bool
    adds_first: bool
    step: int
    mask: bytes
    first: int
    last: int

    def ends(self, day: int) -> tuple[int, int] | None:
        """Return (due, nominal) from a trigger day; ``None`` where a walk must say.

        That is outside the calendars, where the walk says of which.
        """
        days, extra, rolls_first, _, step, mask, first, last = self
        if not first <= day <= last:
            return None
        end = day + days
        # Asked here, before `moved` is: most days are open, and a call more counts.
        if rolls_first:
            if not first <= end <= last:
                return None
            if step and mask and mask[end - first]:
                moved = self.moved(end)
                if moved is None:
                    return None
                end = moved
        end += extra
        if not first <= end <= last:
            return None
        if not (step and mask and mask[end - first]):
            return end, end
        due = self.moved(end)
        return None if due is None else (due, end)

    def moved(self, day: int) -> int | None:
        """Return where a period goes that ends on a closed day; ``None`` outside.

        The day is one within the calendar that is closed: `ends` has looked.
        """
        mask, place = self.mask, day - self.first
        place = mask.find(0, place) if self.step > 0 else mask.rfind(0, 0, place)
        return None if place < 0 else self.first + place

    def looked_at(self, day: int, ends: tuple[int, int]) -> tuple[int, int]:
        """Return the first and the last day that the count from a trigger looks at.

        `ends` are those from that trigger.
        """
        low = high = day
        for end in (day + self.days, *ends):
            if end < low:
                low = end
            elif end > high:
                high = end
        return low, high

    def asks_of(self, days: tuple[int, ...], day: int, ends: tuple[int, int]) -> bool:
        """Tell whether a count asks of one of some days whether it is closed.

        `days` are sorted. It asks of the days that are passed over at its end, and of
        the first open one; if it `rolls_first`, of those before time is added, too.
        """
        due, nominal = ends
        if _has_one(days, nominal, due):
            return True
        return self.rolls_first and _has_one(
            days, day + self.days, nominal - self.extra
        )

    def ends_open(self, day: int) -> bool:
        """Tell whether the period ends on an open day before time is added to it.

        ``False`` where it is added first: which end is meant then, a walk must say.
        """
        if not self.extra:
            return True
        if self.adds_first:
            return False
        return not (self.mask and self.mask[day + self.days - self.first])


def _has_one(days: tuple[int, ...], one: int, other: int) -> bool:
    """Tell whether one of some sorted days lies between two, themselves included."""
    low, high = (one, other) if one <= other else (other, one)
    place = bisect_left(days, low)
    return place < len(days) and days[place] <= high


def straight_of(count: Count, choices: Choices) -> Straight | None:
    """Return a count under the readings chosen as a straight one, if it is one."""
    found = count.straight.get(choices, ...)
    if found is ...:
        found = count.straight[choices] = _made(count, choices)
    return found


def _made(count: Count, choices: Choices) -> Straight | None:
    if count.served or count.period.unit == "hour" or len(count.period.parts) != 1:
        return None
    recipe = recipe_of(count, choices)
    if not _is_straight(recipe):
        return None
    days = plain_days(recipe)
    if days is None:
        return None
    extra = sum(one.number * (7 if one.unit == "week" else 1) for one in recipe.added)
    acts = recipe.roll.acts
    stays = acts is not None and recipe.act not in acts
    closed = recipe.closed
    return Straight(
        days=recipe.sign * days,
        extra=recipe.sign * extra,
        rolls_first=bool(recipe.added) and recipe.order.rolls_first,
        adds_first=bool(recipe.added) and recipe.order.adds_first,
        step=0 if stays else recipe.roll.step,
        mask=closed.mask,
        first=closed.first,
        last=closed.last,
    )


def _is_straight(recipe: Recipe) -> bool:
    """Tell whether none of what can lie in the way of a count does."""
    count = recipe.count
    in_the_way = (
        recipe.late,
        count.from_rolled_end,
        count.inaccessible,
        count.ends_on,
        recipe.deemed,
        recipe.first_day,
        recipe.as_one,
        recipe.minimum,
        recipe.carried,
    )
    return (
        not any(in_the_way)
        and recipe.runs_freely
        # A day that nobody knows of is an error there, and no closed day.
        and type(recipe.closed) is ClosedDays
        and all(
            one.unit in {"day", "week"} and one.until is None for one in recipe.added
        )
    )
