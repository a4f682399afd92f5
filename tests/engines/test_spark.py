"""Spark answers as one machine does: row by row, under the law that was meant."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import pyarrow as pa  # type: ignore[import-untyped]  # it declares no types
import pytest

import engine_rows as given
import legalcase as lc
from law_folders import changed, copied
from legalcase.batch import ask_spark, prepare, rows_for_batches
from legalcase.errors import (
    ConflictingInputError,
    InvalidTypeError,
    MissingInputError,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

pytestmark = pytest.mark.filterwarnings("ignore")


def frame(spark: Any, **columns: Any) -> Any:
    """A data frame of Spark with a number for each row, in three partitions."""
    size = len(next(iter(columns.values())))
    made = {"id": pa.array(range(size)), **columns}
    return spark.createDataFrame(pa.table(made)).repartition(3)


def without_zone(spark: Any, column: Any) -> Any:
    """A data frame of timestamps that have no zone, as Arrow's become if told so."""
    rows = pa.table({"id": pa.array(range(len(column))), "served": column})
    return spark.createDataFrame(rows, "id long, served timestamp_ntz")


def dates(days: Sequence[date | None] = given.DAYS) -> Any:
    """A column of Arrow."""
    return pa.array(days, pa.date32())


def answers(found: Any) -> list[Any]:
    """What was computed, in the order of the rows."""
    table = found.orderBy("id").select("due", "safe", "error").toArrow()
    return given.plain(tuple(row.values()) for row in table.to_pylist())


@pytest.mark.parametrize(("question", "its"), given.QUESTIONS, ids=str)
def test_every_row_is_that_of_one_machine(
    spark: Any, question: str, its: dict[str, Any]
) -> None:
    """Due, safe and code, of days with an answer, without one, and of no day."""
    asked = prepare(question, **its).for_batches("served")
    found = ask_spark(frame(spark, served=dates()), asked)
    assert answers(found) == given.local(question, its)
    assert [f"{one.name} {one.dataType.typeName()}" for one in found.schema] == [
        "id long",
        "served date",
        "due date",
        "safe date",
        "error short",
    ]


def test_rows_name_their_questions(spark: Any) -> None:
    """Several questions, an unknown one among them, and missing courts."""
    rows = given.rows()
    text = {name: pa.array(rows[name], pa.string()) for name in ("rule", "venue")}
    asked = rows_for_batches(given.NAMED)
    found = ask_spark(frame(spark, served=dates(rows["served"]), **text), asked)
    assert answers(found) == given.local_rows()


def test_timestamps_without_a_zone_come_back_as_such(spark: Any) -> None:
    """They are dates where all of them are at midnight."""
    days = [day for day in given.DAYS if day is None or day.year < 2100]
    column = pa.array(days, pa.date32()).cast(pa.timestamp("us"))
    question, its = given.QUESTIONS[0]
    asked = prepare(question, **its).for_batches("served")
    found = ask_spark(without_zone(spark, column), asked)
    assert dict(found.dtypes)["due"] == "timestamp_ntz"
    local = given.local(question, its)
    expected = [
        its
        for day, its in zip(given.DAYS, local, strict=True)
        if day is None or day.year < 2100
    ]
    assert answers(found) == expected


def test_a_table_is_joined_without_python_where_the_rows_are(spark: Any) -> None:
    """`to_arrow` has types that Spark takes; the join answers as the question does."""
    question, its = given.QUESTIONS[0]
    span = prepare(question, **its).between(date(1990, 1, 1), date(2039, 12, 31))
    days = [day for day in given.DAYS if day is None or 1990 <= day.year < 2040]
    rows = frame(spark, served=dates(days))
    table = spark.createDataFrame(span.to_arrow())
    found = rows.join(table, rows["served"] == table["trigger"], "left")
    got = found.orderBy("id").select("due", "safe", "error").toArrow().to_pylist()
    local = prepare(question, **its).table(days)
    expected = zip(local.due, local.safe, local.error.tolist(), strict=True)
    none = (None, None, None)
    wanted = [
        none if day is None else its for day, its in zip(days, expected, strict=True)
    ]
    assert [tuple(row.values()) for row in got] == wanted


def test_another_law_in_a_worker_is_refused(spark: Any, tmp_path: Path) -> None:
    """A folder that says something else there than where the question was made."""
    folder = copied(tmp_path)
    law = lc.Law.bundled().with_folder(folder)
    asked = prepare("us/frcp/33(b)(2)", law=law).for_batches("served")
    lazy = ask_spark(frame(spark, served=dates()), asked)
    changed(folder, "xx/deadlines/cp.toml", "28 days", "27 days")
    with pytest.raises(Exception, match="Put the same files there on every machine"):
        lazy.collect()


def test_bad_columns_are_refused_before_anything_is_sent(spark: Any) -> None:
    """A column that is missing, of another type, or has the name of an answer."""
    asked = prepare("us/frcp/33(b)(2)").for_batches("served")
    day = [date(2026, 6, 3)]
    with pytest.raises(MissingInputError, match="no column 'filed'"):
        ask_spark(
            frame(spark, served=dates(day)),
            prepare("us/frcp/33(b)(2)").for_batches("filed"),
        )
    with pytest.raises(InvalidTypeError, match="is string, and no date"):
        ask_spark(frame(spark, served=pa.array(["2026-06-03"])), asked)
    zoned = pa.array([datetime(2026, 6, 3, tzinfo=UTC)], pa.timestamp("us", "UTC"))
    with pytest.raises(InvalidTypeError, match="depends on a time zone"):
        ask_spark(frame(spark, served=zoned), asked)
    with pytest.raises(InvalidTypeError, match="is to hold the question, is long"):
        ask_spark(
            frame(spark, served=dates(day)),
            rows_for_batches({"question": "id", "trigger": "served"}),
        )
    with pytest.raises(ConflictingInputError, match="prefix='answer_'"):
        ask_spark(frame(spark, served=dates(day), due=dates(day)), asked)
    with pytest.raises(InvalidTypeError, match="data frame of Spark, not a Table"):
        ask_spark(pa.table({"served": dates(day)}), asked)
    with pytest.raises(InvalidTypeError, match="asked needs a BatchQuestion"):
        ask_spark(frame(spark, served=dates(day)), "21 days")  # type: ignore[arg-type]  # that is the point


def test_a_time_of_day_is_refused_where_it_is_found(spark: Any) -> None:
    """With its row and what to do, through Spark."""
    asked = prepare("us/frcp/33(b)(2)").for_batches("served")
    column = pa.array([datetime(2026, 6, 3, 17)], pa.timestamp("us"))
    with pytest.raises(Exception, match="has a time of day"):
        ask_spark(without_zone(spark, column), asked).collect()
