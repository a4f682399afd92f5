"""Columns of Polars: a Series. Whoever passes one has the library."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from legalcase.batch.columns.column import (
    Column,
    as_array,
    of_instants,
    of_nothing,
    refuse_hour,
)
from legalcase.batch.columns.of_dates import of_dates
from legalcase.errors import InvalidTypeError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["of_polars"]


def of_polars(column: Any) -> Column:
    """Return the days of a Series of dates, or of instants at midnight."""
    kind = getattr(column, "dtype", None)
    if kind is None or not hasattr(column, "to_physical"):
        return of_dates(column, list)
    if getattr(kind, "time_zone", None) is not None:
        refuse_hour(0, f"of the type {kind}")

    def back(days: NDArray[np.int32]) -> Any:
        return type(column)("", as_array(days)).cast(kind)

    if str(kind) == "Null":
        return of_nothing(len(column), lambda _: column)
    if str(kind) != "Date" and not str(kind).startswith("Datetime"):
        msg = (
            f"The column of Polars holds {kind}, and no dates. Make dates of it first: "
            ".str.to_date()."
        )
        raise InvalidTypeError(msg, field="column", value=str(kind))
    return of_instants(column.to_numpy(), back)
