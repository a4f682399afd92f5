"""The contract is worth something: stores that are broken on purpose fail it."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve
from legalcase.model.case_events import CaseOpened
from legalcase.model.events import UnknownEvent

from legalcase.model.case import Case
from legalcase.storage.appending import case_of, exists, not_found
from legalcase.storage.memory import MemoryStore, MemoryWork
from legalcase.testing.case_store_contract import CaseStoreContract
from legalcase.testing.store_helpers import opened, refused

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from legalcase.model.recorded import Recorded

    from legalcase.ports import CaseStore


class LosesUpdates(MemoryWork):
    """Whoever comes second writes over the first."""

    def save(self, events: Sequence[Recorded], *, expected: int) -> int:
        """Append without looking at the version."""
        case_id = case_of(events, expected)
        if not self._log(case_id):
            raise not_found(case_id)
        return self._append(case_id, self._log(case_id)[:expected], events)


class KeepsNothing(MemoryWork):
    """What was committed is gone."""

    def commit(self) -> None:
        """Forget it."""
        self.rollback()


class KeepsEverything(MemoryWork):
    """What was not committed is kept as well."""

    def _append(
        self, case_id: str, log: tuple[Recorded, ...], events: Sequence[Recorded]
    ) -> int:
        self._logs[case_id] = (*log, *events)
        return len(self._logs[case_id])


class KeepsHalf(MemoryWork):
    """Of two cases in one unit of work, only the last is kept."""

    def commit(self) -> None:
        """Keep the last alone."""
        for case_id in list(self._new)[:-1]:
            del self._new[case_id]
        super().commit()


class AddsTwice(MemoryWork):
    """A second case of an id takes the place of the first."""

    def add(self, events: Sequence[Recorded]) -> int:
        """Append, whatever is there."""
        return self._append(case_of(events, 0), (), events)


class AllowsGaps(MemoryWork):
    """Events are appended in any order, of any case."""

    def add(self, events: Sequence[Recorded]) -> int:
        """Append without looking at the numbers."""
        if events and self._log(events[0].case_id):
            raise exists(events[0].case_id)
        return self._append(events[0].case_id if events else "none", (), events)


class DropsTheUnknown(MemoryWork):
    """Events of a newer version are thrown away."""

    def _append(
        self, case_id: str, log: tuple[Recorded, ...], events: Sequence[Recorded]
    ) -> int:
        known = [e for e in events if not isinstance(e.event, UnknownEvent)]
        return super()._append(case_id, log, known)


class SkipsTheUnknown(MemoryWork):
    """A case is made without what it does not understand, and does not say so."""

    def get(self, case_id: str) -> Case:
        """Skip it."""
        return Case.from_events(self.events(case_id), unknown="skip")


class ComposesText(MemoryWork):
    """Characters are normalised, as some databases do."""

    def _append(
        self, case_id: str, log: tuple[Recorded, ...], events: Sequence[Recorded]
    ) -> int:
        changed = [
            evolve(
                line,
                event=evolve(
                    line.event,
                    caption=unicodedata.normalize("NFC", line.event.caption),
                ),
            )
            if isinstance(line.event, CaseOpened)
            else line
            for line in events
        ]
        return super()._append(case_id, log, changed)


class ForgetsTheLast(MemoryWork):
    """Reading stops one event too early."""

    def events(self, case_id: str) -> tuple[Recorded, ...]:
        """Leave out the last."""
        return super().events(case_id)[:-1] or super().events(case_id)


class ShowsNothingNew(MemoryWork):
    """A unit of work does not see what it appended."""

    def ids(self) -> tuple[str, ...]:
        """Look only at what was there."""
        self._require_open()
        return tuple(sorted(self._logs))


class SortsByAge(MemoryWork):
    """The ids come in the order in which the cases were added."""

    def ids(self) -> tuple[str, ...]:
        """Leave them unsorted."""
        self._require_open()
        return tuple(dict.fromkeys([*self._logs, *self._new]))


class NeverEnds(MemoryWork):
    """A unit of work that is over goes on reading."""

    def _require_open(self) -> None:
        """Let everything through."""


class FindsEverything(MemoryWork):
    """A case that is not there has an empty log."""

    def events(self, case_id: str) -> tuple[Recorded, ...]:
        """Return what there is."""
        return self._log(case_id)


class GivesIdsTwice(MemoryWork):
    """An id of an event is taken as often as it comes."""

    def _is_taken(self, event_id: str) -> bool:
        """Look among ids that nobody gives."""
        return super()._is_taken(f"no {event_id}")


class BelievesAnything(MemoryWork):
    """What cannot have happened, or not be read, is appended all the same."""

    def _append(
        self, case_id: str, log: tuple[Recorded, ...], events: Sequence[Recorded]
    ) -> int:
        self._new[case_id] = (*log, *events)
        return len(self._new[case_id])


class OutlivesItsStore(MemoryWork):
    """The store can be closed: units of work go on, and new ones begin."""

    def _require_turn(self) -> None:
        """Let everything through."""


BROKEN: dict[type[MemoryWork], str] = {
    AddsTwice: "test_a_case_is_added_once",
    BelievesAnything: "test_what_cannot_have_happened_is_refused",
    GivesIdsTwice: "test_an_id_of_an_event_is_given_once",
    OutlivesItsStore: "test_a_closed_store_refuses",
    AllowsGaps: "test_a_log_has_no_gap",
    ComposesText: "test_text_comes_back_as_it_was",
    DropsTheUnknown: "test_an_unknown_event_is_kept",
    FindsEverything: "test_what_is_not_there_is_not_found",
    ForgetsTheLast: "test_events_are_appended",
    KeepsEverything: "test_what_was_not_committed_is_gone",
    KeepsHalf: "test_a_unit_of_work_is_one",
    KeepsNothing: "test_what_is_committed_is_there",
    LosesUpdates: "test_who_comes_second_is_stale",
    NeverEnds: "test_after_its_end_a_unit_of_work_refuses",
    ShowsNothingNew: "test_a_unit_of_work_sees_what_it_appended",
    SkipsTheUnknown: "test_an_unknown_event_is_kept",
    SortsByAge: "test_a_unit_of_work_is_one",
}


class BrokenStore(MemoryStore):
    """A store with units of work of a broken kind."""

    def __init__(self, work: type[MemoryWork]) -> None:
        super().__init__()
        self._work = work

    def begin(self) -> MemoryWork:
        """Begin a broken one."""
        return self._begun(self._work(self, self._turns))


def contract(make: Callable[[], CaseStore]) -> CaseStoreContract:
    """The contract, for a store in memory."""

    class Contract(CaseStoreContract):
        """Its second client and its successor are itself."""

        def make_store(self) -> CaseStore:
            return make()

        def second_client(self, store: CaseStore) -> CaseStore:
            return store

        def reopened(self, store: CaseStore) -> CaseStore:
            return store

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


def test_a_store_that_reads_nothing_back_fails() -> None:
    """The same fault is found by two tests of the contract."""
    test = contract(lambda: BrokenStore(BelievesAnything))
    assert failure(test.test_what_would_not_read_back_is_refused) is not None


def test_a_whole_store_passes_the_same_tests() -> None:
    """What fails above fails for its fault alone."""
    suite = contract(lambda: BrokenStore(MemoryWork))
    assert {name: failure(getattr(suite, name)) for name in BROKEN.values()} == (
        dict.fromkeys(BROKEN.values())
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
    case, log = opened("case-1")
    assert case == Case.from_events(log)
