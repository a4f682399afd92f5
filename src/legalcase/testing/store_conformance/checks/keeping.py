"""Keeping: what is committed is there, line after line, and says what it said."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from legalcase.errors import CaseNotFoundError
from legalcase.kernel.events.label import Label
from legalcase.kernel.lines.recorded import Draft
from legalcase.law.bundled import compute
from legalcase.model.deadlines.basis import Computed
from legalcase.model.deadlines.events import DeadlineSet
from legalcase.model.deadlines.terms import DeadlineTerms
from legalcase.model.docket.events import Filed
from legalcase.model.hearings.events import HearingSet
from legalcase.model.notes.events import NoteAdded
from legalcase.storage.loading import load, load_file
from legalcase.testing.store_conformance.check import promises
from legalcase.testing.store_conformance.hooks import Hooks, later
from legalcase.testing.store_conformance.samples.asking import (
    ROE,
    case_ids,
    case_of,
    entry,
    entry_of,
    file_of,
    log_of,
    put,
    renamed,
    stored,
)
from legalcase.testing.store_helpers import (
    DAY,
    NOON,
    noted,
    opened,
    refused,
    same,
    same_log,
)

if TYPE_CHECKING:
    from legalcase.ports.stores import CaseStore

__all__ = ["KeepingChecks"]

_LATE = datetime(2026, 6, 3, 23, tzinfo=ZoneInfo("America/Los_Angeles"))
_CLOCKS = (
    _LATE,
    datetime(2026, 6, 4, 6, tzinfo=UTC),  # the same instant, on the next day
    datetime(2026, 6, 4, 11, 45, tzinfo=ZoneInfo("Asia/Kathmandu")),
    # An hour that comes twice, for the second time.
    datetime(2026, 11, 1, 1, 30, tzinfo=ZoneInfo("America/New_York"), fold=1),
)


class KeepingChecks(Hooks):
    """What is committed is there, line after line, and says what it said."""

    @promises("LC-KEEP-001")
    def test_what_is_committed_is_there(self, store: CaseStore) -> None:
        """A case comes back as it was saved, with its whole log."""
        file = stored(store, noted(opened("case-1"), "note-1"))
        same(file.case, case_of(store))
        same(file, file_of(store))
        same_log(file.log, log_of(store))
        same(("case-1",), case_ids(store))

    @promises("LC-KEEP-002", "durable")
    def test_what_is_committed_outlives_the_program(self, store: CaseStore) -> None:
        """After a new start, everything that was committed is there."""
        file = stored(store, noted(opened("case-1"), "note-1"))
        put(store, entry())
        store = self.reopened(store)
        same(file.case, case_of(store))
        same_log(file.log, log_of(store))
        same_log(entry().log, log_of(store, ROE))
        same(("case-1",), case_ids(store))

    @promises("LC-KEEP-003")
    def test_a_log_goes_on_where_it_ended(self, store: CaseStore) -> None:
        """What is pending is appended after what is there, in several units of work."""
        file = stored(store, opened("case-1"))
        file = stored(store, noted(noted(file, "note-1"), "note-2"))
        file = stored(store, noted(file, "note-3"))
        put(store, file)  # nothing is pending: nothing changes
        same(file.case, case_of(store))
        same(4, file_of(store).base)
        file = stored(store, noted(file_of(store), "note-4"))
        same_log(file.log, log_of(later(self, store)))

    @promises("LC-KEEP-004")
    def test_lines_come_by_number(self, store: CaseStore) -> None:
        """Twelve lines come in the order of their numbers, not as texts."""
        file = opened("case-1")
        for number in range(11):
            file = noted(file, f"note-{number}")
        file = stored(store, file)
        same_log(file.log, log_of(store))
        same_log(file.log, log_of(later(self, store)))

    @promises("LC-KEEP-005")
    def test_clocks_may_go_back(self, store: CaseStore) -> None:
        """Lines stay in their order though somebody's clock went back."""
        file = opened("case-1")
        for number, days in enumerate((9, 1, 5)):
            event = NoteAdded(note_id=f"note-{number}", text="A note.", happened_on=DAY)
            at = NOON + timedelta(days=days)
            draft = Draft(event, event_id=f"event-{number}")
            file = file.record(draft, by="clerk", at=at)
        file = stored(store, file)
        same_log(file.log, log_of(later(self, store)))

    @promises("LC-KEEP-006")
    def test_instants_keep_their_microseconds(self, store: CaseStore) -> None:
        """An instant comes back to the microsecond, of the line and in the event."""
        at = datetime(2026, 6, 3, 12, 30, 15, 123457, tzinfo=UTC)
        event = HearingSet(
            hearing_id="h", title="Trial", hearing_at=at, happened_on=DAY
        )
        file = opened("case-1").record(event, by="clerk", at=at)
        stored(store, file)
        line = log_of(later(self, store))[1]
        same(at, line.recorded_at)
        same(at, getattr(line.event, "hearing_at", None))

    @promises("LC-KEEP-007")
    def test_instants_stay_on_their_clocks(self, store: CaseStore) -> None:
        """An instant comes back on the clock on which it was read, not in UTC."""
        file = opened("case-1")
        for number, at in enumerate(_CLOCKS):
            event = HearingSet(
                hearing_id=f"h-{number}", title="Trial", hearing_at=at, happened_on=DAY
            )
            draft = Draft(event, event_id=f"event-{number}")
            file = file.record(draft, by="clerk", at=NOON)
        file = stored(store, file)
        store = later(self, store)
        same_log(file.log, log_of(store))
        found = [one.at for one in case_of(store).hearings]
        same([at.isoformat() for at in _CLOCKS], [at.isoformat() for at in found])

    @promises("LC-KEEP-008")
    def test_a_day_stays_that_day(self, store: CaseStore) -> None:
        """What was filed at 23:00 was filed on that day, wherever it is read."""
        filed = Filed(title="Complaint", happened_on=_LATE.date(), happened_at=_LATE)
        stored(store, opened("case-1").record(filed, by="clerk", at=_LATE))
        line = log_of(later(self, store))[1]
        same(_LATE.isoformat(), getattr(line.happened, "isoformat", str)())
        same(_LATE.date(), getattr(line.event, "happened_on", None))
        same(_LATE.isoformat(), line.recorded_at.isoformat())

    @promises("LC-KEEP-009")
    def test_who_recorded_and_why_is_kept(self, store: CaseStore) -> None:
        """Who recorded, for whom, why, by which command and because of what is kept."""
        said: dict[str, Any] = {
            "on_behalf_of": "the partner in charge",
            "reason": "It came by post.",
            "command_id": "command-1",
            "cause": "case-1/1",
        }
        event = NoteAdded(note_id="note-1", text="A note.", happened_on=DAY)
        file = opened("case-1").record(event, by="night clerk", at=NOON, **said)
        stored(store, file)
        store = later(self, store)
        line = log_of(store)[1]
        same("night clerk", line.actor)
        same(said, {name: getattr(line, name) for name in said})
        same_log(file.log, log_of(store))

    @promises("LC-KEEP-010")
    def test_who_may_see_it_is_kept(self, store: CaseStore) -> None:
        """The label of a line is kept: its audience and its ground."""
        label = Label(audience="party", ground="protective-order")
        event = NoteAdded(note_id="note-1", text="A note.", happened_on=DAY)
        file = opened("case-1").record(Draft(event, label=label), by="clerk", at=NOON)
        stored(store, file)
        first, second = log_of(later(self, store))
        same((None, label), (first.label, second.label))

    @promises("LC-KEEP-011")
    def test_event_ids_are_those_that_were_given(self, store: CaseStore) -> None:
        """An event keeps the id that it was given, whatever that looks like."""
        names = (
            "0",
            "01",
            "A",
            "a",
            "case-1/%_",
            "018f3c2e-7e4b-7cc0-8000-000000000000",
        )
        file = opened("case-1")
        for name in names:
            event = NoteAdded(note_id=f"of-{name}", text="A note.", happened_on=DAY)
            file = file.record(Draft(event, event_id=name), by="clerk", at=NOON)
        stored(store, file)
        lines = log_of(later(self, store))[1:]
        same(names, tuple(line.event_id for line in lines))

    @promises("LC-KEEP-012")
    def test_how_a_date_was_computed_is_kept(self, store: CaseStore) -> None:
        """A computed deadline comes back with every step of its computation."""
        basis = Computed(
            computation=compute(
                "us/frcp/33(b)(2)", after=DAY, court="us/cand", service="mail"
            )
        )
        terms = DeadlineTerms(title="Answers", basis=basis)
        event = DeadlineSet(deadline_id="answers", terms=terms, happened_on=DAY)
        stored(store, opened("case-1").record(event, by="clerk", at=NOON))
        case = case_of(later(self, store))
        same(basis, case.deadlines["answers"].basis)

    @promises("LC-KEEP-013")
    def test_a_correction_is_kept(self, store: CaseStore) -> None:
        """A corrected line tells both what it said and what it should have said."""
        file = stored(store, noted(opened("case-1"), "note-1", "Tuesday."))
        file = stored(
            store,
            file.correct(
                "case-1/note-1", ground="misheard", text="Thursday.", by="B", at=NOON
            ),
        )
        store = later(self, store)
        same_log(file.log, log_of(store))
        with store.read() as reader:
            same(file.case, load(reader, None, "case-1"))
            before = load(reader, None, "case-1", known_at=2)
        same(["Tuesday."], [note.text for note in before.notes])
        same(["Thursday."], [note.text for note in file.case.notes])

    @promises("LC-KEEP-014")
    def test_entries_are_kept_beside_cases(self, store: CaseStore) -> None:
        """An entry of the directory comes back, takes more lines, and is no case."""
        one = entry()
        put(store, one)
        one = renamed(one.saved())
        put(store, one)
        stored(store, opened("case-1"))
        store = later(self, store)
        same_log(one.log, log_of(store, ROE))
        same(one.profile, entry_of(store).profile)
        same(("case-1",), case_ids(store))

    @promises("LC-KEEP-015")
    def test_what_is_not_there_is_not_found(self, store: CaseStore) -> None:
        """What is not there is not found, and the error names it."""
        stored(store, opened("case-10"))
        with store.read() as reader:
            with refused(CaseNotFoundError) as caught:
                reader.events("case:case-1")
            same(["case-1"], [error.case_id for error in caught])
            for call in (load, load_file):
                with refused(CaseNotFoundError):
                    call(reader, None, "case-1")
            with refused(CaseNotFoundError):
                reader.events(ROE)
        with store.begin() as work, refused(CaseNotFoundError):
            work.events("case:case-1")
