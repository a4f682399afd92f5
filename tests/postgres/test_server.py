"""The tests' PostgreSQL is real: it forgets nothing in a crash, and leaves nothing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import pytest
from psycopg.sql import SQL, Identifier

import postgres_binaries
import postgres_cluster
from postgres_binaries import VARIABLE
from postgres_cluster import SETTINGS, Cluster
from postgres_database import Database, Databases
from postgres_fixtures import server

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import LiteralString

# Starts a server, says where, and waits to be killed.
PARENT = """
import sys, time
from postgres_cluster import Cluster
with Cluster() as cluster:
    print(cluster.folder, flush=True)
    time.sleep(600)
"""


def answer(dsn: str, query: LiteralString, *values: object) -> object:
    """The one value that a query answers."""
    with psycopg.connect(dsn) as connection:
        row = connection.execute(query, values).fetchone()
    assert row is not None
    return row[0]


def comes_true(is_so: Callable[[], bool]) -> bool:
    """Whether something becomes so within a quarter of a minute."""
    until = time.monotonic() + 15
    while not is_so() and time.monotonic() < until:
        time.sleep(0.05)
    return is_so()


def test_a_database_is_its_owner_s_who_has_no_other_power(
    postgres_database: Database,
) -> None:
    """A store that needs a superuser, or passes by row security, shows itself."""
    asked: LiteralString = (
        "SELECT rolsuper OR rolbypassrls OR rolcreatedb OR rolcreaterole"
        " FROM pg_roles WHERE rolname = current_user"
    )
    assert answer(postgres_database.dsn, asked) is False
    with psycopg.connect(postgres_database.dsn) as connection:
        connection.execute("CREATE TABLE line (body text)")
    asked = "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"
    assert answer(postgres_database.dsn, asked) == 1


def test_a_further_role_reads_nothing_that_it_was_not_given(
    postgres_database: Database,
) -> None:
    """Each role is a stranger until the owner says otherwise."""
    stranger = postgres_database.role()
    with psycopg.connect(postgres_database.dsn) as connection:
        connection.execute("CREATE TABLE line (body text)")
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        answer(stranger, "SELECT count(*) FROM line")


def test_nothing_is_left_of_a_database(postgres_server: str) -> None:
    """Also if somebody is still in it, and if its roles own something there."""
    with Database(postgres_server) as database:
        still_there = psycopg.connect(database.role())
        role = still_there.info.user
        still_there.execute("CREATE TEMPORARY TABLE draft (body text)")
        still_there.commit()
    still_there.close()
    assert answer(postgres_server, "SELECT to_regrole(%s)", role) is None
    asked: LiteralString = "SELECT count(*) FROM pg_database WHERE datname = %s"
    assert answer(postgres_server, asked, database.name) == 0


def test_a_database_is_used_again_if_it_is_as_good_as_new(postgres_server: str) -> None:
    """Whatever was in it, with another owner, whom the last one's roles don't know."""
    with Databases(postgres_server) as databases:
        with databases.one() as first:
            still_there = psycopg.connect(first.role())
            role = still_there.info.user
            with psycopg.connect(first.dsn) as connection:
                connection.execute("CREATE SCHEMA house CREATE TABLE line (body text)")
                connection.execute(f"GRANT ALL ON SCHEMA house TO {role}")
                connection.execute("CREATE SEQUENCE turn")
        with pytest.raises(psycopg.OperationalError):
            still_there.execute("SELECT 1")
        still_there.close()
        assert answer(postgres_server, "SELECT to_regrole(%s)", role) is None
        with databases.one() as second:
            assert second.name == first.name
            assert second.dsn != first.dsn
            asked: LiteralString = "SELECT to_regclass('turn') IS NULL"
            assert answer(second.dsn, asked) is True
            with psycopg.connect(second.dsn) as connection:
                connection.execute("CREATE SCHEMA house")
    asked = "SELECT count(*) FROM pg_database WHERE datname = %s"
    assert answer(postgres_server, asked, second.name) == 0


@pytest.mark.parametrize(
    "said",
    [
        "CREATE TABLE line (body text)",
        "CREATE FUNCTION three() RETURNS integer LANGUAGE sql AS 'SELECT 3'",
        "REVOKE ALL ON SCHEMA public FROM public",
        "ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO public",
        "ALTER DATABASE {} SET work_mem = '1MB'",
        "REVOKE CONNECT ON DATABASE {} FROM public",
    ],
)
def test_a_database_in_which_something_stays_is_not_used_again(
    postgres_server: str, said: LiteralString
) -> None:
    """What the server's own user did there is nobody's to find."""
    with Databases(postgres_server) as databases:
        with databases.one() as first, psycopg.connect(first.as_server) as connection:
            connection.execute(SQL(said).format(Identifier(first.name)))
        with databases.one() as second:
            assert second.name != first.name


def test_a_connection_is_ended_from_the_other_side(
    postgres_database: Database,
) -> None:
    """Only those that are named, and only this database's."""
    ended = psycopg.connect(postgres_database.dsn)
    spared = psycopg.connect(postgres_database.dsn)
    own = ended.info.backend_pid, spared.info.backend_pid
    assert postgres_database.backends() == own
    assert postgres_database.kill(own[0], os.getpid()) == 1
    assert postgres_database.backends() == own[1:]
    with pytest.raises(psycopg.OperationalError):
        ended.execute("SELECT 1")
    assert spared.execute("SELECT 1").fetchone() == (1,)
    assert postgres_database.kill() == 1
    ended.close()
    spared.close()


def test_a_crash_keeps_what_was_committed_and_nothing_else(
    postgres_to_crash: Cluster,
) -> None:
    """As a house's server does it: with everything that makes a commit last."""
    with Database(postgres_to_crash.dsn) as database:
        assert answer(database.dsn, "SHOW fsync") == "on"
        cut = psycopg.connect(database.dsn)
        cut.execute("CREATE TABLE line (number integer)")
        cut.execute("INSERT INTO line VALUES (1)")
        cut.commit()
        cut.execute("INSERT INTO line VALUES (2)")
        postgres_to_crash.crash()
        with pytest.raises(psycopg.OperationalError):
            cut.execute("SELECT 1")
        cut.close()
        assert answer(database.dsn, "SELECT array_agg(number) FROM line") == [1]
    assert "not properly shut down" in postgres_to_crash.log


def test_a_server_that_was_stopped_in_order_has_nothing_to_mend(
    postgres_to_crash: Cluster,
) -> None:
    """Stopped twice is stopped; started twice is a mistake."""
    postgres_to_crash.stop()
    postgres_to_crash.stop()
    assert not postgres_to_crash.is_running()
    postgres_to_crash.start()
    with pytest.raises(RuntimeError, match="runs already"):
        postgres_to_crash.start()
    assert answer(postgres_to_crash.dsn, "SELECT 1") == 1
    assert "not properly shut down" not in postgres_to_crash.log


def test_nothing_is_left_of_a_server_whose_tests_were_killed() -> None:
    """Nobody is there any more to stop it, or to remove its files."""
    with subprocess.Popen(
        [sys.executable, "-c", PARENT],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        stdout=subprocess.PIPE,
        text=True,
    ) as parent:
        assert parent.stdout is not None
        folder = Path(parent.stdout.readline().strip())
        first = int((folder / "data" / "postmaster.pid").read_text().split()[0])
        os.kill(first, 0)
        parent.send_signal(signal.SIGKILL)
    assert comes_true(lambda: not folder.exists())
    with pytest.raises(ProcessLookupError):
        os.kill(first, 0)


def test_a_fork_of_the_tests_stops_nothing(postgres_to_crash: Cluster) -> None:
    """It has the same server, and is not who started it."""
    postgres_to_crash._maker += 1
    postgres_to_crash.close()
    assert postgres_to_crash.is_running()
    postgres_to_crash._maker -= 1


def test_a_server_that_does_not_start_says_why(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """At once, with the words of its own log, and nothing is left of it."""
    monkeypatch.setitem(SETTINGS, "shared_buffers", "none")
    cluster = Cluster()
    with pytest.raises(RuntimeError, match='"shared_buffers": "none"'), cluster:
        pytest.fail("it started")
    assert not cluster.folder.exists()


def test_the_server_that_is_named_comes_first(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """And nothing is looked for, or started, besides."""
    monkeypatch.setenv(VARIABLE, "host=elsewhere")
    monkeypatch.setattr(postgres_cluster, "binaries", pytest.fail)
    with server() as found:
        assert found == ("host=elsewhere", None)


def test_without_any_server_the_tests_fail_and_name_three_ways(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A test that is skipped where nobody looks proves nothing."""
    monkeypatch.delenv(VARIABLE, raising=False)
    monkeypatch.setattr(postgres_binaries, "installed", lambda: None)
    monkeypatch.setattr(postgres_binaries, "packaged", lambda: None)
    ways = f"set {VARIABLE} .* install PostgreSQL .* tools/environment.py server"
    with pytest.raises(LookupError, match=ways), server():
        pytest.fail("it started")
