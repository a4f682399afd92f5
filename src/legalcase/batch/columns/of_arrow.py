"""Columns of Arrow: dates, and timestamps at midnight without a zone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from legalcase.batch.columns.column import (
    NO_DAY,
    Column,
    bounded,
    of_instants,
    of_nothing,
    refuse_hour,
)
from legalcase.batch.columns.of_dates import of_dates
from legalcase.batch.door import arrow
from legalcase.errors import InvalidTypeError

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["of_arrow"]


def of_arrow(column: Any) -> Column:
    """Return the days of an Array or a ChunkedArray."""
    lib = arrow()
    if not isinstance(column, (lib.Array, lib.ChunkedArray)):
        return of_dates(column, list)
    kind = column.type

    def back(days: NDArray[np.int32]) -> Any:
        return _as_arrow(days, column)

    if lib.types.is_timestamp(kind) and kind.tz is None:
        return of_instants(_values(column), back)
    if lib.types.is_timestamp(kind):
        refuse_hour(0, f"of the type {kind}")
    if lib.types.is_null(kind):
        return of_nothing(len(column), lambda _: column)
    if not lib.types.is_date(kind):
        msg = f"The column of Arrow holds {kind}, and no dates. Cast it to date32."
        raise InvalidTypeError(msg, field="column", value=str(kind))
    plain = column.cast(lib.date32()).cast(lib.int32())
    missing = None
    if plain.null_count:
        missing = _values(plain.is_null())
        plain = plain.fill_null(0)
    return bounded(_values(plain).astype(np.int64), missing, back)


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
