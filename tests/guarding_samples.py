"""Stores for the tests of guards: of every kind, and a world to put into them.

A world is a list of steps, each of which is committed by itself. Left out of it what
somebody may not see, it makes the store that never held that.
"""

from __future__ import annotations

import sqlite3
from datetime import UTC, date, datetime
from functools import partial
from itertools import count
from typing import TYPE_CHECKING, Any, NamedTuple

from legalcase.access import Grant, Policy, Role, Wall
from legalcase.directory import Entry
from legalcase.errors import LegalCaseError, StorageError
from legalcase.kernel import Draft
from legalcase.model import CaseFile
from legalcase.ports import CaseQuery, DueQuery, LineQuery
from legalcase.storage import MemoryStore, PostgresStore, SqliteStore

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    import pytest

    from legalcase.storage import Store
    from postgres_database import Database

AT = datetime(2026, 6, 3, 12, tzinfo=UTC)
DAY = date(2026, 6, 3)
FIRST = date(2026, 1, 1)
ME = "person:associate"


_NUMBERS = count(1)


def _memory(_: pytest.FixtureRequest) -> Store:
    return MemoryStore()


def _postgres(request: pytest.FixtureRequest) -> Store:
    """Open a new schema, in a database that is the test's own."""
    database: Database = request.getfixturevalue("postgres_database")
    return PostgresStore(database.dsn, schema=f"cases_{next(_NUMBERS)}")


def _sqlite(journal: str) -> Callable[[pytest.FixtureRequest], Store]:
    def made(request: pytest.FixtureRequest) -> Store:
        places: pytest.TempPathFactory = request.getfixturevalue("tmp_path_factory")
        path = places.mktemp("cases") / f"{journal}.db"
        SqliteStore(path).close()
        connection = sqlite3.connect(path, isolation_level=None)
        connection.execute(f"PRAGMA journal_mode={journal}")
        connection.close()
        return SqliteStore(path)

    return made


#: Every kind of store, by its name: what makes an empty one for a test, each time anew.
STORES: dict[str, Callable[[pytest.FixtureRequest], Store]] = {
    "memory": _memory,
    "postgres": _postgres,
    "sqlite-delete": _sqlite("delete"),
    "sqlite-wal": _sqlite("wal"),
}


def with_logs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let any SQLite keep a write-ahead log: here, nobody else writes."""
    monkeypatch.setattr("legalcase.storage.sqlite.store.SAFE_WAL", (3, 0))


class Step(NamedTuple):
    """An event of a stream: the first one begins it."""

    stream: str
    event: Any
    event_id: str


def put(store: Store, steps: Iterable[Step], at: datetime = AT) -> None:
    """Record each step, in a commit of its own."""
    for step in steps:
        _put(store, step, at)


def put_some(store: Store, steps: Iterable[Step], at: datetime = AT) -> list[Step]:
    """Record each step that can follow, and return these."""
    done = []
    for step in steps:
        try:
            _put(store, step, at)
        except StorageError:
            raise
        except LegalCaseError:
            continue
        done.append(step)
    return done


def _put(store: Store, step: Step, at: datetime) -> None:
    stream, event, event_id = step
    draft = Draft(event, event_id=event_id)
    how: dict[str, Any] = {"by": "clerk", "at": at}
    with store.begin() as work:
        is_case = stream.startswith("case:")
        if not work._last(stream).number:
            how["ids"] = lambda _, name=event_id: name
            case_id = stream.partition(":")[2]
            file: Any = (
                CaseFile.open(event, case_id=case_id, **how)
                if is_case
                else Entry.open(event, entry_id=stream, **how)
            )
        elif is_case:
            file = work.file(stream.partition(":")[2]).record(draft, **how)
        else:
            file = work.entry(stream)
            if hasattr(event, "ground"):
                file = file.correct(event, **how)
            else:
                file = file.record(draft, **how)
        work.save(file)
        work.commit()


def policy(*walls: Wall, scope: str = "all", role: str = "lawyer") -> Policy:
    """What lets one person do everything, but for these walls."""
    actions = {
        "lawyer": ("read", "record", "open", "export", "erase"),
        "reader": ("read",),
    }
    return Policy(
        roles=tuple(Role(name=name, actions=what) for name, what in actions.items()),
        grants=(
            Grant(
                grant_id="g",
                who=ME,
                role=role,
                scope=scope,
                from_on=FIRST,
                granted_by="person:partner",
            ),
        ),
        walls=walls,
    )


def wall(*apart_from: str, wall_id: str = "w") -> Wall:
    """What keeps that person from cases, and from entries."""
    return Wall(
        wall_id=wall_id,
        who=(ME,),
        apart_from=apart_from,
        from_on=FIRST,
        ground="acted for it once",
    )


def all_of(reader: Any, query: Any, limit: int = 2) -> list[Any]:
    """All rows of a query, page by page."""
    rows: list[Any] = []
    after = None
    while True:
        page = reader.find(query, after=after, limit=limit)
        assert len(page.rows) == limit or page.next is None
        rows += page.rows
        after = page.next
        if after is None:
            return rows


def changes_of(reader: Any, limit: int = 2) -> list[Any]:
    """All that was committed, page by page."""
    rows: list[Any] = []
    cursor = None
    while True:
        page = reader.changes_since(cursor, limit=limit)
        rows += page.rows
        cursor = page.position
        if page.next is None:
            assert reader.changes_since(cursor).rows == ()
            return rows


def _asked(act: Callable[[], Any]) -> Any:
    try:
        return act()
    except LegalCaseError as error:
        return type(error), str(error), {**vars(error)}


def answers(
    reader: Any, streams: Iterable[str], queries: Iterable[Any]
) -> Iterator[tuple[str, Any]]:
    """Everything that can be asked of a reading; cursors and positions apart."""
    yield "ids", reader.ids()
    directory = reader.directory()
    yield "directory", [(one.entry_id, one.log, one.profile) for one in directory]
    yield "changes", changes_of(reader)
    for query in queries:
        yield f"find {query}", all_of(reader, query)
        yield f"count {query}", reader.count(query)
    for stream in streams:
        noun, _, name = stream.partition(":")
        yield f"events {stream}", _asked(partial(reader.events, stream))
        if noun == "case":
            yield f"get {stream}", _asked(partial(reader.get, name))
            yield f"file {stream}", _asked(partial(_file, reader, name))
        else:
            yield f"entry {stream}", _asked(partial(_entry, reader, stream))


def _file(reader: Any, case_id: str) -> Any:
    return reader.file(case_id).log


def _entry(reader: Any, stream: str) -> Any:
    one = reader.entry(stream)
    return one.log, one.version, one.base, one.profile


def queries(
    people: Iterable[str], courts: Iterable[str], tags: Iterable[str], word: str
) -> list[Any]:
    """Queries of every kind, by each field."""
    found: list[Any] = [CaseQuery(), DueQuery(is_open=None), LineQuery()]
    found += [CaseQuery(text=word), LineQuery(text=word)]
    found += [CaseQuery(due_from=FIRST), CaseQuery(status="open")]
    for name in people:
        found += [
            CaseQuery(participant=name),
            CaseQuery(client=name),
            CaseQuery(assignee=name),
            DueQuery(assignee=name),
        ]
    found += [CaseQuery(court=court) for court in courts]
    found += [LineQuery(tags=(tag,)) for tag in tags]
    found += [DueQuery(what=what) for what in ("deadline", "hearing", "task")]
    return found
