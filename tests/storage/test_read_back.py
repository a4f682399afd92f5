"""What would not read back is refused before it is written: a log only grows."""

from __future__ import annotations

import io
import struct
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest
from attrs import evolve

import legalcase as lc
from legalcase.codec.log.lines import line_text
from legalcase.errors import (
    InvalidValueError,
    LegalCaseError,
    UnknownNameError,
)
from legalcase.kernel import Recorded, UnknownEvent
from legalcase.model import (
    CaseOpened,
    Computed,
    DeadlineMet,
    DeadlineSet,
    DeadlineTerms,
    Filed,
    HearingHeld,
    HearingSet,
    Model,
    NoteAdded,
    Ordered,
    PartyJoined,
)
from legalcase.storage.memory import MemoryStore
from legalcase.storage.sqlite.store import SqliteStore
from store_samples import DAY, LINES, NOON, PACIFIC, case, load, new_file, noted, save

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from legalcase.storage import Store


class Nanoseconds(datetime):
    """An instant that writes more digits than a datetime has, as pandas' does."""

    def isoformat(self, sep: str = "T", timespec: str = "auto") -> str:  # noqa: ARG002 - as datetime has it
        """Write nanoseconds."""
        return "2026-06-03T12:00:00.000000001+00:00"


class Lying(datetime):
    """An instant that writes another one."""

    def isoformat(self, sep: str = "T", timespec: str = "auto") -> str:  # noqa: ARG002 - as datetime has it
        """Write the year before."""
        return "2025-06-03T12:00:00+00:00"


class Named(tzinfo):
    """A time zone that borrows a name."""

    key = "America/New_York"

    def utcoffset(self, _: datetime | None) -> timedelta:
        """Be far east of that."""
        return timedelta(hours=9)

    def dst(self, _: datetime | None) -> None:
        """Know nothing of summer."""

    def tzname(self, _: datetime | None) -> str:
        """Say the name."""
        return self.key


class Blank(str):
    """A text that is empty, and denies it."""

    __slots__ = ()

    def strip(self, *_: Any) -> str:
        """Say something."""
        return "something"


def own_zone() -> ZoneInfo:
    """The zone of a file of one's own, under a name that nobody else knows."""
    counts = struct.pack(">6l", 0, 0, 0, 0, 1, 4)
    kinds = struct.pack(">lBB", 3600, 0, 0) + b"CET\0"
    file = io.BytesIO(b"TZif" + bytes(16) + counts + kinds)
    return ZoneInfo.from_file(file, key="My Zone")


def hearing(at: datetime) -> HearingSet:
    """A hearing at that instant."""
    return HearingSet(hearing_id="h", title="Trial", hearing_at=at, happened_on=DAY)


def unknown(**fields: Any) -> UnknownEvent:
    """An event of a kind that is not known, with those fields."""
    plain = {"kind": "vanished", "schema": 3, "happened": DAY, "payload": '{"a":1}'}
    return UnknownEvent(**{**plain, **fields})


def set_deadline(**fields: Any) -> DeadlineSet:
    """A deadline with those terms."""
    given = {"title": "New", "basis": Ordered(due=DAY, authority="Order"), **fields}
    return DeadlineSet(deadline_id="new", terms=DeadlineTerms(**given), happened_on=DAY)


def joined(**fields: Any) -> PartyJoined:
    """A party with those fields."""
    given = {"party_id": "p", "name": "P", "roles": ("defendant",), **fields}
    return PartyJoined(happened_on=DAY, **given)


#: Made when the test runs: most of them are refused by the value itself.
POISONS: dict[str, Any] = {
    "nanoseconds": lambda: hearing(Nanoseconds(2026, 6, 3, 12, tzinfo=UTC)),
    "lying": lambda: hearing(Lying(2026, 6, 3, 12, tzinfo=UTC)),
    "microseconds-of-offset": lambda: hearing(
        datetime(2026, 6, 3, 12, tzinfo=timezone(timedelta(hours=1, microseconds=1)))
    ),
    "client-by-text": lambda: joined(is_client="yes"),
    "roles-list": lambda: joined(roles=["defendant"]),
    "met-by-number": lambda: set_deadline(met_by=7),
    "title-number": lambda: set_deadline(title=7),
    "deep-computation": lambda: set_deadline(basis=Computed(computation=_deep(600))),
    "blank": lambda: NoteAdded(note_id="n", text=Blank(""), happened_on=DAY),
    "half": lambda: NoteAdded(note_id="n", text="\ud800", happened_on=DAY),
    "unknown-naive": lambda: unknown(happened=datetime(2026, 6, 3)),
    "unknown-text": lambda: unknown(happened="2026-06-03"),
    "unknown-known": lambda: unknown(kind="filed", schema=1),
    "unknown-deep": lambda: unknown(payload="[" * 3000 + "]" * 3000),
    "unknown-constant": lambda: unknown(payload='{"a":NaN}'),
    "unknown-no-json": lambda: unknown(payload="{"),
}


def _deep(levels: int) -> Any:
    made = lc.compute("us/frcp/33(b)(2)", after=DAY, court="us/cand", service="mail")
    for _ in range(levels):
        made = evolve(made, parts=(made,))
    return made


def line_for(event: Any, number: int, stream: str = "case:case-1") -> Recorded:
    """An event as the log keeps it."""
    if isinstance(event, UnknownEvent):
        kind, schema = event.kind, event.schema
    else:
        row = Model.core().row_of(type(event))
        kind, schema = row.kind, row.schema
    return Recorded(
        stream=stream,
        number=number,
        event_id=f"{stream}/made-{number}",
        kind=kind,
        schema=schema,
        recorded_at=NOON,
        actor="A. Clerk",
        event=event,
    )


@pytest.fixture(name="store", params=["memory", "sqlite"])
def _store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    made = SqliteStore(tmp_path / "c.db") if request.param == "sqlite" else None
    store = made or MemoryStore()
    save(store, new_file())
    yield store
    store.close()


OLD = {"case:case-1": LINES}
NEW = {"case:case-2": 0}


@pytest.mark.parametrize("poison", POISONS)
def test_a_poison_is_refused(store: Store, poison: str) -> None:
    """By the value itself or by the store; and the case goes on as it was."""
    before = load(store)
    first = new_file("case-2").log[0]
    with store.begin() as work:
        with pytest.raises(LegalCaseError):
            work.append([line_for(POISONS[poison](), LINES + 1)], expected=OLD)
        with pytest.raises(LegalCaseError):
            work.append(
                [first, line_for(POISONS[poison](), 2, "case:case-2")], expected=NEW
            )
        work.commit()
    with store.begin() as work:
        assert work.ids() == ("case-1",)
    assert load(store) == before


@pytest.mark.parametrize(
    "changes",
    [
        {"recorded_at": Nanoseconds(2026, 6, 3, 12, tzinfo=UTC)},
        {"actor": Blank(" ")},
        {"kind": "filed"},
        {"schema": 99},
    ],
)
def test_the_line_itself_can_be_the_poison(
    store: Store, changes: dict[str, Any]
) -> None:
    """Who recorded what when is read back like the rest."""
    note = NoteAdded(note_id="n", text="x", happened_on=DAY)
    with store.begin() as work, pytest.raises(LegalCaseError):
        work.append([evolve(line_for(note, LINES + 1), **changes)], expected=OLD)
    assert load(store).base == LINES


def test_every_good_instant_is_taken(store: Store) -> None:
    """With a zone's name, an offset of seconds, in the hour that comes twice."""
    zones = [UTC, PACIFIC, timezone(timedelta(hours=5, minutes=45, seconds=7))]
    instants = [datetime(2026, 11, 1, 1, 30, 0, 123456, tzinfo=z) for z in zones]
    instants += [instant.replace(fold=1) for instant in instants]
    file = load(store)
    for number, at in enumerate(instants):
        event = HearingSet(
            hearing_id=f"h{number}", title="Trial", hearing_at=at, happened_on=DAY
        )
        file = file.record(event, by="A. Clerk", at=NOON)
    save(store, file)
    found = load(store)
    assert [line_text(evolve(line)) for line in file.log] == [
        line_text(evolve(line)) for line in found.log
    ]
    assert found.case == file.case


def test_text_that_came_along_is_written(store: Store) -> None:
    """To the byte, spread as it is; and what it says has to be what the line says."""
    note = line_for(NoteAdded(note_id="n", text="x", happened_on=DAY), LINES + 1)
    spread = line_text(note).replace('":', '" : ')
    with store.begin() as work:
        for wrong in ("{", spread.replace("A. Clerk", "A. Thief"), "\ud800" + spread):
            with pytest.raises(InvalidValueError, match="reads back"):
                work.append([note.with_text(wrong)], expected=OLD)
        work.append([note.with_text(spread)], expected=OLD)
        work.commit()
    assert load(store).log[-1].text == spread


IMPOSSIBLE: dict[str, tuple[Any, type[LegalCaseError]]] = {
    "met-of-no-deadline": (
        DeadlineMet(deadline_id="none", met_by="A", evidence="E", happened_on=DAY),
        UnknownNameError,
    ),
    "filed-by-nobody": (
        Filed(title="Paper", happened_on=DAY, by=("nobody",)),
        UnknownNameError,
    ),
    "opened-again": (
        CaseOpened(caption="Again", happened_on=DAY),
        InvalidValueError,
    ),
    "note-twice": (
        NoteAdded(note_id="note-1", text="x", happened_on=DAY),
        InvalidValueError,
    ),
}


@pytest.mark.parametrize("name", IMPOSSIBLE)
def test_what_cannot_have_happened_is_refused(store: Store, name: str) -> None:
    """As `record` refuses it: no event can take it back, and `get` would refuse it."""
    event, kind = IMPOSSIBLE[name]
    with store.begin() as work:
        with pytest.raises(kind):
            work.append([line_for(event, LINES + 1)], expected=OLD)
        work.commit()
    assert load(store).base == LINES


def test_a_log_begins_with_the_opening(store: Store) -> None:
    """A note, or an event that nobody knows, opens no case; nor is a case a person."""
    note = NoteAdded(note_id="n", text="x", happened_on=DAY)
    opened = evolve(new_file("case-2").log[0], stream="person:p-1")
    with store.begin() as work:
        for line in (
            line_for(note, 1, "case:case-2"),
            line_for(unknown(), 1, "case:case-2"),
            opened,
        ):
            why = "A log of a case begins|No room of this model knows CaseOpened"
            with pytest.raises(InvalidValueError, match=why):
                work.append([line], expected={line.stream: 0})


def test_what_follows_an_unknown_event_is_kept(store: Store) -> None:
    """What that did is not known here, so that nothing after it can be impossible."""
    met = DeadlineMet(deadline_id="new", met_by="A", evidence="E", happened_on=DAY)
    lines = [line_for(unknown(), LINES + 1), line_for(met, LINES + 2)]
    again = line_for(met, LINES + 3)
    with store.begin() as work:
        work.append(lines, expected=OLD)
        work.commit()
    with store.begin() as work:
        work.append([again], expected={"case:case-1": LINES + 2})
        assert work.events("case:case-1")[LINES:] == (*lines, again)


def test_a_case_that_was_not_read_before_is_read(tmp_path: Path) -> None:
    """Another program has recorded: what it did counts before what comes now."""
    path = tmp_path / "cases.db"
    ours, theirs = SqliteStore(path), SqliteStore(path)
    save(ours, new_file())
    save(theirs, noted(load(theirs), "theirs"))
    again = NoteAdded(note_id="theirs", text="x", happened_on=DAY)
    expected = {"case:case-1": LINES + 1}
    with ours.begin() as work, pytest.raises(InvalidValueError, match="already"):
        work.append([line_for(again, LINES + 2)], expected=expected)
    ours.close()
    theirs.close()


def test_what_was_rolled_back_counts_for_nothing(store: Store) -> None:
    """Neither its ids, nor what it made of the case."""
    file = noted(load(store), "n")
    for _ in range(2):
        with store.begin() as work:
            work.save(file)
            assert work.events("case:case-1") == file.log
    save(store, file)
    assert case(store) == file.case


def test_what_another_program_does_not_know_either_is_kept(tmp_path: Path) -> None:
    """A log with an unknown event that was never read here goes on all the same."""
    path = tmp_path / "cases.db"
    with SqliteStore(path) as store:
        save(store, new_file())
        with store.begin() as work:
            work.append([line_for(unknown(), LINES + 1)], expected=OLD)
            work.commit()
    note = NoteAdded(note_id="n", text="x", happened_on=DAY)
    with SqliteStore(path) as store:
        with store.begin() as work:
            expected = {"case:case-1": LINES + 1}
            work.append([line_for(note, LINES + 2)], expected=expected)
            work.commit()
        assert store.verify() == ()
        assert [head.number for head in store.heads()] == [LINES + 2]


def test_more_cases_than_are_kept_in_mind(store: Store) -> None:
    """Those used longest ago are read again, and go on like the others."""
    files = [new_file(f"many-{number}") for number in range(300)]
    save(store, *files)
    file = files[0].saved()
    save(store, noted(file, "later"))
    assert case(store, "many-0").version == LINES + 1


def test_a_correction_counts_for_what_comes_after_it(store: Store) -> None:
    """In the state that the store keeps, and in the one that it reads anew."""
    file = load(store)
    hearing_set = next(line for line in file.log if line.kind == "hearing-set")
    file = file.retract(hearing_set.event_id, ground="another case", by="A", at=NOON)
    save(store, file)
    assert case(store) == file.case
    held = HearingHeld(hearing_id="cmc", happened_on=DAY)
    expected = {"case:case-1": LINES + 1}
    with store.begin() as work:
        with pytest.raises(UnknownNameError):
            work.append([line_for(held, LINES + 2)], expected=expected)
        # One that is set again in the same act can be held.
        again = evolve(hearing_set, number=LINES + 2, event_id="again")
        work.append([again, line_for(held, LINES + 3)], expected=expected)
        work.commit()
    assert case(store).version == LINES + 3


def test_a_clock_that_nobody_else_has_is_kept_by_its_offset(store: Store) -> None:
    """A zone of one's own, or one that borrows a name: the hour stays, and is right."""
    file = load(store)
    for number, zone in enumerate((own_zone(), Named())):
        at = datetime(2026, 7, 3, 12, tzinfo=zone)
        event = evolve(hearing(at), hearing_id=f"h{number}")
        file = file.record(event, by="A. Clerk", at=at)
    save(store, file)
    found = [line.recorded_at.isoformat() for line in load(store).log[LINES:]]
    assert found == ["2026-07-03T12:00:00+01:00", "2026-07-03T12:00:00+09:00"]


@pytest.mark.parametrize(
    "payload",
    [
        '{"a":1,"a":2}',
        '{"a":"\\ud800"}',
        '{ "a" : 12345678901234567890.250, "b":1e400 }',
    ],
)
def test_what_is_not_known_here_is_kept_to_the_byte(store: Store, payload: str) -> None:
    """Names twice, halves of characters, digits that no float has."""
    with store.begin() as work:
        line = line_for(unknown(payload=payload), LINES + 1)
        work.append([line], expected=OLD)
        work.commit()
    with store.begin() as work:
        event = work.events("case:case-1")[-1].event
    assert isinstance(event, UnknownEvent)
    assert event.payload == payload
