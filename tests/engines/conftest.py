"""A cluster of Dask and a session of Spark, started once, on this machine alone."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any

import pytest

import java

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="session")
def client() -> Iterator[Any]:
    """Two worker processes of Dask, and who sends them work."""
    from dask.distributed import Client, LocalCluster

    asked: dict[str, Any] = {
        "n_workers": 2,
        "threads_per_worker": 1,
        "processes": True,
        "dashboard_address": None,
        "host": "127.0.0.1",
    }
    with LocalCluster(**asked) as cluster, Client(cluster) as found:
        yield found


@pytest.fixture(scope="session")
def spark() -> Iterator[Any]:
    """A session of Spark with two threads, whose workers run this Python."""
    os.environ["JAVA_HOME"] = str(java.home())
    os.environ["PYSPARK_PYTHON"] = os.environ["PYSPARK_DRIVER_PYTHON"] = sys.executable
    os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
    from pyspark.sql import SparkSession

    building = SparkSession.builder.master("local[2]").appName("legalcase")
    for name, value in (
        ("spark.driver.host", "127.0.0.1"),
        ("spark.driver.bindAddress", "127.0.0.1"),
        ("spark.ui.enabled", "false"),
        ("spark.sql.shuffle.partitions", "2"),
        ("spark.sql.execution.arrow.maxRecordsPerBatch", "700"),
    ):
        building = building.config(name, value)
    session = building.getOrCreate()
    session.sparkContext.setLogLevel("OFF")
    yield session
    session.stop()
