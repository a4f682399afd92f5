"""Of what is hidden, nothing gets out: not by a list, an error, a cursor or a repr."""

from __future__ import annotations

import json
import traceback
from base64 import urlsafe_b64decode
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from guarding_samples import (
    AT,
    DAY,
    FIRST,
    ME,
    STORES,
    Step,
    all_of,
    changes_of,
    policy,
    put,
    queries,
    wall,
    with_logs,
)
from legalcase.directory import (
    LinkMade,
    Name,
    NameOnDocket,
    OrganizationAdded,
    PersonAdded,
)
from legalcase.errors import (
    CaseNotFoundError,
    DecodeError,
    InvalidTypeError,
    InvalidValueError,
    LegalCaseError,
    StorageError,
)
from legalcase.ical import to_ical
from legalcase.interop import to_rows
from legalcase.model import (
    CaseOpened,
    DeadlineSet,
    DeadlineTerms,
    HearingSet,
    NoteAdded,
    Ordered,
    PartyJoined,
    TaskPlanned,
    TaskTerms,
)
from legalcase.oversight import agenda
from legalcase.ports import CaseQuery, DueQuery, LineQuery
from legalcase.ports import Reader as CaseReader
from legalcase.storage import MemoryStore, SqliteStore, load, load_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from legalcase.storage import Store

CANARY = "canary-4711"
HIDDEN = f"{CANARY}-case"


def of_case(case_id: str, words: str, person: str) -> list[Step]:
    """A case with something of each kind, in which everybody writes the same words."""
    by: dict[str, Any] = {"happened_on": DAY}
    events: tuple[Any, ...] = (
        CaseOpened(caption=words, court="us/cand", number=words, **by),
        PartyJoined(
            party_id="p",
            person=person,
            roles=("defendant",),
            is_client=True,
            **by,
        ),
        PartyJoined(party_id="q", name=words, roles=("plaintiff",), **by),
        NoteAdded(note_id=f"note-{words}", text=words, **by),
        HearingSet(hearing_id=f"h-{words}", title=words, hearing_at=AT, **by),
        DeadlineSet(
            deadline_id=f"d-{words}",
            terms=DeadlineTerms(
                title=words,
                owner=words,
                basis=Ordered(due=date(2026, 7, 9), authority=words),
            ),
            **by,
        ),
        TaskPlanned(
            task_id=f"t-{words}",
            terms=TaskTerms(title=words, accountable=words, due_on=date(2026, 7, 1)),
            **by,
        ),
    )
    return [
        Step(f"case:{case_id}", event, f"{case_id}-{n}")
        for n, event in enumerate(events)
    ]


def world() -> list[Step]:
    """A case that is seen, one that is hidden, and entries that speak of both."""
    acme = OrganizationAdded(name=Name(full=f"Acme {CANARY}"), happened_on=DAY)
    roe = PersonAdded(name=Name(full="Jane Roe"), happened_on=DAY)
    link = LinkMade(
        link_id=f"link-{CANARY}",
        relation="employed-by",
        to=f"organization:{CANARY}",
        happened_on=DAY,
    )
    seen = NameOnDocket(case_id="seen", name="Jane Roe", happened_on=DAY)
    spoken = NameOnDocket(case_id=HIDDEN, name=f"J. {CANARY}", happened_on=DAY)
    return [
        Step(f"organization:{CANARY}", acme, f"{CANARY}-acme"),
        Step("person:roe", roe, "roe-1"),
        *of_case("seen", "exhibit", "person:roe"),
        *of_case(HIDDEN, CANARY, f"organization:{CANARY}"),
        Step("person:roe", spoken, f"{CANARY}-2"),
        Step("person:roe", link, f"{CANARY}-3"),
        Step("person:roe", seen, "roe-4"),
        *of_case("other", "exhibit", "person:roe"),
    ]


RULES = policy(wall(f"organization:{CANARY}"))


@pytest.fixture(name="store", params=sorted(STORES))
def _store(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Store]:
    with_logs(monkeypatch)
    with STORES[request.param](request) as store:
        put(store, world())
        yield store


def shown(error: BaseException) -> str:
    """All that an error says, of itself and of those behind it."""
    parts = "".join(traceback.format_exception(error))
    held: list[BaseException | None] = [error]
    others = set[int]()
    while held:
        one = held.pop()
        if one is None or id(one) in others:
            continue
        others.add(id(one))
        parts += repr(one) + repr(vars(one))
        held += [one.__context__, one.__cause__]
    return parts


def asked(act: Any) -> Any:
    """What something returns, or all that its error says."""
    try:
        return act()
    except LegalCaseError as error:
        return shown(error)


def opened(cursor: str | None) -> str:
    """What a cursor holds, for who takes it apart."""
    if cursor is None:
        return ""
    return repr(urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))


def test_no_canary_gets_out(store: Store) -> None:
    """Whatever is asked, in whatever way."""
    guard = store.guarded(RULES)
    mine = guard.as_(ME, at=AT)
    said: list[Any] = [guard, mine, mine.capabilities]
    asks = queries(
        ("person:roe", "exhibit"),
        ("us/cand",),
        ("kind:case-opened", "kind:name-on-docket"),
        "exhibit",
    )
    with mine.read() as reader:
        said += [reader, reader.ids(), changes_of(reader)]
        said += [(one.log, one.profile, one) for one in reader.directory()]
        for query in asks:
            page = reader.find(query, limit=1)
            said += [page, opened(page.next), opened(page.position)]
            said += [all_of(reader, query), reader.count(query)]
        page = reader.changes_since(None, limit=3)
        said += [page, opened(page.next), opened(page.position)]
        for name in reader.ids():
            case = reader.get(name)
            said += [case.to_dict(), reader.file(name).log, load(reader, None, name)]
            said += [load_file(reader, None, name).log, reader.events(f"case:{name}")]
            said += [to_ical(case, name="All", detail="full", audience="owner")]
            said += [mine.why("erase", name), reader.exported(name)]
        cases = [reader.get(name) for name in reader.ids()]
        june = (date(2026, 6, 1), date(2026, 12, 31))
        diary = agenda(cases, between=june, audience="owner")
        said += [diary, diary.to_dict(), str(diary)]
        said += [to_ical(cases, name="All", detail="full", audience="owner")]
        for table in ("parties", "events", "deadlines", "hearings"):
            said += [to_rows(case, table, audience="owner") for case in cases]
        said += [reader.events("person:roe"), reader.entry("person:roe").log]
    text = repr(said)
    assert "exhibit" in text
    assert CANARY not in text


def test_what_is_hidden_is_not_there(store: Store) -> None:
    """By every query that names it, the answer is that of an id nobody ever gave."""
    never = "never-4711-case"
    asks = [*queries((CANARY, f"organization:{CANARY}"), (), (), CANARY)][3:5]
    asks += [CaseQuery(number=CANARY), CaseQuery(client=f"organization:{CANARY}")]
    asks += [CaseQuery(participant=f"organization:{CANARY}")]
    asks += [CaseQuery(assignee=CANARY), DueQuery(assignee=CANARY, is_open=None)]
    asks += [DueQuery(case_id=HIDDEN, is_open=None)]
    asks += [LineQuery(tags=(f"case:{HIDDEN}",)), LineQuery(text=CANARY)]
    asks += [LineQuery(tags=(f"organization:{CANARY}",))]
    with store.read() as reader:
        assert all(reader.count(query) for query in asks)
    with store.guarded(RULES).as_(ME, at=AT).read() as reader:
        for query in asks:
            assert reader.find(query).rows == ()
            assert reader.find(query).next is None
            assert reader.count(query) == 0
        for ask in ("events", "folded"):
            for stream in (f"case:{HIDDEN}", f"organization:{CANARY}"):
                noun = stream.partition(":")[0]
                given = () if ask == "events" else (reader._reader._model,)
                name = stream.partition(":")[2]
                both = [
                    asked(lambda n=one: getattr(reader, ask)(f"{noun}:{n}", *given))  # noqa: B023 - called at once
                    for one in (name, never)
                ]
                assert both[0].replace(name, "…") == both[1].replace(never, "…")
        for ask in ("get", "file", "exported"):
            with pytest.raises(CaseNotFoundError):
                getattr(reader, ask)(HIDDEN)
        with pytest.raises(CaseNotFoundError):
            reader.why("read", HIDDEN)


def test_cursors_are_noise(store: Store) -> None:
    """Each is as long as every other, no two are alike, and nobody else can use one."""
    key = bytes(range(32))
    guard = store.guarded(RULES, cursor_key=key)
    mine = guard.as_(ME, at=AT)
    with mine.read() as reader:
        pages = [reader.find(CaseQuery(), limit=1) for _ in range(3)]
        page = reader.find(LineQuery(), limit=2)
        cursors = [one for each in pages for one in (each.next, each.position)]
        cursors += [page.next, page.position]
        cursors += [reader.changes_since(None, limit=n).position for n in (1, 4)]
        assert len(set(cursors)) == len(cursors)
        assert len({len(one or "") for one in cursors}) == 1
    again = store.guarded(RULES, cursor_key=key).as_(ME, at=AT)
    with again.read() as reader:
        rows = reader.find(LineQuery(), after=page.next, limit=2).rows
        assert rows == tuple(all_of(reader, LineQuery())[2:4])
        plain = reader._reader.find(LineQuery(), limit=2)
        for cursor in (plain.next, page.position[:-8], page.position + "A", "é", ""):
            with pytest.raises(InvalidValueError):
                reader.find(LineQuery(), after=cursor)
        with pytest.raises(InvalidTypeError):
            reader.find(LineQuery(), after=3)  # type: ignore[arg-type]  # the input under test
    for other in (
        store.guarded(RULES, cursor_key=key).as_("person:partner", at=AT),
        store.guarded(RULES).as_(ME, at=AT),
    ):
        with other.read() as reader, pytest.raises(InvalidValueError):
            reader.changes_since(page.position)


def test_a_key_that_can_be_guessed_is_none(store: Store) -> None:
    """It is bytes, and enough of them."""
    for key, kind in ((b"short", InvalidValueError), ("x" * 32, InvalidTypeError)):
        with pytest.raises(kind):
            store.guarded(RULES, cursor_key=key)  # type: ignore[arg-type]  # the input under test


@pytest.mark.slow
def test_pages_are_full_of_what_is_seen(store: Store) -> None:
    """However many hidden rows lie between, and the last page knows that it is."""
    crowd = [
        step
        for n in range(130)
        for step in of_case(f"m-{n:03}", "exhibit", f"organization:{CANARY}")[:2]
    ]
    put(store, [*crowd, *of_case("z", "exhibit", "person:roe")])
    with store.guarded(RULES).as_(ME, at=AT).read() as reader:
        page = reader.find(CaseQuery(), limit=2)
        assert [row.case_id for row in page.rows] == ["other", "seen"]
        page = reader.find(CaseQuery(), after=page.next, limit=2)
        assert [row.case_id for row in page.rows] == ["z"]
        assert page.next is None
        assert reader.count(CaseQuery()) == 3
        assert {row.stream for row in changes_of(reader, limit=5)} == {
            "case:other",
            "case:seen",
            "case:z",
            "person:roe",
        }


@pytest.mark.slow
def test_what_is_seen_is_given_once(store: Store) -> None:
    """Also where rows are looked at a hundred at a time, and every third is hidden."""
    whom = ("person:roe", "person:roe", f"organization:{CANARY}")
    crowd = [
        step
        for n in range(160)
        for step in of_case(f"m-{n:03}", "exhibit", whom[n % 3])[:2]
    ]
    put(store, crowd)
    names = [f"m-{n:03}" for n in range(160) if n % 3 != 2] + ["other", "seen"]
    with store.guarded(RULES).as_(ME, at=AT).read() as reader:
        found = [row.case_id for row in reader.find(CaseQuery(), limit=1000).rows]
        assert found == names
        found = [row.case_id for row in all_of(reader, CaseQuery(), limit=99)]
        assert found == names
        opened_ = LineQuery(tags=("kind:case-opened",))
        assert reader.count(opened_) == reader.count(CaseQuery()) == len(names)
        rows = reader.changes_since(None, limit=1000).rows
        assert rows == tuple(changes_of(reader, limit=150))
        assert len(rows) == len(set(rows))


def test_who_holds_nothing_sees_an_empty_store(store: Store) -> None:
    """So does somebody of whom the policy does not know."""
    with store.guarded(RULES).as_("person:stranger", at=AT).read() as reader:
        assert (reader.ids(), len(reader.directory())) == ((), 0)
        assert reader.find(LineQuery()).rows == ()
        assert reader.changes_since(None).rows == ()
        assert reader.count(DueQuery(is_open=None)) == 0


def test_a_reading_is_over_when_its_store_is_closed(store: Store) -> None:
    """Whoever closes it takes it away from whoever still reads."""
    mine = store.guarded(policy(wall("organization:acme"))).as_(ME, at=AT)
    with mine.read() as reader:
        seen = reader.ids()
        assert seen
        assert reader.get(seen[0]).case_id == seen[0]
        mine.close()
        asked: list[Callable[[], object]] = [
            reader.ids,
            reader.directory,
            lambda: reader.get(seen[0]),
            lambda: reader.find(CaseQuery()),
            lambda: reader.count(CaseQuery()),
            lambda: reader.changes_since(None),
            lambda: reader.why("read", seen[0]),
        ]
        for act in asked:
            with pytest.raises(StorageError, match="This store is closed"):
                act()
    assert store.ask(lambda plain: plain.ids())


def test_what_is_for_the_administrator_is_refused(store: Store) -> None:
    """With words that say who can, and nothing is offered by another door."""
    mine = store.guarded(RULES).as_(ME, at=AT)
    refused = ("heads", "verify", "rebuild", "backup", "optimize", "scrub", "guarded")
    for name in (*refused, "rotate_keys", "protect", "publish"):
        with pytest.raises(StorageError, match="administers"):
            getattr(mine, name)()
    with mine.begin() as work:
        for name in ("heads", "verify", "rebuild"):
            with pytest.raises(StorageError, match="administers"):
                getattr(work, name)()
    assert "verify" not in mine.capabilities
    # Whatever a store comes to offer, a guard has to say something to it.
    assert {name for name in dir(store) if name[0] != "_"} <= set(dir(mine))
    with mine.read() as reader, store.read() as plain:
        asked_of = {name for name in dir(CaseReader) if name[0] != "_"}
        assert asked_of <= set(dir(reader))
        own = {name for name in dir(reader) if name[0] != "_"} - set(dir(plain))
        assert own == {"exported", "why"}


def test_damage_does_not_say_of_what(tmp_path: Path) -> None:
    """A hidden row that cannot be read is named in no error; what is seen, is read."""
    with SqliteStore(tmp_path / "cases.db") as store:
        put(store, world())
        work = store.begin()
        with work:
            work._many(
                [
                    (
                        "UPDATE case_row SET caption = ? WHERE stream = ?",
                        [("other", f"case:{HIDDEN}")],
                    )
                ]
            )
            work._keep_all()
        mine = store.guarded(RULES).as_(ME, at=AT)
        with pytest.raises(DecodeError, match=CANARY), store.read() as plain:
            plain.find(CaseQuery())
        with mine.read() as reader:
            with pytest.raises(DecodeError) as found:
                reader.find(CaseQuery())
            assert CANARY not in shown(found.value)
            assert reader.ids() == ("other", "seen")
            assert isinstance(asked(lambda: reader.get(HIDDEN)), str)
            assert "CaseNotFoundError" in asked(lambda: reader.get(HIDDEN))


@pytest.mark.parametrize("name", ["person", "subject", "unlisted", "works"])
def test_a_word_that_was_lost_opens_nothing(tmp_path: Path, name: str) -> None:
    """Where one of the words of a case is gone, its log decides."""
    with SqliteStore(tmp_path / "cases.db") as store:
        put(store, world())
        with store.begin() as work:
            work._many(
                [
                    (
                        "DELETE FROM attribute WHERE stream = ? AND name = ?",
                        [(f"case:{HIDDEN}", name)],
                    )
                ]
            )
            work._keep_all()
        with store.guarded(RULES).as_(ME, at=AT).read() as reader:
            assert reader.ids() == ("other", "seen")


def test_days_are_those_of_the_place() -> None:
    """A wall that falls on a day stands until that day begins in the firm's zone."""
    from zoneinfo import ZoneInfo

    falls = DAY + timedelta(days=1)
    rules = policy(
        wall(f"organization:{CANARY}").__class__(
            wall_id="w",
            who=(ME,),
            apart_from=(f"organization:{CANARY}",),
            from_on=FIRST,
            until_on=falls,
            ground="until then",
        )
    )

    class Clock:
        """Tells what it was told."""

        def __init__(self) -> None:
            self.at = AT.replace(day=4, hour=3)

        def now(self) -> Any:
            """Return that."""
            return self.at

    clock = Clock()
    with MemoryStore() as store:
        put(store, world())
        mine = store.guarded(
            rules, clock=clock, zone=ZoneInfo("America/Los_Angeles")
        ).as_(ME)
        with mine.read() as reader:
            assert reader.ids() == ("other", "seen")
            clock.at = AT.replace(day=4, hour=8)
            assert reader.ids() == ("other", "seen")
        with mine.read() as reader:
            assert reader.ids() == (HIDDEN, "other", "seen")


def test_a_cursor_is_text_of_a_url(store: Store) -> None:
    """It goes through JSON and an address as it is."""
    with store.guarded(RULES).as_(ME, at=AT).read() as reader:
        cursor = reader.find(CaseQuery(), limit=1).next
        assert cursor is not None
        assert json.loads(json.dumps(cursor)) == cursor
        assert set(cursor) <= set(
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_="
        )
