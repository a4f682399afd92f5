"""TierMet: whether as many cases as a standard asks for ended in its time."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from attrs import frozen

from legalcase.measures.formulas.rates import percent, whole, whole_numbers
from legalcase.plain_data import PlainData

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["TierMet", "tiers_met"]


@frozen(kw_only=True)
class TierMet(PlainData):
    """A tier of a standard: so many percent within so many days, and what came of it.

    `met` is whether at least that percentage ended in time; ``None`` of no cases.
    """

    percent: int
    days: int
    within: int
    within_percent: float | None
    met: bool | None


def tiers_met(
    days: Iterable[int], tiers: Iterable[tuple[int, int]]
) -> tuple[TierMet, ...]:
    """Return how many of the cases ended within each tier: (percent, days).

    Within 180 days is in 180 days or fewer.
    """
    found = whole_numbers(days, "days")
    rows = []
    for share, limit in tiers:
        within = sum(each <= whole(limit, "tiers") for each in found)
        got = percent(within, len(found))
        rows.append(
            TierMet(
                percent=share,
                days=limit,
                within=within,
                within_percent=got,
                # Whole numbers: no share is lost in the rounding of a fraction.
                met=None if got is None else 100 * within >= share * len(found),
            )
        )
    return tuple(rows)
