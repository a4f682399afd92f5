"""Units of work go on side by side, and none loses what another has kept."""

from __future__ import annotations

import multiprocessing
import threading
from functools import partial
from typing import TYPE_CHECKING, Any

import psycopg
import pytest

from legalcase.directory import AddressGiven
from legalcase.errors import (
    CaseExistsError,
    ConflictError,
    StaleCaseError,
    StorageError,
)
from legalcase.ports import AppendCondition, CaseQuery, LineQuery
from legalcase.storage.postgres import PostgresStore
from legalcase.storage.postgres.schema import making
from legalcase.testing.store_helpers import (
    DAY,
    noted,
    opened,
    same_log,
    together,
)
from people_samples import after, person
from postgres_writer import write_notes
from stored_samples import changed, stored_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from legalcase.model import CaseFile
    from legalcase.storage import Work
    from legalcase.storage.postgres.connections.session import Session
    from postgres_database import Database

ISOLATIONS = ("snapshot", "serializable")


@pytest.fixture(name="make")
def _make(postgres_database: Database) -> Iterator[Callable[..., PostgresStore]]:
    """Makes stores of one schema, which are closed at the end."""
    made: list[PostgresStore] = []

    def make(**how: Any) -> PostgresStore:
        made.append(PostgresStore(postgres_database.dsn, **how))
        return made[-1]

    yield make
    for store in made:
        store.close()


@pytest.mark.slow
@pytest.mark.parametrize("isolation", ISOLATIONS)
def test_processes_lose_nothing(
    make: Callable[..., PostgresStore], postgres_database: Database, isolation: str
) -> None:
    """Each of four adds ten notes to one case, and all forty are there."""
    store = make()
    stored_file(store, opened("case-1"))
    spawn = multiprocessing.get_context("spawn")
    writers = [
        spawn.Process(
            target=write_notes, args=(postgres_database.dsn, f"w{n}", isolation, 10)
        )
        for n in range(4)
    ]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert [writer.exitcode for writer in writers] == [0] * 4
    with store.read() as reader:
        case = reader.get("case-1")
    assert len({note.note_id for note in case.notes}) == 40
    assert case.version == 41
    assert store.verify() == ()


@pytest.mark.parametrize("isolation", ISOLATIONS)
def test_threads_on_cases_of_their_own_do_not_disturb_each_other(
    make: Callable[..., PostgresStore], isolation: str
) -> None:
    """They share one store, and one row counts their commits without a gap."""
    store = make(isolation=isolation)

    def save(file: CaseFile, work: Work) -> None:
        work.save(file)

    def write(name: str) -> None:
        for number in range(5):
            store.run(partial(save, opened(f"{name}-{number}")), attempts=200)

    assert together(*(lambda n=n: write(f"t{n}") for n in range(4))) == []
    assert store.verify() == ()
    with store.read() as reader:
        assert len(reader.ids()) == 20
        changes = reader.changes_since(None)
    assert len(changes.rows) == 20


def test_of_stores_that_are_made_at_once_there_is_one(
    postgres_database: Database,
) -> None:
    """Eight come to an empty database; one makes the tables, all use them."""
    start = threading.Barrier(8)

    def make(number: int) -> None:
        start.wait()
        with PostgresStore(postgres_database.dsn) as store:
            stored_file(store, opened(f"case-{number}"))

    assert together(*(lambda n=n: make(n) for n in range(8))) == []
    with PostgresStore(postgres_database.dsn) as store, store.read() as reader:
        assert len(reader.ids()) == 8
        assert reader.verify() == ()


def test_tables_that_another_made_just_before_are_taken(
    postgres_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever looked before they were there, and makes them after, looks again."""
    with PostgresStore(postgres_database.dsn) as store:
        stored_file(store, opened("case-1"))
    looked: list[bool] = []
    look = making._is_made

    def looking(session: Session) -> bool:
        looked.append(look(session) and bool(looked))
        return looked[-1]

    monkeypatch.setattr(making, "_is_made", looking)
    with PostgresStore(postgres_database.dsn) as store, store.read() as reader:
        assert reader.ids() == ("case-1",)
    assert looked == [False, True]


def test_units_on_other_cases_are_kept_side_by_side(
    make: Callable[..., PostgresStore],
) -> None:
    """Also in one thread: none waits for another, and none is turned away."""
    store = make()
    first, second = stored_file(store, opened("a")), stored_file(store, opened("b"))
    with store.begin() as one, store.begin() as other:
        one.save(noted(first, "first"))
        other.save(noted(second, "second"))
        assert other.get("b").version == 2
        assert other.get("a").version == 1
        one.commit()
        # What was committed meanwhile is not seen in the middle of a unit.
        assert other.get("a").version == 1
        other.commit()
    assert store.verify() == ()


def test_who_comes_second_is_told_who_was_first(
    make: Callable[..., PostgresStore],
) -> None:
    """With the numbers, where both began before; and such a unit has failed."""
    store = make()
    file = stored_file(store, opened("case-1"))
    with store.begin() as late:
        late.save(noted(file, "late"))
        stored_file(store, noted(file, "first"))
        with pytest.raises(StaleCaseError) as caught:
            late.commit()
        with pytest.raises(StorageError, match="has failed"):
            late.ids()
    error = caught.value
    assert (error.case_id, error.expected, error.found) == ("case-1", 1, 2)


@pytest.mark.parametrize("isolation", ISOLATIONS)
def test_two_that_read_what_they_wrote_are_told_as_well(
    make: Callable[..., PostgresStore], isolation: str
) -> None:
    """What was written for reading holds nobody up once it is over."""
    store = make(isolation=isolation)
    file = stored_file(store, opened("case-1"))
    with store.begin() as late:
        late.save(noted(file, "late"))
        stored_file(store, noted(file, "first"))
        with pytest.raises((StaleCaseError, ConflictError)):
            late.get("case-1")
        with pytest.raises(StorageError, match="has failed"):
            late.commit()
    with store.read() as reader:
        assert reader.get("case-1").version == 2


def test_of_two_that_open_one_case_the_second_can_look_again(
    make: Callable[..., PostgresStore],
) -> None:
    """It is a race that `run` runs again; then the case is there."""
    store = make()
    with store.begin() as late:
        late.save(opened("case-1", "Late"))
        stored_file(store, opened("case-1", "First"))
        with pytest.raises(ConflictError):
            late.commit()
    with pytest.raises(CaseExistsError):
        store.run(lambda work: work.save(opened("case-1", "Late")))


def test_one_id_of_an_event_is_given_once(make: Callable[..., PostgresStore]) -> None:
    """Of two that give it at once in different cases, one is turned away."""
    store = make()
    one, other = opened("a"), opened("b")
    clash = [changed(other.log[0], event_id=one.log[0].event_id)]
    with store.begin() as late:
        late.append(clash, expected={"case:b": 0})
        stored_file(store, one)
        with pytest.raises(ConflictError):
            late.commit()
    with store.begin() as work, pytest.raises(StorageError, match="already"):
        work.append(clash, expected={"case:b": 0})
    assert store.verify() == ()


@pytest.mark.parametrize("isolation", ISOLATIONS)
def test_a_condition_holds_up_to_the_commit(
    make: Callable[..., PostgresStore], isolation: str
) -> None:
    """What matches and comes between the look and the commit turns the unit away."""
    store = make(isolation=isolation)
    stored_file(store, opened("a"))
    notes = LineQuery(tags=("kind:note-added",))
    with store.read() as reader:
        unless = AppendCondition(notes, after=reader.find(notes).position)
        file = reader.file("a")
    stored_file(store, opened("b"))  # matches nothing
    with store.begin() as work:
        work.save(noted(file, "kept"), unless=unless)
        work.commit()
    with store.read() as reader:
        seen = reader.find(notes)
        now, other = reader.file("a"), reader.file("b")
    assert [row.stream for row in seen.rows] == ["case:a"]
    unless = AppendCondition(notes, after=seen.position)
    with store.begin() as late:
        late.save(noted(other, "late"), unless=unless)
        stored_file(store, noted(now, "x"))
        with pytest.raises(ConflictError):
            late.commit()
    with store.begin() as work, pytest.raises(ConflictError):
        work.save(noted(other, "late"), unless=unless)


def test_conditions_let_one_of_many_through(
    make: Callable[..., PostgresStore],
) -> None:
    """Eight threads each add a note unless there is one; there is one afterwards."""
    store = make(pool_size=10)
    for number in range(8):
        stored_file(store, opened(f"case-{number}"))
    notes = LineQuery(tags=("kind:note-added",))
    with store.read() as reader:
        unless = AppendCondition(notes, after=reader.find(notes).position)
    start = threading.Barrier(8)

    def add(number: int) -> None:
        with store.begin() as work:
            file = noted(work.file(f"case-{number}"), "only")
            start.wait()
            work.save(file, unless=unless)
            work.commit()

    failures = together(*(lambda n=n: add(n) for n in range(8)))
    assert [type(each) for each in failures] == [ConflictError] * 7
    with store.read() as reader:
        assert len(reader.find(notes).rows) == 1


def test_nobody_is_erased_whom_a_new_hold_names(
    make: Callable[..., PostgresStore],
) -> None:
    """A hold that comes while somebody is erased is not passed over."""
    store = make()
    with store.begin() as work:
        work.save(person())
        work.commit()
    file = stored_file(store, opened("case-1"))
    with store.begin() as work:
        work.erase("person:roe")
        stored_file(store, noted(file, "anything"))
        with pytest.raises(ConflictError):
            work.commit()
    with store.begin() as work:
        work.erase("person:roe")
        work.commit()
    assert store.verify() == ()
    with store.begin() as work, pytest.raises(StorageError, match="not given again"):
        work.save(person())


def test_what_is_appended_to_whom_was_erased_is_turned_away(
    make: Callable[..., PostgresStore],
) -> None:
    """Whichever of both is committed first."""
    store = make()
    entry = person()
    moved = AddressGiven(address_id="a", sort="post", text="x", happened_on=DAY)
    with store.begin() as work:
        work.save(entry)
        work.commit()
    with store.begin() as late, store.begin() as erasing:
        late.save(after(entry.saved(), moved))
        erasing.erase("person:roe")
        erasing.commit()
        with pytest.raises(StorageError):
            late.commit()
    assert store.verify() == ()


def test_while_lists_are_made_anew_nobody_commits(
    make: Callable[..., PostgresStore],
) -> None:
    """Whoever comes waits, and what he brings stands in the lists."""
    store = make(patience=20)
    for number in range(3):
        stored_file(store, opened(f"case-{number}"))
    writers: list[threading.Thread] = []
    failures: list[BaseException] = []

    def come(done: int, _: int) -> None:
        if done == 1:
            save = lambda: stored_file(store, opened("late"))  # noqa: E731 - for a thread
            writer = threading.Thread(target=lambda: failures.extend(together(save)))
            writer.start()
            writer.join(0.2)
            assert writer.is_alive()
            writers.append(writer)

    assert store.rebuild(progress=come) == 3
    writers[0].join()
    assert failures == []
    assert store.verify() == ()
    with store.read() as reader:
        assert len(reader.find(CaseQuery()).rows) == 4


def test_readers_wait_for_nobody(
    make: Callable[..., PostgresStore], postgres_database: Database
) -> None:
    """Also while somebody holds the row that counts, and a line that is not kept."""
    store = make(patience=0.2)
    file = stored_file(store, opened("case-1"))
    with psycopg.connect(postgres_database.dsn) as theirs:
        theirs.execute("UPDATE legalcase.counter SET position = position + 0")
        theirs.execute("UPDATE legalcase.head SET count = count")
        with store.read() as reader:
            same_log(file.log, reader.events("case:case-1"))
            assert reader.verify() == ()
        # Who writes waits, and says so in the end.
        with store.begin() as work:
            work.save(noted(file, "n"))
            with pytest.raises(StorageError, match="kept busy"):
                work.commit()
    stored_file(store, noted(file, "n"))


def test_a_reading_is_of_one_state(make: Callable[..., PostgresStore]) -> None:
    """What is committed meanwhile is not seen, from its beginning to its end."""
    store = make()
    file = stored_file(store, opened("case-1"))
    with store.read() as reader:
        stored_file(store, noted(file, "n"))
        stored_file(store, opened("case-2"))
        assert reader.ids() == ("case-1",)
        assert reader.get("case-1").version == 1
        page = reader.changes_since(None)
        assert len(page.rows) == 1
    with store.read() as reader:
        assert len(reader.changes_since(page.position).rows) == 2
