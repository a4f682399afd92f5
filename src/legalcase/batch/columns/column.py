"""Column: the days of a column of dates, and how days become its kind again.

Days are counted from 1 January 1970, as NumPy and Arrow count them.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np

from legalcase.errors import InvalidValueError

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = [
    "DAYS",
    "EPOCH",
    "NO_DAY",
    "Back",
    "Column",
    "as_array",
    "bounded",
    "date_of",
    "is_missing",
    "of_instants",
    "of_nothing",
    "refuse_hour",
]

#: What stands for no day: the least number, which is NumPy's own mark.
NO_DAY: Final = np.iinfo(np.int32).min
#: The ordinal of the first of January 1970.
EPOCH: Final = date(1970, 1, 1).toordinal()
DAYS: Final = np.dtype("datetime64[D]")
_NOT_A_TIME: Final = np.iinfo(np.int64).min
_FIRST: Final = date.min.toordinal() - EPOCH
_LAST: Final = date.max.toordinal() - EPOCH

#: The classes of pandas' marks for what is not there.
_NAMES_OF_NONE: Final = frozenset({"NAType", "NaTType"})

Back = Callable[["NDArray[np.int32]"], Any]


class Column(NamedTuple):
    """A column of dates: its days, and how days become a column of its kind.

    `missing` tells the rows that have no date, or is ``None`` where all have one.
    """

    days: NDArray[np.int32]
    missing: NDArray[np.bool_] | None
    back: Back


def date_of(day: int) -> date:
    """Return the date of a day's number."""
    return date.fromordinal(EPOCH + day)


def of_instants(column: NDArray[Any], back: Back) -> Column:
    """Return the days of instants that are all at midnight."""
    exact = column.astype(DAYS, copy=False)
    if column.dtype != DAYS:
        wrong = (exact.astype(column.dtype) != column) & ~np.isnat(exact)
        if wrong.any():
            refuse_hour(int(wrong.argmax()), str(column[wrong.argmax()]))
    days = exact.view(np.int64)
    if days.size and days.min() == _NOT_A_TIME:
        return bounded(days, np.isnat(exact), back)
    return bounded(days, None, back)


def bounded(
    days: NDArray[np.int64], missing: NDArray[np.bool_] | None, back: Back
) -> Column:
    """Return a column whose days are dates of the calendar, or are missing."""
    if missing is not None and not missing.any():
        missing = None
    known = days if missing is None else np.where(missing, 0, days)
    if known.size and not (known.min() >= _FIRST and known.max() <= _LAST):
        row = int(((known < _FIRST) | (known > _LAST)).argmax())
        msg = (
            f"Row {row} of the column is {np.datetime64(int(known[row]), 'D')}, "
            "outside the years 1 to 9999. Give a date of these, or none."
        )
        raise InvalidValueError(msg, field="column", value=row)
    return Column(known.astype(np.int32), missing, back)


def as_array(days: NDArray[np.int32]) -> NDArray[Any]:
    """Return days as an array of NumPy; NaT where there is none."""
    wide = days.astype(np.int64)
    wide[days == NO_DAY] = _NOT_A_TIME
    return wide.view(DAYS)


def of_nothing(size: int, back: Back) -> Column:
    """Return a column whose type says that no row has a value."""
    days = np.zeros(size, dtype=np.int32)
    return Column(days, np.ones(size, dtype=np.bool_) if size else None, back)


def is_missing(value: object) -> bool:
    """Tell whether a value stands for none, in whatever library's way."""
    if value is None or type(value).__name__ in _NAMES_OF_NONE:
        return True
    if isinstance(value, np.datetime64):
        return bool(np.isnat(value))
    return isinstance(value, (float, np.floating)) and math.isnan(value)


def refuse_hour(row: int, text: str) -> None:
    """Raise `InvalidValueError` for a row whose value has a time of day."""
    msg = (
        f"Row {row} of the column is {text}, which has a time of day. Give the court's "
        "local date; where the hour decides, ask compute of each row."
    )
    raise InvalidValueError(msg, field="column", value=row)
