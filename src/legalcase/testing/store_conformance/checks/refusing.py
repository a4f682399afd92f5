"""Refusing: what is refused leaves no trace, and the unit of work goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import evolve

from legalcase.errors import (
    CaseExistsError,
    CaseNotFoundError,
    InvalidTypeError,
    InvalidValueError,
    LegalCaseError,
    StaleCaseError,
    StorageError,
)
from legalcase.kernel.lines.correction import Corrected, Retracted
from legalcase.model.case_file import CaseFile
from legalcase.model.deadlines.events import DeadlineMissed
from legalcase.storage.loading import save
from legalcase.testing.store_conformance.check import promises
from legalcase.testing.store_conformance.hooks import Hooks, later
from legalcase.testing.store_conformance.samples.asking import (
    ROE,
    case_ids,
    case_of,
    changes,
    entry,
    log_of,
    put,
    renamed,
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
    strange,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from legalcase.kernel.lines.recorded import Recorded
    from legalcase.ports.stores import CaseStore

__all__ = ["RefusingChecks"]

_NEW = {"case:case-1": 0}
_OLD = {"case:case-1": 1}


class RefusingChecks(Hooks):
    """What is refused leaves no trace, and the unit of work goes on."""

    @promises("LC-REFUSE-001")
    def test_a_stream_is_new_once(self, store: CaseStore) -> None:
        """A second case, or entry, of the same id is refused."""
        file = opened("case-1")
        with store.begin() as work:
            save(work, file, entry())
            with refused(CaseExistsError):
                save(work, file)
            work.commit()
        with store.begin() as work:
            for again in (file, entry()):
                with refused(CaseExistsError):
                    save(work, again)
            with refused(CaseExistsError):
                work.append(file.log, expected=_NEW)
            work.commit()
        same_log(file.log, log_of(later(self, store)))

    @promises("LC-REFUSE-002")
    def test_a_log_has_no_gap(self, store: CaseStore) -> None:
        """Lines have to follow on each other, and on what is expected."""
        file = noted(noted(opened("case-1"), "note-1"), "note-2")
        first, second, third = file.log
        other = opened("case-2").log
        wrongs: list[Sequence[Recorded]]
        with store.begin() as work:
            wrongs = [(), (second,), (first, third), (first, first), (second, first)]
            for wrong in (*wrongs, (first, *other)):
                with refused(InvalidValueError):
                    work.append(wrong, expected=_NEW)
            work.append((first,), expected=_NEW)
            for wrong in ((), (third,), (second, second), (second, *other)):
                with refused(InvalidValueError):
                    work.append(wrong, expected=_OLD)
            work.commit()
        same_log((first,), log_of(later(self, store)))

    @promises("LC-REFUSE-003")
    def test_what_is_expected_has_to_be_there(self, store: CaseStore) -> None:
        """A stream that ends elsewhere than expected is stale, or not found."""
        file = noted(noted(opened("case-1"), "note-1"), "note-2")
        first, second, third = file.log
        with store.begin() as work:
            with refused(CaseNotFoundError):
                work.append((second,), expected=_OLD)
            work.append((first,), expected=_NEW)
            with refused(StaleCaseError) as caught:
                work.append((third,), expected={"case:case-1": 2})
            same([(2, 1)], [(error.expected, error.found) for error in caught])
            work.append((second,), expected=_OLD)
            with refused(StaleCaseError):
                work.append((evolve(second, event_id="again"),), expected=_OLD)
            work.commit()
        same_log((first, second), log_of(later(self, store)))

    @promises("LC-REFUSE-004")
    def test_an_id_of_an_event_is_given_once(self, store: CaseStore) -> None:
        """An event_id comes once: in one batch, in one unit of work, in two."""
        file = opened("case-1")
        first = file.log[0]
        note = evolve(noted(file, "note-1").log[1], event_id=first.event_id)
        with store.begin() as work:
            with refused(InvalidValueError):
                work.append((first, note), expected=_NEW)
            save(work, file)
            with refused(LegalCaseError):
                work.append((note,), expected=_OLD)
            work.commit()
        with store.begin() as work:
            with refused(LegalCaseError):
                work.append((note,), expected=_OLD)
            work.commit()
        same_log(file.log, log_of(later(self, store)))

    @promises("LC-REFUSE-005")
    def test_an_id_of_an_event_is_given_once_in_all_streams(
        self, store: CaseStore
    ) -> None:
        """An event_id that another case has is taken, and else it is free."""
        file, other = opened("case-1"), opened("case-2")
        taken = tuple(evolve(line, event_id=file.log[0].event_id) for line in other.log)
        second = {"case:case-2": 0}
        with store.begin() as work:
            save(work, file)
            with refused(StorageError):
                work.append(taken, expected=second)
            work.commit()
        with store.begin() as work, refused(StorageError):
            work.append(taken, expected=second)
            work.commit()
        of_entry = [evolve(line, event_id="case-1/1") for line in entry().log]
        with store.begin() as work, refused(StorageError):
            work.append(of_entry, expected={ROE: 0})
            work.commit()
        same(("case-1",), case_ids(store))
        # What was refused, or not committed, is free.
        with store.begin() as work:
            save(work, other)
        put(store, other)

    @promises("LC-REFUSE-006")
    def test_what_cannot_have_happened_is_refused(self, store: CaseStore) -> None:
        """A line that would make its case unreadable for ever is refused."""
        file = noted(opened("case-1"), "note-1")
        first, note = file.log
        again = evolve(note, number=3, event_id="again")
        missed = DeadlineMissed(deadline_id="nowhere", happened_on=DAY)
        lost = evolve(
            note, number=3, event_id="lost", kind="deadline-missed", event=missed
        )
        with store.begin() as work:
            with refused(LegalCaseError):
                work.append((first, note, again), expected=_NEW)
            with refused(LegalCaseError):
                work.append((evolve(note, number=1),), expected=_NEW)
            save(work, file)
            work.commit()
        for wrong in (again, lost, *_corrections(file)):
            with store.begin() as work:
                with refused(LegalCaseError):
                    work.append((wrong,), expected={"case:case-1": 2})
                work.commit()
        same(file.case, case_of(later(self, store)))

    @promises("LC-REFUSE-007")
    def test_what_would_not_read_back_is_refused(self, store: CaseStore) -> None:
        """A text that is none, or that of another line, is never written."""
        file = opened("case-1")
        line = strange("acme-legal/screened", 2, ancillary=True)
        other = evolve(line, event_id="other")
        for poison in (
            line.with_text("{"),
            line.with_text((line.text or "").replace("1.50", "1.75")),
            other.with_text(line.text or ""),
            evolve(line, kind="filed", schema=1),
            evolve(file.log[0], number=2, event_id="x", kind="note-added"),
        ):
            with store.begin() as work:
                with refused(LegalCaseError):
                    work.append((*file.log, poison), expected=_NEW)
                same((), case_ids(work))
                work.commit()
        with store.begin() as work:
            save(work, CaseFile.of_log((*file.log, line), saved=False))

    @promises("LC-REFUSE-008")
    def test_a_file_of_another_log_is_refused(self, store: CaseStore) -> None:
        """A file goes on after the lines that are stored, and after no others."""
        file = stored(store, noted(opened("case-1"), "note-1"))
        again = evolve(file.log[1], number=3, event_id="again")
        other = noted(opened("case-1"), "other").saved()
        with store.begin() as work:
            with refused(InvalidValueError):
                save(work, evolve(file, pending=(again,)))
            with refused(StaleCaseError):
                save(work, noted(other, "note-2"))
            work.commit()
        same_log(file.log, log_of(later(self, store)))

    @promises("LC-REFUSE-009")
    def test_wrong_arguments_are_refused(self, store: CaseStore) -> None:
        """What is no stream, no line or no number is refused, by an error of ours."""
        file = opened("case-1")
        wrong: Any
        for wrong in (None, 7, "", "case-1", "nonsense:1", b"case:case-1"):
            with store.read() as reader, refused(LegalCaseError):
                reader.events(wrong)
        with store.begin() as work:
            for wrong in (None, {}, {"case:case-1": "0"}, {"case:case-1": -1}, [0]):
                with refused(InvalidTypeError, InvalidValueError):
                    work.append(file.log, expected=wrong)
            for wrong in (None, 7, ["line"], [None]):
                with refused(InvalidTypeError, InvalidValueError):
                    work.append(wrong, expected=_NEW)
            with refused(InvalidTypeError, InvalidValueError):
                wrong = "nothing"
                work.append(file.log, expected=_NEW, unless=wrong)
            work.commit()
        same([], changes(store)[0])

    @promises("LC-REFUSE-010")
    def test_who_saves_an_entry_second_is_stale(self, store: CaseStore) -> None:
        """Entries are guarded as cases are: who comes second is told."""
        put(store, entry())
        one = entry().saved()
        put(store, renamed(one))
        with refused(StaleCaseError):
            put(store, renamed(one, "Poe"))
        same_log(renamed(one).log, log_of(later(self, store), ROE))


def _corrections(file: CaseFile) -> list[Recorded]:
    """Return lines that correct what cannot be corrected like that."""
    first, note = file.log
    good = file.correct(
        note.event_id, ground="typed wrong", text="Better.", by="B", at=NOON
    ).log[2]
    retracted = evolve(good, kind="retracted")
    corrected = Corrected(event_id=note.event_id, event=first.event, ground="x")  # type: ignore[arg-type]  # an Event
    return [
        evolve(good, event=corrected),
        evolve(retracted, event=Retracted(event_id=first.event_id, ground="x")),
        evolve(retracted, event=Retracted(event_id="nowhere", ground="x")),
    ]
