"""What an append costs beside `sqlite3` by hand, and what it costs among others.

Part of `make bench`. Both sides leave the same rows in files of the same kind; the
other side is `raw_sqlite`, which says what it leaves out. Each turn records cases that
nobody has stored. `durable` waits for the disk, as a store does; with
`synchronous=OFF` what is left is the work of the processor.
"""

from __future__ import annotations

import gc
import statistics
import time
from functools import partial
from multiprocessing import get_context
from typing import TYPE_CHECKING, Final, NamedTuple

from attrs import evolve
from caseload import a_file
from raw_sqlite import Raw
from stocked import Shape, a_case, name_of

from legalcase.codec.log.lines import line_text
from legalcase.model import Model
from legalcase.storage import SqliteStore

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.synchronize import Event, Semaphore
    from pathlib import Path

    from legalcase.kernel import Recorded

__all__ = ["Appends", "appends", "writers"]

#: Each a stream, and the lines of it that are committed at once.
Commits = list[tuple[str, list["Recorded"]]]

_REQUESTS: Final = 50
_HUNDRED: Final = 100


class Appends(NamedTuple):
    """How much longer a store takes: one event a commit, and a hundred."""

    one: float
    hundred: float


def _one_each(first: int, cases: int) -> Commits:
    """Return commits of one event each; the cases take turns."""
    logs = [a_file(first + each).log for each in range(cases)]
    return [
        (log[0].stream, [log[number]])
        for number in range(min(map(len, logs)))
        for log in logs
    ]


def _hundred_each(first: int, cases: int) -> Commits:
    """Return commits of a hundred events each: cases that come in from elsewhere."""
    logs = [a_file(first + each, _REQUESTS).log for each in range(cases)]
    return [(log[0].stream, list(log[:_HUNDRED])) for log in logs]


def _again(commits: Commits) -> Commits:
    """Return the same, each line another object."""
    return [(stream, [evolve(line) for line in lines]) for stream, lines in commits]


def _stored(store: SqliteStore, commits: Commits) -> None:
    for stream, lines in commits:
        with store.begin() as work:
            work.append(lines, expected={stream: lines[0].number - 1})
            work.commit()


def _by_hand(raw: Raw, commits: Commits) -> None:
    for stream, lines in commits:
        raw.append(stream, lines)


def _seconds(turn: Callable[[], object], clock: Callable[[], float]) -> float:
    gc.collect()
    gc.disable()
    before = clock()
    turn()
    after = clock()
    gc.enable()
    return after - before


def appends(
    folder: Path,
    *,
    durable: bool,
    is_round: bool = True,
    rounds: int = 8,
    cases: int = 3,
) -> Appends:
    """Return how much longer a store takes than `sqlite3` by hand: medians."""
    name = f"{'durable' if durable else 'processor'}-{is_round}"
    paths = [folder / f"{name}-{side}.db" for side in ("store", "raw")]
    for path in paths:
        SqliteStore(path).close()
    store, raw = SqliteStore(paths[0]), Raw(paths[1], Model.core(), is_round=is_round)
    clock = time.perf_counter if durable else time.process_time
    if not durable:
        for connection in (store._connection, raw.connection):  # noqa: SLF001 - no other way
            if connection is not None:
                connection.execute("PRAGMA synchronous=OFF")
    found = []
    for first, make in ((1, _one_each), (100_000, _hundred_each)):
        ratios = []
        for number in range(rounds):
            commits = make(first + number * cases, cases)
            for _, lines in commits:
                for line in lines:
                    # What a computation works out when it is first written is not
                    # what storing costs.
                    line_text(evolve(line))
            other = _again(commits)
            turns: list[tuple[str, Callable[[], None]]] = [
                ("store", partial(_stored, store, commits)),
                ("raw", partial(_by_hand, raw, other)),
            ]
            if number % 2:
                turns.reverse()
            taken = {side: _seconds(turn, clock) for side, turn in turns}
            ratios.append(taken["store"] / taken["raw"])
        found.append(statistics.median(ratios))
    store.close()
    raw.close()
    return Appends(*found)


def _write(path: str, name: str, notes: int, ready: Semaphore, go: Event) -> None:
    """Append to a case of one's own, one event a commit; a process of its own."""
    log = a_case(Shape(0, notes), name=name).log
    with SqliteStore(path, patience=600) as store:
        ready.release()
        go.wait()
        _stored(store, [(line.stream, [line]) for line in log])


def writers(folder: Path, number: int, commits: int = 192) -> float:
    """Return how many commits a second so many processes make on one file together."""
    path = folder / f"writers-{number}.db"
    SqliteStore(path).close()
    context = get_context("spawn")
    ready, go = context.Semaphore(0), context.Event()
    notes = commits // number - Shape(0, 0).lines
    processes = [
        context.Process(
            target=_write, args=(str(path), name_of(each), notes, ready, go)
        )
        for each in range(number)
    ]
    for process in processes:
        process.start()
    for _ in processes:
        ready.acquire()
    before = time.perf_counter()
    go.set()
    for process in processes:
        process.join()
    taken = time.perf_counter() - before
    if any(process.exitcode for process in processes):
        raise SystemExit(1)
    return commits / taken
