"""Asking: short ways to what the protocol of a store gives, and nothing beyond it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from legalcase.directory.entry import Entry
from legalcase.directory.events import NameChanged, PersonAdded
from legalcase.directory.name import Name
from legalcase.errors import ConflictError, StaleCaseError
from legalcase.kernel.lines.recorded import Draft
from legalcase.ports.queries import CaseQuery
from legalcase.storage.loading import load, load_file, save
from legalcase.testing.fixed_ids import FixedIds
from legalcase.testing.store_helpers import DAY, NOON, noted

if TYPE_CHECKING:
    from legalcase.kernel.lines.recorded import Recorded
    from legalcase.model.case import Case
    from legalcase.model.case_file import CaseFile
    from legalcase.ports.queries import DueQuery, LineQuery
    from legalcase.ports.rows import Committed
    from legalcase.ports.stores import CaseStore, Reader

__all__ = [
    "ROE",
    "case_ids",
    "case_of",
    "changes",
    "changes_in",
    "entry",
    "entry_of",
    "erased",
    "file_of",
    "found",
    "log_of",
    "put",
    "renamed",
    "rows",
    "save_note",
    "seen",
    "stored",
]

ROE = "person:roe"

#: How many pages there can be, and how often others can be faster.
_MOST = 1_000
_ENDLESS = "page follows on page, and there is no last one"


def put(store: CaseStore, *files: CaseFile | Entry) -> None:
    """Save files and entries in a unit of work of their own."""
    with store.begin() as work:
        save(work, *files)
        work.commit()


def stored(store: CaseStore, file: CaseFile) -> CaseFile:
    """Save a file, and return it as it is then."""
    put(store, file)
    return file.saved()


def log_of(store: CaseStore, stream: str = "case:case-1") -> tuple[Recorded, ...]:
    """Return a log, in a reading of its own."""
    with store.read() as reader:
        return reader.events(stream)


def case_of(store: CaseStore, case_id: str = "case-1") -> Case:
    """Return a case, in a reading of its own."""
    with store.read() as reader:
        return load(reader, None, case_id)


def file_of(store: CaseStore, case_id: str = "case-1") -> CaseFile:
    """Return the file of a case, in a reading of its own."""
    with store.read() as reader:
        return load_file(reader, None, case_id)


def rows(
    reader: Reader, query: CaseQuery | DueQuery | LineQuery, limit: int = 100
) -> list[Any]:
    """Return all that a query finds, page after page."""
    got: list[Any] = []
    after: str | None = None
    for _ in range(_MOST):
        page: Any = reader.find(query, after=after, limit=limit)
        got += page.rows
        after = page.next
        if after is None:
            return got
    raise AssertionError(_ENDLESS)


def found(
    store: CaseStore, query: CaseQuery | DueQuery | LineQuery, limit: int = 100
) -> list[Any]:
    """Return all that a query finds, in a reading of its own."""
    with store.read() as reader:
        return rows(reader, query, limit)


def case_ids(place: CaseStore | Reader) -> tuple[str, ...]:
    """Return the ids of all cases, of a store or of what reads in it."""
    find = getattr(place, "find", None)
    if find is None:
        with place.read() as reader:  # type: ignore[union-attr]  # what does not find
            return case_ids(reader)
    return tuple(row.case_id for row in rows(place, CaseQuery()))  # type: ignore[arg-type]  # it finds


def seen(store: CaseStore) -> str:
    """Return the cursor of all that is committed now."""
    return changes(store)[1]


def changes_in(
    reader: Reader, cursor: str | None = None, limit: int = 100
) -> tuple[list[Committed], str]:
    """Return what was committed after a cursor, and the cursor of the last page."""
    got: list[Committed] = []
    for _ in range(_MOST):
        page = reader.changes_since(cursor, limit=limit)
        got += page.rows
        if page.next is None:
            return got, page.position
        cursor = page.next
    raise AssertionError(_ENDLESS)


def changes(
    store: CaseStore, cursor: str | None = None, limit: int = 100
) -> tuple[list[Committed], str]:
    """Return what was committed after a cursor, in a reading of its own."""
    with store.read() as reader:
        return changes_in(reader, cursor, limit)


def save_note(store: CaseStore, note_id: str, case_id: str = "case-1") -> None:
    """Save a note on the newest version, however often that takes."""
    for _ in range(_MOST):
        try:
            put(store, noted(file_of(store, case_id), note_id))
        except (StaleCaseError, ConflictError):
            continue
        return
    msg = "whoever looks again when others were faster is never through"
    raise AssertionError(msg)


def entry(entry_id: str = ROE, family: str = "Roe") -> Entry:
    """Return a new entry of the directory, not saved yet."""
    event = PersonAdded(name=Name(given="Jane", family=family), happened_on=DAY)
    ids = FixedIds(f"{entry_id}/")
    return Entry.open(event, entry_id=entry_id, by="clerk", at=NOON, ids=ids)


def renamed(one: Entry, family: str = "Doe") -> Entry:
    """Return an entry with one more line."""
    event = NameChanged(name=Name(given="Jane", family=family), happened_on=DAY)
    draft = Draft(event, event_id=f"{one.entry_id}/{family}")
    return one.record(draft, by="clerk", at=NOON)


def entry_of(store: CaseStore, entry_id: str = ROE) -> Entry:
    """Return an entry of the directory, in a reading of its own."""
    return Entry.of_log(log_of(store, entry_id))


def erased(store: CaseStore, entry_id: str = ROE) -> None:
    """Erase an entry in a unit of work of its own."""
    with store.begin() as work:
        work.erase(entry_id)
        work.commit()
