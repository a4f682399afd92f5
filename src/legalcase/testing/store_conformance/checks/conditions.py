"""Conditions: nothing is appended where what may not have happened has happened."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from legalcase.errors import ConflictError, InvalidValueError, StorageError
from legalcase.ports.queries import AppendCondition, CaseQuery, LineQuery
from legalcase.storage.loading import save
from legalcase.testing.store_conformance.check import promises
from legalcase.testing.store_conformance.hooks import Hooks, later
from legalcase.testing.store_conformance.samples.asking import (
    case_ids,
    entry,
    file_of,
    put,
    seen,
    stored,
)
from legalcase.testing.store_conformance.samples.sample_cases import sample_files
from legalcase.testing.store_helpers import NOON, ended, noted, opened, refused, same

if TYPE_CHECKING:
    from collections.abc import Callable

    from legalcase.model.case_file import CaseFile
    from legalcase.ports.stores import CaseStore

__all__ = ["ConditionsChecks"]

_ONE = LineQuery(tags=("number:1",))
#: How long one waits for another that may be waiting for oneself, in seconds.
_MOMENT = 0.1


def _put_unless(store: CaseStore, file: CaseFile, condition: AppendCondition) -> None:
    with store.begin() as work:
        save(work, file, unless=condition)
        work.commit()


class ConditionsChecks(Hooks):
    """Nothing is appended where what may not have happened has happened."""

    @promises("LC-COND-001")
    def test_what_happened_since_refuses(self, store: CaseStore) -> None:
        """Nothing is appended if a line that matches was committed after the cursor."""
        put(store, opened("case-0"))
        cursor = seen(store)
        put(store, opened("case-1"))
        with refused(ConflictError):
            _put_unless(store, opened("case-2"), AppendCondition(_ONE, after=cursor))
        with refused(ConflictError):
            _put_unless(
                store, opened("case-2"), AppendCondition(LineQuery(), after=cursor)
            )
        same(("case-0", "case-1"), case_ids(later(self, store)))

    @promises("LC-COND-002")
    def test_what_was_seen_refuses_nothing(self, store: CaseStore) -> None:
        """Lines before the cursor, and lines that do not match, refuse nothing."""
        empty = seen(store)
        put(store, entry())
        _put_unless(store, opened("case-1"), AppendCondition(_ONE, after=empty))
        cursor = seen(store)
        put(store, noted(file_of(store), "note-1"), *sample_files()[1:2])
        _put_unless(store, opened("case-2"), AppendCondition(_ONE, after=cursor))
        none = LineQuery(tags=("number:2", "kind:nothing"))
        _put_unless(store, opened("case-3"), AppendCondition(none, after=empty))
        same(("c-2", "case-1", "case-2", "case-3"), case_ids(later(self, store)))

    @promises("LC-COND-003")
    def test_one_of_the_tags_is_enough(self, store: CaseStore) -> None:
        """Of several tags, one is enough, and the kind of a line is one."""
        cursor = seen(store)
        file = stored(store, opened("case-1"))
        put(store, noted(file, "note-1"))
        for tags in (("a:b", "number:1"), ("kind:note-added",), ("number:1", "a:b")):
            condition = AppendCondition(LineQuery(tags=tags), after=cursor)
            with refused(ConflictError):
                _put_unless(store, opened("case-2"), condition)

    @promises("LC-COND-004")
    def test_the_position_of_any_page_will_do(self, store: CaseStore) -> None:
        """The position of every page is a cursor of what was seen."""
        put(store, opened("case-0"))
        with store.read() as reader:
            positions = [
                reader.find(CaseQuery()).position,
                reader.find(LineQuery(tags=("number:7",))).position,
                reader.changes_since(None).position,
            ]
        for position in positions:
            put_it = f"case-{len(case_ids(store))}"
            condition = AppendCondition(LineQuery(tags=("a:b",)), after=position)
            _put_unless(store, opened(put_it), condition)
        for position in positions:
            with refused(ConflictError):
                _put_unless(
                    store, opened("case-9"), AppendCondition(_ONE, after=position)
                )

    @promises("LC-COND-005")
    def test_original_and_corrected_tags_match(self, store: CaseStore) -> None:
        """A line matches by what it said, and by what it should have said."""
        before = seen(store)
        file = stored(store, opened("case-1"))
        between = seen(store)
        file = file.correct(
            "case-1/1", ground="misread", number="2", by="clerk", at=NOON
        )
        stored(store, file)
        two = LineQuery(tags=("number:2",))
        for query, cursor in ((_ONE, before), (two, before), (two, between)):
            with refused(ConflictError):
                _put_unless(
                    store, opened("case-2"), AppendCondition(query, after=cursor)
                )
        _put_unless(store, opened("case-2"), AppendCondition(_ONE, after=between))

    @promises("LC-COND-006")
    def test_lines_of_its_own_do_not_count(self, store: CaseStore) -> None:
        """What a unit of work appends itself does not stand in its way."""
        put(store, opened("case-0"))
        condition = AppendCondition(_ONE, after=seen(store))
        with store.begin() as work:
            save(work, opened("case-1"), unless=condition)
            save(work, opened("case-2"), unless=condition)
            save(work, opened("case-3"))
            work.commit()
        same(4, len(case_ids(later(self, store))))

    @promises("LC-COND-007")
    def test_a_conflict_says_no_more(self, store: CaseStore) -> None:
        """The error says that there was something, and not what or where."""
        cursor = seen(store)
        put(store, opened("secret-case", "Secret v. Secret"))
        with refused(ConflictError) as caught:
            _put_unless(store, opened("case-2"), AppendCondition(_ONE, after=cursor))
        told = [str(error) + repr(error) + str(vars(error)) for error in caught]
        same([], [text for text in told if "ecret" in text or "number:1" in text])

    @promises("LC-COND-008")
    def test_after_a_conflict_a_unit_is_as_it_was(self, store: CaseStore) -> None:
        """Where it is refused at once, the unit goes on without what was refused."""
        cursor = seen(store)
        put(store, opened("case-1"))
        try:
            with store.begin() as work:
                with refused(ConflictError):
                    save(
                        work,
                        opened("case-2"),
                        unless=AppendCondition(_ONE, after=cursor),
                    )
                save(work, opened("case-3"))
                work.commit()
        except AssertionError:
            # It may come at the commit instead, and then nothing is kept.
            same(("case-1",), case_ids(later(self, store)))
        else:
            same(("case-1", "case-3"), case_ids(later(self, store)))

    @promises("LC-COND-009")
    def test_of_two_that_race_one_gets_through(self, store: CaseStore) -> None:
        """Of two units open at once that exclude each other, one alone is committed."""
        condition = AppendCondition(_ONE, after=seen(store))
        theirs = self.second_client(store)
        told: list[str] = []

        def try_to(
            name: str, client: CaseStore, meanwhile: Callable[[], object]
        ) -> None:
            try:
                with client.begin() as work:
                    save(work, opened(name), unless=condition)
                    meanwhile()
                    work.commit()
            except (ConflictError, StorageError):
                return
            told.append(name)

        second = threading.Thread(
            target=try_to, args=("case-2", theirs, lambda: None), daemon=True
        )

        def let_them() -> None:
            second.start()
            second.join(_MOMENT)

        try_to("case-1", store, let_them)
        if second.ident is None:
            let_them()
        ended(second)
        same(tuple(sorted(told)), case_ids(later(self, store)))
        same(1, len(told))

    @promises("LC-COND-010")
    def test_a_cursor_that_is_none_is_refused(self, store: CaseStore) -> None:
        """A condition after what is no cursor of this store is refused, not passed."""
        put(store, opened("case-1"))
        with store.read() as reader:
            page = reader.find(LineQuery(), limit=1)
        for wrong in ("x", "%%%", "\u00e9", str(page.next or "0")):
            with refused(InvalidValueError):
                _put_unless(store, opened("case-2"), AppendCondition(_ONE, after=wrong))
        same(("case-1",), case_ids(store))
