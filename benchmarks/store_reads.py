"""What lists, loading and opening cost beside what they rest on: ratios alone.

Part of `make bench`. An agenda over all cases is held against one statement of SQL
that fetches the same columns by the same index; a case that is loaded against reading
its snapshot; a store of a million lines against one of a thousand.
"""

from __future__ import annotations

import gc
import sqlite3
import statistics
import time
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from stocked import FIRST_DAY, LAST_DAY, Shape, a_case, name_of, stocked

from legalcase.codec.snapshots import folded_of
from legalcase.dates import own_day
from legalcase.model import Model, NoteAdded
from legalcase.ports import DueQuery
from legalcase.storage import SqliteStore, load
from legalcase.storage.projecting import DUE_COLUMNS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

__all__ = ["PERIODS", "agenda", "agenda_of", "loading", "opening"]

#: Of each period its name, its first day and its last.
PERIODS: Final = (
    ("a week", FIRST_DAY + timedelta(days=100), FIRST_DAY + timedelta(days=106)),
    ("a month", FIRST_DAY + timedelta(days=100), FIRST_DAY + timedelta(days=130)),
    ("all", FIRST_DAY, LAST_DAY),
)
_COLUMNS: Final = ", ".join(f'"{name}"' for name in DUE_COLUMNS)
_QUERY: Final = (
    f"SELECT {_COLUMNS} FROM due_row WHERE is_open = 1 AND day BETWEEN ? AND ? "  # noqa: S608 - names of ours
    "ORDER BY day, stream, what, item_id"
)


def _ratio(
    turn: Callable[[], object], other: Callable[[], object], rounds: int
) -> float:
    turn(), other()
    found = []
    for number in range(rounds):
        pair = (turn, other) if number % 2 else (other, turn)
        seconds = {}
        for one in pair:
            gc.collect()
            gc.disable()
            before = time.process_time()
            one()
            seconds[one] = time.process_time() - before
            gc.enable()
        found.append(seconds[turn] / seconds[other])
    return statistics.median(found)


def agenda_of(store: SqliteStore, first: date, last: date, limit: int = 1_000) -> int:
    """Read what is due in a period, page by page; return how much it is."""
    query = DueQuery(due_from=first, due_until=last)
    number, after = 0, None
    with store.read() as reader:
        while True:
            page = reader.find(query, after=after, limit=limit)
            number += len(page.rows)
            after = page.next
            if after is None:
                return number


def agenda(folder: Path, cases: int, rounds: int = 9) -> dict[str, float]:
    """Return, for each period, what an agenda costs beside the statement alone.

    Of each, also that after a change: one more line of one case, committed, and the
    agenda anew, on both sides.
    """
    path = folder / "agenda.db"
    stocked(path, cases, Shape(10, 0))
    found: dict[str, float] = {}
    with SqliteStore(path) as store:
        other = sqlite3.connect(path)
        for name, first, last in PERIODS:
            days = (first.isoformat(), last.isoformat())

            def by_hand(days: tuple[str, str] = days) -> int:
                return len(other.execute(_QUERY, days).fetchall())

            def ours(first: date = first, last: date = last) -> int:
                return agenda_of(store, first, last)

            if by_hand() != ours():
                raise SystemExit(1)
            found[name] = _ratio(ours, by_hand, rounds)
            changed = []
            for number in range(rounds):
                _change(store, name_of(1 + number % cases))
                # Both sides find a file that somebody has just written to.
                changed.append(_ratio_once(ours, by_hand))
            found[f"{name}, after a change"] = statistics.median(changed)
        other.close()
    return found


def _ratio_once(turn: Callable[[], object], other: Callable[[], object]) -> float:
    before = time.process_time()
    other()
    between = time.process_time()
    turn()
    return (time.process_time() - between) / (between - before)


def _change(store: SqliteStore, case_id: str) -> None:
    """Append a line to a case."""
    with store.begin() as work:
        file = work.file(case_id)
        at = file.case.recorded_at
        note = NoteAdded(
            note_id=f"n{len(file.log)}", text="Called.", happened_on=own_day(at)
        )
        work.save(file.record(note, by="clerk", at=at))
        work.commit()


def loading(folder: Path, lines: int, rounds: int = 9) -> float:
    """Return what loading a long case costs beside reading its snapshot."""
    path = folder / f"long-{lines}.db"
    file = a_case(Shape(lines // 5, lines - lines // 5 - 2))
    with SqliteStore(path) as store, store.begin() as work:
        work.save(file)
        work.commit()
    stream, model = file.log[-1].stream, Model.core()
    with sqlite3.connect(path) as connection:
        number, text = connection.execute(
            "SELECT number, body FROM snapshot WHERE stream = ?", (stream,)
        ).fetchone()
    connection.close()
    with SqliteStore(path) as store:

        def whole() -> object:
            with store.read() as reader:
                return load(reader, None, file.case.case_id)

        return _ratio(
            whole,
            lambda: folded_of(text, model, stream=stream, number=number),
            rounds,
        )


def opening(small: Path, large: Path, rounds: int = 15) -> float:
    """Return what it costs to open a large store, begin to read and close, by small."""

    def turn(path: Path) -> Callable[[], None]:
        def opened() -> None:
            with SqliteStore(path) as store, store.read():
                pass

        return opened

    return _ratio(turn(large), turn(small), rounds)
