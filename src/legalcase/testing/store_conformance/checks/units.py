"""Units: a unit of work is one; what is not committed is nobody's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legalcase.errors import (
    CaseExistsError,
    CaseNotFoundError,
    LegalCaseError,
    StaleCaseError,
    StorageError,
)
from legalcase.ports.queries import CaseQuery, LineQuery
from legalcase.storage.loading import load, save
from legalcase.testing.store_conformance.check import not_asked, promises
from legalcase.testing.store_conformance.hooks import Hooks, later
from legalcase.testing.store_conformance.samples.asking import (
    ROE,
    case_ids,
    case_of,
    changes,
    entry,
    found,
    log_of,
    put,
    rows,
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
    from collections.abc import Callable

    from legalcase.model.case_file import CaseFile
    from legalcase.ports.stores import CaseStore, UnitOfWork

__all__ = ["UnitsChecks"]


class _OfOurOwn(Exception):  # noqa: N818 - raised to be seen again
    """What goes wrong in a block, and has nothing to do with the store."""


def _go_wrong() -> None:
    raise _OfOurOwn


def _nothing(store: CaseStore) -> None:
    """See that a store is empty, whatever it is asked."""
    same((), case_ids(store))
    same([], found(store, LineQuery()))
    same([], changes(store)[0])
    with refused(CaseNotFoundError):
        log_of(store)


def _calls(work: UnitOfWork, file: CaseFile) -> tuple[Callable[[], object], ...]:
    """Return all that can be asked of a unit of work."""
    return (
        lambda: work.events("case:case-0"),
        lambda: work.find(CaseQuery()),
        lambda: work.changes_since(None),
        lambda: work.append(file.log, expected={"case:case-1": 0}),
        work.commit,
    )


class UnitsChecks(Hooks):
    """A unit of work is one; what is not committed is nobody's."""

    @promises("LC-UNIT-001")
    def test_what_was_not_committed_is_gone(self, store: CaseStore) -> None:
        """Leaving a unit of work without a commit keeps nothing of it."""
        with store.begin() as work:
            save(work, opened("case-1"), entry())
        _nothing(store)
        store = later(self, store)
        _nothing(store)
        stored(store, opened("case-1"))  # and its ids are free

    @promises("LC-UNIT-002")
    def test_an_error_rolls_back_and_is_told(self, store: CaseStore) -> None:
        """An error in the block rolls back, and comes out of it as it was."""
        with refused(_OfOurOwn), store.begin() as work:
            save(work, opened("case-1"))
            _go_wrong()
        _nothing(later(self, store))

    @promises("LC-UNIT-003")
    def test_a_unit_reads_what_it_appended(self, store: CaseStore) -> None:
        """Before the commit, a unit of work reads what it has appended itself."""
        stored(store, opened("case-0"))
        file = opened("case-1")
        with store.begin() as work:
            save(work, file)
            same(file.case, load(work, None, "case-1"))
            same_log(file.log, work.events("case:case-1"))
            same(("case-0", "case-1"), case_ids(work))
            file = noted(file.saved(), "note-1")
            save(work, file)
            same(file.case, load(work, None, "case-1"))
            same([1, 2], [row.version for row in rows(work, CaseQuery())])

    @promises("LC-UNIT-004")
    def test_several_streams_are_one_commit(self, store: CaseStore) -> None:
        """What a unit appends to several streams is kept together, or not at all."""
        with store.begin() as work:
            save(work, opened("case-2"), entry())
            save(work, opened("case-1"))
            work.commit()
        store = later(self, store)
        same(("case-1", "case-2"), case_ids(store))
        same_log(entry().log, log_of(store, ROE))
        with refused(CaseExistsError), store.begin() as work:
            save(work, opened("case-3"))
            save(work, opened("case-1"))
        same(("case-1", "case-2"), case_ids(later(self, store)))

    @promises("LC-UNIT-005")
    def test_what_was_refused_is_not_kept_later(self, store: CaseStore) -> None:
        """Of several files one is refused: none is stored, whatever comes then."""
        file = stored(store, opened("case-1"))
        late, fresh = noted(file, "late"), opened("case-2")
        stored(store, noted(file, "first"))
        with store.begin() as work:
            with refused(StaleCaseError):
                save(work, fresh, late)
            with refused(StaleCaseError):
                work.append(
                    (*fresh.pending, *late.pending),
                    expected={"case:case-2": 0, "case:case-1": 1},
                )
            same(("case-1",), case_ids(work))
            save(work, opened("case-3"))
            work.commit()
        store = later(self, store)
        same(("case-1", "case-3"), case_ids(store))
        same(2, case_of(store).version)
        stored(store, fresh)  # what was refused is as new as it was

    @promises("LC-UNIT-006")
    def test_after_its_end_a_unit_refuses(self, store: CaseStore) -> None:
        """Nothing is read or appended in a unit of work that is over."""
        file = opened("case-1")
        put(store, opened("case-0"))
        for is_committed in (True, False):
            with store.begin() as work:
                if is_committed:
                    work.commit()
            for call in _calls(work, file):
                with refused(StorageError):
                    call()
        same(("case-0",), case_ids(later(self, store)))

    @promises("LC-UNIT-007")
    def test_an_empty_unit_commits(self, store: CaseStore) -> None:
        """A unit that appended nothing can be committed, and changes nothing."""
        with store.begin() as work:
            work.commit()
        _nothing(store)

    @promises("LC-UNIT-008")
    def test_a_closed_store_refuses(self, store: CaseStore) -> None:
        """A closed store begins nothing, and what was open in it keeps nothing."""
        work = store.begin()
        save(work, opened("case-1"))
        store.close()
        for call in (store.begin, store.read):
            with refused(StorageError):
                call()
        for step in (
            lambda: work.events("case:case-1"),
            lambda: work.find(CaseQuery()),
            work.commit,
        ):
            with refused(StorageError):
                step()
        with refused(StorageError):
            store.run(lambda work: work.events("case:case-1"))

    @promises("LC-UNIT-009")
    def test_closing_twice_is_harmless(self, store: CaseStore) -> None:
        """A store that was closed can be closed again."""
        stored(store, opened("case-1"))
        store.close()
        store.close()

    @promises("LC-UNIT-010")
    def test_a_reading_in_a_closed_store_is_over(self, store: CaseStore) -> None:
        """A reading that is open when the store is closed reads no more."""
        stored(store, opened("case-1"))
        reader = store.read()
        store.close()
        with refused(StorageError):
            reader.events("case:case-1")

    @promises("LC-UNIT-011")
    def test_by_and_reason_of_the_unit_stand_on_the_line(
        self, store: CaseStore
    ) -> None:
        """Where nobody else is named, lines bear who and why of the unit of work."""
        stored(store, opened("case-1"))
        with store.begin(by="clerk of the unit", reason="the reason") as work:
            record = getattr(work, "record", None)
            if record is None:
                why = "its units of work have no record(…)"
                raise not_asked(why)
            event = noted(opened("case-2"), "note-1").log[1].event
            record("case-1", event, at=NOON)
            work.commit()
        line = log_of(later(self, store))[1]
        same(("clerk of the unit", "the reason"), (line.actor, line.reason))

    @promises("LC-UNIT-012")
    def test_who_reads_in_a_unit_is_told_of_no_other(self, store: CaseStore) -> None:
        """A unit that asks for what is not there can go on and append it."""
        with store.begin() as work:
            with refused(CaseNotFoundError):
                work.events("case:case-1")
            with refused(LegalCaseError):
                work.find(CaseQuery(), after="nonsense")
            save(work, opened("case-1"))
            work.commit()
        same(DAY, getattr(log_of(later(self, store))[0].event, "happened_on", None))
