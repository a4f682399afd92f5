"""The contract of stores: entries of the directory are kept, and really erased."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legalcase.directory.entry import Entry
from legalcase.directory.events import NameChanged, PersonAdded
from legalcase.directory.name import Name
from legalcase.errors import (
    CaseExistsError,
    CaseNotFoundError,
    IllegalTransitionError,
    InvalidValueError,
    MissingInputError,
    StaleCaseError,
    StorageError,
)
from legalcase.model.records.events import LegalHoldIssued, LegalHoldReleased
from legalcase.testing.contract_base import Contract
from legalcase.testing.fixed_ids import FixedIds
from legalcase.testing.store_helpers import (
    DAY,
    NOON,
    noted,
    opened,
    refused,
    same,
    same_log,
    stored_file,
)

if TYPE_CHECKING:
    from legalcase.storage import Store

__all__ = ["PeopleContract"]

_ID = "person:roe"


def _entry(entry_id: str = _ID, family: str = "Roe") -> Entry:
    event = PersonAdded(name=Name(given="Jane", family=family), happened_on=DAY)
    ids = FixedIds(f"{entry_id}/")
    return Entry.open(event, entry_id=entry_id, by="clerk", at=NOON, ids=ids)


def _renamed(entry: Entry, family: str = "Doe") -> Entry:
    event = NameChanged(name=Name(given="Jane", family=family), happened_on=DAY)
    return entry.record(event, by="clerk", at=NOON)


def _stored(store: Store, *entries: Entry) -> tuple[Entry, ...]:
    with store.begin() as work:
        work.save(*entries)
        work.commit()
    return tuple(entry.saved() for entry in entries)


def _erased(store: Store, entry_id: str = _ID) -> None:
    with store.begin() as work:
        work.erase(entry_id)
        work.commit()


class PeopleContract(Contract):
    """People are kept beside the cases, and one of them can be erased."""

    def test_an_entry_is_kept(self) -> None:
        """It comes back with its log, takes more lines, and is no case."""
        store = self.make_store()
        (entry,) = _stored(store, _entry())
        (entry,) = _stored(store, _renamed(entry))
        stored_file(store, opened("case-1"))
        store = self.reopened(store)
        with store.begin() as work:
            found = work.entry(_ID)
            same(entry.profile, found.profile)
            same_log(entry.log, found.log)
            same((2, ()), (found.base, found.pending))
            same((_ID,), work.directory().ids())
            same(("case-1",), work.ids())
        streams = [head.stream for head in store.heads()]
        same(["case:case-1", _ID], streams)

    def test_an_entry_and_a_case_are_saved_as_one(self) -> None:
        """Or neither of them is."""
        store = self.make_store()
        stored_file(store, opened("case-1"))
        with store.begin() as work, refused(CaseExistsError):
            work.save(_entry(), opened("case-1"))
            work.commit()
        with store.begin() as work:
            same(0, len(work.directory()))
            work.save(_entry(), opened("case-2"))
            work.commit()
        with store.begin() as work:
            same((_ID,), work.directory().ids())
            same(("case-1", "case-2"), work.ids())

    def test_who_saves_an_entry_second_is_stale(self) -> None:
        """As with a case: nothing is lost, nothing is there twice."""
        store = self.make_store()
        (entry,) = _stored(store, _entry())
        _stored(store, _renamed(entry))
        with store.begin() as work, refused(StaleCaseError):
            work.save(_renamed(entry, "Poe"))
        with store.begin() as work, refused(CaseExistsError):
            work.save(_entry())
        with store.begin() as work, refused(CaseNotFoundError):
            work.entry("person:doe")
        with store.begin() as work:
            same("Doe", work.entry(_ID).name.family)

    def test_what_was_erased_is_gone(self) -> None:
        """For everybody and for ever; all others are as they were, and whole."""
        store = self.make_store()
        file = stored_file(store, noted(opened("case-1"), "note-1"))
        _stored(store, _entry(), _entry("person:doe", "Doe"))
        before = store.heads()
        _erased(store)
        for way in (lambda found: found, self.second_client, self.reopened):
            store = way(store)
            with store.begin() as work:
                with refused(CaseNotFoundError):
                    work.entry(_ID)
                same(("person:doe",), work.directory().ids())
                same_log(file.log, work.events("case:case-1"))
            streams = [head.stream for head in store.heads()]
            same(["case:case-1", "person:doe"], streams)
            same((), store.verify(anchors=before))

    def test_an_id_that_was_erased_is_not_given_again(self) -> None:
        """Neither to somebody new nor by a file that was loaded before."""
        store = self.make_store()
        (entry,) = _stored(store, _entry())
        _erased(store)
        for again in (_entry(), _renamed(entry)):
            with store.begin() as work, refused(StorageError, CaseNotFoundError):
                work.save(again)
                work.commit()
            with store.begin() as work:
                same(0, len(work.directory()))
        with store.begin() as work, refused(CaseNotFoundError):
            work.erase(_ID)

    def test_an_erasure_that_is_not_committed_erases_nothing(self) -> None:
        """Within its unit it is gone; after a rollback it is there."""
        store = self.make_store()
        (entry,) = _stored(store, _entry())
        with store.begin() as work:
            work.erase(_ID)
            with refused(CaseNotFoundError):
                work.entry(_ID)
            same(0, len(work.directory()))
        with store.begin() as work:
            same_log(entry.log, work.entry(_ID).log)
            work.save(_renamed(entry))
            work.erase(_ID)
            work.commit()
        with store.begin() as work:
            same(0, len(work.directory()))

    def test_who_is_named_in_a_case_on_hold_is_not_erased(self) -> None:
        """Unless a ground is given, which is recorded in the case itself."""
        store = self.make_store()
        held = LegalHoldIssued(
            hold_id="hold-1", custodian_ids=(_ID,), ground="suit", happened_on=DAY
        )
        file = opened("case-1").record(held, by="clerk", at=NOON)
        stored_file(store, file)
        stored_file(store, noted(opened("case-2"), "note-1"))
        _stored(store, _entry(), _entry("person:doe", "Doe"))
        with store.begin() as work:
            with refused(IllegalTransitionError):
                work.erase(_ID)
            with refused(MissingInputError):
                work.erase(_ID, despite_hold="order")
            with refused(InvalidValueError):
                work.erase("person:doe", despite_hold="order", by="clerk", at=NOON)
            work.erase("person:doe")
            same((_ID,), work.directory().ids())
        with store.begin() as work:
            work.erase(_ID, despite_hold="order of a court", by="clerk", at=NOON)
            work.commit()
        with store.begin() as work:
            same(("person:doe",), work.directory().ids())
            last = work.events("case:case-1")[-1]
            same(("record-lost", "clerk"), (last.kind, last.actor))
            (stone,) = work.get("case-1").records.tombstones
            same((_ID, "held"), (stone.item_id, "held" if stone.was_held else ""))
            same(2, len(work.events("case:case-2")))
        same((), store.verify())

    def test_a_hold_that_was_released_holds_nobody(self) -> None:
        """Nor does one on a case that names somebody else."""
        store = self.make_store()
        held = LegalHoldIssued(hold_id="hold-1", custodian_ids=(_ID,), happened_on=DAY)
        over = LegalHoldReleased(hold_id="hold-1", happened_on=DAY)
        other = LegalHoldIssued(
            hold_id="hold-2", custodian_ids=("person:doe",), happened_on=DAY
        )
        stored_file(store, opened("case-1").record(held, over, by="clerk", at=NOON))
        stored_file(store, opened("case-2").record(other, by="clerk", at=NOON))
        _stored(store, _entry())
        _erased(store)
        with store.begin() as work:
            same((), work.directory().ids())

    def test_a_case_is_not_erased(self) -> None:
        """What happened in a court is not forgotten by this door."""
        store = self.make_store()
        file = stored_file(store, opened("case-1"))
        for name in ("case:case-1", "case-1", "person:", "nobody"):
            with store.begin() as work, refused(InvalidValueError):
                work.erase(name)
        with store.begin() as work:
            same_log(file.log, work.events("case:case-1"))
