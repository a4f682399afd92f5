"""Reading: whoever reads sees one state of the store, or is told that it is gone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from legalcase.errors import ConflictError, StorageError
from legalcase.ports.queries import CaseQuery, DueQuery, LineQuery
from legalcase.testing.store_conformance.check import capabilities_of, promises
from legalcase.testing.store_conformance.hooks import Hooks
from legalcase.testing.store_conformance.samples.asking import (
    changes_in,
    entry,
    file_of,
    put,
    rows,
    stored,
)
from legalcase.testing.store_helpers import noted, opened, refused, same, sure

if TYPE_CHECKING:
    from collections.abc import Callable

    from legalcase.ports.stores import CaseStore, Reader

__all__ = ["ReadingChecks"]

_ASKED: tuple[Callable[[Reader], object], ...] = (
    lambda reader: len(reader.events("case:case-1")),
    lambda reader: [(row.case_id, row.version) for row in rows(reader, CaseQuery())],
    lambda reader: rows(reader, LineQuery()),
    lambda reader: rows(reader, LineQuery(tags=("kind:note-added",))),
    lambda reader: rows(reader, DueQuery(is_open=None)),
    changes_in,
    lambda reader: reader.find(CaseQuery()).position,
    lambda reader: _is_there(reader, "case:case-2"),
)


def _is_there(reader: Reader, stream: str) -> bool:
    try:
        reader.events(stream)
    except LookupError:
        return False
    return True


class ReadingChecks(Hooks):
    """Whoever reads sees one state of the store, or is told that it is gone."""

    @promises("LC-READ-001")
    def test_a_reading_sees_one_state(self, store: CaseStore) -> None:
        """A reading goes on in the state in which it began, or raises ConflictError."""
        self._one_state(store, store, is_first_asked=True)

    @promises("LC-READ-002")
    def test_a_reading_sees_the_state_in_which_it_began(self, store: CaseStore) -> None:
        """Also where its first question comes after others have written."""
        self._one_state(store, store, is_first_asked=False)

    @promises("LC-READ-003")
    def test_a_reading_sees_nothing_of_another_client(self, store: CaseStore) -> None:
        """Also where it was another client that has written."""
        self._one_state(store, self.second_client(store), is_first_asked=True)

    def _one_state(
        self, store: CaseStore, writer: CaseStore, *, is_first_asked: bool
    ) -> None:
        stored(store, noted(opened("case-1"), "note-1"))
        with store.read() as reader:
            before: list[Any] = [ask(reader) for ask in _ASKED]
        can = capabilities_of(store)
        for number, ask in enumerate(_ASKED):
            with store.read() as reader:
                if is_first_asked:
                    same(before[number], ask(reader))
                put(writer, noted(file_of(writer), f"more-{number}"))
                if not number:
                    put(writer, opened("case-2"), entry())
                try:
                    after = ask(reader)
                except ConflictError:
                    if "concurrent" in can:
                        raise
                else:
                    same(before[number], after)
            with store.read() as reader:
                before = [each(reader) for each in _ASKED]

    @promises("LC-READ-004")
    def test_the_next_reading_sees_what_came(self, store: CaseStore) -> None:
        """A reading that begins after a commit sees it, also while others read."""
        stored(store, opened("case-1"))
        other = self.second_client(store)
        with other.read() as old:
            same(1, len(old.events("case:case-1")))
            put(store, noted(file_of(store), "note-1"))
            with other.read() as new:
                same(2, len(new.events("case:case-1")))
                same([2], [row.version for row in new.find(CaseQuery()).rows])

    @promises("LC-READ-005")
    def test_a_reading_that_is_over_refuses(self, store: CaseStore) -> None:
        """After its block, a reading answers nothing any more."""
        stored(store, opened("case-1"))
        with store.read() as reader:
            same(1, len(reader.events("case:case-1")))
        for call in (
            lambda: reader.events("case:case-1"),
            lambda: reader.find(CaseQuery()),
            lambda: reader.changes_since(None),
        ):
            with refused(StorageError):
                call()

    @promises("LC-READ-006")
    def test_reading_changes_nothing(self, store: CaseStore) -> None:
        """Readings leave the store as it was, and are told apart from units of work."""
        stored(store, opened("case-1"))
        with store.read() as reader:
            before = [ask(reader) for ask in _ASKED]
            for name in ("append", "commit", "erase"):
                sure(not hasattr(reader, name))
        with store.read() as reader:
            same(before, [ask(reader) for ask in _ASKED])
