"""What an append to PostgreSQL costs beside psycopg by hand, as ratios.

Part of `make bench`. Both sides leave the same rows in databases of one server;
`raw_postgres` says what the other side does and leaves out. Each turn records cases
that nobody has stored, and the two take turns. Where there is no server, it says so.
"""

from __future__ import annotations

import gc
import os
import statistics
import sys
import time
from contextlib import ExitStack, contextmanager
from datetime import UTC, date, datetime, timedelta
from functools import partial
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from attrs import evolve

from legalcase.codec.log.lines import line_text
from legalcase.model import (
    CaseFile,
    CaseOpened,
    DeadlineSet,
    DeadlineTerms,
    Model,
    NoteAdded,
    Ordered,
    PartyJoined,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from raw_postgres import Raw

    from legalcase.kernel import Recorded
    from legalcase.storage import PostgresStore

ROOT: Final = Path(__file__).resolve().parent.parent
DAY: Final = date(2026, 6, 3)
NOON: Final = datetime(2026, 6, 3, 12, tzinfo=UTC)
#: At least so fast beside doing it by hand, where that looks first, too.
BAR: Final = 0.8

#: Each a stream, and the lines of it that are committed at once.
Commits = list[tuple[str, list["Recorded"]]]


class Shape(NamedTuple):
    """How many cases a turn records, of how many lines, and so many in a commit."""

    name: str
    cases: int
    lines: int
    at_once: int


SHAPES: Final = (
    Shape("one event a commit", 2, 20, 1),
    Shape("a hundred a commit", 4, 100, 100),
)


def a_log(number: int, lines: int) -> list[Recorded]:
    """Return the log of a case: who takes part, deadlines, and a note for each."""
    by: dict[str, Any] = {"by": "clerk", "at": NOON}
    name, numbers = f"case-{number}", count(1)
    opened = CaseOpened(caption="Roe v. Acme", court="us/cand", happened_on=DAY)
    file = CaseFile.open(
        opened, case_id=name, ids=lambda _: f"{name}-{next(numbers)}", **by
    )
    events: list[Any] = [
        PartyJoined(
            party_id="roe", name="Jane Roe", roles=("plaintiff",), happened_on=DAY
        )
    ]
    for each in range(lines):
        due = DAY + timedelta(days=each % 90)
        terms = DeadlineTerms(
            title="Answer the motion",
            basis=Ordered(due=due, authority="Order 12"),
            owner="associate",
        )
        text = f"Called about {name}; they wait for the schedule of the court."
        events += [
            DeadlineSet(deadline_id=f"d{each}", terms=terms, happened_on=DAY),
            NoteAdded(note_id=f"n{each}", text=text, happened_on=DAY),
        ]
    return list(file.record(*events, **by).log[:lines])


def commits(first: int, shape: Shape) -> Commits:
    """Return what one turn commits; the cases take turns."""
    logs = [a_log(first + each, shape.lines) for each in range(shape.cases)]
    return [
        (log[0].stream, log[start : start + shape.at_once])
        for start in range(0, shape.lines, shape.at_once)
        for log in logs
    ]


def again(given: Commits) -> Commits:
    """Return the same, each line another object, of which nothing is worked out yet."""
    for _, lines in given:
        for line in lines:
            line_text(evolve(line))  # what a first computation costs, storing does not
    return [(stream, [evolve(line) for line in lines]) for stream, lines in given]


def by_store(store: PostgresStore, given: Commits) -> None:
    """Append by the store."""
    for stream, lines in given:
        with store.begin() as work:
            work.append(lines, expected={stream: lines[0].number - 1})
            work.commit()


def by_hand(raw: Raw, given: Commits) -> None:
    """Append by hand."""
    for stream, lines in given:
        raw.append(stream, lines)


def seconds(turn: Callable[[], object]) -> float:
    """Return how long a turn takes."""
    gc.collect()
    gc.disable()
    before = time.perf_counter()
    turn()
    after = time.perf_counter()
    gc.enable()
    return after - before


@contextmanager
def databases() -> Iterator[list[str]]:
    """Yield two new databases; raises `LookupError` where there is no server."""
    sys.path += [str(ROOT / "tests"), str(ROOT / "tools")]
    from postgres_binaries import VARIABLE
    from postgres_cluster import Cluster
    from postgres_database import Database

    with ExitStack() as open_ones:
        server = os.environ.get(VARIABLE)
        if server is None:
            server = open_ones.enter_context(Cluster(is_durable=True)).dsn
        yield [open_ones.enter_context(Database(server)).dsn for _ in range(2)]


def ratios(*, is_short: bool, rounds: int) -> list[tuple[str, float]]:
    """Return for each shape how fast a store is beside doing it by hand: medians."""
    from raw_postgres import Raw

    from legalcase.storage import PostgresStore

    found = []
    with databases() as (one, other), PostgresStore(one) as store:
        PostgresStore(other).close()
        raw = Raw(other, Model.core(), is_short=is_short)
        first = count(1, 10)
        for shape in SHAPES:
            each = []
            for number in range(rounds + 1):
                given = commits(next(first), shape)
                mine, theirs = again(given), again(given)
                turns: dict[str, Callable[[], object]] = {
                    "store": partial(by_store, store, mine),
                    "hand": partial(by_hand, raw, theirs),
                }
                order = sorted(turns, reverse=bool(number % 2))
                taken = {side: seconds(turns[side]) for side in order}
                if number:  # the first round opens connections and files
                    each.append(taken["hand"] / taken["store"])
            found.append((shape.name, statistics.median(each)))
        raw.close()
        same_rows(one, other)
    return found


def same_rows(*conninfos: str) -> None:
    """See that both sides have left the same rows; raises `SystemExit` if not."""
    import psycopg

    tables = ("line", "head", "tag", "event_id", "word", "case_row", "due_row")
    asked = [f"SELECT * FROM legalcase.{table}" for table in (*tables, "attribute")]  # noqa: S608 - names of ours
    rows = []
    for conninfo in conninfos:
        with psycopg.connect(conninfo) as connection:
            rows.append(
                [sorted(map(repr, connection.execute(one.encode()))) for one in asked]
            )
    if rows[0] != rows[1]:
        msg = "The two sides have not left the same rows."
        raise SystemExit(msg)


def main(rounds: int = 24) -> int:
    """Print the ratios."""
    try:
        fair = ratios(is_short=False, rounds=rounds)
    except LookupError as error:
        print(f"Appends to PostgreSQL were not measured. {error}")
        return 0
    short = dict(ratios(is_short=True, rounds=rounds))
    names = ("appends to PostgreSQL", "beside psycopg", "ratio", "at least")
    print("{:<26}{:<24}{:>7}{:>9}".format(*names))
    for name, ratio in fair:
        under = "" if ratio >= BAR else "  under"
        print(f"{name:<26}{'looking first':<24}{ratio:>7.2f}{BAR:>9}{under}")
        print(f"{name:<26}{'looking at nothing':<24}{short[name]:>7.2f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
