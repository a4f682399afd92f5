"""quantile: where a share of some values lies, by a method that has a name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from legalcase.errors import InvalidValueError
from legalcase.measures.formulas.rates import whole_numbers
from legalcase.shown import shown

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["QUANTILE_METHODS", "mean", "quantile"]

#: ``"linear"`` goes between two values in proportion (type 7 of Hyndman and Fan, as in
#: spreadsheets); ``"nearest-rank"`` gives a value that was measured.
QUANTILE_METHODS: Final = ("linear", "nearest-rank")
_HUNDRED: Final = 100


def quantile(
    values: Iterable[int], share: int, *, method: str = "linear"
) -> float | None:
    """Return what `share` percent of the values do not exceed; ``None`` of none.

    `method` is one of `QUANTILE_METHODS`. Of an even number of values the median is,
    by ``"linear"``, half way between the two in the middle.

    >>> quantile([1, 1, 2, 4], 50), quantile([1, 1, 2, 4], 50, method="nearest-rank")
    (1.5, 1.0)
    """
    if method not in QUANTILE_METHODS:
        msg = (
            f"There is no method {shown(method)}. Use {' or '.join(QUANTILE_METHODS)}."
        )
        raise InvalidValueError(msg, field="method", value=method)
    if type(share) is not int or not 0 < share <= _HUNDRED:
        msg = f"{shown(share)} is no share in percent. Pass 1 to 100."
        raise InvalidValueError(msg, field="share", value=share)
    found = sorted(whole_numbers(values, "values"))
    if not found:
        return None
    if method == "nearest-rank":
        return float(found[-(-share * len(found) // _HUNDRED) - 1])
    place, rest = divmod(share * (len(found) - 1), _HUNDRED)
    low = found[place]
    high = found[min(place + 1, len(found) - 1)]
    return low + (high - low) * rest / _HUNDRED


def mean(values: Iterable[int]) -> float | None:
    """Return the arithmetic mean; ``None`` of none."""
    found = whole_numbers(values, "values")
    return sum(found) / len(found) if found else None
