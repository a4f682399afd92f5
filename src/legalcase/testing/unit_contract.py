"""The contract of stores, second part: a unit of work is one, and others wait."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from legalcase.errors import CaseExistsError, StaleCaseError, StorageError
from legalcase.testing.contract_base import Contract
from legalcase.testing.store_helpers import (
    kept,
    noted,
    opened,
    refused,
    same,
    same_log,
    save_note,
    stored_file,
    together,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from legalcase.storage import Store

__all__ = ["UnitContract"]

_WRITERS = 4
_ROUNDS = 5

#: How long one waits for another that may be waiting for oneself, in seconds.
_MOMENT = 0.1


class UnitContract(Contract):
    """All of it is kept or nothing, whoever else comes."""

    def test_what_was_not_committed_is_gone(self) -> None:
        """Leaving without a commit, on purpose or by an error, keeps nothing."""
        store = self.make_store()
        file = opened("case-1")
        with store.begin() as work:
            work.save(file)
        with store.begin() as work:
            work.save(file)
            work.rollback()
        with refused(CaseExistsError), store.begin() as work:
            work.save(file)
            work.save(file)
        with store.begin() as work:
            same((), work.ids())
        with self.reopened(store).begin() as work:
            same((), work.ids())

    def test_a_unit_of_work_sees_what_it_appended(self) -> None:
        """Before the commit, its own work is visible to itself."""
        store = self.make_store()
        file = opened("case-1")
        with store.begin() as work:
            work.save(file)
            same(file.case, work.get("case-1"))
            same(("case-1",), work.ids())
            file = noted(file.saved(), "note-1")
            work.save(file)
            same(file.case, work.get("case-1"))

    def test_a_unit_of_work_is_one(self) -> None:
        """What is saved of two cases is kept together or not at all."""
        store = self.make_store()
        with store.begin() as work:
            work.save(opened("case-2"))
            work.save(opened("case-1"))
            work.commit()
        with store.begin() as work:
            same(("case-1", "case-2"), work.ids())
        with refused(CaseExistsError), store.begin() as work:
            work.save(opened("case-3"))
            work.save(opened("case-1"))
        with store.begin() as work:
            same(("case-1", "case-2"), work.ids())

    def test_what_was_refused_is_not_kept_later(self) -> None:
        """Of several files one cannot be saved: none is, whatever is committed then."""
        store = self.make_store()
        file = stored_file(store, opened("case-1"))
        late = noted(file, "late")
        stored_file(store, noted(file, "first"))
        fresh, other = opened("case-2"), opened("case-3")
        with store.begin() as work:
            with refused(StaleCaseError):
                work.save(fresh, late)
            with refused(StaleCaseError):
                work.append(
                    (*fresh.pending, *late.pending),
                    expected={"case:case-2": 0, "case:case-1": 1},
                )
            same(("case-1",), work.ids())
            work.save(other)
            work.commit()
        with self.reopened(store).begin() as work:
            same(("case-1", "case-3"), work.ids())
            same(2, work.get("case-1").version)
            # What was refused is as new as it was.
            work.save(fresh)

    def test_after_its_end_a_unit_of_work_refuses(self) -> None:
        """Nothing is saved or read once it is over."""
        store = self.make_store()
        file = opened("case-1")
        with store.begin() as work:
            work.commit()
            for call in (work.ids, work.commit, work.rollback):
                with refused(StorageError):
                    call()
            for ask in (work.get, work.file, work.events):
                with refused(StorageError):
                    ask("case-1")
            with refused(StorageError):
                work.save(file)
            with refused(StorageError):
                work.append(file.log, expected={"case:case-1": 0})

    def test_who_comes_second_is_stale(self) -> None:
        """Of two that recorded on the same version, one has to look again."""
        store = self.make_store()
        other = self.second_client(store)
        file = stored_file(store, opened("case-1"))
        with other.begin() as work:
            theirs = work.file("case-1")
        ours, late = noted(file, "note-1"), noted(theirs, "note-2")
        stored_file(store, ours)
        with refused(StaleCaseError) as caught, other.begin() as work:
            work.save(late)
        same([("case-1", 1, 2)], [(e.case_id, e.expected, e.found) for e in caught])
        with other.begin() as work:
            same_log(ours.log, work.events("case:case-1"))
            late = late.rebased(work.file("case-1"))
            work.save(late)
            work.commit()
        same_log((*ours.log, late.log[-1]), kept(store))

    def test_nobody_sees_what_is_not_committed(self) -> None:
        """Others wait until it is, or see what was there before."""
        store = self.make_store()
        stored_file(store, opened("case-1"))
        seen = []

        def look() -> None:
            with self.second_client(store).begin() as work:
                seen.append((work.ids(), work.get("case-1").version))

        looking = threading.Thread(target=lambda: together(look))
        with store.begin() as work:
            work.save(opened("case-2"), noted(work.file("case-1"), "note-1"))
            looking.start()
            looking.join(_MOMENT)
            work.rollback()
        looking.join()
        same([(("case-1",), 1)], seen)

    def test_of_two_at_once_none_is_lost(self) -> None:
        """Whoever was told that it is kept finds it in the log."""
        store = self.make_store()
        file = stored_file(store, opened("case-1"))
        told = []

        def save(note_id: str, client: Store, meanwhile: Callable[[], None]) -> None:
            try:
                with client.begin() as work:
                    work.save(noted(file, note_id))
                    meanwhile()
                    work.commit()
            except (StaleCaseError, StorageError):
                return
            told.append(note_id)

        def let_them() -> None:
            second.start()
            second.join(_MOMENT)

        theirs = self.second_client(store)
        second = threading.Thread(target=lambda: save("second", theirs, lambda: None))
        save("first", store, let_them)
        second.join()
        found = [line.event_id for line in kept(store)[1:]]
        same(sorted(f"case-1/{note_id}" for note_id in told), sorted(found))
        same(1, len(found))

    def test_after_a_fault_nothing_is_kept(self) -> None:
        """What failed in the middle cannot be committed, nor what was saved before."""
        store = self.make_store()
        file = stored_file(store, opened("case-1"))
        large = noted(file, "large", "x" * 200_000)
        with store.begin() as work:
            work.save(opened("case-2"))
            mend = self.failing(store)
            with refused(StorageError):
                work.save(large)
            mend()
            for call in (work.ids, work.commit):
                with refused(StorageError):
                    call()
            with refused(StorageError):
                work.save(opened("case-3"))
            work.rollback()
        same_log(file.log, kept(store))
        stored_file(store, large)
        with self.reopened(store).begin() as work:
            same(("case-1",), work.ids())
            same_log(large.log, work.events("case:case-1"))

    def test_threads_lose_nothing(self) -> None:
        """Writers that load again when they are stale all get through."""
        store = self.make_store()
        stored_file(store, opened("case-1"))

        def writer(name: str) -> None:
            for number in range(_ROUNDS):
                save_note(store, f"{name}-{number}")

        same(
            [],
            together(*(lambda n=n: writer(f"writer-{n}") for n in range(_WRITERS))),
        )
        with store.begin() as work:
            case = work.get("case-1")
        same(_WRITERS * _ROUNDS, len({note.note_id for note in case.notes}))
        same(1 + _WRITERS * _ROUNDS, case.version)

    def test_a_closed_store_refuses(self) -> None:
        """No unit of work begins, and one that is open keeps nothing."""
        store = self.make_store()
        work = store.begin()
        work.save(opened("case-1"))
        store.close()
        for call in (store.begin, store.heads, store.verify):
            with refused(StorageError):
                call()
        for step in (work.ids, work.commit, work.rollback):
            with refused(StorageError):
                step()

    def test_closing_twice_is_harmless(self) -> None:
        """A store that was closed can be closed again."""
        store = self.make_store()
        store.close()
        store.close()
