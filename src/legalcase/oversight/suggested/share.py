"""ShareRight: a share with what it was counted from, and how little that may be."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from legalcase.plain_data import PlainData

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["FEW", "ShareRight", "share_of"]

#: With fewer than these, a share is said to be of few. A convention of this package,
#: and no test: `low` and `high` say how far it may be off.
FEW: Final = 30
#: The standard normal distribution has 95 % within so many standard deviations.
_Z: Final = 1.959963984540054


@frozen(kw_only=True)
class ShareRight(PlainData):
    """How many of how many: the share, both numbers, and the ids of each.

    `value` is ``None`` of nothing. `low` and `high` are the ends of the score interval
    of Wilson (1927) at 95 %, as if the cases were drawn at random, which they mostly
    are not. Ids are those of the case and the thing, with a stroke between.
    """

    value: float | None
    numerator: int
    denominator: int
    low: float | None
    high: float | None
    right: tuple[str, ...] = field(repr=False)
    wrong: tuple[str, ...] = field(repr=False)

    @property
    def is_few(self) -> bool:
        """Whether it was counted from fewer than thirty."""
        return self.denominator < FEW

    def __str__(self) -> str:
        """Return it in one cell: ``0.80 (4 of 5; 0.38-0.96), few``."""
        if self.value is None:
            return "none to count"
        few = ", few" if self.is_few else ""
        return (
            f"{self.value:.2f} ({self.numerator} of {self.denominator}; "
            f"{self.low:.2f}-{self.high:.2f}){few}"
        )


def share_of(right: Iterable[str], wrong: Iterable[str]) -> ShareRight:
    """Return the share of what is right, by the ids of what is and what is not."""
    good, bad = tuple(right), tuple(wrong)
    number, total = len(good), len(good) + len(bad)
    value, low, high = None, None, None
    if total:
        value = number / total
        low, high = _wilson(value, total)
    return ShareRight(
        value=value,
        numerator=number,
        denominator=total,
        low=low,
        high=high,
        right=good,
        wrong=bad,
    )


def _wilson(share: float, total: int) -> tuple[float, float]:
    """Return the score interval of a share; Wilson, J. Am. Stat. Ass. 22, 209 (1927).

    >>> [round(end, 4) for end in _wilson(0.8, 5)]
    [0.3755, 0.9638]
    """
    square = _Z * _Z
    middle = (share + square / (2 * total)) / (1 + square / total)
    spread = _Z * sqrt(share * (1 - share) / total + square / (4 * total * total))
    half = spread / (1 + square / total)
    return max(0.0, middle - half), min(1.0, middle + half)
