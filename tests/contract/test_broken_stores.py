"""The contract is worth something: stores that are broken on purpose fail it."""

from __future__ import annotations

import unicodedata
from datetime import UTC
from typing import TYPE_CHECKING, Any
from unittest import SkipTest

import pytest
from attrs import evolve, fields, has

from legalcase.errors import CaseNotFoundError, StorageError
from legalcase.kernel import UnknownEvent
from legalcase.model import Case, CaseOpened, Computed, HearingSet, NoteAdded, Ordered
from legalcase.storage.lines.rows import Last, Row
from legalcase.storage.memory import MemoryStore, MemoryWork
from legalcase.storage.units.turns import Turns
from legalcase.storage.units.work import Rows
from legalcase.testing.case_store_contract import CaseStoreContract
from legalcase.testing.store_helpers import opened, refused

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from legalcase.directory import Entry
    from legalcase.kernel import Recorded
    from legalcase.model import CaseFile
    from legalcase.storage import Store


class Changes(MemoryWork):
    """Lines are kept as something else."""

    def change(self, line: Recorded) -> Recorded:
        """Return what is kept of a line."""
        raise NotImplementedError

    def _write(self, batches: Sequence[Rows]) -> None:
        super()._write(
            [
                Rows(
                    stream,
                    [row._replace(line=self.change(row.line)) for row in rows],
                    last,
                )
                for stream, rows, last in batches
            ]
        )


def replaced(value: Any, change: Callable[[Any], Any]) -> Any:
    """A value in which everything, however deep, was changed where `change` does."""
    new = change(value)
    if new is not value:
        return new
    if isinstance(value, tuple) and type(value) is tuple:
        members = tuple(replaced(member, change) for member in value)
        return value if members == value else members
    if not has(type(value)):
        return value
    found = {}
    for each in fields(type(value)):
        if each.init and each.alias is not None:
            old = getattr(value, each.name)
            made = replaced(old, change)
            if made is not old:
                found[each.alias] = made
    return evolve(value, **found) if found else value


class CutsMicroseconds(Changes):
    """Instants are kept to the second."""

    def change(self, line: Recorded) -> Recorded:
        """Cut what recorded_at has more."""
        return evolve(line, recorded_at=line.recorded_at.replace(microsecond=0))


class ForgetsPlaces(Changes):
    """Every instant is kept in UTC: it is the same one, on another day perhaps."""

    def change(self, line: Recorded) -> Recorded:
        """Move each clock, in the event as well."""
        event = line.event
        if not isinstance(event, HearingSet):
            return line
        at = event.hearing_at.astimezone(UTC)
        return evolve(line, event=evolve(event, hearing_at=at))


class DropsOnBehalf(Changes):
    """For whom somebody recorded is not kept."""

    def change(self, line: Recorded) -> Recorded:
        """Drop it."""
        return evolve(line, on_behalf_of=None)


class DropsReason(Changes):
    """Why somebody recorded is not kept."""

    def change(self, line: Recorded) -> Recorded:
        """Drop it."""
        return evolve(line, reason=None)


class DropsLabel(Changes):
    """Who may see it is not kept."""

    def change(self, line: Recorded) -> Recorded:
        """Drop it."""
        return evolve(line, label=None)


class DropsCommand(Changes):
    """By which command it came is not kept."""

    def change(self, line: Recorded) -> Recorded:
        """Drop it."""
        return evolve(line, command_id=None, cause=None)


class GivesItsOwnIds(Changes):
    """Events get other ids than they were given."""

    def change(self, line: Recorded) -> Recorded:
        """Make one of stream and number."""
        return evolve(line, event_id=f"{line.stream}/{line.number}")


class ForgetsHowItWasComputed(Changes):
    """A date that was computed is kept as one that was ordered."""

    def change(self, line: Recorded) -> Recorded:
        """Keep the day alone."""

        def plain(value: Any) -> Any:
            if isinstance(value, Computed):
                return Ordered(due=line.recorded_at.date(), authority="none")
            return value

        event = line.event
        return line if isinstance(event, UnknownEvent) else _with(line, plain)


def _with(line: Recorded, change: Callable[[Any], Any]) -> Recorded:
    event = replaced(line.event, change)
    return line if event is line.event else evolve(line, event=event)


class CutsText(Changes):
    """A text has room for 4,000 letters."""

    def change(self, line: Recorded) -> Recorded:
        """Cut it."""
        if isinstance(line.event, NoteAdded):
            return evolve(line, event=evolve(line.event, text=line.event.text[:4000]))
        return line


class ComposesText(Changes):
    """Characters are normalised, as some databases do."""

    def change(self, line: Recorded) -> Recorded:
        """Compose them."""
        if isinstance(line.event, CaseOpened):
            caption = unicodedata.normalize("NFC", line.event.caption)
            return evolve(line, event=evolve(line.event, caption=caption))
        return line


class EncodesAgain(Changes):
    """The text is made anew: what this version does not know is gone."""

    def change(self, line: Recorded) -> Recorded:
        """Write it again."""
        from legalcase.codec.lines import line_of, line_text

        return line_of(line_text(evolve(line)))


class SortsByClock(MemoryWork):
    """Lines come in the order of the clocks of those who recorded."""

    def _lines(self, stream: str) -> tuple[tuple[Recorded, ...], bytes]:
        lines, last = super()._lines(stream)
        return tuple(sorted(lines, key=lambda line: line.recorded_at)), last


class SortsAsText(MemoryWork):
    """Lines come in the order of their numbers, as texts: 10 before 2."""

    def _lines(self, stream: str) -> tuple[tuple[Recorded, ...], bytes]:
        lines, last = super()._lines(stream)
        return tuple(sorted(lines, key=lambda line: str(line.number))), last


class IgnoresCase(MemoryWork):
    """Ids are compared without regard to case, as some databases do."""

    def _log(self, stream: str) -> tuple[Row, ...]:
        for logs in (self._new, self._logs):
            for name, log in logs.items():
                if name.lower() == stream.lower():
                    return log
        return ()


class ReadsPatterns(MemoryWork):
    """A mark in an id stands for any letter, as in LIKE."""

    def _log(self, stream: str) -> tuple[Row, ...]:
        for logs in (self._new, self._logs):
            for name, log in logs.items():
                if len(name) == len(stream) and all(
                    theirs in {ours, "_"} or ours == "_"
                    for ours, theirs in zip(stream, name, strict=True)
                ):
                    return log
        return ()


class KeepsWhatItRefused(MemoryWork):
    """Files are saved one after the other: those before a refusal stay."""

    def save(self, *files: CaseFile | Entry) -> None:
        """Save each by itself."""
        for file in files:
            super().save(file)


class LosesUpdates(MemoryWork):
    """Whoever comes second writes over the first."""

    def _append(
        self,
        lines: Sequence[Recorded],
        expected: Mapping[str, int],
        after: Mapping[str, str],  # noqa: ARG002 - as it is called
    ) -> None:
        super()._append(lines, expected, {})

    def _last(self, stream: str) -> Last:
        last = super()._last(stream)
        return last._replace(number=min(last.number, 1))

    def _write(self, batches: Sequence[Rows]) -> None:
        for stream, rows, _ in batches:
            log = self._log(stream)[: rows[0].line.number - 1]
            self._new[stream] = (*log, *rows)


class KeepsNothing(MemoryWork):
    """What was committed is gone."""

    def commit(self) -> None:
        """Forget it."""
        self.rollback()


class KeepsEverything(MemoryWork):
    """What was not committed is kept as well."""

    def _write(self, batches: Sequence[Rows]) -> None:
        super()._write(batches)
        self._logs.update(self._new)


class KeepsHalf(MemoryWork):
    """Of two cases in one unit of work, only the last is kept."""

    def commit(self) -> None:
        """Keep the last alone."""
        for stream in list(self._new)[:-1]:
            del self._new[stream]
        super().commit()


class SavesTwice(MemoryWork):
    """A second case of an id takes the place of the first."""

    def _last(self, stream: str) -> Last:  # noqa: ARG002 - as it is called
        return Last(0, b"")

    def _place(self, event_id: str) -> tuple[str, int] | None:  # noqa: ARG002 - as it is called
        return None

    def _write(self, batches: Sequence[Rows]) -> None:
        for stream, rows, _ in batches:
            self._new[stream] = tuple(rows)


class AllowsGaps(MemoryWork):
    """Lines are appended in any order."""

    def append(self, lines: Sequence[Recorded], *, expected: Mapping[str, int]) -> None:
        """Append without looking at the numbers."""
        rows = [Row(line, line.text or "", b"", ()) for line in lines]
        for stream in expected:
            self._write([Rows(stream, rows, Last(0, b""))])


class DropsTheUnknown(MemoryWork):
    """Events of a newer version are thrown away."""

    def _lines(self, stream: str) -> tuple[tuple[Recorded, ...], bytes]:
        lines, last = super()._lines(stream)
        known = [e for e in lines if not isinstance(e.event, UnknownEvent)]
        return tuple(known), last


class SkipsTheUnknown(MemoryWork):
    """A case is made without what it does not understand, and does not say so."""

    def get(self, case_id: str) -> Case:
        """Skip it."""
        known = [
            line
            for line in self.events(case_id)
            if not isinstance(line.event, UnknownEvent)
        ]
        return Case.from_events(
            [evolve(line, number=number) for number, line in enumerate(known, 1)]
        )


class ForgetsTheLast(MemoryWork):
    """Reading stops one line too early."""

    def events(self, case_id: str) -> tuple[Recorded, ...]:
        """Leave out the last."""
        return super().events(case_id)[:-1] or super().events(case_id)


class ShowsNothingNew(MemoryWork):
    """A unit of work does not see what it appended."""

    def _streams(self) -> tuple[str, ...]:
        return tuple(sorted(self._logs))


class SortsByAge(MemoryWork):
    """The ids come in the order in which the cases were saved."""

    def _streams(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys([*self._logs, *self._new]))


class NeverEnds(MemoryWork):
    """A unit of work that is over goes on reading."""

    def _require_open(self) -> None:
        """Let everything through."""


class FindsEverything(MemoryWork):
    """A case that is not there has an empty log."""

    def events(self, case_id: str) -> tuple[Recorded, ...]:
        """Return what there is."""
        try:
            return super().events(case_id)
        except CaseNotFoundError:
            return ()


class GivesIdsTwice(MemoryWork):
    """An id of an event is taken as often as it comes."""

    def _place(self, event_id: str) -> tuple[str, int] | None:  # noqa: ARG002 - as it is called
        return None


class BelievesAnything(MemoryWork):
    """What cannot have happened, or not be read, is appended all the same."""

    def _append(
        self,
        lines: Sequence[Recorded],
        expected: Mapping[str, int],
        after: Mapping[str, str],  # noqa: ARG002 - as it is called
    ) -> None:
        rows = [Row(line, line.text or "", b"", ()) for line in lines]
        for stream in expected:
            self._new[stream] = (*self._log(stream), *rows)


class BelievesFiles(MemoryWork):
    """What a file shows is saved as it is, an assumption, too."""

    def save(self, *files: CaseFile | Entry) -> None:
        """Look at no file."""
        for file in files:
            stream = file.log[0].stream
            rows = [Row(line, line.text or "", b"", ()) for line in file.pending]
            self._new[stream] = (*self._log(stream), *rows)


class NeverLooks(MemoryWork):
    """Nothing is ever found to be wrong."""

    def verify(self, *, anchors: Any = ()) -> tuple[Any, ...]:  # noqa: ARG002 - as it is called
        """Say so."""
        return ()


class ErasesNothing(MemoryWork):
    """What was erased is hidden, as long as the unit lasts."""

    def commit(self) -> None:
        """Keep it."""
        self._gone.clear()
        super().commit()


class ErasesTheName(MemoryWork):
    """What was erased can begin again."""

    def _is_erased(self, stream: str) -> bool:
        return stream in self._gone


class ErasesAtOnce(MemoryWork):
    """What was erased does not come back with a rollback."""

    def _erase(self, stream: str) -> None:
        super()._erase(stream)
        self._logs.pop(stream, None)


class ForgetsPeople(MemoryWork):
    """Only cases are kept."""

    def commit(self) -> None:
        """Leave out all others."""
        for stream in [each for each in self._new if not each.startswith("case:")]:
            del self._new[stream]
        super().commit()


class OutlivesItsStore(MemoryWork):
    """The store can be closed: units of work go on, and new ones begin."""

    def _require_turn(self) -> None:
        """Let everything through."""


BROKEN: dict[type[MemoryWork], str] = {
    AllowsGaps: "test_a_log_has_no_gap",
    BelievesAnything: "test_what_cannot_have_happened_is_refused",
    BelievesFiles: "test_what_is_only_assumed_is_not_saved",
    ComposesText: "test_text_comes_back_as_it_was",
    CutsMicroseconds: "test_each_line_comes_back_as_it_was",
    CutsText: "test_each_line_comes_back_as_it_was",
    DropsCommand: "test_each_line_comes_back_as_it_was",
    DropsLabel: "test_each_line_comes_back_as_it_was",
    DropsOnBehalf: "test_each_line_comes_back_as_it_was",
    DropsReason: "test_each_line_comes_back_as_it_was",
    DropsTheUnknown: "test_an_unknown_line_is_kept",
    EncodesAgain: "test_a_line_stays_the_text_it_came_as",
    ErasesAtOnce: "test_an_erasure_that_is_not_committed_erases_nothing",
    ErasesNothing: "test_what_was_erased_is_gone",
    ErasesTheName: "test_an_id_that_was_erased_is_not_given_again",
    ForgetsPeople: "test_an_entry_is_kept",
    FindsEverything: "test_what_is_not_there_is_not_found",
    ForgetsHowItWasComputed: "test_each_line_comes_back_as_it_was",
    ForgetsPlaces: "test_each_line_comes_back_as_it_was",
    ForgetsTheLast: "test_lines_are_appended",
    GivesIdsTwice: "test_an_id_of_an_event_is_given_once",
    GivesItsOwnIds: "test_each_line_comes_back_as_it_was",
    IgnoresCase: "test_ids_differ_by_the_size_of_a_letter",
    KeepsEverything: "test_what_was_not_committed_is_gone",
    KeepsHalf: "test_a_unit_of_work_is_one",
    KeepsNothing: "test_what_is_committed_is_there",
    KeepsWhatItRefused: "test_what_was_refused_is_not_kept_later",
    LosesUpdates: "test_who_comes_second_is_stale",
    NeverEnds: "test_after_its_end_a_unit_of_work_refuses",
    NeverLooks: "test_a_store_tells_whether_it_is_whole",
    OutlivesItsStore: "test_a_closed_store_refuses",
    ReadsPatterns: "test_ids_differ_by_the_size_of_a_letter",
    SavesTwice: "test_a_case_is_new_once",
    ShowsNothingNew: "test_a_unit_of_work_sees_what_it_appended",
    SkipsTheUnknown: "test_a_kind_of_others_is_passed_over",
    SortsAsText: "test_each_line_comes_back_as_it_was",
    SortsByAge: "test_a_unit_of_work_is_one",
    SortsByClock: "test_each_line_comes_back_as_it_was",
}


class BrokenStore(MemoryStore):
    """A store with units of work of a broken kind."""

    def __init__(self, work: type[MemoryWork]) -> None:
        super().__init__()
        self._work = work

    def begin(self) -> MemoryWork:
        """Begin a broken one."""
        return self._begun(self._work(self, self._turns))


class Crowd(MemoryStore):
    """A store whose units of work do not wait for each other."""

    def begin(self) -> MemoryWork:
        """Begin another one beside those that are open."""
        turns = Turns(5.0)
        work = self.kind(self, turns)
        turns.take(work.turn)
        return work

    kind: type[MemoryWork] = MemoryWork


class ShowsTooMuch(MemoryWork):
    """What is not committed is there for everybody, until it is taken back."""

    def _write(self, batches: Sequence[Rows]) -> None:
        super()._write(batches)
        self._logs.update(self._new)

    def rollback(self) -> None:
        """Take it back."""
        for stream, log in self._new.items():
            rest = tuple(
                row for row in log if row.line.event_id not in self._new_places
            )
            self._logs[stream] = rest
            if not rest:
                del self._logs[stream]
        super().rollback()


class DirtyCrowd(Crowd):
    """One that shows what is not committed."""

    kind = ShowsTooMuch


CROWDS: dict[type[Crowd], str] = {
    Crowd: "test_of_two_at_once_none_is_lost",
    DirtyCrowd: "test_nobody_sees_what_is_not_committed",
}


class Fails(MemoryWork):
    """What is large fails in the middle; the unit knows it."""

    cause_of_it: str | None = "no room"

    def _write(self, batches: Sequence[Rows]) -> None:
        super()._write(batches)
        if len(batches[0].rows[0].text) > 100_000 and not Failing.is_mended:
            self.cause = self.cause_of_it
            raise StorageError(str(self.cause))


class FailsAndGoesOn(Fails):
    """What had been written until then is committed with the rest."""

    cause_of_it = None


class Failing(MemoryStore):
    """A store that can be made to fail."""

    kind: type[Fails] = Fails
    is_mended = True

    def begin(self) -> MemoryWork:
        """Begin a unit of work that fails."""
        return self._begun(self.kind(self, self._turns))


class FailingOn(Failing):
    """One that goes on after it has failed."""

    kind = FailsAndGoesOn


class Immortal(MemoryStore):
    """A store that goes on after it was closed."""

    def close(self) -> None:
        """Do nothing."""


def contract(make: Callable[[], Store]) -> CaseStoreContract:
    """The contract, for a store in memory."""

    class Contract(CaseStoreContract):
        """Its second client and its successor are itself."""

        def make_store(self) -> Store:
            return make()

        def second_client(self, store: Store) -> Store:
            return store

        def reopened(self, store: Store) -> Store:
            return store

        def failing(self, store: Store) -> Callable[[], object]:
            if not isinstance(store, Failing):
                return super().failing(store)
            Failing.is_mended = False
            return lambda: setattr(Failing, "is_mended", True)

    return Contract()


def failure(test: Callable[[], Any]) -> Exception | None:
    """What a test of the contract raises."""
    try:
        test()
    except Exception as error:  # noqa: BLE001 - whatever says that it failed
        return error
    return None


@pytest.mark.parametrize("work", BROKEN, ids=lambda work: work.__name__)
def test_a_broken_store_fails(work: type[MemoryWork]) -> None:
    """Each fault is found by the test that is there for it."""
    test = getattr(contract(lambda: BrokenStore(work)), BROKEN[work])
    assert failure(test) is not None


@pytest.mark.parametrize("store", CROWDS, ids=lambda store: store.__name__)
def test_units_that_do_not_wait_fail(store: type[Crowd]) -> None:
    """Two that are open at once, and neither knows of the other."""
    test = getattr(contract(store), CROWDS[store])
    assert isinstance(failure(test), AssertionError)


def test_a_store_that_goes_on_after_a_fault_fails() -> None:
    """It would commit half of what was saved."""
    name = "test_after_a_fault_nothing_is_kept"
    assert isinstance(failure(getattr(contract(FailingOn), name)), AssertionError)
    assert failure(getattr(contract(Failing), name)) is None


def test_a_store_that_cannot_be_made_to_fail_is_passed_over() -> None:
    """And the runner says that it was."""
    test = contract(MemoryStore).test_after_a_fault_nothing_is_kept
    assert isinstance(failure(test), SkipTest)


def test_a_store_that_does_not_close_fails() -> None:
    """Whoever goes on after `close` is found."""
    assert failure(contract(Immortal).test_a_closed_store_refuses) is not None


@pytest.mark.parametrize(
    "name",
    [
        "test_what_would_not_read_back_is_refused",
        "test_a_file_made_by_hand_is_not_believed",
    ],
)
def test_a_store_that_reads_nothing_back_fails(name: str) -> None:
    """The same fault is found by further tests of the contract."""
    test = getattr(contract(lambda: BrokenStore(BelievesAnything)), name)
    assert failure(test) is not None


def test_a_whole_store_passes_the_same_tests() -> None:
    """What fails above fails for its fault alone."""
    suite = contract(lambda: BrokenStore(MemoryWork))
    names = {*BROKEN.values(), *CROWDS.values(), "test_a_closed_store_refuses"}
    assert {name: failure(getattr(suite, name)) for name in names} == (
        dict.fromkeys(names)
    )


def test_the_contract_says_what_to_provide() -> None:
    """A suite without a store does not pass by doing nothing."""
    store = MemoryStore()
    for call in (
        CaseStoreContract().make_store,
        lambda: CaseStoreContract().second_client(store),
        lambda: CaseStoreContract().reopened(store),
    ):
        assert isinstance(failure(call), NotImplementedError)


def test_an_error_that_does_not_come_is_a_failure() -> None:
    """And one of another kind is passed on."""
    with (
        pytest.raises(AssertionError, match="ValueError was expected"),
        refused(ValueError),
    ):
        pass
    with pytest.raises(KeyError), refused(ValueError):
        raise KeyError


class FailsInThreads(MemoryStore):
    """A store that refuses every thread but the one that made it."""

    def begin(self) -> MemoryWork:
        """Refuse the fourth unit of work and all after it."""
        self.begun = getattr(self, "begun", 0) + 1
        if self.begun > 3:
            raise RuntimeError
        return super().begin()


def test_what_fails_in_a_thread_fails_the_test() -> None:
    """An error in a writer is shown, not lost with its thread."""
    error = failure(contract(FailsInThreads).test_threads_lose_nothing)
    assert isinstance(error, AssertionError)
    assert "RuntimeError" in str(error)


def test_a_case_of_the_contract_is_a_case() -> None:
    """What the contract stores is what it compares with."""
    file = opened("case-1")
    assert file.case == Case.from_events(file.log)
