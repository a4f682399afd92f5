"""Columns of NumPy: arrays of days, of instants or of dates, with a mask or without."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np

from legalcase.batch.columns.column import (
    DAYS,
    NO_DAY,
    Column,
    as_array,
    of_instants,
)
from legalcase.batch.columns.of_dates import as_objects, of_dates
from legalcase.errors import InvalidTypeError, InvalidValueError

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["of_array", "of_masked"]

#: The units of NumPy that do not tell one day from another, nor do several at once.
_TOO_COARSE: Final = frozenset({"Y", "M", "W"})


def of_array(column: NDArray[Any]) -> Column:
    """Return the days of an array of days, of instants at midnight or of dates."""
    if column.ndim != 1:
        msg = (
            f"The column has {column.ndim} dimensions. Give one column: an array of "
            "one dimension."
        )
        raise InvalidValueError(msg, field="column", value=column.shape)
    if column.dtype.kind == "M":
        kind = column.dtype if column.dtype != np.dtype("M8") else DAYS
        unit, count = np.datetime_data(kind)
        if unit in _TOO_COARSE or count != 1:
            msg = (
                f"The column holds {kind}, which does not tell one day from another. "
                "Make datetime64[D] of it first, with the day that is meant."
            )
            raise InvalidTypeError(msg, field="column", value=str(kind))
        return of_instants(column, lambda days: as_array(days).astype(kind))
    if column.dtype == object:
        return of_dates(column, as_objects)
    msg = (
        f"The column holds {column.dtype}, and no dates. Make datetime64[D] of it "
        "first."
    )
    raise InvalidTypeError(msg, field="column", value=str(column.dtype))


def of_masked(column: Any) -> Column:
    """Return the days of an array with a mask; what is masked is missing."""
    plain = np.array(column.data)
    mask = np.ma.getmaskarray(column)
    if plain.dtype.kind == "M":
        plain[mask] = np.datetime64("NaT")
    elif plain.dtype == object:
        plain[mask] = None
    read = of_array(plain)

    def back(days: NDArray[np.int32]) -> Any:
        return np.ma.MaskedArray(read.back(days), mask=days == NO_DAY)

    return read._replace(back=back)
