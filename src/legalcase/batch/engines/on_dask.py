"""`ask_dask`: a question asked of each partition of a data frame of Dask."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from legalcase.errors import InvalidTypeError, MissingExtraError

if TYPE_CHECKING:
    from legalcase.batch.engines.batch_question import BatchQuestion

__all__ = ["ask_dask"]

_DASK: Final = ("dask", "A data frame of Dask", "Dask")


def ask_dask(frame: Any, asked: BatchQuestion) -> Any:
    """Return a data frame of Dask with the answers to a question, computed lazily.

    Args:
        frame: The data frame; the column of trigger days has ``datetime64`` without a
            zone, dates of Arrow, or dates as objects, of which Dask makes texts unless
            its setting ``dataframe.convert-string`` is off.
        asked: What `PreparedQuestion.for_batches` or `rows_for_batches` returned.

    It has the columns `due` and `safe`, of the kind of the triggers, and `error`.
    Raises `InvalidTypeError` for another frame, for no question and for a column that
    holds no dates, `MissingInputError` for one that is not there,
    `ConflictingInputError` for one that has the name of an answer, and
    `MissingExtraError` without Dask. What only a value shows, as a time of day, and a
    worker with another law, is raised when it is computed.
    """
    try:
        from dask.dataframe import DataFrame
    except ImportError:
        raise MissingExtraError.of(*_DASK) from None
    from legalcase.batch.engines.checking import check_asked

    check_asked(asked)
    if not isinstance(frame, DataFrame):
        msg = (
            f"frame needs a data frame of Dask, not a {type(frame).__name__}. Make one "
            "with dask.dataframe.from_pandas, or call the question with the batch."
        )
        raise InvalidTypeError(msg, field="frame", value=None)
    # Asked of no rows, it says now what is wrong with the columns, and what comes back.
    empty = frame._meta  # noqa: SLF001 - Dask's own word for it, and there is no other
    check_dates(asked, empty)
    return frame.map_partitions(asked, meta=asked(empty))


def check_dates(asked: BatchQuestion, empty: Any) -> None:
    """Raise `InvalidTypeError` for a column of text; without rows it looks harmless."""
    asked.check_names(empty.columns)
    name = asked.columns["trigger"]
    kind = getattr(empty[name], "dtype", "")
    if str(kind).startswith(("str", "category")):
        msg = (
            f"The column {name!r} holds {kind}, and no dates. Make dates of it first: "
            "dask.dataframe.to_datetime."
        )
        raise InvalidTypeError(msg, field="trigger", value=str(kind))
