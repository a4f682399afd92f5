"""The tests' real PostgreSQL, as fixtures. No test of it is ever skipped.

Each process of the tests that needs a server starts one of its own, and each test gets
a database there that nobody else uses, and in which nothing is.
"""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from postgres_binaries import VARIABLE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postgres_cluster import Cluster
    from postgres_database import Database, Databases


@contextmanager
def server() -> Iterator[tuple[str, Cluster | None]]:
    """The connection string of whoever may make databases and roles on the server.

    With the server itself if it is not one that the variable names.
    """
    named = os.environ.get(VARIABLE)
    if named:
        yield named, None
        return
    from postgres_cluster import Cluster

    with Cluster(has_copy=True) as cluster:
        yield cluster.dsn, cluster


@pytest.fixture(scope="session")
def postgres_found() -> Iterator[tuple[str, Cluster | None]]:
    """The server of this process; as `server`."""
    with server() as found:
        yield found


@pytest.fixture(scope="session")
def postgres_server(postgres_found: tuple[str, Cluster | None]) -> str:
    """The connection string of that."""
    return postgres_found[0]


@pytest.fixture(scope="session")
def postgres_databases(postgres_server: str) -> Iterator[Databases]:
    """Those of this process, each used by many tests, one after another."""
    from postgres_database import Databases

    with Databases(postgres_server) as databases:
        yield databases


@pytest.fixture
def postgres_database(postgres_databases: Databases) -> Iterator[Database]:
    """An empty database, `postgres_database.dsn` for the store."""
    with postgres_databases.one() as database:
        yield database


@pytest.fixture
def postgres_to_crash(
    postgres_found: tuple[str, Cluster | None],
) -> Iterator[Cluster]:
    """A server of the test's own that it may crash, and whose commits reach the disk.

    It is never the one that the variable names: that is not ours to stop.
    """
    from postgres_cluster import Cluster

    with Cluster(is_durable=True, like=postgres_found[1]) as cluster:
        yield cluster
