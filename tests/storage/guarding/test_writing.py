"""Who records what: as on a store that never held the rest, and never behind a wall."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve

from guarding_samples import (
    AT,
    DAY,
    FIRST,
    ME,
    STORES,
    Step,
    policy,
    put,
    wall,
    with_logs,
)
from legalcase.access import Grant
from legalcase.directory import (
    AddressGiven,
    Entry,
    Name,
    NameOnDocket,
    OrganizationAdded,
    PersonAdded,
)
from legalcase.errors import (
    CaseExistsError,
    CaseNotFoundError,
    ConflictError,
    IllegalTransitionError,
    InvalidValueError,
    LegalCaseError,
    StaleCaseError,
    StorageError,
)
from legalcase.kernel import Corrected, Draft
from legalcase.model import (
    CaseFile,
    CaseOpened,
    LegalHoldIssued,
    NoteAdded,
    PartyJoined,
    TaskCompleted,
    TaskPlanned,
    TaskTerms,
)
from legalcase.ports import AppendCondition, CaseQuery, LineQuery
from legalcase.storage import save

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.storage import GuardedStore, Store

ACME = "organization:acme"
RULES = policy(wall(ACME))
CLERK = "person:clerk"


def opened(caption: str = "Roe v. Doe") -> CaseOpened:
    """That a case was opened."""
    return CaseOpened(caption=caption, court="us/cand", happened_on=DAY)


def joined(person: str, party_id: str = "p", **said: Any) -> PartyJoined:
    """That somebody joined."""
    return PartyJoined(
        party_id=party_id,
        person=person,
        roles=("defendant",),
        happened_on=DAY,
        **said,
    )


def note(note_id: str = "n") -> NoteAdded:
    """That something was noted."""
    return NoteAdded(note_id=note_id, text="Weak.", happened_on=DAY)


def world() -> list[Step]:
    """A case that is seen, one that is hidden, and an entry that speaks of both."""
    acme = OrganizationAdded(name=Name(full="Acme"), happened_on=DAY)
    roe = PersonAdded(name=Name(full="Jane Roe"), happened_on=DAY)
    doe = PersonAdded(name=Name(full="John Doe"), happened_on=DAY)
    return [
        Step(ACME, acme, "acme-1"),
        Step("person:roe", roe, "roe-1"),
        Step("person:doe", doe, "doe-1"),
        Step("case:seen", opened(), "seen-1"),
        Step("case:seen", joined("person:roe"), "seen-2"),
        Step("case:walled", opened("Secret"), "walled-1"),
        Step("case:walled", joined(ACME), "walled-2"),
        Step("case:walled", joined("person:doe", "q"), "walled-3"),
        Step(
            "person:roe",
            NameOnDocket(case_id="walled", name="R.", happened_on=DAY),
            "roe-2",
        ),
    ]


@pytest.fixture(name="store", params=sorted(STORES))
def _store(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Store]:
    with_logs(monkeypatch)
    with STORES[request.param](request) as store:
        put(store, world())
        yield store
        assert store.verify() == ()


@pytest.fixture(name="mine")
def _mine(store: Store) -> GuardedStore:
    return store.guarded(RULES).as_(ME, at=AT)


def refused(act: Any) -> tuple[type, str, dict[str, Any]]:
    """With what something is refused."""
    with pytest.raises(LegalCaseError) as found:
        act()
    assert found.value.__context__ is None
    return type(found.value), str(found.value), vars(found.value)


def file_of(store: Store, case_id: str) -> CaseFile:
    """A file as the store has it."""
    with store.read() as reader:
        return reader.file(case_id)


def ids(prefix: str) -> Any:
    """Ids of one's own."""
    from legalcase.testing import FixedIds

    return FixedIds(prefix)


def renamed(found: Any) -> Any:
    """What was refused, without the id of the case."""
    kind, said, attributes = found
    return (
        kind,
        said.replace("walled", "absent"),
        {
            name: "absent" if value == "walled" else value
            for name, value in attributes.items()
        },
    )


def test_to_what_is_hidden_nothing_is_appended(
    store: Store, mine: GuardedStore
) -> None:
    """The answer is that for a case which is not there, word for word."""
    walled = file_of(store, "walled").record(note(), by=ME, at=AT)
    absent = CaseFile.of_log(
        [
            evolve(one, stream="case:absent", event_id=f"a-{one.number}")
            for one in walled.log
        ]
    )
    absent = evolve(absent, saved=absent.log[:-1], pending=absent.log[-1:])
    with mine.begin() as work:
        acts: list[Any] = [
            work.save,
            lambda file: save(work, file),
            lambda file: work.append(
                file.pending, expected={file.pending[0].stream: file.base}
            ),
            lambda file: work.record(file.case.case_id, note("z"), at=AT),
            lambda file: work.save(evolve(file, pending=())),
        ]
        for act in acts:
            there = refused(lambda a=act: a(walled))
            other = refused(lambda a=act: a(absent))
            assert there[0] in (CaseNotFoundError, InvalidValueError)
            assert renamed(there) == other
        work.record("seen", note(), at=AT)
        work.commit()
    assert file_of(store, "walled").case.version == 3
    assert file_of(store, "seen").log[-1].actor == ME


def test_an_id_that_something_hidden_bears_is_given_no_more(
    store: Store, mine: GuardedStore
) -> None:
    """That it is taken cannot be kept; by what, is: an erased one is refused alike."""
    new = CaseFile.open(opened(), case_id="walled", by=ME, at=AT)
    with store.begin() as work:
        work.erase("person:doe")
        work.commit()
    again = Entry.open(
        PersonAdded(name=Name(full="Other"), happened_on=DAY),
        entry_id="person:doe",
        by=ME,
        at=AT,
    )
    acme = Entry.open(
        OrganizationAdded(name=Name(full="Other"), happened_on=DAY),
        entry_id=ACME,
        by=ME,
        at=AT,
    )
    with mine.begin() as work:
        kind, said, _ = refused(lambda: work.save(new))
        gone = refused(lambda: work.save(again))
        walled = refused(lambda: work.save(acme))
    assert (kind, said.replace("Case 'walled'", "X")) == (
        gone[0],
        gone[1].replace("Entry 'person:doe'", "X"),
    )
    assert walled[1].replace(ACME, "person:doe") == gone[1]
    seen = CaseFile.open(opened(), case_id="seen", by=ME, at=AT)
    with mine.begin() as work, pytest.raises(CaseExistsError):
        work.save(seen)


def test_who_may_read_alone_records_nothing(store: Store) -> None:
    """It is said who may: of what one sees, it is no secret that it is there."""
    reader = store.guarded(policy(role="reader")).as_(ME, at=AT)
    file = file_of(store, "seen").record(note(), by=ME, at=AT)
    entry = Entry.open(
        PersonAdded(name=Name(full="New"), happened_on=DAY),
        entry_id="person:new",
        by=ME,
        at=AT,
    )
    with store.read() as plain:
        roe = plain.entry("person:roe")
    moved = AddressGiven(address_id="a", sort="post", text="1 Road", happened_on=DAY)
    with reader.begin() as work:
        for act in (
            lambda: work.save(file),
            lambda: work.record("seen", note(), at=AT),
            lambda: work.save(roe.record(moved, by=ME, at=AT)),
            lambda: work.erase("person:roe"),
        ):
            kind, said, _ = refused(act)
            assert kind is StorageError
            assert said.startswith(f"{ME} may read ")
        new = CaseFile.open(opened(), case_id="new", by=ME, at=AT)
        for one in (new, entry):
            assert "no grant to open it" in refused(lambda o=one: work.save(o))[1]
        with pytest.raises(StorageError, match="not export"):
            work.exported("seen")
        work.commit()
    assert reader.why("read", "seen").is_admitted
    assert not reader.why("record", "seen").is_admitted


def test_a_case_is_opened_as_what_it_is_then(store: Store) -> None:
    """A grant for a client reaches a case that begins with that client in it."""
    mine = store.guarded(policy(wall(ACME), scope="client:person:roe")).as_(ME, at=AT)
    bare = CaseFile.open(opened(), case_id="new", by=ME, at=AT)
    whole = bare.record(joined("person:roe", is_client=True), by=ME, at=AT)
    both = whole.record(joined(ACME, "q"), by=ME, at=AT)
    with mine.begin() as work:
        assert "no grant to open it" in refused(lambda: work.save(bare))[1]
        assert "kept from" in refused(lambda: work.save(both))[1]
        work.save(whole)
        work.record("new", note(), at=AT)
        assert work.ids() == ("new",)
        work.commit()
    with mine.read() as reader:
        assert [row.case_id for row in reader.find(CaseQuery()).rows] == ["new"]


def test_nobody_records_a_case_out_of_their_own_sight(
    store: Store, mine: GuardedStore
) -> None:
    """Whoever joins, by an event or by a correction: somebody else records it."""
    file = file_of(store, "seen")
    joins = file.record(joined(ACME, "acme"), by=ME, at=AT)
    wrong = file.correct("seen-2", ground="it was Acme", person=ACME, by=ME, at=AT)
    with mine.begin() as work:
        for one in (joins, wrong):
            kind, said, _ = refused(lambda o=one: work.save(o))
            assert kind is StorageError
            assert "kept from" in said
            assert "acted for it once" not in said
        assert work.get("seen").version == 2
        work.record("seen", note(), at=AT)
        work.commit()
    other = evolve(
        RULES, grants=(*RULES.grants, evolve(RULES.grants[0], grant_id="h", who=CLERK))
    )
    with store.guarded(other).as_(CLERK, at=AT).begin() as work:
        work.record("seen", joined(ACME, "acme"), at=AT)
        work.commit()
    with mine.read() as reader:
        assert reader.ids() == ()


def test_what_was_seen_in_a_unit_is_hidden_when_it_has_changed(store: Store) -> None:
    """The rest of a unit of work sees what its own lines have made of a case."""
    rules = policy(wall("case:none"), scope="own")
    planned = TaskPlanned(
        task_id="t",
        terms=TaskTerms(title="Draft", accountable=ME),
        happened_on=DAY,
    )
    with store.begin() as work:
        work.record("seen", planned, by="clerk", at=AT)
        work.commit()
    mine = store.guarded(rules).as_(ME, at=AT)
    with mine.begin() as work:
        assert work.ids() == ("seen",)
        # Their last task in it, after which it is theirs no more: no wall, no refusal.
        work.record(
            "seen",
            TaskCompleted(task_id="t", completed_by=ME, happened_on=DAY),
            at=AT,
        )
        assert work.ids() == ()
        with pytest.raises(CaseNotFoundError):
            work.get("seen")
        work.commit()


def test_an_entry_is_recorded_on_as_it_is_seen(
    store: Store, mine: GuardedStore
) -> None:
    """Its lines that speak of what is hidden stay where they are, and uncounted."""
    moved = AddressGiven(address_id="a", sort="post", text="1 Road", happened_on=DAY)
    with mine.read() as reader:
        entry = reader.entry("person:roe")
        assert (entry.version, entry.profile.docket_names) == (1, ())
    with mine.begin() as work:
        work.save(entry.record(moved, by=ME, at=AT))
        found = work.entry("person:roe")
        assert (found.version, len(found.profile.addresses)) == (2, 1)
        work.commit()
    with mine.begin() as work:
        wrong = found.correct(
            found.log[-1].event_id, ground="wrong", text="2 Road", by=ME, at=AT
        )
        save(work, wrong)
        other = found.record(evolve(moved, address_id="b"), by=ME, at=AT)
        kind, said, attributes = refused(lambda: work.save(other))
        assert kind is StaleCaseError
        assert (attributes["expected"], attributes["found"]) == (2, 3)
        assert "at version 3, not 2" in said
        # Lines that could not follow are refused by what is seen, too.
        again = [evolve(one, number=4, event=moved) for one in other.pending]
        twice = evolve(
            other, folded=wrong.folded, saved=wrong.log, pending=tuple(again)
        )
        assert refused(lambda: work.save(twice))[0] is InvalidValueError
        gone = evolve(wrong.log[-1], event_id="never")
        foreign = evolve(other, folded=wrong.folded, saved=(*wrong.log[:-1], gone))
        last = tuple(evolve(one, number=4) for one in other.pending)
        kind, said, _ = refused(lambda: work.save(evolve(foreign, pending=last)))
        assert (kind, said[:7]) == (StaleCaseError, "Line 3 ")
        unfit = tuple(evolve(one, kind="link-ended") for one in last)
        bad = evolve(other, folded=wrong.folded, saved=wrong.log, pending=unfit)
        with pytest.raises(InvalidValueError, match="Line 4 of 'person:roe'"):
            work.save(bad)
        work.commit()
    with store.read() as reader:
        entry = reader.entry("person:roe")
        assert [line.number for line in entry.log] == [1, 2, 3, 4]
        assert entry.profile.addresses[0].text == "2 Road"
        assert entry.profile.docket_names


def test_conditions_look_behind_walls_and_say_no_more(
    store: Store, mine: GuardedStore
) -> None:
    """Whoever hides behind a wall makes the same conflict as anybody else."""
    with mine.read() as reader:
        position = reader.find(LineQuery()).position
    asked = AppendCondition(LineQuery(tags=("person:doe",)), after=position)
    file = file_of(store, "seen").record(note(), by=ME, at=AT)
    with mine.begin() as work:
        work.save(file, unless=asked)
    put(store, [Step("case:walled", joined("person:doe", "r"), "walled-4")])
    with mine.begin() as work:
        hidden = refused(lambda: work.save(file, unless=asked))
    put(store, [Step("case:seen", joined("person:doe", "r"), "seen-3")])
    with mine.begin() as work:
        open_ = refused(lambda: work.save(file, unless=asked))
    assert hidden == open_
    assert hidden[0] is ConflictError
    with store.read() as plain:
        raw = AppendCondition(asked.query, after=plain.find(LineQuery()).position)
    with mine.begin() as work, pytest.raises(InvalidValueError):
        work.append(file.pending, expected={"case:seen": 2}, unless=raw)


@pytest.mark.parametrize("who", ["person:stranger", "person:reader"])
def test_a_condition_is_no_question_of_whoever_records_nothing(
    store: Store, who: str
) -> None:
    """It looks behind walls: without a grant to record, it would be an oracle."""
    reads = policy(role="reader").grants[0]
    rules = RULES.with_(evolve(reads, grant_id="g-reader", who="person:reader"))
    theirs = store.guarded(rules).as_(who, at=AT)
    with theirs.read() as reader:
        position = reader.changes_since(None).position
    said = []
    for tag in ("person:doe", "person:nobody"):
        put(store, [Step("case:walled", joined("person:doe", f"r-{tag}"), f"w-{tag}")])
        asked = AppendCondition(LineQuery(tags=(tag,)), after=position)
        with theirs.begin() as work:
            said += [
                refused(lambda: work.append([], expected={}, unless=asked)),  # noqa: B023 - called at once
                refused(lambda: work.save(unless=asked)),  # noqa: B023 - called at once
            ]
    assert [each == said[0] for each in said] == [True] * 4
    assert said[0][0] is StorageError
    assert "may record nothing here" in said[0][1]


def test_an_id_of_a_hidden_event_cannot_be_given(
    store: Store, mine: GuardedStore
) -> None:
    """That it was given is told, and not where."""
    file = file_of(store, "seen")
    drafted = file.record(Draft(note(), event_id="walled-2"), by=ME, at=AT)
    with mine.begin() as work:
        kind, said, _ = refused(lambda: work.save(drafted))
    assert kind is StorageError
    assert "case" not in said.replace("load the case again", "")


def test_a_hold_that_is_hidden_is_not_named(store: Store, mine: GuardedStore) -> None:
    """It forbids to erase all the same, and no ground passes over it."""
    hold = LegalHoldIssued(hold_id="hold-walled", happened_on=DAY)
    put(store, [Step("case:walled", hold, "walled-4")])
    with mine.begin() as work:
        for despite in (None, "a court ordered it"):
            kind, said, attributes = refused(
                lambda d=despite: work.erase("person:doe", despite_hold=d, at=AT)
            )
            assert kind is IllegalTransitionError
            assert "walled" not in said + repr(attributes)
        with pytest.raises(CaseNotFoundError):
            work.erase(ACME)
        with pytest.raises(CaseNotFoundError):
            work.erase("person:never")
        work.erase("person:roe")
        work.commit()
    put(store, [Step("case:seen", joined("person:doe", "r"), "seen-3")])
    put(store, [Step("case:seen", evolve(hold, hold_id="hold-seen"), "seen-4")])
    free = store.guarded(policy()).as_(ME, at=AT)
    with free.begin() as work, pytest.raises(IllegalTransitionError, match="seen"):
        work.erase("person:doe")


def test_a_unit_ends_as_any_other(store: Store, mine: GuardedStore) -> None:
    """With its block, with its store, and after an error in the middle of it."""
    with mine.begin() as work:
        work.record("seen", note(), at=AT)
    with pytest.raises(StorageError, match="over"):
        work.commit()
    work = mine.begin(by="person:other", reason="why")
    work.record("seen", note(), at=AT)
    work.rollback()
    held = mine.begin()
    mine.close()
    mine.close()
    for act in (mine.read, mine.begin, lambda: mine.run(lambda work: work.ids())):
        with pytest.raises(StorageError, match="closed"):
            act()
    with pytest.raises(StorageError):
        held.ids()
    # The store is that of others, too.
    with store.guarded(RULES).as_(ME, at=AT) as other:
        assert other.run(lambda work: work.record("seen", note(), at=AT)).base == 3
    assert store.run(lambda work: work.ids()) == ("seen", "walled")


def test_run_tries_again(mine: GuardedStore) -> None:
    """As that of a store does."""
    tries: list[int] = []
    msg = "Somebody was faster."

    def act(work: Any) -> int:
        tries.append(1)
        if len(tries) < 3:
            raise StaleCaseError(msg)
        return len(work.ids())

    assert mine.run(act) == 1
    with pytest.raises(InvalidValueError):
        mine.run(act, attempts=0)


def test_an_unseen_correction_of_a_case_can_let_it_be_seen(
    store: Store, mine: GuardedStore
) -> None:
    """What it is now decides, not what it once was."""
    wrong = Corrected(
        event_id="walled-2", event=joined("person:roe"), ground="it was Roe"
    )
    file = file_of(store, "walled").correct(wrong, by="clerk", at=AT)
    with store.begin() as work:
        work.save(file)
        work.commit()
    with mine.read() as reader:
        assert reader.ids() == ("seen", "walled")
        assert reader.find(CaseQuery(participant="person:roe")).rows


def test_a_grant_that_begins_later_admits_nobody_yet(store: Store) -> None:
    """The day is asked of every reading."""
    grant = Grant(
        grant_id="g",
        who=ME,
        role="lawyer",
        scope="all",
        from_on=DAY.replace(day=4),
        granted_by="person:partner",
    )
    guard = store.guarded(evolve(RULES, grants=(grant,)))
    assert FIRST < DAY
    with guard.as_(ME, at=AT).read() as reader:
        assert reader.ids() == ()
    with guard.as_(ME, at=AT.replace(day=4)).read() as reader:
        assert reader.ids() == ("seen",)
