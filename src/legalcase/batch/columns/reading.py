"""`read_column`: of which kind a column of dates is, and its days."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from legalcase.batch.columns.of_arrow import of_arrow
from legalcase.batch.columns.of_dates import of_dates
from legalcase.batch.columns.of_numpy import of_array, of_masked
from legalcase.batch.columns.of_pandas import of_pandas
from legalcase.batch.columns.of_polars import of_polars

if TYPE_CHECKING:
    from legalcase.batch.columns.column import Column

__all__ = ["read_column"]

_READERS: Final = {
    "pandas": of_pandas,
    "polars": of_polars,
    "pyarrow": of_arrow,
}


def read_column(column: object) -> Column:
    """Return the days of a column, of whatever kind it is.

    Dates have no hour: a column of instants is refused unless all are at midnight.
    Raises `InvalidTypeError` for what holds no dates, and `InvalidValueError` for a
    time of day, each with the first row that is wrong.
    """
    if isinstance(column, np.ma.MaskedArray):
        return of_masked(column)
    if isinstance(column, np.ndarray):
        return of_array(column)
    library = type(column).__module__.partition(".")[0]
    if library in _READERS:
        return _READERS[library](column)
    return of_dates(column, list)
