"""Lists of others: kept in the transaction of the lines, and right, or refused."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

import psycopg
import pytest
from psycopg.conninfo import conninfo_to_dict

from guarding_samples import AT, DAY, ME, Step, policy, put, wall
from legalcase.errors import (
    ConflictError,
    DecodeError,
    InvalidTypeError,
    InvalidValueError,
    StorageError,
    UnknownNameError,
)
from legalcase.model import CaseFile, CaseOpened, Model, NoteAdded
from legalcase.ports import CaseQuery, ProjectedRow, ProjectionQuery
from legalcase.practice import TEAM
from legalcase.practice.team import Assigned
from legalcase.storage import MemoryStore, SqliteStore, copy_store, open_store
from legalcase.storage.own.marks import Mark, mark_of, moved
from legalcase.storage.own.marks import Step as Taken
from legalcase.storage.postgres import PostgresStore
from sealing_samples import sealer
from store_samples import CANARY, load, new_file, noted, save

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from legalcase.model import Case
    from legalcase.storage import Store
    from postgres_database import Database

NAME = "acme/notes"


class Notes:
    """Each note of a case by its id, with how long it is."""

    name = NAME

    def __init__(self, version: int = 1) -> None:
        self.version = version

    def rows(self, case: Case) -> Mapping[str, Mapping[str, Any]]:
        """Return the notes; of a later version, of which version they are as well."""
        more = {"version": self.version} if self.version > 1 else {}
        return {
            note.note_id: {"letters": len(note.text), "title": [case.caption], **more}
            for note in case.notes
        }


class Faulty:
    """Gives whatever it is told to."""

    name = "acme/faulty"
    version = 1

    def __init__(self, act: Callable[[Case], Any]) -> None:
        self.rows = act


class House:
    """A place where stores are opened again and again; of memory, there is but one."""

    def __init__(self, kind: str, open_: Callable[..., Store]) -> None:
        self.kind = kind
        self._open = open_
        self._stores: list[Store] = []

    def open(self, *projections: Any, **how: Any) -> Store:
        """Open a store that is closed with the house."""
        store = self._open(projections=projections, **how)
        self._stores.append(store)
        return store

    def close(self) -> None:
        """Close all stores."""
        for store in self._stores:
            store.close()


def _house(kind: str, request: pytest.FixtureRequest, folder: Path) -> House:
    if kind == "memory":
        return House(kind, MemoryStore)
    if kind == "sqlite":
        return House(kind, lambda **how: SqliteStore(folder / "cases.db", **how))
    database: Database = request.getfixturevalue("postgres_database")
    return House(kind, lambda **how: PostgresStore(database.dsn, **how))


@pytest.fixture(name="house", params=["memory", "sqlite", "postgres"])
def _any(request: pytest.FixtureRequest, tmp_path: Path) -> Any:
    house = _house(request.param, request, tmp_path)
    yield house
    house.close()


@pytest.fixture(name="lasting", params=["sqlite", "postgres"])
def _lasting(request: pytest.FixtureRequest, tmp_path: Path) -> Any:
    house = _house(request.param, request, tmp_path)
    yield house
    house.close()


def raw(house: House, tmp_path: Path, request: Any, statement: str) -> None:
    """Do to what is stored what anybody can do."""
    if house.kind == "sqlite":
        with closing(sqlite3.connect(tmp_path / "cases.db")) as connection, connection:
            connection.execute(statement)
        return
    dsn = request.getfixturevalue("postgres_database").dsn
    with psycopg.connect(dsn) as theirs:
        theirs.execute("SET search_path TO legalcase")
        theirs.execute(statement.encode())


def found(store: Any, **asked: Any) -> list[ProjectedRow]:
    """All rows of the list, in pages of two."""
    rows: list[ProjectedRow] = []
    after = None
    query = ProjectionQuery(asked.pop("name", NAME), **asked)
    with store.read() as reader:
        while True:
            page = reader.find(query, after=after, limit=2)
            rows += page.rows
            after = page.next
            if after is None:
                assert reader.count(query) == len(rows)
                return rows


def naive(store: Store, projection: Any) -> list[ProjectedRow]:
    """What the list has to say, by the cases themselves."""
    with store.read() as reader:
        rows = [
            ProjectedRow(case_id, key, dict(data))
            for case_id in reader.ids()
            for key, data in projection.rows(reader.get(case_id)).items()
        ]
    return sorted(rows, key=lambda row: (row.key, row.case_id))


def retracted(store: Store, note_id: str) -> None:
    """Take back a note: its row goes."""
    file = load(store)
    line = next(
        each
        for each in file.log
        if isinstance(each.event, NoteAdded) and each.event.note_id == note_id
    )
    at = file.case.recorded_at
    save(store, file.retract(line.event_id, ground="wrong", by="A. Clerk", at=at))


def test_a_list_says_what_the_cases_say(house: House) -> None:
    """After each commit, and whatever is taken back; rows come by key and case."""
    store = house.open(Notes())
    assert found(store) == []
    save(store, new_file("b"), new_file("a"))
    save(store, new_file())
    assert found(store) == naive(store, Notes())
    assert [(row.key, row.case_id) for row in found(store)][:4] == [
        ("note-1", "a"),
        ("note-1", "b"),
        ("note-1", "case-1"),
        ("note-2", "a"),
    ]
    save(store, noted(load(store), "note-3", 7))
    retracted(store, "note-1")
    assert found(store) == naive(store, Notes())
    assert [row.key for row in found(store, case_id="case-1")] == ["note-2", "note-3"]
    assert [row.case_id for row in found(store, key_from="note-2", key_until="note-2")]
    assert {row.key for row in found(store, key_until="note-1")} == {"note-1"}
    assert found(store, case_id="c\0") == found(store, key_from="o") == []
    assert store.verify() == ()
    assert store.catch_up() == 0


def test_rows_are_kept_or_rolled_back_with_the_lines(house: House) -> None:
    """Nobody sees the one without the other; the unit itself sees both."""
    store = house.open(Notes())
    save(store, new_file())
    before = found(store)
    file = load(store)
    with store.begin() as work:
        work.save(noted(file, "note-9"))
        page = work.find(ProjectionQuery(NAME))
        assert [row.key for row in page.rows][-1] == "note-9"
        if house.kind != "sqlite" or "concurrent" in store.capabilities:
            assert found(store) == before
        work.rollback()
    assert found(store) == before
    save(store, noted(file, "note-9"))
    assert found(store) == naive(store, Notes()) != before


def test_a_list_that_is_not_known_is_refused(house: House) -> None:
    """With what there is; a cursor is good for one list."""
    store = house.open(Notes())
    save(store, new_file())
    with store.read() as reader:
        with pytest.raises(UnknownNameError, match="Did you mean 'acme/notes'"):
            reader.find(ProjectionQuery("acme/note"))
        page = reader.find(ProjectionQuery(NAME), limit=1)
        with pytest.raises(InvalidValueError, match="another query"):
            reader.find(ProjectionQuery(NAME, case_id="x"), after=page.next)


@pytest.mark.parametrize(
    ("projections", "error"),
    [
        ((Notes(), Notes()), InvalidValueError),
        ((Notes(0),), InvalidValueError),
        ((Notes(True),), InvalidTypeError),
        ((Notes,), InvalidTypeError),
        ((object(),), InvalidTypeError),
        (Notes(), InvalidTypeError),
    ],
)
def test_what_is_no_projection_is_refused(projections: Any, error: Any) -> None:
    """When a store is opened, by whichever way."""
    with pytest.raises(error):
        open_store("memory:", projections=projections)


@pytest.mark.parametrize("name", ["notes", "acme/", "Acme/notes", "a/b/c", "a/" * 60])
def test_a_name_needs_a_prefix(name: str) -> None:
    """As the kinds of others do."""
    projection = Notes()
    projection.name = name
    with pytest.raises(InvalidValueError, match="is no name of a projection"):
        MemoryStore(projections=(projection,))


def test_a_question_that_cannot_be_is_refused() -> None:
    """Keys in the wrong order, or which no row can have."""
    with pytest.raises(InvalidValueError, match="sorts before"):
        ProjectionQuery(NAME, key_from="b", key_until="a")
    for key in ("\0", "\ud800"):
        with pytest.raises(InvalidValueError, match="no key can have"):
            ProjectionQuery(NAME, key_from=key)
    with pytest.raises(InvalidTypeError):
        ProjectionQuery(NAME, key_until=7)  # type: ignore[arg-type]  # that is the test


def _raises(_: Case) -> Any:
    raise KeyError(CANARY)


def _nested(depth: int) -> Any:
    found: Any = 1
    for _ in range(depth):
        found = [found]
    return found


FAULTY: dict[str, Callable[[Case], Any]] = {
    "raises": _raises,
    "nothing": lambda _: None,
    "no mapping": lambda _: {"k": CANARY},
    "no text": lambda _: {7: {}},
    "empty key": lambda _: {"": {}},
    "long key": lambda _: {"k" * 501: {}},
    "nul": lambda _: {"k\0": {}},
    "half": lambda _: {"k": {"a": "\ud800"}},
    "tuple": lambda _: {"k": {"a": (1,)}},
    "number as key": lambda _: {"k": {1: 1}},
    "infinite": lambda _: {"k": {"a": float("inf")}},
    "deep": lambda _: {"k": {"a": _nested(101)}},
    "date": lambda _: {"k": {"on": DAY}},
}


@pytest.mark.parametrize("fault", FAULTY)
def test_what_is_no_plain_data_is_refused(fault: str) -> None:
    """What would not come back as it was given; nothing of it is repeated."""
    store = MemoryStore(projections=(Faulty(FAULTY[fault]),))
    with pytest.raises(StorageError, match="'acme/faulty'") as caught:
        save(store, new_file())
    assert CANARY not in str(caught.value)


@pytest.mark.parametrize("fault", ["raises", "tuple"])
def test_what_is_faulty_fails_the_unit(house: House, fault: str) -> None:
    """Nothing of it is kept, ours neither; it says which list and which case."""
    is_faulty = [False]

    def rows(case: Case) -> Any:
        return FAULTY[fault](case) if is_faulty[0] else {}

    store = house.open(Notes(), Faulty(rows))
    save(store, new_file())
    before, file = found(store), load(store)
    is_faulty[0] = True
    with store.begin() as work:
        work.save(noted(file, "note-3"))
        with pytest.raises(StorageError) as caught:
            work.commit()
        with pytest.raises(StorageError, match="has failed"):
            work.find(CaseQuery())
    said = str(caught.value)
    assert "'acme/faulty'" in said
    assert "case-1" in said.lower()
    assert CANARY not in said
    assert caught.value.__cause__ is caught.value.__context__ is None
    is_faulty[0] = False
    assert found(store) == before
    assert load(store).log == file.log
    assert store.verify() == ()


def test_an_interrupt_in_a_projection_fails_the_unit(house: House) -> None:
    """It is not known what it had done."""

    def rows(_: Case) -> Any:
        raise KeyboardInterrupt

    store = house.open(Faulty(rows))
    with store.begin() as work:
        work.save(new_file())
        with pytest.raises(KeyboardInterrupt):
            work.commit()
        with pytest.raises(StorageError, match="has failed"):
            work.commit()
    with store.read() as reader:
        assert reader.ids() == ()


def test_a_list_that_was_left_behind_is_refused_and_caught_up(lasting: House) -> None:
    """By whoever does not know it; on opening, on asking, before a commit."""
    store = lasting.open(Notes())
    save(store, new_file(), new_file("still"))
    stranger = lasting.open()
    save(stranger, noted(load(stranger), "note-3"))
    with store.read() as reader:
        assert reader.behind() == (NAME,)
        with pytest.raises(StorageError, match=r"store\.catch_up\(\)"):
            reader.find(ProjectionQuery(NAME))
    assert store.verify() == ()
    assert store.catch_up() == 1  # the case that has changed, and no other
    assert found(store) == naive(store, Notes())
    assert store.catch_up() == 0

    save(stranger, noted(load(stranger), "note-4"))
    save(store, noted(load(store, "still"), "note-5"))
    assert found(store) == naive(store, Notes())

    save(stranger, noted(load(stranger), "note-6"))
    with store.begin() as work:
        assert work.find(ProjectionQuery(NAME, key_from="note-6")).rows
    with store.read() as reader:
        assert reader.behind() == (NAME,)  # what was not committed is not kept
    again = lasting.open(Notes())
    assert found(again) == naive(again, Notes()) == found(store)
    assert again.verify() == ()


def test_another_version_is_made_anew(lasting: House) -> None:
    """All of it, when the store is opened; and the other way round."""
    store = lasting.open(Notes())
    save(store, new_file(), new_file("other"))
    newer = lasting.open(Notes(2))
    assert found(newer) == naive(newer, Notes(2))
    assert newer.verify() == ()
    with store.read() as reader, pytest.raises(StorageError, match="another version"):
        reader.find(ProjectionQuery(NAME))
    save(store, noted(load(store), "note-3"))
    assert found(store) == naive(store, Notes())
    with newer.read() as reader:
        assert reader.behind() == (NAME,)


def test_a_copy_has_the_lists_that_it_was_opened_with(house: House) -> None:
    """Whatever lists there are where the lines come from."""
    target = house.open(Notes())
    with MemoryStore() as source:
        save(source, new_file(), new_file("other"))
        save(source, noted(load(source), "note-3"))
        copy_store(source, target)
        assert found(target) == naive(source, Notes()) != []
    assert target.verify() == ()


def test_a_list_that_is_new_begins_with_all_cases(lasting: House) -> None:
    """And one that nobody knows any more is in nobody's way."""
    store = lasting.open()
    save(store, new_file())
    with store.read() as reader, pytest.raises(UnknownNameError):
        reader.find(ProjectionQuery(NAME))
    with_list = lasting.open(Notes())
    assert found(with_list) == naive(with_list, Notes())
    without = lasting.open()
    assert without.verify() == ()
    assert without.rebuild() == 1
    assert found(with_list) == naive(with_list, Notes())


def test_an_altered_row_is_found_and_made_anew(
    lasting: House, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """One that was changed, one that is gone, one of nothing; with and without it."""
    store = lasting.open(Notes())
    save(store, new_file())
    right = found(store)
    for statement, is_seen_by_all in (
        ("UPDATE own_row SET body = '{}'", True),
        ("UPDATE own_row SET stream = 'case:none'", True),
        ("DELETE FROM own_row WHERE \"key\" = 'note-1'", False),
    ):
        raw(lasting, tmp_path, request, statement)
        faults = store.verify()
        assert [fault.what for fault in faults][:1] == ["rows"]
        assert bool(lasting.open().verify()) == is_seen_by_all
        if "body" in statement:
            with (
                store.read() as reader,
                pytest.raises(DecodeError, match="not what was stored"),
            ):
                reader.find(ProjectionQuery(NAME))
        store.rebuild()
        assert store.verify() == ()
        assert found(store) == right


def test_a_row_that_is_no_text_is_a_fault(tmp_path: Path) -> None:
    """No error of the database comes out of its door."""
    path = tmp_path / "cases.db"
    with SqliteStore(path, projections=(Notes(),)) as store:
        save(store, new_file())
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.execute("UPDATE own_row SET body = CAST(x'ff' AS TEXT)")
        assert [fault.what for fault in store.verify()] == ["rows"]
        with store.read() as reader, pytest.raises(StorageError):
            reader.find(ProjectionQuery(NAME))
        assert store.rebuild() == 1
        assert store.verify() == ()


def test_what_json_has_comes_back_as_it_was(house: House) -> None:
    """Each type as it is, and no deeper than can be read anywhere."""
    data = {"a": [1, 1.5, True, None, "\u00e9 \0", {"b": []}], "deep": _nested(99)}
    store = house.open(Faulty(lambda _: {"k": data}))
    save(store, new_file())
    (row,) = found(store, name="acme/faulty")
    assert row.data == data
    assert type(row.data["a"][2]) is bool


def test_a_sealed_case_has_no_rows_of_others(house: House) -> None:
    """What they say would stand in clear: of it, nobody has chosen anything."""
    store = house.open(Notes(), sealer=sealer(which="case:case-1".__eq__))
    save(store, new_file(), new_file("open"))
    assert {row.case_id for row in found(store)} == {"open"}
    assert store.verify() == ()
    store.rebuild()
    assert {row.case_id for row in found(store)} == {"open"}
    with store.begin() as work:
        work.erase("case:case-1")
        work.commit()
    assert found(store)
    assert store.verify() == ()


def test_a_list_behind_follows_cases_that_cannot_be_opened(lasting: House) -> None:
    """A sealed case is passed over without its key, and without a word."""
    save(lasting.open(sealer=sealer(which="case:case-1".__eq__)), new_file())
    save(lasting.open(), new_file("open"))
    store = lasting.open(Notes())
    assert {row.case_id for row in found(store)} == {"open"}
    assert store.verify() == ()


def test_erasing_takes_the_rows_along(
    lasting: House, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """Also by whoever does not know the list, and of a row that nobody should have."""
    store = lasting.open(sealer=sealer(which="case:case-1".__eq__))
    save(store, new_file())
    no_bytes = "x''" if lasting.kind == "sqlite" else "''"
    stray = f"('acme/notes', 'case:case-1', 'k', '{{}}', {no_bytes})"
    raw(lasting, tmp_path, request, f"INSERT INTO own_row VALUES {stray}")  # noqa: S608 - of the test
    assert [fault.what for fault in store.verify()] == ["rows"]
    with store.begin() as work:
        work.erase("case:case-1")
        work.commit()
    assert store.verify() == ()
    assert found(lasting.open(Notes())) == []


def test_a_guard_hides_the_rows_of_what_it_hides(house: House) -> None:
    """In pages, in counts, and in the words of a refusal."""
    store = house.open(Notes())
    for case_id in ("seen", "walled"):
        note = NoteAdded(note_id=f"n-{case_id}", text="x", happened_on=DAY)
        opened = CaseOpened(caption=CANARY, happened_on=DAY)
        stream = f"case:{case_id}"
        put(
            store,
            [Step(stream, opened, f"{case_id}-1"), Step(stream, note, f"{case_id}-2")],
        )
    guarded = store.guarded(policy(wall("case:walled")), clock=None).as_(ME, at=AT)
    assert [row.case_id for row in found(guarded)] == ["seen"]
    assert len(found(store)) == 2
    with pytest.raises(StorageError, match="catch_up"):
        guarded.catch_up()
    with guarded.begin() as work, pytest.raises(StorageError, match="catch_up"):
        work.catch_up()


def test_a_guarded_unit_says_nothing_of_what_it_followed(lasting: House) -> None:
    """That a projection has a fault in a case that is hidden is not for its person."""

    def rows(case: Case) -> Any:
        return None if case.case_id == "walled" else {}

    store = lasting.open(Faulty(rows))
    opened = CaseOpened(caption=CANARY, happened_on=DAY)
    put(store, [Step("case:seen", opened, "seen-1")])
    put(lasting.open(), [Step("case:walled", opened, "walled-1")])
    guarded = store.guarded(policy(wall("case:walled"))).as_(ME, at=AT)
    with guarded.begin() as work:
        work.save(noted(work.file("seen"), "n"))
        for act in (work.commit, work.ids):
            with pytest.raises(StorageError) as caught:
                act()
            assert "walled" not in str(caught.value)
            assert caught.value.__context__ is None
    with pytest.raises(StorageError, match="'walled'"):
        store.catch_up()
    # A store with that fault is not opened, and nothing is in the way of one without.
    with pytest.raises(StorageError, match="'walled'"):
        lasting.open(Faulty(rows))
    assert lasting.open(Notes()).verify() == ()


class Unread:
    """How much of a case a program could not read."""

    name = "acme/unread"
    version = 1

    def rows(self, case: Case) -> Mapping[str, Mapping[str, Any]]:
        """Return one row."""
        return {"unread": {"kinds": list(case.unread)}}


def test_who_knows_more_rooms_has_more_to_say(
    lasting: House, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """As with ours: the rows are those of whoever wrote, and no fault to the other."""
    model = Model.core().with_facets(TEAM)
    knows, plain = lasting.open(Unread(), model=model), lasting.open(Unread())
    at = new_file().case.recorded_at
    assigned = Assigned(
        assignment_id="a", person="A. Lawyer", duty="responsible", happened_on=DAY
    )
    opened = CaseOpened(caption=CANARY, happened_on=DAY)
    how: dict[str, Any] = {"by": "A. Clerk", "at": at}
    file = CaseFile.open(opened, case_id="case-1", model=model, **how)
    save(knows, file.record(assigned, **how))
    assert [row.data["kinds"] for row in found(plain, name="acme/unread")] == [[]]
    for store in (knows, plain):
        assert store.verify() == ()
    save(plain, noted(load(plain), "n"))
    (row,) = found(knows, name="acme/unread")
    assert len(row.data["kinds"]) == 1
    for store in (knows, plain):
        assert store.verify() == ()
    # What is wrong is found all the same, by whoever knows how much.
    for table in ("own_row", "attribute"):
        raw(lasting, tmp_path, request, f"DELETE FROM {table}")  # noqa: S608 - of the test
        assert [fault.what for fault in knows.verify()] == ["rows"]
        knows.rebuild()
        assert knows.verify() == ()


def test_what_is_repeated_of_a_row_says_nothing_of_it(house: House) -> None:
    """A key can be somebody's name."""
    store = house.open(Notes())
    save(store, new_file())
    (row, *_) = found(store)
    assert CANARY not in repr(row)
    assert "note-1" not in repr(row)


def test_a_mark_moves_only_over_what_it_stands_for() -> None:
    """Up to the last commit, if nobody came between who does not know the list."""
    right = Taken(1, Mark(1, 5), 5, is_right=True)
    late = Taken(1, Mark(1, 3), 5, is_right=True)
    walled = Taken(1, Mark(1, 3), 5, is_right=False)
    assert moved(right, Mark(1, 5), 5, 6) == Mark(1, 6)
    assert moved(right, Mark(1, 5), 7, 8) is None  # a stranger came between
    assert moved(right, Mark(1, 7), 7, 8) == Mark(1, 8)  # one who knows it
    assert moved(right, Mark(1, 6), 7, 8) is None  # first the one, then the other
    assert moved(late, Mark(1, 3), 5, 6) == Mark(1, 6)
    assert moved(late, Mark(1, 3), 7, 8) == Mark(1, 5)
    assert moved(walled, Mark(1, 3), 5, 6) is None
    new = Taken(1, None, 5, is_right=True)
    assert moved(new, None, 5, 5) == Mark(1, 5)
    for step, now in (
        (right, Mark(2, 7)),
        (late, Mark(1, 6)),
        (walled, Mark(1, 6)),
        (new, Mark(1, 5)),
    ):
        with pytest.raises(ConflictError):
            moved(step, now, 7, 8)
    assert mark_of("nothing") == Mark(0, 0)


def test_units_beside_each_other_keep_the_list_right(
    postgres_database: Database,
) -> None:
    """Of three that go on at once, one does not know it: it is behind, and said so."""
    with (
        PostgresStore(postgres_database.dsn, projections=(Notes(),)) as store,
        PostgresStore(postgres_database.dsn) as stranger,
    ):
        save(store, new_file("a"), new_file("b"), new_file("c"))
        files = {name: load(store, name) for name in "abc"}
        with store.begin() as one, store.begin() as two:
            one.save(noted(files["a"], "x"))
            two.save(noted(files["b"], "x"))
            one.commit()
            two.commit()
        assert found(store) == naive(store, Notes())
        with store.begin() as one:
            one.save(noted(load(store, "a"), "y"))
            one.find(ProjectionQuery(NAME))
            save(stranger, noted(files["c"], "y"))
            one.commit()
        with store.read() as reader:
            assert reader.behind() == (NAME,)
        assert store.verify() == ()
        assert store.catch_up() == 2
        assert found(store) == naive(store, Notes())
        # Two that both bring it up to date: one of them was faster.
        save(stranger, noted(load(store, "c"), "z"))
        with store.begin() as one, store.begin() as two:
            one.save(noted(load(store, "a"), "z"))
            two.save(noted(load(store, "b"), "z"))
            one.commit()
            with pytest.raises(ConflictError):
                two.commit()
        assert found(store) == naive(store, Notes())
        assert store.verify() == ()


def test_behind_walls_of_the_database_a_list_is_kept(
    postgres_database: Database,
) -> None:
    """By whoever is admitted; what needs all is left to who passes by the walls."""
    login = postgres_database.role()
    how: dict[str, Any] = {"projections": (Notes(),), "person": "person:ann"}
    with PostgresStore(postgres_database.dsn, projections=(Notes(),)) as owner:
        save(owner, new_file("open"), new_file("hidden"))
        owner.protect(str(conninfo_to_dict(login)["user"]))
        owner.publish([("person:ann", "case:open")])
    with PostgresStore(login, **how) as store:
        assert {row.case_id for row in found(store)} == {"open"}
        save(store, noted(load(store, "open"), "n"))
        assert [row.key for row in found(store)] == ["n", "note-1", "note-2"]
        with pytest.raises(StorageError, match="walls"):
            store.catch_up()
        with PostgresStore(login, person="person:ann") as stranger:
            save(stranger, noted(load(stranger, "open"), "m"))
        save(store, noted(load(store, "open"), "o"))
        with store.read() as reader, pytest.raises(StorageError, match="behind"):
            reader.find(ProjectionQuery(NAME))
        whole: dict[str, Any] = {"projections": (Notes(),)}
        with PostgresStore(postgres_database.as_server, **whole) as all_of_it:
            assert found(all_of_it) == naive(all_of_it, Notes())
            assert all_of_it.verify() == ()
        assert [row.key for row in found(store)][:3] == ["m", "n", "note-1"]
        newer = {**how, "projections": (Notes(2),)}
        with PostgresStore(login, **newer) as other, other.begin() as work:
            work.save(noted(load(store, "open"), "p"))
            with pytest.raises(StorageError, match="passes by its walls"):
                work.commit()


def test_a_list_is_kept_in_the_transaction_of_others(tmp_path: Path) -> None:
    """Rolled back with it, or kept; and caught up in it where that is needed."""
    path = tmp_path / "cases.db"
    SqliteStore(path).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for ending in ("ROLLBACK", "COMMIT"):
            connection.execute("BEGIN IMMEDIATE")
            store = SqliteStore(connection=connection, projections=(Notes(),))
            with store.read() as reader:
                assert reader.behind() == (NAME,)
            save(store, new_file())
            assert found(store) == naive(store, Notes()) != []
            connection.execute(ending)
    with SqliteStore(path, projections=(Notes(),)) as store:
        assert found(store) == naive(store, Notes()) != []
        assert store.verify() == ()
