"""Together: several come at once, and nobody loses what they were told is kept."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from legalcase.errors import ConflictError, StaleCaseError, StorageError
from legalcase.ports.queries import CaseQuery, LineQuery
from legalcase.storage.loading import load, load_file, save
from legalcase.testing.store_conformance.check import promises
from legalcase.testing.store_conformance.hooks import Hooks, later
from legalcase.testing.store_conformance.samples.asking import (
    case_of,
    changes,
    changes_in,
    file_of,
    log_of,
    put,
    rows,
    save_note,
    stored,
)
from legalcase.testing.store_helpers import (
    ended,
    noted,
    opened,
    refused,
    same,
    same_log,
    together,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from legalcase.ports.stores import CaseStore, UnitOfWork

__all__ = ["TogetherChecks"]

_WRITERS = 4
_ROUNDS = 5
_SECOND = 2
#: How long one waits for another that may be waiting for oneself, in seconds.
_MOMENT = 0.1


class _OfOurOwn(Exception):  # noqa: N818 - raised to be seen again
    """What goes wrong in an act, and has nothing to do with the store."""


class TogetherChecks(Hooks):
    """Several come at once, and nobody loses what they were told is kept."""

    @promises("LC-SHARE-001")
    def test_a_second_client_sees_what_is_committed(self, store: CaseStore) -> None:
        """What one client commits, another reads at once, and goes on after it."""
        other = self.second_client(store)
        file = stored(store, opened("case-1"))
        same_log(file.log, log_of(other))
        file = stored(other, noted(file_of(other), "note-1"))
        same_log(file.log, log_of(store))
        file = stored(store, noted(file_of(store), "note-2"))
        same_log(file.log, log_of(other))
        same(file.case, case_of(other))

    @promises("LC-SHARE-002")
    def test_who_comes_second_is_stale(self, store: CaseStore) -> None:
        """Of two that recorded on one version, the second is told, and looks again."""
        other = self.second_client(store)
        file = stored(store, opened("case-1"))
        late = noted(file_of(other), "note-2")
        ours = stored(store, noted(file, "note-1"))
        with refused(StaleCaseError) as caught:
            put(other, late)
        same([("case-1", 1, 2)], [(e.case_id, e.expected, e.found) for e in caught])
        same_log(ours.log, log_of(other))
        late = late.rebased(file_of(other))
        put(other, late)
        same_log((*ours.log, late.log[-1]), log_of(later(self, store)))

    @promises("LC-SHARE-003")
    def test_of_two_at_once_none_is_lost(self, store: CaseStore) -> None:
        """Of two units open at once, one alone is told that it is kept."""
        file = stored(store, opened("case-1"))
        theirs = self.second_client(store)
        told: list[str] = []

        def try_to(
            note_id: str, client: CaseStore, meanwhile: Callable[[], object]
        ) -> None:
            try:
                with client.begin() as work:
                    load(work, None, "case-1")
                    save(work, noted(file, note_id))
                    meanwhile()
                    work.commit()
            except (ConflictError, StaleCaseError, StorageError):
                return
            told.append(note_id)

        second = threading.Thread(
            target=try_to, args=("second", theirs, lambda: None), daemon=True
        )

        def let_them() -> None:
            second.start()
            second.join(_MOMENT)

        try_to("first", store, let_them)
        if second.ident is None:
            let_them()
        ended(second)
        kept = [line.event_id for line in log_of(store)[1:]]
        same(sorted(f"case-1/{note_id}" for note_id in told), sorted(kept))
        same(1, len(kept))

    @promises("LC-SHARE-004")
    def test_nobody_sees_what_is_not_committed(self, store: CaseStore) -> None:
        """What is not committed is seen by nobody else, whatever they ask."""
        stored(store, opened("case-1"))
        other = self.second_client(store)
        looks: list[object] = []

        def look() -> None:
            with other.read() as reader:
                looks.append(
                    (
                        len(reader.events("case:case-1")),
                        tuple(row.case_id for row in rows(reader, CaseQuery())),
                        tuple(row.version for row in rows(reader, CaseQuery())),
                        len(rows(reader, LineQuery())),
                        len(changes_in(reader)[0]),
                    )
                )

        failures: list[BaseException] = []
        looking = threading.Thread(
            target=lambda: failures.extend(together(look)), daemon=True
        )
        with store.begin() as work:
            save(work, opened("case-2"), noted(load_file(work, None, "case-1"), "n"))
            same(
                ("case-1", "case-2"), tuple(r.case_id for r in rows(work, CaseQuery()))
            )
            looking.start()
            looking.join(_MOMENT)
        ended(looking)
        same([], failures)
        same([(1, ("case-1",), (1,), 1, 1)], looks)

    @promises("LC-SHARE-005", "concurrent")
    def test_reading_waits_for_nobody(self, store: CaseStore) -> None:
        """Reading goes on while a unit of work is open, and no commit waits for it."""
        file = stored(store, opened("case-1"))
        other = self.second_client(store)
        with other.read() as reader:
            with store.begin() as work:
                save(work, noted(file, "note-1"))
                done: list[int] = []
                look = threading.Thread(
                    target=lambda: done.append(len(log_of(other))), daemon=True
                )
                look.start()
                look.join(2)
                same([1], done)
                work.commit()
            same(1, len(reader.events("case:case-1")))
        same(2, len(log_of(other)))

    @promises("LC-SHARE-006")
    def test_threads_lose_nothing(self, store: CaseStore) -> None:
        """Writers in threads that look again when they are stale all get through."""
        stored(store, opened("case-1"))
        clients = [store, self.second_client(store)]

        def writer(number: int) -> None:
            for each in range(_ROUNDS):
                save_note(clients[number % 2], f"{number}-{each}")

        failures = together(*(lambda n=n: writer(n) for n in range(_WRITERS)))
        same([], failures)
        case = case_of(later(self, store))
        same(_WRITERS * _ROUNDS, len({note.note_id for note in case.notes}))
        same(1 + _WRITERS * _ROUNDS, case.version)

    @promises("LC-SHARE-007")
    def test_lines_and_rows_come_together(self, store: CaseStore) -> None:
        """While others write, rows of a reading are as new as its lines."""
        stored(store, opened("case-1"))
        other = self.second_client(store)
        done = threading.Event()

        def write() -> None:
            for number in range(15):
                save_note(store, f"note-{number}")
            done.set()

        def look() -> None:
            while not done.is_set():
                try:
                    with other.read() as reader:
                        (row,) = reader.find(CaseQuery()).rows
                        log = reader.events("case:case-1")
                        lines = rows(reader, LineQuery())
                        told, _ = changes_in(reader)
                except ConflictError:
                    continue
                same([row.version] * 3, [len(log), len(lines), told[-1].last])

        def write_and_end() -> None:
            try:
                write()
            finally:
                done.set()

        same([], together(write_and_end, look))

    @promises("LC-RUN-001")
    def test_run_commits_and_returns(self, store: CaseStore) -> None:
        """What is run in a unit of work is committed, and its answer returned."""

        def act(work: UnitOfWork) -> str:
            save(work, opened("case-1"))
            return "done"

        same("done", store.run(act, by="clerk", reason="a test"))
        same(1, len(log_of(later(self, store))))

    @promises("LC-RUN-002")
    def test_run_begins_again(self, store: CaseStore) -> None:
        """Where others were faster, the act is run again in a new unit of work."""
        file = stored(store, opened("case-1"))
        calls: list[int] = []

        def act(work: UnitOfWork) -> int:
            now = load_file(work, None, "case-1")
            calls.append(now.base)
            if len(calls) == 1:
                msg = "others were faster"
                raise StaleCaseError(msg, case_id="case-1", expected=1, found=2)
            if len(calls) == _SECOND:
                save(work, noted(now, "half"))
                msg = "others were faster"
                raise ConflictError(msg)
            save(work, noted(now, "whole"))
            return now.base

        same(1, store.run(act))
        same([1, 1, 1], calls)
        same(
            [*(line.event_id for line in file.log), "case-1/whole"],
            [line.event_id for line in log_of(later(self, store))],
        )

    @promises("LC-RUN-003")
    def test_run_gives_up(self, store: CaseStore) -> None:
        """After as many attempts as were allowed, the last error is raised."""
        calls: list[int] = []

        def act(work: UnitOfWork) -> None:
            calls.append(1)
            save(work, opened("case-1"))
            msg = "others were faster"
            raise ConflictError(msg)

        for attempts in (1, 3):
            calls.clear()
            with refused(ConflictError):
                store.run(act, attempts=attempts)
            same(attempts, len(calls))
        same([], changes(store)[0])

    @promises("LC-RUN-004")
    def test_run_does_not_repeat_other_errors(self, store: CaseStore) -> None:
        """Every other error rolls back, and is raised as it was, once."""
        calls: list[int] = []

        def act(work: UnitOfWork) -> None:
            calls.append(1)
            save(work, opened("case-1"))
            raise _OfOurOwn

        with refused(_OfOurOwn):
            store.run(act)
        same([1], calls)
        same([], changes(store)[0])

    @promises("LC-RUN-005")
    def test_run_brings_everybody_through(self, store: CaseStore) -> None:
        """Several that run at once on one case all get through, one after the other."""
        stored(store, opened("case-1"))
        other = self.second_client(store)

        def one(number: int) -> None:
            def act(work: UnitOfWork) -> None:
                save(work, noted(load_file(work, None, "case-1"), f"note-{number}"))

            (store if number % 2 else other).run(act, attempts=50)

        same([], together(*(lambda n=n: one(n) for n in range(_WRITERS))))
        same(1 + _WRITERS, case_of(later(self, store)).version)
