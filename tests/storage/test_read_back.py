"""What would not read back is refused before it is written: a log only grows."""

from __future__ import annotations

import io
import struct
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest
from attrs import evolve
from legalcase.model.basis import Computed
from legalcase.model.case_events import CaseOpened, NoteAdded, PartyJoined
from legalcase.model.deadline_events import DeadlineMet, DeadlineSet
from legalcase.model.docket_events import Filed, HearingSet
from legalcase.model.events import UnknownEvent

from case_samples import NOON, PACIFIC, computation, deadline, log, recorded
from legalcase.codec import from_json, to_json
from legalcase.errors import (
    IllegalTransitionError,
    InvalidValueError,
    LegalCaseError,
    UnknownNameError,
)
from legalcase.model.case import Case
from legalcase.model.people import Participant, Party
from legalcase.storage.memory import MemoryStore
from legalcase.storage.sqlite.store import SqliteStore

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from legalcase.ports import CaseStore

DAY = date(2026, 6, 3)


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
    """A deadline with those fields."""
    return DeadlineSet(deadline=evolve(deadline("new"), **fields), happened_on=DAY)


PARTY = Party(party_id="p", name="P")

#: Made when the test runs: some of them may be refused earlier by then.
POISONS: dict[str, Any] = {
    "nanoseconds": lambda: hearing(Nanoseconds(2026, 6, 3, 12, tzinfo=UTC)),
    "lying": lambda: hearing(Lying(2026, 6, 3, 12, tzinfo=UTC)),
    "microseconds-of-offset": lambda: hearing(
        datetime(2026, 6, 3, 12, tzinfo=timezone(timedelta(hours=1, microseconds=1)))
    ),
    "own-zone": lambda: hearing(datetime(2026, 6, 3, 12, tzinfo=own_zone())),
    "borrowed-name": lambda: hearing(datetime(2026, 6, 3, 12, tzinfo=Named())),
    "client-by-text": lambda: PartyJoined(
        participant=Participant(
            party=PARTY,
            roles=("defendant",),
            joined_on=DAY,
            is_client="yes",  # type: ignore[arg-type]  # the poison
        )
    ),
    "chosen-by-number": lambda: set_deadline(chosen_by=7),
    "changed-naive": lambda: set_deadline(changed_at=datetime(2026, 6, 3)),
    "met-on-text": lambda: set_deadline(met_on="2026-06-03"),
    "extends-list": lambda: set_deadline(extends=["a"]),
    "deep-computation": lambda: set_deadline(basis=Computed(computation=_deep(600))),
    "blank": lambda: NoteAdded(note_id="n", text=Blank(""), happened_on=DAY),
    "unknown-naive": lambda: unknown(happened=datetime(2026, 6, 3)),
    "unknown-text": lambda: unknown(happened="2026-06-03"),
    "unknown-nothing": lambda: unknown(happened=None),
    "unknown-known": lambda: unknown(kind="filed", schema=1),
    "unknown-spread": lambda: unknown(payload='{ "a": 1 }'),
    "unknown-twice": lambda: unknown(payload='{"a":1,"a":2}'),
    "unknown-deep": lambda: unknown(payload="[" * 3000 + "]" * 3000),
    "unknown-infinite": lambda: unknown(payload='{"a":1e400}'),
    "unknown-constant": lambda: unknown(payload='{"a":NaN}'),
    "unknown-half": lambda: unknown(payload='{"a":"\\ud800"}'),
    "unknown-no-json": lambda: unknown(payload="{"),
    "unknown-digits": lambda: unknown(payload='{"a":' + "9" * 5000 + "}"),
    "unknown-precise": lambda: unknown(payload='{"a":1234567890123456.789}'),
}


def _deep(levels: int) -> Any:
    made = computation()
    for _ in range(levels):
        made = evolve(made, parts=(made,))
    return made


@pytest.fixture(name="store", params=["memory", "sqlite"])
def _store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[CaseStore]:
    made = SqliteStore(tmp_path / "c.db") if request.param == "sqlite" else None
    store = made or MemoryStore()
    with store.begin() as work:
        work.add(log())
        work.commit()
    yield store
    store.close()


@pytest.mark.parametrize("poison", POISONS)
def test_a_poison_is_refused(store: CaseStore, poison: str) -> None:
    """By the value itself or by the store; and the case goes on as it was."""
    number = len(log()) + 1
    with store.begin() as work:
        with pytest.raises(LegalCaseError):
            work.save([recorded(POISONS[poison](), number)], expected=number - 1)
        with pytest.raises(LegalCaseError):
            work.add([evolve(log()[0], case_id="case-2", event_id="x"), _moved(poison)])
        work.commit()
    with store.begin() as work:
        assert work.ids() == ("case-1",)
        assert log() == work.events("case-1")
        assert work.get("case-1") == Case.from_events(log())


def _moved(poison: str) -> Any:
    return evolve(recorded(POISONS[poison](), 2), case_id="case-2", event_id="y")


def test_the_line_itself_can_be_the_poison(store: CaseStore) -> None:
    """Who recorded what when is read back like the rest."""
    note = NoteAdded(note_id="n", text="x", happened_on=DAY)
    line = recorded(note, len(log()) + 1)
    for changes in (
        {"recorded_at": Nanoseconds(2026, 6, 3, 12, tzinfo=UTC)},
        {"recorded_at": datetime(2026, 6, 3, 12, tzinfo=Named())},
        {"actor": Blank(" ")},
    ):
        with (
            store.begin() as work,
            pytest.raises(InvalidValueError, match="reads back"),
        ):
            work.save([evolve(line, **changes)], expected=len(log()))


def test_every_good_instant_is_taken(store: CaseStore) -> None:
    """With a zone's name, an offset of seconds, in the hour that comes twice."""
    zones = [UTC, PACIFIC, timezone(timedelta(hours=5, minutes=45, seconds=7))]
    instants = [datetime(2026, 11, 1, 1, 30, 0, 123456, tzinfo=z) for z in zones]
    instants += [instant.replace(fold=1) for instant in instants]
    case = Case.from_events(log())
    lines = []
    for number, at in enumerate(instants):
        event = HearingSet(
            hearing_id=f"h{number}", title="Trial", hearing_at=at, happened_on=DAY
        )
        case, line = case.record(event, recorded_at=NOON, actor="A. Clerk")
        lines.append(line)
    with store.begin() as work:
        work.save(lines, expected=len(log()))
        work.commit()
    with store.begin() as work:
        assert to_json(case) == to_json(work.get("case-1"))


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
        IllegalTransitionError,
    ),
    "note-twice": (
        NoteAdded(note_id="note-1", text="x", happened_on=DAY),
        InvalidValueError,
    ),
}


@pytest.mark.parametrize("name", IMPOSSIBLE)
def test_what_cannot_have_happened_is_refused(store: CaseStore, name: str) -> None:
    """As `record` refuses it: no event can take it back, and `get` would refuse it."""
    event, kind = IMPOSSIBLE[name]
    number = len(log()) + 1
    with store.begin() as work:
        with pytest.raises(kind):
            work.save([recorded(event, number)], expected=number - 1)
        work.commit()
    with store.begin() as work:
        assert work.get("case-1").version == number - 1


def test_a_log_begins_with_the_opening(store: CaseStore) -> None:
    """A note, or an event that nobody knows, opens no case."""
    first = evolve(log()[0], case_id="case-2", event_id="first")
    note = NoteAdded(note_id="n", text="x", happened_on=DAY)
    for event in (note, unknown()):
        with (
            store.begin() as work,
            pytest.raises(InvalidValueError, match="A log begins"),
        ):
            work.add([evolve(first, event=event)])


def test_what_follows_an_unknown_event_is_kept(store: CaseStore) -> None:
    """What that did is not known here, so that nothing after it can be impossible."""
    met = DeadlineMet(deadline_id="new", met_by="A", evidence="E", happened_on=DAY)
    number = len(log())
    lines = [recorded(unknown(), number + 1), recorded(met, number + 2)]
    with store.begin() as work:
        work.save(lines, expected=number)
        work.commit()
    again = evolve(recorded(met, number + 3), event_id="again")
    with store.begin() as work:
        work.save([again], expected=number + 2)
        assert work.events("case-1") == (*log(), *lines, again)


def test_a_case_that_was_not_read_before_is_read(tmp_path: Path) -> None:
    """Another program has recorded: what it did counts before what comes now."""
    path = tmp_path / "cases.db"
    ours, theirs = SqliteStore(path), SqliteStore(path)
    with ours.begin() as work:
        work.add(log())
        work.commit()
    note = NoteAdded(note_id="theirs", text="x", happened_on=DAY)
    number = len(log())
    with theirs.begin() as work:
        work.save([recorded(note, number + 1)], expected=number)
        work.commit()
    with ours.begin() as work, pytest.raises(InvalidValueError, match="already"):
        work.save(
            [evolve(recorded(note, number + 2), event_id="fresh")], expected=number + 1
        )
    ours.close()
    theirs.close()


def test_what_was_rolled_back_counts_for_nothing(store: CaseStore) -> None:
    """Neither its ids, nor what it made of the case."""
    note = NoteAdded(note_id="n", text="x", happened_on=DAY)
    number = len(log())
    line = recorded(note, number + 1)
    for _ in range(2):
        with store.begin() as work:
            work.save([line], expected=number)
            assert work.events("case-1")[-1] == line
    with store.begin() as work:
        work.save([line], expected=number)
        work.commit()
    with store.begin() as work:
        assert from_json(to_json(work.get("case-1"))).version == number + 1
