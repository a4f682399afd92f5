"""`ask_spark`: a question asked of a data frame of Spark, batch by batch of Arrow."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from legalcase.errors import InvalidTypeError, MissingExtraError

if TYPE_CHECKING:
    from legalcase.batch.engines.batch_question import BatchQuestion

__all__ = ["ask_spark"]

_SPARK: Final = ("spark", "A data frame of Spark", "PySpark")


def ask_spark(frame: Any, asked: BatchQuestion) -> Any:
    """Return a data frame of Spark with the answers to a question, computed lazily.

    Args:
        frame: The data frame; the column of trigger days is a ``date``, or a
            ``timestamp_ntz`` whose instants are all at midnight.
        asked: What `PreparedQuestion.for_batches` or `rows_for_batches` returned.

    It has the columns `due` and `safe`, of the type of the triggers, and `error`, a
    ``smallint``. Raises `InvalidTypeError` for another frame, for no question and for a
    column of another type, `MissingInputError` for one that is not there,
    `ConflictingInputError` for one that has the name of an answer, and
    `MissingExtraError` without PySpark. What only a value shows, as a time of day, and
    a worker with another law, is raised by Spark when it is computed.
    """
    try:
        from pyspark.sql import DataFrame
        from pyspark.sql.types import ShortType, StructField, StructType
    except ImportError:
        raise MissingExtraError.of(*_SPARK) from None
    from legalcase.batch.engines.checking import check_asked

    check_asked(asked)
    if not isinstance(frame, DataFrame):
        msg = (
            f"frame needs a data frame of Spark, not a {type(frame).__name__}. Read "
            "one with spark.read, or call the question with the batch itself."
        )
        raise InvalidTypeError(msg, field="frame", value=None)
    asked.check_names(frame.columns)
    kinds = {field.name: field.dataType for field in frame.schema.fields}
    _check_types(asked, kinds)
    days = kinds[asked.columns["trigger"]]
    due, safe, error = asked.adds
    more = (StructField(due, days), StructField(safe, days))
    schema = StructType([*frame.schema.fields, *more, StructField(error, ShortType())])
    return frame.mapInArrow(asked.each, schema)


def _check_types(asked: BatchQuestion, kinds: dict[str, Any]) -> None:
    for what, own in asked.columns.items():
        kind = kinds[own].typeName()
        if what != "trigger" and kind != "string":
            msg = (
                f"The column {own!r}, which is to hold the {what}, is {kind}, and no "
                "text. Cast it to string."
            )
            raise InvalidTypeError(msg, field=what, value=kind)
        if what == "trigger" and kind == "timestamp":
            msg = (
                f"The column {own!r} is timestamp, whose day depends on a time zone. "
                "Make the court's local date of it: "
                "to_date(from_utc_timestamp(column, 'America/New_York')), say."
            )
            raise InvalidTypeError(msg, field=what, value=kind)
        if what == "trigger" and kind not in {"date", "timestamp_ntz"}:
            msg = (
                f"The column {own!r} is {kind}, and no date. Make one of it: "
                "to_date(column) reads '2026-06-03'."
            )
            raise InvalidTypeError(msg, field=what, value=kind)
