"""Columns of pandas: a Series or an Index. Whoever passes one has the library."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from legalcase.batch.columns.column import (
    Column,
    as_array,
    of_instants,
    refuse_hour,
)
from legalcase.batch.columns.of_arrow import of_arrow
from legalcase.batch.columns.of_dates import as_objects, of_dates
from legalcase.batch.door import arrow
from legalcase.errors import InvalidTypeError

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["of_pandas"]


def of_pandas(column: Any) -> Column:
    """Return the days of a Series or an Index; what comes back has its index."""
    kind = getattr(column, "dtype", None)
    if kind is None or hasattr(column, "levels") or not hasattr(column, "array"):
        return of_dates(column, list)
    its = {"index": column.index} if hasattr(column, "index") else {}

    def back(values: Any) -> Any:
        return type(column)(values, **its)

    if hasattr(kind, "pyarrow_dtype"):
        read = of_arrow(arrow().chunked_array(column.array.__arrow_array__()))
        return read._replace(back=lambda days: _typed(back, read.back(days), kind))
    if hasattr(kind, "tz"):
        refuse_hour(0, f"of the type {kind}")
    if kind.kind == "M":
        values = column.array.to_numpy()
        return of_instants(values, lambda days: back(as_array(days).astype(kind)))
    if kind.kind == "O":
        return of_dates(column.array, lambda dates: back(as_objects(dates)))
    msg = (
        f"The column of pandas holds {kind}, and no dates. Make dates of it first: "
        "pandas.to_datetime."
    )
    raise InvalidTypeError(msg, field="column", value=str(kind))


def _typed(back: Callable[..., Any], values: Any, kind: Any) -> Any:
    """Return a column of pandas whose values are those of Arrow."""
    return back(kind.construct_array_type()(values))
