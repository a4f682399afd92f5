"""Programs that are killed: what they acknowledged is there, all or nothing else."""

from __future__ import annotations

import os
import random
import select
import shutil
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from fault_samples import sealer
from legalcase.ports import DueQuery
from legalcase.storage import SqliteStore
from store_samples import new_file, save

pytestmark = pytest.mark.skipif(
    not hasattr(os, "fork"), reason="no processes like that here"
)

THOROUGH = os.environ.get("HYPOTHESIS_PROFILE") == "thorough"
KILLS, STRIDE = (60, 1) if THOROUGH else (6, 60)
GOLDEN = Path(__file__).parent.parent / "golden"

WRITER = """
import os, sys
sys.path[:0] = sys.argv[4:]
from datetime import date
import legalcase.storage.lines.snapshots as snapshots
import legalcase.storage.sqlite.store as sqlite_store
import legalcase.storage.units.work as units_work
from fault_samples import DAY, sealer
from legalcase.model import DeadlineSet, DeadlineTerms, Ordered
from legalcase.storage import SqliteStore
from store_samples import noted

snapshots.FEW = units_work.FEW = 4
if sys.argv[2] == "wal":
    sqlite_store.SAFE_WAL = (3, 0)
terms = DeadlineTerms(title="x", basis=Ordered(due=date(2026, 7, 9), authority="x"))
store = SqliteStore(sys.argv[1], sealer=sealer(), patience=60)
number = 0
while True:
    number += 1
    name = f"{sys.argv[3]}-{number}"

    def act(work):
        files = []
        for each in ("case-1", "sealed-1"):
            file = noted(work.file(each), name)
            event = DeadlineSet(deadline_id=name, terms=terms, happened_on=DAY)
            at = file.case.recorded_at
            files.append(file.record(event, by="clerk", at=at))
        work.save(*files)

    store.run(act, attempts=100)
    os.write(1, f"{name}\\n".encode())
"""


@pytest.mark.slow
@pytest.mark.parametrize("mode", ["delete", "wal"])
def test_what_was_acknowledged_outlives_a_kill(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mode: str
) -> None:
    """Three writers at a time, of two cases at once and all that lists say of them."""
    if mode == "wal":
        monkeypatch.setattr("legalcase.storage.sqlite.store.SAFE_WAL", (3, 0))
    chance = random.Random()  # noqa: S311 - no secret
    path, kept = tmp_path / "cases.db", set[str]()
    with SqliteStore(path, sealer=sealer()) as store:
        save(store, new_file(), new_file("sealed-1"))
    for turn in range(KILLS // 3):
        writers = [
            subprocess.Popen(
                [sys.executable, "-c", WRITER, path, mode, f"{turn}{n}", *sys.path],
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
            for n in range(3)
        ]
        outputs = [writer.stdout for writer in writers if writer.stdout is not None]
        select.select(outputs, [], [], 60)
        time.sleep(chance.uniform(0, 0.25))
        for writer in writers:
            writer.kill()
        for writer in writers:
            kept.update(writer.communicate()[0].decode().split("\n")[:-1])
        with SqliteStore(path, sealer=sealer()) as store:
            assert store.verify() == ()
            with store.begin() as work:
                cases = [work.get(each) for each in ("case-1", "sealed-1")]
                notes = [{note.note_id for note in case.notes} for case in cases]
                query = DueQuery(case_id="case-1", what="deadline", is_open=None)
                rows = work.find(query, limit=10_000).rows
            assert notes[0] == notes[1]
            assert kept <= notes[0]
            assert kept <= {row.item_id for row in rows}
    assert len(kept) >= KILLS // 3


def convert(
    path: Path, left: int, monkeypatch: pytest.MonkeyPatch, *, dies: bool
) -> int:
    """Open a file in a child, which ends at a statement; return how it ended."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    connect = sqlite3.connect

    def counted(_: str) -> None:
        nonlocal left
        left -= 1
        if not left and dies:
            os._exit(1)

    def connected(*given: Any, **how: Any) -> sqlite3.Connection:
        connection: sqlite3.Connection = connect(*given, **how)
        connection.set_trace_callback(counted)
        if not dies:
            connection.set_progress_handler(lambda: left <= 0, 1)
        return connection

    monkeypatch.setattr(sqlite3, "connect", connected)
    code = 3
    try:
        SqliteStore(path).close()
        code = 0
    except Exception as error:  # noqa: BLE001 - told by the code
        code = 2 if type(error).__name__ == "StorageError" else 3
    finally:
        os._exit(code)


@pytest.mark.parametrize("schema", [1, 2, 3])
def test_a_conversion_that_was_ended_begins_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, schema: int
) -> None:
    """At any statement, killed or refused: then the file opens, and all is there."""
    first = tmp_path / "first.db"
    shutil.copy(GOLDEN / f"cases-{schema}.db", first)
    with SqliteStore(first) as store:
        heads = store.heads()
    number, ends = 1, [0]
    while True:
        path = tmp_path / "ended.db"
        shutil.copy(GOLDEN / f"cases-{schema}.db", path)
        ended = convert(path, number, monkeypatch, dies=bool(len(ends) % 2))
        assert ended in {0, 1, 2}
        ends.append(ended)
        with SqliteStore(path) as store:
            assert store.heads() == heads
            assert store.verify() == ()
        if not ended:
            break
        number += STRIDE
    assert {1, 2} <= set(ends)
