"""The contract of stores, third part: what is refused, and leaves no trace."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from legalcase.errors import (
    CaseExistsError,
    InvalidTypeError,
    InvalidValueError,
    LegalCaseError,
    StaleCaseError,
    StorageError,
)
from legalcase.kernel.correction import Corrected, Retracted
from legalcase.model.case_file import CaseFile
from legalcase.model.deadlines.events import DeadlineMissed
from legalcase.testing.contract_base import Contract
from legalcase.testing.store_helpers import (
    DAY,
    NOON,
    kept,
    noted,
    opened,
    refused,
    same,
    same_log,
    stored_file,
    strange,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from legalcase.kernel.recorded import Recorded

__all__ = ["RefusingContract"]

_NEW = {"case:case-1": 0}
_OLD = {"case:case-1": 1}


class RefusingContract(Contract):
    """What is refused leaves no trace, and the unit of work goes on."""

    def test_a_case_is_new_once(self) -> None:
        """A second case of the same id is refused."""
        store = self.make_store()
        file = opened("case-1")
        with store.begin() as work:
            work.save(file)
            with refused(CaseExistsError):
                work.save(file)
            work.commit()
        with store.begin() as work:
            with refused(CaseExistsError):
                work.save(file)
            with refused(CaseExistsError):
                work.append(file.log, expected=_NEW)

    def test_a_log_has_no_gap(self) -> None:
        """Lines have to follow on each other, and on what is expected."""
        store = self.make_store()
        file = noted(noted(opened("case-1"), "note-1"), "note-2")
        first, second, third = file.log
        other = opened("case-2").log
        with store.begin() as work:
            wrongs: list[Sequence[Recorded]]
            wrongs = [(), (second,), (first, third), (first, first)]
            for wrong in wrongs:
                with refused(InvalidValueError):
                    work.append(wrong, expected=_NEW)
            with refused(InvalidValueError):
                work.append((first, *other), expected=_NEW)
            work.append((first,), expected=_NEW)
            wrongs = [(), (third,), (second, second), (second, *other)]
            for wrong in wrongs:
                with refused(InvalidValueError):
                    work.append(wrong, expected=_OLD)
            with refused(StaleCaseError):
                work.append((third,), expected={"case:case-1": 2})
            work.commit()
        same_log((first,), kept(store))

    def test_an_id_of_an_event_is_given_once(self) -> None:
        """Twice in one batch, in one unit of work, in two: each time refused."""
        store = self.make_store()
        file, other = opened("case-1"), opened("case-2")
        first = file.log[0]
        note = evolve(noted(file, "note-1").log[1], event_id=first.event_id)
        taken = [evolve(line, event_id=first.event_id) for line in other.log]
        second = {"case:case-2": 0}
        with store.begin() as work:
            with refused(InvalidValueError):
                work.append((first, note), expected=_NEW)
            work.save(file)
            with refused(StorageError):
                work.append(taken, expected=second)
            work.commit()
        with store.begin() as work:
            with refused(StorageError):
                work.append(taken, expected=second)
            with refused(LegalCaseError):
                work.append([note], expected=_OLD)
            work.commit()
        with store.begin() as work:
            same(("case-1",), work.ids())
            same_log(file.log, work.events("case:case-1"))
            # What was refused, or not committed, is free.
            work.save(other)
        with store.begin() as work:
            work.save(other)

    def test_what_cannot_have_happened_is_refused(self) -> None:
        """It would make the case unreadable for ever."""
        store = self.make_store()
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
            work.save(file)
            work.commit()
        for wrong in (again, lost, *_corrections(file)):
            with store.begin() as work:
                with refused(LegalCaseError):
                    work.append((wrong,), expected={"case:case-1": 2})
                work.commit()
        with store.begin() as work:
            same(file.case, work.get("case-1"))

    def test_a_file_made_by_hand_is_not_believed(self) -> None:
        """Whatever case it shows, its lines have to follow on those that are stored."""
        store = self.make_store()
        file = stored_file(store, noted(opened("case-1"), "note-1"))
        again = evolve(file.log[1], number=3, event_id="again")
        made = evolve(file, pending=(again,))
        other = noted(opened("case-1"), "other").saved()
        with store.begin() as work:
            with refused(InvalidValueError):
                work.save(made)
            with refused(StaleCaseError):
                work.save(noted(other, "note-2"))
            work.commit()
        same_log(file.log, kept(store))

    def test_what_is_only_assumed_is_not_saved(self) -> None:
        """Nor is what is no file, or one case in two files."""
        store = self.make_store()
        file = stored_file(store, opened("case-1"))
        event = noted(file, "note-1").log[1].event
        with store.begin() as work:
            with refused(InvalidValueError):
                work.save(file.assuming(event))  # type: ignore[arg-type]  # an Event
            with refused(InvalidValueError):
                work.save(noted(file, "a"), noted(file, "b"))
            with refused(InvalidTypeError):
                work.save(file.log)  # type: ignore[arg-type]  # refused here
            work.save(file)
            work.commit()
        same_log(file.log, kept(store))

    def test_what_would_not_read_back_is_refused(self) -> None:
        """A text that is none, or that of another line, is never written."""
        store = self.make_store()
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
                same((), work.ids())
                work.commit()
        with store.begin() as work:
            work.save(CaseFile.of_log((*file.log, line), saved=False))


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
