"""DuckDB joins what `to_arrow` gives, and the Java of the package starts Spark."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from typing import TYPE_CHECKING

import pyarrow as pa  # type: ignore[import-untyped]  # it declares no types
import pytest

import engine_rows as given
import java
from house import ROOT
from legalcase.batch import prepare

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.filterwarnings("ignore")


def test_duckdb_joins_the_table() -> None:
    """Row by row what the question answers; a row without a day finds nothing."""
    import duckdb

    question, its = given.QUESTIONS[0]
    span = prepare(question, **its).between(date(1990, 1, 1), date(2039, 12, 31))
    days = [day for day in given.DAYS if day is None or 1990 <= day.year < 2040]
    rows = pa.table({"id": range(len(days)), "served": pa.array(days, pa.date32())})
    with duckdb.connect() as connection:
        connection.register("answers", span.to_arrow())
        connection.register("rows", rows)
        found = connection.sql(
            "SELECT due, safe, error FROM rows LEFT JOIN answers "
            "ON served = trigger ORDER BY id"
        ).fetchall()
    local = prepare(question, **its).table(days)
    expected = zip(local.due, local.safe, local.error.tolist(), strict=True)
    none = (None, None, None)
    assert found == [
        none if day is None else its for day, its in zip(days, expected, strict=True)
    ]


#: The least that shows that Spark runs: one row, answered by a worker.
PROGRAM = """
import datetime
import pyarrow as pa
from pyspark.sql import SparkSession
import legalcase as lc
spark = (
    SparkSession.builder.master("local[1]")
    .config("spark.ui.enabled", "false")
    .config("spark.driver.host", "127.0.0.1")
    .config("spark.driver.bindAddress", "127.0.0.1")
    .getOrCreate()
)
asked = lc.prepare("us/frcp/33(b)(2)", court="cand").for_batches("served")
frame = spark.createDataFrame(pa.table({"served": [datetime.date(2026, 6, 3)]}))
print(lc.batch.ask_spark(frame, asked).collect()[0]["due"])
spark.stop()
"""


def test_the_java_of_the_package_is_enough(tmp_path: Path) -> None:
    """So a machine without a Java runs these tests too, whatever this one has."""
    place = java.packaged(tmp_path / "java")
    if place is None and java.installed() is not None:
        pytest.skip(
            "there is no package with a Java for this machine, which has its own"
        )
    assert place is not None
    its = {"JAVA_HOME": str(place), "PYSPARK_PYTHON": sys.executable}
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", PROGRAM],
        capture_output=True,
        check=False,
        cwd=ROOT,
        encoding="utf-8",
        env={**os.environ, **its, "SPARK_LOCAL_IP": "127.0.0.1"},
    )
    assert done.stdout == "2026-07-06\n", done.stderr[-3000:]
