"""Paging: pages give every row once, in one order, whatever is written meanwhile."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from legalcase.errors import InvalidTypeError, InvalidValueError, LegalCaseError
from legalcase.model.deadlines.events import DeadlineMet
from legalcase.ports.queries import AppendCondition, CaseQuery, DueQuery, LineQuery
from legalcase.storage.loading import save
from legalcase.testing.store_conformance.check import promises
from legalcase.testing.store_conformance.hooks import Hooks, later
from legalcase.testing.store_conformance.samples.asking import (
    entry,
    file_of,
    found,
    put,
    rows,
)
from legalcase.testing.store_conformance.samples.sample_cases import (
    due_case,
    sample_files,
    with_events,
)
from legalcase.testing.store_helpers import DAY, noted, opened, refused, same, sure

if TYPE_CHECKING:
    from legalcase.ports.stores import CaseStore

__all__ = ["PagingChecks"]

_SOME = 3
_QUERIES: tuple[Any, ...] = (
    CaseQuery(),
    CaseQuery(due_from=DAY),
    DueQuery(is_open=None),
    DueQuery(),
    LineQuery(),
    LineQuery(tags=("kind:deadline-set", "kind:case-opened")),
)


def _samples(store: CaseStore) -> None:
    put(store, *sample_files(), entry())


class PagingChecks(Hooks):
    """Pages give every row once, in one order, whatever is written meanwhile."""

    @promises("LC-PAGE-001")
    def test_pages_make_the_whole(self, store: CaseStore) -> None:
        """Pages of any size have the same rows in the same order; the last one ends."""
        _samples(store)
        with later(self, store).read() as reader:
            for query in _QUERIES:
                whole = rows(reader, query, 10_000)
                sure(len(whole) >= _SOME)
                for limit in (1, 2, 3, len(whole) - 1, len(whole), len(whole) + 1):
                    same((limit, whole), (limit, rows(reader, query, limit)))
                page = reader.find(query, limit=len(whole))
                same((len(whole), None), (len(page.rows), page.next))
                page = reader.find(query, limit=2)
                same((2, str), (len(page.rows), type(page.next)))

    @promises("LC-PAGE-002")
    def test_a_row_that_stands_still_comes_once(self, store: CaseStore) -> None:
        """While others write between pages, rows that stand still come once each."""
        names = [f"case-{number:02}" for number in range(10)]
        put(store, *(due_case(name, DAY + timedelta(int(name[5:]))) for name in names))
        queries: tuple[Any, ...] = (
            CaseQuery(),
            DueQuery(),
            LineQuery(tags=("kind:deadline-set",)),
        )
        for number, query in enumerate(queries):
            before = found(store, query)
            got: list[Any] = []
            after = None
            step = 0
            moving = f"moves-{number}"
            put(store, due_case(moving, DAY))
            while True:
                with store.read() as reader:
                    page: Any = reader.find(query, after=after, limit=2)
                got += page.rows
                if page.next is None:
                    break
                after = page.next
                step += 1
                if step > _SOME:
                    continue  # what comes behind comes no faster than it is read
                # Before, behind and between: rows come, and one goes.
                put(
                    store,
                    due_case(f"a-{number}-{step}", DAY),
                    due_case(f"case-00-{number}-{step}", DAY + timedelta(3)),
                    due_case(f"z-{number}-{step}", DAY + timedelta(30)),
                )
                if step == 1:
                    met = DeadlineMet(
                        deadline_id="it",
                        met_by="the clerk",
                        evidence="seen",
                        happened_on=DAY,
                    )
                    put(store, with_events(file_of(store, moving), met))
            same(before, [row for row in got if row in before])
            sure(step >= _SOME)

    @promises("LC-PAGE-003")
    def test_a_row_of_its_own_stands_between_pages(self, store: CaseStore) -> None:
        """A unit of work pages through what it has appended, as a reader does."""
        put(store, *(opened(f"case-{number}") for number in range(3)))
        with store.begin() as work:
            save(work, *(opened(f"case-{number}") for number in range(3, 6)))
            same(
                [f"case-{number}" for number in range(6)],
                [row.case_id for row in rows(work, CaseQuery(), 2)],
            )

    @promises("LC-PAGE-004")
    def test_a_cursor_of_another_query_is_refused(self, store: CaseStore) -> None:
        """The cursor of one query is refused by every other."""
        _samples(store)
        with store.read() as reader:
            cursors = [reader.find(query, limit=1).next for query in _QUERIES]
            for query in _QUERIES:
                for other, cursor in zip(_QUERIES, cursors, strict=True):
                    if other is query:
                        reader.find(query, after=cursor)
                        continue
                    with refused(InvalidValueError):
                        reader.find(query, after=cursor)

    @promises("LC-PAGE-005")
    def test_a_cursor_of_another_store_is_refused(self, store: CaseStore) -> None:
        """The cursor of one store is refused by every other, and not understood."""
        _samples(store)
        with store.read() as reader:
            page = reader.find(CaseQuery(), limit=1)
        other = self.make_store()
        put(other, opened("case-1"), opened("case-2"))
        with other.read() as reader:
            with refused(InvalidValueError):
                reader.find(CaseQuery(), after=page.next)
            with refused(InvalidValueError):
                reader.changes_since(page.position)
        condition = AppendCondition(LineQuery(), after=page.position)
        with other.begin() as work, refused(InvalidValueError):
            save(work, opened("case-3"), unless=condition)
            work.commit()

    @promises("LC-PAGE-006")
    def test_what_is_no_cursor_is_refused(self, store: CaseStore) -> None:
        """What is no cursor, or one of another kind, is refused by an error of ours."""
        _samples(store)
        wrong: Any
        with store.read() as reader:
            page = reader.find(CaseQuery(), limit=1)
            cursor = str(page.next)
            changed = cursor[:-1] + ("A" if cursor[-1] != "A" else "B")
            for wrong in ("", "x", "0", "\0", "%%%", "\u00e9", 7, b"x", page.position):
                with refused(InvalidValueError, InvalidTypeError):
                    reader.find(CaseQuery(), after=wrong)
            for wrong in ("x", "%%%", "\ud800", 7, cursor):
                with refused(InvalidValueError, InvalidTypeError):
                    reader.changes_since(wrong)
            try:
                got = reader.find(CaseQuery(), after=changed).rows
            except LegalCaseError:
                got = ()
            sure(set(got) <= set(rows(reader, CaseQuery())))

    @promises("LC-PAGE-007")
    def test_a_cursor_outlives_its_reading(self, store: CaseStore) -> None:
        """A page is gone on with in another reading, by another client, later."""
        _samples(store)
        other = self.second_client(store)
        whole = found(store, CaseQuery())
        with store.read() as reader:
            first = reader.find(CaseQuery(), limit=2)
        with other.read() as reader:
            second = reader.find(CaseQuery(), after=first.next, limit=1)
        with later(self, store).read() as reader:
            last = reader.find(CaseQuery(), after=second.next)
        same(whole, [*first.rows, *second.rows, *last.rows])

    @promises("LC-PAGE-008")
    def test_nothing_has_one_page(self, store: CaseStore) -> None:
        """Of an empty store, and of what nothing matches, there is one empty page."""
        for _ in range(2):
            with store.read() as reader:
                for query in (CaseQuery(number="none"), LineQuery(tags=("a:b",))):
                    page: Any = reader.find(query)
                    same(((), None, str), (page.rows, page.next, type(page.position)))
                page = reader.find(DueQuery(), limit=1)
                same(((), None), (page.rows, page.next))
            if not found(store, CaseQuery()):
                put(store, noted(opened("case-1"), "note-1"))
