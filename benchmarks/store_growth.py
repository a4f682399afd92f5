"""How storage grows, from a thousand lines to a million: writes a page of the docs.

Run as `make growth`. Nothing on the page is a time: each figure is what something
costs in a larger store beside the same in the smallest one, or for one line of it. It
takes some minutes and 2 GB of disk.
"""

from __future__ import annotations

import gc
import sqlite3
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final

from stocked import FIRST_DAY, Shape, a_case, name_of, stocked
from store_reads import agenda_of

from legalcase.dates import own_day
from legalcase.model import NoteAdded
from legalcase.ports import CaseQuery, DueQuery
from legalcase.storage import SqliteStore, SystemClock, load

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date

    from legalcase.model import CaseFile

PAGE: Final = (
    Path(__file__).resolve().parent.parent
    / "docs"
    / "explanation"
    / "how-storage-grows.md"
)
SHAPE: Final = Shape(5, 3)
SIZES: Final = (1_000, 10_000, 100_000, 1_000_000)
LOGS: Final = (1_000, 10_000, 100_000)
ROUNDS: Final = 5
#: Verifying a million lines takes minutes: once is enough to see how it grows.
LONG: Final = 1.0


def best(turn: Callable[[], object]) -> float:
    """Return the least seconds of work of a turn: what is more was done for others."""
    found = float("inf")
    for _ in range(ROUNDS):
        gc.collect()
        before = time.process_time()
        turn()
        found = min(found, time.process_time() - before)
        if found > LONG:
            break
    return found


def in_store(path: Path, lines: int) -> Iterator[tuple[str, float]]:
    """Yield what things cost in a store of so many lines, in seconds."""
    cases = lines // SHAPE.lines
    some = [name_of(1 + each * 7919 % cases) for each in range(20)]
    week = FIRST_DAY + timedelta(days=100)
    with SqliteStore(path) as store:
        yield (
            "read a file, append an event, commit",
            best(lambda: _appended(store, some)),
        )
        yield "load a case", best(lambda: _loaded(store, some))
        yield (
            "find a case by its number",
            best(lambda: _found(store, [CaseQuery(number=f"3:26-{n}") for n in some])),
        )
        yield (
            "find the cases of a participant",
            best(
                lambda: _found(store, [CaseQuery(participant=f"p-{n}") for n in some])
            ),
        )
        yield (
            "find a word that stands in one case",
            best(lambda: _found(store, [CaseQuery(text=n) for n in some])),
        )
        yield (
            "find a word that stands in every case: a page of 100",
            best(lambda: _found(store, [CaseQuery(text="schedule")])),
        )
        yield (
            "open cases: a page of 100",
            best(lambda: _found(store, [CaseQuery(status="active")])),
        )
        yield (
            "what is due: a page of 100",
            best(lambda: _found(store, [DueQuery(due_from=week)])),
        )
        yield (
            "agenda of a week, all pages",
            best(lambda: agenda_of(store, week, week + timedelta(days=6))),
        )
        yield (
            "agenda of a week, for each row",
            best(lambda: agenda_of(store, week, week + timedelta(days=6)))
            / agenda_of(store, week, week + timedelta(days=6)),
        )
        yield "the last changes: a page", best(lambda: _changes(store))
        yield "open, begin to read, close", best(lambda: _opened(path))
        yield "verify, for each line", best(store.verify) / lines


def _appended(store: SqliteStore, names: Sequence[str]) -> None:
    for name in names:
        with store.begin() as work:
            file = work.file(name)
            at = file.case.recorded_at
            work.save(file.record(_note(own_day(at)), by="clerk", at=at))
            work.commit()


def _loaded(store: SqliteStore, names: Sequence[str]) -> None:
    for name in names:
        with store.read() as reader:
            load(reader, None, name)


def _found(store: SqliteStore, queries: Sequence[Any]) -> None:
    with store.read() as reader:
        for query in queries:
            if not reader.find(query).rows:
                raise SystemExit(repr(query))


def _changes(store: SqliteStore) -> None:
    with store.read() as reader:
        seen = reader.find(CaseQuery(), limit=1).position
        reader.changes_since(seen)


def _opened(path: Path) -> None:
    with SqliteStore(path) as store, store.read():
        pass


def of_log(folder: Path, lines: int) -> Iterator[tuple[str, float]]:
    """Yield what things cost with a case of so many lines, in seconds."""
    path = folder / f"log-{lines}.db"
    file = a_case(Shape(lines // 5, lines - lines // 5 - 2))
    name = file.case.case_id
    with SqliteStore(path) as store:
        _kept(store, file)
        with sqlite3.connect(path) as connection:
            bytes_ = connection.execute("SELECT sum(length(body)) FROM snapshot")
            size = float(bytes_.fetchone()[0])
        connection.close()

        def whole() -> None:
            with store.read() as reader:
                reader.file(name)

        yield "load it, from its snapshot", best(lambda: _loaded(store, [name]))
        yield "bytes of its snapshot", size
        yield "its file, with the whole log", best(whole)
        yield "its file, for each line", best(whole) / lines
        grown = [file.saved()]

        def more() -> None:
            event = _note(FIRST_DAY)
            file = grown[0].record(event, by="clerk", at=file_at)
            _kept(store, file)
            grown[0] = file.saved()

        file_at = datetime(FIRST_DAY.year, FIRST_DAY.month, FIRST_DAY.day, tzinfo=UTC)
        more()
        yield "append an event to a file at hand, commit", best(more)


def _kept(store: SqliteStore, file: CaseFile) -> None:
    with store.begin() as work:
        work.save(file)
        work.commit()


def _note(day: date) -> NoteAdded:
    """Return a note that no case has yet."""
    name = f"n{time.perf_counter_ns()}"
    return NoteAdded(note_id=name, text="Called.", happened_on=day)


def rows_of(found: Sequence[Sequence[tuple[str, float]]]) -> list[str]:
    """Return the rows of a table: each figure beside the first of its row."""
    rows = []
    for row in zip(*found, strict=True):
        first = row[0][1]
        figures = " | ".join(_shown(seconds / first) for _, seconds in row)
        rows.append(f"| {row[0][0]} | {figures} |")
    return rows


def _shown(ratio: float) -> str:
    return f"{ratio:.1f}" if ratio < 10 else f"{ratio:,.0f}"  # noqa: PLR2004 - one digit


def _table(what: str, sizes: Sequence[int], rows: Sequence[str]) -> str:
    head = " | ".join(f"{size:,}" for size in sizes)
    return "\n".join(
        [f"| {what} | {head} |", f"|---|{'---:|' * len(sizes)}", *rows, ""]
    )


def _begun(title: str) -> tuple[str, str]:
    """Return what stands on the page before a table, and what stands behind it."""
    page = PAGE.read_text(encoding="utf-8")
    before, _, rest = page.partition(f"<!-- {title} -->\n")
    _, _, after = rest.partition("<!-- end -->\n")
    return before + f"<!-- {title} -->\n", "<!-- end -->\n" + after


def _put(title: str, text: str) -> None:
    before, after = _begun(title)
    PAGE.write_text(before + text + after, encoding="utf-8")


def main() -> int:
    """Measure everything, and put it on the page."""
    with TemporaryDirectory(dir=sys.argv[1] if sys.argv[1:] else None) as name:
        folder = Path(name)
        stores, logs = [], []
        for lines in SIZES:
            path = folder / f"{lines}.db"
            stocked(path, lines // SHAPE.lines, SHAPE)
            stores.append(list(in_store(path, lines)))
            path.unlink()
            print(lines, stores[-1], flush=True)
            if lines in LOGS:
                logs.append(list(of_log(folder, lines)))
                print(lines, logs[-1], flush=True)
    day = SystemClock().now().date()
    python = ".".join(map(str, sys.version_info[:2]))
    said = f"Measured on {day}, SQLite {sqlite3.sqlite_version}, Python {python}."
    _put("measured", f"{said}\n")
    _put("stores", _table("lines in the store", SIZES, rows_of(stores)))
    _put("logs", _table("lines in the case", LOGS, rows_of(logs)))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
