"""The same column asked by one thread, by joins, by Dask and by Spark: ratios alone.

Part of `make speed`. The unit is one thread of one process that answers the column with
everything at hand. Dask and Spark run on this machine, with two workers each, so what
is seen is what sending costs, and no gain that further machines would bring.
"""

from __future__ import annotations

import os
import pickle
import statistics
import sys
import time
from contextlib import contextmanager
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import columns
import pandas as pd  # type: ignore[import-untyped]  # it declares no types
import polars as pl
import pyarrow as pa  # type: ignore[import-untyped]  # it declares no types

import legalcase as lc
from legalcase.batch import ask_dask, ask_spark, prepare

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Line = tuple[str, str, float, float]
MANY: Final = 10_000_000
NONE: Final = float("inf")
SPAN: Final = date(1997, 1, 1), date(2026, 12, 31)
TOOLS: Final = Path(__file__).resolve().parent.parent / "tools"


def taking(turn: Callable[[], object]) -> float:
    """Return how long a turn takes, whoever does the work."""
    started = time.perf_counter()
    turn()
    return time.perf_counter() - started


def beside(
    turn: Callable[[], object], other: Callable[[], object], turns: int = 5
) -> float:
    """Return how much longer a turn takes than another: the median, turn by turn."""
    other()
    return statistics.median(taking(turn) / taking(other) for _ in range(turns))


class Asked:
    """A column of trigger days, and one thread that answers it."""

    def __init__(self, rows: int) -> None:
        days = columns.column(rows)
        self.table = pa.table({"served": pa.array(days.astype("M8[D]"))})
        self.ready = prepare(columns.QUESTION, **columns.GIVEN)
        self.batches = self.ready.for_batches("served")
        self.answers = self.ready.between(*SPAN).to_arrow()
        self.size = f"{rows:,} rows"

    def locally(self) -> object:
        """Answer it here."""
        return self.batches(self.table)


def joins(asked: Asked) -> Iterator[Line]:
    """Yield what joins with the table cost: no Python where the rows are."""
    unit = "one thread"
    frame: Any = pl.from_arrow(asked.table)
    table: Any = pl.from_arrow(asked.answers)

    def polars() -> object:
        return frame.join(table, left_on="served", right_on="trigger", how="left")

    yield f"a join of Polars, {asked.size}", unit, beside(polars, asked.locally), NONE
    if find_spec("duckdb") is None:
        return
    import duckdb

    with duckdb.connect() as connection:
        connection.register("answers", asked.answers)
        connection.register("rows", asked.table)

        def joined() -> object:
            return connection.sql(
                "SELECT served, due, safe, error FROM rows "
                "LEFT JOIN answers ON served = trigger"
            ).to_arrow_table()

        found = beside(joined, asked.locally)
        yield f"a join of DuckDB, {asked.size}", unit, found, NONE


@contextmanager
def dask_client() -> Iterator[Any]:
    """Two workers of Dask on this machine."""
    from dask.distributed import Client, LocalCluster

    its: dict[str, Any] = {"n_workers": 2, "threads_per_worker": 1}
    with (
        LocalCluster(**its, dashboard_address=None, host="127.0.0.1") as cluster,
        Client(cluster) as client,
    ):
        yield client


def by_dask(asked: Asked) -> Iterator[Line]:
    """Yield what the workers of Dask take over rows that they hold already."""
    import dask.dataframe as dd
    from dask.distributed import wait

    unit = "one thread"
    plain = asked.table.to_pandas(types_mapper=pd.ArrowDtype)
    with dask_client() as client:
        frame = dd.from_pandas(plain, npartitions=8)
        held = frame.persist()
        wait(held)
        numbers = iter(range(1000))

        def asking() -> None:
            # Other names for the answers: a question that no worker has ready.
            its = asked.ready.for_batches("served", prefix=f"n{next(numbers)}_")
            wait(ask_dask(held, its).persist())

        def again() -> None:
            # A question that the workers have ready, of rows that Dask has to take for
            # others: what has the same name is not computed again.
            moved = held.map_partitions(lambda part, _: part, next(numbers))
            wait(ask_dask(moved, asked.batches).persist())

        first = beside(asking, asked.locally, 3)
        yield f"Dask, for the first time, {asked.size}", unit, first, NONE
        again()
        found = beside(again, asked.locally, 3)
        yield f"Dask, a second time, {asked.size}", unit, found, NONE

        def gathered() -> None:
            moved = held.map_partitions(lambda part, _: part, next(numbers))
            client.compute(ask_dask(moved, asked.batches)).result()

        found = beside(gathered, asked.locally, 3)
        yield f"Dask, brought back here, {asked.size}", unit, found, NONE
        yield from of_a_law(client)


def of_a_law(client: Any) -> Iterator[Line]:
    """Yield what a second task with an unpickled law costs beside a law at hand."""
    sent = pickle.dumps(lc.Law.bundled())
    day = date(2026, 6, 3)

    def second(sent: bytes, _: int) -> float:
        given: dict[str, Any] = {"after": day, "court": "cand", "service": "mail"}
        pickle.loads(sent).compute("us/frcp/33(b)(2)", **given)  # noqa: S301 - our own
        law = lc.Law.bundled()
        ratios = []
        for _turn in range(200):
            start = time.perf_counter()
            pickle.loads(sent).compute("us/frcp/33(b)(2)", **given)  # noqa: S301 - our own
            middle = time.perf_counter()
            law.compute("us/frcp/33(b)(2)", **given)
            ratios.append((middle - start) / (time.perf_counter() - middle))
        return statistics.median(ratios)

    found = client.submit(second, sent, 0, pure=False).result()
    yield "a law that was sent, second task", "a law at hand", found, 2


@contextmanager
def spark_session() -> Iterator[Any]:
    """Two threads of Spark on this machine."""
    sys.path.insert(0, str(TOOLS))
    import java

    os.environ["JAVA_HOME"] = str(java.home())
    os.environ["PYSPARK_PYTHON"] = os.environ["PYSPARK_DRIVER_PYTHON"] = sys.executable
    os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
    from pyspark.sql import SparkSession

    building = SparkSession.builder.master("local[2]").appName("legalcase")
    for name, value in (
        ("spark.driver.host", "127.0.0.1"),
        ("spark.driver.bindAddress", "127.0.0.1"),
        ("spark.driver.memory", "4g"),
        ("spark.ui.enabled", "false"),
    ):
        building = building.config(name, value)
    session = building.getOrCreate()
    session.sparkContext.setLogLevel("OFF")
    yield session
    session.stop()


def by_spark(asked: Asked) -> Iterator[Line]:
    """Yield what Spark takes, beside what it takes to hand rows to Python at all."""
    unit = "one thread"
    with spark_session() as spark:
        from pyspark.sql.functions import broadcast

        frame = spark.createDataFrame(asked.table).repartition(2).cache()
        frame.count()

        def done(found: Any) -> None:
            found.write.format("noop").mode("overwrite").save()

        def answered() -> None:
            done(ask_spark(frame, asked.batches))

        def identity() -> None:
            done(frame.mapInArrow(lambda batches: batches, frame.schema))

        table = spark.createDataFrame(asked.answers)

        def joined() -> None:
            is_its = frame["served"] == table["trigger"]
            done(frame.join(broadcast(table), is_its, "left"))

        answered()
        joined()
        for what, turn in (
            ("Spark, answered in Python", answered),
            ("Spark, handed to Python and back", identity),
            ("Spark, a join", joined),
        ):
            found = beside(turn, asked.locally, 3)
            yield f"{what}, {asked.size}", unit, found, NONE


def report(rows: int = columns.ROWS, many: int = MANY) -> list[Line]:
    """What, beside what, the ratio and its bound; engines where they are installed."""
    few, lots = Asked(rows), Asked(many)
    few.locally(), lots.locally()
    found = [*joins(few), *joins(lots)]
    if find_spec("distributed") is not None:
        found += [*by_dask(few), *by_dask(lots)]
    if find_spec("pyspark") is not None:
        found += [*by_spark(few), *by_spark(lots)]
    return found


if __name__ == "__main__":
    for line in report(*map(int, sys.argv[1:])):
        print(*line)
