"""What does not grow with a store: statements an append, steps a page; no clock."""

from __future__ import annotations

import sqlite3
from collections import Counter
from contextlib import contextmanager
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from legalcase.model import (
    CaseFile,
    CaseOpened,
    DeadlineSet,
    DeadlineTerms,
    NoteAdded,
    Ordered,
)
from legalcase.ports import CaseQuery, DueQuery
from legalcase.storage import SqliteStore
from store_samples import NOON, save

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

DAY = date(2026, 6, 3)
DEADLINES = 5


def filed(name: str, notes: int = 0) -> CaseFile:
    """The file of a case with some deadlines and notes, nothing of it saved."""
    file = CaseFile.open(
        CaseOpened(caption="Roe v. Acme", court="us/cand", happened_on=DAY),
        case_id=name,
        by="clerk",
        at=NOON,
    )
    events: list[Any] = [
        DeadlineSet(
            deadline_id=f"d{each}",
            terms=DeadlineTerms(
                title="Answer",
                basis=Ordered(due=DAY + timedelta(days=each), authority="Order 1"),
            ),
            happened_on=DAY,
        )
        for each in range(DEADLINES)
    ]
    events += [
        NoteAdded(note_id=f"n{each}", text="Called.", happened_on=DAY)
        for each in range(notes)
    ]
    return file.record(*events, by="clerk", at=NOON)


@contextmanager
def statements(connection: object) -> Iterator[Counter[str]]:
    """Count, by their first word, what a connection is told to do."""
    found: Counter[str] = Counter()
    assert isinstance(connection, sqlite3.Connection)
    connection.set_trace_callback(lambda said: found.update([said.split()[0]]))
    yield found
    connection.set_trace_callback(None)


def steps(store: SqliteStore, query: Any, limit: int) -> int:
    """How many steps SQLite takes to give all pages of a query."""
    found = 0

    def step() -> None:
        nonlocal found
        found += 1

    with store.read() as reader:
        connection = reader._connection
        assert isinstance(connection, sqlite3.Connection)
        connection.set_progress_handler(step, 10)
        page = reader.find(query, limit=limit)
        assert page.rows, "of what finds nothing, every page is cheap"
        while page.next is not None:
            page = reader.find(query, after=page.next, limit=limit)
        connection.set_progress_handler(None, 0)
    return found


@pytest.fixture
def make(tmp_path: Path) -> Callable[[int], SqliteStore]:
    """What makes a store with so many cases."""

    def made(cases: int) -> SqliteStore:
        store = SqliteStore(tmp_path / f"{cases}.db")
        save(store, *(filed(f"case-{each:04}") for each in range(cases)))
        return store

    return made


QUERIES = [
    DueQuery(),
    DueQuery(due_from=DAY),
    DueQuery(due_until=DAY + timedelta(days=DEADLINES)),
    DueQuery(due_from=DAY, due_until=DAY + timedelta(days=DEADLINES)),
    CaseQuery(),
    CaseQuery(status="pre-filing"),
    CaseQuery(court="us/cand", status="pre-filing"),
]


@pytest.mark.parametrize("query", QUERIES, ids=repr)
def test_all_pages_together_cost_what_they_give(
    make: Callable[[int], SqliteStore], query: Any
) -> None:
    """Four times as many cases take four times the steps, and not sixteen times."""
    few, many = (steps(make(cases), query, 10) for cases in (30, 120))
    assert few > 0
    assert many < 6 * few


def test_a_cursor_from_before_the_period_gives_nothing_of_before(
    make: Callable[[int], SqliteStore],
) -> None:
    """Where a page begins does not stand for the first day of the query."""
    query = DueQuery(due_from=DAY + timedelta(days=2))
    with make(3) as store, store.read() as reader:
        found = reader._find_dues(query, ("2026-01-01", "", "", ""), 100)
    assert [row.due for _, row in found] == sorted(
        DAY + timedelta(days=day) for day in (2, 3, 4) for _ in range(3)
    )


def test_an_append_asks_as_often_for_a_hundred_lines_as_for_one(
    tmp_path: Path,
) -> None:
    """What is asked before something is written does not grow with it."""
    asked = []
    with SqliteStore(tmp_path / "cases.db") as store:
        # With its first commit, a store gets its name.
        save(store, filed("first"))
        for notes in (1, 100):
            file = filed(f"case-{notes}", notes)
            with statements(store._connection) as found:
                save(store, file)
            asked.append(found["SELECT"])
    assert asked[0] == asked[1]
    # Where the stream stands, whether an id is taken, the last commit.
    assert asked[0] <= 4


def test_a_log_is_read_by_the_same_questions_however_long(tmp_path: Path) -> None:
    """Its lines, its end, and once whether it is sealed."""
    asked = []
    with SqliteStore(tmp_path / "cases.db") as store:
        for notes in (1, 100):
            save(store, filed(f"case-{notes}", notes))
            with store.read() as reader, statements(reader._connection) as found:
                reader.file(f"case-{notes}")
            asked.append(found["SELECT"])
    assert asked[0] == asked[1]


def test_a_store_is_opened_by_the_same_steps_however_full(
    make: Callable[[int], SqliteStore],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Opening reads no line, and no list."""
    connect = sqlite3.connect
    taken: list[int] = []

    def counting(*args: Any, **how: Any) -> sqlite3.Connection:
        connection: sqlite3.Connection = connect(*args, **how)
        connection.set_progress_handler(lambda: taken.append(1), 10)
        return connection

    counts = []
    for cases in (2, 100):
        make(cases).close()
        taken.clear()
        with monkeypatch.context() as patch:
            patch.setattr(sqlite3, "connect", counting)
            with SqliteStore(tmp_path / f"{cases}.db") as store, store.read():
                pass
        counts.append(len(taken))
    assert counts[0] > 0
    assert counts[1] <= counts[0] + 2
