"""Failing: after a fault, nothing half is kept, and nothing that was whole is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legalcase.errors import StorageError
from legalcase.ports.queries import CaseQuery
from legalcase.storage.loading import save
from legalcase.testing.store_conformance.check import promises
from legalcase.testing.store_conformance.hooks import Hooks, later
from legalcase.testing.store_conformance.samples.asking import (
    case_ids,
    file_of,
    found,
    log_of,
    put,
    stored,
)
from legalcase.testing.store_helpers import noted, opened, refused, same, same_log

if TYPE_CHECKING:
    from legalcase.ports.stores import CaseStore

__all__ = ["FailingChecks"]

_LARGE = "x" * 200_000


class FailingChecks(Hooks):
    """After a fault, nothing half is kept, and nothing that was whole is lost."""

    @promises("LC-FAULT-001")
    def test_after_a_fault_nothing_is_kept(self, store: CaseStore) -> None:
        """A unit that failed in the middle commits nothing, whatever is tried."""
        file = stored(store, opened("case-1"))
        large = noted(file, "large", _LARGE)
        with store.begin() as work:
            save(work, opened("case-2"))
            mend = self.failing(store)
            try:
                # As it is written, or as it is committed: not later.
                with refused(StorageError):
                    save(work, large)
                    work.commit()
            finally:
                mend()
            for call in (
                work.commit,
                lambda: work.find(CaseQuery()),
                lambda: save(work, opened("case-3")),
            ):
                with refused(StorageError):
                    call()
        same_log(file.log, log_of(store))
        same(("case-1",), case_ids(later(self, store)))

    @promises("LC-FAULT-002")
    def test_after_a_fault_the_store_goes_on(self, store: CaseStore) -> None:
        """When the fault is mended, the next unit of work is as good as any."""
        file = stored(store, opened("case-1"))
        large = noted(file, "large", _LARGE)
        mend = self.failing(store)
        try:
            with refused(StorageError):
                put(store, large)
            same_log(file.log, log_of(store))
        finally:
            mend()
        put(store, large)
        store = later(self, store)
        same_log(large.log, log_of(store))
        same([2], [row.version for row in found(store, CaseQuery())])

    @promises("LC-FAULT-003")
    def test_a_crash_loses_nothing_that_was_told(self, store: CaseStore) -> None:
        """After a crash, what was committed is there, and nothing of what was not."""
        file = stored(store, opened("case-1"))
        file = stored(store, noted(file, "note-1"))
        work = store.begin()
        save(work, noted(file, "note-2"), opened("case-2"))
        store = self.crash(store)
        del work
        same_log(file.log, log_of(store))
        same(("case-1",), case_ids(store))
        put(store, noted(file_of(store), "note-3"), opened("case-2"))
        same(("case-1", "case-2"), case_ids(later(self, store)))
