"""A guard: of what instant it asks, what it notes, and of what it makes a subject."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve

from guarding_samples import AT, DAY, FIRST, ME, STORES, Step, policy, put, wall
from legalcase.access import BreakGlass, Grant, Policy, Role, Subject
from legalcase.directory import LinkMade, Name, PersonAdded
from legalcase.directory import events as directory_events
from legalcase.errors import (
    CaseNotFoundError,
    InvalidTypeError,
    InvalidValueError,
    MissingInputError,
    StorageError,
)
from legalcase.kernel import Event
from legalcase.model import (
    CaseFile,
    CaseOpened,
    CounselAppeared,
    Model,
    NoteAdded,
    PartyJoined,
    PartyLeft,
)
from legalcase.ports import CaseQuery, DueQuery, LineQuery
from legalcase.practice import TEAM
from legalcase.practice.team import Assigned
from legalcase.storage import MemoryStore, SqliteStore, SystemClock
from legalcase.storage.guarding.views import named_in
from people_samples import directory_events as samples_of_events
from sealing_samples import sealer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from legalcase.access import AccessNoted
    from legalcase.storage import Store

ACME = "organization:acme"
CLERK = "person:clerk"


def opened() -> CaseOpened:
    """That a case was opened."""
    return CaseOpened(caption="Roe v. Acme", court="us/cand", happened_on=DAY)


def joined(person: str, party_id: str = "p", **said: Any) -> PartyJoined:
    """That somebody joined."""
    return PartyJoined(
        party_id=party_id,
        person=person,
        roles=("defendant",),
        happened_on=DAY,
        **said,
    )


def world() -> list[Step]:
    """A case behind a wall, and one that is not."""
    return [
        Step("case:seen", opened(), "seen-1"),
        Step("case:walled", opened(), "walled-1"),
        Step("case:walled", joined(ACME), "walled-2"),
    ]


GLASS = BreakGlass(
    break_glass_id="b",
    person=ME,
    scope="case:walled",
    at=AT - timedelta(hours=1),
    until_at=AT + timedelta(hours=1),
    reason="the hearing is today",
    through=("w",),
    approved_by="person:partner",
)


@pytest.fixture(name="store", params=["memory", "postgres", "sqlite-delete"])
def _store(request: pytest.FixtureRequest) -> Iterator[Store]:
    with STORES[request.param](request) as store:
        put(store, world())
        yield store


def test_what_breaks_the_glass_is_noted_before_it_is_answered(store: Store) -> None:
    """Once for each action, case and reading; of what a grant admits, nothing is."""
    noted: list[AccessNoted] = []
    rules = policy(wall(ACME)).with_(GLASS)
    mine = store.guarded(rules, note=noted.append).as_(ME, at=AT)
    with mine.read() as reader:
        assert noted == []
        assert reader.get("seen").case_id == "seen"
        assert noted == []
        assert reader.get("walled").case_id == "walled"
        assert [(one.action, one.stream, one.walls) for one in noted] == [
            ("read", "case:walled", ("w",))
        ]
        assert reader.count(CaseQuery()) == 2
        assert len(noted) == 1
        with pytest.raises(StorageError, match="not export"):
            reader.exported("walled")
    with mine.read() as reader:
        assert reader.find(DueQuery()).rows == ()
        assert len(noted) == 1
        assert len(reader.find(LineQuery()).rows) == 3
        assert len(noted) == 2
    with mine.begin() as work, pytest.raises(StorageError, match="not record"):
        work.record("walled", NoteAdded(note_id="n", text="…", happened_on=DAY), at=AT)
    later = store.guarded(rules, note=noted.append).as_(ME, at=GLASS.until_at)
    with later.read() as reader, pytest.raises(CaseNotFoundError):
        reader.get("walled")
    both = evolve(GLASS, actions=("read", "record"))
    noted.clear()
    mine = store.guarded(policy(wall(ACME)).with_(both), note=noted.append).as_(
        ME, at=AT
    )
    with mine.begin() as work:
        work.record("walled", NoteAdded(note_id="n", text="…", happened_on=DAY), at=AT)
        work.commit()
    assert {one.action for one in noted} == {"read", "record"}


def test_what_cannot_be_noted_is_not_answered(store: Store) -> None:
    """A disk that is full keeps the glass whole."""

    def full(_: AccessNoted) -> None:
        msg = "no space"
        raise RuntimeError(msg)

    rules = policy(wall(ACME)).with_(GLASS)
    with store.guarded(rules, note=full).as_(ME, at=AT).read() as reader:
        for act in (
            lambda: reader.get("walled"),
            lambda: reader.find(CaseQuery()),
            lambda: reader.count(LineQuery()),
            lambda: reader.changes_since(None),
            reader.ids,
        ):
            with pytest.raises(RuntimeError):
                act()
        assert reader.get("seen").version == 1
    with pytest.raises(MissingInputError, match="note"):
        store.guarded(rules)


def test_what_is_given_is_checked(store: Store) -> None:
    """A policy, a clock with a zone, an instant, a person."""
    rules = policy()
    wrong: Any = "text"
    for given, kind in (
        ({"policy": wrong}, InvalidTypeError),
        ({"clock": wrong}, InvalidTypeError),
        ({"zone": wrong}, InvalidTypeError),
        ({"clock": SystemClock()}, MissingInputError),
    ):
        with pytest.raises(kind):
            store.guarded(**{"policy": rules, **given})
    guard = store.guarded(rules)
    with pytest.raises(MissingInputError, match="clock"):
        guard.as_(ME)
    with pytest.raises(InvalidTypeError):
        guard.as_(ME, at=wrong)
    with pytest.raises(InvalidValueError):
        guard.as_("group:litigation", at=AT)
    assert "litigation" not in repr(guard)
    assert repr(guard.as_(ME, at=AT)) == f"<GuardedStore for {ME!r}>"


def test_everybody_who_ever_took_part_is_known(store: Store) -> None:
    """Who left, counsel and their firms, and who was our client once."""
    put(
        store,
        [
            Step("case:seen", joined("person:left", "l", is_client=True), "3"),
            Step("case:seen", PartyLeft(party_id="l", happened_on=DAY), "4"),
            Step("case:seen", joined("person:roe", "r"), "5"),
            Step(
                "case:seen",
                CounselAppeared(
                    representation_id="c",
                    counsel_id="person:counsel",
                    firm_id="organization:firm",
                    party_ids=("r",),
                    happened_on=DAY,
                ),
                "6",
            ),
        ],
    )
    for name in ("person:left", "person:roe", "person:counsel", "organization:firm"):
        with store.guarded(policy(wall(name))).as_(ME, at=AT).read() as reader:
            assert reader.ids() == ("walled",), name
    rules = policy(scope="client:person:left")
    with store.guarded(rules).as_(ME, at=AT).read() as reader:
        assert reader.ids() == ("seen",)


@pytest.mark.parametrize("name", ["memory", "sqlite"])
def test_the_team_of_the_day_counts(tmp_path: Path, name: str) -> None:
    """Who stands in the room of the team is admitted on these days, and no others."""
    model = Model.core().with_facets(TEAM)
    file = CaseFile.open(opened(), case_id="m", by="clerk", at=AT, model=model)
    file = file.record(
        Assigned(
            assignment_id="a",
            person=ME,
            duty="responsible",
            until_on=DAY + timedelta(days=7),
            happened_on=DAY,
        ),
        by="clerk",
        at=AT,
    )
    store: Store = MemoryStore(model=model)
    if name == "sqlite":
        store = SqliteStore(tmp_path / "team.db", model=model)
    with store:
        with store.begin() as work:
            work.save(file)
            work.commit()
        guard = store.guarded(policy(scope="own"))
        for days, seen in ((-1, ()), (0, ("m",)), (6, ("m",)), (7, ())):
            at = AT + timedelta(days=days)
            with guard.as_(ME, at=at).read() as reader:
                assert reader.ids() == seen
            on_team = [one.person for one in file.case[TEAM].on(at.date())]
            asked = Subject.of(file.case, team=on_team)
            assert policy(scope="own").admits(ME, "read", asked, at=at) == bool(seen)


def test_a_sealed_case_is_decided_by_its_log(tmp_path: Path) -> None:
    """Its rows tell nobody who takes part; without its keys, nobody can tell."""
    path = tmp_path / "sealed.db"
    rules = policy(wall(ACME))
    with SqliteStore(path, sealer=sealer()) as store:
        put(store, [*world(), Step("person:roe", added(), "roe-1")])
        with store.guarded(rules).as_(ME, at=AT).read() as reader:
            assert reader.ids() == ("seen",)
            assert [row.case_id for row in reader.find(CaseQuery()).rows] == ["seen"]
            assert len(reader.directory()) == 1
    with SqliteStore(path) as store:
        with store.guarded(rules).as_(ME, at=AT).read() as reader:
            assert reader.ids() == ()
            assert reader.count(CaseQuery()) == 0
            assert reader.count(LineQuery()) == 0
        by_id = policy(wall("case:walled"))
        with store.guarded(by_id).as_(ME, at=AT).read() as reader:
            assert reader.ids() == ("seen",)
        with store.guarded(policy(scope="own")).as_(ME, at=AT).read() as reader:
            assert reader.ids() == ()


def added() -> PersonAdded:
    """That a person came into the directory."""
    return PersonAdded(name=Name(full="Jane Roe"), happened_on=DAY)


def test_every_event_of_an_entry_says_of_whom_it_speaks() -> None:
    """A field that names a case or another entry is known to the view."""
    names = {"case_id", "to"}
    classes = [
        one
        for name in directory_events.__all__
        if issubclass(one := getattr(directory_events, name), Event)
    ]
    assert len(classes) > 10
    speaking = set()
    for one in classes:
        ids = {each.name for each in one.__attrs_attrs__ if each.name in names}
        suspicious = {
            each.name
            for each in one.__attrs_attrs__
            if ("case" in each.name or "entry_of" in repr(each.validator))
        }
        assert suspicious <= names
        if ids:
            speaking.add(one.__name__)
    spoken = {
        type(one).__name__: named_in(one)
        for one in samples_of_events()
        if named_in(one) is not None
    }
    assert set(spoken) == speaking
    assert spoken["NameOnDocket"] == "case:roe"
    assert spoken["LinkMade"] == "person:doe"
    assert LinkMade.__name__ in speaking


def test_one_person_may_administer_and_another_read(store: Store) -> None:
    """Two of one guard see what is theirs, at the same time."""
    rules = Policy(
        roles=(Role(name="reader", actions=("read",)),),
        grants=tuple(
            Grant(
                grant_id=f"g-{who}",
                who=f"person:{who}",
                role="reader",
                scope=scope,
                from_on=FIRST,
                granted_by="person:partner",
            )
            for who, scope in (("a", "case:seen"), ("b", "case:walled"))
        ),
    )
    guard = store.guarded(rules)
    with (
        guard.as_("person:a", at=AT).read() as one,
        guard.as_("person:b", at=AT).read() as two,
    ):
        assert (one.ids(), two.ids()) == (("seen",), ("walled",))
        with pytest.raises(CaseNotFoundError):
            two.get("seen")
