"""Columns: of which kind a column of dates is, its days, and days in that kind again.

Days are counted from 1 January 1970, as NumPy and Arrow count them.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np

from legalcase.batch.door import arrow
from legalcase.errors import InvalidTypeError, InvalidValueError
from legalcase.shown import shown

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["EPOCH", "NO_DAY", "Column", "date_of", "is_missing", "read_column"]

#: What stands for no day: the least number, which is NumPy's own mark.
NO_DAY: Final = np.iinfo(np.int32).min
#: The ordinal of the first of January 1970.
EPOCH: Final = date(1970, 1, 1).toordinal()
_DAYS: Final = np.dtype("datetime64[D]")
_MIDNIGHT: Final = time()
#: The units of NumPy that do not tell one day from another, nor do several at once.
_TOO_COARSE: Final = frozenset({"Y", "M", "W"})
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


def read_column(column: object) -> Column:
    """Return the days of a column, of whatever kind it is.

    Dates have no hour: a column of instants is refused unless all are at midnight.
    Raises `InvalidTypeError` for what holds no dates, and `InvalidValueError` for a
    time of day, each with the first row that is wrong.
    """
    if isinstance(column, np.ma.MaskedArray):
        return _of_masked(column)
    if isinstance(column, np.ndarray):
        return _of_array(column)
    library = type(column).__module__.partition(".")[0]
    readers = {"pyarrow": _of_arrow, "pandas": _of_pandas, "polars": _of_polars}
    if library in readers:
        return readers[library](column)
    return _of_dates(column, list)


# --- NumPy ------------------------------------------------------------------------


def _of_array(column: NDArray[Any]) -> Column:
    if column.ndim != 1:
        msg = (
            f"The column has {column.ndim} dimensions. Give one column: an array of "
            "one dimension."
        )
        raise InvalidValueError(msg, field="column", value=column.shape)
    if column.dtype.kind == "M":
        kind = column.dtype if column.dtype != np.dtype("M8") else _DAYS
        unit, count = np.datetime_data(kind)
        if unit in _TOO_COARSE or count != 1:
            msg = (
                f"The column holds {kind}, which does not tell one day from another. "
                "Make datetime64[D] of it first, with the day that is meant."
            )
            raise InvalidTypeError(msg, field="column", value=str(kind))
        return _of_instants(column, lambda days: _as_array(days).astype(kind))
    if column.dtype == object:
        return _of_dates(column, _as_objects)
    msg = (
        f"The column holds {column.dtype}, and no dates. Make datetime64[D] of it "
        "first."
    )
    raise InvalidTypeError(msg, field="column", value=str(column.dtype))


def _of_masked(column: Any) -> Column:
    """Return the days of an array with a mask; what is masked is missing."""
    plain = np.array(column.data)
    mask = np.ma.getmaskarray(column)
    if plain.dtype.kind == "M":
        plain[mask] = np.datetime64("NaT")
    elif plain.dtype == object:
        plain[mask] = None
    read = _of_array(plain)

    def back(days: NDArray[np.int32]) -> Any:
        return np.ma.MaskedArray(read.back(days), mask=days == NO_DAY)

    return read._replace(back=back)


def _of_instants(column: NDArray[Any], back: Back) -> Column:
    """Return the days of instants that are all at midnight."""
    exact = column.astype(_DAYS, copy=False)
    if column.dtype != _DAYS:
        wrong = (exact.astype(column.dtype) != column) & ~np.isnat(exact)
        if wrong.any():
            _refuse_hour(int(wrong.argmax()), str(column[wrong.argmax()]))
    days = exact.view(np.int64)
    if days.size and days.min() == _NOT_A_TIME:
        return _bounded(days, np.isnat(exact), back)
    return _bounded(days, None, back)


def _bounded(
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


def _as_array(days: NDArray[np.int32]) -> NDArray[Any]:
    wide = days.astype(np.int64)
    wide[days == NO_DAY] = _NOT_A_TIME
    return wide.view(_DAYS)


# --- Python's own dates -----------------------------------------------------------


def _of_dates(column: object, kind: Callable[[list[date | None]], Any]) -> Column:
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

    return _bounded(np.array(days, dtype=np.int64), missing, back)


def refuse_table(column: object, field: str = "column") -> None:
    """Raise `InvalidTypeError` for a table or a mapping where a column is needed."""
    # Of the class: of a lazy frame the property itself costs a look at its source.
    if isinstance(column, Mapping) or hasattr(type(column), "columns"):
        msg = (
            f"A {type(column).__name__} is no column of dates. Give one of its "
            "columns: table['served'], say."
        )
        raise InvalidTypeError(msg, field=field, value=None)


def is_missing(value: object) -> bool:
    """Tell whether a value stands for none, in whatever library's way."""
    if value is None or type(value).__name__ in _NAMES_OF_NONE:
        return True
    if isinstance(value, np.datetime64):
        return bool(np.isnat(value))
    return isinstance(value, (float, np.floating)) and math.isnan(value)


def _day_of(row: int, value: object) -> int:
    if isinstance(value, datetime):
        if value.tzinfo is not None or not _is_midnight(value):
            _refuse_hour(row, str(value))
        return value.toordinal() - EPOCH
    if isinstance(value, date):
        return value.toordinal() - EPOCH
    if isinstance(value, np.datetime64):
        return int(_of_instants(np.array([value]), _as_array).days[0])
    msg = (
        f"Row {row} of the column is {shown(value)}, not a date. Make dates of it "
        "first: date.fromisoformat reads '2026-06-03'."
    )
    raise InvalidTypeError(msg, field="column", value=row)


def _is_midnight(value: datetime) -> bool:
    # An instant of pandas can be off midnight by less than Python's own tell.
    return value.time() == _MIDNIGHT and not getattr(value, "nanosecond", 0)


def _refuse_hour(row: int, text: str) -> None:
    msg = (
        f"Row {row} of the column is {text}, which has a time of day. Give the court's "
        "local date; where the hour decides, ask compute of each row."
    )
    raise InvalidValueError(msg, field="column", value=row)


def _as_objects(dates: list[date | None]) -> NDArray[Any]:
    found = np.empty(len(dates), dtype=object)
    found[:] = dates
    return found


# --- Arrow, pandas, Polars ----------------------------------------------------------
# Whoever passes a column of pandas or Polars has it: nothing of them is imported here.


def _of_arrow(column: Any) -> Column:
    lib = arrow()
    if not isinstance(column, (lib.Array, lib.ChunkedArray)):
        return _of_dates(column, list)
    kind = column.type

    def back(days: NDArray[np.int32]) -> Any:
        return _as_arrow(days, column)

    if lib.types.is_timestamp(kind) and kind.tz is None:
        return _of_instants(_values(column), back)
    if lib.types.is_timestamp(kind):
        _refuse_hour(0, f"of the type {kind}")
    if lib.types.is_null(kind):
        return _of_nothing(len(column), lambda _: column)
    if not lib.types.is_date(kind):
        msg = f"The column of Arrow holds {kind}, and no dates. Cast it to date32."
        raise InvalidTypeError(msg, field="column", value=str(kind))
    plain = column.cast(lib.date32()).cast(lib.int32())
    missing = None
    if plain.null_count:
        missing = _values(plain.is_null())
        plain = plain.fill_null(0)
    return _bounded(_values(plain).astype(np.int64), missing, back)


def _of_nothing(size: int, back: Back) -> Column:
    """Return a column whose type says that no row has a value."""
    days = np.zeros(size, dtype=np.int32)
    return Column(days, np.ones(size, dtype=np.bool_) if size else None, back)


def _values(column: Any) -> NDArray[Any]:
    """Return the values of an Array or a ChunkedArray."""
    if isinstance(column, arrow().Array):
        column = arrow().chunked_array([column])
    values: NDArray[Any] = column.to_numpy()
    return values


def _as_arrow(days: NDArray[np.int32], like: Any) -> Any:
    lib = arrow()
    made = lib.array(days, mask=days == NO_DAY).cast(lib.date32()).cast(like.type)
    if isinstance(like, lib.Array):
        return made
    return lib.chunked_array([made], type=like.type)


def _of_pandas(column: Any) -> Column:
    """Return the days of a Series or an Index; what comes back has its index."""
    kind = getattr(column, "dtype", None)
    if kind is None or hasattr(column, "levels") or not hasattr(column, "array"):
        return _of_dates(column, list)
    its = {"index": column.index} if hasattr(column, "index") else {}

    def back(values: Any) -> Any:
        return type(column)(values, **its)

    if hasattr(kind, "pyarrow_dtype"):
        read = _of_arrow(arrow().chunked_array(column.array.__arrow_array__()))
        return read._replace(back=lambda days: _typed(back, read.back(days), kind))
    if hasattr(kind, "tz"):
        _refuse_hour(0, f"of the type {kind}")
    if kind.kind == "M":
        values = column.array.to_numpy()
        return _of_instants(values, lambda days: back(_as_array(days).astype(kind)))
    if kind.kind == "O":
        return _of_dates(column.array, lambda dates: back(_as_objects(dates)))
    msg = (
        f"The column of pandas holds {kind}, and no dates. Make dates of it first: "
        "pandas.to_datetime."
    )
    raise InvalidTypeError(msg, field="column", value=str(kind))


def _typed(back: Callable[..., Any], values: Any, kind: Any) -> Any:
    """Return a column of pandas whose values are those of Arrow."""
    return back(kind.construct_array_type()(values))


def _of_polars(column: Any) -> Column:
    kind = getattr(column, "dtype", None)
    if kind is None or not hasattr(column, "to_physical"):
        return _of_dates(column, list)
    if getattr(kind, "time_zone", None) is not None:
        _refuse_hour(0, f"of the type {kind}")

    def back(days: NDArray[np.int32]) -> Any:
        return type(column)("", _as_array(days)).cast(kind)

    if str(kind) == "Null":
        return _of_nothing(len(column), lambda _: column)
    if str(kind) != "Date" and not str(kind).startswith("Datetime"):
        msg = (
            f"The column of Polars holds {kind}, and no dates. Make dates of it first: "
            ".str.to_date()."
        )
        raise InvalidTypeError(msg, field="column", value=str(kind))
    return _of_instants(column.to_numpy(), back)
