"""Beyond: what stores may promise on top, each by a word that they say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from legalcase.errors import LegalCaseError
from legalcase.model.case import Case
from legalcase.ports.queries import CaseQuery, DueQuery, LineQuery
from legalcase.storage.loading import load
from legalcase.testing.store_conformance.check import WORDS, capabilities_of, promises
from legalcase.testing.store_conformance.hooks import Hooks, later
from legalcase.testing.store_conformance.samples.asking import (
    ROE,
    changes,
    entry,
    erased,
    file_of,
    found,
    log_of,
    put,
    stored,
)
from legalcase.testing.store_conformance.samples.sample_cases import sample_files
from legalcase.testing.store_helpers import (
    NOON,
    long_file,
    noted,
    opened,
    refused,
    same,
)

if TYPE_CHECKING:
    from legalcase.ports.stores import CaseStore

__all__ = ["BeyondChecks"]


class BeyondChecks(Hooks):
    """What stores may promise on top, each by a word that they say of themselves."""

    @promises("LC-KIT-001")
    def test_a_store_says_what_it_can(self, store: CaseStore) -> None:
        """A store names its capabilities, the same ones whoever opens it."""
        can = capabilities_of(store)
        same(can, capabilities_of(later(self, store)))
        near = {word for word in can if word.lower() in WORDS and word not in WORDS}
        same(set(), near)

    @promises("LC-VERIFY-001", "verify")
    def test_a_whole_store_is_found_whole(self, store: CaseStore) -> None:
        """A store that is whole has no fault, and heads that bind every line."""
        made: Any = store
        same((), made.verify())
        put(store, opened("case-2"))
        file = stored(store, long_file())
        put(store, *sample_files(), entry())
        heads = made.heads()
        streams = sorted({row.stream for row in found(store, LineQuery())})
        same(streams, [head[0] for head in heads])
        same([len(file.log)], [head[1] for head in heads if head[0] == "case:case-1"])
        put(store, noted(file, "later"))
        made = later(self, store)
        same((), made.verify())
        same((), made.verify(anchors=heads))

    @promises("LC-VERIFY-002", "verify")
    def test_anchors_notice_what_is_gone(self, store: CaseStore) -> None:
        """Anchors notice lines that are others, that are missing, and streams."""
        made: Any = store
        put(store, opened("case-2"))
        put(store, opened("case-1"))
        heads = made.heads()
        forged = [(stream, count, "00" * 32) for stream, count, _ in heads]
        told = [(fault.stream, fault.what) for fault in made.verify(anchors=forged)]
        same([("case:case-1", "anchor"), ("case:case-2", "anchor")], told)
        longer = [(stream, count + 2, digest) for stream, count, digest in heads]
        same(["anchor"] * 2, [fault.what for fault in made.verify(anchors=longer)])
        gone = [("case:case-3", 1, "00" * 32)]
        same(["case:case-3"], [fault.stream for fault in made.verify(anchors=gone)])

    @promises("LC-VERIFY-003", "verify")
    def test_a_rebuild_changes_no_answer(self, store: CaseStore) -> None:
        """What is derived can be made anew, and says then what it said before."""
        put(store, *sample_files(), entry())
        made: Any = store
        queries: tuple[Any, ...] = (CaseQuery(), DueQuery(is_open=None), LineQuery())
        before = [found(store, query) for query in queries]
        told = changes(store)
        same(len(sample_files()) + 1, made.rebuild())
        made = later(self, store)
        same(before, [found(made, query) for query in queries])
        same(told, changes(made))
        same((), made.verify())

    @promises("LC-VERIFY-004", "verify", "erase")
    def test_what_was_erased_is_no_fault(self, store: CaseStore) -> None:
        """What was erased is no fault to verify, with anchors or without."""
        put(store, opened("case-1"), entry())
        made: Any = store
        before = made.heads()
        erased(store)
        made = later(self, store)
        same((), made.verify())
        same((), made.verify(anchors=before))
        same(["case:case-1"], [head[0] for head in made.heads()])
        same([], [head for head in made.heads() if head[0] == ROE])

    @promises("LC-SNAP-001", "snapshots")
    def test_a_snapshot_says_what_the_log_says(self, store: CaseStore) -> None:
        """What a store remembers of a case is what its whole log makes."""
        file = stored(store, opened("case-1"))
        for number in range(30):
            file = stored(store, noted(file, f"note-{number}"))
        for _ in range(2):
            with store.read() as reader:
                same(
                    Case.from_events(reader.events("case:case-1")),
                    load(reader, None, "case-1"),
                )
            # A line far back is corrected: what was remembered is wrong by that.
            file = file.correct(
                "case-1/note-3", ground="misheard", text="Else.", by="B", at=NOON
            )
            file = stored(store, file)
            store = later(self, store)
        with store.read() as reader:
            case = load(reader, None, "case-1")
            same("Else.", case.notes["note-3"].text)
            early = load(reader, None, "case-1", known_at=5)
        same(Case.from_events(log_of(store), known_at=5), early)

    @promises("LC-SIZE-001")
    def test_a_large_case_is_kept(self, store: CaseStore) -> None:
        """A case of 2,000 lines is kept, and goes on."""
        file = opened("case-1")
        drafts = [_draft(number) for number in range(1_999)]
        file = stored(store, file.record(*drafts, by="clerk", at=NOON))
        store = later(self, store)
        same([line.event_id for line in file.log], [e.event_id for e in log_of(store)])
        put(store, noted(file_of(store), "last"))
        lines = log_of(store)
        same((2_001, "case-1/last"), (len(lines), lines[-1].event_id))
        same(list(range(1, 2_002)), [line.number for line in lines])
        kinds = found(store, LineQuery(tags=("kind:note-added",)), limit=999)
        same(list(range(2, 2_002)), [row.number for row in kinds])

    @promises("LC-SIZE-002")
    def test_many_streams_are_kept(self, store: CaseStore) -> None:
        """Two hundred cases are kept apart, in one commit and in several."""
        names = [f"case-{number}" for number in range(200)]
        put(store, *(opened(name, f"Of {name}") for name in names[:150]))
        for start in range(150, 200, 10):
            put(
                store,
                *(opened(name, f"Of {name}") for name in names[start : start + 10]),
            )
        store = later(self, store)
        got = found(store, CaseQuery(), limit=7)
        same(sorted(names), [row.case_id for row in got])
        same([f"Of {row.case_id}" for row in got], [row.caption for row in got])
        same(200, len(changes(store, limit=11)[0]))
        with store.read() as reader, refused(LegalCaseError):
            reader.events("case:case-200")


def _draft(number: int) -> Any:
    from legalcase.kernel.lines.recorded import Draft
    from legalcase.model.notes.events import NoteAdded
    from legalcase.testing.store_helpers import DAY

    event = NoteAdded(note_id=f"note-{number}", text=f"Note {number}.", happened_on=DAY)
    return Draft(event, event_id=f"event-{number}")
