"""The tests' real PostgreSQL, as fixtures. No test of it is ever skipped.

Each process of the tests that needs a server starts one of its own, and each test gets
a database of its own there.
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
    from postgres_database import Database


@contextmanager
def server() -> Iterator[str]:
    """The connection string of whoever may make databases and roles on the server."""
    named = os.environ.get(VARIABLE)
    if named:
        yield named
        return
    from postgres_cluster import Cluster

    with Cluster() as cluster:
        yield cluster.dsn


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The server of this process; as `server`."""
    with server() as dsn:
        yield dsn


@pytest.fixture
def postgres_database(postgres_server: str) -> Iterator[Database]:
    """A fresh database, `postgres_database.dsn` for the store."""
    from postgres_database import Database

    with Database(postgres_server) as database:
        yield database


@pytest.fixture
def postgres_to_crash() -> Iterator[Cluster]:
    """A server of the test's own that it may crash, and whose commits reach the disk.

    It is never the one that the variable names: that is not ours to stop.
    """
    from postgres_cluster import Cluster

    with Cluster(is_durable=True) as cluster:
        yield cluster
