"""Searching: lines are found by their tags and words, whatever stream they are of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from legalcase.errors import (
    InvalidValueError,
    UnsupportedQuestionError,
)
from legalcase.ports.queries import CaseQuery, LineQuery
from legalcase.testing.store_conformance.check import promises
from legalcase.testing.store_conformance.hooks import Hooks, later
from legalcase.testing.store_conformance.samples.asking import (
    ROE,
    entry,
    found,
    put,
    renamed,
    rows,
    stored,
)
from legalcase.testing.store_helpers import (
    NOON,
    noted,
    opened,
    refused,
    same,
)

if TYPE_CHECKING:
    from legalcase.ports.stores import CaseStore

__all__ = ["SearchingChecks"]


class SearchingChecks(Hooks):
    """Lines are found by their tags and words, whatever stream they are of."""

    @promises("LC-FIND-010")
    def test_lines_are_found_by_their_tags(self, store: CaseStore) -> None:
        """Lines of all streams are found by any of their tags, as committed."""
        put(store, opened("case-2"))
        put(store, entry())
        put(store, noted(opened("case-1"), "note-1"))
        put(store, renamed(entry().saved()))
        with later(self, store).read() as reader:
            everything = [tuple(row) for row in rows(reader, LineQuery())]
            same(
                [
                    ("case:case-2", 1, "case-opened"),
                    (ROE, 1, "person-added"),
                    ("case:case-1", 1, "case-opened"),
                    ("case:case-1", 2, "note-added"),
                    (ROE, 2, "name-changed"),
                ],
                everything,
            )
            for tags in (
                ("number:1",),
                ("kind:note-added", "kind:name-changed"),
                ("kind:note",),
                ("number:1", "kind:case-opened"),
                ("NUMBER:1", "number:2"),
            ):
                kinds = {tag.partition(":")[2] for tag in tags if tag[:5] == "kind:"}
                expected = [
                    row
                    for row in everything
                    if row[2] in kinds
                    or (row[2] == "case-opened" and "number:1" in tags)
                ]
                got = rows(reader, LineQuery(tags=tags))
                same((tags, expected), (tags, [tuple(row) for row in got]))

    @promises("LC-FIND-011")
    def test_a_corrected_line_is_found_by_both(self, store: CaseStore) -> None:
        """A corrected line is found by what it said and by what it should have said."""
        file = stored(store, opened("case-1"))
        file = file.correct(
            "case-1/1", ground="misread", number="2", by="clerk", at=NOON
        )
        stored(store, file)
        store = later(self, store)
        for number, line in (("1", 1), ("2", 2)):
            got = found(store, LineQuery(tags=(f"number:{number}",)))
            same([("case:case-1", line)], [(row.stream, row.number) for row in got])

    @promises("LC-FIND-012", "text")
    def test_words_are_found(self, store: CaseStore) -> None:
        """Words of a line are found, whatever their capitals and accents."""
        put(store, noted(opened("case-1"), "note-1", "Motion to compel, M\u00fcller."))
        put(store, noted(opened("case-2"), "note-2", "He was compelled."))
        put(store, noted(noted(opened("case-3"), "note-3", "A motion."), "x", "Compel"))
        asked = {
            "motion": ("case-1", "case-3"),
            "COMPEL": ("case-1", "case-3"),
            "motion compel": ("case-1",),  # both words in one line
            "muller": ("case-1",),
            "m\u00dcLLER": ("case-1",),
            "compel*": ("case-1", "case-2", "case-3"),
            "omp": (),
            "nowhere": (),
        }
        with later(self, store).read() as reader:
            for text, expected in asked.items():
                got = tuple(row.case_id for row in rows(reader, CaseQuery(text=text)))
                same((text, expected), (text, got))
            lines = rows(reader, LineQuery(text="compel"))
            same(
                [("case:case-1", 2), ("case:case-3", 3)],
                [(row.stream, row.number) for row in lines],
            )
            both = LineQuery(text="motion", tags=("kind:note-added",))
            same(2, len(rows(reader, both)))
            with refused(InvalidValueError):
                reader.find(CaseQuery(text="*"))

    @promises("LC-FIND-013", "not-text")
    def test_words_are_refused(self, store: CaseStore) -> None:
        """A store that cannot search for words says so, and finds no nothing."""
        put(store, opened("case-1"))
        query: Any
        with store.read() as reader:
            for query in (CaseQuery(text="roe"), LineQuery(text="roe")):
                with refused(UnsupportedQuestionError):
                    reader.find(query)
