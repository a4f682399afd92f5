"""Erasing: an entry that was erased is gone for everybody and for ever."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legalcase.errors import (
    CaseNotFoundError,
    IllegalTransitionError,
    InvalidValueError,
    LegalCaseError,
    MissingInputError,
    StorageError,
)
from legalcase.model.records.events import LegalHoldIssued, LegalHoldReleased
from legalcase.ports.queries import LineQuery
from legalcase.storage.loading import save
from legalcase.testing.store_conformance.check import promises
from legalcase.testing.store_conformance.hooks import Hooks, later
from legalcase.testing.store_conformance.samples.asking import (
    ROE,
    case_ids,
    case_of,
    changes,
    entry,
    entry_of,
    erased,
    found,
    log_of,
    put,
    renamed,
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
    from legalcase.ports.stores import CaseStore

__all__ = ["ErasingChecks"]

_DOE = "person:doe"


def _streams(store: CaseStore) -> list[str]:
    return sorted({row.stream for row in found(store, LineQuery())})


class ErasingChecks(Hooks):
    """An entry that was erased is gone for everybody and for ever."""

    @promises("LC-ERASE-001", "erase")
    def test_what_was_erased_is_gone(self, store: CaseStore) -> None:
        """What was erased is found by nobody, and all else is as it was."""
        file = stored(store, noted(opened("case-1"), "note-1"))
        put(store, entry(), entry(_DOE, "Doe"))
        erased(store)
        for way in (lambda one: one, self.second_client, lambda one: later(self, one)):
            store = way(store)
            with refused(CaseNotFoundError):
                log_of(store, ROE)
            same(["case:case-1", _DOE], _streams(store))
            tagged = found(store, LineQuery(tags=(ROE, "kind:person-added")))
            same([_DOE], [row.stream for row in tagged])
            same_log(file.log, log_of(store))
            same_log(entry(_DOE, "Doe").log, log_of(store, _DOE))

    @promises("LC-ERASE-002", "erase")
    def test_an_id_that_was_erased_is_not_given_again(self, store: CaseStore) -> None:
        """What was erased never begins again, nor goes on from a file loaded before."""
        put(store, entry())
        one = entry_of(store)
        erased(store)
        store = later(self, store)
        for again in (entry(), renamed(one)):
            with refused(StorageError, CaseNotFoundError):
                put(store, again)
            with refused(CaseNotFoundError):
                log_of(store, ROE)
        with store.begin() as work, refused(CaseNotFoundError):
            work.erase(ROE)

    @promises("LC-ERASE-003", "erase")
    def test_an_erasure_is_part_of_its_unit(self, store: CaseStore) -> None:
        """Within its unit of work it is gone; if that is not committed, it is there."""
        put(store, entry())
        one = entry_of(store)
        with store.begin() as work:
            work.erase(ROE)
            with refused(CaseNotFoundError):
                work.events(ROE)
            same([], rows(work, LineQuery(tags=("kind:person-added",))))
            with refused(StorageError):
                save(work, entry())
        store = later(self, store)
        same_log(one.log, log_of(store, ROE))
        same(1, len(changes(store)[0]))
        with store.begin() as work:
            save(work, renamed(one))
            work.erase(ROE)
            work.commit()
        same([], _streams(later(self, store)))

    @promises("LC-ERASE-004", "erase")
    def test_who_is_named_in_a_case_on_hold_is_not_erased(
        self, store: CaseStore
    ) -> None:
        """A legal hold refuses an erasure, unless a ground is given and recorded."""
        held = LegalHoldIssued(
            hold_id="hold-1", custodian_ids=(ROE,), ground="suit", happened_on=DAY
        )
        put(store, opened("case-1").record(held, by="clerk", at=NOON))
        put(store, noted(opened("case-2"), "note-1"), entry(), entry(_DOE, "Doe"))
        with store.begin() as work:
            with refused(IllegalTransitionError):
                work.erase(ROE)
            with refused(MissingInputError):
                work.erase(ROE, despite_hold="order")
            with refused(InvalidValueError):
                work.erase(_DOE, despite_hold="order", by="clerk", at=NOON)
            same_log(entry().log, work.events(ROE))
        with store.begin() as work:
            work.erase(ROE, despite_hold="order of a court", by="clerk", at=NOON)
            work.commit()
        store = later(self, store)
        same([_DOE], [name for name in _streams(store) if name.startswith("person:")])
        last = log_of(store)[-1]
        same(("record-lost", "clerk"), (last.kind, last.actor))
        (stone,) = case_of(store).records.tombstones
        same(ROE, stone.item_id)
        same(2, len(log_of(store, "case:case-2")))

    @promises("LC-ERASE-005", "erase")
    def test_a_hold_that_was_released_holds_nobody(self, store: CaseStore) -> None:
        """A hold that was released, or names somebody else, refuses nothing."""
        held = LegalHoldIssued(hold_id="hold-1", custodian_ids=(ROE,), happened_on=DAY)
        over = LegalHoldReleased(hold_id="hold-1", happened_on=DAY)
        other = LegalHoldIssued(
            hold_id="hold-2", custodian_ids=(_DOE,), happened_on=DAY
        )
        put(store, opened("case-1").record(held, over, by="clerk", at=NOON))
        put(store, opened("case-2").record(other, by="clerk", at=NOON), entry())
        erased(store)
        same(["case:case-1", "case:case-2"], _streams(later(self, store)))

    @promises("LC-ERASE-006", "erase")
    def test_a_case_is_not_erased(self, store: CaseStore) -> None:
        """A case that is not sealed is not erased, nor what there is not."""
        file = stored(store, opened("case-1"))
        with store.begin() as work, refused(InvalidValueError):
            work.erase("case:case-1")
        for name in ("case-1", "person:", "nobody", "case:case-2"):
            with store.begin() as work:
                with refused(InvalidValueError, CaseNotFoundError):
                    work.erase(name)
                work.commit()
        with store.begin() as work, refused(CaseNotFoundError):
            work.erase(_DOE)
        same_log(file.log, log_of(later(self, store)))

    @promises("LC-ERASE-007", "erase")
    def test_its_event_ids_stay_with_nobody(self, store: CaseStore) -> None:
        """After an erasure, units of work on other entries go on as before."""
        put(store, entry(), entry(_DOE, "Doe"))
        erased(store)
        put(store, renamed(entry_of(store, _DOE), "Poe"))
        put(store, opened("case-1"))
        store = later(self, store)
        same("Poe", entry_of(store, _DOE).name.family)
        same(("case-1",), case_ids(store))

    @promises("LC-ERASE-008", "not-erase")
    def test_a_store_that_cannot_erase_says_so(self, store: CaseStore) -> None:
        """A store that cannot erase refuses it, and keeps what it has."""
        put(store, entry())
        with store.begin() as work, refused(LegalCaseError):
            work.erase(ROE)
        same_log(entry().log, log_of(later(self, store), ROE))
