"""Columns: of which kind a column of dates is, its days, and days in that kind again.

Days are counted from 1 January 1970, as NumPy and Arrow count them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np

from legalcase.batch.door import arrow
from legalcase.errors import InvalidTypeError, InvalidValueError
from legalcase.shown import shown

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["NO_DAY", "Column", "date_of", "read_column"]

#: What stands for no day: the least number, which is NumPy's own mark.
NO_DAY: Final = np.iinfo(np.int32).min
_EPOCH: Final = date(1970, 1, 1).toordinal()
_DAYS: Final = np.dtype("datetime64[D]")
_NOT_A_TIME: Final = np.iinfo(np.int64).min
_FIRST: Final = date.min.toordinal() - _EPOCH
_LAST: Final = date.max.toordinal() - _EPOCH

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
    return date.fromordinal(_EPOCH + day)


def read_column(column: object) -> Column:
    """Return the days of a column, of whatever kind it is.

    Dates have no hour: a column of instants is refused unless all are at midnight.
    Raises `InvalidTypeError` for what holds no dates, and `InvalidValueError` for a
    time of day, each with the first row that is wrong.
    """
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
        return _of_instants(column, lambda days: _as_array(days).astype(kind))
    if column.dtype == object:
        return _of_dates(column, _as_objects)
    msg = (
        f"The column holds {column.dtype}, and no dates. Make datetime64[D] of it "
        "first."
    )
    raise InvalidTypeError(msg, field="column", value=str(column.dtype))


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
    if known.size and not (_FIRST <= known.min() and known.max() <= _LAST):
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
    if isinstance(column, (str, bytes, date, Mapping)) or not isinstance(
        column, Iterable
    ):
        msg = (
            f"{shown(column)} is no column of dates. Give an array of datetime64[D], "
            "a column of Arrow, pandas or Polars, or a list of dates."
        )
        raise InvalidTypeError(msg, field="column", value=None)
    days: list[int] = []
    absent: list[bool] = []
    for row, value in enumerate(column):
        if type(value) is date:
            days.append(value.toordinal() - _EPOCH)
            absent.append(False)
        elif _is_missing(value):
            days.append(0)
            absent.append(True)
        else:
            days.append(_day_of(row, value))
            absent.append(False)
    missing = np.array(absent, dtype=np.bool_)

    def back(found: NDArray[np.int32]) -> Any:  # noqa: ANN401 - as the column was
        return kind(
            [None if day == NO_DAY else date_of(day) for day in found.tolist()]
        )

    return _bounded(np.array(days, dtype=np.int64), missing, back)


def _is_missing(value: object) -> bool:
    """Tell whether a value stands for none: ``None``, and what equals not itself."""
    return value is None or bool(value != value)  # noqa: PLR0124 - NaT and NaN


def _day_of(row: int, value: object) -> int:
    if isinstance(value, datetime):
        if value.tzinfo is not None or value.time() != value.min.time():
            _refuse_hour(row, str(value))
        return value.toordinal() - _EPOCH
    if isinstance(value, date):
        return value.toordinal() - _EPOCH
    if isinstance(value, np.datetime64):
        return int(_of_instants(np.array([value]), _as_array).days[0])
    msg = (
        f"Row {row} of the column is {shown(value)}, not a date. Make dates of it "
        "first: date.fromisoformat reads '2026-06-03'."
    )
    raise InvalidTypeError(msg, field="column", value=row)


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


# --- Arrow, pandas, Polars: whoever passes a column of theirs has them --------------


def _of_arrow(column: Any) -> Column:  # noqa: ANN401 - a class of a library without types
    lib = arrow()
    if not isinstance(column, (lib.Array, lib.ChunkedArray)):
        return _of_dates(column, list)
    kind = column.type
    if lib.types.is_timestamp(kind) and kind.tz is None:
        array = column.to_numpy(zero_copy_only=False) if _is_array(column) else None
        array = column.to_numpy() if array is None else array
        return _of_instants(array, lambda days: _arrow_column(days, column))
    if not lib.types.is_date(kind):
        msg = (
            f"The column of Arrow holds {kind}, and no dates. Cast it to date32 first."
        )
        raise InvalidTypeError(msg, field="column", value=str(kind))
    plain = column.cast(lib.date32()).cast(lib.int32())
    missing = plain.is_null().to_numpy(**_copied(plain)) if plain.null_count else None
    days = (plain.fill_null(0) if plain.null_count else plain).to_numpy(
        **_copied(plain)
    )
    return _bounded(
        days.astype(np.int64), missing, lambda found: _arrow_column(found, column)
    )


def _is_array(column: Any) -> bool:  # noqa: ANN401 - as above
    return isinstance(column, arrow().Array)


def _copied(column: Any) -> dict[str, bool]:  # noqa: ANN401 - as above
    """Return what an Array needs for a copy, and a ChunkedArray always makes."""
    return {"zero_copy_only": False} if _is_array(column) else {}


def _arrow_column(days: NDArray[np.int32], like: Any) -> Any:  # noqa: ANN401 - as above
    lib = arrow()
    made = lib.array(days, mask=days == NO_DAY).cast(lib.date32()).cast(like.type)
    return made if _is_array(like) else lib.chunked_array([made], type=like.type)


def _of_pandas(column: Any) -> Column:  # noqa: ANN401 - as above
    import pandas as pd

    if not isinstance(column, (pd.Series, pd.Index)):
        return _of_dates(column, list)
    values = column.array

    def whole(found: Any) -> Any:  # noqa: ANN401 - as above
        if isinstance(column, pd.Index):
            return pd.Index(found)
        return pd.Series(found, index=column.index)

    if isinstance(column.dtype, pd.ArrowDtype):
        read = _of_arrow(arrow().chunked_array(column.array.__arrow_array__()))
        kind = column.dtype
        return read._replace(
            back=lambda days: whole(pd.array(read.back(days), dtype=kind))
        )
    if isinstance(column.dtype, pd.DatetimeTZDtype):
        _refuse_hour(0, f"in {column.dtype}")
    if column.dtype.kind == "M":
        kind = column.dtype
        return _of_instants(
            values.to_numpy(), lambda days: whole(_as_array(days).astype(kind))
        )
    if column.dtype == object:
        return _of_dates(values, lambda dates: whole(_as_objects(dates)))
    msg = (
        f"The column of pandas holds {column.dtype}, and no dates. Make dates of it "
        "first: pandas.to_datetime."
    )
    raise InvalidTypeError(msg, field="column", value=str(column.dtype))


def _of_polars(column: Any) -> Column:  # noqa: ANN401 - as above
    import polars as pl

    if not isinstance(column, pl.Series):
        return _of_dates(column, list)
    kind = column.dtype
    if kind == pl.Datetime and getattr(kind, "time_zone", None) is not None:
        _refuse_hour(0, f"in {kind}")
    if kind == pl.Datetime:
        array = column.to_numpy()
        return _of_instants(array, lambda days: _polars_column(days).cast(kind))
    if kind != pl.Date:
        msg = (
            f"The column of Polars holds {kind}, and no dates. Make dates of it "
            "first: .str.to_date()."
        )
        raise InvalidTypeError(msg, field="column", value=str(kind))
    missing = column.is_null().to_numpy() if column.null_count() else None
    days = column.to_physical().fill_null(0).to_numpy()
    return _bounded(days.astype(np.int64), missing, _polars_column)


def _polars_column(days: NDArray[np.int32]) -> Any:  # noqa: ANN401 - as above
    import polars as pl

    made = pl.Series("", days)
    known = pl.select(pl.when(made != NO_DAY).then(made)).to_series()
    return known.alias("").cast(pl.Date)
