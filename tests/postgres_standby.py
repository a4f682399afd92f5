"""A standby of the tests' own server: it repeats what the other writes."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import psycopg

from postgres_cluster import PATIENCE, Cluster

if TYPE_CHECKING:
    from pathlib import Path


class Standby(Cluster):
    """A server that repeats what another does, and can only be read until `promote`.

    Args:
        primary: the server that it follows, which has to run.
    """

    def __init__(self, primary: Cluster) -> None:
        """Copy the files; `start` is apart."""
        self._primary: Path = primary.folder
        super().__init__()

    def pause(self, *, is_paused: bool = True) -> None:
        """Stop repeating, as a standby that falls behind, or go on."""
        said = "pause" if is_paused else "resume"
        self._ask(f"SELECT pg_wal_replay_{said}()")
        wanted = "paused" if is_paused else "not paused"
        until = time.monotonic() + PATIENCE
        while self._ask("SELECT pg_get_wal_replay_pause_state()") != wanted:
            assert time.monotonic() < until
            time.sleep(0.01)

    def promote(self) -> None:
        """Take over: from here on it takes writes."""
        assert self._ask("SELECT pg_promote(true, 60)") is True

    def _ask(self, query: str) -> object:
        with psycopg.connect(self.dsn, autocommit=True) as connection:
            found = connection.execute(query.encode()).fetchone()
            return found[0] if found else None

    def _initialise(self) -> None:
        done = self._run(
            "pg_basebackup",
            *("-h", str(self._primary), "-U", "postgres", "-D", str(self._data)),
            *("--write-recovery-conf", "--checkpoint=fast", "--no-sync"),
        )
        if done.returncode:
            problem = f"pg_basebackup failed:\n{done.stdout.decode(errors='replace')}"
            raise RuntimeError(problem)
