"""Batches of rows, of whatever library: their columns, and the same with more.

Whoever passes a batch of pandas or Polars has it: nothing of them is imported here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from legalcase.batch.door import arrow
from legalcase.errors import InvalidTypeError

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["names_in", "with_columns"]


def names_in(batch: Any) -> tuple[str, ...]:
    """Return the names of the columns of a batch.

    Raises `InvalidTypeError` for what is neither a RecordBatch or a Table of Arrow nor
    a DataFrame of pandas or Polars.
    """
    if _library(batch) == "pyarrow" and hasattr(batch, "append_column"):
        return tuple(batch.schema.names)
    if _library(batch) == "polars" and type(batch).__name__ == "DataFrame":
        return tuple(batch.columns)
    if _library(batch) == "pandas" and hasattr(batch, "assign"):
        return tuple(batch.columns)
    msg = (
        f"A {type(batch).__name__} is no batch of rows. Give a RecordBatch or a Table "
        "of Arrow, or a DataFrame of pandas or Polars."
    )
    raise InvalidTypeError(msg, field="batch", value=None)


def with_columns(batch: Any, days: Mapping[str, Any], codes: Mapping[str, Any]) -> Any:
    """Return a batch with columns of days, of its own library, and columns of codes."""
    if _library(batch) == "pyarrow":
        made = {**days, **{name: arrow().array(one) for name, one in codes.items()}}
        for name, column in made.items():
            batch = batch.append_column(name, column)
        return batch
    if _library(batch) == "polars":
        # What is a Series makes one of the codes: the library is not imported for it.
        series = type(next(iter(days.values())))
        made = {name: series(name, one) for name, one in codes.items()}
        return batch.with_columns(**days, **made)
    return batch.assign(**days, **codes)


def _library(batch: object) -> str:
    return type(batch).__module__.partition(".")[0]
