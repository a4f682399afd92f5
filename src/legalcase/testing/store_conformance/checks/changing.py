"""Changing: what was committed after a cursor is told, all of it, in one order."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from legalcase.errors import ConflictError
from legalcase.ports.queries import CaseQuery, LineQuery
from legalcase.storage.loading import save
from legalcase.testing.store_conformance.check import promises
from legalcase.testing.store_conformance.hooks import Hooks, later
from legalcase.testing.store_conformance.samples.asking import (
    ROE,
    changes,
    changes_in,
    entry,
    erased,
    file_of,
    log_of,
    put,
    save_note,
    seen,
    stored,
)
from legalcase.testing.store_helpers import noted, opened, same, together

if TYPE_CHECKING:
    from legalcase.ports.rows import Committed
    from legalcase.ports.stores import CaseStore

__all__ = ["ChangingChecks"]

_WRITERS = 3
_ROUNDS = 6


def _plain(found: list[Committed]) -> list[tuple[str, int, int]]:
    return [(each.stream, each.first, each.last) for each in found]


class ChangingChecks(Hooks):
    """What was committed after a cursor is told, all of it, in one order."""

    @promises("LC-CHANGE-001")
    def test_each_commit_is_told_in_order(self, store: CaseStore) -> None:
        """Each commit is told in its order, with all streams and lines of it."""
        same([], changes(store)[0])
        put(store, opened("case-2"))
        put(store, noted(noted(opened("case-1"), "note-1"), "note-2"), entry())
        put(store, noted(file_of(store, "case-2"), "note-3"))
        with store.begin() as work:  # nothing of it is kept
            save(work, opened("case-3"))
        got = _plain(changes(later(self, store))[0])
        same([("case:case-2", 1, 1)], got[:1])
        same([("case:case-1", 1, 3), (ROE, 1, 1)], sorted(got[1:3]))
        same([("case:case-2", 2, 2)], got[3:])

    @promises("LC-CHANGE-002")
    def test_one_unit_tells_all_its_streams(self, store: CaseStore) -> None:
        """A unit that appends in several steps to several streams tells every line."""
        with store.begin() as work:
            first, second = opened("case-1"), opened("case-2")
            save(work, first)
            save(work, second, entry())
            save(work, noted(first.saved(), "note-1"))
            work.commit()
        lines = {
            (stream, number)
            for stream, start, end in changes(store)[0]
            for number in range(start, end + 1)
        }
        same(
            {("case:case-1", 1), ("case:case-1", 2), ("case:case-2", 1), (ROE, 1)},
            lines,
        )

    @promises("LC-CHANGE-003")
    def test_pages_of_changes_make_the_whole(self, store: CaseStore) -> None:
        """Pages of any size give the same changes, none twice, and end."""
        for number in range(5):
            put(store, opened(f"case-{number}"), opened(f"other-{number}"))
        whole, end = changes(store)
        same(10, len(whole))
        for limit in (1, 2, 3, 7, 10, 11):
            got, last = changes(store, limit=limit)
            same((limit, whole), (limit, got))
            same(([], end), (changes(store, last)[0], last))

    @promises("LC-CHANGE-004")
    def test_what_was_seen_is_not_told_again(self, store: CaseStore) -> None:
        """Who goes on from a cursor is told what came since, and nothing twice."""
        got: list[Committed] = []
        cursor: str | None = None
        for number in range(4):
            put(store, opened(f"case-{number}"))
            more, cursor = changes(store, cursor)
            got += more
            same(1, len(more))
        store = later(self, store)
        same([], changes(store, cursor)[0])
        put(store, noted(file_of(store, "case-1"), "note-1"))
        more, _ = changes(store, cursor)
        same([("case:case-1", 2, 2)], _plain(more))
        same(changes(store)[0], [*got, *more])

    @promises("LC-CHANGE-005")
    def test_the_position_of_a_page_is_what_it_saw(self, store: CaseStore) -> None:
        """From the position of any page on, changes are those that it did not see."""
        put(store, opened("case-1"), opened("case-2"))
        positions = []
        with store.read() as reader:
            positions.append(reader.find(CaseQuery(), limit=1).position)
            positions.append(reader.find(LineQuery(tags=("a:b",))).position)
            positions.append(changes_in(reader)[1])
        put(store, opened("case-3"))
        for position in positions:
            same([("case:case-3", 1, 1)], _plain(changes(store, position)[0]))
        with store.read() as reader:
            page = reader.changes_since(None, limit=1)
            rest, _ = changes_in(reader, page.position)
            same(changes_in(reader)[0], [*page.rows, *rest])

    @promises("LC-CHANGE-006")
    def test_of_an_empty_store_one_can_begin(self, store: CaseStore) -> None:
        """The position of an empty store is a cursor, after which all is told."""
        cursor = seen(store)
        put(store, opened("case-1"))
        same([("case:case-1", 1, 1)], _plain(changes(store, cursor)[0]))

    @promises("LC-CHANGE-007")
    def test_who_follows_misses_nothing(self, store: CaseStore) -> None:
        """Whoever follows while several write gets every line once, in its order."""
        names = [f"case-{number}" for number in range(_WRITERS)]
        put(store, *(opened(name) for name in names))
        clients = [store, self.second_client(store)]
        ended = threading.Semaphore(0)

        def writer(number: int) -> None:
            try:
                for each in range(_ROUNDS):
                    save_note(clients[number % 2], f"{number}-{each}", names[number])
            finally:
                ended.release()

        got: list[tuple[str, int]] = []

        def follow() -> None:
            cursor, over = None, 0
            for _ in range(10_000):
                is_last = over == _WRITERS
                try:
                    more, cursor = changes(clients[1], cursor, 2)
                except ConflictError:
                    continue
                for stream, first, last in more:
                    got.extend((stream, number) for number in range(first, last + 1))
                if is_last:
                    return
                over += ended.acquire(timeout=0.01)
            msg = "whoever follows is never through"
            raise AssertionError(msg)

        acts = [lambda n=n: writer(n) for n in range(_WRITERS)]
        same([], together(*acts, follow))
        for name in names:
            stream = f"case:{name}"
            count = len(log_of(store, stream))
            same(1 + _ROUNDS, count)
            numbers = [number for of, number in got if of == stream]
            same((name, list(range(1, count + 1))), (name, numbers))

    @promises("LC-CHANGE-008", "erase")
    def test_an_erasure_is_told(self, store: CaseStore) -> None:
        """That an entry was erased is told, without a line of it."""
        put(store, entry(), opened("case-1"))
        cursor = seen(store)
        erased(store)
        store = later(self, store)
        same([(ROE, 0, 0)], _plain(changes(store, cursor)[0]))
        stored(store, opened("case-2"))
        same([(ROE, 0, 0), ("case:case-2", 1, 1)], _plain(changes(store, cursor)[0]))
