"""Checks for conflicts over a store: what is read, who was faster, who may know."""

from __future__ import annotations

from datetime import date
from itertools import count
from typing import TYPE_CHECKING, Any

import pytest

from case_files import CANARY
from conflict_cases import AT, DAY, EARLY, case, entry, link, party
from legalcase.access import Grant, Policy, Role, Wall
from legalcase.conflicts import (
    EXISTENCE,
    Asked,
    ConflictCheck,
    ConflictIndex,
    check,
)
from legalcase.directory import Directory
from legalcase.errors import ConflictError, InvalidTypeError, StorageError
from legalcase.model import (
    CaseFile,
    ClaimStated,
    ConflictReviewBegun,
    ConflictReviewCleared,
    Engaged,
    InquiryMade,
    RoleTaken,
)
from legalcase.oversight import health, unchecked
from legalcase.ports import LineQuery
from legalcase.practice import CONFLICT_CHECKS, MODEL
from legalcase.storage import (
    MemoryStore,
    PostgresStore,
    Sealer,
    SqliteStore,
    conflict_index,
    nobody_since,
    save,
)
from legalcase.storage import tags_in_clear as _tags_in_clear
from sealing_samples import keys

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from legalcase.storage import Store
    from postgres_database import Database

_NUMBERS = count(1)
ME = "person:associate"
PARTNER = "person:partner"
FIRST = date(2026, 1, 1)


def keep(store: Store, *files: Any) -> None:
    """Save each by itself."""
    for file in files:
        with store.begin() as work:
            save(work, file)
            work.commit()


def append(store: Any, file: Any, found: ConflictCheck) -> None:
    """Save a file, unless the check is old."""
    with store.begin() as work:
        save(work, file, unless=nobody_since(found))
        work.commit()


def opened(kind: str, path: Path, request: pytest.FixtureRequest) -> Store:
    """An empty store with the rooms of practice."""
    if kind == "memory":
        return MemoryStore(model=MODEL)
    if kind == "sqlite":
        return SqliteStore(path / "cases.db", model=MODEL)
    database: Database = request.getfixturevalue("postgres_database")
    return PostgresStore(
        database.dsn, schema=f"cases_{next(_NUMBERS)}", model=MODEL, isolation=kind
    )


@pytest.fixture(params=["memory", "sqlite", "snapshot", "serializable"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """A store with a client, somebody against them, and one behind a wall.

    The last two are in PostgreSQL, by how their units of work are kept apart.
    """
    with opened(request.param, tmp_path, request) as made:
        keep(
            made,
            entry("person:1", "Client One"),
            entry("person:2", "Other Two", link("spouse-of", "person:1")),
            entry("person:8", f"Hidden Eight {CANARY}"),
            entry("person:9", f"Hidden Spouse {CANARY}", link("spouse-of", "person:8")),
            case("m-1", party("us", "plaintiff", "person:1", is_client=True)),
            case(
                f"m-{CANARY}",
                party("us", "plaintiff", "person:8", is_client=True),
                party("second", "plaintiff", "person:1", is_client=True),
            ),
        )
        yield made


def asked(store: Store, **roles: str) -> ConflictCheck:
    """A check of the whole store."""
    given = {name.replace("_", ":"): stance for name, stance in roles.items()}
    index = conflict_index(store)
    return check(index, people=tuple(given), roles=given, as_of=DAY)


def test_a_store_is_read_once_with_its_position(store: Store) -> None:
    """Every case and entry; how far it is; the position is that of the store."""
    steps: list[tuple[int, int]] = []
    index = conflict_index(
        store, progress=lambda done, all_: steps.append((done, all_))
    )
    assert index.cases == 2
    assert steps == [(number, 6) for number in range(1, 7)]
    with store.read() as reader:
        assert reader.changes_since(index.position).rows == ()
        assert index.position == reader.find(LineQuery(), limit=1).position
    assert index.unsearched == ()


def test_two_writers_race_and_the_second_checks_again(store: Store) -> None:
    """Whoever joined in between is in no check: the second unit is refused."""
    mine, theirs = asked(store, person_2="adverse"), asked(store, person_2="adverse")
    with store.begin() as work:
        other = work.file("m-1").record(
            party("new", "defendant", "person:2"), by="clerk", at=AT
        )
        save(work, other, unless=nobody_since(theirs))
        work.commit()
    late = case("m-9", party("us", "defendant", "person:2", is_client=True))
    late = late.record(mine.as_event(check_id="cc-1", by="lead"), by="lead", at=AT)
    with pytest.raises(ConflictError):
        append(store, late, mine)
    again = asked(store, person_2="client")
    assert ("m-1", "party:new") in {
        (one.case_id, one.participation.ref)
        for one in again
        if one.participation is not None
    }
    append(store, late, again)
    with store.read() as reader:
        assert reader.get("m-9")[CONFLICT_CHECKS].checks["cc-1"].cases == 2


@pytest.mark.parametrize(
    "step",
    [
        lambda: entry("person:77", "Client Won"),
        lambda: case("m-77", party("x", "witness", name="Client One")),
    ],
    ids=("entry", "party"),
)
def test_a_new_entry_or_a_name_makes_a_check_old(store: Store, step: Any) -> None:
    """Also one of whom nobody asked: it may bear a like name."""
    found = asked(store, person_1="adverse")
    keep(store, step())
    with pytest.raises(ConflictError):
        append(store, case("m-9"), found)


def _asking(case_id: str) -> CaseFile:
    """A case in which somebody has asked us, and the review is through."""
    return case(
        case_id,
        party("us", "plaintiff", "person:1"),
        party("them", "intervenor", "person:2"),
        InquiryMade(client_ids=("us",), happened_on=EARLY),
        ConflictReviewBegun(review_id="r", happened_on=EARLY),
        ConflictReviewCleared(review_id="r", happened_on=EARLY),
    )


@pytest.mark.parametrize(
    "step",
    [
        lambda file: file.record(
            Engaged(client_ids=("us",), happened_on=DAY), by="clerk", at=AT
        ),
        lambda file: file.record(
            ClaimStated(
                claim_id="k",
                by=("us",),
                against=("them",),
                theory="x",
                happened_on=DAY,
            ),
            by="clerk",
            at=AT,
        ),
        lambda file: file.record(
            RoleTaken(party_id="them", roles=("defendant",), happened_on=DAY),
            by="clerk",
            at=AT,
        ),
        lambda file: file.correct(
            file.log[2].event_id, person="person:8", ground="typo", by="clerk", at=AT
        ),
        lambda file: file.retract(
            file.log[-1].event_id, ground="typo", by="clerk", at=AT
        ),
    ],
    ids=("engaged", "claim", "role", "corrected", "retracted"),
)
def test_whoever_is_more_to_us_makes_a_check_old(store: Store, step: Any) -> None:
    """Two who asked us are engaged at once: the second has to look again."""
    keep(store, _asking("m-20"))
    found = asked(store, person_1="adverse")
    with store.begin() as work:
        save(work, step(work.file("m-20")))
        work.commit()
    with pytest.raises(ConflictError):
        append(store, case("m-9"), found)


def test_an_inquiry_makes_a_check_old(store: Store) -> None:
    """Who asked us has consulted us, though nobody joined."""
    keep(store, case("m-21", party("us", "plaintiff", "person:1")))
    found = asked(store, person_1="adverse")
    with store.begin() as work:
        file = work.file("m-21")
        inquiry = InquiryMade(client_ids=("us",), happened_on=DAY)
        save(work, file.record(inquiry, by="clerk", at=AT))
        work.commit()
    with pytest.raises(ConflictError):
        append(store, case("m-9"), found)


def test_a_condition_needs_a_check() -> None:
    """A text is none."""
    with pytest.raises(InvalidTypeError, match="needs a ConflictCheck, not str"):
        nobody_since("cc-1")  # type: ignore[arg-type]  # refused


def test_what_brings_nobody_in_makes_no_check_old(store: Store) -> None:
    """A case without people, and what happens in others, does not matter."""
    found = asked(store, person_1="adverse")
    keep(store, case("m-78"))
    append(store, case("m-9"), found)


def test_what_one_brings_in_oneself_makes_no_check_old(store: Store) -> None:
    """In one unit of work, whoever joins and what depends on the check."""
    found = asked(store, person_2="adverse")
    with store.begin() as work:
        save(work, case("m-9", party("them", "defendant", "person:2")))
        save(work, case("m-10"), unless=nobody_since(found))
        work.commit()


def test_a_long_id_is_recorded_as_any_other() -> None:
    """Party and case together may be longer than an id."""
    long = "x" * 200
    joined = party(long, "plaintiff", is_client=True, name="Client One")
    made = case("x" * 150, joined)
    index = ConflictIndex.of([made], Directory.of(), position="p")
    people = (Asked(who=f"party:{long[:150]}", name="Client One", stance="adverse"),)
    event = check(index, people=people, as_of=DAY).as_event(check_id="c", by="lead")
    assert event.found[0].ref == f"party:{long}"


def test_what_is_watched_stays_in_clear() -> None:
    """Sealed lines make a check old as well."""
    store = MemoryStore(model=MODEL)
    keep(store, entry("person:1", "Client One"))
    found = asked(store, person_1="adverse")
    assert _tags_in_clear(found.watched) == found.watched
    kinds = {row.kind for facet in MODEL.facets for row in facet.rows}
    kinds |= {
        row.kind
        for model in entry("person:1", "X").folded.model.facets
        for row in model.rows
    }
    kinds |= {"organization-added", "agency-added", "corrected", "retracted"}
    assert {tag.removeprefix("kind:") for tag in found.watched} <= kinds


def test_a_check_without_a_store_has_no_condition() -> None:
    """Cases that were passed by hand have no position."""
    index = ConflictIndex.of([], Directory.of(entry("person:1", "Client One")))
    found = check(index, people=("person:1",), as_of=DAY)
    with pytest.raises(InvalidTypeError, match="came from no store"):
        nobody_since(found)


def test_a_sealed_case_is_named_as_not_searched(tmp_path: Path) -> None:
    """Where its key is not there, the check says that it was not looked at."""
    path = tmp_path / "sealed.db"
    sealer = Sealer(keys(), tenant="firm", which="case:m-2".__eq__)
    with SqliteStore(path, model=MODEL, sealer=sealer) as made:
        keep(made, case("m-1", party("a", "witness")), case("m-2", party("b", "judge")))
    with SqliteStore(path, model=MODEL) as made:
        index = conflict_index(made)
    assert index.case_ids == ("m-1",)
    assert ("sealed", "case:m-2") in {(o.what, o.where) for o in index.unsearched}


# --- behind walls ---------------------------------------------------------------------


def policy(*walls: Wall) -> Policy:
    """Everybody does everything, but for walls."""
    return Policy(
        roles=(Role(name="lawyer", actions=("read", "record", "open")),),
        grants=tuple(
            Grant(
                grant_id=f"g-{who}",
                who=who,
                role="lawyer",
                scope="all",
                from_on=FIRST,
                granted_by=PARTNER,
            )
            for who in (ME, PARTNER)
        ),
        walls=walls,
    )


WALL = Wall(
    wall_id="w-1",
    apart_from=(f"case:m-{CANARY}",),
    who=(ME,),
    ground="lateral",
    from_on=FIRST,
)


def behind(store: Store, who: str = ME, **roles: str) -> ConflictCheck:
    """A check as somebody may see it."""
    given = {name.replace("_", ":"): stance for name, stance in roles.items()}
    guarded = store.guarded(policy(WALL)).as_(who, at=AT)
    return guarded.check_conflicts(people=tuple(given), roles=given, as_of=DAY)


def said(found: ConflictCheck) -> str:
    """Everything that a check says, by whatever way."""
    html = found._repr_html_()
    return f"{found!r}{found}{html}{found.to_rows()}{found.to_dict()}{found.unsearched}"


def test_behind_a_wall_only_the_existence_is_known(store: Store) -> None:
    """Not in which matter, of whom, how many, nor why; the rest is there."""
    found = behind(store, person_1="adverse")
    assert found.hidden == EXISTENCE
    assert [one.case_id for one in found] == ["m-1"]
    assert CANARY not in said(found)
    assert found.cases is None
    assert "There is a matter you may not see" in str(found)


def test_a_hidden_matter_decides_nothing_of_what_is_told(store: Store) -> None:
    """Whether a party stands in a matter behind a wall, no pair of questions tells."""
    keep(
        store,
        case(f"m-{CANARY}-2", party("b", "defendant", name="Secret Adversary")),
    )
    walls = Wall(
        wall_id="w-2",
        who=(ME,),
        apart_from=(f"case:m-{CANARY}-2",),
        from_on=FIRST,
        ground="x",
    )
    guarded = store.guarded(policy(WALL, walls)).as_(ME, at=AT)
    told = [
        guarded.check_conflicts(
            people=(Asked(who=who, name="Secret Adversary"),), matter=matter, as_of=DAY
        )
        for who in ("party:b", "party:zz")
        for matter in (f"m-{CANARY}-2", "m-nowhere")
    ]
    assert {(one.hidden, one.matches, one.findings) for one in told} == {
        (EXISTENCE, (), ())
    }


def test_that_something_is_hidden_is_recorded(store: Store) -> None:
    """Somebody who sees everything has to ask the same, of as many relations."""
    found = behind(store, person_8="adverse", person_2="adverse")
    event = found.as_event(check_id="cc-1", by="lead")
    assert EXISTENCE in event.unsearched
    file = case("m-9").record(event, by="lead", at=AT)

    def rows(file: CaseFile) -> list[tuple[str, str]]:
        return [
            (one.what, one.ref)
            for one in unchecked(file, on=DAY)
            if one.what == "hidden"
        ]

    assert rows(file) == [("hidden", "practice/conflict-check:cc-1")]
    codes = {one.code: one.severity for one in health(file, on=DAY)}
    assert codes["conflict-open"] == "critical"
    # One behind the wall cannot settle it by asking for less.
    again = behind(store, person_2="adverse").as_event(check_id="cc-2", by="lead")
    assert rows(file.record(again, by="lead", at=AT)) != []
    whole = asked(store, person_8="adverse", person_2="adverse")
    event = whole.as_event(check_id="cc-3", by="partner")
    assert rows(file.record(event, by="partner", at=AT)) == []


def test_nothing_hidden_says_nothing_of_it(store: Store) -> None:
    """Whom no hidden matter concerns, no word is there; the partner sees all."""
    found = behind(store, person_2="adverse")
    assert found.hidden == EXISTENCE  # by the spouse, who is a client there
    nobody = behind(store, person_77="adverse")
    assert nobody.hidden is None
    assert nobody.matches == ()
    whole = behind(store, PARTNER, person_1="adverse")
    assert whole.hidden is None
    assert len(whole) == 2
    assert whole.cases == 2


def test_one_word_for_one_matter_and_for_many(store: Store) -> None:
    """How often a wall hid something cannot be told."""
    one = behind(store, person_8="adverse")
    many = behind(store, person_8="adverse", person_9="adverse")
    assert one.hidden == many.hidden == EXISTENCE
    assert len(one.matches) == len(many.matches) == 0
    assert CANARY not in said(many)


def test_a_check_behind_a_wall_makes_a_condition(store: Store) -> None:
    """The position of the person is good for what the person appends."""
    guarded = store.guarded(policy(WALL)).as_(ME, at=AT)
    found = guarded.check_conflicts(people=("person:1",), as_of=DAY)
    keep(store, entry("person:66", "Third"))
    with pytest.raises(ConflictError):
        append(guarded, case("m-9"), found)


def test_a_stranger_asks_nothing(store: Store) -> None:
    """Whom the policy does not know learns not even that something is there."""
    guarded = store.guarded(policy(WALL)).as_("person:stranger", at=AT)
    with pytest.raises(StorageError, match="may record nothing"):
        guarded.check_conflicts(people=("person:8",), as_of=DAY)


def test_the_index_of_a_store_is_not_for_one_person(store: Store) -> None:
    """What is guarded is refused, with the way that there is."""
    guarded = store.guarded(policy(WALL)).as_(ME, at=AT)
    with pytest.raises(InvalidTypeError, match="check_conflicts"):
        conflict_index(guarded)


def test_an_index_made_before_is_as_good(store: Store) -> None:
    """It is searched as the whole, and told as the person may see."""
    index = conflict_index(store)
    guarded = store.guarded(policy(WALL)).as_(ME, at=AT)
    found = guarded.check_conflicts(
        people=("person:1",), as_of=DAY, index=index, depth=1, threshold=90
    )
    assert found.hidden == EXISTENCE
    assert CANARY not in said(found)
    assert (found.depth, found.threshold) == (1, 90)
