"""What the contract of stores is built with: small cases, and comparisons."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from attrs import evolve

from legalcase.codec.log.lines import line_of, line_text
from legalcase.kernel.events.event import UnknownEvent
from legalcase.kernel.events.label import Label
from legalcase.kernel.lines.recorded import Draft, Recorded
from legalcase.law.bundled import compute
from legalcase.model.case_file import CaseFile
from legalcase.model.caseload.events import CaseOpened
from legalcase.model.deadlines.basis import Computed
from legalcase.model.deadlines.events import DeadlineSet
from legalcase.model.deadlines.terms import DeadlineTerms
from legalcase.model.docket.events import Filed
from legalcase.model.hearings.events import HearingSet
from legalcase.model.notes.events import NoteAdded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

__all__ = [
    "DAY",
    "NOON",
    "ended",
    "long_file",
    "noted",
    "opened",
    "refused",
    "same",
    "same_log",
    "strange",
    "sure",
    "together",
]

NOON = datetime(2026, 6, 3, 12, tzinfo=UTC)
DAY = date(2026, 6, 3)

#: How long something may take before it hangs, in seconds.
_LONGEST = 60

_NEW_YORK = ZoneInfo("America/New_York")
_ODD = datetime(2026, 6, 3, 23, 15, 30, 123457, tzinfo=_NEW_YORK)


def opened(case_id: str, caption: str = "Roe v. Acme") -> CaseFile:
    """Return the file of a new case, not saved yet; its events are called by it."""
    numbers = iter(range(1, 1_000_000))
    event = CaseOpened(caption=caption, happened_on=DAY, number="1")
    return CaseFile.open(
        event,
        case_id=case_id,
        by="clerk",
        at=NOON,
        ids=lambda _: f"{case_id}/{next(numbers)}",
    )


def noted(file: CaseFile, note_id: str, text: str = "A note.") -> CaseFile:
    """Return the file with one more event."""
    event = NoteAdded(note_id=note_id, text=text, happened_on=DAY)
    later = NOON + timedelta(minutes=file.case.version)
    draft = Draft(event, event_id=f"{file.case.case_id}/{note_id}")
    return file.record(draft, by="clerk", at=later, reason="a test")


def long_file(case_id: str = "case-1") -> CaseFile:
    """Return a file in which each field of a line says something, in twelve lines.

    The clock goes back, instants are those of places, a text is long, a date computed,
    a line corrected.
    """
    file = opened(case_id)
    computed = compute("us/frcp/33(b)(2)", after=DAY, court="us/cand", service="mail")
    filed = Filed(
        title="Complaint",
        happened_on=_ODD.date(),
        happened_at=_ODD,
        triggers=("complaint-filed",),
    )
    file = file.record(
        Draft(filed, event_id=f"{case_id}/filed", label=Label(audience="court")),
        by="clerk",
        at=_ODD,
        on_behalf_of="A. Partner",
        reason="It came by post.",
        command_id="command-1",
    )
    file = file.record(
        HearingSet(hearing_id="h", title="Trial", hearing_at=_ODD, happened_on=DAY),
        DeadlineSet(
            deadline_id="answers",
            terms=DeadlineTerms(title="Answers", basis=Computed(computation=computed)),
            happened_on=DAY,
        ),
        by="clerk",
        at=NOON + timedelta(days=2),
        cause=f"{case_id}/filed",
    )
    for number in range(7):
        file = noted(file, f"note-{number}", f"{number} " + "A long note. " * 2000)
    return file.correct(
        f"{case_id}/filed", ground="It was amended.", title="Petition", by="B", at=_ODD
    )


def strange(
    kind: str,
    number: int,
    *,
    ancillary: bool,
    payload: str = '{"é":[1,1.50,null]}',
) -> Recorded:
    """Return a line of a kind that is not known here, with the text it came as."""
    event = UnknownEvent(kind=kind, schema=7, happened=DAY, payload=payload)
    line = Recorded(
        stream="case:case-1",
        number=number,
        event_id=f"strange-{number}",
        kind=kind,
        schema=7,
        recorded_at=NOON,
        actor="clerk",
        ancillary=ancillary,
        event=event,
    )
    return line_of(line_text(line))


def together(*acts: Callable[[], object]) -> list[BaseException]:
    """Do each in a thread of its own, and return what they raise."""
    failures: list[BaseException] = []

    def run(act: Callable[[], object]) -> None:
        try:
            act()
        except BaseException as error:  # noqa: BLE001 - returned
            failures.append(error)

    threads = [threading.Thread(target=run, args=(act,), daemon=True) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        ended(thread)
    return failures


def ended(thread: threading.Thread) -> None:
    """Wait for a thread to end; raises `AssertionError` if it hangs."""
    thread.join(_LONGEST)
    if thread.is_alive():
        msg = f"what was done in a thread has not ended after {_LONGEST} seconds"
        raise AssertionError(msg)


def same(expected: object, actual: object) -> None:
    """Compare; raises `AssertionError` with both sides."""
    if expected != actual:
        msg = f"expected {expected!r}, got {actual!r}"
        raise AssertionError(msg)


def sure(is_so: object) -> None:  # what is asked stands in the line that asks
    """See that something is so; raises `AssertionError`."""
    if not is_so:
        msg = "what is asked here is not so"
        raise AssertionError(msg)


def same_log(expected: Sequence[Recorded], actual: object) -> None:
    """Compare lines as values, and as texts: one instant stands on many clocks."""
    same(tuple(expected), actual)
    found = [line_text(evolve(line)) for line in actual]  # type: ignore[attr-defined]  # a tuple of lines by now
    same([line_text(evolve(line)) for line in expected], found)


@contextmanager
def refused(*kinds: type[BaseException]) -> Iterator[list[Any]]:
    """Expect an error of one of these kinds, and give the one that came."""
    caught: list[Any] = []
    try:
        yield caught
    except kinds as error:
        caught.append(error)
        return
    msg = f"{' or '.join(kind.__name__ for kind in kinds)} was expected"
    raise AssertionError(msg)
