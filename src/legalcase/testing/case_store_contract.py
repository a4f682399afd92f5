"""CaseStoreContract: the tests that every store of cases has to pass."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from attrs import evolve

from legalcase.errors import (
    CaseExistsError,
    CaseNotFoundError,
    InvalidValueError,
    LegalCaseError,
    StaleCaseError,
    StorageError,
    UnknownEventError,
)
from legalcase.model.events import UnknownEvent
from legalcase.testing.store_helpers import (
    DAY,
    line,
    noted,
    opened,
    refused,
    same,
    save_note,
)

if TYPE_CHECKING:
    from legalcase.ports import CaseStore

__all__ = ["CaseStoreContract"]

_WRITERS = 4
_ROUNDS = 5


class CaseStoreContract:
    """Subclass it in your tests, and say how a store is made and opened again.

    Each test gets a new instance, as pytest makes one. Overriding a test is cheating.
    """

    def make_store(self) -> CaseStore:
        """Return a new, empty store."""
        raise NotImplementedError

    def second_client(self, store: CaseStore) -> CaseStore:
        """Return another way into the same store, as another program has it."""
        raise NotImplementedError

    def reopened(self, store: CaseStore) -> CaseStore:
        """Return the store as it is after its program has ended and begun again."""
        raise NotImplementedError

    def test_what_is_committed_is_there(self) -> None:
        """A case comes back as it was added, with its whole log."""
        store = self.make_store()
        case, log = opened("case-1")
        with store.begin() as work:
            same(1, work.add(log))
            work.commit()
        with store.begin() as work:
            same(case, work.get("case-1"))
            same(log, work.events("case-1"))
            same(("case-1",), work.ids())

    def test_what_is_committed_outlives_the_program(self) -> None:
        """After a new start, everything is there."""
        store = self.make_store()
        case, log = opened("case-1")
        with store.begin() as work:
            work.add(log)
            work.commit()
        with self.reopened(store).begin() as work:
            same(case, work.get("case-1"))
            same(log, work.events("case-1"))

    def test_events_are_appended(self) -> None:
        """Saving appends, and returns the new version."""
        store = self.make_store()
        case, log = opened("case-1")
        with store.begin() as work:
            work.add(log)
            work.commit()
        case, first = noted(case, "note-1")
        case, second = noted(case, "note-2")
        with store.begin() as work:
            same(3, work.save((first, second), expected=1))
            work.commit()
        with store.begin() as work:
            same(case, work.get("case-1"))
            same((*log, first, second), work.events("case-1"))

    def test_what_was_not_committed_is_gone(self) -> None:
        """Leaving without a commit, on purpose or by an error, keeps nothing."""
        store = self.make_store()
        _, log = opened("case-1")
        with store.begin() as work:
            work.add(log)
        with store.begin() as work:
            work.add(log)
            work.rollback()
        with refused(CaseExistsError), store.begin() as work:
            work.add(log)
            work.add(log)
        with store.begin() as work:
            same((), work.ids())
        with self.reopened(store).begin() as work:
            same((), work.ids())

    def test_a_unit_of_work_sees_what_it_appended(self) -> None:
        """Before the commit, its own work is visible to itself."""
        store = self.make_store()
        case, log = opened("case-1")
        with store.begin() as work:
            work.add(log)
            same(case, work.get("case-1"))
            same(("case-1",), work.ids())

    def test_a_unit_of_work_is_one(self) -> None:
        """What is appended to two cases is kept together or not at all."""
        store = self.make_store()
        with store.begin() as work:
            work.add(opened("case-2")[1])
            work.add(opened("case-1")[1])
            work.commit()
        with store.begin() as work:
            same(("case-1", "case-2"), work.ids())
        with refused(CaseExistsError), store.begin() as work:
            work.add(opened("case-3")[1])
            work.add(opened("case-1")[1])
        with store.begin() as work:
            same(("case-1", "case-2"), work.ids())

    def test_after_its_end_a_unit_of_work_refuses(self) -> None:
        """Nothing is appended or read once it is over."""
        store = self.make_store()
        _, log = opened("case-1")
        with store.begin() as work:
            work.commit()
            for call in (work.ids, work.commit, work.rollback):
                with refused(StorageError):
                    call()
            with refused(StorageError):
                work.add(log)

    def test_who_comes_second_is_stale(self) -> None:
        """Of two that recorded on the same version, one has to look again."""
        store = self.make_store()
        other = self.second_client(store)
        case, log = opened("case-1")
        with store.begin() as work:
            work.add(log)
            work.commit()
        with other.begin() as work:
            theirs = work.get("case-1")
        _, ours = noted(case, "note-1")
        _, late = noted(theirs, "note-2")
        with store.begin() as work:
            work.save((ours,), expected=1)
            work.commit()
        with refused(StaleCaseError) as caught, other.begin() as work:
            work.save((late,), expected=1)
        same([("case-1", 1, 2)], [(e.case_id, e.expected, e.found) for e in caught])
        with other.begin() as work:
            same((*log, ours), work.events("case-1"))

    def test_a_case_is_added_once(self) -> None:
        """A second case of the same id is refused."""
        store = self.make_store()
        _, log = opened("case-1")
        with store.begin() as work:
            work.add(log)
            with refused(CaseExistsError):
                work.add(log)
            work.commit()
        with store.begin() as work, refused(CaseExistsError):
            work.add(log)

    def test_what_is_not_there_is_not_found(self) -> None:
        """Reading or saving an unknown case names it."""
        store = self.make_store()
        case, _ = opened("case-1")
        _, note = noted(case, "note-1")
        with store.begin() as work:
            with refused(CaseNotFoundError):
                work.get("case-1")
            with refused(CaseNotFoundError):
                work.events("case-1")
            with refused(CaseNotFoundError):
                work.save((note,), expected=1)

    def test_a_log_has_no_gap(self) -> None:
        """Events have to follow on each other, and to be of one case."""
        store = self.make_store()
        case, log = opened("case-1")
        case, first = noted(case, "note-1")
        _, second = noted(case, "note-2")
        _, other = opened("case-2")
        with store.begin() as work:
            for wrong in ((), (first,), (*log, second), (*log, *other)):
                with refused(InvalidValueError):
                    work.add(wrong)
            work.add(log)
            for events in ((), (second,), (first, first), (first, *other)):
                with refused(InvalidValueError):
                    work.save(events, expected=1)
            work.commit()
        with store.begin() as work:
            same(log, work.events("case-1"))

    def test_an_unknown_event_is_kept(self) -> None:
        """A kind that this version does not know comes back as it was."""
        store = self.make_store()
        _, log = opened("case-1")
        strange = line(
            UnknownEvent(
                kind="vanished", schema=7, happened=DAY, payload='{"é":[1,null]}'
            ),
            2,
        )
        with store.begin() as work:
            work.add((*log, strange))
            work.commit()
        with self.reopened(store).begin() as work:
            same((*log, strange), work.events("case-1"))
            with refused(UnknownEventError):
                work.get("case-1")

    def test_text_comes_back_as_it_was(self) -> None:
        """No character is changed: composed or not, whatever the script."""
        store = self.make_store()
        caption = 'Müller/Mu\u0308ller v. \U0001f4c5 O\'Neil; "x" \\ \u2028 %s'
        _, log = opened("case-1", caption)
        with store.begin() as work:
            work.add(log)
            work.commit()
        with self.reopened(store).begin() as work:
            same(caption, work.get("case-1").caption)

    def test_threads_lose_nothing(self) -> None:
        """Writers that load again when they are stale all get through."""
        store = self.make_store()
        with store.begin() as work:
            work.add(opened("case-1")[1])
            work.commit()
        failures: list[BaseException] = []

        def write(name: str) -> None:
            try:
                for number in range(_ROUNDS):
                    save_note(store, f"{name}-{number}")
            except BaseException as error:  # noqa: BLE001 - shown by the test below
                failures.append(error)

        threads = [
            threading.Thread(target=write, args=(f"writer-{n}",))
            for n in range(_WRITERS)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        same([], failures)
        with store.begin() as work:
            case = work.get("case-1")
        same(_WRITERS * _ROUNDS, len({note.note_id for note in case.notes}))
        same(1 + _WRITERS * _ROUNDS, case.version)

    def test_an_id_of_an_event_is_given_once(self) -> None:
        """Twice in one batch, in one unit of work, in two: each time refused."""
        store = self.make_store()
        case, log = opened("case-1")
        _, note = noted(case, "note-1")
        _, other = opened("case-2")
        taken = tuple(evolve(line, event_id=log[0].event_id) for line in other)
        with store.begin() as work:
            with refused(InvalidValueError):
                work.add((*log, evolve(note, event_id=log[0].event_id)))
            work.add(log)
            with refused(StorageError):
                work.add(taken)
            work.commit()
        with store.begin() as work:
            with refused(StorageError):
                work.add(taken)
            with refused(StorageError):
                work.save((evolve(note, event_id=log[0].event_id),), expected=1)
            work.commit()
        with store.begin() as work:
            same(("case-1",), work.ids())
            same(log, work.events("case-1"))
            # What was refused, or not committed, is free.
            work.add(other)
        with store.begin() as work:
            work.add(other)

    def test_what_cannot_have_happened_is_refused(self) -> None:
        """By `add` and `save`: it would make the case unreadable for ever."""
        store = self.make_store()
        case, log = opened("case-1")
        case, note = noted(case, "note-1")
        again = evolve(note, sequence=3, event_id="again")
        with store.begin() as work:
            with refused(LegalCaseError):
                work.add((*log, note, again))
            work.add((*log, note))
            work.commit()
        with store.begin() as work:
            with refused(LegalCaseError):
                work.save((again,), expected=2)
            work.commit()
        with store.begin() as work:
            same(case, work.get("case-1"))

    def test_what_would_not_read_back_is_refused(self) -> None:
        """An event whose fields are of a wrong type is refused before it is written."""
        store = self.make_store()
        _, log = opened("case-1")
        known = UnknownEvent(kind="filed", schema=1, happened=DAY, payload="{}")
        for poison in (
            evolve(known, kind="vanished", payload="{"),
            evolve(known, kind="vanished", payload='{ "a": 1 }'),
            known,
        ):
            with store.begin() as work:
                with refused(LegalCaseError):
                    work.add((*log, line(poison, 2)))
                same((), work.ids())
                work.commit()

    def test_a_closed_store_refuses(self) -> None:
        """No unit of work begins, and one that is open keeps nothing."""
        store = self.make_store()
        _, log = opened("case-1")
        work = store.begin()
        work.add(log)
        store.close()
        for call in (store.begin, work.ids, work.commit, work.rollback):
            with refused(StorageError):
                call()

    def test_closing_twice_is_harmless(self) -> None:
        """A store that was closed can be closed again."""
        store = self.make_store()
        store.close()
        store.close()
