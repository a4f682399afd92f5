"""Columns of Python's own dates: any iterable, which comes back as a list."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from legalcase.batch.columns.column import (
    EPOCH,
    NO_DAY,
    Column,
    as_array,
    bounded,
    date_of,
    is_missing,
    of_instants,
    refuse_hour,
)
from legalcase.errors import InvalidTypeError
from legalcase.shown import shown

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["as_objects", "of_dates", "refuse_table"]

_MIDNIGHT: Final = time()


def of_dates(column: object, kind: Callable[[list[date | None]], Any]) -> Column:
    """Return the days of an iterable of dates; ``None`` is no date."""
    refuse_table(column)
    if isinstance(column, (set, frozenset)):
        msg = (
            f"{shown(column)} is a set, whose rows have no order. Give a list of dates."
        )
        raise InvalidTypeError(msg, field="column", value=None)
    if isinstance(column, (str, bytes, date)) or not isinstance(column, Iterable):
        msg = (
            f"{shown(column)} is no column of dates. Give an array of datetime64[D], "
            "a column of Arrow, pandas or Polars, or a list of dates."
        )
        raise InvalidTypeError(msg, field="column", value=None)
    days: list[int] = []
    absent: list[bool] = []
    for row, value in enumerate(column):
        if type(value) is date:
            days.append(value.toordinal() - EPOCH)
            absent.append(False)
        elif is_missing(value):
            days.append(0)
            absent.append(True)
        else:
            days.append(_day_of(row, value))
            absent.append(False)
    missing = np.array(absent, dtype=np.bool_)

    def back(found: NDArray[np.int32]) -> Any:
        return kind([None if day == NO_DAY else date_of(day) for day in found.tolist()])

    return bounded(np.array(days, dtype=np.int64), missing, back)


def refuse_table(column: object, field: str = "column") -> None:
    """Raise `InvalidTypeError` for a table or a mapping where a column is needed."""
    # Of the class: of a lazy frame the property itself costs a look at its source.
    if isinstance(column, Mapping) or hasattr(type(column), "columns"):
        msg = (
            f"A {type(column).__name__} is no column of dates. Give one of its "
            "columns: table['served'], say."
        )
        raise InvalidTypeError(msg, field=field, value=None)


def as_objects(dates: list[date | None]) -> NDArray[Any]:
    """Return dates as an array of objects."""
    found = np.empty(len(dates), dtype=object)
    found[:] = dates
    return found


def _day_of(row: int, value: object) -> int:
    if isinstance(value, datetime):
        if value.tzinfo is not None or not _is_midnight(value):
            refuse_hour(row, str(value))
        return value.toordinal() - EPOCH
    if isinstance(value, date):
        return value.toordinal() - EPOCH
    if isinstance(value, np.datetime64):
        return int(of_instants(np.array([value]), as_array).days[0])
    msg = (
        f"Row {row} of the column is {shown(value)}, not a date. Make dates of it "
        "first: date.fromisoformat reads '2026-06-03'."
    )
    raise InvalidTypeError(msg, field="column", value=row)


def _is_midnight(value: datetime) -> bool:
    # An instant of pandas can be off midnight by less than Python's own tell.
    return value.time() == _MIDNIGHT and not getattr(value, "nanosecond", 0)
